//! Documents that are made to take all memory and time, and which files of the machine are read.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use error_catalog::{Check, CheckError, Format, MaxSize, ReadError, Reader, Table};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("limits").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The status, standard output and standard error.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_error-catalog"));
    let output = command.args(arguments).current_dir(folder).stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_document_that_is_too_large_is_one_line() {
    let folder = folder("large");
    let large = format!("code,message\n1,{}\n", "x".repeat(30_000));
    fs::write(folder.join("large.csv"), &large).unwrap();
    fs::write(folder.join("small.csv"), "code,message\n1,one\n").unwrap();
    let problem = |file: &str, size: &str| {
        format!("error: {file}: larger than {size}; pass a larger --max-size to read it\n")
    };
    let import =
        |file, size| run(&folder, &["import", file, "--name", "Door", "-q", "--max-size", size]);
    assert_eq!(
        import("large.csv", "20kB"),
        (Some(2), String::new(), problem("large.csv", "20 kB"))
    );
    assert_eq!(import("large.csv", "1MB").0, Some(0));
    assert_eq!(import("/dev/zero", "2MB").2, problem("/dev/zero", "2 MB"));
    assert_eq!(
        run(&folder, &["import", "small.csv", "--name", "Door", "-o", "door.rs"]).0,
        Some(0)
    );
    let cases: [&[&str]; 4] = [
        &["inspect", "/dev/zero"],
        &["check", "/dev/zero"],
        &["export", "/dev/zero", "--to", "csv"],
        &["diff", "small.csv", "/dev/zero"],
    ];
    for arguments in cases {
        let (status, _, error) = run(&folder, arguments);
        assert_eq!(status, Some(2), "{arguments:?}");
        assert!(error.ends_with(&problem("/dev/zero", "500 MB")), "{arguments:?}: {error}");
    }
    let (status, _, error) = run(&folder, &["check", "door.rs", "--max-size", "5"]);
    assert_eq!((status, &*error), (Some(2), &*problem("small.csv", "5 bytes")));
    // It is not recorded.
    assert!(!fs::read_to_string(folder.join("door.rs")).unwrap().contains("max-size"));
    for size in ["", "x", "1.5MB", "-1", "99999999999GB"] {
        let (status, _, error) = import("small.csv", size);
        assert_eq!(status, Some(2), "{size}: {error}");
    }
}

/// Small documents whose cells take much memory, or much time.
#[test]
fn rows_that_take_too_much_end_soon() {
    end_soon([
        ("rows", Format::Csv, format!("code,message\n{}", "1\n".repeat(200_000))),
        ("open quotes", Format::Csv, format!("code,message\n{}", "1,\"a\n".repeat(100_000))),
        // Each quote closes, but far away and in a row of another length.
        ("far quotes", Format::Csv, format!("code,message\n{}", "\"a\nb\",c,d\n".repeat(50_000))),
        ("cells", Format::Csv, format!("code,message\n{}", ",".repeat(20_000))),
        ("a cell", Format::Csv, format!("code,message\n1,{}\n", "x".repeat(1_000_001))),
        ("objects", Format::Json, format!("[{}{{}}]", "{},".repeat(200_000))),
    ]);
}

#[test]
fn pages_that_take_too_much_end_soon() {
    end_soon([
        ("bars", Format::Markdown, format!("|code|message|\n|-|-|\n{}", "|".repeat(20_000))),
        ("list", Format::Markdown, "- | a | b |\n".repeat(200_000)),
        // Each definition has the texts that follow all of them.
        (
            "definitions",
            Format::Html,
            format!("<dl>{}{}", "<dt>1001".repeat(3_000), "<dd>text".repeat(3_000)),
        ),
        ("tables", Format::Html, "<table><tr><td>".repeat(100_000)),
    ]);
}

fn end_soon<const N: usize>(documents: [(&str, Format, String); N]) {
    let reader = Reader::new().max_size(MaxSize::new(20_000_000));
    for (name, format, document) in documents {
        // If the reader did not stop, this would take hours.
        let error = reader.read(&document, format).unwrap_err();
        let is_limit = matches!(error, ReadError::TooMuch { .. } | ReadError::TooLarge { .. });
        assert!(is_limit, "{name}: {error}");
        assert!(error.to_string().len() < 200 && !error.to_string().contains('\n'), "{error}");
    }
}

#[test]
fn findings_of_one_kind_are_counted_after_some() {
    let folder = folder("findings");
    let mut document = "code,message\n".to_owned();
    document += &"1,same\n".repeat(301);
    document.extend([",no code ", &"long ".repeat(10_000), "\n"]);
    fs::write(folder.join("a.csv"), &document).unwrap();
    let (status, _, error) = run(&folder, &["import", "a.csv", "--name", "Door", "-q"]);
    let lines: Vec<&str> = error.lines().collect();
    assert_eq!((status, lines.len()), (Some(1), 23), "{error}");
    assert_eq!(
        lines[19],
        "a.csv:22: line 2 already has code \"1\"; this row is left out: \"1,same\""
    );
    assert!(lines[20].starts_with("a.csv:303: the row has no code and is left out: "));
    assert!(lines[20].len() < 300, "{}", lines[20]);
    let more = "a.csv: 280 more as in line 22: line 2 already has code \"1\"; this row is left out";
    assert_eq!(lines[21], more);
    assert!(lines[22].starts_with("error: a.csv: the document has 301 findings"), "{}", lines[22]);
    // The library keeps them all, and of each the beginning.
    let reading = Table::read(&document, Format::Csv).unwrap();
    assert_eq!(reading.report.findings.len(), 301);
    assert!(reading.report.findings.iter().all(|finding| finding.text().len() <= 300));
    assert_eq!(reading.into_clean().unwrap_err().to_string().lines().count(), 22);
}

const DOCUMENT: &str = "code,message\n1,one\n";

fn enum_of(document: &str) -> String {
    format!(
        "// Made by: error-catalog import {document} --name Door\n\
         #[derive(ErrorCatalog)]\nenum Door {{\n    #[code(1, \"one\")]\n    One,\n}}\n"
    )
}

/// A folder with a secret beside a repository. `root` is what marks the repository.
fn repository(folder: &Path, root: &str) -> PathBuf {
    let repository = folder.join("repository");
    for path in [root, "app/src", "docs"] {
        fs::create_dir_all(repository.join(path)).unwrap();
    }
    for file in ["secret.csv", "repository/docs/errors.csv"] {
        fs::write(folder.join(file), DOCUMENT).unwrap();
    }
    repository
}

#[test]
fn a_comment_names_only_documents_of_the_repository() {
    for root in [".git", "app"] {
        // Not in the folder for tests: that one is in a repository.
        let folder = tempfile::tempdir().unwrap();
        let repository = repository(&folder.path().canonicalize().unwrap(), root);
        if root == "app" {
            fs::write(repository.join("Cargo.toml"), "[workspace]\nmembers = []\n").unwrap();
            fs::write(repository.join("app/Cargo.toml"), "[package]\n").unwrap();
        }
        let source = repository.join("app/src/door.rs");
        let check = |document: &str| {
            fs::write(&source, enum_of(document)).unwrap();
            Check::new(&source).run()
        };
        assert!(check("../../docs/errors.csv").unwrap().differences.is_empty());
        let outside = repository.with_file_name("secret.csv");
        for document in ["../../../secret.csv", outside.to_str().unwrap()] {
            let error = check(document).unwrap_err();
            assert!(matches!(error, CheckError::Outside { .. }), "{document}: {error}");
            assert!(error.to_string().contains("outside the repository"), "{error}");
        }
        // It is read if someone names it.
        let named = Check::new(&source).document(&outside).run().unwrap();
        assert!(named.differences.is_empty());
        let arguments = ["check", "app/src/door.rs"];
        assert_eq!(run(&repository, &arguments).0, Some(2));
        let named = ["check", "app/src/door.rs", "--document", "../secret.csv"];
        assert_eq!(run(&repository, &named).0, Some(0));
        #[cfg(unix)]
        {
            let link = repository.join("docs/link.csv");
            std::os::unix::fs::symlink("../../secret.csv", &link).unwrap();
            let error = check("../../docs/link.csv").unwrap_err();
            assert!(matches!(error, CheckError::Outside { .. }), "{error}");
            // A link inside the repository does not lead out of it.
            std::os::unix::fs::symlink("errors.csv", repository.join("docs/inside.csv")).unwrap();
            assert!(check("../../docs/inside.csv").is_ok());
        }
    }
}

/// It can have credentials.
#[test]
fn a_comment_names_no_file_of_git() {
    let repository = repository(&folder("git-files"), ".git");
    fs::write(repository.join(".git/config.csv"), DOCUMENT).unwrap();
    let source = repository.join("app/src/door.rs");
    fs::write(&source, enum_of("../../.git/config.csv")).unwrap();
    let error = Check::new(&source).run().unwrap_err();
    assert!(matches!(error, CheckError::Outside { .. }), "{error}");
}

/// The source, the comment and the messages have no character that nobody sees.
#[test]
fn what_nobody_sees_is_escaped() {
    let folder = folder("hidden");
    let hidden = [
        '\u{200b}',
        '\u{feff}',
        '\u{ad}',
        '\u{2062}',
        '\u{115f}',
        '\u{e0041}',
        '\u{202e}',
        '\u{fe00}',
    ];
    let word = |c: char| format!("a{c}b");
    let mut document = format!("code,message,n{}t,text\n", hidden[0]);
    for (number, c) in hidden.into_iter().enumerate() {
        let word = word(c);
        writeln!(document, "{number},{word} jammed {number},{word},{word} stuck").unwrap();
    }
    let persian = "می\u{200c}خواهم 👩\u{200d}🔥 ❤\u{fe0f}";
    writeln!(document, "80,{persian},{persian},{persian}").unwrap();
    fs::write(folder.join("a.csv"), &document).unwrap();
    let heading = format!("n{}t", hidden[0]);
    let column = format!("note={heading}");
    let arguments = ["import", "a.csv", "--name", "Door", "--column", &column, "-o", "door.rs"];
    let (status, _, error) = run(&folder, &arguments);
    assert_eq!(status, Some(0), "{error}");
    let source = fs::read_to_string(folder.join("door.rs")).unwrap();
    for (name, text) in [("source", &source), ("report", &error)] {
        assert!(!text.contains(hidden), "{name}: {text}");
    }
    assert!(source.contains(persian), "{source}");
    // Equal after parsing.
    assert_eq!(run(&folder, &["check", "door.rs"]), (Some(0), String::new(), String::new()));
    // Every text changes, also into a raw literal.
    fs::write(folder.join("door.rs"), source.replace("\"a\\u{ad}b jammed 2\"", "r\"ab jammed 2\""))
        .unwrap();
    fs::write(folder.join("a.csv"), document.replace("b ", "b and the door ")).unwrap();
    let (status, differences, _) = run(&folder, &["check", "door.rs"]);
    assert_eq!(status, Some(1));
    assert!(!differences.contains(hidden), "{differences}");
    let (_, applied, _) = run(&folder, &["update", "door.rs"]);
    assert!(!applied.contains(hidden), "{applied}");
    assert!(!fs::read_to_string(folder.join("door.rs")).unwrap().contains(hidden));
    assert_eq!(run(&folder, &["check", "door.rs"]).0, Some(0));
}
