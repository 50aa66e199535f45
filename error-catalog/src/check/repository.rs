//! Where a document that a comment names may be.
//!
//! A comment is only as trustworthy as its author, and a check prints lines of the document. A
//! comment can therefore name only files of its own repository, so that a stranger's branch
//! cannot make CI print any file of the machine.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Where git keeps files that are not part of the work tree, such as credentials.
const GIT: &str = ".git";

/// Why a recorded document is not read.
pub(super) enum Refused {
    /// It does not exist, or a link leads nowhere.
    Io(io::Error),
    /// It is not in this folder.
    Outside(PathBuf),
}

/// The path of a document without links, if it is in the repository of a source file's folder.
pub(super) fn inside(document: &Path, folder: &Path) -> Result<PathBuf, Refused> {
    let document = fs::canonicalize(document).map_err(Refused::Io)?;
    let root = root(folder).map_err(Refused::Io)?;
    match document.strip_prefix(&root) {
        Ok(rest) if rest.components().all(|part| part.as_os_str() != GIT) => Ok(document),
        _ => Err(Refused::Outside(root)),
    }
}

/// The nearest folder above that git knows; otherwise that of the cargo workspace, or of the
/// package. Without any of them, the working directory, if it is above; otherwise what is beside
/// the folder, as in `src/broker.rs` and `docs/errors.md`.
fn root(folder: &Path) -> io::Result<PathBuf> {
    let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let folder = fs::canonicalize(here)?;
    let find = |is: &dyn Fn(&Path) -> bool| folder.ancestors().find(|above| is(above));
    let working = std::env::current_dir().and_then(fs::canonicalize).ok();
    let root = find(&|above| above.join(GIT).exists())
        .or_else(|| find(&is_workspace))
        .or_else(|| find(&|above| above.join("Cargo.toml").is_file()))
        .or_else(|| find(&|above| working.as_deref() == Some(above)));
    let parent = folder.parent().filter(|above| above.parent().is_some());
    Ok(root.or(parent).unwrap_or(&folder).to_owned())
}

/// Whether this is the root of a cargo workspace.
fn is_workspace(folder: &Path) -> bool {
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
    manifest.lines().any(|line| {
        let line = line.trim();
        line.starts_with("[workspace]") || line.starts_with("[workspace.")
    })
}
