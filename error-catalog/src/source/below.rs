//! The source files below a folder.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::parse::SourceFile;

impl SourceFile {
    /// The files of Rust below a folder, in the order of their names. Files in hidden folders and
    /// in `target` are left out, and so are links, since their targets would be there twice.
    ///
    /// # Errors
    ///
    /// If a folder cannot be read.
    ///
    /// ```
    /// use error_catalog::SourceFile;
    ///
    /// let files = SourceFile::below("src")?;
    /// assert!(files.contains(&"src/lib.rs".into()));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn below(folder: impl AsRef<Path>) -> io::Result<Vec<PathBuf>> {
        let is_kept = |entry: &DirEntry| {
            entry.depth() == 0 || !is_left_out(entry.file_name(), entry.file_type().is_dir())
        };
        let mut files = Vec::new();
        for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(is_kept) {
            let entry = entry?;
            if is_rust(entry.path()) && entry.file_type().is_file() {
                files.push(entry.into_path());
            }
        }
        Ok(files)
    }
}

/// Whether [`SourceFile::below`] finds a file with this path from its folder.
pub(crate) fn is_below(path: &Path) -> bool {
    let is_out =
        |name: Option<&OsStr>, is_folder| name.is_some_and(|it| is_left_out(it, is_folder));
    let mut folders = path.ancestors().skip(1).map(Path::file_name);
    is_rust(path) && !is_out(path.file_name(), false) && !folders.any(|name| is_out(name, true))
}

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

/// Whether it is hidden, or cargo's output.
fn is_left_out(name: &OsStr, is_folder: bool) -> bool {
    name.to_string_lossy().starts_with('.') || is_folder && name == "target"
}
