//! The program `error-catalog`, run as in a shell.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use error_catalog::Settings;

fn run(arguments: &[&str], document: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_error-catalog"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // The program does not read its input if its arguments are wrong.
    let _ = child.stdin.take().unwrap().write_all(document.as_bytes());
    child.wait_with_output().unwrap()
}

fn import(arguments: &[&str], document: &str) -> (Option<i32>, String, String) {
    let output = run(&[&["import", "-", "--name", "Door"], arguments].concat(), document);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

const CSV: [&str; 2] = ["--format", "csv"];

#[test]
fn a_clean_document() {
    let document = "code,message,Chinese,Symbol\n0,ok,好,FINE\n-7,door jammed,卡住,JAMMED\n";
    let options =
        ["--column", "zh=Chinese", "--variant", "Symbol", "--success=0", "--code-type", "i16"];
    let (status, stdout, stderr) = import(&[&CSV[..], &options].concat(), document);
    let report = "\
read as csv in UTF-8
table 1, lines 1 to 3: 2 rows
  columns: \"code\" is code, \"message\" is message, \"Chinese\" is column zh, \"Symbol\" is name
cells are separated by ','
codes are i16: as you chose
";
    assert_eq!((status, stderr.as_str()), (Some(0), report));
    assert_eq!(
        stdout,
        "use jmessage_codes::ErrorCatalog;

// Made by: error-catalog import - --name Door --format csv --variant Symbol --column zh=Chinese \
--code-type i16 --success 0
/// Error codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ErrorCatalog, thiserror::Error)]
#[error(\"{} ({})\", self.description(), self.code())]
#[catalog(code = i16, column(zh: &str))]
#[allow(clippy::doc_markdown, clippy::enum_variant_names, clippy::unreadable_literal)]
#[non_exhaustive]
#[rustfmt::skip]
pub enum Door {
    /// `0`: ok
    #[doc(alias = \"0\")] #[code(0, \"ok\", success, zh = \"好\")] Fine,
    /// `-7`: door jammed
    #[doc(alias = \"-7\")] #[code(-7, \"door jammed\", zh = \"卡住\")] Jammed,
    /// A code that the table does not list
    #[code(other, \"unlisted\", \"A code that the table does not list\", zh = \"\")] Other(jmessage_codes::Unlisted<Self>),
}
"
    );
}

#[test]
fn findings_are_an_error_unless_accepted() {
    let document = "code,message\n1,one\n1,again\n";
    let finding = "-:3: line 2 already has code \"1\" as \"one\", here it is \"again\"; this row is \
                   left out: \"1,again\"\n";
    let (status, stdout, stderr) = import(&[&CSV[..], &["-q"]].concat(), document);
    assert_eq!((status, stdout.as_str()), (Some(1), ""));
    assert!(stderr.starts_with(finding), "{stderr}");
    let accept = [&CSV[..], &["-q", "--accept-findings", "1"]].concat();
    let (status, stdout, stderr) = import(&accept, document);
    assert_eq!((status, stderr.as_str()), (Some(0), finding));
    assert!(stdout.contains("#[code(1, \"one\")] One,\n    /// A code that"));
}

#[test]
fn inspect_prints_the_table_and_the_report() {
    let document = "code,message\n1,one\n1,again\n";
    let output = run(&["inspect", "-", "--format", "csv"], document);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("| 1 | one |"));
    let stderr = text(&output.stderr);
    assert!(stderr.contains("table 1, lines 1 to 3: 2 rows\n"), "{stderr}");
    assert!(stderr.contains("\n-:3: line 2 already has code"), "{stderr}");
    let output = run(&["inspect", "-", "--format", "csv", "--accept-findings", "1"], document);
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn exit_statuses() {
    let wrong_uses: [&[&str]; 10] = [
        &["--format", "pdf"],
        &["--format", "text"],
        &["--regex", "(?<code>"],
        &["--regex", "(?<message>.*)"],
        &["--format", "csv", "--regex", "(?<code>.)(?<message>.*)"],
        &["--encoding", "klingon"],
        &["--format", "csv", "--code-type", "f32"],
        &["--format", "csv", "--column", "zh=Chinese"],
        &["--format", "csv", "--column", "=Chinese"],
        &["--format", "csv", "--success", "-5"],
    ];
    for arguments in wrong_uses {
        let (status, stdout, stderr) =
            import(&[arguments, &["-q"]].concat(), "code,message\n1,one\n");
        assert_eq!((status, stdout.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(stderr.starts_with("error: "), "{stderr}");
    }
    for document in ["", "a,b\n1,2\n", "code,message\n"] {
        let (status, stdout, _) = import(&CSV, document);
        assert_eq!((status, stdout.as_str()), (Some(1), ""), "{document:?}");
    }
    let nothing = ["--regex", "(?<code>[x-z])(?<message>.*)"];
    assert_eq!(import(&nothing, "code,message\n1,one\n").0, Some(1));
    assert_eq!(import(&[], "code,message\n1,one\n").0, Some(0));
    assert_eq!(import(&[], "Nothing like a table.\n").0, Some(2));
    let (status, _, stderr) = import(&["--format", "json"], "[1");
    let expected = "error: -: the document is not valid json: line 1, column 2: EOF while parsing a \
                    list; fix the document, or convert it if it is not JSON, such as JSON5\n";
    assert_eq!((status, stderr.as_str()), (Some(1), expected));
    assert_eq!(run(&["import", "no such file.csv", "--name", "Door"], "").status.code(), Some(2));
    assert_eq!(run(&[], "").status.code(), Some(2));
    assert_eq!(run(&["import", "--help"], "").status.code(), Some(0));
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("output");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("src")).unwrap();
    let (document, output) = (folder.join("the errors.csv"), folder.join("src/door.rs"));
    let write = |text: &str| fs::write(&document, text).unwrap();
    let import = || {
        let paths = [document.to_str().unwrap(), "--force", "-o", output.to_str().unwrap()];
        run(&[&["import", "--name", "Door"], &paths[..]].concat(), "").status.code()
    };
    write("code,message\n1,one\n");
    assert_eq!(import(), Some(0));
    let first = fs::read_to_string(&output).unwrap();
    assert!(
        first.contains("\n// Made by: error-catalog import '../the errors.csv' --name Door\n"),
        "{first}"
    );
    write("code,message\n1,one\n1,again\n");
    assert_eq!(import(), Some(1));
    assert_eq!(fs::read_to_string(&output).unwrap(), first);
    write("code,message\n1,one\n2,two\n");
    assert_eq!(import(), Some(0));
    assert!(fs::read_to_string(&output).unwrap().contains("Two"));
    assert_eq!(fs::read_dir(folder.join("src")).unwrap().count(), 1);
    assert_eq!(
        run(&["inspect", document.to_str().unwrap(), "--code", "Nr"], "").status.code(),
        Some(2)
    );
}

#[test]
fn the_readme_has_every_option() {
    let readme = include_str!("../../README.md");
    for setting in Settings::ALL {
        assert!(readme.contains(&format!("| `--{}", setting.name())), "{setting}");
    }
}

#[test]
fn what_must_not_be_replaced_is_kept() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kept");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let document = folder.join("errors.csv");
    fs::write(&document, "code,message\n1,one\n").unwrap();
    let import = |output: &str| {
        let output = folder.join(output);
        let paths = [document.to_str().unwrap(), "-o", output.to_str().unwrap()];
        run(&[&["import", "--name", "Door", "-q"], &paths[..]].concat(), "").status.code()
    };
    assert_eq!(import("errors.csv"), Some(2));
    assert_eq!(fs::read_to_string(&document).unwrap(), "code,message\n1,one\n");
    assert_eq!(import("door.rs"), Some(0));
    let mut permissions = fs::metadata(folder.join("door.rs")).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(folder.join("door.rs"), permissions).unwrap();
    assert_eq!(import("door.rs"), Some(2));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("nowhere.rs", folder.join("link.rs")).unwrap();
        assert_eq!(import("link.rs"), Some(2));
        assert!(folder.join("link.rs").is_symlink());
        std::os::unix::fs::symlink("/dev/null", folder.join("device.rs")).unwrap();
        assert_eq!(import("device.rs"), Some(0));
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }
}

const COMMANDS: [&str; 9] =
    ["import", "inspect", "check", "update", "accept", "list", "diff", "export", "completions"];

/// The output of the program with these variables of the environment, as text.
fn run_with(variables: &[(&str, &str)], arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_error-catalog"));
    command.args(arguments).stdin(Stdio::null()).env_remove("NO_COLOR");
    let output = command.envs(variables.iter().copied()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn help_fits_a_terminal_and_has_examples_of_its_command() {
    for command in COMMANDS {
        let help = |flag| run_with(&[("COLUMNS", "80")], &[command, flag]).1;
        let (short, long) = (help("-h"), help("--help"));
        for text in [&short, &long] {
            let (_, examples) = text.split_once("\nExample").unwrap();
            let examples: Vec<&str> =
                examples.lines().filter(|line| line.contains("error-catalog ")).collect();
            let own = format!("error-catalog {command} ");
            assert!(!examples.is_empty(), "{command}");
            assert!(examples.iter().all(|line| line.contains(&own)), "{command}: {examples:?}");
            assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        }
        assert!(short.len() <= long.len(), "{command}");
    }
    let (_, help, _) = run_with(&[("COLUMNS", "80")], &["import", "-h"]);
    assert!(!help.contains("A group in the quotes"), "{help}");
}

#[test]
fn a_mistyped_word_is_named() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mistyped");
    fs::create_dir_all(&folder).unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let document = file("errors.csv", "Code,Text of it,Chinese\n7,jammed,卡住\n");
    let source =
        file("door.rs", "#[derive(ErrorCatalog)] enum Door { #[code(7, \"jammed\")] Jammed }");
    let nowhere = folder.join("nowhere.csv").to_str().unwrap().to_owned();
    let import = |more: &[&str]| {
        let all = [&["import", &document, "--name", "Door", "-q"], more].concat();
        run_with(&[], &all)
    };
    let (in_document, in_source) = (format!("error: {document}: "), format!("error: {source}: "));
    let cases: [(_, &[&str]); 11] = [
        (
            import(&["--message", "Text of it", "--leave-out", "Chinse"]),
            &[&in_document, "no table has the heading \"Chinse\"; did you mean \"Chinese\"?"],
        ),
        (import(&["--message", "Txt of it"]), &[&in_document, "the closest is \"Text of it\""]),
        (import(&["--message", "Nothing like"]), &[&in_document, "(found: \"Code\", "]),
        (import(&["--format", "markdwon"]), &["did you mean \"markdown\"?"]),
        (run_with(&[], &["exprot", &source]), &["'export'"]),
        (run_with(&[], &["export", &source, "--to", "typscript"]), &["'typescript'"]),
        (
            run_with(&[], &["export", &source, "--to", "csv", "--name", "Dor"]),
            &[&in_source, "did you mean \"Door\"?"],
        ),
        (
            run_with(&[], &["export", &document, "--to", "csv"]),
            &["is a document, not a Rust source file"],
        ),
        (run_with(&[], &["check", &document]), &["is not a Rust source file", "--document"]),
        (
            run_with(&[], &["update", "src", "--document", "-"]),
            &["--document -: standard input cannot be read twice; name a file"],
        ),
        (run_with(&[], &["inspect", &nowhere]), &["nowhere.csv: "]),
    ];
    for ((status, stdout, stderr), parts) in cases {
        assert_eq!((status, stdout.as_str()), (Some(2), ""), "{stderr}");
        assert!(parts.iter().all(|part| stderr.contains(part)), "{stderr}");
    }
}

#[test]
fn an_address_is_not_fetched() {
    let address = "https://example.com/errors.html";
    for arguments in [
        &["import", address, "--name", "Door"][..],
        &["inspect", address],
        &["diff", address, address],
        &["check", "src", "--document", address],
        &["update", "src", "--document", address],
        &["export", address, "--to", "csv"],
        &["accept", "src/door.rs", "7", "--document", address],
    ] {
        let (status, stdout, stderr) = run_with(&[], arguments);
        assert_eq!((status, stdout.as_str()), (Some(2), ""));
        assert!(
            stderr.starts_with(&format!("error: {address}: this program downloads nothing")),
            "{stderr}"
        );
    }
}

#[test]
fn shells_complete_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let (status, script, _) = run_with(&[], &["completions", shell]);
        assert_eq!(status, Some(0));
        assert!(COMMANDS.iter().all(|command| script.contains(command)), "{shell}");
    }
}

/// A pipe has no colors and no progress, unless somebody asks for colors.
#[test]
fn colors_are_for_terminals() {
    let colored = |variables: &[(&str, &str)]| {
        let (_, _, stderr) = run_with(variables, &["inspect", "nowhere.csv"]);
        stderr.contains('\u{1b}')
    };
    assert!(!colored(&[]));
    assert!(colored(&[("CLICOLOR_FORCE", "1")]));
    assert!(!colored(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn inspect_prints_json() {
    let document = "# Errors\n\n| Code | Text | zh |\n| --- | --- | --- |\n| 7 | jammed | 卡 |\n\
                    | x7 | odd | a |\n| 8 | open | b |\n\n| A | B |\n| --- | --- |\n| x | y |\n";
    let output = run(&["inspect", "-", "--format", "md", "--output-format", "json"], document);
    assert_eq!(output.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let keys: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
    let expected = [
        "code_type",
        "encoding",
        "findings",
        "format",
        "mentions",
        "missed_lines",
        "rows",
        "tables",
        "version",
    ];
    assert_eq!(keys, expected);
    assert_eq!((&json["version"], &json["format"]), (&1.into(), &"markdown".into()));
    assert_eq!(json["tables"][0]["columns"][0]["read_as"], "code");
    assert_eq!(json["tables"][1]["left_out"], "it has no column of codes");
    assert_eq!(json["findings"][0]["line"], 6);
    assert_eq!(
        json["rows"][0],
        serde_json::json!({
            "line": 5, "code": 7, "aliases": [], "name": "", "message": "jammed",
            "description": "", "columns": { "zh": "卡" },
        })
    );
}

/// Scripts read what the README describes.
#[test]
fn the_readme_has_every_key_of_json() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("keys");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("old.csv"), "code,message,zh\n7,jammed,a\n8,open,b\nx,odd,\n").unwrap();
    fs::write(folder.join("new.csv"), "code,message,en\n7,stuck,a\n9,shut,b\n").unwrap();
    let run_in = |arguments: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_error-catalog"));
        let output = command.args(arguments.split(' ')).current_dir(&folder).output().unwrap();
        (output.status.code(), output.stdout)
    };
    let import = "import old.csv --name Door -q --force --accept-findings 1 -o door.rs";
    assert_eq!(run_in(import).0, Some(0));
    let (_, readme) = include_str!("../../README.md").split_once("## JSON for scripts").unwrap();
    for arguments in [
        "inspect old.csv --output-format json",
        "check door.rs --document new.csv --accept-findings 0 --output-format json",
        "diff new.csv door.rs --output-format json",
    ] {
        let (status, stdout) = run_in(arguments);
        assert_eq!(status, Some(1), "{arguments}");
        let json: serde_json::Value = serde_json::from_slice(&stdout).unwrap();
        assert_eq!(json["version"], 1, "{arguments}");
        let mut keys = Vec::new();
        add_keys(&json, &mut keys);
        assert!(keys.len() > 8, "{keys:?}");
        for key in keys {
            assert!(readme.contains(&format!("`{key}`")), "{arguments}: {key}");
        }
    }
}

/// The keys of all objects, but for the names of columns.
fn add_keys(json: &serde_json::Value, keys: &mut Vec<String>) {
    match json {
        serde_json::Value::Array(items) => items.iter().for_each(|item| add_keys(item, keys)),
        serde_json::Value::Object(members) => {
            for (key, value) in members {
                keys.push(key.clone());
                if key != "columns" || value.is_array() {
                    add_keys(value, keys);
                }
            }
        }
        _ => {}
    }
}
