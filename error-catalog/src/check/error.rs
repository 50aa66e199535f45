//! Why enums cannot be compared with their documents.

use std::path::{Path, PathBuf};
use std::{io, iter};

use thiserror::Error;

use super::git::RevisionError;
use crate::read::{Finding, ReadError};
use crate::settings::record::RecordError;
use crate::settings::{MissedLines, NotAccepted, SettingError};
use crate::source::{ImportError, NoSuchEnum, SourceError};
use crate::visible;

/// Why the enums of a source file cannot be compared with their documents.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CheckError {
    /// A file cannot be read.
    #[error("{}: {error}", file(path))]
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
    /// No file has an enum, or an enum of this name.
    #[error("no enum{} derives ErrorCatalog in these files", called(name.as_deref()))]
    #[non_exhaustive]
    NoEnum {
        /// The name that was asked for.
        name: Option<String>,
    },
    /// There is no older version of the source.
    #[error(transparent)]
    Revision(#[from] RevisionError),
    /// No enum says which document it was made from.
    #[error(
        "no enum has a comment that names its document, as `import` writes it; name the \
         document and the enum"
    )]
    NoRecord,
    /// A comment names a document, but no enum that could be read is below it.
    #[error(
        "{}:{line}: this comment names a document, but the next item is not an enum that derives \
         ErrorCatalog; move it above its enum, or remove it (an enum that a macro writes cannot be \
         read)",
        file(path)
    )]
    #[non_exhaustive]
    NoEnumBelow {
        /// The source file.
        path: PathBuf,
        /// The line of the comment.
        line: usize,
    },
    /// Options were given for several enums, or a document for enums of several documents.
    #[error(
        "{} have documents or options of their own; name the enum that this document or these \
         options are for", enums.join(", ")
    )]
    #[non_exhaustive]
    SeveralEnums {
        /// The names of the enums.
        enums: Vec<String>,
    },
    /// The document of the record came from standard input.
    #[error("the enum was made from standard input; name the document")]
    NoDocument,
    /// The document of the record is not in the repository of the source file, with links
    /// resolved, or it is git's own.
    #[error(
        "{}: the comment above the enum names this document, but it is outside the repository \
         {}; to read it, name the document yourself, on the command line or with `Check::document`",
        file(path),
        file(repository)
    )]
    #[non_exhaustive]
    Outside {
        /// The document.
        path: PathBuf,
        /// The folder of the repository, or of the cargo workspace.
        repository: PathBuf,
    },
    /// The comment above an enum cannot be read.
    #[error("the comment above the enum in line {line} cannot be read: {error}")]
    #[non_exhaustive]
    Record {
        /// The line of the enum.
        line: usize,
        /// What is wrong.
        error: RecordError,
    },
    /// An option does not fit the document.
    #[error(transparent)]
    Setting(#[from] SettingError),
    /// The document cannot be read.
    #[error("{}: {error}", file(path))]
    #[non_exhaustive]
    Read {
        /// The document.
        path: PathBuf,
        /// What is wrong.
        error: ReadError,
    },
    /// An import could not write the document.
    #[error("{}: {error}", file(path))]
    #[non_exhaustive]
    Import {
        /// The document.
        path: PathBuf,
        /// What is wrong.
        error: ImportError,
    },
    /// The document has headings, but no row with a code.
    #[error("{}: the tables have no rows, so this is not a catalog", file(path))]
    #[non_exhaustive]
    NoRow {
        /// The document.
        path: PathBuf,
    },
    /// The lines that look like rows but are in no match are not those that are accepted.
    #[error("{}: {error}", file(path))]
    #[non_exhaustive]
    Missed {
        /// The document.
        path: PathBuf,
        /// The lines.
        error: MissedLines,
    },
    /// The findings of the document are not those that are accepted.
    #[error("{}", findings(path, error))]
    #[non_exhaustive]
    Findings {
        /// The document.
        path: PathBuf,
        /// The findings.
        error: NotAccepted,
    },
    /// The document does not fit the options in the comment above the enum.
    #[error("{}", recorded(error, path, *line))]
    #[non_exhaustive]
    Recorded {
        /// The source file.
        path: PathBuf,
        /// The line of the comment.
        line: usize,
        /// What is wrong.
        error: Box<CheckError>,
    },
}

impl CheckError {
    /// Whether the document could be read, but an import would not accept it. The program exits
    /// with 1 for such an error, and with 2 for any other.
    ///
    /// ```
    /// use error_catalog::Check;
    ///
    /// let error = Check::new("src/missing.rs").run().err().ok_or("checked")?;
    /// assert!(!error.is_answer());
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn is_answer(&self) -> bool {
        match self {
            Self::Read { error, .. } => !error.is_unreadable(),
            Self::Recorded { error, .. } => error.is_answer(),
            Self::Import { .. }
            | Self::NoRow { .. }
            | Self::Missed { .. }
            | Self::Findings { .. } => true,
            _ => false,
        }
    }

    /// The error with the place of the comment whose options the document may no longer fit.
    pub(super) fn recorded(self, place: Option<&(PathBuf, usize)>) -> Self {
        let is_of_options = match &self {
            Self::Read { error, .. } => !error.is_unreadable(),
            Self::Import { .. }
            | Self::Missed { .. }
            | Self::Findings { .. }
            | Self::Setting(_) => true,
            _ => false,
        };
        match place.filter(|_| is_of_options) {
            Some((path, line)) => {
                Self::Recorded { path: path.clone(), line: *line, error: Box::new(self) }
            }
            None => self,
        }
    }
}

/// The error, then a line for each finding.
fn findings(path: &Path, error: &NotAccepted) -> String {
    let lines = Finding::lines(&error.findings, path.display());
    let first = format!("{}: {error}", file(path));
    iter::once(first).chain(lines).collect::<Vec<_>>().join("\n  ")
}

/// The error, whose first line says where the options are.
fn recorded(error: &CheckError, path: &Path, line: usize) -> String {
    let text = error.to_string();
    let (first, rest) = text.split_at(text.find('\n').unwrap_or(text.len()));
    let path = file(path);
    format!(
        "{first}; the options are in {path}:{line}; if the document is right, change them there{rest}"
    )
}

fn called(name: Option<&str>) -> String {
    name.map(|name| format!(" called `{name}`")).unwrap_or_default()
}

/// A path in a message. A comment can name any path.
fn file(path: &Path) -> String {
    visible::line(&path.to_string_lossy())
}
