//! What the readers of Markdown and HTML find, before tables and columns are chosen.

use std::fmt::Write;

use proptest::prelude::*;
use proptest::sample::select;

use super::super::error::ReadError;
use super::super::grid::{Document, Input, Lines, Room};
use super::super::html;
use crate::max_size::MaxSize;

fn markdown(text: &str) -> Result<Document<'_>, ReadError> {
    let (lines, room) = (Lines::new(text), Room::new(MaxSize::default()));
    super::read(&Input { text, lines: &lines, room: &room }, false)
}

fn html(text: &str) -> Result<Document<'_>, ReadError> {
    let (lines, room) = (Lines::new(text), Room::new(MaxSize::default()));
    html::read(&Input { text, lines: &lines, room: &room }, false)
}

/// Each table with its line, title, headings and rows, then each finding.
fn shown(document: &Document<'_>) -> String {
    let mut shown = String::new();
    let hidden = document.hidden.iter().map(|grid| ("hidden", grid));
    for (kind, grid) in document.grids.iter().map(|grid| ("table", grid)).chain(hidden) {
        let title = grid.title.as_deref().unwrap_or("-");
        let _ = writeln!(shown, "{kind} {} {title}: {}", grid.line, grid.headings.join(" | "));
        for row in &grid.rows {
            let section = if row.is_section { "section " } else { "" };
            let _ = writeln!(shown, "{section}{}: {}", row.line, row.cells.join(" | "));
        }
    }
    for finding in &document.findings {
        let _ = writeln!(shown, "finding {}: {}", finding.line(), finding.text());
    }
    shown
}

#[track_caller]
fn check(cases: &[(&str, &str)], read: for<'a> fn(&'a str) -> Result<Document<'a>, ReadError>) {
    for (document, expected) in cases {
        let found = read(document).map_or_else(|error| error.to_string(), |found| shown(&found));
        assert_eq!(found.trim_end(), *expected, "in the document\n{document}");
    }
}

#[test]
fn titles_are_the_nearest_headings_above() {
    check(
        &[
            ("# A\n\n## `B` codes ##\n\n|c|m|\n|-|-|\n|1|x|", "table 5 B codes: c | m\n7: 1 | x"),
            ("A\n===\n|c|m|\n|-|-|\n|1|x|", "table 3 A: c | m\n5: 1 | x"),
            ("<h2 id=a>A</h2>\n\n|c|m|\n|-|-|\n|1|x|", "table 3 A: c | m\n5: 1 | x"),
            ("# A\n<table><tr><td>c<tr><td>1</table>", "table 2 A: c\n2: 1"),
            ("|c|m|\n|-|-|\n|1|x|\n# A", "table 1 -: c | m\n3: 1 | x"),
            ("---\ntitle: A\n---\n|c|m|\n|-|-|\n|1|x|", "table 4 -: c | m\n6: 1 | x"),
        ],
        markdown,
    );
    check(
        &[
            (
                "<h1>A</h1>\n<h2>B <code>c</code></h2><table><tr><td>c<tr><td>1</table>",
                "table 2 B c: c\n2: 1",
            ),
            (
                "<h1>A</h1><table><caption>B</caption><tr><td>c<tr><td>1</table>\n<table><tr><td>d</table>",
                "table 1 B: c\n1: 1\ntable 2 A: d",
            ),
        ],
        html,
    );
}

#[test]
fn a_cell_counts_for_each_row_and_column_that_it_covers() {
    check(
        &[
            (
                "<table><tr><th>c<th>m<th>d\n<tr><td rowspan=2>1<td>a<td>b\n<tr><td colspan=2>x\n<tr><td>2<td>y<td>z</table>",
                "table 1 -: c | m | d\n2: 1 | a | b\n3: 1 | x | x\n4: 2 | y | z",
            ),
            (
                "<table><tr><th>c<th>m\n<tr><td colspan=9>A\n<tr><td>1<td>a<tr><td colspan=2>B</table>",
                "table 1 -: c | m\nsection 2: A\n3: 1 | a\nsection 3: B",
            ),
            (
                "<table><tbody><tr><td rowspan=0>c<td>m<tr><td>a<tbody><tr><td>1<td>b</table>",
                "table 1 -: c | m\n1: c | a\n1: 1 | b",
            ),
            (
                "<table><tr><td>c<td>m<td>d<tr><td>1<td rowspan=99999999999>a<td>b<tr><td>2<td>d<tr><td>3</table>",
                "table 1 -: c | m | d\n1: 1 | a | b\n1: 2 | a | d\n1: 3 | a",
            ),
            (
                "<table><tr><td>c<td colspan=0>m<tr><td>1<td colspan=x>a</table>",
                "table 1 -: c | m\n1: 1 | a",
            ),
        ],
        html,
    );
}

#[test]
fn headings_may_have_several_rows_and_be_anywhere() {
    check(
        &[
            (
                "<table><thead><tr><th rowspan=2>Code<th colspan=2>Text<tr><th>en<th>zh<tbody><tr><td>1<td>a<td>b</table>",
                "table 1 -: Code | Text en | Text zh\n1: 1 | a | b",
            ),
            (
                "<table><tr><th colspan=2>All codes<tr><th>Code<th>m<tr><td>1<td>a<tr><th>Code<th>m<tr><td>2<td>b</table>",
                "table 1 -: Code | m\nsection 1: All codes\n1: 1 | a\n1: 2 | b",
            ),
            (
                "<table><tr><td>1<td>a<tr><th>Code<th>m<tr><td>2<td>b</table>",
                "table 1 -: Code | m\n1: 1 | a\n1: 2 | b",
            ),
            (
                "<table><tr><th>Code<th>m<tr><td>1<td>a\n<tr><th>Code<th>text<tr><td>2<td>b</table>",
                "table 1 -: Code | m\n1: 1 | a\ntable 2 -: Code | text\n2: 2 | b",
            ),
            (
                "<table><thead><tr><th><th></thead><tr><td>Code<td>m<tr><td>1<td>a</table>",
                "table 1 -: Code | m\n1: 1 | a",
            ),
            (
                "<table><tr><th>Code<td>m<tr><th>1<td>a<tr><th>2<td>b</table>",
                "table 1 -: Code | m\n1: 1 | a\n1: 2 | b",
            ),
        ],
        html,
    );
}

#[test]
fn tables_in_code_and_in_comments_are_not_read_but_known() {
    let table = "|c|m|\n|-|-|\n|1|x|\n";
    let hidden = "hidden 2 -: c | m\n4: 1 | x";
    let fenced = |open: &str, close: &str| format!("{open}\n{table}{close}\n|2|y|\n");
    for (open, close) in [("```md", "```"), ("~~~", "~~~~"), ("<!--", "-->"), ("{/*", "*/}")] {
        let found = shown(&markdown(&fenced(open, close)).unwrap());
        assert_eq!(found.trim_end(), format!("{hidden}\nfinding 6: |2|y|"), "{open}");
    }
    check(
        &[
            ("```\n<table><tr><td>c\n<tr><td>1</table>\n```", "hidden 2 -: c\n3: 1"),
            ("```\n| 1 | x |\n```", "hidden 2 -: \n2: | 1 | x |"),
            ("```\n\n|c|\n|-|\n|1|", "table 3 -: c\n5: 1"),
            ("> ```\n> |c|\n> |-|\n|1|x|", "hidden 2 -: c\nfinding 4: |1|x|"),
            ("`<table>`\n\n|c|m|\n|-|-|\n|1|`</table>`|", "table 3 -: c | m\n5: 1 | </table>"),
            ("<!-- a --> b\n|c|m|\n|-|-|\n|1|<!-- x -->y|", "table 2 -: c | m\n4: 1 | y"),
            ("a <!-- b\n|c|m|\n|-|-|\n|1|x|", "table 2 -: c | m\n4: 1 | x"),
        ],
        markdown,
    );
}

/// Texts that can be between the rows of a document, or can damage them.
const NOISE: [&str; 62] = [
    "",
    "",
    "",
    "text",
    "text | with | bars",
    "# Heading",
    "---",
    "===",
    "***",
    "<br/>",
    "</div>",
    "<div>",
    "<p>",
    "<table>",
    "</table>",
    "<table",
    "<TABLE>",
    "<Table>",
    "</Table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<thead>",
    "<tbody>",
    "<caption>a",
    "</caption>",
    "<table><tr><td>a",
    "<td rowspan=2>",
    "<td colspan=3>",
    "<td rowspan=0>",
    "<h2>",
    "</h2>",
    "<pre>",
    "</pre>",
    "<b>",
    "<!-- a -->",
    "<!--",
    "{/*",
    "{/* a */}",
    "```",
    "~~~",
    "````md",
    "`",
    "``",
    "`<table>`",
    "`</table>`",
    "<a b=\"",
    "\"",
    "'",
    "<a b='>'>",
    "<script>",
    "<svg>",
    "<math>",
    "<Vg k={{a: '>'}} />",
    "|",
    "||",
    "|-|-|",
    "--|--",
    "- item",
    "1. item",
    "> quote",
];

#[derive(Clone, Debug)]
enum DocumentPiece {
    Noise(&'static str),
    /// A row, written in one of several ways.
    Row(&'static str),
    Headings(&'static str),
}

/// `{}` is the code. Each is one row in one line.
const ROWS: [&str; 14] = [
    "| {} | a |",
    "|{}|a|",
    "{} | a",
    "| {} | a",
    "| {} |",
    "| {} | a | b |",
    "    | {} | a |",
    "> | {} | a |",
    "- | {} | a |",
    "<tr><td>{}</td><td>a</td></tr>",
    "<tr><td>{}<td>a",
    "  <TR class=\"x\"><TD>{}</TD>",
    "    <td>{}</td>",
    "<tr>\t<th>{}</th>",
];

const HEADINGS: [&str; 5] = [
    "| Code | Message |\n|--|--|",
    "\n| Code | Message |\n|--|--|--|",
    "\nCode | Message\n--|--",
    "<table><tr><th>Code</th><th>Message</th></tr>",
    "\n<table>\n\n  <tr><th>Code<th>Message\n",
];

fn piece() -> impl Strategy<Value = DocumentPiece> {
    prop_oneof![
        3 => select(&NOISE[..]).prop_map(DocumentPiece::Noise),
        4 => select(&ROWS[..]).prop_map(DocumentPiece::Row),
        2 => select(&HEADINGS[..]).prop_map(DocumentPiece::Headings),
    ]
}

/// The document, and the code of each row with its line, and whether it is HTML.
fn document(pieces: &[DocumentPiece]) -> (String, Vec<(usize, usize, bool)>) {
    let mut document = String::new();
    let mut rows = Vec::new();
    for piece in pieces {
        match piece {
            DocumentPiece::Noise(text) | DocumentPiece::Headings(text) => document.push_str(text),
            DocumentPiece::Row(row) => {
                let code = 7_000 + rows.len();
                rows.push((code, document.matches('\n').count() + 1, row.contains('<')));
                document.push_str(&row.replace("{}", &code.to_string()));
            }
        }
        document.push('\n');
    }
    (document, rows)
}

/// Each row is in a table, in a finding, or in a table that is hidden.
fn find_rows(pieces: &[DocumentPiece]) {
    let (text, rows) = document(pieces);
    let found = [shown(&markdown(&text).unwrap()), shown(&html(&text).unwrap())];
    for (code, line, is_html) in rows {
        // A pipe table in a page of HTML is only text.
        for found in found.iter().take(if is_html { 2 } else { 1 }) {
            let code = code.to_string();
            assert!(found.contains(&code), "line {line}: {code}\n{text}\n\n{found}");
        }
    }
}

proptest! {
    #[test]
    fn every_row_is_found(pieces in prop::collection::vec(piece(), 1..12)) {
        find_rows(&pieces);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200_000))]
    #[test]
    #[ignore = "200,000 documents take a minute"]
    fn every_row_of_many_documents_is_found(pieces in prop::collection::vec(piece(), 1..12)) {
        find_rows(&pieces);
    }
}
