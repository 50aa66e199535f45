//! Documents as vendors publish them, in each format.

use std::error::Error;

use error_catalog::{CodeType, Format, Problem, ReadError, Reader, Reading, Row, Table};

fn read(document: &str, format: Format) -> Reading {
    Table::read(document, format).unwrap()
}

/// Code, message and description of each row.
fn texts(table: &Table) -> Vec<[&str; 3]> {
    table.rows().iter().map(|row| [row.code(), row.message(), row.description()]).collect()
}

fn findings(reading: &Reading) -> Vec<String> {
    reading.report.findings.iter().map(ToString::to_string).collect()
}

#[test]
fn the_same_table_in_every_format() {
    let markdown = "\
# Errors

Some text | with bars | in it.

| Code | Message | Description |
|-----:|:-------:|-------------|
| 7    | door jammed | The *door* is `jammed` \\| stuck |
| -8   | door_open   | a<br>b &amp; c   |
";
    let html = "\
<!DOCTYPE html><html><body><table class=menu><tr><td>Home</td></tr></table>
<table>
  <thead><tr><th>Code</th><th><b>Message</b></th><th>Description</th></tr></thead>
  <tr><td>7</td><td>door
     jammed</td><td>The <em>door</em> is <code>jammed</code> | stuck</td></tr>
  <tbody><tr><td> -8 </td><td>door_open</td><td>a<br>b &amp; c<script>no()</script></td></tr></tbody>
</table></body></html>";
    let csv = "\u{feff}Code,Message,Description\r\n7,door jammed,The door is jammed | stuck\r\n-8,door_open,\"a\nb & c\"\r\n";
    let tsv = "Code\tMessage\tDescription\n7\tdoor jammed\tThe door is jammed | stuck\n-8\tdoor_open\t\"a\nb & c\"\n";
    let array = r#"[{"code": 7, "message": "door jammed", "description": "The door is jammed | stuck"},
        {"description": "a\nb & c", "code": "-8", "message": "door_open"}]"#;
    let object = r#"{"7": {"message": "door jammed", "description": "The door is jammed | stuck"},
        "-8": {"message": "door_open", "description": "a\nb & c"}}"#;
    let documents = [
        (Format::Markdown, markdown),
        (Format::Html, html),
        (Format::Csv, csv),
        (Format::Tsv, tsv),
        (Format::Json, array),
        (Format::Json, object),
    ];
    for (format, document) in documents {
        let reading = read(document, format);
        assert_eq!(findings(&reading), [""; 0], "{format}");
        assert_eq!(
            texts(&reading.table),
            [["7", "door jammed", "The door is jammed | stuck"], ["-8", "door_open", "a\nb & c"],],
            "{format}"
        );
    }
}

#[test]
fn markdown_with_html_tables_and_several_tables() {
    let document = "\
| Error code | Error message |
| - | - |
| 1 | one |

<table>
<tr><td>错误码</td><td>错误信息</td><td>描述</td></tr>
<tr><td>2</td><td>two</td><td>zwei</td></tr>
</table>

| Parameter | Type |
| - | - |
| code | int |

| errcode | errmsg | Chinese |
| - | - | - |
| 3 | three | 三 |
";
    let reading = read(document, Format::Markdown);
    assert_eq!(findings(&reading), [""; 0]);
    assert_eq!(texts(&reading.table), [["1", "one", ""], ["2", "two", "zwei"], ["3", "three", ""]]);
    assert_eq!(reading.table.columns(), ["Chinese"]);
    let lines: Vec<_> = reading.table.rows().iter().map(Row::line).collect();
    assert_eq!(lines, [Some(3), Some(7), Some(16)]);
    assert_eq!(reading.table.rows()[0].values(), [""]);
    assert_eq!(reading.table.rows()[2].values(), ["三"]);
}

#[test]
fn columns_are_found_by_their_headings() {
    let headings = [
        ("Code", "Message", "Description"),
        ("error_code", "error message", "DETAIL"),
        ("ErrCode", "Error", "Meaning"),
        ("**Code**", "`msg`", "desc"),
        ("错误码", "错误信息", "说明"),
        ("返回码", "消息", "描述"),
        ("错误码（code）", "名称", "含义"),
        ("SQLSTATE", "Condition name", "Explanation"),
    ];
    for (code, message, description) in headings {
        let document = format!(
            "| {description} | Since | {message} | {code} |\n|-|-|-|-|\n| d | 2.0 | m | 7 |\n"
        );
        let reading = read(&document, Format::Markdown);
        assert_eq!(texts(&reading.table), [["7", "m", "d"]], "{code}, {message}, {description}");
        assert_eq!(reading.table.columns(), ["Since"]);
    }
}

#[test]
fn malformed_rows_are_reported() {
    let document = "\
code,message,description
1,one
2,two,zwei,deux
,none,
3,three,drei
1,again,

4,four,\"vier
5,five,fünf
";
    let reading = read(document, Format::Csv);
    assert_eq!(
        findings(&reading),
        [
            r#"line 2: 2 cells under 3 headings, the missing ones are empty: "1,one""#,
            r#"line 3: 4 cells under 3 headings, the surplus is appended to the last cell: "2,two,zwei,deux""#,
            r#"line 4: the row has no code and is left out: ",none,""#,
            r#"line 6: line 2 already has code "1" as "one", here it is "again"; this row is left out: "1,again,""#,
            r#"line 8: a quote is not closed at the end of its cell; the line is read as a row, quotes as text: "4,four,\"vier""#,
        ]
    );
    let codes: Vec<&str> = reading.table.rows().iter().map(Row::code).collect();
    assert_eq!(codes, ["1", "2", "3", "4", "5"]);
    assert_eq!(texts(&reading.table)[1], ["2", "two", "zwei deux"]);
    let Problem::CellCount { found: 2, expected: 3, .. } = reading.report.findings[0].problem()
    else {
        panic!()
    };
    let Err(ReadError::Findings(findings)) = reading.clone().into_clean() else { panic!() };
    assert_eq!(findings, reading.report.findings);
}

#[test]
fn rows_outside_of_tables_are_reported() {
    let cut_off = "| Code | Message |\n|-|-|\n| 1 | one |\n\n| 2 | two |\n";
    let table = read(cut_off, Format::Markdown);
    assert_eq!(findings(&table), [r#"line 5: not a row of a table; left out: "| 2 | two |""#]);
    let twice = r#"{"code": 2, "message": "a", "message": "b"}"#;
    let table =
        read(&format!("[{{\"code\": 1, \"message\": \"one\"}},\n 7,\n {twice}]"), Format::Json);
    let key_twice = r#"key "message" occurs twice; the values are joined"#;
    assert_eq!(
        findings(&table),
        [
            "line 2: not a row of a table; left out: \"7\"",
            &format!("line 3: {key_twice}: {twice:?}"),
        ]
    );
    let table = read(
        "{\"7\": {\"message\": \"a\"},\n\"8\": {\"message\": \"b\"},\n\"9\\\"\" : 1}",
        Format::Json,
    );
    let [finding] = &*findings(&table) else { panic!("{:?}", table.report) };
    assert!(finding.ends_with(r#": "\"9\\\"\" : 1""#), "{finding}");
}

#[test]
fn an_object_with_its_message_under_another_key() {
    let reading = read(
        "{\"code\": 1, \"message\": \"a\"}\n{\"code\": 2, \"msg\": \"b\"}\n{\"code\": 3}\n\
         {\"code\": 4, \"msg\": \"\"}\n",
        Format::Json,
    );
    assert_eq!(texts(&reading.table)[1], ["2", "", ""]);
    assert_eq!(reading.table.rows().len(), 4);
    let [finding] = &*findings(&reading) else { panic!("{:?}", reading.report) };
    let expected = "line 2: the row has no \"message\" but \"msg\", so its message is empty: ";
    assert!(finding.starts_with(expected), "{finding}");
    let reading = read(
        "[{\"code\": 1, \"message\": \"a\", \"description\": \"b\"}, {\"code\": 2, \"description\": \"c\"}]",
        Format::Json,
    );
    assert_eq!(texts(&reading.table)[1], ["2", "", "c"]);
    // A table has its columns: an empty cell is one.
    let reading = read("code,message,msg\n1,a,\n2,,b\n", Format::Csv);
    assert_eq!(findings(&reading), [""; 0]);
}

#[test]
fn codes_with_leading_zeros_are_integers_if_the_caller_says_so() {
    let document = "code,message\n001,a\n007,b\n020,c\n7,d\n";
    let reading = Reader::new().code_type(CodeType::U32).read(document, Format::Csv).unwrap();
    assert_eq!(reading.table.rows().len(), 3);
    let [finding] = &*findings(&reading) else { panic!("{:?}", reading.report) };
    assert!(finding.starts_with("line 5: line 3 already has code \"7\", written \"007\","));
}

#[test]
fn a_first_line_of_excel_is_not_a_title() {
    for first in ["sep=;", "SEP=;;;", "\"sep=;\""] {
        let reading = read(&format!("{first}\r\ncode;message;\r\n1;a;\r\n"), Format::Csv);
        let table = &reading.report.tables[0];
        assert_eq!((table.line, &table.title, table.rows), (2, &None, 1), "{first}");
    }
}

#[test]
fn a_cell_that_a_spreadsheet_keeps_as_text_is_its_text() {
    let document = "code,message\n=\"007\",a\n=\"008\",=\"b, c\"\n=\"009\",=1+2\n";
    let table = read(document, Format::Csv).into_clean().unwrap();
    let rows = table.rows().iter().map(|row| (row.code(), row.message()));
    assert_eq!(rows.collect::<Vec<_>>(), [("007", "a"), ("008", "b, c"), ("009", "=1+2")]);
}

/// What a document has instead of a table, and what to do.
#[test]
fn a_document_without_a_table_gets_advice() {
    let regex = "none of it begins with codes of one pattern; say with --regex";
    let names = "table 1, a list, is left out: its codes may be other names; choose it with";
    let cases = [
        (Format::Markdown, "text\n", "but a paragraph in line 1; ", regex),
        (
            Format::Markdown,
            "# A\n\n- b\n\n1. c\n\n```\nd\n```\n",
            "but a heading in line 1, 2 lists from line 3 on and a code block in line 7; ",
            regex,
        ),
        (
            Format::Markdown,
            "| 1 | a |\n| 2 | b |\n",
            "2 lines that look like rows from line 1 on; ",
            "begins with headings and a row such as | --- | --- |",
        ),
        (
            Format::Markdown,
            "```\n| Code | Text |\n| - | - |\n| 1 | a |\n```\n",
            "a hidden table in line 2; ",
            "copy it",
        ),
        (
            Format::Markdown,
            "![](a.png)\n",
            "but an image in line 1; ",
            "write the text that it shows",
        ),
        (Format::Markdown, "- `a_b`: c\n", "and ", names),
        (
            Format::Html,
            "<h1>a</h1><p>b<ul><li>c</ul>",
            "but a heading in line 1, a list in line 1 and a paragraph in line 1; ",
            regex,
        ),
        (
            Format::Html,
            "<img src=a><pre>b</pre>",
            "but a code block in line 1 and an image in line 1; ",
            regex,
        ),
        (Format::Html, "<tr><td>1<td>a", "what looks like a row in line 1; ", "<table>"),
        (
            Format::Html,
            "<div id=a></div>\n<script src=b></script>",
            "but a script in line 2; ",
            "save the page",
        ),
        (
            Format::Html,
            "<!-- <table><tr><td>1<td>a</table> -->",
            "a hidden table in line 1; ",
            "show it",
        ),
        (Format::Html, "", "pass its ", "--format"),
        (Format::Json, "{}", "; ", "--regex"),
    ];
    for (format, document, seen, advice) in cases {
        let error = Table::read(document, format).unwrap_err().to_string();
        assert!(error.starts_with("the document has no table"), "{error}");
        assert!(error.contains(seen) && error.contains(advice), "{document}\n{error}");
    }
}

#[test]
fn errors_say_what_is_wrong() {
    let documents = [
        (
            Format::Csv,
            "",
            "the document has no table; pass its --format, or read its lines with --regex",
        ),
        (
            Format::Csv,
            "a,b\n1,2\n",
            r#"cannot find the column of the codes; pass --code HEADING (found: "a", "b")"#,
        ),
        (
            Format::Csv,
            "code,b\n1,2\n",
            r#"cannot find the column of the messages; pass --message HEADING (found: "code", "b")"#,
        ),
        (Format::Json, "[1", "the document is not valid json"),
    ];
    for (format, document, error) in documents {
        assert_eq!(Table::read(document, format).unwrap_err().to_string(), error, "{document}");
    }
    let error = Table::read("[1", Format::Json).unwrap_err();
    let source = error.source().unwrap().to_string();
    assert!(source.starts_with("line 1, column 2: EOF while parsing a list; fix"), "{source}");
    let error = Reader::new().description("Text").read("code,message\n1,one\n", Format::Csv);
    assert_eq!(
        error.unwrap_err().to_string(),
        r#"no table of codes has the heading "Text" (found: "code", "message")"#
    );
}

#[test]
fn formats_by_name_and_by_extension() {
    for format in Format::ALL {
        assert_eq!(format.name().parse(), Ok(format));
    }
    let extensions = [
        ("md", Format::Markdown),
        ("mdx", Format::Markdown),
        ("HTM", Format::Html),
        ("jsonl", Format::Json),
        ("ndjson", Format::Json),
        ("tab", Format::Tsv),
        ("resx", Format::Xml),
        ("java", Format::Text),
        ("h", Format::Text),
    ];
    for (extension, format) in extensions {
        assert_eq!(extension.parse(), Ok(format));
        assert_eq!(Format::from_path(format!("docs/errors.{extension}")), Some(format));
    }
    // Anything can be in these.
    for file in ["errors.txt", "errors.dat", "errors", ".md"] {
        assert_eq!(Format::from_path(file), None, "{file}");
    }
    assert_eq!(
        "pdf".parse::<Format>().unwrap_err().to_string(),
        r#"unknown format "pdf"; choose one of markdown, html, csv, tsv, json, yaml, toml, xml, xlsx, text"#
    );
}
