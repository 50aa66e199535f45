//! A further document, whose columns are added to the rows with the same codes.

use std::path::{Component, Path, PathBuf};

use super::options::{COLUMN, parse_column};
use super::setting::{DocumentPlan, Setting, SettingError};
use crate::code_type::CodeType;
use crate::read::{CodesReason, ColumnUse, Format, ReadError, Reading, Role};

/// The heading that stands for the rows above that are one cell over the whole table.
const SECTION: &str = "SECTION";

/// The options whose values can be about a joined document, as in `--code zh.md:错误码`.
const OPTIONS: [&str; 11] = [
    "format",
    "encoding",
    "regex",
    "table",
    "section",
    "sheet",
    "pointer",
    "delimiter",
    "code",
    COLUMN,
    "leave-out",
];

/// A further document that an import joins to the first one, by the codes: of another language,
/// for example.
#[derive(Clone, Debug)]
pub struct Join {
    document: String,
    plan: DocumentPlan,
    /// What was set.
    given: Vec<&'static Setting>,
    /// The name of each column, and its heading.
    columns: Vec<(String, String)>,
}

/// The part of a value that is about a joined document.
pub(super) struct JoinPart<'v> {
    /// The place of the document among those that are joined.
    pub(super) join: usize,
    /// The `NAME` or `NAME:TYPE` of a column.
    pub(super) column: &'v str,
    /// What is after the path.
    pub(super) rest: &'v str,
}

impl<'v> JoinPart<'v> {
    /// The part of a value that begins with the path of a document; `None` if it is about the
    /// first document.
    pub(super) fn find(
        joins: &[Join],
        setting: &'static Setting,
        value: &'v str,
    ) -> Result<Option<Self>, SettingError> {
        let (column, text) = match parse_column(value) {
            Ok(parts) if setting.name() == COLUMN => parts,
            _ => ("", value),
        };
        let colons = if OPTIONS.contains(&setting.name()) { text } else { "" }.match_indices(':');
        for (colon, _) in colons {
            let (Some(path), Some(rest)) = (text.get(..colon), text.get(colon + 1..)) else {
                continue;
            };
            let exact = joins.iter().position(|join| join.document == path);
            let mut alike = (0..).zip(joins).filter(|(_, join)| join.is_called(path));
            let first = alike.next().map(|(place, _)| place);
            if exact.is_none() && alike.next().is_some() {
                let problem = format!("several joined documents end with {path}; write more of it");
                return Err(SettingError::Value { setting, problem });
            }
            if let Some(join) = exact.or(first) {
                return Ok(Some(Self { join, column, rest }));
            }
        }
        Ok(None)
    }
}

impl Join {
    pub(super) fn new(document: &str) -> Self {
        Self {
            document: document.to_owned(),
            plan: DocumentPlan::default(),
            given: Vec::new(),
            columns: Vec::new(),
        }
    }

    /// Sets an option of the document.
    pub(super) fn set(
        &mut self,
        setting: &'static Setting,
        part: &JoinPart<'_>,
    ) -> Result<(), SettingError> {
        self.given.push(setting);
        if setting.name() != COLUMN {
            return setting.apply(&mut self.plan, part.rest);
        }
        if part.rest.is_empty() {
            let problem = "expected a heading after the joined document".to_owned();
            return Err(SettingError::Value { setting, problem });
        }
        let name = part.column.split(':').next().unwrap_or(part.column);
        self.columns.push((name.to_owned(), part.rest.to_owned()));
        Ok(())
    }

    /// The path of the document, as the option has it.
    #[must_use]
    pub fn document(&self) -> &str {
        &self.document
    }

    /// The names of the columns that come from the document.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        self.columns.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// Fails if an option of the document is for documents of another format.
    ///
    /// # Errors
    ///
    /// [`SettingError::NotForFormat`] for the first of them.
    pub fn require_format(&self, format: Format) -> Result<(), SettingError> {
        self.given.iter().try_for_each(|setting| setting.require(format))
    }

    /// Whether a path refers to the document: it is the same, or its end.
    fn is_called(&self, path: &str) -> bool {
        let plain = |path: &str| -> PathBuf {
            let parts = Path::new(path).components();
            parts.filter(|part| *part != Component::CurDir).collect()
        };
        !path.is_empty() && plain(&self.document).ends_with(plain(path))
    }

    /// Reads the document, whose codes are of the type of the first one's.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the document cannot be read.
    pub fn read(&self, bytes: &[u8], code_type: CodeType) -> Result<Reading, ReadError> {
        let format = self.plan.format.or_else(|| Format::from_path(Path::new(&self.document)));
        let mut reader = self.plan.reader.clone().code_type(code_type);
        // A table needs a message, which any column of a further document can be.
        let message = self.columns.iter().position(|(_, heading)| heading != SECTION);
        for (place, (name, heading)) in self.columns.iter().enumerate() {
            let is_message = message == Some(place);
            reader =
                if is_message { reader.message(heading) } else { reader.column(name, heading) };
        }
        let mut reading = reader.read_bytes(bytes, format)?;
        let name = message.and_then(|place| self.columns.get(place)).map(|(name, _)| name);
        if let Some(name) = name {
            reading.table.name_messages(name);
        }
        for column in reading.report.tables.iter_mut().flat_map(|table| &mut table.columns) {
            column.read_as = match (column.read_as.take(), name) {
                (Some(ColumnUse::Role(Role::Message)), Some(name)) => {
                    Some(ColumnUse::Named(name.clone()))
                }
                (Some(ColumnUse::Role(role)), _) if !matches!(role, Role::Code | Role::Aliases) => {
                    Some(ColumnUse::Further(column.heading.clone()))
                }
                (read_as, _) => read_as,
            };
        }
        // The first document says which type the codes have, and which are successes.
        if let Some(codes) = &mut reading.report.codes {
            codes.reason = CodesReason::OfFirst;
        }
        reading.report.successes.clear();
        Ok(reading)
    }
}
