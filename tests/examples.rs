//! The examples, as their users run them. Those that read and write JSON need the feature
//! `serde`.

mod built;

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use jmessage_codes::WebCode;

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

#[cfg(feature = "serde")]
const NAMES: [&str; 4] = ["lookup", "problem", "reply", "vendor"];
#[cfg(not(feature = "serde"))]
const NAMES: [&str; 2] = ["lookup", "vendor"];

/// The folder of the examples. They are built first: `cargo test --test examples` builds no
/// example, and there may be older ones.
fn examples() -> &'static Path {
    static EXAMPLES: OnceLock<PathBuf> = OnceLock::new();
    EXAMPLES.get_or_init(|| {
        built::build(&NAMES);
        built::profile().join("examples")
    })
}

/// A program with pipes for its input and output.
fn start(name: &str, arguments: &[impl AsRef<OsStr>]) -> Child {
    Command::new(examples().join(name))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn run(name: &str, arguments: &[&str], input: &[u8]) -> Run {
    let mut program = start(name, arguments);
    // A program that reads no input may have ended.
    let _ = program.stdin.take().unwrap().write_all(input);
    let output = program.wait_with_output().unwrap();
    Run {
        output: String::from_utf8(output.stdout).unwrap(),
        errors: String::from_utf8(output.stderr).unwrap(),
        status: output.status.code(),
    }
}

fn lookup(arguments: &[&str]) -> Run {
    run("lookup", arguments, b"")
}

#[test]
fn lookup_shows_all_about_one_code() {
    let run = lookup(&["880203"]);
    assert_eq!(
        run.output,
        "\
code            880203
name            TargetUserNotExist
kind            NOT_FOUND
operation       sending a message
operation_zh    发送消息
message         target user not exist
description     Target user does not exist
description_en  The recipient does not exist
description_zh  目标用户不存在
advice          Check the name.
status          listed
",
    );
    assert_eq!((run.errors.as_str(), run.status), ("", Some(0)));
    assert!(lookup(&["880303"]).output.ends_with("status          retired\n"));
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

/// The codes that words find: one is shown as a list of facts, several as a line each.
fn found(words: &[&str]) -> Vec<String> {
    let run = lookup(words);
    let one = run.output.strip_prefix("code ").and_then(|rest| rest.split_whitespace().next());
    one.map_or_else(|| run.codes().into_iter().map(String::from).collect(), |one| vec![one.into()])
}

#[test]
fn lookup_finds_what_is_asked_for_and_nothing_else() {
    for (words, expected) in [
        // A number, a name, a text in either language, a kind or an operation.
        (&["880103"][..], &["880103"][..]),
        (&["0"], &["0"]),
        (&["usernotexist"], &["880103"]),
        (&["user", "not", "exist"], &["880103"]),
        (&["User does not exist"], &["880103"]),
        (&["用户不存在"], &["880103"]),
        (&["unauthenticated"], &["880102", "880104", "880106", "882004"]),
        (&["group", "already", "set"], &["881105", "881203"]),
        // Numbers, one number in parts, and a part of one.
        (&["880104", "880103"], &["880104", "880103"]),
        (&["880", "103"], &["880103"]),
        (&["88021"], &["880210", "880212"]),
        // A line.
        (&["login failed: 880103,"], &["880103"]),
        (&["{\"code\":\"880106\"}"], &["880106"]),
        // The beginnings of words, in any order.
        (&["expired", "login"], &["880106"]),
        (&["blackl", "REPEAT"], &["880904"]),
        (&["黑名单", "repeated"], &["880904"]),
        (&["retired", "refuse"], &["880305"]),
        // "ok" is a kind, but the end of no word is a word.
        (&["ok"], &["0"]),
        (&["xist"], &[]),
        (&["line", "110"], &[]),
        (&["880", "104", "9"], &[]),
        (&["no", "such", "words"], &[]),
        (&["-1"], &[]),
        (&["!?"], &[]),
        (&[""], &[]),
    ] {
        assert_eq!(found(words), expected, "{words:?}");
        let status = i32::from(expected.is_empty());
        assert_eq!(lookup(words).status, Some(status), "{words:?}");
    }
    assert_eq!(lookup(&["88"]).lines().len(), WebCode::ENTRIES.len() - 1);
    assert_eq!(lookup(&["--all"]).lines().len(), WebCode::ENTRIES.len());
    assert_eq!(lookup(&["sdk"]).output.matches("SDK SDK").count(), 0);
}

#[test]
fn lookup_suggests_the_nearest_codes() {
    for (number, operation, nearest) in [
        ("880105", "login", &["880103", "880104", "880106"][..]),
        ("880230", "sending a message", &["880203"]),
        ("88203", "none", &["880203"]),
        ("8802003", "none", &["880203"]),
    ] {
        let run = lookup(&[number]);
        let (first, rows) = run.errors.split_once('\n').unwrap();
        let operation = format!("(operation: {operation})");
        assert_eq!(first, format!("{number} is not listed {operation}. The nearest codes are:"));
        let codes: Vec<&str> = rows.lines().map(|row| &row[..6]).collect();
        assert!(nearest.iter().all(|code| codes.contains(code)), "{number}: {codes:?}");
        assert_eq!((codes.len(), run.output.as_str(), run.status), (3, "", Some(1)));
    }
    // What is found is shown all the same.
    let run = lookup(&["880103", "880199"]);
    assert!(run.output.contains("UserNotExist") && run.errors.starts_with("880199 is not"));
    assert_eq!(run.status, Some(1));
}

/// A script reads the code and the texts of each code, and the line that it was on.
#[cfg(feature = "serde")]
#[test]
fn lookup_writes_json() {
    let parse = |run: Run| -> Vec<serde_json::Value> {
        run.output.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let all = parse(lookup(&["--json", "--all"]));
    assert_eq!(all.len(), WebCode::ENTRIES.len());
    for (object, entry) in std::iter::zip(all, WebCode::ENTRIES.iter()) {
        let code = entry.variant();
        assert_eq!(object["code"], code.code());
        assert_eq!(object["is_done"], code.is_done());
        for (key, text) in [
            ("name", code.name()),
            ("kind", code.kind().name()),
            ("message", code.message()),
            ("description", code.description()),
            ("description_en", code.description_en()),
            ("description_zh", code.description_zh()),
            ("advice", code.advice()),
        ] {
            assert_eq!(object[key], text, "{code}");
        }
    }
    let in_log = parse(run("lookup", &["--json"], b"\n880103\n\n880104 880106"));
    let places: Vec<_> = in_log.iter().map(|object| (&object["line"], &object["code"])).collect();
    assert_eq!(
        serde_json::json!(places),
        serde_json::json!([[2, 880_103], [4, 880_104], [4, 880_106]])
    );
}

#[test]
fn lookup_finds_the_codes_in_the_lines_of_a_log() {
    let log = b"started\n\
        login failed: 880103\n\
        took 1.880104 s, request 880104f, id_880104, 880104.5 ms, 8801040\n\
        code=880106, error.880107 \xff (880109).\n\
        line 110";
    let run = run("lookup", &[], log);
    assert_eq!(run.codes(), ["2:", "880103", "4:", "880106", "880107", "880109"]);
    assert_eq!(run.lines()[0], "2: login failed: 880103");
    assert_eq!(run.lines()[2], "4: code=880106, error.880107 \u{fffd} (880109).");
    assert_eq!((run.errors.as_str(), run.status), ("", Some(0)));
}

#[test]
fn lookup_finds_nothing_in_an_input_without_codes() {
    for input in ["", "\n", "no hit\n", "0\n"] {
        let run = run("lookup", &[], input.as_bytes());
        assert_eq!((run.output.as_str(), run.errors.as_str(), run.status), ("", "", Some(1)));
    }
}

/// A log is looked up while it is written.
#[test]
fn lookup_answers_before_the_next_line() {
    let mut program = start("lookup", &["--json"]);
    let mut input = program.stdin.take().unwrap();
    let mut output = BufReader::new(program.stdout.take().unwrap()).lines();
    for line in 1..=3 {
        input.write_all(b"880103\n").unwrap();
        let object = output.next().unwrap().unwrap();
        assert!(object.starts_with(&format!("{{\"line\":{line},\"code\":880103,")), "{object}");
    }
    drop(input);
    assert!(program.wait().unwrap().success());
}

/// A number is found wherever it is in a line that is longer than what is in memory.
#[test]
fn lookup_reads_long_lines_in_pieces() {
    for blanks in 65_520..65_540 {
        let log = [&b" ".repeat(blanks)[..], b"880103 880104\n880106"].concat();
        let run = run("lookup", &["--json"], &log);
        let lines: Vec<&str> = run.lines().iter().map(|line| &line[..23]).collect();
        let expected = [(1, 880_103), (1, 880_104), (2, 880_106)];
        let expected = expected.map(|(line, code)| format!("{{\"line\":{line},\"code\":{code}"));
        assert_eq!(lines, expected, "{blanks}");
    }
}

#[cfg(unix)]
#[test]
fn lookup_takes_arguments_of_any_bytes() {
    use std::os::unix::ffi::OsStrExt;
    let program = start("lookup", &[OsStr::from_bytes(b"zq\xff")]);
    let output = program.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "nothing found for \"zq\u{fffd}\"\n");
    assert_eq!(output.status.code(), Some(1));
}

#[cfg(feature = "serde")]
#[test]
fn reply_acts_on_each_kind_of_reply() {
    let run = run("reply", &[], b"");
    assert_eq!(run.status, Some(0));
    let scene = |title: &str| {
        let lines = run.output.lines().skip_while(|line| *line != title).skip(1);
        lines.take_while(|line| line.starts_with("  ")).map(str::trim).collect::<Vec<_>>()
    };
    for (title, requests, last_line) in [
        ("A new user", &["Login", "Register", "Login"][..], "done"),
        (
            "Registering did not help",
            &["Login", "Register", "Login"],
            "user sees: 用户不存在 (880103)",
        ),
        ("Another user is logged in", &["Login", "Logout", "Login"], "done"),
        ("A login is under way", &["Login"; 2], "done"),
        ("A code that is not listed", &["Login"], "log: unlisted code 880199, operation: login"),
        ("Already friends", &["AddFriend"], "done"),
        ("Too fast", &["Send"; 3], "done"),
        ("No such recipient", &["Send"], "user sees: 目标用户不存在 (880203)"),
        // 882002, by the request.
        ("Registered before", &["Register", "Login"], "done"),
        ("Nobody found", &["LookUp"], "user sees: There is no such user"),
        ("Not the old password", &["ChangePassword"], "user sees: 原密码错误"),
        ("Refused for another reason", &["Send"], "user sees: The operation failed (882002)"),
        // Timeouts, by whether repeating is harmless.
        ("Busy for long", &["LookUp"; 4], "user sees: 系统繁忙，请稍后再试 (882005)"),
        ("Sent, perhaps", &["Send"], "user sees: The system is busy; try again later (882005)"),
        ("No answer", &["LookUp"; 3], "done"),
        ("No answer to a message", &["Send"], "user sees: 请求超时，请稍后再试 (-2)"),
        // Replies that are not of the SDK.
        ("The app's own code", &["Send"], "user sees: The app refused the request (-1)"),
        (
            "No catalog has it",
            &["Send"],
            "log: cannot read the reply: the reply has no code of a known catalog",
        ),
        (
            "No code",
            &["Send"],
            "log: cannot read the reply: the reply has no code of a known catalog",
        ),
    ] {
        let lines = scene(title);
        let sent = lines.iter().filter_map(|line| Some(line.split_once(" -> ")?.0));
        assert_eq!(sent.collect::<Vec<_>>(), requests, "{title}");
        assert_eq!(lines.last(), Some(&last_line), "{title}");
    }
}

#[cfg(feature = "serde")]
#[test]
fn problem_answers_with_problem_details() {
    let run = run("problem", &[], b"");
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
    let run = run("vendor", &[], b"");
    assert!(
        run.output
            .contains("  117: Every compartment of this size is taken. (17), try again later\n"),
        "{}",
        run.output
    );
    assert_eq!(run.status, Some(0));
}

/// The first command of the README builds what its example needs and nothing else.
#[test]
fn an_example_compiles_few_crates() {
    let output = Command::new(std::env::var_os("CARGO").unwrap())
        .args(["tree", "--package=jmessage-codes-workspace", "--prefix=none"])
        .args(["--offline", "--locked", "--edges=normal,build,dev"])
        .args(["--manifest-path", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")])
        .output()
        .unwrap();
    let tree = String::from_utf8(output.stdout).unwrap();
    let crates: BTreeSet<&str> =
        tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(crates.contains("jmessage-codes"), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(crates.len() <= 14, "{crates:?}");
}
