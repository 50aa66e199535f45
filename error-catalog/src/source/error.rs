//! Why a table cannot be written as an enum.

use thiserror::Error;

use crate::code_type::CodeType;
use crate::suggestion::did_you_mean;
use crate::table::line_prefix;
use crate::visible::{self, shown};

/// Why a table cannot be written as an enum.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The table has no row.
    #[error("the table has no rows, and an enum needs at least one")]
    NoRow,
    /// The enum, its variant for unlisted codes or a column cannot have this name.
    #[error("{what} cannot be called {name:?}: {problem}")]
    #[non_exhaustive]
    NotAName {
        /// What would have the name.
        what: &'static str,
        /// The name.
        name: String,
        /// Why not.
        problem: String,
    },
    /// Two columns would have one method.
    #[error(
        "the columns {first:?} and {second:?} would both have the method `{method}`; rename one"
    )]
    #[non_exhaustive]
    SameMethod {
        /// The first column.
        first: String,
        /// The second column.
        second: String,
        /// The method.
        method: String,
    },
    /// A column cannot have this type.
    #[error("column {column:?} cannot have the type {name:?}; choose str, bool or an integer type")]
    #[non_exhaustive]
    NoSuchType {
        /// The column.
        column: String,
        /// The name of the type.
        name: String,
    },
    /// A cell has no value of its column's type.
    #[error("{}{} in column {} is not {column_type}", line_prefix(*line), shown(value), shown(column))]
    #[non_exhaustive]
    Value {
        /// The line of the row.
        line: Option<usize>,
        /// The column.
        column: String,
        /// The cell.
        value: String,
        /// The type.
        column_type: String,
    },
    /// A cell in the column of kinds is neither a status nor a gRPC code or its name.
    #[error(
        "{}{} in column {} is not a kind; expected an HTTP status, or a gRPC code or its name",
        line_prefix(*line),
        shown(value),
        shown(column)
    )]
    #[non_exhaustive]
    NoSuchKind {
        /// The line of the row.
        line: Option<usize>,
        /// The column.
        column: String,
        /// The cell.
        value: String,
    },
    /// A code does not fit the type.
    #[error("{}code {} does not fit {code_type}; choose another type", line_prefix(*line), shown(code))]
    #[non_exhaustive]
    DoesNotFit {
        /// The line of the row.
        line: Option<usize>,
        /// The code.
        code: String,
        /// The type.
        code_type: CodeType,
    },
    /// Two codes are the same number, written differently.
    #[error(
        "{}code {} is the same number as {}; remove one of them",
        line_prefix(*line),
        shown(code),
        shown(first)
    )]
    #[non_exhaustive]
    SameNumber {
        /// The line of the second row.
        line: Option<usize>,
        /// The code in the second row.
        code: String,
        /// The code in the first row.
        first: String,
    },
    /// The table does not have this column.
    #[error(
        "the table has no column {name:?}{}; its further columns are {}",
        did_you_mean(name, columns.iter().map(String::as_str)),
        list(columns)
    )]
    #[non_exhaustive]
    NoSuchColumn {
        /// The column that was asked for.
        name: String,
        /// The further columns of the table.
        columns: Vec<String>,
    },
    /// A code was named as a success, and no row has it.
    #[error("no row has the code {0:?} of --success; write it as the document does")]
    NoSuchCode(String),
    /// A catalog of strings cannot have a variant for unlisted codes.
    #[error("only integer codes can have a variant for unlisted codes; leave it out")]
    OtherOfStrings,
    /// The variant for unlisted codes is both named and left out.
    #[error("the variant for unlisted codes is both named and left out; choose one")]
    OtherAndNone,
}

fn list(columns: &[String]) -> String {
    const MOST: usize = 40;
    let more = (columns.len() > MOST).then(|| "…".to_owned());
    let shown = columns.iter().take(MOST).map(|column| visible::line(column));
    let shown: Vec<String> = shown.chain(more).collect();
    if shown.is_empty() { "none".to_owned() } else { shown.join(", ") }
}
