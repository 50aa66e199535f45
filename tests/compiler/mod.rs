//! rustc, for tests that compile programs of their own against the facade.
#![allow(dead_code, reason = "no test needs all of it")]

#[path = "../built/mod.rs"]
mod built;

use std::ops::Range;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use serde_json::Value;

const DIRECTORY: &str = env!("CARGO_TARGET_TMPDIR");

/// An error or a warning.
pub(crate) struct Diagnostic {
    pub(crate) level: String,
    pub(crate) message: String,
    /// The bytes of the program that rustc underlines.
    pub(crate) place: Option<Range<usize>>,
    /// As rustc prints it.
    pub(crate) rendered: String,
}

/// Compiles a program as a library. `name` is that of its file.
pub(crate) fn check(
    name: &str,
    program: &str,
    edition: &str,
    options: &[String],
) -> Vec<Diagnostic> {
    let mut command = command(name, program, edition);
    command.args(["--crate-type=lib", "--emit=metadata", "--error-format=json"]);
    let output = command.args(["--out-dir", DIRECTORY]).args(options).output().unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    let diagnostics: Vec<Diagnostic> = text.lines().filter_map(diagnostic).collect();
    assert!(output.status.success() || !diagnostics.is_empty(), "{text}");
    diagnostics
}

/// The program after the expansion of its macros.
pub(crate) fn expand(name: &str, program: &str, edition: &str) -> String {
    let mut command = command(name, program, edition);
    let output = command
        .args(["--crate-type=lib", "-Zunpretty=expanded"])
        .env("RUSTC_BOOTSTRAP", "1")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Compiles a program and runs it. `name` is that of its file.
pub(crate) fn run(name: &str, program: &str) {
    let executable = PathBuf::from(DIRECTORY).join(name).with_extension("exe");
    let mut compile = command(name, program, "2024");
    compile.args(["--crate-type=bin", "-o"]).arg(&executable);
    for command in [&mut compile, &mut Command::new(&executable)] {
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

fn command(name: &str, program: &str, edition: &str) -> Command {
    let file = PathBuf::from(DIRECTORY).join(name).with_extension("rs");
    std::fs::write(&file, program).unwrap();
    let mut command = rustc();
    command
        .args(["--edition", edition, "-L"])
        .arg(format!("dependency={}", built::profile().join("deps").display()))
        .arg(&file);
    // Only the crates that the program names: a lint is an error for unused ones.
    for (name, library) in libraries().iter().filter(|(name, _)| program.contains(name)) {
        command.arg(format!("--extern={name}={}", library.display()));
    }
    command
}

fn rustc() -> Command {
    Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}

/// All lints that are not errors by default.
pub(crate) fn lints() -> impl Iterator<Item = String> {
    let output = rustc().args(["-W", "help"]).output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    // A line for each: its name, what it is by default, and what it means.
    let lints: Vec<String> = help
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>())
        .filter(|words| matches!(words[..], [_, "allow" | "warn", ..]))
        .map(|words| words[0].replace('-', "_"))
        .collect();
    lints.into_iter()
}

/// The facade and thiserror, with the features of this test. Cargo says where they are: beside
/// them there may be others with other features.
fn libraries() -> &'static [(&'static str, PathBuf)] {
    static LIBRARIES: OnceLock<Vec<(&str, PathBuf)>> = OnceLock::new();
    LIBRARIES.get_or_init(|| {
        let messages = built::build(&["lookup"]);
        let messages = messages.lines().map(|line| serde_json::from_str(line).unwrap());
        let messages: Vec<Value> = messages.collect();
        let library = |name| {
            let message = messages.iter().find(|message| message["target"]["name"] == name);
            (name, message.unwrap()["filenames"][0].as_str().unwrap().into())
        };
        ["jmessage_codes", "thiserror"].map(library).to_vec()
    })
}

/// `None` for the line that counts the errors, and for what is not a diagnostic.
fn diagnostic(line: &str) -> Option<Diagnostic> {
    let value: Value = serde_json::from_str(line).ok()?;
    let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let (level, message) = (text("level"), text("message"));
    if !matches!(&level[..], "error" | "warning") || message.starts_with("aborting due to") {
        return None;
    }
    let spans = value["spans"].as_array()?;
    let offset = |key: &Value| usize::try_from(key.as_u64()?).ok();
    let place = spans
        .iter()
        .find(|span| span["is_primary"] == true)
        .and_then(|span| Some(offset(&span["byte_start"])?..offset(&span["byte_end"])?));
    Some(Diagnostic { level, message, place, rendered: text("rendered") })
}
