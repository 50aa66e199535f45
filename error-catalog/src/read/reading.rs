//! The result of a reader.

use serde_json::{Value, json};

use super::error::ReadError;
use super::finding::Mention;
use super::format::Format;
use super::report::{FoundColumn, FoundTable, Report};
use super::roles::ColumnUse;
use crate::code_value::{CodeValue, are_numbers};
use crate::table::{Row, Table};

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
    /// What was found in the document, and what was done with it.
    pub report: Report,
    /// The reports of the documents that are joined to it, each with its path.
    pub(crate) joined: Vec<(String, Report)>,
}

impl Reading {
    /// The format in which bytes were read; `None` for a text of a known format.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let reading = Reader::new().read_bytes(br#"[{"code": 7, "message": "jammed"}]"#, None)?;
    /// assert_eq!(reading.format(), Some(Format::Json));
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn format(&self) -> Option<Format> {
        self.report.read_as.as_ref().map(|read_as| read_as.format)
    }

    /// Returns the table if the document has no malformed row.
    ///
    /// # Errors
    ///
    /// [`ReadError::Findings`] if it has any.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let table = Table::read("code,message\n7,door jammed\n", Format::Csv)?.into_clean()?;
    /// assert_eq!(table.rows().len(), 1);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    pub fn into_clean(self) -> Result<Table, ReadError> {
        if self.report.findings.is_empty() {
            Ok(self.table)
        } else {
            Err(ReadError::Findings(self.report.findings))
        }
    }

    /// The table and the report as an object of JSON with a `version`. The tool's README
    /// describes it.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let reading = Table::read("code,message\n7,jammed\n", Format::Csv)?;
    /// let json: serde_json::Value = serde_json::from_str(&reading.to_json())?;
    /// assert_eq!((&json["version"], &json["rows"][0]["code"]), (&1.into(), &7.into()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let Self { table, report, .. } = self;
        let has_numbers = are_numbers([table]);
        let findings = report.findings.iter().map(|finding| {
            let problem = finding.problem().to_string();
            json!({ "line": finding.line(), "problem": problem, "text": finding.text() })
        });
        let read_as = report.read_as.as_ref();
        let missed = report.missed.as_ref().map_or(&[][..], |missed| &missed.lines);
        let document = json!({
            "version": 1,
            "format": read_as.map(|read_as| read_as.format.name()),
            "encoding": read_as.and_then(|read_as| read_as.encoding),
            "code_type": table.code_type.name(),
            "tables": report.tables.iter().map(found_table).collect::<Vec<_>>(),
            "findings": findings.collect::<Vec<_>>(),
            "missed_lines": missed,
            "mentions": report.mentions.iter().map(mention).collect::<Vec<_>>(),
            "rows": table.rows.iter().map(|row| object(table, row, has_numbers)).collect::<Vec<_>>(),
        });
        format!("{document:#}\n")
    }
}

fn mention(mention: &Mention) -> Value {
    json!({ "line": mention.line, "code": mention.code, "text": mention.text })
}

fn found_table(table: &FoundTable) -> Value {
    json!({
        "number": table.number,
        "line": table.line,
        "last_line": table.last_line,
        "title": table.title,
        "written_as": table.written_as.to_string(),
        "rows": table.rows,
        "left_out": table.left_out.as_ref().map(ToString::to_string),
        "columns": table.columns.iter().map(found_column).collect::<Vec<_>>(),
    })
}

fn found_column(column: &FoundColumn) -> Value {
    let (read_as, name) = match &column.read_as {
        Some(ColumnUse::Role(role)) => (role.to_string(), None),
        Some(ColumnUse::Named(name) | ColumnUse::Further(name)) => ("column".into(), Some(name)),
        None => return json!({ "heading": column.heading, "read_as": null, "name": null }),
    };
    json!({ "heading": column.heading, "read_as": read_as, "name": name })
}

fn object(table: &Table, row: &Row, is_number: bool) -> Value {
    let code = |code| json!(CodeValue { code, is_number });
    let columns = table.columns.iter().enumerate();
    let columns = columns.map(|(index, name)| (name.clone(), row.value(index).into()));
    json!({
        "line": row.line,
        "code": code(&row.code),
        "aliases": row.aliases.iter().map(|alias| code(alias)).collect::<Vec<_>>(),
        "name": row.name,
        "message": row.message,
        "description": row.description,
        "columns": columns.collect::<serde_json::Map<_, _>>(),
    })
}
