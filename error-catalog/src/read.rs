//! From a document to a [`Table`].
//!
//! `Reader::read_text` and `Reader::read_grids` show how a document is read, step by step.

mod beside;
mod bounds;
mod choose_tables;
mod code_kind;
mod collect_rows;
mod csv;
mod decode;
mod error;
mod find_columns;
mod find_grids;
mod finding;
mod folded;
mod format;
mod grid;
mod headings;
mod html;
mod items;
mod join_documents;
mod json;
mod jsx;
mod known_headings;
mod markdown;
mod name_cells;
mod pattern;
mod pipes;
mod problem;
mod reader;
mod reading;
mod regex;
mod report;
mod require;
mod roles;
mod seen;
mod success;
mod toml;
mod written_json;
#[cfg(feature = "xlsx")]
mod xlsx;
mod xml;
mod yaml;
mod years;

use std::mem;

use self::choose_tables::{Wishes, choose_tables};
use self::collect_rows::collect_rows;
pub use self::error::ReadError;
use self::find_grids::{detect_format, find_grids, made_text};
pub use self::finding::{Finding, Mention, Missed};
use self::folded::unfold;
pub use self::format::{Format, UnknownEncoding, UnknownFormat};
use self::grid::{Document, Input, Lines, Room};
#[cfg(feature = "export")]
pub(crate) use self::headings::has_role;
pub use self::problem::Problem;
pub use self::reader::Reader;
pub use self::reading::Reading;
pub use self::regex::RegexError;
pub use self::report::{Codes, CodesReason, FoundColumn, FoundTable, ReadAs, Report, Success};
use self::require::require;
pub use self::roles::{ColumnUse, LeftOut, Role, WrittenAs};
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
    /// Reads every table of a document that has a column of codes. The report says which encoding
    /// the bytes have. Without a format, it also says which format was detected, and by what.
    ///
    /// ```
    /// use error_catalog::Reader;
    ///
    /// let document = b"\xFF\xFEc\0o\0d\0e\0,\0t\0e\0x\0t\0\n\x007\0,\0a\0\n\0";
    /// let reading = Reader::new().read_bytes(document, None)?;
    /// let read_as = reading.report.read_as.ok_or("known")?;
    /// assert_eq!(
    ///     read_as.to_string(),
    ///     "read as csv in UTF-16LE: most lines have the same number of commas",
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
            None => detect_format(&text).map(|(format, guess)| (format, Some(guess)))?,
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

    /// Reads a text: takes the part that is wanted, finds its grids, and reads those.
    fn read_text(&self, text: &str, format: Format, report: Report) -> Result<Reading, ReadError> {
        self.require_size(text.len() as u64)?;
        let room = Room::new(self.max_size);
        let part = self.bounds.of(text)?;
        let before = Lines::new(text).at(part.start) - 1;
        let text = text.get(part).unwrap_or_default();
        let lines = Lines::after(before, text);
        let input = Input { text, lines: &lines, room: &room };
        let wishes = self.wishes();
        let made = made_text(self, format, &input)?;
        let document = find_grids(self, format, &input, made.as_ref(), &wishes.named)?;
        Self::read_grids(&wishes, document, report)
    }

    /// What the caller asks for; for a regular expression, also the names of its groups.
    fn wishes(&self) -> Wishes {
        let mut wishes = self.wishes.clone();
        if let Some(regex) = &self.regex {
            wishes.named = regex.named(&wishes.named);
        }
        wishes
    }

    fn require_size(&self, bytes: u64) -> Result<(), ReadError> {
        if bytes <= self.max_size.bytes() {
            return Ok(());
        }
        Err(ReadError::TooMuch { what: "the document has", max_size: self.max_size })
    }

    fn read_workbook(&self, bytes: &[u8], report: Report) -> Result<Reading, ReadError> {
        self.require_size(bytes.len() as u64)?;
        let room = Room::new(self.max_size);
        let document = find_grids::workbook(self, bytes, &room, &self.wishes.named)?;
        Self::read_grids(&self.wishes, document, report)
    }

    /// Reads grids: chooses some of them, checks what they must have, and collects their rows in
    /// one table.
    fn read_grids(
        wishes: &Wishes,
        mut document: Document<'_>,
        mut report: Report,
    ) -> Result<Reading, ReadError> {
        document.grids.iter_mut().for_each(unfold);
        report.findings = mem::take(&mut document.findings);
        report.delimiter = document.delimiter;
        report.missed = document.missed.take();
        let (chosen, kind) = choose_tables(wishes, &document, &mut report);
        require(wishes, &document, &chosen, &report)?;
        report.findings.extend(choose_tables::doubts(wishes, &chosen, &report));
        let (mut table, codes, findings) = collect_rows(&chosen, &kind);
        report.findings.extend(findings);
        let lists = report.tables.get(document.grids.len()..).unwrap_or_default();
        let (beside, mentions) = beside::find(document, lists, &table.rows, &kind);
        report.findings.extend(beside);
        report.mentions = mentions;
        report.codes = Some(codes);
        report.successes = success::find(&table.rows);
        if let Some(column) = &wishes.named.kind {
            report.findings.extend(collect_rows::mark_unknown_kinds(column, &mut table));
        }
        report.findings.sort_by_key(Finding::line);
        Ok(Reading { table, report, joined: Vec::new() })
    }
}

/// The beginning of an archive, such as a workbook.
const ZIP: &[u8] = b"PK\x03\x04";
