//! Every subcommand, option and format of the program is in its documentation and in the tests that
//! go through all of them. The lists are the program's own, so a test names every place that lacks
//! a new one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use error_catalog::{Format, Settings};

fn read(file: &str) -> String {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    fs::read_to_string(workspace.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Fails with each name that a file does not have in this form, whose `*` is the name.
#[track_caller]
fn assert_has(file: &str, form: &str, names: &[String]) {
    let text = read(file);
    let missing = names.iter().map(|name| form.replace('*', name));
    let missing: Vec<String> = missing.filter(|form| !text.contains(form)).collect();
    assert!(missing.is_empty(), "{file} lacks {missing:?}");
}

/// The help of a subcommand, or of the program.
fn help(command: &[&str]) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_error-catalog"));
    let output = program.args(command).arg("--help").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn commands() -> Vec<String> {
    let help = help(&[]);
    let (_, commands) = help.split_once("\nCommands:\n").unwrap();
    let (commands, _) = commands.split_once("\n\nOptions:").unwrap();
    let names = commands.lines().filter_map(|line| line.strip_prefix("  "));
    let names = names.filter(|line| line.starts_with(char::is_alphabetic) && *line != "help");
    names.map(str::to_owned).collect()
}

#[test]
fn subcommands() {
    let commands = commands();
    assert!(commands.contains(&"import".to_owned()), "{commands:?}");
    assert_has("error-catalog/README.md", "error-catalog *", &commands);
    // Its help fits a terminal and has examples.
    assert_has("error-catalog/tests/program/cli.rs", "\"*\"", &commands);
}

/// The options in a text, without their dashes.
fn options_in(text: &str) -> BTreeSet<&str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    words.filter_map(|word| word.strip_prefix("--")).collect()
}

#[test]
fn options() {
    let readme = read("error-catalog/README.md");
    let documented = options_in(&readme);
    for command in commands() {
        let help = help(&[&command]);
        let missing: Vec<_> = options_in(&help).difference(&documented).copied().collect();
        assert!(missing.is_empty(), "error-catalog/README.md lacks --{missing:?} of {command}");
    }
    // Those about documents and enums have a row in its table too.
    let settings: Vec<String> =
        Settings::ALL.iter().map(|setting| setting.name().to_owned()).collect();
    assert_has("error-catalog/README.md", "\n| `--*", &settings);
}

#[test]
fn formats_of_documents() {
    let names = Format::ALL.map(|format| format.to_string());
    assert_has("error-catalog/README.md", "`*`", &names);
    let setting = Settings::ALL.iter().find(|setting| setting.name() == "format").unwrap();
    for name in &names {
        assert!(setting.help().contains(&**name), "the help of --format lacks {name}");
    }
    // Rows with noise around them. TSV is CSV, and a workbook is no text.
    let texts =
        Format::ALL.into_iter().filter(|format| ![Format::Tsv, Format::Xlsx].contains(format));
    let texts: Vec<String> = texts.map(|format| format!("{format:?}")).collect();
    assert_has("error-catalog/tests/random/accounts.rs", "Format::*,", &texts);
}

#[test]
fn formats_of_exports() {
    let help = help(&["export"]);
    let (_, formats) = help.split_once("[possible values: ").unwrap();
    let (formats, _) = formats.split_once(']').unwrap();
    let formats: Vec<String> =
        formats.split_whitespace().map(|name| name.trim_end_matches(',').to_owned()).collect();
    assert!(formats.contains(&"json-schema".to_owned()), "{formats:?}");
    assert_has("error-catalog/README.md", "`*`", &formats);
    assert_has("error-catalog/tests/program/life.rs", "(\"*\", ", &formats);
    // Hostile texts, and what compiles or reads them.
    let methods: Vec<String> = formats.iter().map(|name| name.replace('-', "_")).collect();
    assert_has("error-catalog/tests/export/templates.rs", ".to_*()", &methods);
}
