//! Prints text, or writes a file whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

use super::failure::Failure;

/// Prints to standard output. A reader that closes the pipe early, such as `head`, is not
/// an error.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::document(error)),
        _ => Ok(()),
    }
}

/// Writes the file if one is named, and otherwise prints.
pub(crate) fn put(path: Option<&Path>, text: &str) -> Result<(), Failure> {
    path.map_or_else(|| print(text), |path| write(path, text))
}

/// Prints a line to standard error.
pub(crate) fn report(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Writes a file. Until all of it is written, the file is as it was before; what links
/// to it still does, and it keeps its permissions.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let failure = |error| Failure::usage(format!("{}: {error}", path.display()));
    replace(path, text).map_err(failure)
}

/// Fails if an output file is the input, which would be lost.
pub(crate) fn require_other(input: &Path, output: Option<&Path>) -> Result<(), Failure> {
    let same = |output: &&Path| {
        fs::canonicalize(input).ok().zip(fs::canonicalize(output).ok()).is_some_and(|(a, b)| a == b)
    };
    match output.filter(same) {
        Some(output) => {
            let shown = output.display();
            Err(Failure::usage(format!("{shown} is what is read; choose another file to write")))
        }
        None => Ok(()),
    }
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    let fail = |kind, problem: &str| Err(io::Error::new(kind, problem));
    let path = match fs::canonicalize(path) {
        Ok(path) => path,
        Err(_) if path.is_symlink() => {
            return fail(io::ErrorKind::NotFound, "this link leads to no file");
        }
        Err(_) => path.to_owned(),
    };
    match fs::metadata(&path) {
        Ok(metadata) if metadata.is_dir() => {}
        // A device or a pipe.
        Ok(metadata) if !metadata.is_file() => {
            return OpenOptions::new().write(true).open(path)?.write_all(text.as_bytes());
        }
        Ok(metadata) if metadata.permissions().readonly() => {
            return fail(io::ErrorKind::PermissionDenied, "this file is read-only");
        }
        _ => {}
    }
    let new = beside(&path)?;
    let written = write_new(&new, &path, text).and_then(|()| fs::rename(&new, &path));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written
}

fn write_new(new: &Path, old: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create_new(new)?;
    file.write_all(text.as_bytes())?;
    if let Ok(metadata) = fs::metadata(old) {
        file.set_permissions(metadata.permissions())?;
    }
    file.sync_all()
}

/// A name for the new file in the same folder, since only there it can take the place
/// of the old one in a single step.
fn beside(path: &Path) -> io::Result<PathBuf> {
    let is_folder = || io::Error::new(io::ErrorKind::InvalidInput, "this is not a file");
    let name = path.file_name().filter(|_| !path.is_dir()).ok_or_else(is_folder)?;
    let mut new = std::ffi::OsString::from(".");
    new.push(name);
    new.push(format!(".{}.new", process::id()));
    Ok(path.with_file_name(new))
}
