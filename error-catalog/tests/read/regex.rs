//! Texts of all kinds, read by a regular expression.

use std::fmt::Write;

use error_catalog::{CodeType, Finding, Format, ReadError, Reader, Reading, RegexError, Row};

fn read(document: &str, expression: &str) -> Reading {
    Reader::new().regex(expression).unwrap().read(document, Format::Text).unwrap()
}

/// Line, code, name and message of each row.
fn rows(reading: &Reading) -> Vec<(usize, &str, &str, &str)> {
    let rows = reading.table.rows().iter();
    rows.map(|row| (row.line().unwrap(), row.code(), row.name(), row.message())).collect()
}

/// A source file of some language.
struct Case {
    text: &'static str,
    expression: &'static str,
    rows: &'static [(usize, &'static str, &'static str, &'static str)],
}

cases![
    a_c_header {
        text: "#pragma once\r\n/* Doors. */\r\n#define DOOR_OK       ((DOOR)0x00000000L)\r\n\
               #define DOOR_JAMMED   ((DOOR)0xC0000007L) // It is jammed.\r\n",
        expression: r"(?m)^#define (?<variant>DOOR_\w+)\s+\(\(DOOR\)(?<code>\w+?)L\)(?: // (?<message>.*))?$",
        rows: &[
            (3, "0x00000000", "DOOR_OK", ""),
            (4, "0xC0000007", "DOOR_JAMMED", "It is jammed."),
        ],
    },
    a_c_header_without_messages {
        text: "#define ENODOOR 7\n#define EJAMMED 8\n",
        expression: r"#define (?<variant>E\w+)\s+(?<code>\d+)",
        rows: &[(1, "7", "ENODOOR", "ENODOOR"), (2, "8", "EJAMMED", "EJAMMED")],
    },
    a_java_enum {
        text: "enum Door {\n    OK(0, null),\n    JAMMED(7, \"The door's \\\"lock\\\" \" +\n        \"is jammed.\"),\n\
               \n    GONE(\n        -1,\n        \"The door is gone.\");\n}\n",
        expression: r#"(?<variant>[A-Z_]+)\(\s*(?<code>-?\d+),\s*(?:null|"(?<message>[^"]*)")"#,
        rows: &[
            (2, "0", "OK", ""),
            (3, "7", "JAMMED", "The door's \"lock\" is jammed."),
            (6, "-1", "GONE", "The door is gone."),
        ],
    },
    go_constants {
        text: "const (\n\t// The door is jammed.\n\tErrJammed Code = 1001\n\n\t// The door is gone.\n\tErrGone Code = 1002\n)\n",
        expression: r"// (?<message>.*)\n\s*(?<variant>Err\w+) Code = (?<code>\d+)",
        rows: &[
            (2, "1001", "ErrJammed", "The door is jammed."),
            (5, "1002", "ErrGone", "The door is gone."),
        ],
    },
    a_const_object_of_typescript {
        text: "export const DOOR = {\n  jammed: { code: 'E_7', text: 'It\\'s jammed' },\n  gone: { code: 'E_8', text: `It's\\gone` },\n} as const;\n",
        expression: r"(?<variant>\w+): \{ code: '(?<code>\w+)', text: (?<message>'.*'|`.*`)",
        rows: &[(2, "E_7", "jammed", "It's jammed"), (3, "E_8", "gone", "It's\\gone")],
    },
    an_objective_c_header {
        text: "typedef NS_ENUM(NSInteger, MYErrorCode) {\n  /// 门卡住了\n  MYErrorCodeJammed = 880102,\n  /// 门不见了\n  MYErrorCodeGone = 880103,\n};\n",
        expression: r"/// (?<message>.+)\n\s*MYErrorCode(?<variant>\w+) = (?<code>\d+)",
        rows: &[(2, "880102", "Jammed", "门卡住了"), (4, "880103", "Gone", "门不见了")],
    },
    a_text {
        text: "Doors, 2024 edition\n\n  7  door jammed\n 12  no door\n",
        expression: r"(?m)^ *(?<code>\d+) +(?<message>.+)$",
        rows: &[(3, "7", "", "door jammed"), (4, "12", "", "no door")],
    },
];

impl Case {
    fn check(&self) {
        let reading = read(self.text, self.expression);
        assert_eq!(rows(&reading), self.rows);
        assert!(reading.report.findings.is_empty(), "{:?}", reading.report);
        assert_eq!(reading.report.missed, None);
    }
}

#[test]
fn other_groups_are_columns() {
    let expression = r"(?<code>\d+) (?<severity>\w) (?<since>[\d.]+)? (?<message>.*)";
    let reader = Reader::new().regex(expression).unwrap().column("level", "severity");
    let reading = reader.read("7 E 2.0 jammed\n8 W  ajar\n", Format::Text).unwrap();
    assert_eq!(reading.table.columns(), ["level", "since"]);
    assert_eq!(reading.table.rows()[0].values(), ["E", "2.0"]);
    assert_eq!(reading.table.rows()[1].values(), ["W", ""]);
    assert_eq!(
        reading.report.to_string(),
        "table 1, lines 1 to 2: 2 rows\n  columns: \"code\" is code, \"severity\" is column level, \
         \"since\"*, \"message\" is message (* not in the enum unless you pass --column \
         NAME=HEADING)\ncodes are u32: the smallest type of 32 bits or more for 7 to 8\n"
    );
}

#[test]
fn odd_matches_are_findings() {
    let document = "1 one\n- two\n1 again\n4xx four\n5 five\n6 six\n";
    let reading = read(document, r"(?m)^(?:-|(?<code>\w+)) (?<message>\w+)$");
    let findings: Vec<String> = reading.report.findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        findings,
        [
            r#"line 2: the row has no code and is left out: "- two""#,
            r#"line 3: line 1 already has code "1" as "one", here it is "again"; this row is left out: "1 again""#,
            r#"line 4: code "4xx" is not an integer, and 4 of the table's 5 codes are; this row is left out: "4xx four""#,
        ]
    );
}

/// What the expressions of these cases do not match, but looks like a row.
#[test]
fn lines_that_look_like_rows_are_counted() {
    let define = r"#define (?<variant>\w+) \((?<code>\w+)\)";
    let java = r#"(?s)(?<variant>[A-Z_]+)\((?<code>-?\d+),.*?"(?<message>[^"]*)""#;
    let first = r"(?m)^(?<code>\w+) (?<message>.+)$";
    let cases: [(&str, &str, &[usize]); 13] = [
        // Another form of number, or another kind of digits.
        ("#define E_A (0x0001)\n#define E_B (0x0002)\n#define E_C 0x0003\n", define, &[3]),
        ("#define A (0x0001)\n#define B ((T)0x0002)\n#define C 0x03\n", define, &[2]),
        ("#define A (1001)\n// 1002 is free\n// 12, 12345 and 1001 are not codes\n", define, &[2]),
        ("#define A (42P01)\n42P02\n42P0\nABCDE\n", define, &[2]),
        // An identifier.
        ("#define E_A (1)\n#define E_B E_A\n#define X_B E_A\n", define, &[2]),
        ("#define ErrA (1)\nErrB\nErr\nError\nerrA\n", define, &[2]),
        // Not those that were read.
        ("#define E_A (1)\nif (E_A == 1)\n", define, &[]),
        // Two rows on a line.
        ("A(1), B(2), C(3)\n", r"(?m)^(?<variant>\w)\((?<code>\d)\)", &[1]),
        // A match that reaches into the next row.
        ("NONE(0, null),\nSOME_A(1, \"a\"),\nSOME_B(2, \"b\"),\n", java, &[2]),
        // Another number of digits at the beginning of a line.
        ("E10 a\nE100: x\n", first, &[2]),
        ("10 a\n11 b\n100: x\n101: y\nSee: 102\n", r"(?m)^(?<code>\d+) (?<message>.+)$", &[3, 4]),
        (
            "1001 a\n-1003 x\n0x3EC y\n20001: z\ntext 5\n",
            r"(?m)^(?<code>\d+) (?<message>.+)$",
            &[2, 3, 4],
        ),
        ("#define A 1\n#if X > 100\n", r"(?<variant>[A-Z]) (?<code>\d)", &[]),
    ];
    for (document, expression, expected) in cases {
        let missed = read(document, expression).report.missed;
        assert_eq!(missed.map(|missed| missed.lines).unwrap_or_default(), expected, "{document}");
    }
    // A line with a code and a name like the rows' must not get lost in a test.
    let reading = read("#define E_A (1001)\n#define E_B 1002 /* b */\nE_C\n1003\n", define);
    let findings: Vec<String> = reading.report.findings.iter().map(ToString::to_string).collect();
    let finding = "line 2: this line looks like a row, but the regular expression does not match \
                   it; left out: \"#define E_B 1002 /* b */\"";
    assert_eq!(findings, [finding]);
    let report = read(cases[0].0, define).report.to_string();
    let line = "1 line looks like a row but is in no match:\n  line 3: \"#define E_C 0x0003\"\n";
    assert!(report.contains(line), "{report}");
    let report = read("#define E_A (1)\n E_B\nE_C\n", define).report.to_string();
    let line = "2 lines look like rows but are in no match:\n  line 2: \"E_B\"\n";
    assert!(report.contains(line), "{report}");
}

/// A code of another form, or a name without a part that all names share.
#[test]
fn lines_that_go_on_as_rows_do_are_counted() {
    let comment = r"#define\s+(?<variant>E\w+)\s+(?<code>\d+)\s+/\* (?<message>.*?) \*/";
    let define = r"#define\s+(?<variant>\w+)\s+(?<code>\d+)(?m:$)";
    let line = r"(?<variant>\w+) = (?<code>\d+) // (?<message>.+)";
    let call = r#"(?<variant>\w+)\((?<code>\d+), "(?<message>\w+)"\)"#;
    let cases: [(&str, &str, &[usize]); 8] = [
        (
            "#define EPERM 1 /* a */\n#define EAGAIN 11 /* b */\n#define EWOULDBLOCK EAGAIN /* b */\n\
             #define EHEX 0x0E /* c */\n#define ECH 'a' /* d */\n#define EFOUR (EBASE + 1) /* x */\n\
             #define EFOO 0x0E // foo\n",
            comment,
            &[3, 4, 5, 6, 7],
        ),
        // A guard, a macro with arguments, and one without a comment.
        (
            "#define EGUARD\n#define EMAX(a) 1 /* a */\n#define EMPTY /* b */\n#define EB EA\n\
             #define EPERM 1 /* a */\n#define EAGAIN 11 /* b */\n",
            comment,
            &[],
        ),
        // Only the first letter says that it may be a name of the table.
        ("#define EA 1\n#define EB 2\n#define EC EA\n#define HERE x\n", define, &[3]),
        (
            "DoorJammed = 7 // jammed\nDoorOpen = 8 // open\nLost Code = 0x9 // lost\nLost\n\
             far = near\nif x\nlost\n",
            line,
            &[3, 4],
        ),
        ("ONE(1001, \"one\"),\nThree(0x3, \"three\");\nsuper(code, x);\ne(s)\n", call, &[2]),
        (
            "error 1001 lost\nerror 0x3EA gone\nerror in line\n",
            r"(?m)^error (?<code>\d+) (?<message>.+)$",
            &[2],
        ),
        // All names have a prefix, so those without it are others.
        ("#define E_A 1 /* a */\n#define E_B 2 /* b */\n#define EC 0x3 /* c */\n", comment, &[]),
        ("A = 1 // a\nB(22) // b\nif C > 33;\n", line, &[]),
    ];
    for (document, expression, expected) in cases {
        let missed = read(document, expression).report.missed;
        assert_eq!(missed.map(|missed| missed.lines).unwrap_or_default(), expected, "{document}");
    }
}

#[test]
fn expressions_that_cannot_read_rows() {
    let error = |expression: &str| Reader::new().regex(expression).unwrap_err();
    assert!(matches!(error("(?<code>"), RegexError::Invalid(_)));
    assert_eq!(
        error("(?<code>").to_string(),
        "regex parse error:\n    (?<code>\n    ^\nerror: unclosed group"
    );
    assert_eq!(error(r"(\d+) (?<message>.*)"), RegexError::NoCode);
    assert_eq!(error(r"(?<code>\d+) (?<text>.*)"), RegexError::NoText);
    let read = |expression: &str| {
        Reader::new().regex(expression).unwrap().read("no digits\n", Format::Text).unwrap_err()
    };
    assert!(matches!(read(r"(?<code>\d+)(?<message>)"), ReadError::NoMatch));
    // Matches between all characters, but never a text.
    assert!(matches!(read(r"(?<code>\d*)(?<message>)"), ReadError::NoMatch));
    let error = Reader::new().read("1 one\n", Format::Text).unwrap_err();
    assert_eq!(error.to_string(), "a text needs a regular expression; pass --regex REGEX");
}

#[test]
fn a_chosen_code_type_and_duplicates_in_another_base() {
    let reader = Reader::new().regex(r"(?<code>\w+)=(?<message>\w+)").unwrap();
    let reading = reader.code_type(CodeType::U8).read("0x10=a\n16=a\n300=b\n", Format::Text);
    let findings = reading.unwrap().report.findings;
    assert_eq!(findings.iter().map(Finding::line).collect::<Vec<_>>(), [2, 3]);
}

/// Each of them would take hours if something in it were quadratic.
#[test]
fn long_texts_are_read_in_linear_time() {
    // Another pass over the rest for each row would take hours.
    let mut lines = String::new();
    for number in 0..10_000 {
        let _ = writeln!(lines, "#define E_{number} {number} /* \"text\" + \\\" */");
    }
    let one_line = lines.replace('\n', " ");
    for text in [&lines, &one_line] {
        let reading = read(text, r"(?<variant>E_\w+) (?<code>\d+)");
        assert_eq!(reading.table.rows().len(), 10_000);
        let reading = read(text, r"(?<variant>E_1\w*) (?<code>\d+)");
        assert!(reading.report.missed.is_some());
    }
    // One match after which nothing closes, and joins to the end.
    let open = format!("1 \"{}", "\"a\" +\n".repeat(20_000));
    let reading = read(&open, "(?<code>[0-9]) \"(?<message>[^\"]*)");
    assert_eq!(reading.table.rows().len(), 1);
}

#[test]
fn a_code_that_goes_on_outside_of_its_group_is_a_finding() {
    let reader = Reader::new().regex(r"(?<variant>\w+) = (?<code>-?\d+)").unwrap();
    let text = "A = 1\nB = 1_002\nC = 0x10\nD = 1 << 4\nE = 7UL\nF = 1003u;\nG = 12 | x\nH = 5.\n";
    let reading = reader.read(text, Format::Text).unwrap();
    let codes: Vec<&str> = reading.table.rows().iter().map(Row::code).collect();
    assert_eq!(codes, ["1", "7", "1003", "12", "5"]);
    let lines: Vec<usize> = reading.report.findings.iter().map(Finding::line).collect();
    assert_eq!(lines, [2, 3, 4]);
}

#[test]
fn a_string_that_goes_on_is_a_finding() {
    let reader =
        Reader::new().regex(r#"(?<variant>\w)\((?<code>\d),\s*"(?<message>[^"]*)""#).unwrap();
    let text = "A(1, \"a\" +\n  \"b\"),\nB(2, \"y\" + NAME + \"z\"),\nC(3, \"a\" /* c */ + X),\n\
                D(4, \"\"\"\n  block\n\"\"\"),\nE(5, \"e\"), // +\n";
    let reading = reader.read(text, Format::Text).unwrap();
    let texts: Vec<&str> = reading.table.rows().iter().map(Row::message).collect();
    assert_eq!(texts, ["ab", "y", "a", "", "e"]);
    let lines: Vec<usize> = reading.report.findings.iter().map(Finding::line).collect();
    assert_eq!(lines, [3, 4, 5]);
}

#[test]
fn a_report_shows_twenty_lines_that_are_missed() {
    let document = format!("E_A = 1\n{}", "E_B\n".repeat(25));
    let report = read(&document, r"(?<variant>\w+) = (?<code>\d)").report;
    let shown = report.missed.unwrap().to_string();
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines.len(), 22, "{shown}");
    assert_eq!(lines[0], "25 lines look like rows but are in no match:");
    assert_eq!((lines[20], lines[21]), ("  line 21: \"E_B\"", "  and 5 more"));
}

#[test]
fn a_part_of_a_document_keeps_its_lines() {
    let document =
        "#define SIZE 4\n\n// Errors:\n#define JAMMED 7\n#define OPEN\n// End\n#define MOST 9\n";
    let reader = || Reader::new().regex(r"#define (?<variant>\w+) (?<code>\d+)").unwrap();
    let lines = |reader: Reader, format| {
        let reading = reader.read(document, format).unwrap();
        let rows = reading.table.rows().iter().filter_map(Row::line);
        (rows.collect::<Vec<_>>(), reading.report.missed.map(|missed| missed.texts))
    };
    let after = || reader().after("(?m)^// Errors:$").unwrap();
    assert_eq!(lines(reader(), Format::Text).0, [1, 4, 7]);
    assert_eq!(lines(after(), Format::Text).0, [4, 7]);
    let part = after().before("// \\w+").unwrap();
    assert_eq!(lines(part, Format::Text).0, [4]);
    // Every format of text has parts.
    let tables = "|Code|Message|\n|-|-|\n|1|one|\n\n# New\n\n|Code|Message|\n|-|-|\n|1|two|\n";
    let table = Reader::new().after("# New").unwrap().read(tables, Format::Markdown).unwrap();
    let table = table.into_clean().unwrap();
    assert_eq!((table.rows()[0].line(), table.rows()[0].message()), (Some(9), "two"));
    let error = after().before("nowhere").unwrap().read(document, Format::Text).unwrap_err();
    assert_eq!(error.to_string(), "--before \"nowhere\" matches nothing in the document");
}

#[test]
fn texts_are_trimmed_and_entities_are_characters() {
    let document = "## E_OK (0)\n\nAll fine.\n\n## E_BAD (1)\n\nNot *fine* &amp; `bad`.\nMore.\n\n";
    let expression = r"(?s)## (?<variant>\w+) \((?<code>\d+)\)(?<message>[^#]*)";
    for (format, second) in [
        (Format::Markdown, "Not *fine* & `bad`.\nMore."),
        (Format::Text, "Not *fine* &amp; `bad`.\nMore."),
    ] {
        let reader = Reader::new().regex(expression).unwrap();
        let table = reader.read(document, format).unwrap().into_clean().unwrap();
        let messages: Vec<_> = table.rows().iter().map(Row::message).collect();
        assert_eq!(messages, ["All fine.", second]);
    }
}

#[test]
fn a_string_that_is_cut_is_a_finding() {
    let cases = [
        (r#"E(1, "a" "b")"#, true),
        (r#"E(1, "a" PRId64 "b")"#, true),
        (r#"E(1, "a"PRId64" b")"#, true),
        (r#"E(1, "a" /* x */ "b")"#, true),
        (r#"E(1, "a" + X)"#, true),
        (r#"E(1, "a" + "b")"#, false),
        ("E(1, \"a\"\n \"b\")", false),
        (r#"E(1, "a"), "b""#, false),
        (r#"E(1, "a") E_X "b""#, false),
        (r#"E(1, "a" and "b")"#, false),
        ("E(1, \"a\"\n X \"b\")", true),
        ("E(1, \"a\"\n PRId64 /* x */\n \"b\")", true),
        ("E(1, \"a\" NAME(b) \"c\")", true),
        ("E(1, \"a\" PRIu64)", true),
        ("E(1, \"a\"\n \"b\" \"c\")", true),
        ("E(1, \"a\"\n r\"b\")", true),
        ("E(1, \"a\" + // x\n X)", true),
        ("E(1, \"a\" // x\n + \"b\")", false),
        ("E(1, \"a\" /* x */\n u\"b\")", false),
        ("E(1, \"a\"\n # x\n f'b')", false),
        ("E(1, \"a\")\n#define X \"b\"", false),
        ("E(1, \"a\",\n \"b\")", false),
    ];
    for (document, is_cut) in cases {
        for quoted in [r#""(?<message>[^"]*)""#, r#"(?<message>"[^"]*")"#] {
            let reading = read(document, &format!(r"E\((?<code>\d+), {quoted}"));
            assert_eq!(!reading.report.findings.is_empty(), is_cut, "{document}");
        }
    }
    // A macro around it ends, and the string does not.
    let in_macro = r#"E\((?<code>\d+), N_\("(?<message>[^"]*)""#;
    assert!(read("E(1, N_(\"a\"))", in_macro).report.findings.is_empty());
    assert_eq!(read("E(1, N_(\"a\") \"b\")", in_macro).report.findings.len(), 1);
    // An expression that goes on to the end of the line.
    let line = r#"E\((?<code>\d+), "(?<message>[^"]*)".*"#;
    assert!(read("E(1, \"a\"),", line).report.findings.is_empty());
    assert_eq!(read("E(1, \"a\" \"b\")", line).report.findings.len(), 1);
    // What the expression reads itself.
    let two = r#"(?<code>\d+), "(?<message>[^"]*)" "(?<description>[^"]*)""#;
    assert!(read(r#"E(1, "a" "b")"#, two).report.findings.is_empty());
}

#[test]
fn a_string_that_begins_with_another_quote_is_whole() {
    let texts = ["'%s' is old", "plain 'x' text", "`a`.`b` is itself", "'a' or 'b'", "'all'", "'"];
    for quoted in [r#"eng "(?<message>[^"]*)""#, r#"eng (?<message>"[^"]*")"#] {
        let lines = texts.iter().enumerate();
        let lines = lines.map(|(number, text)| format!("ER_{number}\n  eng \"{text}\"\n"));
        let document = lines.collect::<Vec<_>>().concat();
        let expression = format!(r"(?<code>ER_\d+)\s+{quoted}");
        let table = read(&document, &expression).into_clean().unwrap();
        let messages: Vec<_> = table.rows().iter().map(Row::message).collect();
        assert_eq!(messages, texts, "{expression}");
    }
}
