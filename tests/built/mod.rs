//! Builds the examples with the features and the profile of the test that asks, so that cargo
//! builds nothing a second time.

use std::path::PathBuf;
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
        .current_dir(env!("CARGO_MANIFEST_DIR"))
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

fn features() -> &'static [&'static str] {
    match (cfg!(feature = "serde"), cfg!(feature = "tests"), cfg!(feature = "utoipa")) {
        (_, _, true) => &["--all-features"],
        (true, true, false) => &["--features=serde,tests"],
        (true, false, false) => &["--features=serde"],
        (false, true, false) => &["--features=tests"],
        (false, false, false) => &[],
    }
}
