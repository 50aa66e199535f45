//! What a table costs its user's build: the time that rustc takes over one crate
//! that holds it, and the most memory, for the bare enum, for our derive, and for
//! those of strum and `num_enum`.
//!
//! `cargo bench -p jmessage-codes-benches --bench compile-time`, behind it `-- all`
//! for strum and `num_enum` at 20,000 codes too, which takes minutes and some 24 GB.
//!
//! Cargo calls this program in the place of rustc, so that it sees nothing but
//! the one crate: it starts rustc, and asks Linux how much memory that has had.
#![forbid(unsafe_code)]

use std::ffi::OsString;
use std::fmt::Write;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use jmessage_codes_benches::table::table;

const RESULT: &str = "COMPILE_TIME_RESULT";
const ROUNDS: usize = 3;

fn main() -> ExitCode {
    if let Some(result) = env::var_os(RESULT) {
        return compile(Path::new(&result));
    }
    let arguments: Vec<String> = env::args().collect();
    if arguments.iter().any(|argument| argument == "--test") {
        return ExitCode::SUCCESS;
    }
    let is_patient = arguments.iter().any(|argument| argument == "all");
    println!(
        "| codes | profile | bare enum | ours | strum and num_enum |\n|---:|---|---:|---:|---:|"
    );
    for profile in ["dev", "release"] {
        for count in [76, 1_000, 5_000, 20_000] {
            let cells = [Contender::Bare, Contender::Ours, Contender::Peers].map(|contender| {
                let is_skipped = contender == Contender::Peers && count > 5_000 && !is_patient;
                if is_skipped { "–".to_owned() } else { measure(contender, count, profile) }
            });
            println!("| {count} | {profile} | {} |", cells.join(" | "));
        }
    }
    ExitCode::SUCCESS
}

/// In the place of rustc: does as it does, and notes time and memory.
fn compile(result: &Path) -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let rustc = arguments.next().unwrap_or_default();
    let arguments: Vec<OsString> = arguments.collect();
    let start = Instant::now();
    let mut child = Command::new(rustc).args(&arguments).spawn().expect("rustc starts");
    let status = Path::new("/proc").join(child.id().to_string()).join("status");
    let mut peak = 0;
    let exit = loop {
        peak = peak.max(peak_memory(&status));
        match child.try_wait().expect("rustc is waited for") {
            Some(exit) => break exit,
            None => thread::sleep(Duration::from_millis(2)),
        }
    };
    if arguments.iter().any(|argument| argument == "measured") {
        let text = format!("{} {peak}", start.elapsed().as_secs_f64());
        fs::write(result, text).expect("the result is written");
    }
    if exit.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The most memory that a process has had, in KiB; zero where that is not told.
fn peak_memory(status: &Path) -> u64 {
    let status = fs::read_to_string(status).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

#[derive(Clone, Copy, PartialEq)]
enum Contender {
    Bare,
    Ours,
    Peers,
}

fn source(contender: Contender, count: usize) -> String {
    let (imports, derives) = match contender {
        Contender::Bare => ("", ""),
        Contender::Ours => {
            ("use jmessage_codes::ErrorCatalog;", ", ErrorCatalog)]\n#[catalog(column(zh: &str)")
        }
        Contender::Peers => (
            "use num_enum::{IntoPrimitive, TryFromPrimitive};\n\
             use strum::{EnumMessage, FromRepr, VariantArray};",
            ", EnumMessage, FromRepr, VariantArray, IntoPrimitive, TryFromPrimitive)]\n#[repr(u32",
        ),
    };
    let mut source =
        format!("{imports}\n#[derive(Clone, Copy, PartialEq, Eq{derives})]\npub enum Catalog {{\n");
    for (number, row) in table(count).into_iter().enumerate() {
        let (code, name, message, description) = (row.code, row.name, row.message, row.description);
        let row = match contender {
            Contender::Bare => name,
            Contender::Ours => format!(
                "#[code({code}, {message:?}, {description:?}, zh = \"第{number}个\")] {name}"
            ),
            Contender::Peers => format!(
                "#[strum(message = {message:?}, detailed_message = {description:?}, \
                 props(zh = \"第{number}个\"))] {name} = {code}"
            ),
        };
        let _ = writeln!(source, "    {row},");
    }
    source.push_str("}\n");
    source
}

/// The median time and the peak memory of some builds.
fn measure(contender: Contender, count: usize, profile: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let project = root.join("target/compile-time");
    write_project(&root, &project);
    let result = project.join("result");
    let mut results: Vec<(f64, u64)> = Vec::new();
    for _ in 0..ROUNDS {
        fs::write(project.join("src/lib.rs"), source(contender, count))
            .expect("the crate is written");
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--profile", profile]).current_dir(&project);
        cargo.env("RUSTC_WRAPPER", env::current_exe().expect("this program has a path"));
        cargo
            .env("RUSTFLAGS", "--cap-lints=allow")
            .env("CARGO_INCREMENTAL", "0")
            .env(RESULT, &result);
        cargo.env_remove("CARGO_TARGET_DIR");
        assert!(cargo.status().expect("cargo starts").success(), "the crate is compiled");
        let text = fs::read_to_string(&result).expect("the result is read");
        let (seconds, peak) = text.split_once(' ').expect("time and memory");
        results.push((seconds.parse().unwrap_or(0.0), peak.parse().unwrap_or(0)));
    }
    results.sort_by(|(one, _), (two, _)| one.total_cmp(two));
    let (seconds, _) = results[ROUNDS / 2];
    let peak = results.iter().map(|(_, peak)| *peak).max().unwrap_or(0);
    format!("{seconds:.2} s, {} MB", peak / 1_000)
}

/// A package of its own, with the versions that are locked for this one.
fn write_project(root: &Path, project: &Path) {
    fs::create_dir_all(project.join("src")).expect("a directory is made");
    fs::copy(root.join("Cargo.lock"), project.join("Cargo.lock")).expect("the versions are copied");
    let manifest = "[package]\nname = \"measured\"\nedition = \"2024\"\n\n[workspace]\n\n\
        [dependencies]\n\
        jmessage-codes = { path = \"../../jmessage-codes\", default-features = false }\n\
        num_enum = \"0.7\"\nstrum = { version = \"0.28\", features = [\"derive\"] }\n";
    fs::write(project.join("Cargo.toml"), manifest).expect("the manifest is written");
}
