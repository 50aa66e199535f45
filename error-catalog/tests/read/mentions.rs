//! Codes in the text of a document that no row has.

use error_catalog::{Format, Reader, Reading};

const TABLE: &str = "| Code | Message |\n| --- | --- |\n| 1001 | one |\n| 1002 | two |\n\n";

fn read(text: &str, format: Format) -> Reading {
    Reader::new().read(text, format).unwrap()
}

/// Each mention as `line code`.
fn mentions(reading: &Reading) -> Vec<String> {
    let mentions = reading.report.mentions.iter();
    mentions.map(|mention| format!("{} {}", mention.line, mention.code)).collect()
}

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (below, expected) in cases {
        let found = mentions(&read(&format!("{TABLE}{below}"), Format::Markdown));
        assert_eq!(found, *expected, "below the table\n{below}");
    }
}

#[test]
fn codes_in_forms_that_are_not_read_are_reported() {
    check(&[
        ("### Token (1003)\n\nText.", &["6 1003"]),
        ("1003 a", &["6 1003"]),
        ("**New:** the error code 1003 is for doors.", &["6 1003"]),
        ("```\n1003 - a\n\n  1004 - b\n```", &["7 1003", "9 1004"]),
        ("```json\n{\n  \"errorCode\": 1003\n}\n```", &["8 1003"]),
        ("    1003 a\n    1004 b", &["6 1003", "7 1004"]),
        ("- Token (1003)\n- Door [1004]", &["6 1003", "7 1004"]),
        ("> 1003 a", &["6 1003"]),
        ("!!! note\n    - Door（1003）", &["7 1003"]),
        ("错误码：1003 表示门卡住", &["6 1003"]),
        ("Returns 1003, see error 1004 and (1005).", &["6 1005", "6 1004"]),
        (
            "<p>Error <b>1003</b></p>\n\n<pre>\n1004 a\n1005 b\n</pre>",
            &["6 1003", "9 1004", "10 1005"],
        ),
        // In code marks anywhere in a sentence.
        (
            "If the room is full, `1003`; else `1004`,\nor <code>1005</code>.",
            &["6 1003", "6 1004", "7 1005"],
        ),
        // Each line of a paragraph.
        ("1003 a\n1004 b\n**1005** c", &["6 1003", "7 1004", "8 1005"]),
        ("1003 a<br>1004 b", &["6 1003", "6 1004"]),
        // Of other codes than those of four digits, too.
        ("Error 2002.\n\n2005: x\n\n### Disk (2001)", &["6 2002", "8 2005", "10 2001"]),
        // Examples of all kinds.
        ("```\n{\"msg\":\"x\",\"code\":1003}\n{\"errorCode\": 1004}\n```", &["7 1003", "8 1004"]),
        ("```\n{\"code\": \"1003\", \"msg\": \"x\"}\n{'code':'1004'}\n```", &["7 1003", "8 1004"]),
        (
            "```\n<code>1003</code>\n<e code=\"1004\"/>\n/?code=1005&x=1\n```",
            &["7 1003", "8 1004", "9 1005"],
        ),
        ("The code \"1003\", or code \u{201c}1004\u{201d}.", &["6 1003", "6 1004"]),
        // Once for each code, and the first of several.
        ("1003 a\n\n1003 b\n\n1003, 1004 c", &["6 1003"]),
    ]);
}

#[test]
fn numbers_of_other_things_are_not() {
    check(&[
        ("See 1001, (1002) and code 1001.", &[]),
        ("In 2024 there were errors (2023), and the code 404.", &[]),
        ("It has 1500 rows, 20 codes (12) and the port 65535 (65535).", &[]),
        ("Call +1003, `v1003`, 1003px, 10:03 or 1,003.", &[]),
        ("| P | Q |\n| --- | --- |\n| (1003) | code 1004 |", &[]),
        ("RFC (7807), Build [1234], SKU (4711) and Port（8080）", &[]),
        ("1500 errors:\n1200 ms", &[]),
        ("The status code 1200 ms later, error 1250 ms, `--code 9000`, --exit-code 9001", &[]),
        ("`if code >= 1500`, Error: (1500 rows)", &[]),
        ("<script>\ncode = 1003\n</script>\n\n<style>\n(1003)\n</style>", &[]),
    ]);
    // The rows of lists have their own place in the report.
    let reading = read(&format!("{TABLE}- 1003: see (1004)\n- 1005: b\n"), Format::Markdown);
    assert_eq!(mentions(&reading), [""; 0]);
    assert_eq!(reading.report.findings.len(), 2);
}

#[test]
fn what_looks_like_the_codes_of_the_tables_is_reported() {
    let cases: [(&str, &str, &[&str]); 7] = [
        ("E1001", "(E1003), (F1003), code 1003", &["5 E1003", "5 F1003"]),
        ("42P01", "(42P02), (42P021)", &["5 42P02"]),
        ("404", "code 405, code 2024", &["5 405"]),
        ("2001", "(2002), (2024)", &["5 2002"]),
        ("2021", "(2022), (2040)", &["5 2022", "5 2040"]),
        ("101", "(2002)", &[]),
        ("-1001", "(-1003)", &["5 -1003"]),
    ];
    for (code, text, expected) in cases {
        let table = "| Code | Message |\n| --- | --- |\n";
        let document = format!("{table}| {code} | one |\n\n{text}\n");
        assert_eq!(mentions(&read(&document, Format::Markdown)), expected, "{document}");
    }
}

#[test]
fn beginnings_of_lines_in_the_texts_of_rows_are_reported() {
    let cases: [(&str, &[&str]); 6] = [
        ("1001: a\n\n1002: b\n\n1003 c\n\n1004: d", &["5 1003"]),
        ("1001: a\n1003 c\n1004: d", &["2 1003"]),
        ("## 1001 a\n\n**1003 c**\n\nhello\n\n## 1004 d", &["3 1003"]),
        ("- 1001: a\n  1003 c\n\n  1005 e\n- 1004: d", &["2 1003", "4 1005"]),
        ("## 1001 a\n\n1500 doors, error 1003 (1005)\n\n1004 is d\n\n## 1004 d", &[]),
        ("## 1001 a\n\n```\n1003 c\n```\n\n## 1004 d", &[]),
    ];
    for (document, expected) in cases {
        assert_eq!(mentions(&read(document, Format::Markdown)), expected, "{document}");
    }
}

#[test]
fn the_report_names_the_first_twenty() {
    let lines: Vec<String> = (1100..1125).map(|code| format!("{code} a\n\n")).collect();
    let shown = read(&format!("{TABLE}{}", lines.concat()), Format::Markdown).report.to_string();
    let expected =
        "25 codes in the text are in none of these tables:\n  line 6: \"1100\" in \"1100 a\"\n";
    assert!(shown.contains(expected), "{shown}");
    assert!(shown.contains("\n  and 5 more\n"), "{shown}");
    let shown = read(&format!("{TABLE}(1100), (1101)"), Format::Markdown).report.to_string();
    assert!(shown.contains("\n  line 6: \"1100\", \"1101\" in \"(1100), (1101)\"\n"), "{shown}");
    let one = read(&format!("{TABLE}### Door (1100)\n"), Format::Markdown).report.to_string();
    assert!(one.contains("1 code in the text is in none of these tables:\n"), "{one}");
}

#[test]
fn html_has_them_too() {
    let table =
        "<table><tr><th>Code</th><th>Message</th></tr><tr><td>1001</td><td>a</td></tr></table>";
    let reading = read(&format!("{table}\n<h3>Door (1003)</h3>\n<p>text"), Format::Html);
    assert_eq!(mentions(&reading), ["2 1003"]);
}
