//! The settings of an import: the options of the program, and the comment that records
//! them.

mod join;
mod options;
pub(crate) mod record;
mod setting;
mod words;

use std::collections::HashSet;
use std::path::Path;
use std::{fmt, mem};

use thiserror::Error;

pub use self::join::Join;
use self::join::JoinPart;
use self::options::{ALL, COLUMN, JOIN};
use self::setting::DocumentPlan;
pub use self::setting::{Setting, SettingError};
use crate::max_size::MaxSize;
use crate::read::{ColumnUse, Finding, Format, FoundColumn, Reader, Reading, Report, Role};
use crate::source::Import;
use crate::suggestion::did_you_mean;
use crate::visible::shown;

/// How a document is read and how its enum is written: the options of the program
/// `error-catalog`, without the dashes.
///
/// ```
/// use error_catalog::Settings;
///
/// let mut settings = Settings::default();
/// settings.set("code", "No.")?;
/// settings.set("column", "zh=Chinese")?;
/// assert_eq!(settings.to_string(), "--code No. --column zh=Chinese");
///
/// let error = settings.set("table", "first").err().ok_or("a number")?;
/// assert_eq!(error.to_string(), r#"--table N: "first" is not a number"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// In the order of the options; the values of one option in the order they were given.
    given: Vec<(&'static Setting, String)>,
    plan: DocumentPlan,
    joins: Vec<Join>,
}

impl Settings {
    /// Every option.
    pub const ALL: &[Setting] = ALL;

    /// Sets an option. A flag takes an empty value. A [repeatable](Setting::is_repeatable) option
    /// gets one more value, any other option a new one; for each joined document, it can be given
    /// again.
    ///
    /// # Errors
    ///
    /// [`SettingError`] if there is no option of this name, or if it cannot have the
    /// value.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), SettingError> {
        let setting = ALL.iter().find(|setting| setting.name() == name);
        let setting = setting.ok_or_else(|| unknown(name))?;
        self.apply(setting, value)?;
        if !setting.is_repeatable() {
            let join = |value: &str| -> Result<Option<usize>, SettingError> {
                Ok(JoinPart::find(&self.joins, setting, value)?.map(|part| part.join))
            };
            let new = join(value)?;
            let is_kept = |(each, old): &&(&'static Setting, String)| {
                *each != setting || !matches!(join(old), Ok(old) if old == new)
            };
            self.given = self.given.iter().filter(is_kept).cloned().collect();
        }
        // The order in a comment does not depend on the order in which they were given.
        let place = |setting: &Setting| ALL.iter().position(|each| each == setting);
        let index = self.given.partition_point(|(each, _)| place(each) <= place(setting));
        self.given.insert(index, (setting, value.to_owned()));
        Ok(())
    }

    /// Sets an option of the first document, or of a joined one.
    fn apply(&mut self, setting: &'static Setting, value: &str) -> Result<(), SettingError> {
        if setting.name() == JOIN {
            return self.add_join(setting, value);
        }
        let Some(part) = JoinPart::find(&self.joins, setting, value)? else {
            return setting.apply(&mut self.plan, value);
        };
        if let Some(join) = self.joins.get_mut(part.join) {
            join.set(setting, &part)?;
        }
        if setting.name() == COLUMN {
            self.plan.import = self.plan.take_import().column(part.column);
        }
        Ok(())
    }

    /// Adds a document. Options that were set before can be about it.
    fn add_join(&mut self, setting: &'static Setting, document: &str) -> Result<(), SettingError> {
        let fail = |problem: &str| SettingError::Value { setting, problem: problem.to_owned() };
        if document.is_empty() || document == "-" {
            return Err(fail("name a file"));
        }
        if self.joins.iter().any(|join| join.document() == document) {
            return Err(fail("this document is already joined"));
        }
        let documents = self.joins.iter().map(Join::document).chain([document]);
        let joins = documents.map(Join::new).collect();
        let mut settings = Self { given: Vec::new(), plan: DocumentPlan::default(), joins };
        for (setting, value) in self.given.iter().filter(|(setting, _)| setting.name() != JOIN) {
            settings.apply(setting, value)?;
        }
        settings.given = mem::take(&mut self.given);
        *self = settings;
        Ok(())
    }

    /// The documents that are joined to the first one.
    #[must_use]
    pub fn joins(&self) -> &[Join] {
        &self.joins
    }

    /// These settings with other paths of the joined documents, in their order.
    #[must_use]
    pub fn with_joined(&self, paths: &[String]) -> Self {
        let mut settings = Self::default();
        for (setting, value) in &self.given {
            let place = self.joins.iter().position(|join| join.document() == value);
            let value = match (JoinPart::find(&self.joins, setting, value), place) {
                (Ok(Some(JoinPart { join, column, rest })), _) => {
                    let equals = if column.is_empty() { "" } else { "=" };
                    let path = paths.get(join).map_or("", String::as_str);
                    format!("{column}{equals}{path}:{rest}")
                }
                (_, Some(place)) if setting.name() == JOIN => {
                    paths.get(place).cloned().unwrap_or_default()
                }
                _ => value.clone(),
            };
            // Each value was set before.
            let _ = settings.set(setting.name(), &value);
        }
        settings
    }

    /// These settings, but with the values of `others` for the options that `others` has. A column
    /// only replaces the one of its name.
    #[must_use]
    pub fn overridden_by(&self, others: &Self) -> Self {
        let name = |column: &str| column.split(['=', ':']).next().map(str::to_owned);
        let is_kept = |(setting, value): &&(&Setting, String)| {
            let mut given = others.given.iter().filter(|(other, _)| other == setting);
            !given.any(|(_, given)| setting.name() != COLUMN || name(given) == name(value))
        };
        let kept = self.given.iter().filter(is_kept).chain(&others.given);
        let mut settings = Self::default();
        for (setting, value) in kept {
            // Each value was set before.
            let _ = settings.set(setting.name(), value);
        }
        settings
    }

    /// The values of an option, in the order they were given.
    pub fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        let given = self.given.iter().filter(move |(setting, _)| setting.name() == name);
        given.map(|(_, value)| value.as_str())
    }

    /// Whether a comment above an enum would keep any of these settings.
    #[must_use]
    pub fn has_recorded(&self) -> bool {
        self.given.iter().any(|(setting, _)| setting.is_recorded())
    }

    /// The reader with these settings.
    #[must_use]
    pub fn reader(&self) -> Reader {
        self.plan.reader.clone()
    }

    /// The writer of the enum with these settings.
    #[must_use]
    pub fn import(&self) -> Import {
        self.plan.import.clone()
    }

    /// The largest document to read.
    #[must_use]
    pub fn max_size(&self) -> MaxSize {
        self.plan.reader.limit()
    }

    /// The format of the document at a path: the one that is set, or that of its extension.
    /// `None` if neither says it: then it is detected from the document.
    ///
    /// # Errors
    ///
    /// [`SettingError::NotForFormat`] if an option is for documents of another format.
    pub fn format_of(&self, document: &Path) -> Result<Option<Format>, SettingError> {
        let by_extension = Format::from_path(document);
        let by_extension = if self.reads_by_regex() {
            // Any other format is read as text.
            let has_entities = |format: &Format| matches!(format, Format::Markdown | Format::Html);
            by_extension.filter(has_entities).or(Some(Format::Text))
        } else {
            by_extension
        };
        let format = self.plan.format.or(by_extension);
        format.map_or(Ok(()), |format| self.require_format(format))?;
        Ok(format)
    }

    /// Whether an option says the format of the document.
    #[must_use]
    pub fn says_format(&self) -> bool {
        self.plan.format.is_some() || self.reads_by_regex()
    }

    fn reads_by_regex(&self) -> bool {
        self.values("regex").next().is_some()
    }

    /// Fails if an option is for documents of another format.
    ///
    /// # Errors
    ///
    /// [`SettingError::NotForFormat`] for the first of them.
    pub fn require_format(&self, format: Format) -> Result<(), SettingError> {
        let is_of_first = |(setting, value): &&(&'static Setting, String)| {
            matches!(JoinPart::find(&self.joins, setting, value), Ok(None))
        };
        let mut of_first = self.given.iter().filter(is_of_first);
        of_first.try_for_each(|(setting, _)| setting.require(format))
    }

    /// These settings with what was found in a document: the columns that are left out, and the
    /// number of lines that look like rows but are in no match. A
    /// [`Record`](crate::Record) keeps them, so that a later check sees what is new.
    #[must_use]
    pub fn with_found(&self, report: &Report) -> Self {
        let mut settings = self.clone();
        for heading in self.new_columns(report) {
            // Any heading will do.
            let _ = settings.set("leave-out", heading);
        }
        let missed = report.missed.as_ref().map(|missed| missed.lines.len().to_string());
        if let Some(number) = missed {
            let _ = settings.set("accept-missed", &number);
        }
        settings
    }

    /// Marks in a report which columns say the kinds of an enum, and whether requests may be
    /// retried.
    pub fn name_facts(&self, report: &mut Report) {
        let facts = [("kind", Role::Kind), ("retryable", Role::Retryable)];
        for column in report.tables.iter_mut().flat_map(|table| &mut table.columns) {
            let Some(ColumnUse::Further(name)) = &column.read_as else { continue };
            let mut named = facts.iter();
            let role = named.find(|(option, _)| self.values(option).any(|value| value == name));
            if let Some((_, role)) = role {
                column.read_as = Some(ColumnUse::Role(*role));
            }
        }
    }

    /// The columns that were neither asked for nor left out: their headings, or `column` and
    /// their number if they have no heading of their own. A heading that is a code or a text in
    /// one of the tables is not among them.
    #[must_use]
    pub fn new_columns<'r>(&self, report: &'r Report) -> Vec<&'r str> {
        let known =
            ["leave-out", "kind", "retryable"].into_iter().flat_map(|option| self.values(option));
        let mut known: HashSet<&str> = known.collect();
        let columns = report.tables.iter().flat_map(|table| &table.columns);
        // Leaving out the heading of codes or texts of another table would lose those, too.
        let is_part = |column: &&FoundColumn| matches!(column.read_as, Some(ColumnUse::Role(_)));
        known.extend(columns.clone().filter(is_part).map(|column| column.heading.as_str()));
        let further = columns.filter_map(FoundColumn::further);
        // Each once, in the document's order.
        further.filter(|name| known.insert(name)).collect()
    }

    /// Fails if a document, or one joined to it, has no heading that is to be left out of it.
    ///
    /// A check does not ask for this, since a vendor can remove a column that no one reads.
    ///
    /// # Errors
    ///
    /// [`SettingError::Value`] for the first such heading.
    pub fn require_left_out(&self, reading: &Reading) -> Result<(), SettingError> {
        for (setting, value) in self.given.iter().filter(|(it, _)| it.name() == "leave-out") {
            let part = JoinPart::find(&self.joins, setting, value).ok().flatten();
            let joined = part.as_ref().and_then(|part| reading.joined.get(part.join));
            let report = joined.map_or(&reading.report, |(_, report)| report);
            let heading = part.map_or(value.as_str(), |part| part.rest);
            let columns = report.tables.iter().flat_map(|table| &table.columns);
            let headings: HashSet<&str> = columns.clone().map(|it| it.heading.trim()).collect();
            // A column without a heading of its own has the name of its number.
            let mut names = columns.filter_map(FoundColumn::further);
            if !headings.contains(heading.trim()) && !names.any(|name| name == heading) {
                let meant = did_you_mean(heading, headings.iter().copied());
                let of = joined.map(|(path, _)| format!(" of {path}")).unwrap_or_default();
                let problem = format!("no table{of} has the heading {}{meant}", shown(heading));
                return Err(SettingError::Value { setting, problem });
            }
        }
        Ok(())
    }

    /// Fails unless as many lines look like rows but are in no match as the settings accept.
    ///
    /// # Errors
    ///
    /// [`MissedLines`], which says what to do.
    pub fn require_missed(&self, report: &Report) -> Result<(), MissedLines> {
        let accepted = self.plan.accepted_missed;
        let lines = report.missed.as_ref().map_or(&[][..], |missed| &missed.lines);
        if lines.len() == accepted {
            return Ok(());
        }
        Err(MissedLines { lines: lines.to_vec(), accepted })
    }

    /// Fails unless a document has as many findings as the settings accept: otherwise some are
    /// new, or some are gone.
    ///
    /// # Errors
    ///
    /// [`NotAccepted`], which says what to do.
    pub fn require_accepted(&self, report: &Report) -> Result<(), NotAccepted> {
        let accepted = self.plan.accepted_findings;
        if report.findings.len() == accepted {
            return Ok(());
        }
        Err(NotAccepted { findings: report.findings.clone(), accepted })
    }
}

/// Displayed as on a command line, without the options that
/// [a comment does not keep](Setting::is_recorded).
impl fmt::Display for Settings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let recorded = self.given.iter().filter(|(setting, _)| setting.is_recorded());
        for (index, (setting, value)) in recorded.enumerate() {
            let blank = if index > 0 { " " } else { "" };
            write!(formatter, "{blank}--{}", setting.name())?;
            if setting.value().is_some() {
                write!(formatter, " {}", words::quoted(value))?;
            }
        }
        Ok(())
    }
}

fn unknown(name: &str) -> SettingError {
    let meant = did_you_mean(name, ALL.iter().map(Setting::name));
    SettingError::Unknown { name: name.to_owned(), meant }
}

/// A document has more or fewer findings than the settings accept.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.advice())]
#[non_exhaustive]
pub struct NotAccepted {
    /// All findings of the document.
    pub findings: Vec<Finding>,
    /// The number that the settings accept.
    pub accepted: usize,
}

/// More or fewer lines than the settings accept look like rows but are in no match of the regular
/// expression.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.advice())]
#[non_exhaustive]
pub struct MissedLines {
    /// Their numbers, counted from 1.
    pub lines: Vec<usize>,
    /// The number of lines that the settings accept.
    pub accepted: usize,
}

impl MissedLines {
    fn advice(&self) -> String {
        const MOST: usize = 20;
        let (count, accepted) = (self.lines.len(), self.accepted);
        let mut lines: Vec<String> = self.lines.iter().take(MOST).map(usize::to_string).collect();
        if count > MOST {
            lines.push("…".to_owned());
        }
        let lines = if count == 0 { "none".to_owned() } else { lines.join(", ") };
        let look = if count == 1 {
            "line looks like a row but is"
        } else {
            "lines look like rows but are"
        };
        format!(
            "{count} {look} in no match of the regular expression, and {accepted} are accepted \
             (lines: {lines}); fix the expression, or write --accept-missed {count} if they are \
             no rows"
        )
    }
}

impl NotAccepted {
    fn advice(&self) -> String {
        let found = match self.findings.len() {
            0 => "no finding".to_owned(),
            1 => "1 finding".to_owned(),
            many => format!("{many} findings"),
        };
        let is_joined = self.findings.iter().any(|finding| finding.document().is_some());
        let (have, them) = if is_joined {
            ("the document and those joined to it have", "them")
        } else {
            ("the document has", "the document")
        };
        let (number, accepted) = (self.findings.len(), self.accepted);
        if accepted == 0 {
            return format!("{have} {found}; fix {them}, or pass --accept-findings {number}");
        }
        format!(
            "{have} {found}, and {accepted} are accepted; look at them, then pass \
             --accept-findings {number}"
        )
    }
}
