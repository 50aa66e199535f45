//! Several source files and folders, the formats of what is printed, and texts of one's own.

use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use crate::folder::Folder;

/// A folder with two enums and their documents, and files without.
fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("docs/doors.csv", "code,message\n7,door jammed\n9,no door\n");
    folder.write("docs/rooms.csv", "code,message\n1,room full\n");
    for (document, name, source) in [
        ("docs/doors.csv", "Door", "src/doors.rs"),
        ("docs/rooms.csv", "Room", "src/inner/rooms.rs"),
    ] {
        folder.write(source, "");
        let import = format!("import {document} --name {name} -o {source} --force");
        let (status, stdout, stderr) = folder.run_all(&import);
        assert_eq!((status, stdout.as_str()), (Some(0), ""), "{stderr}");
    }
    folder.write("src/lib.rs", "mod doors;\n");
    folder.write("src/broken.rs", "fn {");
    folder.write("target/copy.rs", &folder.read("src/doors.rs").replace("jammed", "open"));
    folder.write(".hidden/copy.rs", &folder.read("target/copy.rs"));
    folder
}

#[test]
fn folders_and_files_are_checked_and_updated() {
    let folder = folder("sources");
    for sources in
        [".", "src", "src/doors.rs src/inner/rooms.rs", "src/lib.rs src/doors.rs src/inner"]
    {
        assert_eq!(folder.run(&format!("check {sources}")), (Some(0), String::new()), "{sources}");
    }
    let (status, _, stderr) = folder.run_all("check src/lib.rs src/broken.rs");
    assert_eq!(status, Some(2));
    assert!(stderr.starts_with("error: no enum in these files has a comment"), "{stderr}");

    folder.write("docs/doors.csv", "code,message\n7,door stuck\n9,no door\n");
    folder.write("docs/rooms.csv", "code,message\n1,room is full\n2,no room\n");
    let lines = "docs/doors.csv:2: the message of 7 `DoorJammed` is \"door stuck\" now, was \"door jammed\"\n\
                 docs/rooms.csv:2: the message of 1 `RoomFull` is \"room is full\" now, was \"room full\"\n\
                 docs/rooms.csv:3: 2 is new: \"no room\"\n";
    assert_eq!(folder.run("check src"), (Some(1), lines.to_owned()));
    let (status, lines) = folder.run("check src --name Room");
    assert_eq!((status, lines.lines().count()), (Some(1), 2), "{lines}");
    // One file that cannot be updated does not keep the others.
    folder.write("docs/doors.csv", "code,message\n7,door stuck\n7,again\n");
    let (status, lines, stderr) = folder.run_all("update src");
    assert_eq!(status, Some(1));
    assert!(lines.ends_with("src/inner/rooms.rs: 1 added, 1 reworded\n"), "{lines}");
    assert!(stderr.contains("docs/doors.csv: the document has 1 finding"), "{stderr}");
    folder.write("docs/doors.csv", "code,message\n7,door stuck\n9,no door\n");
    let (status, lines) = folder.run("update src");
    assert_eq!(status, Some(0));
    assert!(
        lines.ends_with("src/doors.rs: 1 reworded\nsrc/inner/rooms.rs: nothing changed\n"),
        "{lines}"
    );
    assert_eq!(folder.run("check src"), (Some(0), String::new()));
    // Another document, which is no source.
    let (status, stdout, stderr) = folder.run_all("check src/doors.rs docs/doors.csv");
    assert_eq!((status, stdout.as_str()), (Some(2), ""));
    assert!(stderr.ends_with("name a document as --document docs/doors.csv\n"), "{stderr}");
    folder.write("new.csv", "code,message\n7,door stuck\n9,no door at all\n");
    let (status, lines) = folder.run("check src/doors.rs --document new.csv");
    assert_eq!((status, lines.lines().count()), (Some(1), 1), "{lines}");
}

#[test]
fn differences_are_printed_for_people_scripts_and_workflows() {
    let folder = folder("formats");
    folder.write("docs/doors.csv", "code,message\n7,\"door, 100% \"\"jammed\"\"\"\n9,no door\n");
    let (status, text) = folder.run("check src --output-format github");
    let expected = "::error file=docs/doors.csv,line=2::the message of 7 `DoorJammed` is \
                    \"door, 100%25 \\\"jammed\\\"\" now, was \"door jammed\"\n";
    assert_eq!((status, text.as_str()), (Some(1), expected));
    let (status, text) = folder.run("check src --output-format json");
    assert_eq!(status, Some(1));
    let object: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(object["version"], 1);
    let difference = &object["differences"][0];
    assert_eq!(
        (difference["file"].as_str(), difference["line"].as_u64(), difference["enum"].as_str()),
        (Some("docs/doors.csv"), Some(2), Some("Door"))
    );
    assert_eq!(
        (difference["code"].as_str(), difference["name"].as_str()),
        (Some("7"), Some("DoorJammed"))
    );
    assert_eq!(object["errors"], Value::Array(Vec::new()));
    // An error is in every format.
    folder.write("docs/doors.csv", "code,message\n");
    for format in ["github", "json"] {
        let (status, text) = folder.run(&format!("check src --output-format {format}"));
        assert_eq!(status, Some(1));
        assert!(text.contains("docs/doors.csv: the tables have no row"), "{text}");
    }
    let (status, text) = folder.run("diff docs/rooms.csv src/doors.rs --output-format github");
    assert_eq!(status, Some(1));
    assert!(text.starts_with("::error file=src/doors.rs,line="), "{text}");
}

#[test]
fn a_pipe_can_be_a_source() {
    let folder = folder("pipe");
    let run = |arguments: &str, input: &str| {
        let mut command = folder.command(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let source = folder.read("src/doors.rs");
    let newer = source.replace("\"no door\"", "\"no door at all\"");
    assert_eq!(run("diff - src/doors.rs", &source), (Some(0), String::new()));
    for old in ["-", "/dev/stdin"].iter().filter(|old| cfg!(unix) || **old == "-") {
        let (status, lines) = run(&format!("diff {old} src/doors.rs"), &newer);
        assert_eq!((status, lines.lines().count()), (Some(1), 1), "{lines}");
    }
    let document = "code,message\n7,door jammed\n9,no door\n";
    assert_eq!(run("diff - src/doors.rs", document), (Some(0), String::new()));
    assert_eq!(run("diff - src/doors.rs --format csv", document), (Some(0), String::new()));
}

#[test]
fn a_text_of_ones_own_is_accepted_once() {
    let folder = folder("accept");
    let source = folder.read("src/doors.rs");
    folder.write("src/doors.rs", &source.replace("\"door jammed\"", "\"The door is stuck\""));
    assert_eq!(folder.run("check src").0, Some(1));
    let accepted = "src/doors.rs: the texts of 7 are your own\n".to_owned();
    assert_eq!(folder.run("accept src/doors.rs 7"), (Some(0), accepted));
    let recorded = folder.read("src/doors.rs");
    assert!(
        recorded.contains("\n    // Own text instead of: message = \"door jammed\"\n"),
        "{recorded}"
    );
    assert_eq!(folder.run("check src"), (Some(0), String::new()));
    assert_eq!(folder.run("update src").0, Some(0));
    let again = folder.run("accept src/doors.rs 7 --name Door");
    assert_eq!(again.0, Some(0), "an option after the codes is one");
    let (_, _, stderr) = folder.run_all("accept src/doors.rs -1");
    assert_eq!(stderr, "src/doors.rs: no text of -1 differs from the document\n");
    let (status, _, stderr) = folder.run_all("accept src/doors.rs 9 10");
    assert_eq!(status, Some(1));
    assert_eq!(stderr, "src/doors.rs: no text of 9, 10 differs from the document\n");
    folder.write("docs/doors.csv", "code,message\n7,door blocked\n9,no door\n");
    for command in ["check src", "update src"] {
        let (status, stdout, stderr) = folder.run_all(command);
        assert_eq!(status, Some(1), "{command}");
        let line = "the message of 7 `DoorJammed` is \"door blocked\" now, was \"door jammed\"; the enum has its own";
        assert!((stdout + &stderr).contains(line), "{command}");
    }
    assert_eq!(folder.read("src/doors.rs"), recorded);
}

#[test]
fn a_cut_document_is_refused_and_counted() {
    let folder = Folder::new("cut");
    let rows = (0..20).map(|code| format!("{code},text {code}")).collect::<Vec<_>>().join("\n");
    folder.write("all.csv", &format!("code,message\n{rows}\n"));
    assert_eq!(folder.run("import all.csv --name All -o src/all.rs").0, Some(0));
    let source = folder.read("src/all.rs");
    folder.write("all.csv", "code,message\n0,text 0\n");
    let (status, lines) = folder.run("check src");
    assert_eq!(status, Some(1));
    let last = lines.lines().last().unwrap();
    assert!(
        last.starts_with("src/all.rs: all.csv no longer lists 19 of 20 variants of `All`"),
        "{last}"
    );
    for command in ["update src", "update src --removed delete", "update src --max-removed 18"] {
        let (status, stdout, stderr) = folder.run_all(command);
        assert_eq!((status, stdout.as_str()), (Some(1), ""));
        assert!(stderr.contains("no longer lists 19 of 20 variants"), "{stderr}");
        assert!(stderr.contains("--max-removed 19"), "{stderr}");
        assert_eq!(folder.read("src/all.rs"), source);
    }
    let (status, lines) = folder.run("update src --max-removed 19");
    assert_eq!(status, Some(0));
    assert!(lines.ends_with("src/all.rs: 19 retired\n"), "{lines}");
}

#[test]
fn what_an_import_left_out_is_recorded_and_what_is_new_is_named() {
    let folder = Folder::new("columns");
    folder.write("a.csv", "code,message,Since,zh\n7,door jammed,1.0,卡住\n");
    assert_eq!(folder.run("import a.csv --name Door --column zh -o src/a.rs").0, Some(0));
    assert!(folder.read("src/a.rs").contains(" --column zh --leave-out Since\n"));
    assert_eq!(folder.run_all("check src"), (Some(0), String::new(), String::new()));
    folder.write("a.csv", "code,message,Since,zh,Advice\n7,door jammed,1.0,卡住,Push\n");
    for (command, stdout) in [("check src", ""), ("update src", "src/a.rs: nothing changed\n")] {
        let (status, out, stderr) = folder.run_all(command);
        assert_eq!((status, out.as_str()), (Some(0), stdout));
        assert!(stderr.starts_with("a.csv: the column \"Advice\" is not in `Door`;"), "{stderr}");
    }
    // A heading that is further in one table and a code or a description in another.
    folder.write("d.md", "| Status | Message | Comment |\n|-|-|-|\n| 404 | not found | It is gone. |\n\n\
                          | Code | Message | Description | Status | Comment | Since |\n|-|-|-|-|-|-|\n\
                          | 7 | door jammed | Push. | 503 | A comment | 1.0 |\n");
    assert_eq!(folder.run("import d.md --name D -o src/d.rs").0, Some(0));
    assert!(folder.read("src/d.rs").contains("--name D --leave-out Since\n"));
    assert_eq!(folder.run_all("check src/d.rs"), (Some(0), String::new(), String::new()));
    // Lines that the expression misses.
    folder.write("b.txt", "// Doors of 2024\nJAMMED 7\nOPEN 8\n");
    folder.write("src/b.rs", "");
    let import = "import b.txt --name Other --regex (?<variant>[A-Z]+)\\s(?<code>\\d+)\\n -o src/b.rs --force";
    assert_eq!(folder.run_all(import).0, Some(0));
    assert_eq!(folder.run("check src/b.rs").0, Some(0));
    folder.write("b.txt", "// Doors of 2024\nJAMMED 7\nOPEN 8\nGONE: 9\n");
    let (status, _, stderr) = folder.run_all("check src/b.rs");
    assert_eq!(status, Some(1), "{stderr}");
    assert!(stderr.contains("(lines: 1, 4)"), "{stderr}");
    // A value that only a person knows is work that is left.
    folder.write("src/c.rs", "// Made by: error-catalog import ../c.csv --name C\n#[derive(ErrorCatalog)]\n\
                              #[catalog(column(de: &str))]\nenum C {\n    #[code(1, \"one\", de = \"eins\")]\n    One,\n}\n");
    folder.write("c.csv", "code,message\n1,one\n2,two\n");
    let (status, stdout, stderr) = folder.run_all("update src/c.rs");
    assert_eq!((status, stdout.lines().last()), (Some(1), Some("src/c.rs: 1 added")));
    assert_eq!(stderr, "c.csv:3: 2 is new: \"two\"; fill in its de\n");
}

#[test]
fn codes_in_the_text_that_the_enum_does_not_have_are_mentioned() {
    let folder = Folder::new("mentioned");
    let table = "| Code | Message |\n|-|-|\n| 1001 | one |\n| 1002 | two |\n";
    folder.write("a.md", table);
    assert_eq!(folder.run("import a.md --name Door -o src/a.rs").0, Some(0));
    // A code that the vendor no longer lists is retired in the enum.
    folder.write("a.md", &table.replace("| 1002 | two |\n", "\nOnce code 1002.\n"));
    assert_eq!(folder.run("update src").0, Some(0));
    assert_eq!(folder.run_all("check src"), (Some(0), String::new(), String::new()));
    folder.write("a.md", &format!("{table}\n### Token (1003)\n"));
    let mention =
        "a.md:6: \"1003\" is in the text, but in no table and not in `Door`: \"Token (1003)\"\n";
    let (status, stdout, stderr) = folder.run_all("check src");
    assert_eq!((status, stderr.as_str()), (Some(1), mention), "{stdout}");
    let (status, _, stderr) = folder.run_all("update src");
    assert_eq!((status, stderr.as_str()), (Some(0), mention));
    assert_eq!(folder.run_all("check src"), (Some(0), String::new(), mention.to_owned()));
    let (status, json) = folder.run("check src --output-format json");
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((status, &json["mentions"]), (Some(0), &serde_json::json!([mention.trim_end()])));
    let lines: Vec<String> = (1101..1125).map(|code| format!("\n{code} a\n")).collect();
    folder.write("a.md", &format!("{table}{}", lines.concat()));
    let (status, _, stderr) = folder.run_all("check src");
    let last = "a.md: 4 more codes are in the text, but not in `Door`";
    assert_eq!((status, stderr.lines().count()), (Some(0), 21), "{stderr}");
    assert_eq!(stderr.lines().last(), Some(last));
}

#[test]
fn lines_name_the_enum_if_the_file_has_several() {
    let folder = Folder::new("several");
    let table = "| Code | Message |\n|-|-|\n| 1 | one |\n";
    folder.write("a.md", table);
    folder.write("b.md", table);
    for (name, document) in [("One", "a.md"), ("Two", "b.md")] {
        let import = format!("import {document} --name {name} -o src/{name}.rs");
        assert_eq!(folder.run(&import).0, Some(0));
    }
    let both =
        format!("{}mod two {{\n{}}}\n", folder.read("src/One.rs"), folder.read("src/Two.rs"));
    folder.write("src/both.rs", &both);
    folder.write("a.md", &format!("{table}| 2 | two |\n"));
    folder.write("b.md", &table.replace("one", "the one"));
    let two = "b.md:3: `Two`: the message of 1 `One` is \"the one\" now, was \"one\"\n";
    let lines = format!("a.md:4: `One`: 2 is new: \"two\"\n{two}");
    assert_eq!(folder.run("check src/both.rs"), (Some(1), lines.clone()));
    let done = format!("{lines}src/both.rs: 1 added, 1 reworded\n");
    assert_eq!(folder.run("update src/both.rs"), (Some(0), done));
    assert_eq!(folder.run("check src/One.rs").1, "a.md:4: 2 is new: \"two\"\n");
}

#[test]
fn an_error_about_a_recorded_option_names_the_line_of_the_comment() {
    let folder = Folder::new("retitled");
    let document = "code,message,HTTP,zh\n7,door jammed,503,卡住\n";
    folder.write("a.csv", document);
    let import = "import a.csv --name Door --column http=HTTP --column zh -o src/a.rs";
    assert_eq!(folder.run(import).0, Some(0));
    folder.write("a.csv", &document.replace("HTTP", "Status").replace("卡住", "锁住"));
    let source = folder.read("src/a.rs");
    let line = source.lines().position(|line| line.starts_with("// Made by")).unwrap() + 1;
    let place = format!(
        "; the options are in src/a.rs:{line}; if the document is right, change them there\n"
    );
    for command in ["check src", "update src"] {
        let (status, stdout, stderr) = folder.run_all(command);
        assert_eq!((status, stdout.as_str()), (Some(1), ""));
        assert!(stderr.starts_with("error: a.csv: "), "{stderr}");
        assert!(stderr.contains("\"HTTP\"") && stderr.ends_with(&place), "{stderr}");
    }
    // For one run, the other column is still compared.
    let difference = "a.csv:2: the zh of 7 `DoorJammed` is \"锁住\" now, was \"卡住\"\n";
    let check = "check src --column http=Status";
    assert_eq!(folder.run_all(check), (Some(1), difference.to_owned(), String::new()));
    folder.write("src/a.rs", &folder.read("src/a.rs").replace("http=HTTP", "http=Status"));
    assert_eq!(folder.run("check src"), (Some(1), difference.to_owned()));
    // Of what the import writes, too.
    folder.write("src/a.rs", &folder.read("src/a.rs").replace("--column zh", "--success 9"));
    for command in ["check src", "update src"] {
        let (status, _, stderr) = folder.run_all(command);
        assert_eq!((status, stderr.ends_with(&place)), (Some(1), true), "{stderr}");
        assert!(stderr.starts_with("error: a.csv: no row has the code \"9\""), "{stderr}");
    }
}

#[test]
fn an_enum_whose_name_begins_with_another_is_not_meant() {
    let folder = folder("names");
    assert_eq!(folder.run("import docs/rooms.csv --name DoorState -o src/state.rs").0, Some(0));
    for command in ["check src --name Door", "update src --name Door"] {
        assert_eq!(folder.run(command).0, Some(0), "{command}");
    }
}

#[test]
fn an_update_reports_the_doc_comments_that_are_left() {
    let folder = Folder::new("mended");
    folder.write("a.csv", "code,message,description\n7,door jammed,It is jammed\n");
    assert_eq!(folder.run("import a.csv --name Door -o src/a.rs").0, Some(0));
    let imported = folder.read("src/a.rs");
    folder.write("src/a.rs", &imported.replace("\"It is jammed\"", "\"It is open\""));
    assert!(folder.run("check src").1.contains("the doc comment of 7"));
    let (status, _, stderr) = folder.run_all("update src");
    assert_eq!((status, stderr.as_str()), (Some(0), ""));
    assert_eq!(folder.read("src/a.rs"), imported);
}

#[test]
fn a_deleted_variant_takes_the_record_of_its_own_text_with_it() {
    let folder = Folder::new("deleted");
    let documents = [
        "7,door jammed\n8,door open\n9,no door\n",
        "7,door jammed\n9,no door\n",
        "7,door jammed\n",
    ];
    let documents = documents.map(|rows| format!("code,message\n{rows}"));
    folder.write("a.csv", &documents[0]);
    assert_eq!(folder.run("import a.csv --name Door -o src/a.rs").0, Some(0));
    let own = folder.read("src/a.rs").replace("(8, \"door open\")", "(8, \"open\")");
    folder.write("src/a.rs", &own.replace("(9, \"no door\")", "(9, \"none\")"));
    assert_eq!(folder.run("accept src/a.rs 8 9").0, Some(0));
    for (document, records) in documents[1..].iter().zip([1, 0]) {
        folder.write("a.csv", document);
        let (status, _, stderr) = folder.run_all("update src --removed delete");
        assert_eq!((status, stderr.as_str()), (Some(0), ""));
        assert_eq!(folder.read("src/a.rs").matches("// Own text").count(), records);
        assert_eq!(folder.run("check src").0, Some(0));
    }
}

#[test]
fn a_document_that_takes_over_the_own_text_differs_no_more() {
    let folder = Folder::new("adopted");
    folder.write("a.csv", "code,message\n7,door jammed\n8,door open\n");
    assert_eq!(folder.run("import a.csv --name Door -o src/a.rs").0, Some(0));
    folder.write(
        "src/a.rs",
        &folder.read("src/a.rs").replace("(7, \"door jammed\")", "(7, \"door stuck\")"),
    );
    assert_eq!(folder.run("accept src/a.rs 7").0, Some(0));
    let recorded = folder.read("src/a.rs");
    folder.write("a.csv", "code,message\n7,door stuck\n8,door open\n");
    assert_eq!(folder.run("check src"), (Some(0), String::new()));
    assert_eq!(folder.run("update src").0, Some(0));
    assert_eq!(folder.read("src/a.rs"), recorded);
    folder.write("a.csv", "code,message\n7,door blocked\n8,door open\n");
    assert_eq!(folder.run("check src").0, Some(1));
}

#[test]
fn a_check_reads_the_codes_as_the_import_did() {
    let documents = [
        "code,message\n005,The server is busy now\n5,The server is busy\n6,full\n7,open\n",
        "code,message\n01423,leader gone\n1424,too big\n1425,too small\n",
    ];
    let tables = "| Code | Message |\n|-|-|\n| 400 | bad input |\n\n\
                  | Code | Message |\n|-|-|\n| E_A | bad request |\n| E_BC | not found |\n";
    let folder = Folder::new("codes");
    for (place, document) in documents.into_iter().chain([tables]).enumerate() {
        let format = if document.starts_with('|') { "markdown" } else { "csv" };
        folder.write("a.txt", document);
        let import = format!(
            "import a.txt --name A{place} --format {format} --accept-findings 1 -o src/a{place}.rs"
        );
        let (status, _, stderr) = folder.run_all(&import);
        assert_eq!(status, Some(0), "{stderr}");
        let check = format!("check src/a{place}.rs");
        assert_eq!(folder.run_all(&check), (Some(0), String::new(), String::new()), "{document}");
    }
}

#[test]
fn a_row_without_texts_means_what_it_meant() {
    let folder = Folder::new("textless");
    folder.write("a.csv", "code,message,constant\n1,,BUSY\n2,,BUSY\n3,,错误\n");
    assert_eq!(folder.run("import a.csv --name A --variant constant -o src/a.rs").0, Some(0));
    assert_eq!(folder.run("check src"), (Some(0), String::new()));
}

#[test]
fn a_record_among_the_attributes_of_its_variant_counts() {
    let folder = Folder::new("among");
    folder.write("a.csv", "code,message\n7,door jammed\n8,door open\n");
    assert_eq!(folder.run("import a.csv --name Door -o src/a.rs").0, Some(0));
    let record = "// Own text instead of: message = \"door jammed\"\n    ";
    for (before, after) in [("", "#[allow(unused)]\n    "), ("/// Our words.\n    ", "")] {
        let own = format!("{before}{record}{after}#[code(7, \"stuck\")] DoorJammed,\n");
        let own = folder.read("src/a.rs").lines().fold(String::new(), |file, line| {
            let is_old = line.ends_with("DoorJammed,") && !line.contains("stuck");
            file + if is_old { &own } else { line } + "\n"
        });
        folder.write("src/b.rs", &own);
        assert_eq!(folder.run("check src/b.rs"), (Some(0), String::new()));
        assert_eq!(folder.run("update src/b.rs").0, Some(0));
        assert_eq!(folder.read("src/b.rs"), own);
    }
    folder.write("a.csv", "code,message\n8,door open\n");
    assert_eq!(folder.run("update src/b.rs --removed delete").0, Some(0));
    assert!(!folder.read("src/b.rs").contains("Own text"));
}
