//! The examples, as their users run them.
//!
//! `cargo test` builds the examples first. Before you run this file alone, build them:
//! `cargo build --features serde --examples`.

use std::collections::BTreeSet;
use std::io::Write;
use std::iter::zip;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use jmessage_codes::{ErrorCatalog, WebCode};

/// What a program prints and returns.
struct Run {
    output: String,
    errors: String,
    status: Option<i32>,
}

impl Run {
    fn lines(&self) -> Vec<&str> {
        self.output.lines().collect()
    }

    /// The first column of each line.
    fn codes(&self) -> Vec<&str> {
        self.output.lines().filter_map(|line| line.split_whitespace().next()).collect()
    }
}

/// Cargo puts examples beside the directory of the tests.
fn example(name: &str) -> PathBuf {
    let mut path = std::env::current_exe().unwrap();
    path.pop();
    path.pop();
    path.push("examples");
    path.push(name);
    path.set_extension(std::env::consts::EXE_EXTENSION);
    assert!(path.exists(), "build them first: cargo build --features serde --examples");
    path
}

fn run(name: &str, arguments: &[&str], input: &str) -> Run {
    let mut program = Command::new(example(name))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that reads no input may have ended.
    let _ = program.stdin.take().unwrap().write_all(input.as_bytes());
    let output = program.wait_with_output().unwrap();
    Run {
        output: String::from_utf8(output.stdout).unwrap(),
        errors: String::from_utf8(output.stderr).unwrap(),
        status: output.status.code(),
    }
}

fn lookup(arguments: &[&str]) -> Run {
    run("lookup", arguments, "")
}

#[test]
fn lookup_shows_all_of_one_entry() {
    let run = lookup(&["880203"]);
    assert_eq!(
        run.output,
        "\
880203       TargetUserNotExist
kind         NOT_FOUND
operation    sending a message           发送消息
message      target user not exist
description  Target user does not exist  目标用户不存在
",
    );
    assert_eq!((run.errors.as_str(), run.status), ("", Some(0)));
}

#[test]
fn lookup_explains_itself() {
    for option in ["--help", "-h"] {
        let run = lookup(&[option]);
        assert!(run.output.contains("Usage: cargo run --example lookup"), "{}", run.output);
        assert_eq!(run.status, Some(0));
    }
    let run = lookup(&["--hepl"]);
    assert_eq!(run.errors, "no such option: --hepl (--help shows what there is)\n");
    assert_eq!((run.output.as_str(), run.status), ("", Some(2)));
}

#[test]
fn lookup_lists_the_codes_that_begin_with_a_part_of_a_number() {
    let run = lookup(&["88020"]);
    let codes = ["880203", "880204", "880205", "880206", "880207", "880208", "880209"];
    assert_eq!(run.codes(), codes);
    assert_eq!(run.status, Some(0));
    assert_eq!(lookup(&["88"]).lines().len(), 75);
}

#[test]
fn lookup_suggests_the_nearest_codes() {
    for (number, operation, nearest) in [
        ("880105", " (login 登录)", &["880103", "880104", "880106"][..]),
        ("880230", " (sending a message 发送消息)", &["880203"]),
        ("88203", "", &["880203"]),
        ("8802003", "", &["880203"]),
    ] {
        let run = lookup(&[number]);
        let (first, rows) = run.errors.split_once('\n').unwrap();
        assert_eq!(first, format!("{number} is not listed{operation}. The nearest codes are:"));
        let codes: Vec<&str> = rows.lines().map(|row| &row[..6]).collect();
        assert!(nearest.iter().all(|code| codes.contains(code)), "{number}: {codes:?}");
        assert_eq!((codes.len(), run.output.as_str(), run.status), (3, "", Some(1)));
    }
}

#[test]
fn lookup_finds_words_of_both_languages_and_codes_in_lines() {
    for words in [
        ["blacklist"].as_slice(),
        &["repeated", "Blacklist"],
        &["黑名单"],
        &["already_exists", "added"],
    ] {
        assert!(lookup(words).output.contains("880904"), "{words:?}");
    }
    let run = run("lookup", &[], "login failed: 880103\nlogin failed: 880104\n");
    assert_eq!(run.codes(), ["880103", "880104"]);
    assert_eq!(lookup(&["no", "such", "words"]).status, Some(1));
}

/// The column after the Chinese one begins at the same place of the terminal in each line.
#[test]
fn lookup_aligns_chinese_by_its_width() {
    let run = lookup(&[]);
    // In these texts, every character outside ASCII takes two columns.
    let width = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let places: BTreeSet<usize> = zip(run.lines(), WebCode::ENTRIES)
        .map(|(line, entry)| {
            let (_, after_zh) = line.split_once(entry.variant().description_zh()).unwrap();
            width(line) - width(after_zh.trim_start())
        })
        .collect();
    assert_eq!((run.lines().len(), places.len()), (76, 1), "{places:?}");
}

#[cfg(feature = "serde")]
#[test]
fn reply_acts_on_each_kind_of_reply() {
    let run = run("reply", &[], "");
    let scene = |title: &str| {
        let lines = run.output.lines().skip_while(|line| *line != title).skip(1);
        lines.take_while(|line| line.starts_with("  ")).map(str::trim).collect::<Vec<_>>()
    };
    let requests = |title: &str| -> Vec<&str> {
        scene(title).iter().filter_map(|line| Some(line.split_once(" -> ")?.0)).collect()
    };
    assert_eq!(requests("A new user"), ["login", "register", "login"]);
    assert_eq!(requests("Registering did not help"), ["login", "register", "login"]);
    assert_eq!(requests("Too fast").len(), 3);
    assert_eq!(requests("Busy for long").len(), 4);
    assert_eq!(requests("No such user").len(), 1);
    for (title, last_line) in [
        ("A new user", "done"),
        ("Registering did not help", "user sees: 用户不存在 (880103)"),
        ("A code that is not listed", "log: unlisted code 880199, operation: login"),
        ("Already friends", "done"),
        ("Too fast", "done"),
        ("No code", "log: cannot read the reply: the reply has no code"),
    ] {
        assert_eq!(scene(title).last(), Some(&last_line), "{title}");
    }
    assert_eq!(run.status, Some(0));
}

#[test]
fn problem_answers_with_problem_details() {
    let run = run("problem", &[], "");
    for (request, status, kind, title, detail) in [
        (
            "send Hello!",
            503,
            "AppCode/1002",
            "JMessage refused the message.",
            "the message was not sent",
        ),
        (
            "send A greeting that is too long",
            400,
            "AppCode/1003",
            "The text does not fit into a message.",
            "the text has 27 characters, but only 20 fit",
        ),
        (
            "settings",
            500,
            "AppCode/1001",
            "The settings cannot be read.",
            "the service is not set up",
        ),
        ("find Bob", 404, "WebCode/880103", "User does not exist", "User does not exist (880103)"),
    ] {
        let (_, response) = run.output.split_once(&format!("> {request}\n")).unwrap();
        let response = response.split("\n> ").next().unwrap();
        let (head, body) = response.split_once("\n\n").unwrap();
        assert_eq!(head, format!("HTTP/1.1 {status}\nContent-Type: application/problem+json"));
        let body: serde_json::Value = serde_json::from_str(body).unwrap();
        assert_eq!(body["type"], format!("https://example.com/problems/{kind}"));
        assert_eq!(body["title"], title);
        assert_eq!(body["status"], status);
        assert_eq!(body["detail"], detail);
    }
    let cause =
        "the message was not sent, because: The system is busy and try again later (882005)";
    assert!(run.errors.contains(cause), "{}", run.errors);
    assert_eq!(run.status, Some(0));
}

#[test]
fn vendor_prints_its_table_and_acts() {
    let run = run("vendor", &[], "");
    assert!(
        run.output
            .contains("  117: Every compartment of this size is taken. (17), try again later\n"),
        "{}",
        run.output
    );
    assert_eq!(run.status, Some(0));
}
