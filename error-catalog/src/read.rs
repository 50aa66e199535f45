//! From a document to a [`Table`].

mod choose;
mod collect;
mod columns;
mod csv;
mod decode;
mod finding;
mod format;
mod grid;
mod guess;
mod headings;
mod html;
mod join;
mod json;
mod kind;
mod markdown;
mod pipes;
mod reading;
mod regex;
mod report;
mod success;
mod words;
#[cfg(feature = "xlsx")]
mod xlsx;

use encoding_rs::Encoding;

use self::choose::{Wishes, choose};
pub use self::columns::{ColumnUse, LeftOut, Role};
use self::csv::Layout;
pub use self::finding::{Finding, Missed, Problem};
pub use self::format::{Format, UnknownEncoding, UnknownFormat};
use self::grid::{Document, Lines, Room};
pub(crate) use self::headings::has_role;
pub use self::reading::Reading;
use self::regex::Expression;
pub use self::regex::RegexError;
pub use self::report::{
    Codes, CodesReason, FoundColumn, FoundTable, ReadAs, ReadError, Report, Success,
};
use crate::code_type::CodeType;
use crate::max_size::MaxSize;
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

/// Reads documents with headings that [`Table::read`] does not know.
///
/// Finds the columns that you do not name as [`Table::read`] does.
///
/// ```
/// use error_catalog::{Format, Reader};
///
/// let document = "\
/// | No. | Text   | Chinese | Since |
/// | --- | ------ | ------- | ----- |
/// | 7   | jammed | 卡住    | 2.0   |
/// ";
/// let reader = Reader::new().code("No.").message("Text").column("zh", "Chinese");
/// let table = reader.read(document, Format::Markdown)?.into_clean()?;
///
/// assert_eq!(table.columns(), ["zh", "Since"]);
/// assert_eq!(table.rows()[0].values(), ["卡住", "2.0"]);
/// # Ok::<(), error_catalog::ReadError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Reader {
    wishes: Wishes,
    layout: Layout,
    pointer: Option<String>,
    regex: Option<Expression>,
    encoding: Option<&'static Encoding>,
    max_size: MaxSize,
}

impl Reader {
    /// A reader that finds every column by itself.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads the codes from the column with this heading.
    #[must_use]
    pub fn code(mut self, heading: impl Into<String>) -> Self {
        self.wishes.named.code = Some(heading.into());
        self
    }

    /// Reads the messages from the column with this heading.
    #[must_use]
    pub fn message(mut self, heading: impl Into<String>) -> Self {
        self.wishes.named.message = Some(heading.into());
        self
    }

    /// Reads the descriptions from the column with this heading.
    #[must_use]
    pub fn description(mut self, heading: impl Into<String>) -> Self {
        self.wishes.named.description = Some(heading.into());
        self
    }

    /// Reads the names from the column with this heading.
    #[must_use]
    pub fn name(mut self, heading: impl Into<String>) -> Self {
        self.wishes.named.name = Some(heading.into());
        self
    }

    /// Names the column with this heading `name`. All other columns without a
    /// meaning of their own keep their heading as their name.
    ///
    /// The heading `SECTION` means the last row above that is one cell over the whole
    /// table, unless the table has a column with this heading.
    #[must_use]
    pub fn column(mut self, name: impl Into<String>, heading: impl Into<String>) -> Self {
        self.wishes.named.columns.push((name.into(), heading.into()));
        self
    }

    /// Leaves this column to itself: it is none of the codes, texts or names, whatever its
    /// heading says.
    #[must_use]
    pub fn leave_out(mut self, heading: impl Into<String>) -> Self {
        self.wishes.named.left_out.push(heading.into());
        self
    }

    /// Reads the table with this number, as the [report](Report) counts them, and no
    /// other that you do not choose too.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = "\
    /// ## Errors
    ///
    /// | Code | Message |
    /// | ---- | ------- |
    /// | 7    | jammed  |
    ///
    /// ## Statuses
    ///
    /// | Code | Message |
    /// | ---- | ------- |
    /// | 7    | working |
    /// ";
    /// let table = Reader::new().table(2).read(document, Format::Markdown)?.into_clean()?;
    /// assert_eq!(table.rows()[0].message(), "working");
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn table(mut self, number: usize) -> Self {
        self.wishes.tables.push(number);
        self
    }

    /// Reads the tables under a heading that contains these words, and no others that
    /// you do not choose too. Case and the number of blanks do not count.
    #[must_use]
    pub fn section(mut self, words: impl Into<String>) -> Self {
        self.wishes.sections.push(words.into());
        self
    }

    /// Reads the sheet with this name of a workbook, and no others that you do not choose
    /// too.
    #[must_use]
    pub fn sheet(mut self, name: impl Into<String>) -> Self {
        self.wishes.sheets.push(name.into());
        self
    }

    /// Sets the type of the codes. Rows with other codes are findings.
    ///
    /// The default is an integer type if more than half of a table's codes are
    /// integers, and `str` otherwise.
    #[must_use]
    pub fn code_type(mut self, code_type: CodeType) -> Self {
        self.wishes.code_type = Some(code_type);
        self
    }

    /// Separates the cells of a CSV file by this character. The default is what the
    /// first lines look like.
    #[must_use]
    pub fn delimiter(mut self, delimiter: char) -> Self {
        self.layout.delimiter = Some(delimiter);
        self
    }

    /// Reads the first line of a CSV file as a row. The headings are the numbers of the
    /// columns, counted from 1.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let reader = Reader::new().no_headings().code("1").message("2");
    /// let table = reader.read("7,jammed\n9,gone\n", Format::Csv)?.into_clean()?;
    /// assert_eq!(table.rows()[0].message(), "jammed");
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn no_headings(mut self) -> Self {
        self.layout.has_no_headings = true;
        self
    }

    /// Reads what is at this JSON Pointer and nothing else of a JSON document. The
    /// default is to look for rows everywhere.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = r#"{"data": {"old": {"7": "jammed"}, "new": {"7": "stuck"}}}"#;
    /// let reader = Reader::new().pointer("/data/new");
    /// let table = reader.read(document, Format::Json)?.into_clean()?;
    /// assert_eq!(table.rows()[0].message(), "stuck");
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn pointer(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = Some(pointer.into());
        self
    }

    /// Reads any text by a [regular expression](https://docs.rs/regex), whatever its
    /// format: each match is a row. The groups `code`, `variant` (the name), `message` and
    /// `description` are columns, and so is every other group with a name. The expression
    /// needs `code` and one of the other three.
    ///
    /// If a group is a string literal, with its quotes or between them, this reads it as
    /// one: escapes such as `\"` and `\u00e9` are the characters they mean. Literals that
    /// are joined to it by a `+`, or that follow on the next line, are part of it.
    ///
    /// Lines that look like rows but are in no match are [counted](Report::missed). Those
    /// that have both a code and a name like the rows' are findings.
    ///
    /// # Errors
    ///
    /// [`RegexError`] if this is not a regular expression, or if it has not the groups.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = r#"
    /// public enum Door {
    ///     JAMMED(7, "The \"front\" door " +
    ///         "is jammed"),
    ///     OPEN(8, "The door is open"),
    /// }"#;
    /// let expression = r#"(?<variant>[A-Z_]+)\((?<code>\d+), "(?<message>[^"]*)""#;
    /// let reading = Reader::new().regex(expression)?.read(document, Format::Text)?;
    /// let rows = reading.table.rows();
    /// assert_eq!((rows[0].code(), rows[0].name()), ("7", "JAMMED"));
    /// assert_eq!(rows[0].message(), r#"The "front" door is jammed"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn regex(mut self, expression: &str) -> Result<Self, RegexError> {
        self.regex = Some(Expression::new(expression)?);
        Ok(self)
    }

    /// Reads bytes in the encoding with this [label], such as `big5` or `windows-1252`,
    /// unless they begin with a byte order mark.
    ///
    /// The default is UTF-8 or UTF-16; of an HTML page, what it declares; and GB18030 for
    /// what is Chinese and not UTF-8.
    ///
    /// [label]: https://encoding.spec.whatwg.org/#names-and-labels
    ///
    /// # Errors
    ///
    /// [`UnknownEncoding`] if no encoding has this label.
    pub fn encoding(mut self, label: &str) -> Result<Self, UnknownEncoding> {
        self.encoding = Some(decode::by_label(label)?);
        Ok(self)
    }

    /// Reads no document that is larger or takes more memory than this. A workbook counts as
    /// large as it is when it is unpacked.
    ///
    /// ```
    /// use error_catalog::{Format, MaxSize, ReadError, Reader};
    ///
    /// let reader = Reader::new().max_size(MaxSize::new(16));
    /// let error = reader.read("code,message\n1,one\n", Format::Csv).unwrap_err();
    /// assert!(matches!(error, ReadError::TooMuch { .. }));
    /// ```
    #[must_use]
    pub fn max_size(mut self, size: MaxSize) -> Self {
        self.max_size = size;
        self
    }

    pub(crate) fn limit(&self) -> MaxSize {
        self.max_size
    }

    /// Reads every table of a document that has a column of codes. The report says in
    /// which encoding the bytes are. Without a format, the report also says in which
    /// format they are and what shows it.
    ///
    /// ```
    /// use error_catalog::Reader;
    ///
    /// let document = b"\xFF\xFEc\0o\0d\0e\0,\0t\0e\0x\0t\0\n\x007\0,\0a\0\n\0";
    /// let reading = Reader::new().read_bytes(document, None)?;
    /// assert_eq!(
    ///     reading.report.read_as.unwrap().to_string(),
    ///     "read as csv in UTF-16LE: most lines have as many commas",
    /// );
    /// assert_eq!(reading.table.rows()[0].message(), "a");
    /// # Ok::<(), error_catalog::ReadError>(())
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
            None => guess::guess(&text)
                .map(|(format, guess)| (format, Some(guess)))
                .ok_or(ReadError::UnknownFormat)?,
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
        let lines = Lines::new(text);
        let mut wishes = self.wishes.clone();
        let parsed = match (&self.regex, format) {
            (Some(regex), _) => {
                wishes.named = regex.named(&wishes.named);
                let (parsed, missed) = regex.read(text, &lines, &room)?;
                report.missed = missed;
                parsed
            }
            (None, Format::Text) => return Err(ReadError::NeedsRegex),
            (None, Format::Xlsx) => return self.read_workbook(text.as_bytes(), report),
            (None, Format::Markdown) => markdown::read(text, &lines, &room)?,
            (None, Format::Html) => html::read(text, &lines, &room)?,
            (None, Format::Csv | Format::Tsv) => {
                let file = csv::File { text, lines: &lines, room: &room };
                let (parsed, found) = file.read(format, self.layout, &wishes.named)?;
                report.delimiter = found;
                parsed
            }
            (None, Format::Json) => {
                json::read((text, &lines, &room), self.pointer.as_deref(), &wishes.named)?
            }
        };
        finish(&wishes, parsed, report)
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
        finish(&self.wishes, xlsx::read(bytes, &self.wishes.named, self.max_size, &room)?, report)
    }

    #[cfg(not(feature = "xlsx"))]
    #[expect(clippy::unused_self, reason = "the feature needs it")]
    fn read_workbook(&self, _: &[u8], _: Report) -> Result<Reading, ReadError> {
        Err(ReadError::NoXlsx)
    }
}

/// What a file begins with that is an archive, as a workbook is.
const ZIP: &[u8] = b"PK\x03\x04";

/// Makes one table of all that are read.
fn finish(wishes: &Wishes, parsed: Document<'_>, mut report: Report) -> Result<Reading, ReadError> {
    report.findings = parsed.findings;
    let (chosen, kind) = choose(wishes, &parsed.grids, &parsed.hidden, &mut report)?;
    let (table, codes, findings) = collect::collect(&chosen, &kind);
    report.codes = Some(codes);
    report.successes = success::find(&table.rows);
    report.findings.extend(findings);
    report.findings.sort_by_key(Finding::line);
    Ok(Reading { table, report })
}
