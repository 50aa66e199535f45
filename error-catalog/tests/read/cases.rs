//! Small documents with something odd, and what becomes of each row.
//!
//! Each case is a test with its name, and reads the enum back that the import prints. All
//! enums are compiled too, in one program, and asked for each row.

use std::io::Write;
use std::process::{Command, Stdio};

use error_catalog::SourceFile;

use crate::program::Program;

struct Case {
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
const EMPTY: Case =
    Case { extension: "csv", document: "", arguments: &[], status: 0, rows: &[], report: &[] };

const ODD: Case = Case { status: 1, ..EMPTY };

cases![
    // Odd codes.
    odd_codes_are_findings_where_most_are_integers {
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
            "FILE:12: code \"1003-1009\" is not an integer, and 11 of the table's 18 codes are",
            "FILE:13: code \"4xx\"",
            "FILE:14: code \"10O3\"",
            "FILE:15: code \"1,001\"",
            "FILE:16: code \"1005 [^1]\"",
            "FILE:17: code \"1002\" is struck out, so the vendor may have retired it",
            "FILE:18: code \"400 Bad Request\"",
            "FILE:19: code \"E_FAIL (0x80004005)\"",
        ],
        ..ODD
    },
    codes_that_are_struck_out_are_findings {
        extension: "md",
        document: "| Code | Message |\n| - | - |\n| E1 | a |\n| ~~E2~~ | b |\n| <s>E3</s> | c |\n\
                   | <del>E4</del> gone | d |\n| <strike>E5</strike> | e |\n| E6 | ~~f~~ |\n",
        rows: &[["E1", "a", "a"], ["E6", "~~f~~", "~~f~~"]],
        report: &[
            "FILE:4: code \"E2\" is struck out, so the vendor may have retired it; remove the marks \
             to keep it; this row is left out",
            "FILE:5: code \"E3\" is struck out",
            "FILE:6: code \"E4\" is struck out",
            "FILE:7: code \"E5\" is struck out",
        ],
        ..ODD
    },
    a_code_that_is_struck_out_is_of_the_kind_of_the_others {
        extension: "md",
        document: "| Code | Message |\n| - | - |\n| 4711 | a |\n| ~~4712~~ | b |\n",
        rows: &[["4711", "a", "a"]],
        report: &["codes are u32", "FILE:4: code \"4712\" is struck out"],
        ..ODD
    },
    a_code_that_is_no_integer_does_not_overflow {
        arguments: &["--code-type", "u8"],
        document: "code,message\n1,a\n300,b\nE2,c\n",
        rows: &[["1", "a", "a"]],
        report: &[
            "FILE:3: code \"300\" does not fit u8; this row is left out",
            "FILE:4: code \"E2\" is not an integer, and the codes are u8; this row is left out",
        ],
        ..ODD
    },
    codes_with_a_text_in_their_cell_are_findings {
        extension: "md",
        document: "| Code | Fix |\n| - | - |\n| `NO_ROOM` The room is full. | a |\n| `NO_KEY`<br>422 | b |\n\
                   | BAD GATE | c |\n",
        arguments: &["--message", "Fix"],
        rows: &[["BAD GATE", "c", "c"]],
        report: &[
            "FILE:3: code \"NO_ROOM The room is full.\" seems to have other text in its cell; move that \
             text to another cell, or pass --code-type str if it is part of the code; this row is left out",
            "FILE:4: code \"NO_KEY\\n422\" seems",
        ],
        ..ODD
    },
    codes_of_several_words_if_you_say_so {
        arguments: &["--code-type", "str"],
        document: "code,message\nNO_ROOM is full now,a\n",
        rows: &[["NO_ROOM is full now", "a", "a"]],
        ..EMPTY
    },
    codes_with_letters_stay_strings {
        document: "code,message\n7,a\nP0001,b\n",
        rows: &[["7", "a", "a"], ["P0001", "b", "b"]],
        report: &["codes are str: 1 of 2 are not integers, such as \"P0001\" in line 3"],
        ..EMPTY
    },
    codes_of_one_length_with_leading_zeros_stay_strings {
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
    a_code_with_leading_zeros_among_integers {
        document: "code,message\n1,a\n007,b\n20,c\n",
        rows: &[["1", "a", "a"], ["20", "c", "c"]],
        report: &[
            "FILE:3: code \"007\" may be a text, since 7 would be its number, and 2 of the table's 3 \
             codes are integers; pass --code-type u32 or another integer type to read it as 7, or \
             str to keep it; this row is left out",
        ],
        ..ODD
    },
    a_code_that_does_not_fit_the_chosen_type {
        document: "code,message\n1,a\n300,b\n",
        arguments: &["--code-type", "u8"],
        rows: &[["1", "a", "a"]],
        report: &["FILE:3: code \"300\" does not fit u8"],
        ..ODD
    },
    // Duplicates.
    the_same_number_in_another_base {
        document: "code,message\n0,ok\n0x0,ok\n1,one\n",
        rows: &[["0", "ok", "ok"], ["1", "one", "one"]],
        report: &["FILE:3: line 2 already has code \"0x0\", written \"0\"; this row"],
        ..ODD
    },
    a_second_name_for_a_number {
        document: "code,name,message\n1,GONE,a\n1,LOST,b\n2,C,c\n",
        rows: &[["1", "a", "a"], ["2", "c", "c"]],
        report: &["FILE:3: line 2 already has code \"1\" as \"GONE\", here it is \"LOST\""],
        ..ODD
    },
    a_row_that_is_left_out_claims_no_code {
        document: "code,aliases,message\n1,,a\n9,1,b\n9,,c\n",
        rows: &[["1", "a", "a"], ["9", "c", "c"]],
        report: &["FILE:3: line 2 already has code \"1\""],
        ..ODD
    },
    several_names_in_a_cell {
        document: "code,message\nauth/a,a\n\"auth/b,\nauth/c\",b\nauth/d or auth/e,d\nnot_f,f\n",
        rows: &[["auth/a", "a", "a"], ["not_f", "f", "f"]],
        report: &["FILE:3: the row has several codes", "FILE:5: the row has several codes"],
        ..ODD
    },
    // Empty and absent.
    an_empty_cell_is_no_description {
        document: "code,message,description\n1,a,\n2,b,  \n3,c,C\n",
        rows: &[["1", "a", "a"], ["2", "b", "b"], ["3", "c", "C"]],
        ..EMPTY
    },
    null_and_absent_keys_are_no_description {
        extension: "json",
        document: r#"[{"code":1,"message":"a","description":null},{"code":2,"message":"b"},
            {"code":3,"message":"c","description":"C"}]"#,
        rows: &[["1", "a", "a"], ["2", "b", "b"], ["3", "c", "C"]],
        ..EMPTY
    },
    a_row_without_a_code {
        document: "code,message\n1,a\n,b\n",
        rows: &[["1", "a", "a"]],
        report: &["FILE:3: the row has no code and is left out"],
        ..ODD
    },
    // Columns.
    a_solution_is_the_description_if_nothing_better_is_there {
        document: "错误码ID,描述,解决办法,备用\n1,a,b,c\n",
        rows: &[["1", "a", "b"]],
        report: &[
            "\"错误码ID\" is code, \"描述\" is message, \"解决办法\" is description, \"备用\"* (* not in the enum",
        ],
        ..EMPTY
    },
    two_equal_headings_cannot_be_told_apart {
        document: "code,message,message\n1,a,b\n",
        report: &[
            "error: FILE: two columns have the heading \"message\"; pass --message with the number of one",
        ],
        ..ODD
    },
    a_column_by_its_number {
        document: "code,message,message\n1,a,b\n",
        arguments: &["--message", "3"],
        rows: &[["1", "b", "b"]],
        ..EMPTY
    },
    no_known_heading {
        document: "a,b\n1,2\n",
        report: &[
            "error: FILE: cannot find the column of the codes; pass --code HEADING (found: \"a\", \"b\")",
        ],
        ..ODD
    },
    values_are_codes_if_they_are_integers {
        extension: "md",
        document: "| Constant | Value | Sample Text |\n|-|-|-|\n| GONE | 7 | is gone |\n",
        rows: &[["7", "is gone", "is gone"]],
        ..EMPTY
    },
    // Several tables.
    tables_of_other_things_are_listed {
        extension: "md",
        document: "| Parameter | Type |\n|-|-|\n| code | int |\n\n| Code | Message |\n|-|-|\n| 1 | a |\n",
        rows: &[["1", "a", "a"]],
        report: &["table 1,", "1 row, left out: it has no column of codes", "table 2,"],
        ..EMPTY
    },
    columns_beside_each_other_are_rows {
        extension: "md",
        document: "| Code | Message | Code | Message |\n|-|-|-|-|\n| 1 | a | 11 | b |\n| 2 | c |\n\
                   | 3 | d |  |  |\n| 4 | e | 14 |\n| 5 | f | | g |\n",
        rows: &[
            ["1", "a", "a"],
            ["11", "b", "b"],
            ["2", "c", "c"],
            ["3", "d", "d"],
            ["4", "e", "e"],
            ["14", "", ""],
            ["5", "f", "f"],
        ],
        report: &[
            "table 1, lines 1 to 7: 8 rows",
            "\"Code\" is code, \"Message\" is message\n",
            "FILE:6: 1 cells under 2 headings",
            "FILE:7: the row has no code",
        ],
        ..ODD
    },
    tables_of_numbers_under_unknown_headings_are_findings {
        extension: "md",
        document: "| Code | Message |\n|-|-|\n| 1 | a |\n\n| Foo | Bar |\n|-|-|\n| 2 | b |\n",
        rows: &[["1", "a", "a"]],
        report: &["this table is left out with its 1 row: no heading is known for its codes"],
        ..ODD
    },
    tables_with_codes_and_no_messages_are_findings {
        extension: "md",
        document: "| Code | Message |\n|-|-|\n| 1 | a |\n\n| Code | HTTP |\n|-|-|\n| 2 | 404 |\n",
        rows: &[["1", "a", "a"]],
        report: &["this table is left out with its 1 row: it has codes but no column of messages"],
        ..ODD
    },
    tables_of_different_kinds_are_not_merged {
        extension: "md",
        document: "| Code | Message |\n|-|-|\n| 1 | a |\n| 2 | b |\n\n| Code | Message |\n|-|-|\n| E_X | c |\n",
        rows: &[["1", "a", "a"], ["2", "b", "b"]],
        report: &[
            "left out with its 1 row: its codes are strings and those of the other tables are integers",
        ],
        ..ODD
    },
    a_table_by_its_number {
        extension: "md",
        document: "| Code | Message |\n|-|-|\n| 1 | a |\n\n| Code | Text |\n|-|-|\n| E_X | c |\n",
        arguments: &["--table", "2", "--message", "Text"],
        rows: &[["E_X", "c", "c"]],
        report: &["table 1,", "left out: it is not among those that you chose"],
        ..EMPTY
    },
    a_table_that_is_not_there {
        arguments: &["--table", "3"],
        document: "code,message\n1,a\n",
        status: 2,
        report: &["error: FILE: the document has no table 3; its only table is number 1"],
        ..EMPTY
    },
    a_heading_that_is_not_there {
        arguments: &["--section", "nowhere"],
        document: "code,message\n1,a\n",
        status: 2,
        report: &["error: FILE: the document has no table under \"nowhere\""],
        ..EMPTY
    },
    // JSON.
    arrays_are_found {
        extension: "json",
        document: r#"{"version":"1","errors":[{"code":1,"message":"a"}],"info":{"title":"x"}}"#,
        rows: &[["1", "a", "a"]],
        report: &["under \"/errors\": 1 row"],
        ..EMPTY
    },
    deeper_arrays_by_their_pointer {
        extension: "json",
        document: r#"{"data":{"old":[{"code":1,"message":"a"}],"errors":[{"code":1,"message":"b"}]}}"#,
        arguments: &["--pointer", "/data/errors"],
        rows: &[["1", "b", "b"]],
        ..EMPTY
    },
    a_pointer_to_nothing_names_the_arrays {
        extension: "json",
        document: r#"{"data":{"errors":[{"code":1,"message":"b"}]}}"#,
        arguments: &["--pointer", "/errors"],
        status: 2,
        report: &[
            "error: FILE: the document has nothing at \"/errors\"; it has rows at \"/data/errors\"",
        ],
        ..EMPTY
    },
    objects_keyed_by_code {
        extension: "json",
        document: r#"{"errors":{"1":{"message":"a"},"2":{"message":"b"}}}"#,
        rows: &[["1", "a", "a"], ["2", "b", "b"]],
        ..EMPTY
    },
    texts_keyed_by_name {
        extension: "json",
        document: r#"{"errors":{"NOT_FOUND":"a","DENIED":"b"},"info":{"title":"x"}}"#,
        rows: &[["NOT_FOUND", "a", "a"], ["DENIED", "b", "b"]],
        ..EMPTY
    },
    objects_keyed_by_name {
        extension: "json",
        document: r#"{"GONE":{"code":1,"message":"a"},"LOST":{"code":2,"message":"b"}}"#,
        rows: &[["1", "a", "a"], ["2", "b", "b"]],
        ..EMPTY
    },
    json_lines {
        extension: "json",
        document: "{\"code\":1,\"message\":\"a\"}\n{\"code\":2,\n{\"code\":3,\"message\":\"c\"}\n",
        rows: &[["1", "a", "a"], ["3", "c", "c"]],
        report: &["FILE:2: not JSON ("],
        ..ODD
    },
    localised_objects_are_columns {
        extension: "json",
        document: r#"[{"code":1,"message":{"en":"a","zh":"b"}}]"#,
        arguments: &["--message", "message.zh"],
        rows: &[["1", "b", "b"]],
        report: &["\"message.en\"*, \"message.zh\" is message"],
        ..EMPTY
    },
    elements_that_are_not_rows {
        extension: "json",
        document: "[{\"code\":1,\"message\":\"a\"},\n7,\n\"x\"]",
        rows: &[["1", "a", "a"]],
        report: &["FILE:2: not a row", "FILE:3: not a row"],
        ..ODD
    },
    a_table_in_a_text_is_read_if_there_is_no_other {
        extension: "json",
        document: r#"{"openapi":"3.1.0","info":{"title":"x","description":"See.\n\n| Code | Message |\n|---|---|\n| 1 | a \"b\" |\n"}}"#,
        rows: &[["1", "a \"b\"", "a \"b\""]],
        report: &["table 3, line 1: 1 row\n"],
        ..EMPTY
    },
    what_is_beside_a_table_in_a_text_is_reported {
        extension: "json",
        document: "{\"x\":1,\n\"text\":\"| Code | Message |\\n|---|---|\\n| 1001 | a |\\n\\n| 1002 | b |\\n\\n\
                   - `1003`: c\\n\\nand `1004`\"}",
        rows: &[["1001", "a", "a"]],
        report: &[
            "  line 2: \"1004\" in \"and 1004\"",
            "FILE:2: not a row of a table; left out: \"| 1002 | b |\"",
            "FILE:2: code \"1003\" is in a list and in no table that is read",
        ],
        ..ODD
    },
    a_table_in_a_text_in_several_columns {
        extension: "yaml",
        document: "text: |\n  | Code | Text | Code | Text |\n  |-|-|-|-|\n  | 1 | a | 2 | b |\n",
        rows: &[["1", "a", "a"], ["2", "b", "b"]],
        ..EMPTY
    },
    a_table_in_a_text_beside_others_is_a_finding {
        extension: "yaml",
        document: "info:\n  x: |\n    | Code | Message |\n    |-|-|\n    | 1 | a |\n  y: |\n    | A | B |\n    |-|-|\n\
                   paths:\n  '404':\n    description: none\n",
        rows: &[["404", "none", "none"]],
        report: &[
            "table 3, line 2: 1 row, left out: it is in a text of the document; choose it with --table N",
            "FILE:2: this table is left out with its 1 row: it is in a text",
        ],
        ..ODD
    },
    a_table_in_a_text_by_its_number {
        extension: "yaml",
        document: "x: |\n  | Code | Message |\n  |-|-|\n  | 1 | a |\npaths:\n  '404':\n    description: none\n",
        arguments: &["--table", "2"],
        rows: &[["1", "a", "a"]],
        ..EMPTY
    },
    // CSV.
    semicolons {
        document: "code;message;description\n1;a, b;c\n",
        rows: &[["1", "a, b", "c"]],
        report: &["cells are separated by ';'"],
        ..EMPTY
    },
    tabs { document: "code\tmessage\n1\ta, b\n", rows: &[["1", "a, b", "a, b"]], ..EMPTY },
    bars { document: "code|message\n1|a, b\n", rows: &[["1", "a, b", "a, b"]], ..EMPTY },
    a_chosen_delimiter {
        document: "code^message\n1^a;b\n",
        arguments: &["--delimiter", "^"],
        rows: &[["1", "a;b", "a;b"]],
        ..EMPTY
    },
    a_sep_line_a_title_and_comments_above_the_head {
        document: "sep=;\n# made by hand\nError codes\n\ncode;message\n1;a\n",
        rows: &[["1", "a", "a"]],
        report: &["table 1, lines 5 to 6, under \"Error codes\": 1 row"],
        ..EMPTY
    },
    rows_above_the_head {
        document: "0,zero\ncode,message\n1,a\n",
        rows: &[["1", "a", "a"]],
        report: &["FILE:1: not a row of a table; left out: \"0,zero\""],
        ..ODD
    },
    no_headings {
        document: "1,a,A\n2,b,B\n",
        arguments: &["--no-headings", "--code", "1", "--message", "2", "--description", "3"],
        rows: &[["1", "a", "A"], ["2", "b", "B"]],
        ..EMPTY
    },
    a_stray_quote_swallows_no_row {
        document: "code,message\n1,\"a\n2,\"b\n3,c\n",
        rows: &[["1", "\"a", "\"a"], ["2", "\"b", "\"b"], ["3", "c", "c"]],
        report: &["FILE:2: a quote is not closed", "FILE:3: a quote is not closed"],
        ..ODD
    },
    a_line_in_quotes_that_looks_like_a_row {
        document: "code,message\n1,\"a\n2,b\"\n3,c\n",
        rows: &[["1", "a\n2,b", "a\n2,b"], ["3", "c", "c"]],
        report: &["FILE:3: this line looks like a row, but the quotes in line 2"],
        ..ODD
    },
    cells_of_several_lines {
        document: "code,message\n1,\"a\nb \"\"c\"\", d\"\n3, \"c, d\" \n",
        rows: &[["1", "a\nb \"c\", d", "a\nb \"c\", d"], ["3", "c, d", "c, d"]],
        ..EMPTY
    },
    rows_with_too_few_and_too_many_cells {
        document: "code,message,description\n1,a\n2,b,c,d\n",
        rows: &[["1", "a", "a"], ["2", "b", "c d"]],
        report: &["FILE:2: 2 cells under 3 headings", "FILE:3: 4 cells under 3 headings"],
        ..ODD
    },
];

impl Case {
    /// Runs the program and returns its status and what it prints.
    fn import(&self, more: &[&str]) -> (Option<i32>, String, String) {
        let format = if self.extension == "md" { "markdown" } else { self.extension };
        let mut command = Command::new(env!("CARGO_BIN_EXE_error-catalog"));
        command.args(["import", "-", "--name", "Imported", "--format", format]);
        command.args(self.arguments).args(more);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(self.document.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    }

    /// The enum that an import prints if the findings are accepted; `None` without rows.
    fn accepted(&self) -> Option<String> {
        let (_, _, stderr) = self.import(&[]);
        let findings = stderr.lines().filter(|line| line.starts_with("-:")).count();
        let (status, source, stderr) = self.import(&["--accept-findings", &findings.to_string()]);
        assert_eq!(status == Some(0), !self.rows.is_empty(), "{stderr}");
        Some(source).filter(|source| !source.is_empty())
    }

    fn check(&self) {
        let (status, source, stderr) = self.import(&[]);
        assert_eq!(status, Some(self.status), "{stderr}");
        assert_eq!(source.is_empty(), self.status != 0, "{stderr}");
        let mut rest = stderr.as_str();
        for words in self.report {
            let words = words.replace("FILE", "-");
            let place = rest.find(&words).unwrap_or_else(|| panic!("{words}\n{stderr}"));
            rest = &rest[place + words.len()..];
        }
        let Some(source) = self.accepted() else { return };
        let file = SourceFile::parse(source).unwrap();
        let rows = file.enums()[0].table().rows().iter();
        let rows: Vec<_> = rows.map(|row| [row.code(), row.message(), row.description()]).collect();
        assert_eq!(rows, self.rows);
    }
}

#[test]
fn every_enum_compiles() {
    let mut program = Program::default();
    for (name, case) in CASES {
        if let Some(source) = case.accepted() {
            program.add(name, &source, case.rows);
        }
    }
    program.run("cases");
}
