//! The result of a check.

use std::fmt;
use std::path::PathBuf;

use crate::compare::{Change, Difference};
use crate::visible;

/// What a [`Check`](crate::Check) found.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Checked {
    /// The differences that are neither intended nor of an allowed class.
    pub differences: Vec<Located>,
    /// The differences from an older version that are of an allowed class.
    pub allowed: Vec<Located>,
    /// The intended differences that no longer exist.
    pub gone: Vec<Intended>,
    /// The documents that lack so many of the codes that an update would refuse them: they may be
    /// truncated, or the wrong ones. Lines for people, whose wording may change.
    pub cut: Vec<String>,
    /// The new columns of documents, which are not differences. Lines for people, whose wording may
    /// change.
    pub new_columns: Vec<String>,
    /// The codes in the text of documents that neither their tables nor the enums have, which are
    /// not differences. Lines for people, whose wording may change.
    pub mentions: Vec<String>,
}

impl Checked {
    pub(super) fn new() -> Self {
        Self {
            differences: Vec::new(),
            allowed: Vec::new(),
            gone: Vec::new(),
            cut: Vec::new(),
            new_columns: Vec::new(),
            mentions: Vec::new(),
        }
    }

    /// Adds a difference from an older version.
    pub(super) fn add(&mut self, difference: Located, is_allowed: bool) {
        let found = if is_allowed { &mut self.allowed } else { &mut self.differences };
        found.push(difference);
    }

    /// Removes the differences that are intended.
    pub(super) fn accept(&mut self, intended: &[Intended]) {
        for each in intended {
            let before = self.differences.len() + self.allowed.len();
            let is_other = |found: &Located| !each.is(&found.difference);
            self.differences.retain(is_other);
            self.allowed.retain(is_other);
            if self.differences.len() + self.allowed.len() == before {
                self.gone.push(each.clone());
            }
        }
    }
}

/// A difference that is intended, by its code and field. See [`Check`](crate::Check::intended).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Intended {
    /// The code of the row.
    pub code: String,
    /// What differs.
    pub field: String,
}

impl Intended {
    fn is(&self, difference: &Difference) -> bool {
        difference.code() == self.code && difference.field() == self.field
    }
}

impl fmt::Display for Intended {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = format!("the {} of {}", self.field, self.code);
        formatter.write_str(&visible::line(&line))
    }
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
    /// The older version of the source that the enum differs from, as given to
    /// [`Against`](crate::Against); `None` if it differs from its document.
    pub against: Option<String>,
    /// Whether the file has only this enum with a document.
    pub(super) is_only: bool,
}

impl Located {
    /// The difference without its place, after the name of the enum if the file has several with
    /// documents; from an older version, after its [`Class`](crate::Class) and with what to do
    /// about it.
    ///
    /// ```no_run
    /// use error_catalog::Check;
    ///
    /// for located in Check::new("src/broker.rs").run()?.differences {
    ///     // A line of its own format, as an editor or a CI service wants it.
    ///     let line = located.line.unwrap_or(1);
    ///     println!("{}({line}): warning: {}", located.path.display(), located.text());
    /// }
    /// # Ok::<(), error_catalog::CheckError>(())
    /// ```
    #[must_use]
    pub fn text(&self) -> String {
        let Self { difference, against, .. } = self;
        match (against, &difference.change) {
            (None, _) if self.is_only => difference.text(),
            (None, _) => format!("`{}`: {}", self.enum_name, difference.text()),
            (Some(_), Change::Removed) => {
                format!("{}; keep the variant, with `retired`", difference.classified())
            }
            (Some(_), _) => difference.classified(),
        }
    }
}

impl fmt::Display for Located {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        let place = match self.line {
            Some(line) => format!("{path}:{line}"),
            None => path.to_string(),
        };
        write!(formatter, "{}: {}", visible::line(&place), self.text())
    }
}
