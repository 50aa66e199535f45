//! An option of the program, and the plan that options make.

use std::{fmt, mem};

use thiserror::Error;

use crate::read::{Format, Reader};
use crate::source::Import;

/// An option of the program, displayed as in `--column NAME=HEADING`.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Setting {
    pub(super) name: &'static str,
    pub(super) value: Option<&'static str>,
    pub(super) help: &'static str,
    pub(super) is_repeatable: bool,
    pub(super) is_for_import: bool,
    pub(super) is_required: bool,
    /// Whether the comment above an enum keeps it.
    pub(super) is_recorded: bool,
    /// The formats of the documents that it is for; empty if it is for all.
    pub(super) formats: &'static [Format],
    pub(super) apply: Apply,
}

/// The plan that the settings make.
#[derive(Clone, Debug)]
pub(super) struct DocumentPlan {
    pub(super) reader: Reader,
    pub(super) import: Import,
    pub(super) format: Option<Format>,
    pub(super) accepted_findings: usize,
    /// The number of lines that look like rows and are in no match.
    pub(super) accepted_missed: usize,
}

impl Default for DocumentPlan {
    fn default() -> Self {
        Self {
            reader: Reader::new(),
            import: Import::new(""),
            format: None,
            accepted_findings: 0,
            accepted_missed: 0,
        }
    }
}

impl DocumentPlan {
    /// The writer so far; a clone would copy every column for each one that is added.
    pub(super) fn take_import(&mut self) -> Import {
        mem::replace(&mut self.import, Import::new(""))
    }
}

/// The effect of an option.
#[derive(Clone, Copy, Debug)]
pub(super) enum Apply {
    Read(fn(Reader, &str) -> Reader),
    Import(fn(Import, &str) -> Import),
    /// Checks the value first. The error says what is wrong with it.
    Check(fn(&mut DocumentPlan, &str) -> Result<(), String>),
}

impl Apply {
    fn to(self, plan: &mut DocumentPlan, value: &str) -> Result<(), String> {
        match self {
            Self::Read(set) => plan.reader = set(mem::take(&mut plan.reader), value),
            Self::Import(set) => plan.import = set(plan.take_import(), value),
            Self::Check(set) => set(plan, value)?,
        }
        Ok(())
    }
}

impl Setting {
    /// A flag about how a document is read, which does nothing.
    pub(super) const READ: Self = Self {
        name: "",
        value: None,
        help: "",
        is_repeatable: false,
        is_for_import: false,
        is_required: false,
        is_recorded: true,
        formats: &[],
        apply: Apply::Read(|reader, _| reader),
    };

    /// A flag about how the enum is written, which does nothing.
    pub(super) const IMPORT: Self =
        Self { is_for_import: true, apply: Apply::Import(|import, _| import), ..Self::READ };

    /// The name, such as `column`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What the value is, such as `NAME=HEADING`; `None` for a flag.
    #[must_use]
    pub const fn value(&self) -> Option<&'static str> {
        self.value
    }

    /// What it does, in a sentence without a full stop.
    #[must_use]
    pub const fn help(&self) -> &'static str {
        self.help
    }

    /// Whether it can be given several times.
    #[must_use]
    pub const fn is_repeatable(&self) -> bool {
        self.is_repeatable
    }

    /// Whether it is about writing the enum, and not about reading the document.
    #[must_use]
    pub const fn is_for_import(&self) -> bool {
        self.is_for_import
    }

    /// Whether it must be given.
    #[must_use]
    pub const fn is_required(&self) -> bool {
        self.is_required
    }

    /// Whether the comment above an enum keeps it. A source file must not decide how much memory
    /// its reader takes.
    #[must_use]
    pub const fn is_recorded(&self) -> bool {
        self.is_recorded
    }

    /// Fails if it is for documents of another format.
    pub(super) fn require(&'static self, format: Format) -> Result<(), SettingError> {
        if self.formats.is_empty() || self.formats.contains(&format) {
            return Ok(());
        }
        Err(SettingError::NotForFormat { setting: self, format })
    }

    pub(super) fn format_names(&self) -> String {
        self.formats.iter().map(|format| format.name()).collect::<Vec<_>>().join(" and ")
    }

    pub(super) fn apply(
        &'static self,
        plan: &mut DocumentPlan,
        value: &str,
    ) -> Result<(), SettingError> {
        let problem = match self.value {
            Some(_) if value.is_empty() => Err("the value is empty".to_owned()),
            None if !value.is_empty() => Err("this option has no value".to_owned()),
            _ => self.apply.to(plan, value),
        };
        problem.map_err(|problem| SettingError::Value { setting: self, problem })
    }
}

/// By name, which is unique.
impl PartialEq for Setting {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Setting {}

impl fmt::Display for Setting {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "--{}", self.name)?;
        self.value.map_or(Ok(()), |value| write!(formatter, " {value}"))
    }
}

/// Why an option cannot be set.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SettingError {
    /// There is no such option.
    #[error("there is no option --{name}{meant}")]
    #[non_exhaustive]
    Unknown {
        /// The name.
        name: String,
        /// The end of the sentence: what was probably meant, or nothing.
        meant: String,
    },
    /// The option cannot have this value.
    #[error("{setting}: {problem}")]
    #[non_exhaustive]
    Value {
        /// The option.
        setting: &'static Setting,
        /// What is wrong with the value.
        problem: String,
    },
    /// The option is for documents of another format.
    #[error("{setting} is for {}, not for {format}; remove it", setting.format_names())]
    #[non_exhaustive]
    NotForFormat {
        /// The option.
        setting: &'static Setting,
        /// The format of the document.
        format: Format,
    },
}
