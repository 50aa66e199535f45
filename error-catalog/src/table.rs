//! A table of error codes.

use jmessage_codes::{Entry, ErrorCatalog};

use crate::{Format, ReadError, Reader, Reading};

/// A table of error codes as text, read from a document or made of a catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub(crate) title: String,
    pub(crate) has_aliases: bool,
    pub(crate) has_names: bool,
    pub(crate) has_descriptions: bool,
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Row>,
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

    /// The table of a catalog, its columns included.
    ///
    /// ```
    /// use jmessage_codes::WebCode;
    /// use error_catalog::Table;
    ///
    /// let table = Table::of::<WebCode>();
    /// assert_eq!(table.rows().len(), 76);
    /// assert_eq!(table.rows()[0].name(), "Success");
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
    pub(crate) fn headings(&self) -> Vec<&str> {
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
    pub(crate) fn cells(&self, row: &Row) -> Vec<String> {
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
    pub(crate) line: Option<usize>,
    pub(crate) code: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) name: String,
    pub(crate) message: String,
    pub(crate) description: String,
    pub(crate) values: Vec<String>,
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
