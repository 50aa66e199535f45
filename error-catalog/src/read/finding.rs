//! Malformed rows.

use std::fmt;

use thiserror::Error;

use super::columns::LeftOut;
use crate::code_type::CodeType;

/// A malformed row of a document, with its line and text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    line: usize,
    text: String,
    problem: Problem,
}

impl Finding {
    pub(super) fn new(line: usize, text: String, problem: Problem) -> Self {
        Self { line, text, problem }
    }

    /// The line in which the row begins, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The row as the document writes it; for an HTML page, the text of its cells.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is wrong with the row, and what the reader made of it.
    #[must_use]
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The finding as a line that editors and other tools can follow:
    /// `FILE:LINE: problem: "text"`.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let reading = Table::read("code,message\n1,one\n,two\n", Format::Csv)?;
    /// assert_eq!(
    ///     reading.report.findings[0].in_file("errors.csv"),
    ///     r#"errors.csv:3: the row has no code and is left out: ",two""#,
    /// );
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn in_file(&self, file: impl fmt::Display) -> String {
        let Self { line, text, problem } = self;
        format!("{file}:{line}: {problem}: {}", shown(text))
    }
}

/// The line, the problem and the beginning of the text. Escapes every character
/// that could disturb a terminal.
impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, text, problem } = self;
        write!(formatter, "line {line}: {problem}: {}", shown(text))
    }
}

/// What is wrong with a row, and what the reader made of it.
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
    /// Most codes of the table are integers and this one is not. The row is left out.
    #[error(
        "code {code:?} is not an integer, and {integers} of the table's {codes} codes are; this \
         row is left out"
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
        "code {code:?} may be a text, since {number} would be its number, and {integers} of the \
         table's {codes} codes are integers; pass --code-type u32 or another integer type to \
         read it as {number}, or str to keep it; this row is left out"
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
    /// A code is not in the range of the type that the caller chose. The row is left
    /// out.
    #[error("code {code:?} does not fit {code_type}; this row is left out")]
    #[non_exhaustive]
    DoesNotFit {
        /// The code.
        code: String,
        /// The type.
        code_type: CodeType,
    },
    /// An earlier row has the same code. This row is left out.
    #[error("line {first_line} already has code {}; this row is left out", same(code, first_code))]
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
        "line {first_line} already has code {} as {first_name:?}, here it is {name:?}; this row \
         is left out",
        same(code, first_code)
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
    #[error("the row has no {heading:?} but {other:?}, so its message is empty")]
    #[non_exhaustive]
    OtherMessage {
        /// The heading of the messages.
        heading: String,
        /// The other key.
        other: String,
    },
    /// A JSON object has a key twice. The values are joined.
    #[error("key {key:?} occurs twice; the values are joined")]
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
    /// The code goes on behind the group of the regular expression, or in front of it. The
    /// row is left out.
    #[error("the code is more than the group `code` has; this row is left out")]
    CutCode,
    /// A string of a source file goes on, but not with another string. The row is kept with
    /// what could be read.
    #[error("a string goes on behind what can be read of it; the row is kept with its beginning")]
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

/// The lines of a text that look like rows, but that a regular expression does not match.
///
/// Such a line has a number as long as one of the codes that were read, or an identifier
/// that begins like one that was read (`STATUS_`, `Err`), and was itself not read. If it
/// has both, it is a [finding](Problem::NoMatch) too.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Missed {
    /// The numbers of the lines, counted from 1; never empty.
    pub lines: Vec<usize>,
    /// The first line.
    pub example: String,
}

impl fmt::Display for Missed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = self.lines.first().copied().unwrap_or_default();
        match self.lines.len() {
            1 => write!(formatter, "line {first} looks like a row but is in no match")?,
            count => write!(
                formatter,
                "{count} lines look like rows but are in no match, such as line {first}"
            )?,
        }
        write!(formatter, ": {}", shown(&self.example))
    }
}

fn cells_kept(found: usize, expected: usize) -> &'static str {
    if found > expected {
        "the surplus is appended to the last cell"
    } else {
        "the missing ones are empty"
    }
}

/// A code, with the other form in which an earlier row writes it.
fn same(code: &str, first: &str) -> String {
    if code == first { format!("{code:?}") } else { format!("{code:?}, written {first:?},") }
}

/// The beginning of a text, with every character escaped that could disturb a
/// terminal.
pub(super) fn shown(text: &str) -> String {
    const LONGEST: usize = 200;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{:?}…", text.get(..end).unwrap_or_default()),
        None => format!("{text:?}"),
    }
}

pub(super) fn row_count(rows: usize) -> String {
    if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") }
}
