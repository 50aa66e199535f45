//! Tables as documents: from a vendor's page to an enum, and back.
//!
//! A [`Table`] is what a vendor publishes and what a catalog lists, in one form:
//!
//! 1. [`Table::read`] reads a document: Markdown, HTML, CSV, TSV or JSON. What is
//!    off in it is told by [`Finding`]s, with the line.
//! 2. [`Import`] writes the enum that the document describes, ready to paste; the
//!    program `error-catalog` (feature `cli`) does these two steps.
//! 3. [`Table::compare`] tells where an enum and the document differ, and
//!    [`Table::assert_matches`] is a test of that in one line.
//! 4. [`Table::of`] is the table of a catalog, which [`Table::to_markdown`],
//!    [`Table::to_csv`], [`Table::to_json`] and [`Table::to_html`] publish.
//!
//! ```
//! use jmessage_codes::ErrorCatalog;
//! use jmessage_codes::table::{Format, Import, Table};
//!
//! let document = "\
//! | Code | Message     | Description        |
//! | ---- | ----------- | ------------------ |
//! | 7    | door jammed | The door is jammed |
//! | 8    | door open   | The door is open   |
//! ";
//! let table = Table::read(document, Format::Markdown)?.into_clean()?;
//!
//! // The enum to paste.
//! let source = Import::new("Door").write(&table)?;
//! assert!(source.contains(r#"#[code(7, "door jammed", "The door is jammed")] DoorJammed,"#));
//!
//! // The enum as it was pasted, and the test that it is what the document says.
//! #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
//! #[catalog(code = u8)]
//! enum Door {
//!     #[code(7, "door jammed", "The door is jammed")]
//!     Jammed,
//!     #[code(8, "door ajar", "The door is open")]
//!     Open,
//! }
//!
//! let differences = table.compare::<Door>();
//! assert_eq!(
//!     differences[0].to_string(),
//!     r#"line 4: the message of 8 `Open` is "door open" in the document, "door ajar" in the enum"#,
//! );
//!
//! // The enum as a document.
//! assert!(Table::of::<Door>().to_csv().contains("8,Open,door ajar,The door is open"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod compare;
mod finding;
mod headings;
mod import;
mod integer;
mod name;
mod publish;
mod read;

use std::string::ToString;

pub use self::compare::Difference;
pub use self::finding::{Finding, Problem, ReadError};
pub use self::import::{Import, ImportError};
pub use self::read::{Format, Reader, Reading};
use crate::{Entry, ErrorCatalog};

/// A table of error codes as text, read from a document or made of a catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    title: String,
    has_aliases: bool,
    has_names: bool,
    has_descriptions: bool,
    columns: Vec<String>,
    rows: Vec<Row>,
}

impl Table {
    /// Reads a document: every table in it that has a column of codes.
    ///
    /// The columns are found by their headings: of codes "Code", "Error code",
    /// "错误码" and the like, of messages "Message", "Error message", "Name", of
    /// descriptions "Description", "Detail", "描述", and more of these kinds. A
    /// [`Reader`] takes headings named by hand.
    ///
    /// # Errors
    ///
    /// Where the document cannot be read as a whole. A row that is off is no
    /// error but one of the [findings](Reading::findings).
    ///
    /// ```
    /// use jmessage_codes::table::{Format, Table};
    ///
    /// let document = "code,message\n7,door jammed\n";
    /// let table = Table::read(document, Format::Csv)?.into_clean()?;
    /// assert_eq!(table.rows()[0].message(), "door jammed");
    /// # Ok::<(), jmessage_codes::table::ReadError>(())
    /// ```
    pub fn read(document: &str, format: Format) -> Result<Reading, ReadError> {
        Reader::new().read(document, format)
    }

    /// The table of a catalog, its columns included.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::WebCode;
    /// use jmessage_codes::table::Table;
    ///
    /// let table = Table::of::<WebCode>();
    /// assert_eq!(table.rows().len(), 76);
    /// assert_eq!(table.rows()[0].name(), "Success");
    /// # }
    /// ```
    #[must_use]
    pub fn of<C: ErrorCatalog>() -> Self {
        let row = |(index, entry): (usize, &Entry<C>)| Row {
            line: None,
            code: entry.code().to_string(),
            aliases: entry.aliases().iter().map(ToString::to_string).collect(),
            name: entry.name().to_owned(),
            message: entry.message().to_owned(),
            description: entry.description().to_owned(),
            values: value_texts::<C>(index),
        };
        Self {
            title: C::NAME.to_owned(),
            has_aliases: C::ENTRIES.iter().any(|entry| !entry.aliases().is_empty()),
            has_names: true,
            has_descriptions: C::ENTRIES.iter().any(|entry| entry.description() != entry.message()),
            columns: C::COLUMNS.iter().map(|column| column.name().to_owned()).collect(),
            rows: C::ENTRIES.iter().enumerate().map(row).collect(),
        }
    }

    /// What the table is of: a catalog's name, or "Error codes".
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The rows in their order.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The names of the columns beyond code, name, message and description.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The headings that the table is published under.
    fn headings(&self) -> Vec<&str> {
        let optional = |is_there: bool, heading| is_there.then_some(heading);
        let headings = [
            Some("Code"),
            optional(self.has_aliases, "Aliases"),
            optional(self.has_names, "Name"),
            Some("Message"),
            optional(self.has_descriptions, "Description"),
        ];
        headings.into_iter().flatten().chain(self.columns.iter().map(String::as_str)).collect()
    }

    /// A row's texts under those headings.
    fn cells(&self, row: &Row) -> Vec<String> {
        let optional = |is_there: bool, text: &str| is_there.then(|| text.to_owned());
        let cells = [
            Some(row.code.clone()),
            optional(self.has_aliases, &row.aliases.join(", ")),
            optional(self.has_names, &row.name),
            Some(row.message.clone()),
            optional(self.has_descriptions, &row.description),
        ];
        cells.into_iter().flatten().chain(row.values.iter().cloned()).collect()
    }
}

fn value_texts<C: ErrorCatalog>(row: usize) -> Vec<String> {
    let value = |values: &[&str]| values.get(row).copied().unwrap_or_default().to_owned();
    C::COLUMNS.iter().map(|column| value(column.values())).collect()
}

/// One row of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    line: Option<usize>,
    code: String,
    aliases: Vec<String>,
    name: String,
    message: String,
    description: String,
    values: Vec<String>,
}

impl Row {
    /// The number of the document's line that the row begins in, counted from 1;
    /// `None` in the table of a catalog.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// The code as the document writes it, without blanks around it.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The further codes that mean the same.
    #[must_use]
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// The name; empty where the table has none.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The message.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The description; empty where the table has none.
    #[must_use]
    pub fn description(&self) -> &str {
        &self.description
    }

    /// The texts under [`Table::columns`], in their order.
    #[must_use]
    pub fn values(&self) -> &[String] {
        &self.values
    }
}
