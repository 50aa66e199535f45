//! The enums of a source file, compared with the documents that they were made from.

mod error;
mod repository;
mod tracked;

use std::io;
use std::path::{Path, PathBuf};

pub use self::error::CheckError;
pub use self::tracked::Tracked;
use crate::compare::Difference;
use crate::max_size::MaxSize;
use crate::settings::Settings;
use crate::source::SourceFile;

/// The test that the enums of a source file are what their documents say: one line that
/// needs no compiled catalog.
///
/// The comment above each enum says which document it is and how it is read. Relative
/// paths start at the folder of the package, as in every test.
///
/// # Panics
///
/// If an enum and its document differ, with a line for each difference, or if the document
/// has findings that are not accepted. See [`Check`] for differences that are intended.
///
/// ```no_run
/// error_catalog::assert_up_to_date("src/broker.rs");
/// ```
#[track_caller]
pub fn assert_up_to_date(source: impl AsRef<Path>) {
    Check::new(source.as_ref()).assert();
}

/// Compares the enums of a source file with the documents that they were made from.
///
/// ```no_run
/// use error_catalog::Check;
///
/// Check::new("src/broker.rs")
///     // We say it better. If the vendor changes the text again, this fails again.
///     .intended(r#"the message of 7 `Jammed` is "door jamed" now, was "door jammed""#)
///     .assert();
/// ```
#[derive(Clone, Debug)]
pub struct Check {
    source: PathBuf,
    name: Option<String>,
    document: Option<PathBuf>,
    settings: Settings,
    intended: Vec<String>,
}

/// What a [`Check`] found.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Checked {
    /// A line for each difference that is not intended: `FILE:LINE: …`.
    pub differences: Vec<String>,
    /// The intended differences that are no more.
    pub gone: Vec<String>,
}

impl Check {
    /// Checks every enum in a source file whose comment names its document.
    #[must_use]
    pub fn new(source: impl Into<PathBuf>) -> Self {
        Self {
            source: source.into(),
            name: None,
            document: None,
            settings: Settings::default(),
            intended: Vec::new(),
        }
    }

    /// Checks only the enum of this name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Reads this document, wherever it is, and not the one that the comment names.
    #[must_use]
    pub fn document(mut self, document: impl Into<PathBuf>) -> Self {
        self.document = Some(document.into());
        self
    }

    /// Sets how documents are read, over what the comment says.
    #[must_use]
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// Accepts a difference, given as the text that [`assert`](Self::assert) shows behind
    /// its place. If the difference is gone some day, the check fails.
    #[must_use]
    pub fn intended(mut self, difference: impl Into<String>) -> Self {
        self.intended.push(difference.into());
        self
    }

    /// Runs the check.
    ///
    /// # Errors
    ///
    /// [`CheckError`] if a file cannot be read, or if a document has findings that are not
    /// accepted.
    pub fn run(&self) -> Result<Checked, CheckError> {
        let io = |error| CheckError::Io { path: self.source.clone(), error };
        let source = MaxSize::default().read_file(&self.source).map_err(io)?;
        let not_utf8 = || io::Error::new(io::ErrorKind::InvalidData, "this file is not UTF-8");
        let source = String::from_utf8(source).map_err(|_| io(not_utf8()))?;
        let file = SourceFile::parse(source)
            .map_err(|error| CheckError::Source { path: self.source.clone(), error })?;
        let tracked = Tracked::all(
            &file,
            &self.source,
            self.name.as_deref(),
            self.document.as_deref(),
            &self.settings,
        )?;
        let mut gone = self.intended.clone();
        let mut differences = Vec::new();
        for each in tracked {
            for difference in each.differences() {
                match gone.iter().position(|intended| *intended == difference.text()) {
                    Some(place) => drop(gone.remove(place)),
                    None => differences.push(self.line(&difference, &each)),
                }
            }
        }
        Ok(Checked { differences, gone })
    }

    fn line(&self, difference: &Difference, tracked: &Tracked) -> String {
        difference.in_files(tracked.document.display(), self.source.display())
    }

    /// Runs the check as a test.
    ///
    /// # Panics
    ///
    /// If there is a difference that is not intended, or none that is, or a
    /// [`CheckError`].
    #[track_caller]
    pub fn assert(&self) {
        let source = self.source.display();
        let Checked { differences, gone } =
            self.run().unwrap_or_else(|error| panic!("cannot check {source}: {error}"));
        let gone = gone.iter().map(|line| format!("intended, but no longer so: {line}"));
        let lines: Vec<String> = differences.into_iter().chain(gone).collect();
        assert!(
            lines.is_empty(),
            "{source} is not what its document says; run `error-catalog update {source}`:\n  {}",
            lines.join("\n  ")
        );
    }
}
