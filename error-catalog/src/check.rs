//! The enums of a source file, compared with the documents that they were made from, and with an
//! older version of themselves.

mod against;
mod checked;
mod elsewhere;
mod enums;
mod error;
mod git;
pub(crate) mod read_sources;
mod repository;
mod tracked;

use std::path::{Path, PathBuf};
use std::slice;

pub use self::against::Against;
pub use self::checked::{Checked, Intended, Located};
pub use self::error::CheckError;
pub use self::git::RevisionError;
pub use self::tracked::Tracked;
use crate::compare::{Class, Difference};
use crate::settings::Settings;
use crate::source::SourceFile;
use crate::table::Row;
use crate::update::ManyRemoved;

/// Tests that the enums of a source file are what their documents say, in one line and without a
/// compiled catalog.
///
/// The comment above each enum says which document to read, and how. Relative paths start at the
/// folder of the package, as in every test.
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

/// Compares the enums of a source file with the documents that they were made from, or with an
/// older version of themselves.
///
/// ```
/// use error_catalog::{Check, Class};
///
/// # let folder = std::env::temp_dir().join(format!("error-catalog-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # std::env::set_current_dir(&folder)?;
/// # let file = |message: &str| format!(
/// #     "// Made by: error-catalog import errors.csv --name Door
/// #     #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
/// #     enum Door {{
/// #         #[code(7, {message:?})]
/// #         Jammed,
/// #     }}"
/// # );
/// # std::fs::write("errors.csv", "code,message\n7,door jamed\n")?;
/// # std::fs::write("door.rs", file("door jammed"))?;
/// # std::fs::write("released.rs", file("door jamed"))?;
/// let checked = Check::new("door.rs").run()?;
/// assert_eq!(
///     checked.differences[0].to_string(),
///     r#"errors.csv:2: the message of 7 `Jammed` is "door jamed" now, was "door jammed""#,
/// );
///
/// // The vendor's message is misspelled, so the difference is intended.
/// let check = Check::new("door.rs").intended("7", "message");
/// check.assert();
///
/// // Also compares with an older version: a file, or a revision of git such as `v1.2.0`.
/// check.against("released.rs").deny(Class::Additive).assert();
/// # let _ = std::fs::remove_dir_all(folder);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Check {
    source: PathBuf,
    name: Option<String>,
    document: Option<PathBuf>,
    settings: Settings,
    intended: Vec<Intended>,
    against: Option<Against>,
}

impl Check {
    /// Checks every enum in a source file if the comment above it names its document.
    ///
    /// ```no_run
    /// use error_catalog::Check;
    ///
    /// Check::new("src/broker.rs").assert();
    /// ```
    #[must_use]
    pub fn new(source: impl Into<PathBuf>) -> Self {
        Self {
            source: source.into(),
            name: None,
            document: None,
            settings: Settings::default(),
            intended: Vec::new(),
            against: None,
        }
    }

    /// Checks only the enum of this name.
    ///
    /// ```no_run
    /// use error_catalog::Check;
    ///
    /// Check::new("src/broker.rs").name("Broker").assert();
    /// ```
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Reads this document, wherever it is, instead of the one that the comment names.
    ///
    /// ```no_run
    /// use error_catalog::Check;
    ///
    /// Check::new("src/broker.rs").document("docs/errors.md").assert();
    /// ```
    #[must_use]
    pub fn document(mut self, document: impl Into<PathBuf>) -> Self {
        self.document = Some(document.into());
        self
    }

    /// Sets how documents are read. Overrides what the comment says.
    #[doc(hidden)]
    #[must_use]
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// Also compares every enum with an older version of itself: at a revision of git, or in
    /// another file. See [`Against`]. Then an enum need not name a document.
    ///
    /// ```no_run
    /// use error_catalog::Check;
    ///
    /// Check::new("src/app.rs").against("v1.2.0").assert();
    /// ```
    #[must_use]
    pub fn against(mut self, older: impl Into<String>) -> Self {
        self.against = Some(Against::new(older));
        self
    }

    /// Allows differences of a class from the older version, which
    /// [`against`](Self::against) named before.
    ///
    /// ```no_run
    /// use error_catalog::{Check, Class};
    ///
    /// Check::new("src/app.rs").against("v1.2.0").allow(Class::Breaking).assert();
    /// ```
    #[must_use]
    pub fn allow(mut self, class: Class) -> Self {
        self.against = self.against.map(|against| against.allow(class));
        self
    }

    /// Disallows differences of a class from the older version, which [`against`](Self::against)
    /// named before. By default, `additive` and `text` are allowed.
    ///
    /// ```no_run
    /// use error_catalog::{Check, Class};
    ///
    /// Check::new("src/app.rs").against("v1.2.0").deny(Class::Text).assert();
    /// ```
    #[must_use]
    pub fn deny(mut self, class: Class) -> Self {
        self.against = self.against.map(|against| against.deny(class));
        self
    }

    /// Accepts the differences of a code in a field: `message`, `description`, `name`, `kind`,
    /// `alias`, the name of a column, or `code` if the row itself is new, gone or another; see
    /// [`Difference::field`]. If such a difference no longer exists, the check fails.
    ///
    /// ```no_run
    /// use error_catalog::Check;
    ///
    /// Check::new("src/broker.rs").intended("7", "message").assert();
    /// ```
    #[must_use]
    pub fn intended(mut self, code: impl Into<String>, field: impl Into<String>) -> Self {
        self.intended.push(Intended { code: code.into(), field: field.into() });
        self
    }

    /// Runs the check.
    ///
    /// # Errors
    ///
    /// [`CheckError`] if a file cannot be read, or if a document has findings that are not
    /// accepted.
    ///
    /// ```no_run
    /// use error_catalog::Check;
    ///
    /// let checked = Check::new("src/broker.rs").run()?;
    /// for located in checked.differences {
    ///     println!("{located}");
    /// }
    /// # Ok::<(), error_catalog::CheckError>(())
    /// ```
    pub fn run(&self) -> Result<Checked, CheckError> {
        let file = read_sources::read(&self.source)?;
        let mut checked = Checked::new();
        let tracked = self.tracked(&file)?;
        let is_only = tracked.len() == 1;
        for each in tracked {
            let differences = each.differences()?;
            checked.cut.extend(self.cut(&each, &differences));
            checked.new_columns.extend(each.new_columns());
            checked.mentions.extend(each.mentions());
            for difference in differences {
                let located = Located { is_only, ..self.locate(difference, &each) };
                checked.differences.push(located);
            }
        }
        if let Some(against) = &self.against {
            let against = self.name.iter().fold(against.clone(), Against::name);
            for difference in against.differences(slice::from_ref(&self.source))? {
                let is_allowed = against.allows(&difference);
                checked.add(difference, is_allowed);
            }
        }
        checked.accept(&self.intended);
        Ok(checked)
    }

    /// The enums with documents. There may be none if there is an older version.
    fn tracked<'f>(&self, file: &'f SourceFile) -> Result<Vec<Tracked<'f>>, CheckError> {
        let (name, document) = (self.name.as_deref(), self.document.as_deref());
        match Tracked::all(file, &self.source, name, document, &self.settings) {
            Err(CheckError::NoRecord | CheckError::NoSuchEnum(_)) if self.against.is_some() => {
                Ok(Vec::new())
            }
            tracked => tracked,
        }
    }

    fn locate(&self, difference: Difference, tracked: &Tracked) -> Located {
        let is_in_document = difference.new.is_some() || difference.old.is_none();
        let row = if is_in_document { &difference.new } else { &difference.old };
        Located {
            path: if is_in_document { tracked.document.clone() } else { self.source.clone() },
            line: row.as_ref().and_then(Row::line),
            enum_name: tracked.source.name().to_owned(),
            difference,
            against: None,
            is_only: true,
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
    /// If a difference is not intended, if an intended one does not exist, or with a
    /// [`CheckError`].
    ///
    /// ```no_run
    /// use error_catalog::Check;
    ///
    /// Check::new("src/broker.rs").assert();
    /// ```
    #[track_caller]
    pub fn assert(&self) {
        let source = self.source.display();
        let Checked { differences, gone, cut, .. } =
            self.run().unwrap_or_else(|error| panic!("cannot check {source}: {error}"));
        let expected = self.expected(&differences);
        let gone = gone.iter().map(|gone| format!("intended, but no longer different: {gone}"));
        let differences = differences.iter().map(Located::to_string);
        let lines: Vec<String> = differences.chain(gone).chain(cut).collect();
        assert!(lines.is_empty(), "{source} is not {}:\n  {}", expected, lines.join("\n  "));
    }

    /// What the enums should be, as the end of a sentence.
    fn expected(&self, differences: &[Located]) -> String {
        let is_of_document = |each: &Located| each.against.is_none();
        match &self.against {
            Some(against) if !differences.iter().any(is_of_document) => {
                format!("what it was in {}", against.older())
            }
            _ => {
                let source = self.source.display();
                format!("what its document says; run `error-catalog update {source}`")
            }
        }
    }
}
