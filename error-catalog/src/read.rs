//! From a document to a [`Table`].

mod collect;
mod csv;
mod format;
mod grid;
mod headings;
mod html;
mod json;
mod markdown;
mod pipes;
mod report;

pub use self::format::{Format, UnknownFormat};
use self::grid::Lines;
use self::headings::{Named, Places};
pub use self::report::{Finding, Problem, ReadError};
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
    /// not an error; it is reported as a [finding](Reading::findings).
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

/// The result of reading a document: the table, and the malformed rows.
///
/// ```
/// use error_catalog::{Format, Table};
///
/// let document = "code,message\n1,jammed\n2,open,wide\n";
/// let reading = Table::read(document, Format::Csv)?;
/// assert_eq!(
///     reading.findings[0].to_string(),
///     r#"line 3: 3 cells under 2 headings, the surplus is appended to the last cell: "2,open,wide""#,
/// );
/// assert_eq!(reading.table.rows()[1].message(), "open wide");
/// # Ok::<(), error_catalog::ReadError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
#[non_exhaustive]
pub struct Reading {
    /// Every row that was not left out.
    pub table: Table,
    /// The malformed rows, in the document's order. Each [`Problem`] says whether
    /// the row is in the table.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// Returns the table if the document has no malformed row.
    ///
    /// # Errors
    ///
    /// [`ReadError::Findings`] if it has any.
    pub fn into_clean(self) -> Result<Table, ReadError> {
        if self.findings.is_empty() {
            Ok(self.table)
        } else {
            Err(ReadError::Findings(self.findings))
        }
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
    named: Named,
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
        self.named.code = Some(heading.into());
        self
    }

    /// Reads the messages from the column with this heading.
    #[must_use]
    pub fn message(mut self, heading: impl Into<String>) -> Self {
        self.named.message = Some(heading.into());
        self
    }

    /// Reads the descriptions from the column with this heading.
    #[must_use]
    pub fn description(mut self, heading: impl Into<String>) -> Self {
        self.named.description = Some(heading.into());
        self
    }

    /// Reads the names from the column with this heading.
    #[must_use]
    pub fn name(mut self, heading: impl Into<String>) -> Self {
        self.named.name = Some(heading.into());
        self
    }

    /// Names the column with this heading `name`. All other columns without a
    /// meaning of their own keep their heading as their name.
    #[must_use]
    pub fn column(mut self, name: impl Into<String>, heading: impl Into<String>) -> Self {
        self.named.columns.push((name.into(), heading.into()));
        self
    }

    /// Reads every table of a document that has a column of codes.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the document as a whole cannot be read. A malformed row is
    /// not an error; it is reported as a [finding](Reading::findings).
    pub fn read(&self, document: &str, format: Format) -> Result<Reading, ReadError> {
        let text = document.strip_prefix('\u{feff}').unwrap_or(document);
        let lines = Lines::new(text);
        let parsed = match format {
            Format::Markdown => markdown::read(text, &lines),
            Format::Html => html::read(text, &lines),
            Format::Csv | Format::Tsv => csv::read(text, &lines, format),
            Format::Json => json::read(text, &lines),
        }?;
        let mut found = Vec::new();
        for grid in &parsed.grids {
            if let Some(places) = Places::find(&self.named, grid)? {
                found.push((grid, places));
            }
        }
        self.named.require(&parsed.grids, &found)?;
        let (table, mut findings) = collect::collect(&found);
        findings.extend(parsed.findings);
        findings.sort_by_key(Finding::line);
        Ok(Reading { table, findings })
    }
}
