//! YAML and TOML are read as JSON is, with lines of their own; other formats have a message.

use std::error::Error;

use error_catalog::{Finding, Format, MaxSize, ReadError, Reader, Reading, Table};

/// Each row as `line code/name/message/description`.
fn rows(reading: Reading) -> Vec<String> {
    rows_of(&reading.into_clean().unwrap())
}

fn rows_of(table: &Table) -> Vec<String> {
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

/// Compares the rows, and the lines of the findings with a `!` after them.
fn assert_read(cases: &[(Format, &str, &[&str])]) {
    for (format, document, expected) in cases {
        let reading = Table::read(document, *format).unwrap();
        let mut found: Vec<_> =
            reading.report.findings.iter().map(|finding| format!("{}!", finding.line())).collect();
        found.extend(rows_of(&reading.table));
        found.sort();
        assert_eq!(found, *expected, "{document}");
    }
}

#[test]
fn codes_beside_a_nested_table_are_rows() {
    assert_read(&[
        (
            Format::Toml,
            "1001 = \"a\"\n[more]\n1002 = \"b\"\n1003 = \"c\"\n",
            &["1 1001//a/", "3 1002//b/", "4 1003//c/"],
        ),
        (
            Format::Yaml,
            "x:\n  1001: a\n  sub:\n    2001: c\n  note: none\n  1002: b\n",
            &["2 1001//a/", "4 2001//c/", "5!", "6 1002//b/"],
        ),
        (
            Format::Yaml,
            "1001: a\n1002: b\nmeta:\n  1: x\n  2: y\n",
            &["1 1001//a/", "2 1002//b/", "4 1//x/", "5 2//y/"],
        ),
        (
            Format::Json,
            "{\"1003\":\n\"c\",\n\"errors\":[\n{\"code\":1,\"message\":\"a\"}]}",
            &["2 1003//c/", "4 1//a/"],
        ),
        (
            Format::Json,
            "{\"E1\":\n\"c\",\n\"more\":{\n\"E2\":\"a\",\n\"E3\":\"b\"}}",
            &["2 E1//c/", "4 E2//a/", "5 E3//b/"],
        ),
        (
            Format::Json,
            "{\"E1\":\n{\"message\":\"a\",\"sub\":[\n{\"code\":\"E5\",\"message\":\"z\"}]},\n\"E2\":{\"message\":\"b\"}}",
            &["2 E1//a/", "3 E5//z/", "4 E2//b/"],
        ),
        (
            Format::Yaml,
            "version: 1\n1001: a\nfields:\n  name: x\n",
            &["1 version//1/", "2 1001//a/", "3 fields//{\"name\":\"x\"}/"],
        ),
        (
            Format::Yaml,
            "title: x\nversion: 2\n1003: c\nmore:\n  1001: a\n",
            &["3 1003//c/", "5 1001//a/"],
        ),
        (
            Format::Yaml,
            "E_A: a\nE_B: b\nmeta: [{x: 1}]\n",
            &["1 E_A//a/", "2 E_B//b/", "3 meta//[{\"x\":1}]/", "3!"],
        ),
        (
            Format::Yaml,
            "kind: map\nmetadata: {name: x}\ndata:\n  E_A: a\n  E_B: b\n",
            &["4 E_A//a/", "5 E_B//b/"],
        ),
        // An object around a table is not a table.
        (
            Format::Json,
            "{\"code\":0,\"message\":\"ok\",\"version\":\"1\",\"data\":[\n{\"code\":1,\"message\":\"a\"}]}",
            &["2 1//a/"],
        ),
        // A row that has a list, and one around codes.
        (
            Format::Json,
            "{\"code\":400,\"message\":\"a\",\"details\":[\n{\"reason\":\"r\"}]}",
            &["1 400//a/[\n{\"reason\":\"r\"}]"],
        ),
        (
            Format::Json,
            "{\"error\":{\"code\":7,\"message\":\"a\",\"errors\":[\n{\"reason\":\"r\"}]}}",
            &["1 7/error/a/"],
        ),
        (
            Format::Json,
            "{\"code\":1001,\"message\":\"failed\",\"details\":[\n{\"code\":1,\"message\":\"a\"}]}",
            &["1!", "2 1//a/"],
        ),
        (
            Format::Json,
            "{\"1001\":{\"message\":\"a\",\"more\":[\n{\"code\":1,\"message\":\"b\"}]}}",
            &["1 1001//a/", "2 1//b/"],
        ),
        (
            Format::Json,
            "{\"NO_DOOR\":\"x\",\"NO_KEY\":\"y\",\"more\":{\n\"1001\":\"z\",\"1002\":\"w\"}}",
            &["1!", "2 1001//z/", "2 1002//w/"],
        ),
    ]);
}

#[test]
fn rows_in_lists_groups_and_rows_of_two_forms_are_not_lost() {
    assert_read(&[
        // A list beside rows under their names or codes.
        (
            Format::Json,
            "{\"a\":{\"code\":1,\"message\":\"x\"},\n\"b\":{\"code\":2,\"message\":\"y\"},\n\"more\":[\n{\"code\":3,\"message\":\"z\"}]}",
            &["1 1/a/x/", "2 2/b/y/", "4 3//z/"],
        ),
        (
            Format::Json,
            "{\"A_X\":{\"message\":\"x\"},\n\"B_Y\":{\"message\":\"y\"},\"more\":[\n{\"code\":\"C_Z\",\"message\":\"z\"}]}",
            &["1 A_X//x/", "2 B_Y//y/", "3 C_Z//z/"],
        ),
        (
            Format::Yaml,
            "not_found: {message: a}\ngone: {message: b}\nmore:\n- {code: c, message: c}\n",
            &["1!", "4 c//c/"],
        ),
        // Named rows around rows.
        (
            Format::Yaml,
            "not_found:\n  title: a\n  fields:\n  - {code: 1, message: f}\ngone: {title: b}\n",
            &["1!", "4 1//f/"],
        ),
        // The titles of groups are not rows, but what is in the groups.
        (
            Format::Yaml,
            "login:\n  title: Log in\n  error:\n    E1001: a\n    E1002: b\nshop:\n  title: Shop\n  error:\n    E2001: c\n",
            &["1!", "4 E1001//a/", "5 E1002//b/", "9 E2001//c/"],
        ),
        (
            Format::Yaml,
            "http:\n- {code: E1, message: a}\napp:\n  E1001: x\n  E1002: y\n",
            &["2 E1//a/", "4 E1001//x/", "5 E1002//y/"],
        ),
        // Some rows have a text alone.
        (
            Format::Toml,
            "E1 = \"a\"\nE2 = { message = \"b\", http = 404 }\n[E3]\nmessage = \"c\"\n",
            &["1 E1//a/", "2 E2//b/", "3 E3//c/"],
        ),
        (
            Format::Yaml,
            "1: a\n2: b\n3: {description: c, hint: h}\n4: d\n",
            &["1 1//a/", "2 2//b/", "3 3//c/", "4 4//d/"],
        ),
        // One entry of a list of maps has another form.
        (Format::Yaml, "- 1001: a\n- 1002: b\n- E_X: c\n", &["1 1001//a/", "2 1002//b/", "3!"]),
        // Lists side by side.
        (
            Format::Yaml,
            "paths: {/a: {responses: {200: {description: OK}}}}\nschemas:\n  ErrorCode:\n    type: integer\n    enum:\n    - 1001\n    - 1002\n    x-enum-varnames: [A, B]\n    x-enum-descriptions: [a, b]\n",
            &["1 200//OK/", "6 1001//A/a", "7 1002//B/b"],
        ),
        (
            Format::Json,
            "{\"title\":\"x\",\"code\":[\n1,\n2],\"message\":[\"a\",null]}",
            &["2 1//a/", "3 2///"],
        ),
        // Several codes are not one code, and not a name.
        (
            Format::Json,
            "[{\"code\":1,\"code\":2,\"message\":\"a\"},\n{\"code\":3,\"code\":4,\"message\":\"b\",\"message\":\"c\"},\n{\"code\":5,\"message\":\"d\"}]",
            &["1!", "2!", "3 5//d/"],
        ),
        (
            Format::Json,
            "[{\"code\":[\"A_X\",\"B_Y\"],\"message\":\"a\"},\n{\"code\":\"C_Z\",\"message\":\"b\"}]",
            &["1!", "2 C_Z//b/"],
        ),
        (
            Format::Yaml,
            "schemas:\n  User: {type: object, description: u}\n  Code: {type: integer, enum: [1001, 1002], description: c}\n",
            &["2 User//u/", "3!"],
        ),
        // The names of other things are not codes.
        (
            Format::Yaml,
            "properties:\n  user: {type: object, description: u}\n  name: {type: string, description: c}\nerrors:\n- {code: 1, message: a}\n",
            &["5 1//a/"],
        ),
        (
            Format::Json,
            "{\"a\":{\"enum\":[1001,1002],\"x-enum-varnames\":[\"A\"]},\n\"b\":[{\"code\":1,\"message\":\"x\"}]}",
            &["1!", "2 1//x/"],
        ),
        // Lists as rows, and their headings.
        (
            Format::Json,
            "{\"errors\":[{\"code\":1001,\"message\":\"a\"}],\n\"more\":[[1003,\"c\"],[1004,\"d\"]],\n\"points\":[[1,2]]}",
            &["1 1001//a/", "2!"],
        ),
        (Format::Json, "[{\"code\":1,\"message\":\"a\",\"examples\":[[1,\"x\"]]}]", &["1 1//a/"]),
        (
            Format::Json,
            "{\"columns\":[\"code\",\"message\"],\n\"rows\":[[1001,\"a\"],\n[1002,\"b\"],\n7],\n\"more\":[{\"code\":5,\"message\":\"c\"}]}",
            &["2 1001//a/", "3 1002//b/", "4!", "5 5//c/"],
        ),
        // A text deep in a row is not its message.
        (
            Format::Yaml,
            "400:\n  description: a\n  content: {json: {examples: {first: {code: 7}}}}\n401: {description: b}\n",
            &["1 400//a/", "4 401//b/"],
        ),
    ]);
}

#[test]
fn a_map_of_many_rows_is_not_one_wide_row() {
    let member = |number: u32| {
        format!("\"X{number}\":{{\"code\":{number},\"message\":\"m\",\"note\":\"n\"}}")
    };
    let members: Vec<String> = (0..6000).map(member).collect();
    let map = format!("{{{}}}", members.join(","));
    for document in [format!("{{\"errors\":{map}}}"), format!("{{\"a\":{{\"errors\":{map}}}}}")] {
        let table = Table::read(&document, Format::Json).unwrap().into_clean().unwrap();
        assert_eq!(table.rows().len(), 6000);
    }
}

#[test]
fn lists_without_headings_are_read_on_request() {
    let read = |reader: Reader| reader.read("[[1003,\"c\"],[1004,\"d\"]]", Format::Json);
    let error = read(Reader::new()).unwrap_err().to_string();
    assert!(error.starts_with("its rows are lists without headings; pass --table N"), "{error}");
    let reading = read(Reader::new().table(1).code("1").message("2"));
    assert_eq!(rows(reading.unwrap()), ["1 1003//c/", "1 1004//d/"]);
}

#[test]
fn what_is_around_codes_is_not_a_row() {
    let cases = [
        "en:\n  errors:\n    format: f\n    messages:\n      e1001: a\n      blank: b\n",
        "simpleType: {name: Error, values: [{value: E1, text: a}]}\n",
    ];
    for document in cases {
        let error = Table::read(document, Format::Yaml).unwrap_err();
        assert!(error.to_string().contains("--code HEADING"), "{error}\n{document}");
    }
}

#[test]
fn codes_in_lists_and_documents_are_rows() {
    assert_read(&[
        // Rows without codes, which have them inside.
        (
            Format::Yaml,
            "- name: a\n  errors:\n    list:\n      - {code: 1, message: x}\n- name: b\n  codes:\n    2001: y\n",
            &["4 1//x/", "7 2001//y/"],
        ),
        // Maps of one code each.
        (Format::Yaml, "- 1001: a\n- 1002: b\n", &["1 1001//a/", "2 1002//b/"]),
        (Format::Yaml, "- E1001: a\n- E1002: b\n", &["1 E1001//a/", "2 E1002//b/"]),
        (
            Format::Yaml,
            "a:\n  - 1001: a\n  - 1002: b\nc:\n  - 2001: c\n",
            &["2 1001//a/", "3 1002//b/", "5 2001//c/"],
        ),
        // Documents of any forms.
        (Format::Yaml, "---\n1001: a\n---\n1002: b\n", &["2 1001//a/", "4 1002//b/"]),
        (Format::Yaml, "version: 1\n---\n1001: a\n1002: b\n", &["3 1001//a/", "4 1002//b/"]),
        (
            Format::Yaml,
            "- {code: 1, message: a}\n---\n- {code: 2, message: b}\n---\ne: [{code: 3, message: c}]\n",
            &["1 1//a/", "3 2//b/", "5 3//c/"],
        ),
        (Format::Yaml, "name: x\n---\nE_A: {message: a}\n", &["3 E_A//a/"]),
        (Format::Yaml, "E_A: a\n---\nE_B: b\n", &["1 E_A//a/", "3 E_B//b/"]),
        (Format::Yaml, "code: 1\nmessage: a\n---\ntext\n", &["1 1//a/", "4!"]),
    ]);
}

#[test]
fn maps_are_merged() {
    let cases: &[(&str, &[&str])] = &[
        ("A: &x\n  code: 1\n  message: a\nB:\n  <<: *x\n  code: 2\n", &["1 1/A/a/", "4 2/B/a/"]),
        ("- code: 1\n  <<: {message: q}\n- code: 2\n  message: own\n", &["1 1//q/", "3 2//own/"]),
        (
            "- {<<: {message: q}, code: 1}\n- {code: 2, <<: {}, message: b}\n",
            &["1 1//q/", "2 2//b/"],
        ),
        // The first counts.
        (
            "- &a {code: 1, message: a}\n- &b {code: 2, message: b, description: d}\n\
             - {<<: [*a, *b], code: 3}\n- {<<: *a, <<: [*b], code: 4}\n",
            &["1 1//a/", "2 2//b/d", "3 3//a/d", "4 4//a/d"],
        ),
        ("- code: 1\n  message: '<<'\n  '<<': x\n", &["1 1//<</"]),
    ];
    for (document, expected) in cases {
        let reading = Table::read(document, Format::Yaml).unwrap();
        assert_eq!(rows(reading), *expected, "{document}");
    }
    let maps = "old: &old\n  1: a\n  2: b\nnew:\n  4: d\n  <<: *old\n  2: c\n";
    let new = Reader::new().pointer("/new").read(maps, Format::Yaml).unwrap();
    assert_eq!(rows(new), ["5 4//d/", "7 2//c/", "6 1//a/"]);
}

#[test]
fn integers_are_what_their_format_means() {
    let cases: &[(Format, &str, &[&str])] = &[
        (Format::Yaml, "- {code: 0o17, message: a}\n- {code: 3, message: b}\n", &["15", "3"]),
        (Format::Yaml, "0o17: a\n16: b\n", &["15", "16"]),
        (Format::Yaml, "'0o17': a\nE_2: b\n", &["0o17", "E_2"]),
        (Format::Yaml, "- {code: +7, message: a}\n- {code: 3, message: b}\n", &["7", "3"]),
        (
            Format::Toml,
            "e = [{code = 0o1_7, message = \"a\"}, {code = 0b11, message = \"b\"}, {code = +7, message = \"c\"}]",
            &["15", "3", "7"],
        ),
    ];
    for (format, document, expected) in cases {
        let table = Table::read(document, *format).unwrap().into_clean().unwrap();
        let codes: Vec<_> = table.rows().iter().map(error_catalog::Row::code).collect();
        assert_eq!(codes, *expected, "{document}");
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
    // A few rows, and so many that reading them takes long.
    let lists =
        (1..6).map(|n| format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 8].join(",")));
    let lists = format!("a0: &a0 [1, 2]\n{}", lists.collect::<String>());
    let cases = [
        (Format::Yaml, "a: [1\n".to_owned(), "the document is not valid yaml"),
        (Format::Yaml, "a: &a [*a]\n".to_owned(), "the document is not valid yaml"),
        (Format::Yaml, "? [a]\n: b\n".to_owned(), "the document is not valid yaml"),
        (Format::Yaml, nested(150), "line 1: values are nested more than 100 deep"),
        (Format::Yaml, nested(90), "values are nested more than 64 deep; pass --pointer"),
        (Format::Yaml, nested(10_000), "not valid yaml"),
        (Format::Yaml, laughs, "the values that YAML aliases repeat take more than"),
        (Format::Yaml, lists, "the values that YAML aliases repeat take more than"),
        (
            Format::Yaml,
            "a: {<<: 1}\n".to_owned(),
            "line 1: `<<` merges something that is not a map",
        ),
        (
            Format::Yaml,
            "a: &a [1]\nb: {<<: *a}\n".to_owned(),
            "line 2: `<<` merges something that is not a map",
        ),
        (
            Format::Json,
            "[{\"code\":1,\"message\":\"\\ud83d\"}]".to_owned(),
            "unexpected end of hex escape in \"\\ud83d\"; fix the document",
        ),
        (Format::Toml, "a = \n".to_owned(), "the document is not valid toml"),
        (Format::Toml, format!("[{}a]\n", "a.".repeat(5_000)), ""),
        (Format::Toml, format!("a = {}", "[".repeat(10_000)), "the document is not valid toml"),
        (Format::Yaml, String::new(), "the document has no table"),
        (Format::Toml, String::new(), "the document has no table"),
        (
            Format::Json,
            "{\"version\": 2, \"items\": [{\"id\": \"a\", \"source\": \"x\"}]}".to_owned(),
            "cannot find the column of the codes",
        ),
        (
            Format::Yaml,
            "openapi: 3.0.0\ncomponents:\n  schemas:\n    ErrorCode: {type: integer, enum: [1, 2], x-enum-varnames: [A]}\n".to_owned(),
            "its lists have different lengths",
        ),
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
        ("|===\n|Code |Message\n\n|1\n|one\n|===\n", "AsciiDoc"),
        (".. list-table::\n\n   * - Code\n     - Message\n", "reStructuredText"),
        (".. _errors:\n\nErrors\n======\n\n1001\n  No token\n", "reStructuredText"),
        ("= Errors\n\n== Codes\n\n1001:: No token\n1002:: No room\n", "AsciiDoc"),
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
}

#[test]
fn an_answer_around_a_table_is_in_the_report() {
    let cases = [
        r#"{"code": 0, "message": "ok", "data": [{"code": 1, "message": "a"}]}"#,
        r#"{"code": 0, "msg": "", "data": {"1": {"message": "a"}}}"#,
        r#"{"status": {"code": 200, "message": "ok", "data": [{"code": 1, "message": "a"}]}}"#,
        r#"{"door": {"description": "d", "errors": [{"code": 1, "message": "a"}]}}"#,
    ];
    for document in cases {
        let reading = Table::read(document, Format::Json).unwrap();
        let left_out: Vec<_> =
            reading.report.tables.iter().filter_map(|table| table.left_out.as_ref()).collect();
        let reason = "other tables are in it; choose it with --table N, or a part with --pointer";
        assert_eq!(left_out.iter().map(ToString::to_string).collect::<Vec<_>>(), [reason]);
        assert_eq!(rows(reading), ["1 1//a/"], "{document}");
        let other = Reader::new().table(2).read(document, Format::Json).unwrap();
        assert_eq!(other.table.rows().len(), 1, "{document}");
    }
}

#[test]
fn comments_and_commas_are_no_part_of_json() {
    let document = "// Errors\n[\n  {\"code\": 1, \"message\": \"a // b\"}, /* \"x\"\n */ {\"code\": 2, \"message\": \"\\\" /* c\",},\n]\n";
    let expected = ["3 1//a // b/", "4 2//\" /* c/"];
    assert_eq!(rows(Table::read(document, Format::Json).unwrap()), expected);
    let reading = Reader::new().read_bytes(document.as_bytes(), None).unwrap();
    assert_eq!(reading.report.read_as.unwrap().format, Format::Json);
    let part = Reader::new().after("Errors").unwrap().read("Errors\n{code: 1}", Format::Json);
    let source = part.unwrap_err().source().unwrap().to_string();
    assert!(source.starts_with("line 2, column 2: key must be a string; fix"), "{source}");
    // They hide no line that is not JSON.
    let lines = "{\"code\": 1, \"message\": \"a\"}\n{\"code\": 2, \"message\": \"b\n{\"code\": 3, \"message\": \"http://x\"}\n";
    let reading = Table::read(lines, Format::Json).unwrap();
    assert_eq!(reading.report.findings.len(), 1);
    assert_eq!(rows_of(&reading.table), ["1 1//a/", "3 3//http://x/"]);
}

#[test]
fn a_sign_of_plus_is_a_finding() {
    let documents = [
        (Format::Csv, "code,message\n+7,a\n+1001,b\n1002,c\n"),
        (
            Format::Json,
            "[{\"code\":\"+7\",\"message\":\"a\"},\n{\"code\":\"+8\",\"message\":\"b\"}]",
        ),
        (Format::Markdown, "|Code|Message|\n|-|-|\n|+7|a|\n|+8|b|\n"),
        (Format::Html, "<table><tr><th>Code<th>Message<tr><td>+7<td>a<tr><td>+8<td>b</table>"),
        (Format::Xml, "<e><x code='+7' message='a'/><x code='+8' message='b'/></e>"),
    ];
    for (format, document) in documents {
        let reading = Table::read(document, format).unwrap();
        assert_eq!(reading.report.findings.len(), 2, "{document}");
        let reader = Reader::new().code_type(error_catalog::CodeType::U32);
        let table = reader.read(document, format).unwrap().into_clean().unwrap();
        assert_eq!(table.rows()[0].message(), "a");
    }
}
