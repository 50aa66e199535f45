//! Why enums cannot be compared with their documents.

use std::fmt::Write;
use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::read::ReadError;
use crate::settings::{NotAccepted, RecordError, SettingError};
use crate::source::{ImportError, NoSuchEnum, SourceError};

/// Why the enums of a source file cannot be compared with their documents.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CheckError {
    /// A file cannot be read.
    #[error("{}: {error}", path.display())]
    #[non_exhaustive]
    Io {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        error: io::Error,
    },
    /// The source file has mistakes.
    #[error("{}", error.in_file(path.display()))]
    #[non_exhaustive]
    Source {
        /// The source file.
        path: PathBuf,
        /// The mistakes.
        error: SourceError,
    },
    /// The file has no such enum.
    #[error(transparent)]
    NoSuchEnum(#[from] NoSuchEnum),
    /// No enum says from which document it was made.
    #[error(
        "no enum has a comment that names its document, as `import` writes it; name the \
         document and the enum"
    )]
    NoRecord,
    /// The document of the record came from standard input.
    #[error("the enum was made from standard input; name the document")]
    NoDocument,
    /// The comment above an enum cannot be read.
    #[error("the comment above the enum in line {line} cannot be read: {error}")]
    #[non_exhaustive]
    Record {
        /// The line of the enum.
        line: usize,
        /// What is wrong.
        error: RecordError,
    },
    /// An option does not go with the document.
    #[error(transparent)]
    Setting(#[from] SettingError),
    /// The document cannot be read.
    #[error("{}: {error}", path.display())]
    #[non_exhaustive]
    Read {
        /// The document.
        path: PathBuf,
        /// What is wrong.
        error: ReadError,
    },
    /// An import could not write the document.
    #[error("{}: {error}", path.display())]
    #[non_exhaustive]
    Import {
        /// The document.
        path: PathBuf,
        /// What is wrong.
        error: ImportError,
    },
    /// The document has other findings than are accepted.
    #[error("{}", findings(path, error))]
    #[non_exhaustive]
    Findings {
        /// The document.
        path: PathBuf,
        /// The findings.
        error: NotAccepted,
    },
}

/// The error, then a line for each finding.
fn findings(path: &std::path::Path, error: &NotAccepted) -> String {
    let mut lines = String::new();
    for finding in &error.findings {
        let _ = write!(lines, "\n  {}", finding.in_file(path.display()));
    }
    format!("{}: {error}{lines}", path.display())
}
