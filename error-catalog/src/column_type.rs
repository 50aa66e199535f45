//! The types of columns, and the text of their values.

use std::borrow::Cow;
use std::fmt;

use crate::code_type::CodeType;
use crate::integer::{self, Integer};
use crate::visible;

/// The types of columns whose values a document can contain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ColumnType {
    /// `&str`, and everything in a document.
    #[default]
    Text,
    Bool,
    Integer(CodeType),
    /// Any other type, whose values only Rust can express.
    Other,
}

impl ColumnType {
    /// The Rust expression for a cell of a document, if it has one.
    pub(crate) fn expression(self, cell: &str) -> Option<String> {
        match self {
            Self::Text => Some(visible::literal(cell)),
            Self::Bool => boolean(cell).map(|value| value.to_string()),
            Self::Integer(integer) => {
                let number = integer::loose(cell.trim())?;
                integer.holds(number).then(|| integer::literal(cell.trim()))?
            }
            Self::Other => None,
        }
    }

    pub(crate) fn is_text(self) -> bool {
        self == Self::Text
    }

    /// Whether two cells have the same value, however they are spelled.
    pub(crate) fn has_value(self, one: &str, two: &str) -> bool {
        self.value(one) == self.value(two)
    }

    /// The value of a cell in a canonical spelling.
    pub(crate) fn value(self, cell: &str) -> Cow<'_, str> {
        let cell = cell.trim();
        let value = match self {
            Self::Bool => boolean(cell).map(|value| value.to_string()),
            Self::Integer(_) => number(cell).map(|value| value.to_string()),
            Self::Text | Self::Other => None,
        };
        value.map_or(Cow::Borrowed(cell), Cow::Owned)
    }
}

/// As Rust writes it.
impl fmt::Display for ColumnType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text | Self::Other => formatter.write_str("&str"),
            Self::Bool => formatter.write_str("bool"),
            Self::Integer(integer) => integer.fmt(formatter),
        }
    }
}

/// A number in a document or as a literal of Rust.
fn number(text: &str) -> Option<Integer> {
    integer::loose(&text.replace('_', ""))
}

/// The boolean that a cell of a document means.
pub(crate) fn boolean(cell: &str) -> Option<bool> {
    match cell.trim().to_ascii_lowercase().as_str() {
        "true" | "yes" | "y" => Some(true),
        "false" | "no" | "n" => Some(false),
        _ => None,
    }
}
