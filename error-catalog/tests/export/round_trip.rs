//! Written documents read back unchanged, whatever the texts contain.

use error_catalog::{CodeType, Format, Problem, Reader, Reading, Row, Table};
use jmessage_codes::ErrorCatalog;
use proptest::prelude::*;

use crate::hostile::{Texts, rows, table};

/// Reads a written document and compares it with the rows that it was made of. What the format
/// cannot express is U+FFFD.
fn check(rows: &Texts, document: &str, format: Format) {
    let is_lost = |character: char| match format {
        Format::Json => false,
        Format::Csv => character.is_control() && !"\t\n".contains(character),
        _ => character == '\0',
    };
    assert!(!document.contains(is_lost), "{document:?}");
    let lines = |text: &String| match format {
        Format::Csv => text.replace("\r\n", "\n"),
        _ => text.clone(),
    };
    let expressed = |text: &String| lines(text).replace(is_lost, "\u{fffd}");
    let Reading { table, report, .. } = Table::read(document, format).unwrap();
    // A text of several lines may have one that looks like a row of CSV.
    let is_text = |problem: &Problem| matches!(problem, Problem::HiddenRow { .. });
    assert!(report.findings.iter().all(|finding| is_text(finding.problem())), "{report:?}");
    let found = table.rows().iter().map(|row| {
        assert_eq!(row.values().len(), 1);
        [row.code(), row.message(), row.description(), row.values()[0]].map(str::to_owned)
    });
    let expected = rows.iter().map(|(code, [message, description, zh])| {
        [code.to_string(), expressed(message), expressed(description), expressed(zh)]
    });
    assert_eq!(found.collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "{document}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
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

/// Headings that mean something to a reader, in a format, or both.
const HEADINGS: [&str; 14] = [
    "zh",
    "aliases",
    "Alias",
    "detail",
    "Details",
    "message",
    "name",
    "code",
    "kind",
    "a|b",
    "<img src=x>",
    "*x*",
    "reason",
    "描述",
];

/// A table of strings whose further column has this heading, and which has aliases with
/// commas and backslashes.
fn titled(heading: &str) -> Table {
    let document = serde_json::json!([
        { "Code": "1", "Aliases": r"a\,b, c\\, \d", "Message": "one", heading: "cell" },
        { "Code": "2", "Aliases": "", "Message": "two", heading: "" },
    ]);
    let reader = Reader::new().code_type(CodeType::Str).column(heading, heading);
    reader.read(&document.to_string(), Format::Json).unwrap().into_clean().unwrap()
}

#[test]
fn string_codes_are_strings_in_json() {
    assert!(titled("zh").to_json().contains(r#""code": "1""#));
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32, hex)]
enum Status {
    #[code(0x8000_4005 | 5, "failed")]
    Failed,
}

/// As the catalog displays them, compiled or not.
#[test]
fn codes_of_a_hexadecimal_catalog_are_its_own() {
    let csv = Table::of::<Status>().to_csv();
    assert!(csv.contains("\n0x80004005,0x00000005,Failed,"), "{csv}");
    let json = Table::of::<Status>().to_json();
    assert!(json.contains(r#""code": "0x80004005""#), "{json}");
}

#[test]
fn columns_read_back_as_what_they_are() {
    for heading in HEADINGS {
        let table = titled(heading);
        assert_eq!(table.columns(), [heading]);
        assert_eq!(table.rows()[0].aliases(), ["a,b", r"c\", r"\d"]);
        for (document, format) in [
            (table.to_markdown(), Format::Markdown),
            (table.to_html(), Format::Html),
            (table.to_csv(), Format::Csv),
            (table.to_json(), Format::Json),
        ] {
            let reader = Reader::new().code_type(CodeType::Str);
            let back = reader.read(&document, format).unwrap().into_clean().unwrap();
            assert_eq!(back.columns(), [heading], "{document}");
            for (back, row) in back.rows().iter().zip(table.rows()) {
                let texts = |row: &Row| {
                    let texts = [row.code(), row.message()].map(str::to_owned);
                    (texts, row.aliases().to_vec(), row.values().concat())
                };
                assert_eq!(texts(back), texts(row), "{document}");
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Door {
    #[code(7, "jammed", kind = Unavailable)]
    Jammed,
    #[code(9, "gone", retired)]
    Gone,
}

#[test]
fn retired_rows_read_back() {
    let table = Table::of::<Door>();
    for (document, format) in [
        (table.to_markdown(), Format::Markdown),
        (table.to_html(), Format::Html),
        (table.to_csv(), Format::Csv),
        (table.to_json(), Format::Json),
    ] {
        let back = Table::read(&document, format).unwrap().into_clean().unwrap();
        assert_eq!(back.compare_to(&table), []);
        assert_eq!(back.rows().iter().map(Row::is_retired).collect::<Vec<_>>(), [false, true]);
    }
}
