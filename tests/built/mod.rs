//! Builds the examples with the features and the profile of the test that asks, so that cargo
//! builds nothing a second time.
#![allow(unexpected_cfgs, reason = "the tests of the tool have other features")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds these examples, and returns the messages of cargo, each a line of JSON.
pub(crate) fn build(examples: &[&str]) -> String {
    let output = Command::new(std::env::var_os("CARGO").unwrap())
        .args(["build", "--quiet", "--message-format=json-render-diagnostics"])
        .args(examples.iter().map(|name| format!("--example={name}")))
        .args(features())
        .args((!cfg!(debug_assertions)).then_some("--release"))
        .arg("--target-dir")
        .arg(profile().parent().unwrap())
        .current_dir(workspace())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The folder of the profile, such as `target/debug`.
pub(crate) fn profile() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    // TARGET/PROFILE/deps/TEST
    test.ancestors().nth(2).unwrap().to_path_buf()
}

/// The nearest folder with a lock file.
fn workspace() -> &'static Path {
    let folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    folders.into_iter().find(|folder| folder.join("Cargo.lock").exists()).unwrap()
}

fn features() -> &'static [&'static str] {
    let has_all = cfg!(any(feature = "utoipa", feature = "xlsx"));
    match (has_all, cfg!(feature = "serde"), cfg!(feature = "tests")) {
        (true, ..) => &["--all-features"],
        (false, true, true) => &["--features=serde,tests"],
        (false, true, false) => &["--features=serde"],
        (false, false, true) => &["--features=tests"],
        (false, false, false) => &[],
    }
}
