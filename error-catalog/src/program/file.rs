//! Prints text, and writes files: whole or not at all, and never over a change that was not read.

mod lock;
mod replace;

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use self::lock::{Locked, unsteady};
use super::color;
use super::failure::Failure;

/// How often a file may change while someone works on it.
const TRIES: usize = 10;

/// Prints to standard output. A reader that closes the pipe early, such as `head`, is not
/// an error.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::document(error)),
        _ => Ok(()),
    }
}

/// Prints a line to standard error.
pub(crate) fn report(line: &str) {
    let _ = writeln!(io::stderr(), "{}", color::line(line));
}

/// Replaces the text of a file with the one that `compute` makes of it, and returns the other
/// result of `compute`.
///
/// Two programs that change a file at the same time wait for each other. If anyone else changes
/// it, `compute` starts again from the new text. A change is lost only if an editor saves it
/// between the last comparison and the replacement, which are two system calls.
pub(crate) fn change<T>(
    path: &Path,
    mut compute: impl FnMut(&str) -> Result<(String, T), Failure>,
) -> Result<T, Failure> {
    let failure = in_file(path);
    let file = match Target::of(path).map_err(failure)? {
        Target::File(file) => file,
        Target::New(_) => return Err(failure(io::ErrorKind::NotFound.into())),
        _ => return Err(failure(io::Error::other("this is not a file"))),
    };
    for _ in 0..TRIES {
        let mut locked = Locked::open(&file, || waiting(path)).map_err(failure)?;
        let before = locked.read().map_err(failure)?;
        let text = str::from_utf8(&before).map_err(|_| failure(not_utf8()))?;
        let (after, outcome) = compute(text)?;
        if after == text || locked.replace(&before, &after).map_err(failure)? {
            return Ok(outcome);
        }
    }
    Err(failure(unsteady()))
}

/// The result of [`create`].
#[derive(PartialEq)]
pub(crate) enum Created {
    /// The file has the text now.
    Written,
    /// The file had the text already.
    Already,
    /// The text went to a device or a pipe, not to a file.
    Sent,
}

/// Writes a new file. Overwrites one with another text only by force; otherwise, `instead` says
/// what to do.
pub(crate) fn create(
    path: &Path,
    text: &str,
    is_forced: bool,
    instead: &str,
) -> Result<Created, Failure> {
    let failure = in_file(path);
    for _ in 0..TRIES {
        let file = match Target::of(path).map_err(failure)? {
            Target::File(file) => file,
            Target::New(file) => match replace::create(&file, text) {
                // Someone else created it first.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                done => return done.map(|()| Created::Written).map_err(failure),
            },
            other => return other.send(text).map(|()| Created::Sent).map_err(failure),
        };
        let mut locked = Locked::open(&file, || waiting(path)).map_err(failure)?;
        let before = locked.read().map_err(failure)?;
        if before == text.as_bytes() {
            return Ok(Created::Already);
        }
        if !is_forced && !before.is_empty() {
            let shown = path.display();
            return Err(Failure::usage(format!("{shown} already exists; {instead}")));
        }
        if locked.replace(&before, text).map_err(failure)? {
            return Ok(Created::Written);
        }
    }
    Err(failure(unsteady()))
}

/// Writes the file if one is named, whatever it contains; otherwise prints.
pub(crate) fn put(path: Option<&Path>, text: &str) -> Result<(), Failure> {
    let Some(path) = path else { return print(text) };
    let written = Target::of(path).and_then(|target| match target {
        Target::File(file) | Target::New(file) => replace::replace(&file, text),
        other => other.send(text),
    });
    written.map_err(in_file(path))
}

/// Fails if an output file is the input, which would be lost.
pub(crate) fn require_other(input: &Path, output: Option<&Path>) -> Result<(), Failure> {
    match output.filter(|output| is_same(input, output)) {
        Some(output) => {
            let shown = output.display();
            Err(Failure::usage(format!("{shown} is the input; choose another file to write")))
        }
        None => Ok(()),
    }
}

/// Whether both paths lead to one file, whatever links are on the way.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
    same_file::is_same_file(one, other).unwrap_or(false)
}

/// The target of a path.
enum Target {
    /// A file, with its path without links, so that links to it are kept when it is replaced.
    File(PathBuf),
    /// Nothing yet.
    New(PathBuf),
    /// Standard output. If it is a file, a shell has opened it, perhaps to append to it.
    Stdout,
    /// A device or a pipe.
    Special(PathBuf),
}

impl Target {
    fn of(path: &Path) -> io::Result<Self> {
        let fail = |kind, problem: &str| Err(io::Error::new(kind, problem));
        if ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]
            .iter()
            .any(|name| path.as_os_str() == *name)
        {
            return Ok(Self::Stdout);
        }
        let Ok(resolved) = fs::canonicalize(path) else {
            if path.is_symlink() {
                return fail(io::ErrorKind::NotFound, "this link does not lead to a file");
            }
            return Ok(Self::New(path.to_owned()));
        };
        let metadata = fs::metadata(&resolved)?;
        if metadata.is_dir() {
            fail(io::ErrorKind::IsADirectory, "this is not a file")
        } else if !metadata.is_file() {
            Ok(Self::Special(resolved))
        } else if metadata.permissions().readonly() {
            fail(io::ErrorKind::PermissionDenied, "this file is read-only")
        } else {
            Ok(Self::File(resolved))
        }
    }

    /// Writes to a target that is not a file.
    fn send(self, text: &str) -> io::Result<()> {
        match self {
            Self::Special(path) => {
                OpenOptions::new().write(true).open(path)?.write_all(text.as_bytes())
            }
            _ => io::stdout().write_all(text.as_bytes()),
        }
    }
}

fn in_file(path: &Path) -> impl Fn(io::Error) -> Failure + Copy {
    move |error| Failure::usage(format!("{}: {error}", path.display()))
}

fn not_utf8() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "this file is not UTF-8")
}

/// Explains a pause.
fn waiting(path: &Path) {
    report(&format!("{}: waiting for another update", path.display()));
}
