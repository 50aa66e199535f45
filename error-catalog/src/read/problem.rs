//! What can be wrong with a row.

use thiserror::Error;

use super::roles::{LeftOut, WrittenAs};
use crate::code_type::CodeType;
use crate::integer;
use crate::visible::{self, shown};

/// What is wrong with a row, and what the reader made of it.
///
/// Its text names options, as that of a [`ReadError`](super::ReadError) does.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Problem {
    /// The row has more or fewer cells than the table has headings. The row is
    /// kept. Surplus cells are appended to the last one, with blanks between them;
    /// missing cells are empty.
    #[error("{found} cells under {expected} headings, {}", cells_kept(*found, *expected))]
    #[non_exhaustive]
    CellCount {
        /// The number of cells in the row.
        found: usize,
        /// The number of headings.
        expected: usize,
    },
    /// The row has no code. It is left out.
    #[error("the row has no code and is left out")]
    NoCode,
    /// The row has several codes. It is left out.
    #[error("the row has several codes and is left out; give each a row of its own")]
    SeveralCodes,
    /// The codes are strings, and this one seems to be a code and a text. The row is left out.
    #[error(
        "code {} seems to have other text in its cell; move that text to another cell, or pass \
         --code-type str if it is part of the code; this row is left out",
        shown(code)
    )]
    #[non_exhaustive]
    CodeWithText {
        /// The code.
        code: String,
    },
    /// The code is struck out, as the vendor may do when it retires a code. The row is left out.
    #[error(
        "code {} is struck out, so the vendor may have retired it; remove the marks to keep it; \
         this row is left out",
        shown(code)
    )]
    #[non_exhaustive]
    StruckOut {
        /// The code, without the marks.
        code: String,
    },
    /// Most codes of the table are integers and this one is not. The row is left out.
    #[error(
        "code {} is not an integer, and {integers} of the table's {codes} codes are; this row is \
         left out",
        shown(code)
    )]
    #[non_exhaustive]
    OddCode {
        /// The code.
        code: String,
        /// The number of codes of the table that are integers.
        integers: usize,
        /// The number of codes of the table.
        codes: usize,
    },
    /// Most codes of the table are integers and this one has leading zeros or a `+`, so
    /// that it may be a text. The row is left out.
    #[error(
        "code {} may be a text, since {number} would be its number, and {integers} of the table's \
         {codes} codes are integers; pass --code-type u32 or another integer type to read it as \
         {number}, or str to keep it; this row is left out",
        shown(code)
    )]
    #[non_exhaustive]
    PaddedCode {
        /// The code.
        code: String,
        /// The integer that it would be.
        number: String,
        /// The number of codes of the table that are integers.
        integers: usize,
        /// The number of codes of the table.
        codes: usize,
    },
    /// A code is not an integer or not in the range of the type that the caller chose. The row is
    /// left out.
    #[error("code {} {}; this row is left out", shown(code), misfit(code, *code_type))]
    #[non_exhaustive]
    DoesNotFit {
        /// The code.
        code: String,
        /// The type.
        code_type: CodeType,
    },
    /// An earlier row has the same code. This row is left out.
    #[error(
        "line {first_line} already has code {}; this row is left out",
        same(code, first_code).trim_end_matches(',')
    )]
    #[non_exhaustive]
    CodeTwice {
        /// The code.
        code: String,
        /// The code as the earlier row writes it.
        first_code: String,
        /// The line of the earlier row.
        first_line: usize,
    },
    /// An earlier row has the same code under another name, or another message if the
    /// table has no names. This row is left out.
    #[error(
        "line {first_line} already has code {} as {}, here it is {}; this row is left out",
        same(code, first_code),
        shown(first_name),
        shown(name)
    )]
    #[non_exhaustive]
    SecondName {
        /// The code.
        code: String,
        /// The code as the earlier row writes it.
        first_code: String,
        /// The line of the earlier row.
        first_line: usize,
        /// The name in the earlier row.
        first_name: String,
        /// The name in this row.
        name: String,
    },
    /// An object of JSON has no message, but a text under another key that is known as
    /// that of messages or descriptions. The row is kept without a message.
    #[error("the row has no {} but {}, so its message is empty", shown(heading), shown(other))]
    #[non_exhaustive]
    OtherMessage {
        /// The heading of the messages.
        heading: String,
        /// The other key.
        other: String,
    },
    /// A cell of a written document is neither true nor false. The row is kept as if the cell
    /// was empty.
    #[error("{} is neither true nor false; the row is kept without it", shown(cell))]
    #[non_exhaustive]
    NotAFlag {
        /// The cell.
        cell: String,
    },
    /// A cell of the column of kinds says none. The row is kept, and has no kind.
    #[error(
        "{} in column {} is not a kind; expected an HTTP status, or a gRPC code or its name; \
         the row has none",
        shown(value),
        shown(column)
    )]
    #[non_exhaustive]
    NoKind {
        /// The column.
        column: String,
        /// The cell.
        value: String,
    },
    /// A JSON object has a key twice. The values are joined.
    #[error("key {} occurs twice; the values are joined", shown(key))]
    #[non_exhaustive]
    KeyTwice {
        /// The key.
        key: String,
    },
    /// A line of Markdown looks like a row but is not in a table, cells of HTML are
    /// not in a table, or an element of a JSON array is not an object. It is left
    /// out.
    #[error("not a row of a table; left out")]
    NotARow,
    /// A line has a code and a name like those of the rows, but the regular expression does
    /// not match it. It is left out.
    #[error("this line looks like a row, but the regular expression does not match it; left out")]
    NoMatch,
    /// The code continues after the group of the regular expression, or begins before it. The row
    /// is left out.
    #[error("the code continues outside the group `code`; this row is left out")]
    CutCode,
    /// A string of a source file continues, but not with another string. The row is kept with what
    /// could be read.
    #[error("the string continues with what cannot be read; the row is kept with its beginning")]
    CutText,
    /// The delimiter row of a Markdown table has more or fewer cells than there are
    /// headings, so a browser shows no table. The rows are kept.
    #[error("the delimiter row has {found} cells under {expected} headings; the rows are kept")]
    #[non_exhaustive]
    DelimiterRow {
        /// The number of cells in the delimiter row.
        found: usize,
        /// The number of headings.
        expected: usize,
    },
    /// A cell of the delimiter row of a Markdown table has a blank between its dashes, so a
    /// browser shows no table. The rows are kept.
    #[error("a cell of the delimiter row has a blank in it; the rows are kept")]
    DelimiterCell,
    /// The heading of the codes is a code, so that the headings may be a row. They are not in
    /// the table.
    #[error(
        "{} is read as the heading of the codes and looks like a code; pass --no-headings to read \
         this row, and name columns by their numbers",
        shown(heading)
    )]
    #[non_exhaustive]
    RowAsHeadings {
        /// The heading.
        heading: String,
    },
    /// A line of a JSON Lines file is not JSON. It is left out.
    #[error("not JSON ({error}); left out")]
    #[non_exhaustive]
    NotJson {
        /// The parser's error.
        error: String,
    },
    /// A line of a CSV file has a quote that does not close at the end of a cell. The
    /// line is kept as a row, and its quotes are read as text.
    #[error(
        "a quote is not closed at the end of its cell; the line is read as a row, quotes as text"
    )]
    StrayQuote,
    /// A quoted cell of a CSV file contains a line that looks like a row. The line is
    /// a part of the cell.
    #[error(
        "this line looks like a row, but the quotes in line {first_line} and here make it a part \
         of a cell"
    )]
    #[non_exhaustive]
    HiddenRow {
        /// The line of the row that has the cell.
        first_line: usize,
    },
    /// An item of a list, a heading or a paragraph begins with a code like those of the tables,
    /// and no table has it. It is left out.
    #[error(
        "code {} is in {written_as} and in no table that is read; pass --table {number}, and \
         --table with the number of each other table to read; left out",
        shown(code)
    )]
    #[non_exhaustive]
    BesideTables {
        /// The code.
        code: String,
        /// What it is in.
        written_as: WrittenAs,
        /// The number of the list.
        number: usize,
    },
    /// A document that is joined to this one does not have the code. The row is kept, with empty
    /// columns.
    #[error("{} does not have this code, so its columns are empty", visible::line(document))]
    #[non_exhaustive]
    NotJoined {
        /// The other document.
        document: String,
    },
    /// Only this one of the documents that are joined has the code. The row is left out.
    #[error("no other document has this code; this row is left out")]
    OnlyHere,
    /// A table is left out with all of its rows, though some of them look like rows of
    /// codes.
    #[error("this table is left out with its {}: {reason}", row_count(*rows))]
    #[non_exhaustive]
    Table {
        /// The number of rows.
        rows: usize,
        /// Why it is left out.
        reason: LeftOut,
    },
}

fn cells_kept(found: usize, expected: usize) -> &'static str {
    if found > expected {
        "the surplus is appended to the last cell"
    } else {
        "the missing ones are empty"
    }
}

fn misfit(code: &str, code_type: CodeType) -> String {
    match integer::loose(code) {
        Some(_) => format!("does not fit {code_type}"),
        None => format!("is not an integer, and the codes are {code_type}"),
    }
}

/// A code, with the other form in which an earlier row writes it.
fn same(code: &str, first: &str) -> String {
    let (shown_code, shown_first) = (shown(code), shown(first));
    if code == first { shown_code } else { format!("{shown_code}, written {shown_first},") }
}

pub(super) fn row_count(rows: usize) -> String {
    if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") }
}
