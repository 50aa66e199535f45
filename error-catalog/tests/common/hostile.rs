//! Tables of texts that no format can write without escaping.

use error_catalog::{Format, Table};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;

/// Pieces that mean something in a format, or look like it.
const PIECES: [&str; 49] = [
    "|",
    "\\",
    "\\|",
    "`",
    "``",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "[a](b)",
    "![",
    "]",
    "<",
    ">",
    "<br>",
    "<script>alert(1)</script>",
    "<td>",
    "</table>",
    "<!--",
    "-->",
    "&",
    "&amp;",
    "&#32;",
    "\"",
    "\"\"",
    "'",
    ",",
    ";",
    "\t",
    " ",
    "  ",
    "\n",
    "\r",
    "\r\n",
    "\0",
    "\u{1}",
    "\u{202e}",
    "\u{2066}",
    "\u{a0}",
    "שלום",
    "漢字",
    "🦀",
    "é",
    "e\u{301}",
    "{}",
    "*/",
    "\"#",
    "$x$",
];

pub(crate) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => select(&PIECES[..]).prop_map(str::to_owned),
        2 => "[ -~]{1,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop_oneof![
        20 => vec(piece.clone(), 0..8).prop_map(|pieces| pieces.concat()),
        1 => piece.prop_map(|piece| piece.repeat(10_000 / piece.len())),
    ]
}

pub(crate) type Texts = Vec<(i64, [String; 3])>;

pub(crate) fn rows() -> impl Strategy<Value = Texts> {
    let texts = [text(), text(), text()];
    btree_map(any::<i64>(), texts, 1..6).prop_map(|texts| texts.into_iter().collect())
}

pub(crate) fn table(rows: &Texts) -> Table {
    let row = |(code, [message, description, zh]): &(i64, [String; 3])| {
        serde_json::json!({
            "code": code, "message": message, "description": description, "zh": zh,
        })
    };
    let document = rows.iter().map(row).collect::<serde_json::Value>().to_string();
    Table::read(&document, Format::Json).unwrap().into_clean().unwrap()
}
