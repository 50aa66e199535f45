//! The life of a table, with the program as in a shell: a vendor's document becomes an enum,
//! people edit the enum, the vendor changes the document, and both come together again.

use crate::folder::Folder;
use crate::program::Program;

const DOCUMENT: &str = "\
| Code | Message     | Description         | Chinese |
| ---- | ----------- | ------------------- | ------- |
| 0    | ok          | Fine                | 好      |
| 7    | door jammed | The door is jammed  | 卡住    |
| 9    | no door     | There is no door    | 无      |
";

/// A row is new, two are reworded, and one is gone.
const CHANGED: &str = "\
| Code | Message        | Description              | Chinese |
| ---- | -------------- | ------------------------ | ------- |
| 0    | ok             | Fine                     | 好的    |
| 7    | door is jammed | The door is jammed again | 卡住    |
| 8    | door open      | The door is open         | 开      |
";

/// An enum that was imported and edited by hand.
fn imported(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("errors.md", DOCUMENT);
    let import = "import errors.md --name Imported --column zh=Chinese --success 0 --no-other \
                  -o src/door.rs";
    let (status, stdout, stderr) = folder.run_all(import);
    assert_eq!((status, stdout.as_str()), (Some(0), ""));
    assert!(stderr.ends_with("\nwrote src/door.rs: 3 variants\n"), "{stderr}");
    let source =
        folder.read("src/door.rs").replace(" DoorJammed,", " Jammed, // Call the janitor.");
    let source = source.replace("The door is jammed\"", "The door is jammed\", kind = Unavailable");
    folder.write("src/door.rs", &source);
    assert_eq!(folder.run("check src/door.rs"), (Some(0), String::new()));
    folder
}

#[test]
fn an_enum_lives_with_its_document() {
    let folder = imported("life");
    folder.write("errors.md", CHANGED);
    let differences = r#"errors.md:3: the zh of 0 `Ok` is "好的" now, was "好"
errors.md:4: the message of 7 `Jammed` is "door is jammed" now, was "door jammed"
errors.md:4: the description of 7 `Jammed` is "The door is jammed again" now, was "The door is jammed"
errors.md:5: 8 is new: "door open"
src/door.rs:17: 9 `NoDoor` is no longer listed
"#;
    assert_eq!(folder.run("check src/door.rs"), (Some(1), differences.to_owned()));

    let before = folder.read("src/door.rs");
    let (status, diff) = folder.run("update src/door.rs --dry-run");
    assert_eq!((status, folder.read("src/door.rs")), (Some(0), before));
    assert!(diff.starts_with("--- src/door.rs\n+++ src/door.rs\n@@ "), "{diff}");
    let done = format!("{differences}src/door.rs: 1 added, 2 reworded, 1 retired\n");
    assert_eq!(folder.run("update src/door.rs"), (Some(0), done));
    let source = folder.read("src/door.rs");
    assert_eq!(
        source.split_once("{\n").unwrap().1,
        r#"    /// `0`: Fine
    #[doc(alias = "0")] #[code(0, "ok", "Fine", success, zh = "好的")] Ok,
    /// `7`: The door is jammed again
    #[doc(alias = "7")] #[code(7, "door is jammed", "The door is jammed again", kind = Unavailable, zh = "卡住")] Jammed, // Call the janitor.
    /// `8`: The door is open
    #[doc(alias = "8")] #[code(8, "door open", "The door is open", zh = "开")] DoorOpen,
    /// `9`: There is no door
    #[doc(alias = "9")] #[code(9, "no door", "There is no door", zh = "无", retired)] NoDoor,
}
"#
    );
    for command in ["check src/door.rs", "update src/door.rs --dry-run"] {
        assert_eq!(folder.run(command), (Some(0), String::new()), "{command}");
    }
    let nothing = "src/door.rs: nothing changed\n".to_owned();
    assert_eq!(folder.run("update src/door.rs"), (Some(0), nothing));
    assert_eq!(folder.read("src/door.rs"), source);

    let mut program = Program::default();
    let rows = [
        ["0", "ok", "Fine"],
        ["7", "door is jammed", "The door is jammed again"],
        ["8", "door open", "The door is open"],
        ["9", "no door", "There is no door"],
    ];
    program.add("door", &source, &rows);
    program.run("life-program");
}

#[test]
fn what_is_rejected_changes_nothing() {
    let folder = imported("rejected");
    let source = folder.read("src/door.rs");
    let empty = CHANGED.lines().take(2).collect::<Vec<_>>().join("\n");
    let mistakes = [
        (1, "errors.md", format!("{CHANGED}| 8 | again | Again | 再 |\n")),
        (1, "errors.md", "no table".to_owned()),
        (1, "errors.md", empty),
        (2, "src/door.rs", source.replace("pub enum", "pub")),
        (2, "src/door.rs", source.replace("code(7,", "code(9,")),
        (2, "src/door.rs", source.replace("Made by", "Once made by")),
        (2, "src/door.rs", source.replace("--name", "--nom")),
    ];
    for (status, file, text) in mistakes {
        folder.write("errors.md", CHANGED);
        folder.write("src/door.rs", &source);
        folder.write(file, &text);
        let before = folder.read("src/door.rs");
        for command in ["check src/door.rs", "update src/door.rs", "update src/door.rs --dry-run"] {
            assert_eq!(folder.run(command), (Some(status), String::new()), "{command}: {text}");
        }
        assert_eq!(folder.read("src/door.rs"), before);
    }
    folder.write("errors.md", &format!("{CHANGED}| 8 | again | Again | 再 |\n"));
    folder.write("src/door.rs", &source);
    assert_eq!(folder.run("update src/door.rs --accept-findings 1").0, Some(0));
    assert_eq!(folder.run("check src/door.rs").0, Some(1), "the comment does not accept it");
}

#[test]
fn documents_and_sources_are_compared_and_exported() {
    let folder = imported("diff");
    folder.write("new.md", CHANGED);
    let (status, text) = folder.run("diff errors.md new.md --column zh=Chinese");
    assert_eq!((status, text.lines().count()), (Some(1), 5), "{text}");
    assert_eq!(folder.run("diff errors.md errors.md"), (Some(0), String::new()));
    let (status, markdown) = folder.run("diff src/door.rs new.md --output-format markdown");
    assert_eq!(status, Some(1));
    assert!(markdown.contains("- `8`: door open"), "{markdown}");
    assert_eq!(folder.run("diff errors.md none.md").0, Some(2));
    for (format, part) in [
        ("csv", "7,,Jammed,door jammed,The door is jammed,Unavailable,true,,卡住"),
        ("json", "\"name\": \"Jammed\""),
        ("markdown", "| 7 |  | Jammed | door jammed |"),
        ("typescript", "  Jammed: 7,"),
        ("python", "    Jammed = ("),
        ("c", "    IMPORTED_JAMMED = 7,"),
        ("json-schema", "{ \"const\": 7, \"title\": \"Jammed\","),
        ("html", "<!DOCTYPE html>"),
    ] {
        let (status, document) = folder.run(&format!("export src/door.rs --to {format}"));
        assert_eq!(status, Some(0));
        assert!(document.contains(part), "{document}");
    }
    let page =
        "export src/door.rs --to html --title Doors --date today --group-by zh -o doors.html";
    assert_eq!(folder.run(page), (Some(0), String::new()));
    let page = folder.read("doors.html");
    for part in ["<title>Doors</title>", "<p class=\"facts\">today</p>", ">卡住</a>"] {
        assert!(page.contains(part), "{part}");
    }
    assert_eq!(folder.run("export src/door.rs --to csv --title Doors").0, Some(2));
    assert_eq!(folder.run("export src/door.rs --to html --group-by en").0, Some(2));
    assert_eq!(folder.run("export src/door.rs --to json --safe").0, Some(2));
    folder.write("codes.tsv.j2", "{% for entry in entries %}{{ entry.zh }}\n{% endfor %}");
    let (status, _, stderr) = folder.run_all("export src/door.rs --template codes.tsv.j2");
    assert_eq!((status, stderr.as_str()), (Some(2), "error: codes.tsv.j2:1: undefined value\n"));
    let template = "{% for entry in entries %}{{ entry.columns.zh | go }}\n{% endfor %}";
    folder.write("codes.tsv.j2", template);
    let export = folder.run("export src/door.rs --template codes.tsv.j2");
    assert_eq!(export, (Some(0), "\"好\"\n\"卡住\"\n\"无\"\n".to_owned()));
    let over = folder.run("export src/door.rs --template codes.tsv.j2 -o codes.tsv.j2");
    assert_eq!((over.0, folder.read("codes.tsv.j2")), (Some(2), template.to_owned()));
    folder.write("src/two.rs", &format!("mod one {{\n{0}}}\n{0}", folder.read("src/door.rs")));
    assert_eq!(folder.run("export src/two.rs --to csv").0, Some(2));
}

#[test]
fn a_recorded_success_that_no_row_has_any_more_is_an_error() {
    let folder = Folder::new("success");
    folder.write("errors.md", "| Code | Name |\n|--|--|\n| 0 | NONE |\n| 1 | FAILED |\n");
    let import = "import errors.md --name Kafka --message Name --success 0 -o src/kafka.rs";
    assert_eq!(folder.run(import).0, Some(0));
    // As long as the enum has the row, there is something to decide about it.
    folder.write("errors.md", "| Code | Name |\n|--|--|\n| 3 | NONE |\n| 1 | FAILED |\n");
    let (status, lines) = folder.run("check src");
    assert_eq!(status, Some(1));
    assert!(lines.contains("0 `None` seems to be 3 now"), "{lines}");
    let source = folder.read("src/kafka.rs");
    folder.write("src/kafka.rs", &source.replace("#[code(0", "#[code(3"));
    for command in ["check src", "update src"] {
        let (status, stdout, stderr) = folder.run_all(command);
        assert_eq!((status, stdout.as_str()), (Some(1), ""), "{command}");
        assert!(stderr.contains("no row has the code \"0\" of --success"), "{stderr}");
    }
    folder.write("src/kafka.rs", &folder.read("src/kafka.rs").replace("success 0", "success 3"));
    assert_eq!(folder.run("update src").0, Some(0));
    assert_eq!(folder.run_all("check src"), (Some(0), String::new(), String::new()));
    // A success that the vendor dropped is retired.
    folder.write("errors.md", "| Code | Name |\n|--|--|\n| 1 | FAILED |\n");
    assert_eq!(folder.run("update src").0, Some(0));
    assert_eq!(folder.run_all("check src"), (Some(0), String::new(), String::new()));
}

#[test]
fn a_renumbered_variant_is_checked_with_its_comment() {
    let folder = Folder::new("renumbered");
    folder.write("errors.csv", "code,message\n1,one\n2,two\n3,three\n");
    assert_eq!(folder.run("import errors.csv --name Number -o src/number.rs").0, Some(0));
    folder.write("errors.csv", "code,message\n7,one\n2,two\n3,three\n");
    assert_eq!(folder.run("update src").0, Some(1));
    // What the update says.
    let source = folder.read("src/number.rs").replace("#[code(1,", "#[code(7,");
    folder.write("src/number.rs", &source);
    let line = "the doc comment of 7 `One` begins with another code, `1`\n";
    let (status, lines) = folder.run("check src");
    assert_eq!((status, lines.ends_with(line)), (Some(1), true), "{lines}");
    let (status, lines) = folder.run("update src");
    assert_eq!(
        (status, lines.ends_with("src/number.rs: 1 reworded\n")),
        (Some(0), true),
        "{lines}"
    );
    assert!(folder.read("src/number.rs").contains("/// `7`: one\n    #[doc(alias = \"7\")] "));
    assert_eq!(folder.run("check src"), (Some(0), String::new()));
}

#[test]
fn whether_to_try_again_is_a_fact_of_a_row() {
    let folder = Folder::new("retryable");
    let rows = "code,message,Kind,Retry\n5,busy,429,yes\n6,full,429,no\n7,gone,404,\n";
    folder.write("errors.csv", rows);
    let import = "import errors.csv --name Imported --kind Kind --retryable Retry -o src/door.rs";
    let (status, _, stderr) = folder.run_all(import);
    assert_eq!(status, Some(0), "{stderr}");
    // The report says what the columns are.
    let columns = "  columns: \"code\" is code, \"message\" is message, \"Kind\" is kind, \
                   \"Retry\" is retryable\n";
    assert!(stderr.contains(columns), "{stderr}");
    let source = folder.read("src/door.rs");
    // A flag only where it differs from the kind.
    assert!(source.contains("#[code(5, \"busy\", kind = ResourceExhausted)]"), "{source}");
    assert!(source.contains("kind = ResourceExhausted, retryable = false)]"), "{source}");
    assert!(source.contains("#[code(7, \"gone\", kind = NotFound)]"), "{source}");
    assert_eq!(folder.run("check src/door.rs"), (Some(0), String::new()));

    let rows = "code,message,Kind,Retry\n5,busy,429,no\n6,full,429,\n7,gone,404,true\n";
    folder.write("errors.csv", rows);
    let differences = "errors.csv:2: the retryable of 5 `Busy` is \"false\" now, was \"true\"\n\
                       errors.csv:3: the retryable of 6 `Full` is \"true\" now, was \"false\"\n\
                       errors.csv:4: the retryable of 7 `Gone` is \"true\" now, was \"false\"\n";
    assert_eq!(folder.run("check src/door.rs"), (Some(1), differences.to_owned()));
    assert_eq!(folder.run("update src/door.rs").0, Some(0));
    let source = folder.read("src/door.rs");
    assert!(source.contains("#[code(5, \"busy\", kind = ResourceExhausted, retryable = false)]"));
    assert!(source.contains("#[code(6, \"full\", kind = ResourceExhausted)]"), "{source}");
    assert!(source.contains("#[code(7, \"gone\", kind = NotFound, retryable = true)]"));
    assert_eq!(folder.run("check src/door.rs"), (Some(0), String::new()));

    folder.write("errors.csv", &rows.replace("true", "maybe"));
    let (status, _, stderr) = folder.run_all("check src/door.rs");
    assert_eq!(status, Some(1));
    assert!(stderr.contains("\"maybe\" in column \"Retry\" is not true or false"), "{stderr}");
}

#[test]
fn an_export_is_a_document_too() {
    let folder = imported("written");
    folder.write("src/own.rs", &folder.read("src/door.rs").replace("// Made by", "// Was made by"));
    for format in ["csv", "json", "markdown"] {
        let document = format!("codes.{format}");
        assert_eq!(
            folder.run(&format!("export src/own.rs --to {format} -o {document}")).0,
            Some(0)
        );
        let import = format!("import {document} --name Imported --force -o src/again.rs -q");
        assert_eq!(folder.run(&import).0, Some(0), "{format}");
        let again = folder.read("src/again.rs");
        assert!(again.contains(&format!("import ../{document} --name Imported\n")), "{again}");
        assert_eq!(folder.run("check src/again.rs"), (Some(0), String::new()), "{format}");
        // What a person adds to the document is a difference, and then in the enum.
        let changed = folder.read(&document).replace("Unavailable", "Internal");
        folder.write(&document, &changed.replace("卡住", "锁住"));
        let (status, differences) = folder.run("check src/again.rs");
        // The kind, whether to try again, which the document says too, and the text.
        assert_eq!((status, differences.lines().count()), (Some(1), 3), "{differences}");
        assert_eq!(folder.run("update src/again.rs").0, Some(0));
        assert_eq!(folder.run("check src/again.rs"), (Some(0), String::new()), "{format}");
    }
}
