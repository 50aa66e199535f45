//! Several enums in a file or a folder: each is compared with its own document, and with no other.

use crate::folder::Folder;

const DOORS: &str = "code,message\n7,door jammed\n9,no door\n";
const ROOMS: &str = "code,message\n1,room full\n7,no room\n";

const DOOR: &str = "\
// Made by: error-catalog import ../doors.csv --name Door
#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Door { #[code(7, \"door jammed\")] Jammed, #[code(9, \"no door\")] Missing }
";
const ROOM: &str = "\
// Made by: error-catalog import ../rooms.csv --name Room
#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Room { #[code(1, \"room full\")] Full, #[code(7, \"no room\")] Missing }
";
const OWN: &str = "\
#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Own { #[code(3, \"out of paper\")] Paper }
";

fn folder(name: &str, sources: &[(&str, &str)]) -> Folder {
    let folder = Folder::new(&format!("several-{name}"));
    folder.write("doors.csv", DOORS);
    folder.write("rooms.csv", ROOMS);
    for (file, source) in sources {
        folder.write(file, source);
    }
    folder
}

/// The program refuses a command with these words, and changes no file.
fn check_refused(folder: &Folder, command: &str, words: &str) {
    let files = ["src/door.rs", "src/room.rs", "src/own.rs", "src/both.rs"];
    let read = || files.map(|file| std::fs::read_to_string(folder.path().join(file)).ok());
    let before = read();
    let (status, stdout, stderr) = folder.run_all(command);
    assert_eq!((status, stdout.as_str()), (Some(2), ""), "{command}: {stderr}");
    assert!(stderr.contains(words), "{command}: {stderr}");
    assert_eq!(read(), before, "{command}");
}

#[test]
fn another_document_is_for_the_enums_of_one_document() {
    let both = format!("{DOOR}{ROOM}");
    let sources = [("src/both.rs", both.as_str()), ("src/own.rs", OWN)];
    let folder = folder("document", &sources);
    folder.write("new.csv", "code,message\n7,door stuck\n9,no door\n");
    let words = "Door, Room have documents or options of their own; name the enum that";
    for given in ["--document new.csv", "--code-type u32", "--table 1"] {
        check_refused(&folder, &format!("check src/both.rs {given}"), words);
        check_refused(&folder, &format!("update src/both.rs {given}"), words);
    }
    let named = "check src/both.rs --document new.csv --name Door";
    assert_eq!(folder.run(named).1.lines().count(), 1);
    // An option that no comment records is for all of them.
    assert_eq!(folder.run("check src --max-size 1MB"), (Some(0), String::new()));
    // Enums of one document have the new one in common.
    folder.write("src/both.rs", &both.replace("../rooms.csv", "../doors.csv"));
    assert_eq!(folder.run("check src/both.rs --document new.csv").0, Some(1));
    check_refused(&folder, "update src/both.rs --table 1", words);
}

#[test]
fn another_document_is_for_one_file() {
    let sources = [("src/door.rs", DOOR), ("src/own.rs", OWN)];
    let folder = folder("files", &sources);
    folder.write("new.csv", "code,message\n7,door stuck\n9,no door\n");
    // The only file with a document.
    let (status, lines) = folder.run("update src --document new.csv");
    assert_eq!((status, lines.lines().count()), (Some(0), 2), "{lines}");
    assert_eq!(folder.read("src/own.rs"), OWN);
    let named = "check src --document new.csv --name Own";
    assert_eq!(folder.run(named).1.lines().count(), 3);
    let (status, lines) = folder.run("check src src/door.rs --document doors.csv");
    assert_eq!((status, lines.lines().count()), (Some(1), 1), "{lines}");
    folder.write("src/room.rs", ROOM);
    let words = "for one source file, and several have an enum with a document; name one of \
                 src/door.rs, src/room.rs";
    check_refused(&folder, "update src --document new.csv", words);
    check_refused(&folder, "check src/door.rs src/room.rs --section Errors", words);
}

#[test]
fn a_comment_that_names_a_document_is_above_its_enum() {
    let of_macro = format!("keep! {{\n{DOOR}}}\n{OWN}");
    let underived = format!("{}{OWN}", DOOR.replace(", ErrorCatalog", ""));
    let comment = ROOM.lines().next().unwrap();
    let cases = [
        ("macro", of_macro.as_str(), 2),
        ("derive", &underived, 1),
        ("item", &DOOR.replace("#[derive", "use std::io;\n#[derive"), 1),
        ("two", &format!("{comment}\n{DOOR}"), 1),
        ("last", &format!("{DOOR}{comment}"), 4),
    ];
    for (name, source, line) in cases {
        let folder = folder(name, &[("src/own.rs", source)]);
        let words = format!("src/own.rs:{line}: this comment names a document, but the next item");
        for command in ["check src", "update src/own.rs", "update src"] {
            check_refused(&folder, command, &words);
        }
    }
    // A comment among the attributes is above the enum, too.
    let lines = DOOR.replace("#[derive", "#[allow(unused)]\n#[derive");
    let (comment, rest) = lines.split_once("\n#[derive").unwrap();
    let (comment, attribute) = comment.split_once('\n').unwrap();
    let source = format!("mod inner {{\n{attribute}\n{comment}\n#[derive{rest}}}\n");
    let folder = folder("inner", &[("src/own.rs", &source)]);
    assert_eq!(folder.run("check src/own.rs"), (Some(0), String::new()));
}

/// Someone has wrapped the comment.
#[test]
fn a_comment_that_names_a_document_has_several_lines() {
    let wrapped = |rest: &str| {
        DOOR.replace("../doors.csv --name Door", &format!("../doors.csv\n{rest} --name Door"))
    };
    for rest in ["//   --success 9", "// --table 1\n//--success 9"] {
        let folder = folder("wrapped", &[("src/door.rs", &wrapped(rest))]);
        let (status, lines) = folder.run("check src");
        let expected = "the kind of 9 `Missing` is \"Ok\" now, was \"Unknown\"";
        assert!(status == Some(1) && lines.contains(expected), "{rest}: {lines}");
    }
    let halved = DOOR.replace(" --name Door", " --name Door --success\n// 9");
    let folder = folder("halved", &[("src/door.rs", &halved)]);
    check_refused(&folder, "check src", "cannot be read: --success CODE: the value is empty");
}

#[test]
fn accept_is_about_one_enum() {
    let folder = folder("accept", &[("src/both.rs", &format!("{DOOR}{ROOM}"))]);
    folder.write("doors.csv", &DOORS.replace("jammed", "stuck"));
    folder.write("rooms.csv", &ROOMS.replace("no room", "a room").replace("full", "is full"));
    let words = "several enums differ from their documents in 7; pass --name";
    check_refused(&folder, "accept src/both.rs 7", words);
    let accepted = "src/both.rs: the texts of 1 are your own\n".to_owned();
    assert_eq!(folder.run("accept src/both.rs 1"), (Some(0), accepted.clone()));
    let accepted = accepted.replace('1', "7");
    assert_eq!(folder.run("accept src/both.rs 7 --name Door"), (Some(0), accepted));
}

#[test]
fn a_file_of_a_folder_that_cannot_be_read_is_reported() {
    let folder = folder("bytes", &[("src/door.rs", DOOR)]);
    let bytes = [DOOR.as_bytes(), b"// \xff\n"].concat();
    std::fs::write(folder.path().join("src/room.rs"), bytes).unwrap();
    std::fs::write(folder.path().join("src/other.rs"), b"// \xff\n").unwrap();
    let (status, _, stderr) = folder.run_all("check src");
    assert_eq!(
        (status, stderr.as_str()),
        (Some(2), "error: src/room.rs: this file is not UTF-8\n")
    );
}
