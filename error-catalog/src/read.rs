//! From a document to a [`Table`].

mod beside;
mod bounds;
mod choose_tables;
mod code_kind;
mod collect_rows;
mod csv;
mod decode;
mod detect_format;
mod error;
mod find_columns;
mod finding;
mod format;
mod grid;
mod headings;
mod html;
mod items;
mod join_documents;
mod json;
mod known_headings;
mod markdown;
mod pattern;
mod pipes;
mod problem;
mod reader;
mod reading;
mod regex;
mod report;
mod require;
mod roles;
mod success;
mod toml;
mod written_json;
#[cfg(feature = "xlsx")]
mod xlsx;
mod yaml;

use self::choose_tables::{Wishes, choose};
pub use self::error::ReadError;
use self::finding::beginning;
pub use self::finding::{Finding, Missed};
pub use self::format::{Format, UnknownEncoding, UnknownFormat};
use self::grid::{Document, Input, Lines, Room};
#[cfg(feature = "export")]
pub(crate) use self::headings::has_role;
pub use self::problem::Problem;
pub use self::reader::Reader;
pub use self::reading::Reading;
pub use self::regex::RegexError;
pub use self::report::{Codes, CodesReason, FoundColumn, FoundTable, ReadAs, Report, Success};
pub use self::roles::{ColumnUse, LeftOut, Role, WrittenAs};
use crate::kinds::Kinds;
use crate::table::Table;

impl Table {
    /// Reads every table of a document that has a column of codes.
    ///
    /// Finds the columns by their headings: the codes under "Code", "Error code",
    /// "错误码" and the like, the messages under "Message", "Error message", "Name",
    /// the descriptions under "Description", "Detail", "描述", and so on. Use a
    /// [`Reader`] to name the headings.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the document as a whole cannot be read. A malformed row is
    /// not an error; it is reported as a [finding](Report::findings).
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let document = "code,message\n7,door jammed\n";
    /// let table = Table::read(document, Format::Csv)?.into_clean()?;
    /// assert_eq!(table.rows()[0].message(), "door jammed");
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    pub fn read(document: &str, format: Format) -> Result<Reading, ReadError> {
        Reader::new().read(document, format)
    }
}

impl Reader {
    /// Reads every table of a document that has a column of codes. The report says in
    /// which encoding the bytes are. Without a format, the report also says in which
    /// format they are and what shows it.
    ///
    /// ```
    /// use error_catalog::Reader;
    ///
    /// let document = b"\xFF\xFEc\0o\0d\0e\0,\0t\0e\0x\0t\0\n\x007\0,\0a\0\n\0";
    /// let reading = Reader::new().read_bytes(document, None)?;
    /// let read_as = reading.report.read_as.ok_or("known")?;
    /// assert_eq!(
    ///     read_as.to_string(),
    ///     "read as csv in UTF-16LE: most lines have as many commas",
    /// );
    /// assert_eq!(reading.table.rows()[0].message(), "a");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the document as a whole cannot be read. A malformed row is
    /// not an error; it is reported as a [finding](Report::findings).
    pub fn read_bytes(
        &self,
        document: &[u8],
        format: Option<Format>,
    ) -> Result<Reading, ReadError> {
        let format = format.or(self.regex.is_some().then_some(Format::Text));
        if format == Some(Format::Xlsx) || format.is_none() && document.starts_with(ZIP) {
            let guess = format.is_none().then_some("it is a zip file");
            let read_as = Some(ReadAs { format: Format::Xlsx, guess, encoding: None });
            return self.read_workbook(document, Report { read_as, ..Report::default() });
        }
        let (text, encoding) = decode::decode(document, self.encoding)?;
        let (format, guess) = match format {
            Some(format) => (format, None),
            None => detect_format::guess(&text).map(|(format, guess)| (format, Some(guess)))?,
        };
        let read_as = Some(ReadAs { format, guess, encoding: Some(encoding.name()) });
        self.read_text(&text, format, Report { read_as, ..Report::default() })
    }

    /// Reads every table of a document that has a column of codes.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the document as a whole cannot be read. A malformed row is
    /// not an error; it is reported as a [finding](Report::findings).
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = "code,message\n7,door jammed\n";
    /// let reading = Reader::new().read(document, Format::Csv)?;
    /// assert_eq!(reading.table.rows().len(), 1);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    pub fn read(&self, document: &str, format: Format) -> Result<Reading, ReadError> {
        let text = document.strip_prefix('\u{feff}').unwrap_or(document);
        self.read_text(text, format, Report::default())
    }

    fn read_text(
        &self,
        text: &str,
        format: Format,
        mut report: Report,
    ) -> Result<Reading, ReadError> {
        self.require_size(text.len() as u64)?;
        let room = Room::new(self.max_size);
        let part = self.bounds.of(text)?;
        let before = Lines::new(text).at(part.start) - 1;
        let text = text.get(part).unwrap_or_default();
        let lines = Lines::behind(before, text);
        let input = Input { text, lines: &lines, room: &room };
        let mut wishes = self.wishes.clone();
        let pointer = self.pointer.as_deref();
        let written;
        let parsed = match (&self.regex, format) {
            (Some(regex), _) => {
                wishes.named = regex.named(&wishes.named);
                let has_entities = matches!(format, Format::Markdown | Format::Html);
                let (parsed, missed) = regex.read(&input, has_entities)?;
                report.missed = missed;
                parsed
            }
            (None, Format::Text) => return Err(ReadError::NeedsRegex),
            (None, Format::Xlsx) => return self.read_workbook(text.as_bytes(), report),
            (None, Format::Markdown) => {
                let lists = items::of_markdown(&input)?;
                Document { lists, ..markdown::read(&input, wishes.named.are_numbers)? }
            }
            (None, Format::Html) => {
                let lists = items::of_html(&input)?;
                Document { lists, ..html::read(&input, wishes.named.are_numbers)? }
            }
            (None, Format::Csv | Format::Tsv) => {
                let (parsed, found) = csv::read(&input, format, self.delimiter, &wishes.named)?;
                report.delimiter = found;
                parsed
            }
            (None, Format::Json) => json::read(&input, pointer, &wishes.named)?,
            (None, Format::Yaml | Format::Toml) => {
                written = match format {
                    Format::Toml => toml::to_json(&input)?,
                    _ => yaml::to_json(text, before, &room)?,
                };
                let lines = Lines::of_written(&written.text, &written.marks);
                let input = Input { text: &written.text, lines: &lines, room: &room };
                json::read(&input, pointer, &wishes.named)?
            }
        };
        self.finish(&wishes, parsed, report)
    }

    fn require_size(&self, bytes: u64) -> Result<(), ReadError> {
        if bytes <= self.max_size.bytes() {
            return Ok(());
        }
        Err(ReadError::TooMuch { what: "the document has", max_size: self.max_size })
    }

    #[cfg(feature = "xlsx")]
    fn read_workbook(&self, bytes: &[u8], report: Report) -> Result<Reading, ReadError> {
        self.require_size(bytes.len() as u64)?;
        let room = Room::new(self.max_size);
        let parsed = xlsx::read(bytes, &self.wishes.named, self.max_size, &room)?;
        self.finish(&self.wishes, parsed, report)
    }

    #[cfg(not(feature = "xlsx"))]
    #[expect(clippy::unused_self, reason = "the feature needs it")]
    fn read_workbook(&self, _: &[u8], _: Report) -> Result<Reading, ReadError> {
        Err(ReadError::NoXlsx)
    }

    /// Makes one table of all that are read.
    fn finish(
        &self,
        wishes: &Wishes,
        mut parsed: Document<'_>,
        mut report: Report,
    ) -> Result<Reading, ReadError> {
        report.findings = std::mem::take(&mut parsed.findings);
        let (chosen, kind) = choose(wishes, &parsed, &mut report)?;
        let (mut table, codes, findings) = collect_rows::collect(&chosen, &kind);
        let lists = report.tables.get(parsed.grids.len()..).unwrap_or_default();
        let beside = beside::find(&parsed.lists, lists, &table.rows, &kind);
        report.findings.extend(beside);
        report.codes = Some(codes);
        report.successes = success::find(&table.rows);
        report.findings.extend(findings);
        if let Some(column) = &self.kind {
            report.findings.extend(without_kind(column, &mut table));
        }
        report.findings.sort_by_key(Finding::line);
        Ok(Reading { table, report })
    }
}

/// What a file begins with that is an archive, as a workbook is.
const ZIP: &[u8] = b"PK\x03\x04";

/// A finding for each row whose cell says no kind.
fn without_kind(column: &str, table: &mut Table) -> Vec<Finding> {
    let Some(kinds) = Kinds::find(column, table) else { return Vec::new() };
    let mut findings = Vec::new();
    for row in &mut table.rows {
        let Err(cell) = kinds.kind(row) else { continue };
        let text = format!("{} | {}", row.code, row.message);
        let (column, value) = (beginning(column), beginning(&cell));
        let problem = Problem::NoKind { column, value };
        findings.push(Finding::new(row.line.unwrap_or_default(), &text, problem));
        row.unknown_kind = Some(cell);
    }
    findings
}
