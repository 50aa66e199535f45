//! Lines that look like rows but are in no match of an expression.

use error_catalog::{Finding, Format, Reader};

/// The expression, its rows, and lines that look like rows and are in none.
const CASES: [(&str, &str, &[&str], &[&str]); 6] = [
    (
        r"(?m)^(?<code>\w{5}) +(?<severity>[EWS]) +ERRCODE_(?<variant>\w+)$",
        "03000    E    ERRCODE_SQL_STATEMENT\n2202E    E    ERRCODE_ARRAY_ELEMENT\n",
        &[
            // A new severity, a tab, a trailing comma, a longer code.
            "03001    X    ERRCODE_SQL_OTHER",
            "03001\tE\tERRCODE_SQL_OTHER",
            "03001    E    ERRCODE_SQL_OTHER,",
            "030011   E    ERRCODE_SQL_OTHER",
        ],
        &["# Class 03 - SQL statements", "Section: Class 22 - Data"],
    ),
    (
        r"(?<variant>[A-Z_]+)\((?<code>\d+)\)",
        "    JAMMED(7),\n    OPEN(8),\n    NO_DOOR(9);\n",
        &["    LOST(10, x),", "    LOST( 10 ),", "    LOST1(10);", "\tLOST(10+1)"],
        &["// Since 2019, see RFC 7231.", "    private final int MAX = 10;", "}"],
    ),
    (
        r#"<error code="(?<code>[A-Za-z]+)" text="(?<message>[^"]*)"/>"#,
        "<error code=\"NoSuchBucket\" text=\"none\"/>\n<error code=\"AccessDenied\" text=\"no\"/>\n",
        &[
            "<error code=\"InvalidRange\"  text=\"bad\"/>",
            "<error code=\"InvalidRange\" title=\"x\"/>",
        ],
        &["<!-- The errors of the Storage service -->", "<errors version=\"1\">"],
    ),
    (
        r"(?m)^- `(?<code>E\d{3})`: (?<message>.+)$",
        "- `E001`: lost\n- `E002`: gone\n",
        &["- `E1000`: another", "* `E003`: another", "- `E003` another"],
        &["The codes of version 2:", "See `README`."],
    ),
    (
        r"(?m)^  (?<variant>[A-Z][a-z]+) = (?<code>-?\d+),$",
        "  Jammed = 7,\n  Open = 8,\n",
        &["  Lost = 100", "  Lost = 9, // no door", "  Lost  =  9,"],
        &["// The door is jammed or open.", "enum Door {", "}"],
    ),
    (
        r"(?m)^(?<code>\d{4}): (?<message>.+)$",
        "1001: lost\n1002: gone\n",
        &["10030: another", "  1003: another", "1003:another"],
        &["The codes are from 2019 on.", "Status 404 is another."],
    ),
];

fn read(expression: &str, document: &str) -> error_catalog::Reading {
    Reader::new().regex(expression).unwrap().read(document, Format::Text).unwrap()
}

#[test]
fn a_line_with_all_that_a_row_has_is_a_finding() {
    for (expression, rows, missed, others) in CASES {
        for line in missed {
            let reading = read(expression, &format!("{rows}{line}\n"));
            let lines: Vec<usize> = reading.report.findings.iter().map(Finding::line).collect();
            assert_eq!(lines, [rows.lines().count() + 1], "{line}");
        }
        for line in others {
            let reading = read(expression, &format!("{line}\n{rows}"));
            assert!(reading.report.findings.is_empty(), "{line}: {:?}", reading.report.findings);
        }
    }
}
