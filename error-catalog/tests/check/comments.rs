//! A source file and the documents that its comments name.

use std::fs;
use std::path::PathBuf;

use error_catalog::{Check, Checked, Settings, SourceFile, Tracked};

const SOURCE: &str = "\
// Made by: error-catalog import '../docs/the doors.csv' --name Door --column zh=Chinese
#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(zh: &str))]
pub enum Door {
    #[code(7, \"door jammed\", zh = \"卡住\")]
    Jammed,
}

// Another comment.
#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum WithoutDocument {
    #[code(1, \"one\")]
    One,
}

mod inner {
    // Made by: error-catalog import ../docs/states.md --name State --code-type str
    /// Error codes.
    #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
    pub enum State {
        #[code(\"01\", \"one\")]
        One,
    }
}
";

/// A folder with `src/codes.rs` and the two documents.
fn folder(name: &str, doors: &str, states: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::create_dir_all(folder.join("docs")).unwrap();
    fs::write(folder.join("docs/the doors.csv"), doors).unwrap();
    fs::write(folder.join("docs/states.md"), states).unwrap();
    let source = folder.join("src/codes.rs");
    fs::write(&source, SOURCE).unwrap();
    source
}

fn lines(checked: &Checked) -> Vec<String> {
    checked.differences.iter().map(ToString::to_string).collect()
}

const STATES: &str = "| Code | Message |\n|---|---|\n| 01 | one |\n";

#[test]
fn an_enum_is_compared_with_the_document_in_its_comment() {
    let source = folder("same", "code,message,Chinese\n7,door jammed,卡住\n", STATES);
    error_catalog::assert_up_to_date(&source);
    Check::new(&source).name("State").assert();
    let doors = "code,message,Chinese\n8,door open,开\n7,door jammed!,卡住\n";
    let source = folder("changed", doors, STATES);
    let document = source.parent().unwrap().with_file_name("docs").join("the doors.csv");
    let document = document.display();
    let check = Check::new(&source).name("Door");
    let found = check.run().unwrap();
    assert_eq!(
        lines(&found),
        [
            format!("{document}:2: 8 is new: \"door open\""),
            format!(
                "{document}:3: the message of 7 `Jammed` is \"door jammed!\" now, was \"door jammed\""
            ),
        ]
    );
    let found = check.clone().intended("7", "message").run().unwrap();
    assert_eq!(found.differences.len(), 1);
    let found = check.clone().intended("8", "code").run().unwrap();
    assert_eq!((found.differences.len(), found.gone.len()), (1, 0));
    let found = check.intended("7", "description").run().unwrap();
    assert_eq!(found.gone[0].to_string(), "the description of 7");
    assert_eq!((found.differences.len(), found.gone.len()), (2, 1));
    let found = Check::new(&source).name("WithoutDocument").run();
    assert!(found.unwrap_err().to_string().starts_with("no enum has a comment"));
    let document = source.with_file_name("one.csv");
    fs::write(&document, "code,message\n2,two\n").unwrap();
    let found = Check::new(&source).name("WithoutDocument").document(&document).run().unwrap();
    let lines = [
        format!("{}:2: 2 is new: \"two\"", document.display()),
        format!("{}:13: 1 `One` is no longer listed", source.display()),
    ];
    assert_eq!(self::lines(&found), lines);
}

#[test]
#[should_panic(expected = "the document has 1 finding; fix the document, or pass")]
fn a_document_with_findings_fails() {
    let doors = "code,message,Chinese\n7,door jammed,卡住\n8-9,two,二\n";
    error_catalog::assert_up_to_date(folder("findings", doors, STATES));
}

#[test]
fn every_tracked_enum_can_be_updated() {
    let path = folder(
        "updated",
        "code,message,Chinese\n7,door jammed,夹住\n8,door open,开\n",
        &STATES.replace("one", "one state"),
    );
    let mut source = fs::read_to_string(&path).unwrap();
    for name in ["Door", "State"] {
        let file = SourceFile::parse(source.clone()).unwrap();
        let tracked = Tracked::all(&file, &path, Some(name), None, &Settings::default()).unwrap();
        let updated =
            tracked[0].update().apply(&file, tracked[0].source, &tracked[0].reading.table);
        source = updated.unwrap().source;
    }
    fs::write(&path, &source).unwrap();
    error_catalog::assert_up_to_date(&path);
    let expected = SOURCE
        .replace("卡住", "夹住")
        .replace(
            "    Jammed,\n",
            "    Jammed,\n    #[code(8, \"door open\", zh = \"开\")]\n    DoorOpen,\n",
        )
        .replace("\"01\", \"one\"", "\"01\", \"one state\"");
    assert_eq!(source, expected);
}
