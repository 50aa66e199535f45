//! A package that a bench writes and cargo compiles.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

/// The name of the package, and of its crate.
pub const NAME: &str = "measured";

const MANIFEST: &str = r#"
[package]
name = "measured"
edition = "2024"

[workspace]

[dependencies]
jmessage-codes = { path = "../../jmessage-codes", default-features = false }
num_enum = "0.7"
strum = { version = "0.28", features = ["derive"] }

[profile.release]
strip = true
"#;

/// A package in the workspace's `target` directory, with the versions of the
/// workspace's `Cargo.lock`.
pub struct Project {
    directory: PathBuf,
    source: &'static str,
}

impl Project {
    /// Writes the package. `source` is the path of its only source file, from
    /// which cargo knows whether it is a library or a program.
    ///
    /// # Errors
    ///
    /// Fails if a file cannot be written.
    pub fn new(name: &str, source: &'static str) -> io::Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
        let directory = root.join("target").join(name);
        fs::create_dir_all(directory.join("src"))?;
        fs::copy(root.join("Cargo.lock"), directory.join("Cargo.lock"))?;
        fs::write(directory.join("Cargo.toml"), MANIFEST)?;
        Ok(Self { directory, source })
    }

    /// The path of a file in the package.
    #[must_use]
    pub fn path(&self, file: &str) -> PathBuf {
        self.directory.join(file)
    }

    /// Builds this source; `configure` adds arguments and variables.
    ///
    /// # Errors
    ///
    /// Fails if the source cannot be written or compiled.
    pub fn build(&self, source: &str, configure: impl FnOnce(&mut Command)) -> io::Result<()> {
        fs::write(self.path(self.source), source)?;
        let mut cargo = Command::new(env!("CARGO"));
        // Warnings about the measured source do not matter; the rest keeps what
        // the user has configured from changing the figures.
        cargo.args(["build", "--quiet"]).current_dir(&self.directory);
        cargo.env("RUSTFLAGS", "-Awarnings").env("CARGO_INCREMENTAL", "0");
        cargo.env_remove("CARGO_TARGET_DIR");
        configure(&mut cargo);
        if cargo.status()?.success() {
            Ok(())
        } else {
            Err(io::Error::other(format!("cargo cannot build {}", self.directory.display())))
        }
    }
}
