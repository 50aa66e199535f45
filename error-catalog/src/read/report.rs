//! What a reader reports about a document.

use std::error::Error as StdError;
use std::fmt;

use thiserror::Error;

use super::format::Format;

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
}

/// The line, the problem and the beginning of the text. Escapes every character
/// that could disturb a terminal.
impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 200;
        let Self { line, text, problem } = self;
        let shown: String = text.chars().take(SHOWN).collect();
        let more = if shown.len() < text.len() { "…" } else { "" };
        write!(formatter, "line {line}: {problem}: {shown:?}{more}")
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
    /// An earlier row has the same code. This row is left out.
    #[error("line {first_line} already has code {code:?}; this row is left out")]
    #[non_exhaustive]
    CodeTwice {
        /// The code.
        code: String,
        /// The line of the earlier row.
        first_line: usize,
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
    /// A quote in the last row of a CSV file is not closed, so the row contains all
    /// rows that follow. It is kept.
    #[error("a quote is not closed, so the cell contains all rows that follow")]
    OpenQuote,
}

fn cells_kept(found: usize, expected: usize) -> &'static str {
    if found > expected {
        "the surplus is appended to the last cell"
    } else {
        "the missing ones are empty"
    }
}

/// Why a document cannot be read as a table.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The document has no table.
    #[error("the document has no table")]
    NoTable,
    /// A required column has no heading that the reader knows.
    #[error("cannot find the column of {column}; name its heading (found: {})", list(headings))]
    #[non_exhaustive]
    NoColumn {
        /// `codes` or `messages`.
        column: &'static str,
        /// The headings of the table; if no table has a column of codes, those of
        /// all tables.
        headings: Vec<String>,
    },
    /// No table with a column of codes has a heading that the caller named.
    #[error("no table of codes has the heading {heading:?} (found: {})", list(headings))]
    #[non_exhaustive]
    NoSuchHeading {
        /// The heading that the caller named.
        heading: String,
        /// The headings of all tables.
        headings: Vec<String>,
    },
    /// A part of the document is larger or nested deeper than a reader allows.
    #[error("line {line}: {reason}")]
    #[non_exhaustive]
    TooLarge {
        /// The line of that part.
        line: usize,
        /// What the limit is and what to do.
        reason: String,
    },
    /// The document is not valid in its format. The [source](StdError::source) says
    /// where.
    #[error("the document is not valid {format}")]
    #[non_exhaustive]
    Malformed {
        /// The format.
        format: Format,
        /// The error of the format's parser.
        source: Box<dyn StdError + Send + Sync>,
    },
    /// The document has malformed rows, and the caller wanted none.
    #[error("{}", lines(_0))]
    Findings(Vec<Finding>),
}

impl ReadError {
    pub(super) fn malformed(
        format: Format,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        Self::Malformed { format, source: source.into() }
    }
}

fn list(headings: &[String]) -> String {
    let quoted: Vec<String> = headings.iter().map(|heading| format!("{heading:?}")).collect();
    if quoted.is_empty() { "none".to_owned() } else { quoted.join(", ") }
}

fn lines(findings: &[Finding]) -> String {
    findings.iter().map(Finding::to_string).collect::<Vec<_>>().join("\n")
}
