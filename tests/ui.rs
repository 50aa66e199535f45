//! Every mistake in a table: a file for each, with the errors that rustc reports.
//!
//! `TRYBUILD=overwrite cargo test --features tests --test ui` updates the expected errors.
//!
//! trybuild enables no feature of the facade, whatever this test is compiled with.

use std::process::Command;

#[test]
fn mistakes() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*.rs");
    // rustc words the others, adds notes or chooses their places, which change between its
    // versions.
    if rustc_minor_version() >= Some(95) {
        cases.compile_fail("tests/ui/worded-with-rustc/*.rs");
    }
}

fn rustc_minor_version() -> Option<u32> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output().ok()?;
    let version = String::from_utf8(output.stdout).ok()?;
    version.split('.').nth(1)?.parse().ok()
}
