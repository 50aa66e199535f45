//! YAML and TOML are read as JSON is, with lines of their own; other formats have a message.

use std::error::Error;

use error_catalog::{Finding, Format, MaxSize, ReadError, Reader, Reading, Table};

/// Each row as `line code/name/message/description`.
fn rows(reading: Reading) -> Vec<String> {
    let table = reading.into_clean().unwrap();
    let rows = table.rows().iter().map(|row| {
        let texts = [row.code(), row.name(), row.message(), row.description()];
        format!("{} {}", row.line().unwrap_or_default(), texts.join("/"))
    });
    rows.collect()
}

#[test]
fn lists_and_maps_are_tables() {
    let cases: &[(Format, &str, &[&str])] = &[
        (
            Format::Yaml,
            "# Errors\nerrors:\n  - code: 1\n    message: one # not text\n  -\n    message: |\n      two\n      lines\n    code: -2\n",
            &["3 1//one/", "6 -2//two\nlines\n/"],
        ),
        (
            Format::Yaml,
            "1001:\n  message: one\n  description: a\n1002: {message: two, description: b}\n",
            &["1 1001//one/a", "4 1002//two/b"],
        ),
        (Format::Yaml, "1001: one\n\"1002\": 'two: 2'\n", &["1 1001//one/", "2 1002//two: 2/"]),
        (
            Format::Yaml,
            "E_JAMMED:\n  code: 0x1F\n  message: yes\nE_OPEN:\n  code: 7\n  message: null\n",
            &["1 0x1F/E_JAMMED/yes/", "4 7/E_OPEN//"],
        ),
        (
            Format::Yaml,
            "- {code: '007', message: &m one}\n- {code: '008', message: *m}\n",
            &["1 007//one/", "2 008//one/"],
        ),
        (
            Format::Yaml,
            "---\ncode: 1\nmessage: one\n---\ncode: 2\nmessage: two\n",
            &["2 1//one/", "5 2//two/"],
        ),
        (
            Format::Toml,
            "[[errors]]\ncode = 1\nmessage = \"one\"\n\n[[errors]]\ncode = 0x02\nmessage = '''\ntwo'''\n",
            &["1 1//one/", "5 0x02//two/"],
        ),
        (
            Format::Toml,
            "title = \"x\"\n[errors.1001]\nmessage = \"one\"\n[other]\na = 1\n[errors.1002]\nmessage = \"two\"\n",
            &["2 1001//one/", "6 1002//two/"],
        ),
        (Format::Toml, "1001 = \"one\"\n1002 = \"two\"\n", &["1 1001//one/", "2 1002//two/"]),
        (
            Format::Toml,
            "E = [{ code = 1_001, message = \"one\" },\n  { code = -2, message = \"two\" }]\n",
            &["1 1001//one/", "2 -2//two/"],
        ),
    ];
    for (format, document, expected) in cases {
        let reading = Table::read(document, *format).unwrap();
        assert_eq!(rows(reading), *expected, "{document}");
    }
}

#[test]
fn a_pointer_chooses_a_part() {
    let reader = || Reader::new().pointer("/data/new");
    let yaml = "data:\n  old: {7: jammed}\n  new:\n    7: stuck\n";
    assert_eq!(rows(reader().read(yaml, Format::Yaml).unwrap()), ["4 7//stuck/"]);
    let toml = "[data.old]\n7 = \"jammed\"\n[data.new]\n7 = \"stuck\"\n";
    assert_eq!(rows(reader().read(toml, Format::Toml).unwrap()), ["4 7//stuck/"]);
    let part = Reader::new().after("---").unwrap();
    assert_eq!(rows(part.read("a: 1\n---\n7: x\n8: y\n", Format::Yaml).unwrap())[0], "3 7//x/");
}

#[test]
fn what_is_not_a_row_is_a_finding() {
    let yaml = "- code: 1\n  message: one\n- text\n- code: 1\n  message: two\n- code: 4xx\n  message: three\n";
    let reading = Table::read(yaml, Format::Yaml).unwrap();
    let lines: Vec<_> = reading.report.findings.iter().map(Finding::line).collect();
    assert_eq!(lines, [3, 4, 6]);
}

#[test]
fn what_cannot_be_read_says_why() {
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let laughs = (1..30).map(|n| format!("a{n}: &a{n} [*a{m}, *a{m}]\n", m = n - 1));
    let laughs = format!("a0: &a0 x\n{}", laughs.collect::<Vec<_>>().concat());
    let cases = [
        (Format::Yaml, "a: [1\n".to_owned(), "the document is not valid yaml"),
        (Format::Yaml, "a: &a [*a]\n".to_owned(), "the document is not valid yaml"),
        (Format::Yaml, "? [a]\n: b\n".to_owned(), "the document is not valid yaml"),
        (Format::Yaml, nested(150), "line 1: values are nested more than 100 deep"),
        (Format::Yaml, nested(90), "values are nested more than 64 deep; pass --pointer"),
        (Format::Yaml, nested(10_000), "not valid yaml"),
        (Format::Yaml, laughs, "pass a larger --max-size"),
        (Format::Toml, "a = \n".to_owned(), "the document is not valid toml"),
        (Format::Toml, format!("[{}a]\n", "a.".repeat(5_000)), ""),
        (Format::Toml, format!("a = {}", "[".repeat(10_000)), "the document is not valid toml"),
        (Format::Yaml, String::new(), "the document has no table"),
        (Format::Toml, String::new(), "the document has no table"),
    ];
    for (format, document, expected) in cases {
        let reader = Reader::new().max_size(MaxSize::new(1_000_000));
        let error = reader.read(&document, format).unwrap_err();
        let source = error.source().map(|source| format!(": {source}")).unwrap_or_default();
        assert!(format!("{error}{source}").contains(expected), "{error}{source}");
    }
}

#[test]
fn formats_that_are_not_read_have_a_message() {
    let cases = [
        ("<?xml version=\"1.0\"?>\n<errors><error code=\"1\"/></errors>\n", "XML"),
        ("|===\n|Code |Message\n\n|1\n|one\n|===\n", "AsciiDoc"),
        (".. list-table::\n\n   * - Code\n     - Message\n", "reStructuredText"),
        (
            "====  =======\nCode  Message\n====  =======\n1     one\n====  =======\n",
            "reStructuredText",
        ),
        ("+------+\n| Code |\n+======+\n| 1    |\n+------+\n", "reStructuredText"),
    ];
    for (document, name) in cases {
        let error = Reader::new().read_bytes(document.as_bytes(), None).unwrap_err();
        let ReadError::UnreadFormat { name: found, advice, .. } = &error else { panic!("{error}") };
        assert_eq!(*found, name);
        assert!(advice.contains("--regex"), "{advice}");
    }
    let page = "<?xml version=\"1.0\"?>\n<html><table><tr><td>Code<td>Message<tr><td>1<td>a</table></html>";
    assert_eq!(rows(Reader::new().read_bytes(page.as_bytes(), None).unwrap()), ["2 1//a/"]);
}
