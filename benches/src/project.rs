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
jmessage-codes = { path = "FACADE", default-features = false }
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
        Self::with(name, source, &root()?)
    }

    /// The same with this crate as it was at a revision of the repository.
    ///
    /// # Errors
    ///
    /// Fails if git does not know the revision, or a file cannot be written.
    pub fn at(revision: &str, name: &str, source: &'static str) -> io::Result<Self> {
        let directory = root()?.join("target").join(format!("{name}-sources"));
        if directory.exists() {
            fs::remove_dir_all(&directory)?;
        }
        let index = directory.with_extension("index");
        for arguments in [&["read-tree", revision][..], &["checkout-index", "--all"]] {
            let mut git = Command::new("git");
            git.arg("--work-tree").arg(&directory).args(arguments);
            fs::create_dir_all(&directory)?;
            git.current_dir(root()?).env("GIT_INDEX_FILE", &index);
            if !git.status()?.success() {
                return Err(io::Error::other(format!("git cannot check out {revision}")));
            }
        }
        Self::with(name, source, &directory)
    }

    /// With the facade in this workspace.
    fn with(name: &str, source: &'static str, workspace: &Path) -> io::Result<Self> {
        let root = root()?;
        let directory = root.join("target").join(name);
        fs::create_dir_all(directory.join("src"))?;
        fs::copy(root.join("Cargo.lock"), directory.join("Cargo.lock"))?;
        let facade = workspace.join("jmessage-codes").display().to_string();
        fs::write(directory.join("Cargo.toml"), MANIFEST.replace("FACADE", &facade))?;
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

/// The root of the workspace.
fn root() -> io::Result<PathBuf> {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()
}
