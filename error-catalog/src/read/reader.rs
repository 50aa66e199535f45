//! The caller's options for reading a document.

use encoding_rs::Encoding;

use super::bounds::Bounds;
use super::choose_tables::Wishes;
use super::decode;
use super::format::UnknownEncoding;
use super::regex::{Expression, RegexError};
use crate::code_type::CodeType;
use crate::max_size::MaxSize;

/// Reads documents with headings that [`Table::read`](crate::Table::read) does not know.
///
/// Columns that you do not name are found in the same way as by
/// [`Table::read`](crate::Table::read).
///
/// Each method has an option of the program `error-catalog`, and messages name the option: for
/// `--no-headings`, call [`no_headings`](Self::no_headings).
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
    pub(super) wishes: Wishes,
    pub(super) delimiter: Option<char>,
    pub(super) pointer: Option<String>,
    pub(super) regex: Option<Expression>,
    pub(super) bounds: Bounds,
    pub(super) encoding: Option<&'static Encoding>,
    pub(super) max_size: MaxSize,
}

impl Reader {
    /// A reader that finds every column by itself.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = "code,message\n7,door jammed\n";
    /// let reading = Reader::new().read(document, Format::Csv)?;
    /// assert_eq!(reading.table.rows().len(), 1);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads the codes from the column with this heading. If tables have different headings, name
    /// each; in each table, the first that it has counts.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = "Ref,Text\n7,door jammed\n";
    /// let reading = Reader::new().code("Ref").read(document, Format::Csv)?;
    /// assert_eq!(reading.table.rows().len(), 1);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn code(mut self, heading: impl Into<String>) -> Self {
        self.wishes.named.code.push(heading.into());
        self
    }

    /// Reads the messages from the column with this heading.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = "code,Says\n7,door jammed\n";
    /// let reading = Reader::new().message("Says").read(document, Format::Csv)?;
    /// assert_eq!(reading.table.rows().len(), 1);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn message(mut self, heading: impl Into<String>) -> Self {
        self.wishes.named.message = Some(heading.into());
        self
    }

    /// Reads the descriptions from the column with this heading.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = "code,message,More\n7,jammed,The door is jammed\n";
    /// let reading = Reader::new().description("More").read(document, Format::Csv)?;
    /// assert_eq!(reading.table.rows()[0].description(), "The door is jammed");
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn description(mut self, heading: impl Into<String>) -> Self {
        self.wishes.named.description = Some(heading.into());
        self
    }

    /// Reads the names of the variants from the column with this heading.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = "code,message,Symbol\n7,door jammed,EJAM\n";
    /// let reading = Reader::new().variant("Symbol").read(document, Format::Csv)?;
    /// assert_eq!(reading.table.rows()[0].name(), "EJAM");
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn variant(mut self, heading: impl Into<String>) -> Self {
        self.wishes.named.name = Some(heading.into());
        self
    }

    /// Names the column with this heading `name`. Other columns without a meaning keep their
    /// headings as names.
    ///
    /// The heading `SECTION` stands for the last row above that is one cell over the whole table,
    /// unless the table has a column with this heading.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = "code,message,German\n7,door jammed,klemmt\n";
    /// let reading = Reader::new().column("de", "German").read(document, Format::Csv)?;
    /// assert_eq!(reading.table.columns(), ["de"]);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn column(mut self, name: impl Into<String>, heading: impl Into<String>) -> Self {
        self.wishes.named.columns.push((name.into(), heading.into()));
        self
    }

    /// Adds a column with the address of the first link in each cell under this heading. The
    /// texts of the cells keep their meaning.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = "|Code|Message|\n|-|-|\n|7|See [hours](https://door.example)|\n";
    /// let reader = Reader::new().link("help", "Message");
    /// let table = reader.read(document, Format::Markdown)?.into_clean()?;
    /// assert_eq!(table.rows()[0].message(), "See hours");
    /// assert_eq!(table.rows()[0].values(), ["https://door.example"]);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn link(mut self, name: impl Into<String>, heading: impl Into<String>) -> Self {
        self.wishes.named.links.push((name.into(), heading.into()));
        self
    }

    /// Gives this column no meaning: it is not used for codes, texts or names, whatever its
    /// heading says.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = "code,message,notes\n7,door jammed,x\n";
    /// let reading = Reader::new().leave_out("notes").read(document, Format::Csv)?;
    /// assert_eq!(reading.table.rows().len(), 1);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn leave_out(mut self, heading: impl Into<String>) -> Self {
        self.wishes.named.left_out.push(heading.into());
        self
    }

    /// Reads the table with this number in the [report](crate::Report). Tables that you do not
    /// choose are left out.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = "\
    /// |Code|Message|\n|-|-|\n|7|jammed|\n
    /// |Code|Message|\n|-|-|\n|7|working|\n";
    /// let table = Reader::new().table(2).read(document, Format::Markdown)?.into_clean()?;
    /// assert_eq!(table.rows()[0].message(), "working");
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn table(mut self, number: usize) -> Self {
        self.wishes.tables.push(number);
        self
    }

    /// Reads the tables under a heading that contains these words, or its lists of codes if there
    /// is no table. Tables that you do not choose are left out. Case and the number of blanks do
    /// not matter.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = "# Doors\n\n| code | message |\n| - | - |\n| 7 | jammed |\n\n# Windows\n\n| code | message |\n| - | - |\n| 8 | open |\n";
    /// let reading = Reader::new().section("Doors").read(document, Format::Markdown)?;
    /// assert_eq!(reading.table.rows().len(), 1);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn section(mut self, words: impl Into<String>) -> Self {
        self.wishes.sections.push(words.into());
        self
    }

    /// Reads the sheet of a workbook with this name. Sheets that you do not choose are left out.
    ///
    /// ```
    /// use error_catalog::{Format, ReadError, Reader};
    ///
    /// let reader = Reader::new().sheet("Errors");
    /// // Only workbooks have sheets.
    /// let reading = reader.read("code,message\n7,door jammed\n", Format::Csv);
    /// assert!(matches!(reading, Err(ReadError::NoSuchTable { .. })));
    /// ```
    #[must_use]
    pub fn sheet(mut self, name: impl Into<String>) -> Self {
        self.wishes.sheets.push(name.into());
        self
    }

    /// Sets the type of the codes. Rows with other codes are findings.
    ///
    /// By default, the codes are integers if more than half of them are, or half of them if the
    /// others do not look like codes. Then the type is `u32`, `i32` or the next larger type that
    /// holds every code. Otherwise it is `str`, as it is if all codes of digits have the same
    /// length and several have leading zeros.
    ///
    /// ```
    /// use error_catalog::{CodeType, Format, Reader};
    ///
    /// let document = "code,message\n7,door jammed\n";
    /// let reading = Reader::new().code_type(CodeType::Str).read(document, Format::Csv)?;
    /// assert_eq!(reading.table.code_type(), CodeType::Str);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn code_type(mut self, code_type: CodeType) -> Self {
        self.wishes.code_type = Some(code_type);
        self
    }

    /// Separates the cells of a CSV file by this character. By default, it is detected from the
    /// first lines.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = "code|message\n7|door jammed\n";
    /// let reading = Reader::new().delimiter('|').read(document, Format::Csv)?;
    /// assert_eq!(reading.table.rows().len(), 1);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn delimiter(mut self, delimiter: char) -> Self {
        self.delimiter = Some(delimiter);
        self
    }

    /// Reads the first row of each table of CSV, Markdown and HTML as a row and not as
    /// headings. The headings are the numbers of the columns, counted from 1.
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
        self.wishes.named.are_numbers = true;
        self
    }

    /// Reads only the value at this JSON Pointer. By default, rows are looked for everywhere.
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

    /// Reads any text by a [regular expression](https://docs.rs/regex), whatever its format: each
    /// match is a row. The groups `code`, `variant` (the name), `message` and `description` are
    /// columns, and so is every other named group. The expression needs `code` and one of the
    /// other three.
    ///
    /// If a group is a string literal, with or without its quotes, it is read as one: escapes
    /// such as `\"` and `\u00e9` become the characters they mean. Literals that are joined to it
    /// by a `+`, or that follow on the next line, are part of it.
    ///
    /// Lines that look like rows but are in no match are [counted](crate::Report::missed). Those
    /// that have both a code and a name like the rows' are findings. In Markdown and HTML,
    /// entities such as `&amp;` are decoded.
    ///
    /// # Errors
    ///
    /// [`RegexError`] if this is not a regular expression, or if it lacks the groups.
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

    /// Reads only what is after the first match of this regular expression.
    ///
    /// # Errors
    ///
    /// [`RegexError`] if this is not a regular expression.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = "#define SIZE 4\n// Errors\n#define JAMMED 7\n// End\n#define MOST 9\n";
    /// let reader = Reader::new().regex(r"#define (?<variant>\w+) (?<code>\d+)")?;
    /// let reader = reader.after("// Errors")?.before("// End")?;
    /// let table = reader.read(document, Format::Text)?.into_clean()?;
    /// assert_eq!((table.rows().len(), table.rows()[0].line()), (1, Some(3)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn after(mut self, expression: &str) -> Result<Self, RegexError> {
        self.bounds.begin_after(expression)?;
        Ok(self)
    }

    /// Reads only what is before the first match of this regular expression, counted from the
    /// match of [`after`](Self::after).
    ///
    /// # Errors
    ///
    /// [`RegexError`] if this is not a regular expression.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = "code,message\n7,door jammed\nThe list ends here.\n8,never,was\n";
    /// let table = Reader::new().before("The list ends")?.read(document, Format::Csv)?;
    /// assert_eq!(table.into_clean()?.rows().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn before(mut self, expression: &str) -> Result<Self, RegexError> {
        self.bounds.end_before(expression)?;
        Ok(self)
    }

    /// Reads bytes in the encoding with this [label], such as `big5` or `windows-1252`,
    /// unless they begin with a byte order mark.
    ///
    /// By default, the encoding is detected: UTF-8 or UTF-16, what an HTML page declares, or
    /// GB18030 for Chinese that is not UTF-8.
    ///
    /// [label]: https://encoding.spec.whatwg.org/#names-and-labels
    ///
    /// # Errors
    ///
    /// [`UnknownEncoding`] if no encoding has this label.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let reader = Reader::new().encoding("windows-1252")?;
    /// let reading = reader.read_bytes(b"code,message\n7,T\xfcr klemmt\n", Some(Format::Csv))?;
    /// assert_eq!(reading.table.rows()[0].message(), "Tür klemmt");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn encoding(mut self, label: &str) -> Result<Self, UnknownEncoding> {
        self.encoding = Some(decode::by_label(label)?);
        Ok(self)
    }

    /// Refuses a document that is larger or takes more memory than this. For a workbook, the
    /// unpacked size counts.
    ///
    /// ```
    /// use error_catalog::{Format, MaxSize, ReadError, Reader};
    ///
    /// let reader = Reader::new().max_size(MaxSize::new(16));
    /// let reading = reader.read("code,message\n1,one\n", Format::Csv);
    /// assert!(matches!(reading, Err(ReadError::TooMuch { .. })));
    /// ```
    #[must_use]
    pub fn max_size(mut self, size: MaxSize) -> Self {
        self.max_size = size;
        self
    }

    /// Reports each cell of this column that is not a kind. See
    /// [`Import::kind`](crate::Import::kind), which gives such a row no kind.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let document = "code,message,status\n1,jammed,409\n2,gone,400 or 410\n";
    /// let reading = Reader::new().kind("status").read(document, Format::Csv)?;
    /// assert_eq!(reading.report.findings[0].line(), 3);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn kind(mut self, column: impl Into<String>) -> Self {
        self.wishes.named.kind = Some(column.into());
        self
    }

    pub(crate) fn limit(&self) -> MaxSize {
        self.max_size
    }
}
