//! How the program writes files, with other programs at work on them at the same time.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("files").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self, file: &str) -> PathBuf {
        self.0.join(file)
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.path(file), text).unwrap();
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_error-catalog"));
        command.args(arguments.split(' ')).current_dir(&self.0);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn start(&self, arguments: &str) -> Child {
        self.command(arguments).spawn().unwrap()
    }

    /// The status and standard error.
    fn run(&self, arguments: &str) -> (Option<i32>, String) {
        let output = self.start(arguments).wait_with_output().unwrap();
        (output.status.code(), stderr(&output))
    }

    /// The names of the files, in order.
    fn files(&self) -> Vec<String> {
        let files = fs::read_dir(&self.0).unwrap();
        let mut files: Vec<String> =
            files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        files.sort();
        files
    }
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A file with several enums, each with a document of its own.
fn several(folder: &Folder, count: usize, rows: usize) {
    let mut source = String::new();
    for number in 0..count {
        folder.write(&format!("d{number}.csv"), &document(number, rows, "old"));
        let (status, error) =
            folder.run(&format!("import d{number}.csv --name E{number} -o one.rs"));
        assert_eq!(status, Some(0), "{error}");
        source += &folder.read("one.rs");
        fs::remove_file(folder.path("one.rs")).unwrap();
        folder.write(&format!("d{number}.csv"), &document(number, rows, "new"));
    }
    folder.write("several.rs", &source);
}

fn document(number: usize, rows: usize, text: &str) -> String {
    let rows = (0..rows).map(|row| format!("{row},row {row} of {number} is {text}\n"));
    format!("code,message\n{}", rows.collect::<String>())
}

#[test]
fn updates_at_the_same_time_lose_nothing() {
    let folder = Folder::new("same-time");
    let updates = 8;
    several(&folder, updates, 20);
    let children: Vec<Child> = (0..updates)
        .map(|number| folder.start(&format!("update several.rs --name E{number}")))
        .collect();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    }
    assert_eq!(folder.run("check several.rs"), (Some(0), String::new()));
    assert_eq!(folder.files().len(), updates + 1, "{:?}", folder.files());
}

#[test]
fn an_update_waits_and_says_so() {
    let folder = Folder::new("waits");
    several(&folder, 1, 5);
    let file = fs::File::open(folder.path("several.rs")).unwrap();
    file.lock().unwrap();
    let mut update = folder.start("update several.rs");
    sleep(Duration::from_millis(300));
    assert!(update.try_wait().unwrap().is_none());
    assert!(folder.read("several.rs").contains("is old"));
    drop(file);
    let output = update.wait_with_output().unwrap();
    assert_eq!(stderr(&output), "several.rs: waiting for another update\n");
    assert!(folder.read("several.rs").contains("is new"));
}

#[test]
fn import_does_not_write_over_a_file() {
    let folder = Folder::new("import");
    folder.write("a.csv", "code,message\n1,one\n2,two\n");
    let import = "import a.csv --name Door -q -o door.rs";
    let wrote = (Some(0), "wrote door.rs: 2 variants\n".to_owned());
    assert_eq!(folder.run(import), wrote);
    let already = (Some(0), "door.rs is already up to date: 2 variants\n".to_owned());
    assert_eq!(folder.run(import), already);
    let edited = folder.read("door.rs").replace("One", "First");
    folder.write("door.rs", &edited);
    let refused = "error: door.rs already exists; `error-catalog update door.rs` brings it up \
                   to date; pass --force to overwrite it\n";
    assert_eq!(folder.run(import), (Some(2), refused.to_owned()));
    assert_eq!(folder.read("door.rs"), edited);
    assert_eq!(folder.run(&format!("{import} --force")), wrote);
    assert!(folder.read("door.rs").contains("One"));
    // Nothing is lost with an empty file.
    folder.write("empty.rs", "");
    let (status, error) = folder.run("import a.csv --name Door -q -o empty.rs");
    assert_eq!((status, &*error), (Some(0), "wrote empty.rs: 2 variants\n"));
    let (status, error) = folder.run("import a.csv --name Door -q --force");
    assert_eq!(status, Some(2), "{error}");
    assert_eq!(folder.files(), ["a.csv", "door.rs", "empty.rs"]);
}

#[test]
fn two_imports_do_not_both_write() {
    let folder = Folder::new("two-imports");
    let count = 6;
    for number in 0..count {
        folder.write(&format!("{number}.csv"), &document(number, 200, "here"));
    }
    let start = |number| folder.start(&format!("import {number}.csv --name Door -q -o door.rs"));
    let children: Vec<Child> = (0..count).map(start).collect();
    let done = children.into_iter().map(|child| child.wait_with_output().unwrap());
    let written = done.filter(|output| output.status.success()).count();
    assert_eq!(written, 1);
    assert_eq!(folder.files().len(), count + 1);
}

#[test]
fn export_writes_over_a_document_but_not_over_a_source() {
    let folder = Folder::new("export");
    folder.write("vendor.md", "| Code | Message |\n|---|---|\n| 1 | one |\n");
    assert_eq!(folder.run("import vendor.md --name Door -q -o door.rs").0, Some(0));
    for _ in 0..2 {
        assert_eq!(folder.run("export door.rs --to csv -o codes.csv"), (Some(0), String::new()));
    }
    assert_eq!(folder.run("export door.rs --to markdown -o codes.csv").0, Some(0));
    assert!(folder.read("codes.csv").starts_with('#'));
    let source = folder.read("door.rs");
    folder.write("other.rs", "fn main() {}\n");
    let cases = [
        ("vendor.md", "vendor.md is the document that Door was made from; choose another file"),
        ("door.rs", "door.rs is the input; choose another file to write"),
        ("other.rs", "other.rs is a source file; choose another file"),
    ];
    for (output, problem) in cases {
        let refused = (Some(2), format!("error: {problem}\n"));
        assert_eq!(folder.run(&format!("export door.rs --to markdown -o {output}")), refused);
    }
    assert_eq!(folder.read("door.rs"), source);
    assert_eq!(folder.read("other.rs"), "fn main() {}\n");
    assert!(folder.read("vendor.md").starts_with("| Code"));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::os::unix::process::ExitStatusExt;

    use nix::sys::signal::{Signal, kill};
    use nix::sys::stat::Mode;
    use nix::unistd::{Pid, mkfifo};

    use super::*;

    /// An editor saves while the update reads its document, which is a pipe here: in place, or
    /// with a new file.
    #[test]
    fn what_someone_else_saves_is_kept() {
        for by_rename in [false, true] {
            let folder = Folder::new(if by_rename { "saved-anew" } else { "saved-in-place" });
            several(&folder, 1, 5);
            let (before, document) = (folder.read("several.rs"), folder.read("d0.csv"));
            fs::remove_file(folder.path("d0.csv")).unwrap();
            mkfifo(&folder.path("d0.csv"), Mode::S_IRWXU).unwrap();
            let update = folder.start("update several.rs");
            // Waits until the update opens it.
            let pipe = fs::OpenOptions::new().write(true).open(folder.path("d0.csv"));
            // For the second time.
            folder.write("new", &document);
            fs::rename(folder.path("new"), folder.path("d0.csv")).unwrap();
            let edited = format!("// By hand.\n{before}");
            if by_rename {
                folder.write("new", &edited);
                fs::rename(folder.path("new"), folder.path("several.rs")).unwrap();
            } else {
                folder.write("several.rs", &edited);
            }
            pipe.unwrap().write_all(document.as_bytes()).unwrap();
            let output = update.wait_with_output().unwrap();
            assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
            let expected = edited.replace("is old", "is new");
            assert_eq!(folder.read("several.rs"), expected, "rename: {by_rename}");
            assert_eq!(folder.files(), ["d0.csv", "several.rs"]);
        }
    }

    #[test]
    fn links_and_permissions_stay() {
        let folder = Folder::new("links");
        several(&folder, 1, 5);
        fs::rename(folder.path("several.rs"), folder.path("real.rs")).unwrap();
        symlink("real.rs", folder.path("link.rs")).unwrap();
        let mode = |mode| fs::Permissions::from_mode(mode);
        fs::set_permissions(folder.path("real.rs"), mode(0o640)).unwrap();
        assert_eq!(folder.run("update link.rs"), (Some(0), String::new()));
        assert!(folder.path("link.rs").is_symlink());
        let metadata = fs::metadata(folder.path("real.rs")).unwrap();
        assert_eq!(metadata.permissions().mode() & 0o777, 0o640);
        assert!(folder.read("real.rs").contains("is new"));
        // A new file has the permissions of any other.
        let expected = fs::metadata(folder.path("d0.csv")).unwrap().mode();
        assert_eq!(folder.run("import d0.csv --name New -q -o new.rs").0, Some(0));
        assert_eq!(fs::metadata(folder.path("new.rs")).unwrap().mode(), expected);
        assert_eq!(folder.files(), ["d0.csv", "link.rs", "new.rs", "real.rs"]);
    }

    #[test]
    fn standard_output_is_not_replaced() {
        let folder = Folder::new("stdout");
        folder.write("a.csv", "code,message\n1,one\n");
        folder.write("out.rs", "// Before.\n");
        let mut file = fs::OpenOptions::new().append(true).open(folder.path("out.rs")).unwrap();
        file.flush().unwrap();
        let mut command = folder.command("import a.csv --name Door -q -o /dev/stdout");
        assert!(command.stdout(file).status().unwrap().success());
        let text = folder.read("out.rs");
        assert!(text.starts_with("// Before.\nuse jmessage_codes"), "{text}");
        let output = folder.start("import a.csv --name Door -q -o /dev/stdout").wait_with_output();
        assert!(output.unwrap().stdout.starts_with(b"use jmessage_codes"));
        assert_eq!(
            folder.run("import a.csv --name Door -q -o /dev/null"),
            (Some(0), String::new())
        );
    }

    /// Sends a signal as soon as the new file is there, until that was in time.
    #[test]
    fn a_signal_leaves_no_file_behind() {
        let folder = Folder::new("signal");
        // So that the program writes for some milliseconds.
        let text = "long ".repeat(40_000);
        folder.write("a.csv", &format!("code,message\n1,one {text}\n2,two {text}\n"));
        let mut seen = 0;
        for signal in [Signal::SIGINT, Signal::SIGTERM, Signal::SIGHUP].into_iter().cycle().take(60)
        {
            let _ = fs::remove_file(folder.path("door.rs"));
            let mut child = folder.start("import a.csv --name Door -q -o door.rs");
            let start = Instant::now();
            let is_there = || folder.files().iter().any(|file| file.starts_with('.'));
            while !is_there() && start.elapsed() < Duration::from_secs(60) {
                if child.try_wait().unwrap().is_some() {
                    break;
                }
            }
            let process = Pid::from_raw(child.id().try_into().unwrap());
            let _ = kill(process, signal);
            let status = child.wait().unwrap();
            assert!(!is_there(), "{signal}: {:?}", folder.files());
            if status.signal() == Some(signal as i32) {
                seen += 1;
                // Written whole, or not at all.
                let file = fs::read_to_string(folder.path("door.rs"));
                assert!(file.is_err() || file.is_ok_and(|text| text.ends_with("}\n")));
            }
            if seen == 3 {
                return;
            }
        }
        panic!("no signal came in time");
    }
}
