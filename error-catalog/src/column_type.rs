//! The types of columns, and their values as text.

use std::fmt;

use crate::code_type::CodeType;
use crate::integer::{self, Integer};
use crate::visible;

/// The type of a column, as far as a document can have its values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ColumnType {
    /// `&str`, and everything in a document.
    #[default]
    Text,
    Bool,
    Integer(CodeType),
    /// Any other, whose values only Rust can express.
    Other,
}

impl ColumnType {
    /// The Rust expression for a cell of a document; `None` if there is none.
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

    /// Whether a document has the value, in whatever spelling.
    pub(crate) fn has_value(self, value: &str, cell: &str) -> bool {
        let (value, cell) = (value.trim(), cell.trim());
        value == cell
            || match self {
                Self::Bool => boolean(cell).is_some_and(|cell| boolean(value) == Some(cell)),
                Self::Integer(_) => number(cell).is_some_and(|cell| number(value) == Some(cell)),
                Self::Text | Self::Other => false,
            }
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

fn boolean(cell: &str) -> Option<bool> {
    match cell.trim().to_ascii_lowercase().as_str() {
        "true" | "yes" | "y" => Some(true),
        "false" | "no" | "n" => Some(false),
        _ => None,
    }
}
