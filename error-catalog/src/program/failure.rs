//! Errors of the program, each with its exit status.

use std::error::Error;
use std::io::{self, Write};
use std::iter;
use std::path::Path;

use error_catalog::{CheckError, ImportError, NotAccepted, ReadError, SettingError, UpdateError};

use super::color;

/// An error, and the status with which the program ends.
pub(crate) struct Failure {
    error: Box<dyn Error>,
    status: u8,
}

impl Failure {
    /// The document, or what it describes, is at fault.
    pub(crate) fn document(error: impl Into<Box<dyn Error>>) -> Self {
        Self { error: error.into(), status: 1 }
    }

    /// The arguments are at fault, or a file cannot be read or written.
    pub(crate) fn usage(error: impl Into<Box<dyn Error>>) -> Self {
        Self { error: error.into(), status: 2 }
    }

    /// The error with the name of the source file, if it does not begin with a file.
    pub(crate) fn in_file(self, path: &Path) -> Self {
        let text = self.text();
        let shown = path.display();
        let named = text.split(':').next().unwrap_or_default();
        let begins_with_file = named == shown.to_string() || Path::new(named).exists();
        let error = if begins_with_file { text } else { format!("{shown}: {text}") };
        Self { error: error.into(), ..self }
    }

    /// The error with its sources.
    pub(crate) fn text(&self) -> String {
        let chain = iter::successors(Some(&*self.error), |error| (*error).source());
        chain.map(ToString::to_string).collect::<Vec<_>>().join(": ")
    }

    /// Prints the error, and returns the status.
    pub(crate) fn report(self) -> u8 {
        let _ = writeln!(io::stderr(), "{} {}", color::error(), self.text());
        self.status
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        use ReadError::{
            NeedsRegex, NoSuchHeading, NoSuchPointer, NoSuchTable, NoXlsx, UnknownFormat,
        };
        match error {
            NeedsRegex
            | NoXlsx
            | NoSuchHeading { .. }
            | NoSuchPointer { .. }
            | NoSuchTable { .. }
            | UnknownFormat => Self::usage(error),
            _ => Self::document(error),
        }
    }
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        use ImportError::{DoesNotFit, NoRow, NoSuchKind, SameNumber, Value};
        match error {
            DoesNotFit { .. } | NoRow | NoSuchKind { .. } | SameNumber { .. } | Value { .. } => {
                Self::document(error)
            }
            _ => Self::usage(error),
        }
    }
}

impl From<NotAccepted> for Failure {
    fn from(error: NotAccepted) -> Self {
        Self::document(error)
    }
}

impl From<SettingError> for Failure {
    fn from(error: SettingError) -> Self {
        Self::usage(error)
    }
}

impl From<CheckError> for Failure {
    fn from(error: CheckError) -> Self {
        if error.is_answer() { Self::document(error) } else { Self::usage(error) }
    }
}

impl From<UpdateError> for Failure {
    fn from(error: UpdateError) -> Self {
        match error {
            UpdateError::Import(_) | UpdateError::ManyRemoved(_) => Self::document(error),
            _ => Self::usage(error),
        }
    }
}
