//! Small documents with something odd, and what becomes of each row.
//!
//! To add a case, add an entry to [`CASES`]. Every enum that an import prints here is
//! compiled, in one program, and asked for each row.
#![cfg(feature = "cli")]

mod program;

use std::io::Write;
use std::process::{Command, Stdio};

use self::program::Program;

struct Case {
    name: &'static str,
    /// Also the document's format.
    extension: &'static str,
    document: &'static str,
    arguments: &'static [&'static str],
    /// The exit status, without `--accept-findings`.
    status: i32,
    /// Code, message and description of each row that the enum has with
    /// `--accept-findings`; the description is the message where there is none.
    rows: &'static [[&'static str; 3]],
    /// What standard error contains, in order.
    report: &'static [&'static str],
}

/// A case without rows, to be completed by `..`.
const EMPTY: Case = Case {
    name: "",
    extension: "csv",
    document: "",
    arguments: &[],
    status: 0,
    rows: &[],
    report: &[],
};

const ODD: Case = Case { status: 1, ..EMPTY };

const CASES: &[Case] = &[
    // Odd codes.
    Case {
        name: "odd codes are findings where most are integers",
        document: "code,message\n1,a\n2,b\n3,c\n4,d\n5,e\n6,f\n7,g\n8,h\n9,i\n10,j\n1003-1009,k\n4xx,l\n\
                   10O3,m\n\"1,001\",n\n1005 [^1],o\n~~1002~~,p\n400 Bad Request,q\nE_FAIL (0x80004005),r\n",
        rows: &[
            ["1", "a", "a"],
            ["2", "b", "b"],
            ["3", "c", "c"],
            ["4", "d", "d"],
            ["5", "e", "e"],
            ["6", "f", "f"],
            ["7", "g", "g"],
            ["8", "h", "h"],
            ["9", "i", "i"],
            ["10", "j", "j"],
        ],
        report: &[
            "codes are u32: the smallest type of 32 bits or more for 1 to 10",
            "FILE:12: code \"1003-1009\" is not an integer, and 10 of the table's 18 codes are",
            "FILE:13: code \"4xx\"",
            "FILE:14: code \"10O3\"",
            "FILE:15: code \"1,001\"",
            "FILE:16: code \"1005 [^1]\"",
            "FILE:17: code \"~~1002~~\"",
            "FILE:18: code \"400 Bad Request\"",
            "FILE:19: code \"E_FAIL (0x80004005)\"",
        ],
        ..ODD
    },
    Case {
        name: "codes with letters stay strings",
        document: "code,message\n7,a\nP0001,b\n",
        rows: &[["7", "a", "a"], ["P0001", "b", "b"]],
        report: &["codes are str: 1 of 2 are not integers, such as \"P0001\" in line 3"],
        ..EMPTY
    },
    Case {
        name: "codes of one length with leading zeros stay strings",
        document: "code,message\n0001,a\n0002,b\n1000,c\n1001,d\n1002,e\n",
        rows: &[
            ["0001", "a", "a"],
            ["0002", "b", "b"],
            ["1000", "c", "c"],
            ["1001", "d", "d"],
            ["1002", "e", "e"],
        ],
        report: &[
            "codes are str: they have the same length, and \"0001\" in line 2 has a leading zero",
        ],
        ..EMPTY
    },
    Case {
        name: "a code with leading zeros among integers",
        document: "code,message\n1,a\n007,b\n20,c\n",
        rows: &[["1", "a", "a"], ["20", "c", "c"]],
        report: &[
            "FILE:3: code \"007\" may be a text, since 7 would be its number, and 2 of the table's 3 \
             codes are integers; pass --code-type u32 or another integer type to read it as 7, or \
             str to keep it; this row is left out",
        ],
        ..ODD
    },
    Case {
        name: "a code that does not fit the chosen type",
        document: "code,message\n1,a\n300,b\n",
        arguments: &["--code-type", "u8"],
        rows: &[["1", "a", "a"]],
        report: &["FILE:3: code \"300\" does not fit u8"],
        ..ODD
    },
    // Duplicates.
    Case {
        name: "the same number in another base",
        document: "code,message\n0,ok\n0x0,ok\n1,one\n",
        rows: &[["0", "ok", "ok"], ["1", "one", "one"]],
        report: &["FILE:3: line 2 already has code \"0x0\", written \"0\","],
        ..ODD
    },
    Case {
        name: "a second name for a number",
        document: "code,name,message\n1,GONE,a\n1,LOST,b\n2,C,c\n",
        rows: &[["1", "a", "a"], ["2", "c", "c"]],
        report: &["FILE:3: line 2 already has code \"1\" as \"GONE\", here it is \"LOST\""],
        ..ODD
    },
    Case {
        name: "a row that is left out claims no code",
        document: "code,aliases,message\n1,,a\n9,1,b\n9,,c\n",
        rows: &[["1", "a", "a"], ["9", "c", "c"]],
        report: &["FILE:3: line 2 already has code \"1\""],
        ..ODD
    },
    // Empty and absent.
    Case {
        name: "an empty cell is no description",
        document: "code,message,description\n1,a,\n2,b,  \n3,c,C\n",
        rows: &[["1", "a", "a"], ["2", "b", "b"], ["3", "c", "C"]],
        ..EMPTY
    },
    Case {
        name: "null and absent keys are no description",
        extension: "json",
        document: r#"[{"code":1,"message":"a","description":null},{"code":2,"message":"b"},
            {"code":3,"message":"c","description":"C"}]"#,
        rows: &[["1", "a", "a"], ["2", "b", "b"], ["3", "c", "C"]],
        ..EMPTY
    },
    Case {
        name: "a row without a code",
        document: "code,message\n1,a\n,b\n",
        rows: &[["1", "a", "a"]],
        report: &["FILE:3: the row has no code and is left out"],
        ..ODD
    },
    // Columns.
    Case {
        name: "a solution is the description if nothing better is there",
        document: "错误码ID,描述,解决办法,备用\n1,a,b,c\n",
        rows: &[["1", "a", "b"]],
        report: &[
            "\"错误码ID\" is code, \"描述\" is message, \"解决办法\" is description, \"备用\"* (* not in the enum",
        ],
        ..EMPTY
    },
    Case {
        name: "two equal headings cannot be told apart",
        document: "code,message,message\n1,a,b\n",
        report: &[
            "error: FILE: two columns have the heading \"message\"; pass --message with the number of one",
        ],
        ..ODD
    },
    Case {
        name: "a column by its number",
        document: "code,message,message\n1,a,b\n",
        arguments: &["--message", "3"],
        rows: &[["1", "b", "b"]],
        ..EMPTY
    },
    Case {
        name: "no known heading",
        document: "a,b\n1,2\n",
        report: &[
            "error: FILE: cannot find the column of the codes; pass --code HEADING (found: \"a\", \"b\")",
        ],
        ..ODD
    },
    Case {
        name: "values are codes if they are integers",
        extension: "md",
        document: "| Constant | Value | Sample Text |\n|-|-|-|\n| GONE | 7 | is gone |\n",
        rows: &[["7", "is gone", "is gone"]],
        ..EMPTY
    },
    // Several tables.
    Case {
        name: "tables of other things are listed",
        extension: "md",
        document: "| Parameter | Type |\n|-|-|\n| code | int |\n\n| Code | Message |\n|-|-|\n| 1 | a |\n",
        rows: &[["1", "a", "a"]],
        report: &["table 1,", "1 row, left out: it has no column of codes", "table 2,"],
        ..EMPTY
    },
    Case {
        name: "tables of numbers under unknown headings are findings",
        extension: "md",
        document: "| Code | Message |\n|-|-|\n| 1 | a |\n\n| Foo | Bar |\n|-|-|\n| 2 | b |\n",
        rows: &[["1", "a", "a"]],
        report: &["this table is left out with its 1 row: no heading names the numbers in it"],
        ..ODD
    },
    Case {
        name: "tables with codes and no messages are findings",
        extension: "md",
        document: "| Code | Message |\n|-|-|\n| 1 | a |\n\n| Code | HTTP |\n|-|-|\n| 2 | 404 |\n",
        rows: &[["1", "a", "a"]],
        report: &["this table is left out with its 1 row: it has codes but no column of messages"],
        ..ODD
    },
    Case {
        name: "tables of different kinds are not merged",
        extension: "md",
        document: "| Code | Message |\n|-|-|\n| 1 | a |\n| 2 | b |\n\n| Code | Message |\n|-|-|\n| E_X | c |\n",
        rows: &[["1", "a", "a"], ["2", "b", "b"]],
        report: &[
            "left out with its 1 row: its codes are strings and those of the other tables are integers",
        ],
        ..ODD
    },
    Case {
        name: "a table by its number",
        extension: "md",
        document: "| Code | Message |\n|-|-|\n| 1 | a |\n\n| Code | Text |\n|-|-|\n| E_X | c |\n",
        arguments: &["--table", "2", "--message", "Text"],
        rows: &[["E_X", "c", "c"]],
        report: &["table 1,", "left out: it is not among those that you chose"],
        ..EMPTY
    },
    Case {
        name: "a table that is not there",
        arguments: &["--table", "3"],
        document: "code,message\n1,a\n",
        status: 2,
        report: &["error: FILE: the document has no table 3; its only table is number 1"],
        ..EMPTY
    },
    Case {
        name: "a heading that is not there",
        arguments: &["--section", "nowhere"],
        document: "code,message\n1,a\n",
        status: 2,
        report: &["error: FILE: the document has no table under \"nowhere\""],
        ..EMPTY
    },
    // JSON.
    Case {
        name: "arrays are found",
        extension: "json",
        document: r#"{"version":"1","errors":[{"code":1,"message":"a"}],"info":{"title":"x"}}"#,
        rows: &[["1", "a", "a"]],
        report: &["under \"/errors\": 1 row"],
        ..EMPTY
    },
    Case {
        name: "deeper arrays by their pointer",
        extension: "json",
        document: r#"{"data":{"old":[{"code":1,"message":"a"}],"errors":[{"code":1,"message":"b"}]}}"#,
        arguments: &["--pointer", "/data/errors"],
        rows: &[["1", "b", "b"]],
        ..EMPTY
    },
    Case {
        name: "a pointer to nothing names the arrays",
        extension: "json",
        document: r#"{"data":{"errors":[{"code":1,"message":"b"}]}}"#,
        arguments: &["--pointer", "/errors"],
        status: 2,
        report: &[
            "error: FILE: the document has nothing at \"/errors\"; it has rows at \"/data/errors\"",
        ],
        ..EMPTY
    },
    Case {
        name: "objects keyed by code",
        extension: "json",
        document: r#"{"errors":{"1":{"message":"a"},"2":{"message":"b"}}}"#,
        rows: &[["1", "a", "a"], ["2", "b", "b"]],
        ..EMPTY
    },
    Case {
        name: "texts keyed by name",
        extension: "json",
        document: r#"{"errors":{"NOT_FOUND":"a","DENIED":"b"},"info":{"title":"x"}}"#,
        rows: &[["NOT_FOUND", "a", "a"], ["DENIED", "b", "b"]],
        ..EMPTY
    },
    Case {
        name: "objects keyed by name",
        extension: "json",
        document: r#"{"GONE":{"code":1,"message":"a"},"LOST":{"code":2,"message":"b"}}"#,
        rows: &[["1", "a", "a"], ["2", "b", "b"]],
        ..EMPTY
    },
    Case {
        name: "JSON lines",
        extension: "json",
        document: "{\"code\":1,\"message\":\"a\"}\n{\"code\":2,\n{\"code\":3,\"message\":\"c\"}\n",
        rows: &[["1", "a", "a"], ["3", "c", "c"]],
        report: &["FILE:2: not JSON ("],
        ..ODD
    },
    Case {
        name: "localised objects are columns",
        extension: "json",
        document: r#"[{"code":1,"message":{"en":"a","zh":"b"}}]"#,
        arguments: &["--message", "message.zh"],
        rows: &[["1", "b", "b"]],
        report: &["\"message.en\"*, \"message.zh\" is message"],
        ..EMPTY
    },
    Case {
        name: "elements that are not rows",
        extension: "json",
        document: "[{\"code\":1,\"message\":\"a\"},\n7,\n\"x\"]",
        rows: &[["1", "a", "a"]],
        report: &["FILE:2: not a row", "FILE:3: not a row"],
        ..ODD
    },
    // CSV.
    Case {
        name: "semicolons",
        document: "code;message;description\n1;a, b;c\n",
        rows: &[["1", "a, b", "c"]],
        report: &["cells are separated by ';'"],
        ..EMPTY
    },
    Case {
        name: "tabs",
        document: "code\tmessage\n1\ta, b\n",
        rows: &[["1", "a, b", "a, b"]],
        ..EMPTY
    },
    Case {
        name: "bars",
        document: "code|message\n1|a, b\n",
        rows: &[["1", "a, b", "a, b"]],
        ..EMPTY
    },
    Case {
        name: "a chosen delimiter",
        document: "code^message\n1^a;b\n",
        arguments: &["--delimiter", "^"],
        rows: &[["1", "a;b", "a;b"]],
        ..EMPTY
    },
    Case {
        name: "a sep line, a title and comments above the head",
        document: "sep=;\n# made by hand\nError codes\n\ncode;message\n1;a\n",
        rows: &[["1", "a", "a"]],
        report: &["table 1, lines 5 to 6, under \"Error codes\": 1 row"],
        ..EMPTY
    },
    Case {
        name: "rows above the head",
        document: "0,zero\ncode,message\n1,a\n",
        rows: &[["1", "a", "a"]],
        report: &["FILE:1: not a row of a table; left out: \"0,zero\""],
        ..ODD
    },
    Case {
        name: "no headings",
        document: "1,a,A\n2,b,B\n",
        arguments: &["--no-headings", "--code", "1", "--message", "2", "--description", "3"],
        rows: &[["1", "a", "A"], ["2", "b", "B"]],
        ..EMPTY
    },
    Case {
        name: "a stray quote swallows no row",
        document: "code,message\n1,\"a\n2,\"b\n3,c\n",
        rows: &[["1", "\"a", "\"a"], ["2", "\"b", "\"b"], ["3", "c", "c"]],
        report: &["FILE:2: a quote is not closed", "FILE:3: a quote is not closed"],
        ..ODD
    },
    Case {
        name: "a line in quotes that looks like a row",
        document: "code,message\n1,\"a\n2,b\"\n3,c\n",
        rows: &[["1", "a\n2,b", "a\n2,b"], ["3", "c", "c"]],
        report: &["FILE:3: this line looks like a row, but the quotes in line 2"],
        ..ODD
    },
    Case {
        name: "cells of several lines",
        document: "code,message\n1,\"a\nb \"\"c\"\", d\"\n3, \"c, d\" \n",
        rows: &[["1", "a\nb \"c\", d", "a\nb \"c\", d"], ["3", "c, d", "c, d"]],
        ..EMPTY
    },
    Case {
        name: "rows with too few and too many cells",
        document: "code,message,description\n1,a\n2,b,c,d\n",
        rows: &[["1", "a", "a"], ["2", "b", "c d"]],
        report: &["FILE:2: 2 cells under 3 headings", "FILE:3: 4 cells under 3 headings"],
        ..ODD
    },
];

/// Runs the program on a case and returns its status and what it prints.
fn import(case: &Case, more: &[&str]) -> (Option<i32>, String, String) {
    let format = if case.extension == "md" { "markdown" } else { case.extension };
    let mut command = Command::new(env!("CARGO_BIN_EXE_error-catalog"));
    command.args(["import", "-", "--name", "Imported", "--format", format]);
    command.args(case.arguments).args(more);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(case.document.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn every_case() {
    let mut program = Program::default();
    for (number, case) in CASES.iter().enumerate() {
        let name = case.name;
        let (status, source, stderr) = import(case, &[]);
        assert_eq!(status, Some(case.status), "{name}: {stderr}");
        assert_eq!(source.is_empty(), case.status != 0, "{name}: {stderr}");
        let mut rest = stderr.as_str();
        for words in case.report {
            let words = words.replace("FILE", "-");
            let place = rest.find(&words).unwrap_or_else(|| panic!("{name}: {words}\n{stderr}"));
            rest = &rest[place + words.len()..];
        }
        let findings = stderr.lines().filter(|line| line.starts_with("-:")).count();
        let accept = ["--accept-findings", &findings.to_string()];
        let (status, source, stderr) = import(case, &accept);
        if case.rows.is_empty() {
            assert_ne!(status, Some(0), "{name}");
            continue;
        }
        assert_eq!(status, Some(0), "{name}: {stderr}");
        program.add(&format!("case_{number}"), &source, case.rows);
    }
    program.run("cases");
}
