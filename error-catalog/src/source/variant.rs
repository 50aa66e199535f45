//! Writes the line of one variant.

use std::fmt;

use crate::table::{Field, Row, Table};

/// A variant and its attribute, displayed as one line:
/// `#[code(7, "door jammed")] DoorJammed,`.
pub(crate) struct Variant<'a> {
    /// The codes as Rust writes them, `|` between them; or `other`.
    pub(crate) codes: String,
    pub(crate) message: &'a str,
    /// `None` if it is the message.
    pub(crate) description: Option<&'a str>,
    pub(crate) is_success: bool,
    /// The columns, each with its name as an identifier and its value as an expression.
    pub(crate) values: Vec<(String, String)>,
    /// Whether the name is on the line of the attribute.
    pub(crate) is_one_line: bool,
    /// The name, followed by the field if the variant has one.
    pub(crate) name: String,
}

impl<'a> Variant<'a> {
    /// The variant of a row, which has no column yet and is not a success.
    pub(crate) fn new(
        table: &Table,
        row: &'a Row,
        name: String,
        codes: impl Iterator<Item = String>,
    ) -> Self {
        let description = row.description.as_str();
        // An empty cell is no description, and an enum without one has its message.
        let has_description = table.has(Field::Description)
            && !description.trim().is_empty()
            && description != row.message;
        Self {
            codes: codes.collect::<Vec<_>>().join(" | "),
            message: &row.message,
            description: has_description.then_some(description),
            is_success: false,
            values: Vec::new(),
            is_one_line: true,
            name,
        }
    }
}

impl fmt::Display for Variant<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#[code({}, {:?}", self.codes, self.message)?;
        if let Some(description) = self.description {
            write!(formatter, ", {description:?}")?;
        }
        if self.is_success {
            formatter.write_str(", success")?;
        }
        for (column, value) in &self.values {
            write!(formatter, ", {column} = {value}")?;
        }
        let space = if self.is_one_line { ' ' } else { '\n' };
        write!(formatter, ")]{space}{},", self.name)
    }
}

/// A code as a string literal.
pub(crate) fn text_literal(code: &str) -> String {
    format!("{code:?}")
}
