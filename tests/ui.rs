//! Every mistake in a table, each in a file of its own, with the errors that
//! rustc then shows.
//!
//! `TRYBUILD=overwrite cargo test --test ui` writes the expected texts anew.

use std::process::Command;

#[test]
fn mistakes() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*.rs");
    if rustc_minor_version() >= Some(95) {
        // The notes around the derive's words are rustc's and change with it.
        cases.compile_fail("tests/ui/worded-with-rustc/*.rs");
    }
    if cfg!(not(feature = "serde")) {
        cases.compile_fail("tests/ui/without-serde/*.rs");
    }
}

fn rustc_minor_version() -> Option<u32> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output().ok()?;
    let version = String::from_utf8(output.stdout).ok()?;
    version.split('.').nth(1)?.parse().ok()
}
