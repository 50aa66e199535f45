//! What the reader guesses without an option, and what it says about it.

use error_catalog::{Format, Import, Problem, Reader, Table};

fn rows(table: &Table) -> Vec<String> {
    let rows = table.rows().iter();
    rows.map(|row| [row.code(), row.message(), row.description()].join("/")).collect()
}

#[test]
fn columns_are_found() {
    let cases = [
        (
            Format::Markdown,
            "| Error code | Cause and troubleshooting tips |\n| - | - |\n| 1 | one |",
            vec!["1/one/"],
        ),
        (Format::Csv, "Code,原因和解决方案\n1,one\n", vec!["1/one/"]),
        // A heading that needs no such guess is better.
        (Format::Csv, "Code,Cause and tips,Message\n1,a,one\n", vec!["1/one/"]),
        (
            Format::Json,
            r#"[{"code": 1, "title": "one", "text": "long", "action": ["a"]}]"#,
            vec!["1/one/long"],
        ),
        (Format::Json, r#"[{"code": 1, "title": "one", "action": ["a"]}]"#, vec![r#"1/one/["a"]"#]),
        (
            Format::Json,
            r#"[{"code": 1, "title": "one", "text": "long", "detail": "two", "action": ["a"]}]"#,
            vec!["1/one/two"],
        ),
    ];
    for (format, document, expected) in cases {
        let table = Table::read(document, format).unwrap().into_clean().unwrap();
        assert_eq!(rows(&table), expected, "{document}");
    }
}

#[test]
fn names_of_errors_are_codes() {
    const NAMES: &str = "| Error | Description |\n| - | - |\n";
    let cases = [
        ("| `not_authed` | a |\n| `invalid_auth` | b |", "not_authed/a/ invalid_auth/b/"),
        ("| AADSTS50001 | a |\n| AADSTS500011 | b |", "AADSTS50001/a/ AADSTS500011/b/"),
        (
            "| AccessDenied | a |\n| Timeout | b |\n| NoRoom | c |",
            "AccessDenied/a/ Timeout/b/ NoRoom/c/",
        ),
    ];
    for (names, expected) in cases {
        let document =
            format!("| Parameter | Description |\n| - | - |\n| user_id | x |\n\n{NAMES}{names}");
        let table = Table::read(&document, Format::Markdown).unwrap().into_clean().unwrap();
        assert_eq!(rows(&table).join(" "), expected, "{document}");
    }
    for sentences in
        ["| Timeout | a |\n| Denied | b |", "| Disk is full | a |\n| No_room here | b |"]
    {
        let error = Table::read(&format!("{NAMES}{sentences}"), Format::Markdown).unwrap_err();
        assert!(error.to_string().contains("cannot find the column of the codes"), "{error}");
    }
}

#[test]
fn tables_that_look_like_codes_are_not_lost() {
    let table = "| Code | Message |\n| - | - |\n| `E_ONE` | one |\n\n";
    let others = [
        "| Ref | Text |\n| - | - |\n| E1001 | a |\n| see E1001 | b |\n| E1003 | c |",
        "| Error | Text |\n| - | - |\n| not_authed | a |\n| bad_auth | b |\n| old one | c |",
    ];
    for other in others {
        let reading = Table::read(&format!("{table}{other}"), Format::Markdown).unwrap();
        let findings = reading.report.findings.iter().map(ToString::to_string);
        let findings: Vec<_> = findings.collect();
        assert!(findings.concat().contains("no heading is known for its codes"), "{findings:?}");
    }
}

#[test]
fn errors_say_once_what_to_do() {
    let table = "| Code | Message |\n| - | - |\n| 1 | one |\n\n";
    let tables = table.repeat(3);
    let headings = "Code,Text,Note\n1,one,a\n";
    let cases = [
        (Reader::new().code("Cod"), Format::Markdown, &*tables, "; the closest is \"Code\""),
        (Reader::new().message("mesages"), Format::Markdown, &tables, "closest is \"Message\""),
        (
            Reader::new().code("Kind"),
            Format::Markdown,
            &tables,
            "no table of codes has the heading \"Kind\" (found: \"Code\", \"Message\")",
        ),
        (
            Reader::new().code("1"),
            Format::Csv,
            "A,B\n1,one\n",
            "cannot find the column of the messages; pass --message HEADING (found: \"A\", \"B\")",
        ),
        (Reader::new().code("Note").message("Txt"), Format::Csv, headings, "closest is \"Text\""),
    ];
    for (reader, format, document, expected) in cases {
        let error = reader.read(document, format).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}\n{document}");
    }
}

#[test]
fn statuses_that_errors_share_are_no_codes() {
    let document =
        "name,codes,description\nA_B,400,a\nB_C,400,b\nC_D,400,c\nD_E,401,d\nE_F,401,e\n";
    let error = Table::read(document, Format::Csv).unwrap_err().to_string();
    assert!(
        error.starts_with(
            "3 of its rows have the code of another row under \"codes\"; pass --code \"name\""
        ),
        "{error}"
    );
    let named = Reader::new().code("name").read(document, Format::Csv).unwrap();
    assert_eq!(named.into_clean().unwrap().rows().len(), 5);
    // Another column of codes has a different one in each row.
    let own = "name,code,error_code,description\nA,400,7,a\nB,400,8,b\nC,400,9,c\n";
    let table = Table::read(own, Format::Csv).unwrap().into_clean().unwrap();
    assert_eq!(rows(&table), ["7/A/a", "8/B/b", "9/C/c"]);
    // As the caller wants it.
    let codes = Reader::new().code("codes").read(document, Format::Csv).unwrap();
    assert_eq!((codes.table.rows().len(), codes.report.findings.len()), (2, 3));
}

#[test]
fn tables_with_different_headings_of_codes() {
    let document = "\
| Error | Text |\n| - | - |\n| denied | no token |\n| expired | too late |\n
| Code | Error | Text |\n| - | - | - |\n| rate_limited | a | too many |\n
| Parameter | Text |\n| - | - |\n| token | the token |\n";
    let read = |codes: &[&str]| {
        let reader = codes.iter().fold(Reader::new(), |reader, code| reader.code(*code));
        let reading = reader.read(document, Format::Markdown).unwrap();
        let findings = reading.report.findings.iter().map(|it| it.problem().to_string());
        (rows(&reading.table), findings.collect::<Vec<_>>())
    };
    // A table that may have codes is not left out in silence.
    let may_be = "this table is left out with its 2 rows: the names under \"Error\" may be codes; \
                  pass --code HEADING or --table N";
    let rest = "rate_limited/a/".to_owned();
    for codes in [&[][..], &["Code"]] {
        assert_eq!(read(codes), (vec![rest.clone()], vec![may_be.to_owned()]));
    }
    let first = ["denied/no token/", "expired/too late/"].map(str::to_owned);
    let all = [&first[..], &[rest]].concat();
    assert_eq!(read(&["Code", "Error"]), (all, Vec::new()));
    // The second table has both.
    let all = [&first[..], &["a/too many/".to_owned()]].concat();
    assert_eq!(read(&["Error", "Code"]).0, all);
}

#[test]
fn a_known_heading_beside_the_named_one_is_a_finding() {
    let document =
        "| Ref | Text |\n| - | - |\n| 1 | one |\n\n| Code | Text |\n| - | - |\n| 2 | two |\n";
    let reading = Reader::new().code("Ref").read(document, Format::Markdown).unwrap();
    let expected = "line 5: this table is left out with its 1 row: its codes are under \"Code\"; \
                    pass --code HEADING for it too, or --table N: \"Code | Text\"";
    assert_eq!(reading.report.findings[0].to_string(), expected);
    let chosen = Reader::new().code("Ref").table(1).read(document, Format::Markdown).unwrap();
    assert_eq!(chosen.report.findings, []);
    let both = Reader::new().code("Ref").code("Code").read(document, Format::Markdown).unwrap();
    assert_eq!(rows(&both.into_clean().unwrap()), ["1/one/", "2/two/"]);
}

/// Statuses, names of gRPC.
#[test]
fn the_kinds_can_be_the_codes_or_the_texts() {
    for (column, kind) in [("Status", "Unavailable"), ("Message", "NotFound")] {
        let document = "Status,Message\n503,not found\n";
        let reader = Reader::new().code("Status").kind(column);
        let table = reader.read(document, Format::Csv).unwrap().into_clean().unwrap();
        let source = Import::new("Http").kind(column).write(&table).unwrap();
        let row = format!("#[code(503, \"not found\", kind = {kind})] NotFound,");
        assert!(source.contains(&row), "{source}");
    }
}

#[test]
fn a_cell_that_says_no_kind_is_a_finding() {
    let document = "code,message,status\n1,a,400\n2,b,303\n3,c,-503\n4,d,400 406\n5,e,503 Busy\n";
    let reading = Reader::new().kind("status").read(document, Format::Csv).unwrap();
    let findings: Vec<_> = reading
        .report
        .findings
        .iter()
        .map(|finding| match finding.problem() {
            Problem::NoKind { value, .. } => (finding.line(), value.as_str()),
            other => panic!("{other}"),
        })
        .collect();
    assert_eq!(findings, [(4, "-503"), (5, "400 406")]);
    let source = Import::new("Door").kind("status").write(&reading.table).unwrap();
    let kinds: Vec<_> = source
        .lines()
        .filter_map(|line| line.split_once("kind = "))
        .map(|(_, kind)| kind)
        .collect();
    assert_eq!(kinds, ["InvalidArgument)] A,", "Unavailable)] E,"]);
}

#[test]
fn sections_of_csv_are_headings_of_the_rows_below() {
    let document =
        "Code,Message,Note\n**COMMON**,,\nE_A,one,\nE_B,,\n== Long title ==,,\nE_C,two,x\n";
    let reader = Reader::new().column("section", "SECTION");
    let table = reader.read(document, Format::Csv).unwrap().into_clean().unwrap();
    let found: Vec<_> = table.rows().iter().map(|row| (row.code(), row.values()[0])).collect();
    assert_eq!(found, [("E_A", "COMMON"), ("E_B", "COMMON"), ("E_C", "Long title")]);
    // A code without a text is a row.
    for code in ["-1", "1001", "E_D", "__E", "4xx", "NOT FOUND", "~~1~~"] {
        let document = format!("Code,Message,Note\n1,one,\n2,two,\n{code},,\n");
        let reading = Table::read(&document, Format::Csv).unwrap();
        assert_eq!(reading.table.rows().len() + reading.report.findings.len(), 3, "{code}");
    }
}

#[test]
fn components_keep_their_text() {
    let document = "\
| Code | Message |
| ---- | ------- |
| 1 | A <Tooltip tip=\"x\">token</Tooltip> is old |
| 2 | `Vec<String>` and Option<Code> |

<table><tr><td>Code<td>Message</tr><tr><td><Badge>3</Badge><td>b</tr></table>
";
    let table = Table::read(document, Format::Markdown).unwrap().into_clean().unwrap();
    assert_eq!(rows(&table), ["1/A token is old/", "2/Vec<String> and Option<Code>/", "3/b/"]);
}

/// What writers of MDX put around texts.
#[test]
fn jsx_around_a_text_is_no_text() {
    let cells = [
        ("<Anchor id=\"x\" />one", "one"),
        ("one <Icon name=\"x\"/> two<br/>three", "one  two\nthree"),
        ("a <Tooltip text={\"b > c\"}>token</Tooltip>", "a token"),
        ("a <Tooltip text={{ b: 'c' }}>`<Tag a={b}>`</Tooltip>", "a <Tag a={b}>"),
        ("one{/* two */}", "one"),
        ("<>one</> two", "one two"),
        ("<span style={{ color: 'red' }}>one</span>", "one"),
        ("see <a href={\"https://x.example\"}>this</a>", "see this"),
        // What is a text.
        ("Vec<u8>, <Item/>, {id} and a <> b", "Vec<u8>, <Item/>, {id} and a <> b"),
        ("`<Icon />` and `{/* a */}`", "<Icon /> and {/* a */}"),
    ];
    for (cell, text) in cells {
        let table = format!("| Code | Message |\n| - | - |\n| 1 | {cell} |\n");
        let read = Table::read(&table, Format::Markdown).unwrap().into_clean().unwrap();
        assert_eq!(read.rows()[0].message(), text, "{table}");
        let form = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        for document in [
            format!("- 1001: {cell}\n"),
            format!("### 1001\n\n{cell}\n"),
            format!("<Tabs>\n  <Tab label={{\"a\"}}>\n\n    - 1001: {cell}\n\n  </Tab>\n</Tabs>\n"),
        ] {
            let read = Table::read(&document, Format::Markdown).unwrap().into_clean().unwrap();
            assert_eq!(form(read.rows()[0].message()), form(text), "{document}");
        }
    }
    let module = "\
import Tabs from '@theme/Tabs'

# Errors

### 1001 One

export const a = {
  b: 1,
}

{/* - 1003: hidden */}

Text.

### 1002 Two
";
    let read = Table::read(module, Format::Markdown).unwrap().into_clean().unwrap();
    assert_eq!(rows(&read), ["1001/One/Text.", "1002/Two/"]);
}

#[test]
fn names_that_begin_with_digits_are_names() {
    let cases = [
        ("code,message\n2FA_CONFIRM_WAIT_X,Wait a while\nA_B,one\n", "Code2faConfirmWaitX"),
        ("code,message\n404_NOT_FOUND,Gone\nA_B,one\n", "Code404NotFound"),
        ("code,message\n7,2FA_CONFIRM_WAIT_X\n8,one\n", "Code2faConfirmWaitX"),
        ("code,message\n7,404_NOT_FOUND\n8,one\n", "Code404NotFound"),
        ("code,name,message\n7,404_NOT_FOUND,Gone\n8,ONE,one\n", "Code404NotFound"),
        ("code,name,message\n7,2FA_WAIT,Gone\n8,ONE,one\n", "Code2faWait"),
        // No names. A name of a sentence begins after the number.
        ("code,message\n7,404 pages are gone\n8,one\n", "PagesAreGone"),
        ("code,message\n7,1_000\n8,one\n", "Code7"),
    ];
    for (document, name) in cases {
        let table = Table::read(document, Format::Csv).unwrap().into_clean().unwrap();
        let source = Import::new("Door").write(&table).unwrap();
        assert!(source.contains(&format!("] {name},")), "{source}");
    }
}

#[test]
fn a_column_has_where_links_lead() {
    let markdown = "\
| Code | Message | Link |
| ---- | ------- | ---- |
| 1 | See [hours](https://a.example/h \"title\") | [doc](https://a.example/1) |
| 2 | <https://b.example?a&copy&copy=1> | [doc][2], [other](c) |
| 3 | none | |

[2]: <https://b.example/2>
";
    let html = "<table><tr><th>Code<th>Message<th>Link\n\
        <tr><td>1<td>See <a href=\"https://a.example/h\">hours</a><td rowspan=1><a href=https://a.example/1>doc</a>\n\
        <tr><td>2<td><a name=x></a><a href='https://b.example?a&amp;copy&copy=1'>b</a><td><a href=https://b.example/2>doc</a> <a href=c>d</a>\n\
        <tr><td>3<td>none<td></table>";
    let reader = Reader::new().link("help", "Message").link("url", "Link");
    for (format, document) in
        [(Format::Markdown, markdown), (Format::Markdown, html), (Format::Html, html)]
    {
        let reading = reader.read(document, format).unwrap();
        let links: Vec<_> = reading.report.tables[0].columns.iter().map(|it| it.links).collect();
        assert_eq!(links, [0, 2, 2], "{document}");
        let table = reading.into_clean().unwrap();
        assert_eq!(table.rows()[0].message(), "See hours");
        let values: Vec<_> =
            table.rows().iter().map(|row| (row.values()[0], row.values()[1])).collect();
        let expected = [
            ("https://a.example/h", "https://a.example/1"),
            ("https://b.example?a&copy&copy=1", "https://b.example/2"),
            ("", ""),
        ];
        assert_eq!(values, expected, "{document}");
        let source = Import::new("Door").column("help:url").column("url").write(&table);
        assert!(source.is_ok_and(|source| source.contains("help = \"https://a.example/h\"")));
    }
}
