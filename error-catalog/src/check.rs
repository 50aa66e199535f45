//! The enums of a source file, compared with the documents that they were made from.

mod error;
mod repository;
mod tracked;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

pub use self::error::CheckError;
pub use self::tracked::Tracked;
use crate::compare::Difference;
use crate::max_size::MaxSize;
use crate::settings::Settings;
use crate::source::SourceFile;
use crate::table::Row;
use crate::update::ManyRemoved;

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
    /// The differences that are not intended.
    pub differences: Vec<Located>,
    /// The intended differences that are no more.
    pub gone: Vec<String>,
    /// The documents that no longer list more of the variants than an update retires: they may be
    /// cut, or the wrong ones.
    pub cut: Vec<String>,
    /// The columns of documents that are new, which are no differences.
    pub new_columns: Vec<String>,
}

/// A difference with its place. Displays as `FILE:LINE: …`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Located {
    /// The document, or the source file if only that has the row.
    pub path: PathBuf,
    /// The line in that file, counted from 1; `None` if it is about all of the file.
    pub line: Option<usize>,
    /// The name of the enum.
    pub enum_name: String,
    /// The difference.
    pub difference: Difference,
}

impl fmt::Display for Located {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        formatter.write_str(&self.difference.in_files(&path, &path))
    }
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
        let mut checked = Checked {
            differences: Vec::new(),
            gone: self.intended.clone(),
            cut: Vec::new(),
            new_columns: Vec::new(),
        };
        for each in tracked {
            let differences = each.differences()?;
            checked.cut.extend(self.cut(&each, &differences));
            checked.new_columns.extend(each.new_columns());
            for difference in differences {
                match checked.gone.iter().position(|intended| *intended == difference.text()) {
                    Some(place) => drop(checked.gone.remove(place)),
                    None => checked.differences.push(self.locate(difference, &each)),
                }
            }
        }
        Ok(checked)
    }

    fn locate(&self, difference: Difference, tracked: &Tracked) -> Located {
        let is_in_document = difference.new.is_some() || difference.old.is_none();
        let row = if is_in_document { &difference.new } else { &difference.old };
        Located {
            path: if is_in_document { tracked.document.clone() } else { self.source.clone() },
            line: row.as_ref().and_then(Row::line),
            enum_name: tracked.source.name().to_owned(),
            difference,
        }
    }

    fn cut(&self, tracked: &Tracked, differences: &[Difference]) -> Option<String> {
        let ManyRemoved { removed, all } = ManyRemoved::find(tracked.source, differences)?;
        let (source, document) = (self.source.display(), tracked.document.display());
        let name = tracked.source.name();
        Some(format!(
            "{source}: {document} no longer lists {removed} of {all} variants of `{name}`; is it \
             whole, and is it the right one?"
        ))
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
        let Checked { differences, gone, cut, .. } =
            self.run().unwrap_or_else(|error| panic!("cannot check {source}: {error}"));
        let gone = gone.iter().map(|line| format!("intended, but no longer so: {line}"));
        let differences = differences.iter().map(Located::to_string);
        let lines: Vec<String> = differences.chain(gone).chain(cut).collect();
        assert!(
            lines.is_empty(),
            "{source} is not what its document says; run `error-catalog update {source}`:\n  {}",
            lines.join("\n  ")
        );
    }
}
