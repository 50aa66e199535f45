//! Lists beside tables, and which of both are read.

use error_catalog::{Format, LeftOut, Problem, Reader, Table, WrittenAs};

#[test]
fn codes_beside_tables_are_findings_unless_a_table_has_them() {
    let beside = |codes: &str, list: &str| {
        let rows: Vec<_> = codes.split(' ').map(|code| format!("| {code} | text |")).collect();
        let rows = rows.join("\n");
        let document = format!("# A\n\n| Code | Message |\n| - | - |\n{rows}\n\n{list}");
        let reading = Table::read(&document, Format::Markdown).unwrap();
        assert_eq!(reading.table.rows().len(), rows.lines().count());
        let codes = reading.report.findings.iter().map(|finding| match finding.problem() {
            Problem::BesideTables { code, .. } => code.clone(),
            other => panic!("{other}"),
        });
        (codes.collect::<Vec<_>>().join(" "), reading.report.tables.len())
    };
    let cases = [
        ("1001 1002", "- `1001`: a\n- `1003`: b", "1003"),
        ("1001 1002", "- `1001`: a\n- `1002`: b", ""),
        ("1001 1002", "### 1003 A\n\n- `1004`: b\n- **1005** – c", "1003 1004 1005"),
        ("400 404", "- `1001`: a\n- `1002`: b", "1001 1002"),
        ("0 10001", "- 1: a\n- 2: b", ""),
        ("1001 1002", "- 400: a\n- 404: b", ""),
        ("1001 1002", "- 2019: a\n- 2020: b", ""),
        ("2001 2002", "- 2001: a\n- 2003: b", "2003"),
        ("1001 1002", "- 2001: a\n- 2002: b", "2001 2002"),
        ("1001 1002", "- 2009: a\n\n# B\n\n- 2011: b\n- 2012: b", "2009 2011 2012"),
        ("1001 1002", "- 2009: a\n\n# B\n\n- 2023: b\n- 2024: b", "2009"),
        ("1001 1002", "# Changelog\n\n- 2008: a\n- 2020: b", ""),
        ("101 102", "- 2008: a\n- 2009: b", ""),
        ("E1001 E1002", "- E1001: a\n- E1003: b", "E1003"),
        ("E1001 E1002", "- 1001: a\n- 1003: b", ""),
        ("0x10 0x11", "- 0x10: a\n- 0x12: b", "0x12"),
        ("A_B B_C", "- `A_B`: a\n- `C_D`: b", "C_D"),
        ("A0001 A0002", "- A0003: x\n- B0001: x", "A0003 B0001"),
        ("A0001 A0002", "- A100: x\n- B200: x", ""),
        ("E1 E2", "- E3, E4: x\n- E5: y", "E3, E4 E5"),
        ("1001 1002", "**1003** foo\n\n**1004 Title**\n\nbar", "1003 1004"),
        ("1001 1002", "1003: a\n\n1004: b", "1003 1004"),
        ("1001 1002", "1003. a\n1004. b", "1003 1004"),
        ("1001 1002", "<details><summary>1003: a</summary>b</details>", "1003"),
        ("10 11", "12. a\n13. b", "12 13"),
        // Names without a digit.
        ("UserGone BadToken", "- UserLost: a\n- `TokenLost`: b", "UserLost TokenLost"),
        (
            "invalid_request",
            "- invalid_grant – a\n- `invalid_scope` B",
            "invalid_grant invalid_scope",
        ),
        ("EPIPE ENOENT", "- `ECONNRESET`\n- EBUSY: a\n- E2BIG: b", "ECONNRESET EBUSY E2BIG"),
        (
            "EPIPE ENOENT",
            "`EPERM`\n: a\n\n### `EACCES`\n\nb\n\n**ERANGE**\nc\n\n**EDOM**: d",
            "EPERM EACCES ERANGE EDOM",
        ),
        ("declined", "- `stolen`: a\n- `lost`: b", "stolen lost"),
        ("auth/wrong-password", "- `auth/invalid-email`: a", "auth/invalid-email"),
        (
            "UserGone BadToken",
            "### UserIsLost\n\na\n\n### TokenIsLost\n\nb",
            "UserIsLost TokenIsLost",
        ),
        ("USER_GONE", "- ROOM_FULL (a)\n- ROOM_LOST b", "ROOM_FULL ROOM_LOST"),
        ("Disk.Lost", "### Net.Lost\n\na\n\n### Net.Bad\n\nb", "Net.Lost Net.Bad"),
        ("isv.bad-key", "- isv.no-key: a\n- **isv.old-key**: b", "isv.no-key isv.old-key"),
        // What may also be numbers of things.
        ("1001 1002", "- 1003 is a\n- 1004 is b", "1003 1004"),
        ("1001 1002", "- 1000 users\n- 5000 messages per day", ""),
        // Names are more often those of parameters, unless the tables have such names too.
        ("1001 1002", "- invalid_grant: a\n- invalid_scope: b", ""),
        // Names of another kind, and words that are not the name of a code.
        ("UserGone BadToken", "- `invalid_grant`: a\n- `invalid_scope`: b", ""),
        ("invalid_request", "# Parameters\n\n- `client_id`: a\n- `grant_type`: b", ""),
    ];
    for (codes, list, expected) in cases {
        let (found, tables) = beside(codes, list);
        assert_eq!(found, expected, "{codes}: {list}");
        assert!(tables > 1, "the report names the list {list}");
    }
}

const MIXED: &str = "\
# Tokens

| Code | Message |
| ---- | ------- |
| 1001 | one     |

- `1002`: two

# Doors

- `1003`: three

# Years

- 2019: four
";

#[test]
fn options_choose_lists() {
    let lines = |reader: Reader| {
        let table = reader.read(MIXED, Format::Markdown).unwrap().table;
        table.rows().iter().filter_map(error_catalog::Row::line).collect::<Vec<_>>()
    };
    assert_eq!(lines(Reader::new()), [5]);
    assert_eq!(lines(Reader::new().table(1).table(2)), [5, 7]);
    assert_eq!(lines(Reader::new().section("Tokens")), [5]);
    assert_eq!(lines(Reader::new().section("Doors")), [11]);
    assert_eq!(lines(Reader::new().section("Tokens").section("Doors")), [5, 11]);
    assert_eq!(lines(Reader::new().table(4)), [15]);
}

#[test]
fn the_report_names_lists() {
    let report = Reader::new().read(MIXED, Format::Markdown).unwrap().report;
    let found: Vec<_> = report
        .tables
        .iter()
        .map(|table| (table.number, table.line, table.written_as, table.left_out.clone()))
        .collect();
    let beside = Some(LeftOut::BesideTables);
    assert_eq!(
        found,
        [
            (1, 3, WrittenAs::Table, None),
            (2, 7, WrittenAs::List, beside.clone()),
            (3, 11, WrittenAs::List, beside),
            (4, 15, WrittenAs::List, Some(LeftOut::MaybeYears)),
        ]
    );
}
