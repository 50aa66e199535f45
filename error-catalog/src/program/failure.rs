//! Errors of the program, each with its exit status.

use std::error::Error;
use std::io::{self, Write};
use std::iter;
use std::process::ExitCode;

use error_catalog::{CheckError, ImportError, NotAccepted, ReadError, SettingError};

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

    /// The same error, with the status of wrong use: 1 has another meaning.
    pub(crate) fn into_usage(self) -> Self {
        Self { status: 2, ..self }
    }

    /// Prints the error with its sources, and returns the status.
    pub(crate) fn report(self) -> ExitCode {
        let chain = iter::successors(Some(&*self.error), |error| (*error).source());
        let chain: Vec<String> = chain.map(ToString::to_string).collect();
        let _ = writeln!(io::stderr(), "error: {}", chain.join(": "));
        ExitCode::from(self.status)
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

impl From<CheckError> for Failure {
    fn from(error: CheckError) -> Self {
        match error {
            CheckError::Findings { .. } => Self::document(error),
            _ => Self::usage(error),
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
