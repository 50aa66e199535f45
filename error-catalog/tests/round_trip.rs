//! What is published reads back as it was, whatever the texts hold.

use std::fmt::Write;
use std::path::Path;

use error_catalog::{Format, Import, Table};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

/// Pieces that mean something to some format, or look like it.
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

fn text() -> impl Strategy<Value = String> {
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

type Texts = Vec<(i64, [String; 3])>;

fn rows() -> impl Strategy<Value = Texts> {
    let texts = [text(), text(), text()];
    btree_map(any::<i64>(), texts, 1..6).prop_map(|rows| rows.into_iter().collect())
}

fn table(rows: &Texts) -> Table {
    let row = |(code, [message, description, zh]): &(i64, [String; 3])| {
        serde_json::json!({
            "code": code, "message": message, "description": description, "zh": zh,
        })
    };
    let document = rows.iter().map(row).collect::<serde_json::Value>().to_string();
    Table::read(&document, Format::Json).unwrap().into_clean().unwrap()
}

/// Reads a document that was published and holds it against what it was of.
fn check(rows: &Texts, document: &str, format: Format) {
    let table = Table::read(document, format).unwrap().into_clean().unwrap();
    let found = table.rows().iter().map(|row| {
        assert_eq!(row.values().len(), 1);
        [row.code(), row.message(), row.description(), &row.values()[0]].map(str::to_owned)
    });
    let expected = rows.iter().map(|(code, [message, description, zh])| {
        [code.to_string(), message.clone(), description.clone(), zh.clone()]
    });
    assert_eq!(found.collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "{document}");
}

proptest! {
    #[test]
    fn markdown(rows in rows()) {
        check(&rows, &table(&rows).to_markdown(), Format::Markdown);
    }

    #[test]
    fn csv(rows in rows()) {
        check(&rows, &table(&rows).to_csv(), Format::Csv);
    }

    #[test]
    fn json(rows in rows()) {
        check(&rows, &table(&rows).to_json(), Format::Json);
    }
}

/// Document, enum, compiled, document. All enums stand in one program, since
/// each start of the compiler takes its time.
#[test]
fn through_the_compiler() {
    let mut program = String::from(PROGRAM);
    let mut calls = String::new();
    let mut add = |module: &str, table: &Table, import: Import| {
        let source = import.write(table).unwrap();
        let document = table.to_json();
        writeln!(program, "mod {module} {{\n{source}}}").unwrap();
        writeln!(calls, "    check::<{module}::Imported>({document:?});").unwrap();
    };
    let vendor = include_str!("../../tests/data/jmessage-web-error-codes.md");
    let vendor = Table::read(vendor, Format::Markdown).unwrap().table;
    add("vendor", &vendor, Import::new("Imported").success("0").other("Other"));
    let mut runner = TestRunner::deterministic();
    for number in 0..40 {
        let hostile = table(&rows().new_tree(&mut runner).unwrap().current());
        add(&format!("hostile_{number}"), &hostile, Import::new("Imported").column("zh"));
    }
    writeln!(program, "fn main() {{\n{calls}}}").unwrap();
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("imported.rs");
    std::fs::write(&path, program).unwrap();
    trybuild::TestCases::new().pass(path);
}

const PROGRAM: &str = r"
use jmessage_codes::ErrorCatalog;
use error_catalog::{Format, Row, Table};

fn texts(row: &Row) -> (&str, &str, &str, &[String]) {
    (row.code(), row.message(), row.description(), row.values())
}

fn check<C: ErrorCatalog>(document: &str) {
    let read = Table::read(document, Format::Json).unwrap().into_clean().unwrap();
    read.assert_matches::<C>();
    let compiled = Table::of::<C>();
    assert_eq!(compiled.columns(), read.columns());
    assert!(read.rows().iter().map(texts).eq(compiled.rows().iter().map(texts)));
}
";
