//! What a reader returns.

use super::error::ReadError;
use super::format::Format;
use super::report::Report;
use crate::table::Table;

/// The result of reading a document: the table, and the report.
///
/// ```
/// use error_catalog::{Format, Table};
///
/// let document = "code,message\n1,jammed\n2,open,wide\n";
/// let reading = Table::read(document, Format::Csv)?;
/// assert_eq!(
///     reading.report.findings[0].to_string(),
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
    /// What was found in the document, and what became of it.
    pub report: Report,
}

impl Reading {
    /// The format that the document was read as; `None` if it was read as a text of a known
    /// format.
    #[must_use]
    pub fn format(&self) -> Option<Format> {
        self.report.read_as.as_ref().map(|read_as| read_as.format)
    }

    /// Returns the table if the document has no malformed row.
    ///
    /// # Errors
    ///
    /// [`ReadError::Findings`] if it has any.
    pub fn into_clean(self) -> Result<Table, ReadError> {
        if self.report.findings.is_empty() {
            Ok(self.table)
        } else {
            Err(ReadError::Findings(self.report.findings))
        }
    }
}
