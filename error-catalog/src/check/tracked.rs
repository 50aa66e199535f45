//! An enum and the document that it was made from.

use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};
use std::{fs, iter};

use super::error::CheckError;
use super::repository::{self, Refused};
use crate::code_type::{CodeKey, CodeType};
use crate::compare::Difference;
use crate::read::{Mention, Reader, Reading};
use crate::settings::Settings;
use crate::settings::record::Record;
use crate::source::{ImportError, SourceEnum, SourceFile};
use crate::table::Row;
use crate::update::Update;
use crate::visible;

/// An enum in a source file, and the document that it was made from.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Tracked<'a> {
    /// The enum.
    pub source: &'a SourceEnum,
    /// The path of the document.
    pub document: PathBuf,
    /// How the document is read.
    pub settings: Settings,
    /// What was read.
    pub reading: Reading,
    /// The source file and the line of the record, if there is one.
    recorded_at: Option<(PathBuf, usize)>,
}

impl<'a> Tracked<'a> {
    /// The enum of this name, or else every enum with a [`Record`]. Another document and
    /// other settings override those in the record.
    ///
    /// A document that only the record names must be in the repository of the source file, with
    /// links resolved: the nearest folder above with `.git`, otherwise the cargo workspace.
    ///
    /// # Errors
    ///
    /// [`CheckError`] if no enum is found, or if a document cannot be read or has findings
    /// that are not accepted.
    pub fn all(
        file: &'a SourceFile,
        path: &Path,
        name: Option<&str>,
        document: Option<&Path>,
        settings: &Settings,
    ) -> Result<Vec<Self>, CheckError> {
        let enums = file.find(name)?;
        let is_only = enums.len() == 1;
        let enums = enums.into_iter().map(|source| Ok((source, record(source)?)));
        let mut enums = enums.collect::<Result<Vec<_>, CheckError>>()?;
        // The others may have no document.
        enums.retain(|(_, record)| record.is_some() || is_only && document.is_some());
        let lines = lines_of_records(file);
        if name.is_none() {
            require_enums_below(file, path, &lines)?;
        }
        require_clear(&enums, document, settings.has_recorded())?;
        let mut all = Vec::new();
        for (source, record) in enums {
            let recorded_at =
                record.as_ref().map(|_| (path.to_owned(), line_of_record(&lines, source)));
            let read = Self::read(source, path, record, document, settings);
            let tracked = read.map_err(|error| error.recorded(recorded_at.as_ref()))?;
            all.push(Self { recorded_at, ..tracked });
        }
        if all.is_empty() { Err(CheckError::NoRecord) } else { Ok(all) }
    }

    /// The enum with its document.
    fn read(
        source: &'a SourceEnum,
        path: &Path,
        record: Option<Record>,
        document: Option<&Path>,
        settings: &Settings,
    ) -> Result<Self, CheckError> {
        let folder = path.parent().unwrap_or(Path::new(""));
        // The paths of a record begin in its folder.
        let recorded_in = settings.joins().is_empty().then_some(folder);
        let settings = match &record {
            Some(record) => record.settings.overridden_by(settings),
            None => settings.clone(),
        };
        let recorded = record.and_then(|record| record.path(folder)).map(|path| tidy(&path));
        let (document, file) = match (document, recorded) {
            (Some(document), _) => (document.to_owned(), document.to_owned()),
            (None, Some(recorded)) => {
                let file = in_repository(&recorded, folder)?;
                (recorded, file)
            }
            (None, None) => return Err(CheckError::NoDocument),
        };
        let reading = read(&document, &file, &settings, source.code_type())?;
        let reading = join(reading, &settings, recorded_in)?;
        require_accepted(&reading, &document, &settings)?;
        Ok(Self { source, document, settings, reading, recorded_at: None })
    }

    /// The update that brings the enum up to date.
    #[must_use]
    pub fn update(&self) -> Update {
        Update::new(self.settings.import())
    }

    /// The columns of the document that the enum does not have and that the record does not leave
    /// out, each with what to do about it. They are not differences.
    #[must_use]
    pub fn new_columns(&self) -> Vec<String> {
        let known = self.source.table().columns();
        let new = self.settings.new_columns(&self.reading.report).into_iter();
        let new = new.filter(|name| !known.iter().any(|column| column == name));
        let (document, source) = (self.document.display(), self.source.name());
        let line = |name: &str| {
            let name = visible::literal(name);
            format!(
                "{document}: the column {name} is not in `{source}`; add a column, or add \
                 --leave-out {name} to the comment above the enum"
            )
        };
        new.map(|name| visible::line(&line(name))).collect()
    }

    /// The codes in the text of the documents that neither their tables nor the enum have: the
    /// first twenty, each in a line, and how many more there are. They are not differences.
    #[must_use]
    pub fn mentions(&self) -> Vec<String> {
        const MOST: usize = 20;
        let key = |code: &str| CodeKey::new(code, Some(self.source.code_type()));
        let rows = self.source.table().rows().iter();
        let known: HashSet<CodeKey> = rows.flat_map(Row::codes).map(key).collect();
        let (document, source) = (self.document.to_string_lossy(), self.source.name());
        let joined = self.reading.joined.iter().map(|(document, report)| (&**document, report));
        let reports = iter::once((&*document, &self.reading.report)).chain(joined);
        let mentions = reports.flat_map(|(document, report)| {
            report.mentions.iter().map(move |mention| (document, mention))
        });
        let new: Vec<(&str, &Mention)> =
            mentions.filter(|(_, mention)| !known.contains(&key(&mention.code))).collect();
        let lines = new.iter().take(MOST).map(|(document, Mention { line, code, text })| {
            let (code, text) = (visible::literal(code), visible::literal(text));
            format!("{document}:{line}: {code} is in the text, but in no table and not in `{source}`: {text}")
        });
        let more = new.len().checked_sub(MOST).filter(|more| *more > 0);
        let more = more.map(|more| {
            format!("{document}: {more} more codes are in the text, but not in `{source}`")
        });
        lines.chain(more).map(|line| visible::line(&line)).collect()
    }

    /// Where the enum and the document differ.
    ///
    /// # Errors
    ///
    /// [`CheckError::Import`] if an import with these options could not write the document.
    pub fn differences(&self) -> Result<Vec<Difference>, CheckError> {
        let differences = self.update().differences(self.source, &self.reading.table);
        differences.map_err(|error| self.import_error(error))
    }

    /// The error of an import with these options.
    #[doc(hidden)]
    #[must_use]
    pub fn import_error(&self, error: ImportError) -> CheckError {
        let error = CheckError::Import { path: self.document.clone(), error };
        error.recorded(self.recorded_at.as_ref())
    }
}

/// The path without the folders that `..` leaves again; a link may lead elsewhere.
fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        let is_link = || fs::symlink_metadata(&tidy).is_ok_and(|metadata| metadata.is_symlink());
        if part == Component::ParentDir && tidy.file_name().is_some() && !is_link() {
            tidy.pop();
        } else {
            tidy.push(part);
        }
    }
    tidy
}

/// The record in the comments above an enum, the last if there are several.
fn record(source: &SourceEnum) -> Result<Option<Record>, CheckError> {
    Record::find(source.comments())
        .transpose()
        .map_err(|error| CheckError::Record { line: source.line(), error })
}

/// The line of that record.
fn line_of_record(lines_of_records: &[usize], source: &SourceEnum) -> usize {
    let after = lines_of_records.partition_point(|line| *line <= source.line());
    let above = after.checked_sub(1).and_then(|place| lines_of_records.get(place));
    above.copied().unwrap_or(source.line())
}

fn lines_of_records(file: &SourceFile) -> Vec<usize> {
    let lines = (1..).zip(file.source().lines());
    lines.filter(|(_, line)| Record::parse(line).is_some()).map(|(number, _)| number).collect()
}

/// Fails if a record is not above an enum that could be read: nothing would be compared with its
/// document.
fn require_enums_below(
    file: &SourceFile,
    path: &Path,
    lines_of_records: &[usize],
) -> Result<(), CheckError> {
    let recorded = file.enums().iter().filter(|source| matches!(record(source), Ok(Some(_))));
    let known = recorded.map(|source| line_of_record(lines_of_records, source));
    let known: HashSet<usize> = known.collect();
    match lines_of_records.iter().copied().find(|line| !known.contains(line)) {
        Some(line) => Err(CheckError::NoEnumBelow { path: path.to_owned(), line }),
        None => Ok(()),
    }
}

/// Fails if options may be meant for one of several enums, or if a document replaces those of
/// enums that were made from different ones.
fn require_clear(
    enums: &[(&SourceEnum, Option<Record>)],
    document: Option<&Path>,
    has_options: bool,
) -> Result<(), CheckError> {
    let documents = enums.iter().filter_map(|(_, record)| Some(&record.as_ref()?.document));
    // Conditions can compile one of several enums with the same name.
    let names = enums.iter().map(|(source, _)| source.name()).collect::<HashSet<_>>();
    let is_of_one = documents.collect::<HashSet<_>>().len() <= 1;
    if (document.is_none() || is_of_one) && (!has_options || is_of_one && names.len() <= 1) {
        return Ok(());
    }
    let enums = enums.iter().map(|(source, _)| source.name().to_owned()).collect();
    Err(CheckError::SeveralEnums { enums })
}

/// The file of a recorded document. Fails if it is outside the repository of the folder with
/// the source.
fn in_repository(document: &Path, folder: &Path) -> Result<PathBuf, CheckError> {
    let path = document.to_owned();
    repository::inside(document, folder).map_err(|refused| match refused {
        Refused::Io(error) => CheckError::Io { path, error },
        Refused::Outside(repository) => CheckError::Outside { path, repository },
    })
}

/// Reads a document from its file as an import does. If its codes then seem to be strings but
/// those of the enum are integers, or the reverse, they are read as in the enum, so that
/// malformed codes cannot change their type.
fn read(
    document: &Path,
    file: &Path,
    settings: &Settings,
    code_type: CodeType,
) -> Result<Reading, CheckError> {
    let path = || document.to_owned();
    let format = settings.format_of(document)?;
    let bytes = settings.max_size().read_file(file);
    let bytes = bytes.map_err(|error| CheckError::Io { path: path(), error })?;
    let read = |reader: Reader| {
        let reading = reader.read_bytes(&bytes, format);
        reading.map_err(|error| CheckError::Read { path: path(), error })
    };
    let mut reading = read(settings.reader())?;
    if reading.table.code_type.is_integer() != code_type.is_integer() {
        reading = read(settings.reader().code_type(code_type))?;
    }
    Ok(reading)
}

fn require_accepted(
    reading: &Reading,
    document: &Path,
    settings: &Settings,
) -> Result<(), CheckError> {
    let path = || document.to_owned();
    settings
        .require_accepted(&reading.report)
        .map_err(|error| CheckError::Findings { path: path(), error })?;
    settings
        .require_missed(&reading.report)
        .map_err(|error| CheckError::Missed { path: path(), error })?;
    if reading.table.rows.is_empty() {
        return Err(CheckError::NoRow { path: path() });
    }
    Ok(())
}

/// Joins the further documents to the first one. Paths that only a record names begin in its folder, and do not lead out of the repository.
fn join(
    mut reading: Reading,
    settings: &Settings,
    recorded_in: Option<&Path>,
) -> Result<Reading, CheckError> {
    for join in settings.joins() {
        let (document, file) = match recorded_in {
            Some(folder) => {
                let document = tidy(&folder.join(join.document()));
                let file = in_repository(&document, folder)?;
                (document, file)
            }
            None => (PathBuf::from(join.document()), PathBuf::from(join.document())),
        };
        let path = || document.clone();
        let bytes = settings.max_size().read_file(file);
        let bytes = bytes.map_err(|error| CheckError::Io { path: path(), error })?;
        let joined = join.read(&bytes, reading.table.code_type);
        let joined = joined.map_err(|error| CheckError::Read { path: path(), error })?;
        joined.format().map_or(Ok(()), |format| join.require_format(format))?;
        reading = reading.join(joined, &document.to_string_lossy(), &join.columns());
    }
    Ok(reading)
}
