//! `check --against REVISION`, with the program as in a shell, in repositories of their own.

use std::path::Path;
use std::process::Command;

use error_catalog::Check;

use crate::folder::Folder;

/// Runs git with settings of its own, whatever the machine has.
fn git(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=Test", "-c", "user.email=test@example.com"]);
    command.args(["-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always"]);
    command.args(["-c", "commit.gpgSign=false", "-c", "tag.gpgSign=false"]);
    command.args(arguments).current_dir(folder);
    let none = folder.join("no-such-file");
    command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", none);
    let output = command.output().expect("git is installed");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

const APP: &str = "\
#[derive(Debug, ErrorCatalog)]
#[catalog(code_enum = AppCode, code = u16)]
#[non_exhaustive]
pub enum AppError {
    #[code(1001, \"read failed\", kind = Unavailable)]
    Read { path: String },
    #[code(1002, \"chat failed\")]
    Chat(WebCode),
}
";

const STATE: &str = "\
#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
pub enum State {
    #[code(\"01\", \"one\")]
    One,
}
";

/// A repository with two enums, tagged `v1`.
fn repository(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("src/app.rs", APP);
    folder.write("src/states/state.rs", STATE);
    folder.write("src/lib.rs", "pub mod app;\n");
    commit(&folder);
    git(folder.path(), &["tag", "v1"]);
    folder
}

fn commit(folder: &Folder) {
    if !folder.path().join(".git").exists() {
        git(folder.path(), &["init", "--quiet"]);
    }
    git(folder.path(), &["add", "--all"]);
    git(folder.path(), &["commit", "--quiet", "--message", "Change"]);
}

#[test]
fn an_enum_is_compared_with_itself_at_a_revision() {
    let folder = repository("revision");
    assert_eq!(folder.run("check src/app.rs --against v1"), (Some(0), String::new()));
    let reworded = APP.replace("read failed", "reading failed");
    let new = reworded.replace("\n}\n", "\n    #[code(1003, \"no room\")]\n    NoRoom,\n}\n");
    folder.write("src/app.rs", &new);
    let text = "src/app.rs:6: text: the message of 1001 `Read` is \"reading failed\" now, was \
                \"read failed\"\nsrc/app.rs:10: additive: 1003 is new: \"no room\"\n";
    for revision in ["v1", "HEAD", "main", "refs/tags/v1", "v1:src/app.rs"] {
        let command = format!("check src/app.rs --against {revision}");
        assert_eq!(folder.run(&command), (Some(0), text.to_owned()), "{revision}");
    }
    assert_eq!(folder.run("check src/app.rs --against v1 --deny text").0, Some(1));
    assert_eq!(folder.run("check src/app.rs --against v1 --deny text --allow text").0, Some(2));
    assert_eq!(folder.run("check src/app.rs --against v1 --allow all").0, Some(2));
    assert_eq!(folder.run("check src/app.rs --deny text").0, Some(2));

    folder.write("src/app.rs", &new.replace("1002", "1012"));
    let (status, stdout) = folder.run("check src/app.rs --against v1 --output-format github");
    let error = "::error file=src/app.rs,line=8::breaking: 1002 `Chat` is 1012 now\n";
    assert!(stdout.starts_with(error), "{stdout}");
    assert!(stdout.contains("\n::notice file=src/app.rs,line=6::text: the message"), "{stdout}");
    assert_eq!((status, stdout.lines().count()), (Some(1), 3));
    assert_eq!(folder.run("check src/app.rs --against v1 --allow breaking").0, Some(0));
    let (_, json) = folder.run("check src/app.rs --against v1 --output-format json");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        json["differences"],
        serde_json::json!([{
            "file": "src/app.rs",
            "line": 8,
            "enum": "AppError",
            "code": "1002",
            "name": "Chat",
            "text": "1002 `Chat` is 1012 now",
            "against": "v1",
            "class": "breaking",
            "breaks_wire": true,
        }])
    );
    assert_eq!(json["allowed"].as_array().unwrap().len(), 2);
    let found = Check::new(folder.path().join("src/app.rs")).against("v1").run().unwrap();
    assert_eq!((found.differences.len(), found.allowed.len()), (1, 2));
}

#[test]
fn every_catalog_below_a_folder_is_compared() {
    let folder = repository("below");
    assert_eq!(folder.run("check src --against main"), (Some(0), String::new()));
    // One is moved, one is new; files without a catalog and cargo's output do not matter.
    folder.write("src/errors.rs", &APP.replace("1002, \"chat", "1003, \"chat"));
    std::fs::remove_file(folder.path().join("src/app.rs")).unwrap();
    folder.write("src/new.rs", &STATE.replace("State", "Region"));
    folder.write("src/target/other.rs", STATE);
    folder.write("src/broken.rs", "not Rust {");
    #[cfg(unix)]
    std::os::unix::fs::symlink("errors.rs", folder.path().join("src/again.rs")).unwrap();
    let text = "src/errors.rs:8: breaking: 1002 `Chat` is 1003 now\n\
                src/new.rs:2: additive: the enum `Region` is new\n";
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    for sources in ["src", "src src/errors.rs", "src/errors.rs src/new.rs src/states src"] {
        let (status, stdout) = folder.run(&format!("check {sources} --against main"));
        assert_eq!((status, sorted(&stdout)), (Some(1), sorted(text)), "{sources}");
    }
    std::fs::remove_file(folder.path().join("src/errors.rs")).unwrap();
    let (status, stdout) = folder.run("check src --against main --name AppError");
    assert_eq!(stdout, "src/app.rs: breaking: the enum `AppError` is gone\n");
    assert_eq!(status, Some(1));
    // A file of two enums, of which one has a document.
    folder.write("errors.csv", "code,message\n01,one\n02,two\n");
    let record = "// Made by: error-catalog import ../errors.csv --name State\n";
    folder.write("src/both.rs", &format!("{record}{STATE}{APP}"));
    let (status, stdout) = folder.run("check src --against main");
    assert!(stdout.starts_with("errors.csv:3: 02 is new: \"two\"\n"), "{stdout}");
    assert_eq!(status, Some(1));
}

/// Files and what is in them.
type Files<'a> = &'a [(&'a str, &'a str)];

/// Whichever files are named: a shell's `src/*.rs` does not include the file that is gone.
#[test]
fn an_enum_from_a_file_that_nobody_named_loses_no_code() {
    let folder = Folder::new("from-elsewhere");
    let one = "#[derive(ErrorCatalog)]\n#[non_exhaustive]\npub enum E1 {\n    #[code(1, \"a\")]\n    \
               A,\n    #[code(2, \"b\")]\n    B,\n}\n";
    let two = one.replace("E1", "E2");
    let less = two.replace("    #[code(2, \"b\")]\n    B,\n", "");
    let write = |files: Files<'_>| {
        for file in ["src/e1.rs", "src/e2.rs", "src/renamed.rs", "src/again.rs", "src/sub/e3.rs"] {
            let _ = std::fs::remove_file(folder.path().join(file));
        }
        for (file, text) in files {
            folder.write(file, text);
        }
    };
    write(&[("src/e1.rs", one), ("src/e2.rs", &two), ("src/sub/e3.rs", STATE)]);
    commit(&folder);
    let both = format!("{one}{less}");
    let lost = ": breaking: 2 `B` is no longer listed; keep the variant";
    let cases: &[(Files<'_>, &str, &str)] = &[
        (
            &[("src/e1.rs", one), ("src/renamed.rs", &less)],
            "src/e1.rs src/renamed.rs",
            "src/renamed.rs",
        ),
        (&[("src/e1.rs", &both)], "src/e1.rs", "src/e1.rs"),
        (&[("src/e1.rs", &both)], "src/e1.rs src/sub", "src/e1.rs"),
        (&[("src/e1.rs", one), ("src/sub/e3.rs", &less)], "src/sub src/e1.rs", "src/sub/e3.rs"),
    ];
    for (files, sources, path) in cases {
        write(files);
        let (status, stdout) = folder.run(&format!("check {sources} --against main"));
        assert!(stdout.starts_with(path) && stdout.contains(lost), "{sources}: {stdout}");
        assert!(!stdout.contains("is new"), "{sources}: {stdout}");
        assert_eq!(status, Some(1), "{sources}: {stdout}");
    }
    // A copy takes nothing away, and of two nobody knows which one the enum was.
    write(&[("src/e1.rs", one), ("src/e2.rs", &two), ("src/renamed.rs", &less)]);
    let (status, stdout) = folder.run("check src/e1.rs src/renamed.rs --against main");
    let text = "src/renamed.rs:3: additive: the enum `E2` is new\n";
    assert_eq!((status, stdout.as_str()), (Some(0), text));
    write(&[("src/e1.rs", one), ("src/renamed.rs", &less), ("src/again.rs", &less)]);
    let sources = "src/e1.rs src/renamed.rs src/again.rs";
    let (status, stdout) = folder.run(&format!("check {sources} --against main"));
    assert!(stdout.contains("src/e2.rs: breaking: the enum `E2` is gone\n"), "{stdout}");
    assert_eq!(status, Some(1));
}

#[test]
fn what_cannot_be_compared_is_one_error() {
    let folder = repository("errors");
    folder.write("src/moved.rs", APP);
    folder.write("src/old.rs", APP);
    folder.write("main", APP);
    folder.write("sources/app.rs", APP);
    folder.write("src/none.rs", "fn main() {}\n");
    let cases = [
        (
            "src/app.rs --against v2",
            "there is no revision \"v2\" and no file of this name; `git fetch --tags` fetches",
        ),
        ("src/app.rs --against old.rs", "there is no revision \"old.rs\" and no file of this name"),
        ("src/app.rs --against HEAD~7", "there is no revision \"HEAD~7\""),
        ("src/app.rs --against ^HEAD", "there is no revision \"^HEAD\""),
        ("src/app.rs --against v1..HEAD", "there is no revision \"v1..HEAD\""),
        ("src/app.rs --against :src/app.rs", "there is no revision \":src/app.rs\""),
        (
            "src/app.rs --against -v1",
            "\"-v1\" is not a git revision; name a tag, a branch or a commit, or a file",
        ),
        ("src/app.rs --against=--output=x", "\"--output=x\" is not a git revision"),
        ("src/app.rs --against ", "\"\" is not a git revision"),
        (
            "src/app.rs --against main",
            "\"main\" is a file and a revision of git; write ./main for the file, or",
        ),
        (
            "src/moved.rs --against v1",
            "src/moved.rs is not in v1; if it was moved, name its former path from the top of the repository: v1:src/app.rs",
        ),
        (
            "src/none.rs --against v1",
            "src/none.rs is not in v1; if it was moved, name its former path from the top of the repository: v1:OLD-PATH",
        ),
        (
            "sources --against v1",
            "sources is not in v1; if it was moved, name its former path from the top of the repository: v1:src",
        ),
        ("src/app.rs --against v1:src/gone.rs", "src/gone.rs is not in v1; if it was moved"),
        ("src/app.rs --against v1:src", "v1:src is not a file; compare a file with a file"),
        ("src --against v1:src/app.rs", "v1:src/app.rs is not a folder"),
        ("src --against src/old.rs", "src/old.rs is not a folder"),
        (
            "src/app.rs src/old.rs --against src/old.rs",
            "src/old.rs is one file or folder; name one source to compare with it",
        ),
        ("src src/app.rs --against v1:src", "v1:src is one file or folder"),
        ("src/lib.rs --against v1", "there is no enum that derives ErrorCatalog"),
        (
            "src --against v1 --name Door",
            "no enum called `Door` derives ErrorCatalog in these files",
        ),
    ];
    for (arguments, expected) in cases {
        let (status, stdout, stderr) = folder.run_all(&format!("check {arguments}"));
        assert_eq!((status, stdout.as_str()), (Some(2), ""), "{arguments}: {stderr}");
        assert!(stderr.starts_with(&format!("error: {expected}")), "{arguments}: {stderr}");
        assert_eq!(stderr.lines().count(), 1, "{stderr}");
    }
    assert!(!folder.path().join("x").exists());
    assert_eq!(folder.run("check src/moved.rs --against v1:src/app.rs").0, Some(0));
    assert_eq!(folder.run("check src/moved.rs --against ./main").0, Some(0));
    assert_eq!(folder.run("check sources --against v1:src").0, Some(1), "a state is gone");
    folder.write("src/app.rs", &APP.replace("1002", "1001"));
    commit(&folder);
    folder.write("src/app.rs", APP);
    let (status, _, stderr) = folder.run_all("check src/app.rs --against HEAD");
    assert_eq!(
        (status, stderr.as_str()),
        (Some(2), "error: HEAD:src/app.rs:7: duplicate code 1001: `Read` already has it\n")
    );
}

#[test]
fn a_folder_without_a_repository_is_an_error() {
    let folder = Folder::new("no-repository");
    folder.write("src/app.rs", APP);
    let mut command = folder.command("check src/app.rs --against v1");
    // The tests are in a repository themselves.
    let above = folder.path().parent().unwrap();
    let output = command.env("GIT_CEILING_DIRECTORIES", above).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    let expected =
        "error: there is no file \"v1\", and no repository that git reads in src: not a git";
    assert!(stderr.starts_with(expected), "{stderr}");
}

#[test]
fn a_shallow_clone_says_how_to_get_the_rest() {
    let folder = repository("whole");
    folder.write("src/app.rs", &APP.replace("1002", "1003"));
    commit(&folder);
    let clone = Folder::new("shallow");
    let url = format!("file://{}", folder.path().display());
    git(clone.path(), &["clone", "--quiet", "--depth=1", "--no-tags", &url, "clone"]);
    let (status, _, stderr) = clone.run_all("check clone/src/app.rs --against v1");
    let expected = "error: there is no revision \"v1\" and no file of this name; this clone is \
                    shallow: get the rest with `git fetch --unshallow --tags`, or with \
                    `fetch-depth: 0` of actions/checkout\n";
    assert_eq!((status, stderr.as_str()), (Some(2), expected));
    assert_eq!(clone.run("check clone/src/app.rs --against HEAD").0, Some(0));
    git(clone.path().join("clone").as_path(), &["checkout", "--quiet", "--detach"]);
    git(clone.path().join("clone").as_path(), &["branch", "--quiet", "-D", "main"]);
    git(clone.path().join("clone").as_path(), &["fetch", "--quiet", "--unshallow"]);
    let (_, _, stderr) = clone.run_all("check clone/src/app.rs --against main");
    assert!(stderr.ends_with("; there is origin/main\n"), "{stderr}");
    assert_eq!(clone.run("check clone/src/app.rs --against origin/main").0, Some(0));
}

/// As in a hook, where git names its repository in the environment, from another folder.
#[test]
fn the_repository_is_that_of_the_source() {
    let folder = repository("own");
    folder.write("src/app.rs", &APP.replace("1002", "1003"));
    let other = repository("other");
    git(other.path(), &["tag", "v2"]);
    let run = |revision: &str, repository: &Path| {
        let mut command = folder.command(&format!("check src/app.rs --against {revision}"));
        command.env("GIT_DIR", repository).env("GIT_WORK_TREE", other.path());
        command.output().unwrap().status.code()
    };
    for repository in [Path::new(".git"), &other.path().join(".git"), Path::new("/none")] {
        assert_eq!(run("v1", repository), Some(1));
        assert_eq!(run("v2", repository), Some(2), "that is the other's");
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_compared_with_what_it_leads_to() {
    let folder = repository("linked");
    let link = folder.path().join("link.rs");
    std::os::unix::fs::symlink("src/app.rs", link).unwrap();
    assert_eq!(folder.run("check link.rs --against v1"), (Some(0), String::new()));
    folder.write("src/app.rs", &APP.replace("1002", "1003"));
    assert_eq!(folder.run("check link.rs --against v1").0, Some(1));
}

/// What the section of the README about a table of one's own says, command by command.
#[cfg(unix)]
#[test]
fn a_table_of_ones_own_lives_as_the_readme_says() {
    const OLD: &str = r#"#[derive(Debug, ErrorCatalog)]
#[non_exhaustive]
#[catalog(code_enum = AppCode, code = u16, range = 1000..=1999)]
pub enum AppError {
    #[code(1001, "read failed", kind = Unavailable)]
    Read { path: String },
    #[code(1002, "chat failed")]
    Chat(WebCode),
    #[code(1003, "no room")]
    NoRoom,
    #[code(1004, "timed out", retired)]
    TimedOut,
}
"#;
    const STORAGE: &str = r#"#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = u16, range = 2000..=2999)]
pub enum AppStorage {
    #[code(2000, "disk full")]
    DiskFull,
    #[code(2001, "no such file")]
    NoSuchFile,
}
"#;
    let readme = include_str!("../../README.md");
    let (_, section) = readme.split_once("## A table of your own").unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    let blocks = |language: &str| {
        let start = format!("\n```{language}\n");
        let blocks = section.split(&start).skip(1).map(|block| block.split("```").next().unwrap());
        blocks.map(str::to_owned).collect::<Vec<String>>()
    };
    let folder = Folder::new("readme");
    folder.write("src/app.rs", OLD);
    folder.write("src/storage.rs", STORAGE);
    commit(&folder);
    git(folder.path(), &["tag", "v1.2.0"]);
    let program = Path::new(env!("CARGO_BIN_EXE_error-catalog")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let run = |line: &str| {
        let mut command = Command::new("bash");
        command.args(["-c", line]).env("PATH", &path).current_dir(folder.path());
        let output = command.output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let commands = blocks("sh").remove(0);
    let commands: Vec<&str> = commands.lines().collect();
    let texts = blocks("text");
    assert_eq!(commands.len(), 5);
    assert_eq!(run(commands[0]), (Some(0), texts[0].clone()));
    assert_eq!(run(commands[1]), (Some(0), "1005\n".to_owned()));
    assert_eq!(run(commands[2]), (Some(0), String::new()));
    let new = OLD.replace("Unavailable", "NotFound").replace("read failed", "reading failed");
    let new = new.replace("1002", "1012").replace("NoRoom", "TooManyFiles");
    let new = new.replace("1003, \"no room\"", "1005, \"too many files\"");
    folder.write("src/app.rs", &new);
    assert_eq!(run(commands[2]), (Some(1), texts[1].clone()));
    let (status, markdown) = run(commands[3]);
    assert!(markdown.contains("- `1002` `Chat`: `1012` now (**breaking**)\n"), "{markdown}");
    assert_eq!(status, Some(1));
    assert_eq!(run(commands[4]), (Some(0), String::new()));
    assert!(folder.read("codes.md").contains("| 1012 |  | Chat"), "{}", folder.read("codes.md"));
}
