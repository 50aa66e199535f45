//! What can be off in a document.

use std::fmt;

use thiserror::Error;

/// A row of a document that is off, with its line and text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    line: usize,
    text: String,
    problem: Problem,
}

impl Finding {
    pub(crate) fn new(line: usize, text: String, problem: Problem) -> Self {
        Self { line, text, problem }
    }

    /// The number of the line that the row begins in, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The row as the document writes it; of an HTML page, its cells.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is off.
    #[must_use]
    pub fn problem(&self) -> &Problem {
        &self.problem
    }
}

/// The line, the problem and the beginning of the text, with every character
/// escaped that could disturb a terminal.
impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 200;
        let Self { line, text, problem } = self;
        let shown: String = text.chars().take(SHOWN).collect();
        let more = if shown.len() < text.len() { "…" } else { "" };
        write!(formatter, "line {line}: {problem}: {shown:?}{more}")
    }
}

/// What is off in a row.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Problem {
    /// The row has more or fewer cells than its table has headings. It is kept:
    /// with the surplus joined to its last cell by a blank, or with empty cells
    /// at its end.
    #[error("{found} cells where the heading has {expected}, {}", cells_kept(*found, *expected))]
    CellCount {
        /// How many cells the row has.
        found: usize,
        /// How many headings the table has.
        expected: usize,
    },
    /// The row has no code. It is left out.
    #[error("the row has no code and is left out")]
    NoCode,
    /// An earlier row has the same code. This one is left out.
    #[error("code {code:?} is in line {first_line} already and the row is left out")]
    CodeTwice {
        /// The code.
        code: String,
        /// The line of the row that is kept.
        first_line: usize,
    },
    /// A JSON object has a key twice. The values are joined.
    #[error("key {key:?} is there twice and the values are joined")]
    KeyTwice {
        /// The key.
        key: String,
    },
    /// A line of Markdown looks like a row but belongs to no table, or an
    /// element of a JSON array is no object. It is left out.
    #[error("not a row of any table and left out")]
    NotARow,
    /// The last row of a CSV file has a quote that nothing closes, so that it
    /// holds whatever rows follow. It is kept.
    #[error("a quote is not closed, so the cell holds all rows that follow")]
    OpenQuote,
}

fn cells_kept(found: usize, expected: usize) -> &'static str {
    if found > expected {
        "the surplus is joined to the last"
    } else {
        "the missing ones are empty"
    }
}

/// Why a document cannot be read as a table.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ReadError {
    /// There is no table in the document.
    #[error("the document holds no table")]
    NoTable,
    /// A column that every table must have was not found by its heading.
    #[error("no heading looks like that of the {of}, found {}; name the column", list(headings))]
    NoColumn {
        /// `codes` or `messages`.
        of: &'static str,
        /// The headings of the table; where no table has a column of codes, of
        /// all tables.
        headings: Vec<String>,
    },
    /// No table with a column of codes has a heading that was named by hand.
    #[error("no table of codes has the heading {heading:?}, found {}", list(headings))]
    NoSuchColumn {
        /// The heading that was named.
        heading: String,
        /// The headings of all tables.
        headings: Vec<String>,
    },
    /// A cell of an HTML table spans several rows or columns.
    #[error(
        "line {line}: the cell {text:?} spans several rows or columns; \
        write it once for each of them"
    )]
    Span {
        /// The line of the row.
        line: usize,
        /// The cell's text.
        text: String,
    },
    /// The document is not of its format.
    #[error("{0}")]
    Malformed(String),
    /// Rows of the document are off, and the caller asked for none to be.
    #[error("{}", lines(_0))]
    Findings(Vec<Finding>),
    /// There is no [`Format`](super::Format) of this name.
    #[error("unknown format {0:?}; known are markdown, html, csv, tsv and json")]
    UnknownFormat(String),
}

fn list(headings: &[String]) -> String {
    let quoted: Vec<String> = headings.iter().map(|heading| format!("{heading:?}")).collect();
    if quoted.is_empty() { "none".to_owned() } else { quoted.join(", ") }
}

fn lines(findings: &[Finding]) -> String {
    findings.iter().map(Finding::to_string).collect::<Vec<_>>().join("\n")
}
