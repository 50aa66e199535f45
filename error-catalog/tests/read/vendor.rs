//! The tool on the document of the JMessage Web SDK, and on the catalog of its codes.

use error_catalog::{Format, Reading, Table};
use jmessage_codes::WebCode;

/// The document as the vendor published it, byte for byte.
const DOCUMENT: &str = include_str!("../../../tests/data/jmessage-web-error-codes.md");

#[test]
fn the_catalog_matches_the_document() {
    let Reading { table, report, .. } = Table::read(DOCUMENT, Format::Markdown).unwrap();
    assert_eq!(table.compare_to(&Table::of::<WebCode>()), []);
    let findings: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
    let row_0 = r#"line 12: 4 cells under 3 headings, the surplus is appended to the last cell: "| 0\t| success\t| Successful | request|""#;
    assert_eq!(findings, [row_0]);
}
