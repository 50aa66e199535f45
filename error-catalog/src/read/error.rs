//! Why a document cannot be read.

use std::error::Error as StdError;

use thiserror::Error;

use super::finding::{Finding, by_kind};
use super::format::{Format, UnknownEncoding};
use super::report::Report;
use super::roles::{LeftOut, Role, WrittenAs};
use crate::max_size::MaxSize;
use crate::visible::shown;

/// Why a document cannot be read as a table.
///
/// Messages name the options to pass, such as `--table N`, since the comment above an enum has
/// options, too. [`Reader`](super::Reader) has a method of the same name for each, such as
/// [`table`](super::Reader::table); `--format` is the argument of [`read`](super::Reader::read).
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The document has no table.
    #[error("the document has no table{found}; {advice}")]
    #[non_exhaustive]
    NoTable {
        /// What it has instead, or lacks, with the mark in front of it; may be empty.
        found: String,
        /// What to do.
        advice: &'static str,
        /// What the document has.
        report: Box<Report>,
    },
    /// The document has no table, but possible lists of codes.
    #[error("the document has no table, and table {number}, {written_as}, is left out: {reason}")]
    #[non_exhaustive]
    NoTableButLists {
        /// The number of the first list.
        number: usize,
        /// What it is.
        written_as: WrittenAs,
        /// Why it is left out.
        reason: LeftOut,
        /// What the document has.
        report: Box<Report>,
    },
    /// A required column has no heading that the reader knows.
    #[error(
        "cannot find the column of the {role}s; pass {} HEADING{} (found: {})",
        role.argument(),
        if report.delimiter.is_some() && headings.len() < 2 { " or --delimiter CHARACTER" } else { "" },
        list(headings)
    )]
    #[non_exhaustive]
    NoColumn {
        /// The role of the column: codes or messages.
        role: Role,
        /// The headings of the table; if no table has a column of codes, those of
        /// all tables.
        headings: Vec<String>,
        /// What the document has.
        report: Box<Report>,
    },
    /// The headings do not tell the columns apart: two are the same, or they are a row.
    #[error("{reason} (found: {})", list(headings))]
    #[non_exhaustive]
    Headings {
        /// The columns and what to do.
        reason: LeftOut,
        /// The headings of the table.
        headings: Vec<String>,
        /// What the document has.
        report: Box<Report>,
    },
    /// No table with a column of codes has a heading that the caller named.
    #[error("no table of codes has the heading {}{}", shown(heading), instead(closest.as_ref(), headings))]
    #[non_exhaustive]
    NoSuchHeading {
        /// The heading that the caller named.
        heading: String,
        /// The most similar heading, if one is similar.
        closest: Option<String>,
        /// The headings of the tables that are read; if there are none, of all tables.
        headings: Vec<String>,
        /// What the document has.
        report: Box<Report>,
    },
    /// The document does not have a table that the caller chose.
    #[error("the document has no table {table}; {}", tables(report))]
    #[non_exhaustive]
    NoSuchTable {
        /// The number of the table, `under` and the words of its heading, or `in a sheet`
        /// and the name of the sheet.
        table: String,
        /// What the document has.
        report: Box<Report>,
    },
    /// A JSON document has nothing at the pointer that the caller named.
    #[error("the document has nothing at {}; it has rows at {}", shown(pointer), list(found))]
    #[non_exhaustive]
    NoSuchPointer {
        /// The pointer.
        pointer: String,
        /// The pointers to what looks like rows.
        found: Vec<String>,
    },
    /// A byte is not text in the encoding of the document.
    #[error(
        "line {line}: the byte 0x{byte:02X} at offset {offset} is not {encoding}; pass the \
         document's --encoding LABEL"
    )]
    #[non_exhaustive]
    NotText {
        /// The line of the byte, counted from 1.
        line: usize,
        /// The number of bytes in front of it.
        offset: usize,
        /// The byte.
        byte: u8,
        /// The name of the encoding that was tried.
        encoding: &'static str,
    },
    /// The document declares an encoding that is unknown.
    #[error("the document declares its encoding; pass another with --encoding LABEL")]
    Encoding(#[source] UnknownEncoding),
    /// The format of the document is not supported.
    #[error("the document is {name}; {advice}")]
    #[non_exhaustive]
    UnreadFormat {
        /// The name of the format.
        name: &'static str,
        /// What to do instead.
        advice: &'static str,
    },
    /// Nothing in the document shows its format.
    #[error("nothing in the document shows its format; pass --format, or --regex")]
    UnknownFormat,
    /// This build cannot read workbooks.
    #[error("this build cannot read .xlsx; install error-catalog with --features xlsx")]
    NoXlsx,
    /// A text has no tables.
    #[error("a text needs a regular expression; pass --regex REGEX")]
    NeedsRegex,
    /// The expression that says where to begin or to end matches nothing.
    #[error("--{option} {} matches nothing in the document", shown(expression))]
    #[non_exhaustive]
    NoSuchPart {
        /// `after` or `before`.
        option: &'static str,
        /// The expression.
        expression: String,
    },
    /// The regular expression matches nothing.
    #[error("the regular expression matches nothing in the document")]
    NoMatch,
    /// A part of the document is larger or nested deeper than a reader allows.
    #[error("line {line}: {reason}")]
    #[non_exhaustive]
    TooLarge {
        /// The line of that part.
        line: usize,
        /// What the limit is and what to do.
        reason: String,
    },
    /// The document is larger than the [maximum](super::Reader::max_size), or its tables are.
    #[error("{what} more than {max_size}; pass a larger --max-size to read it")]
    #[non_exhaustive]
    TooMuch {
        /// What is too large.
        what: &'static str,
        /// The maximum.
        max_size: MaxSize,
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

    /// Whether the document could not be read at all.
    pub(crate) fn is_unreadable(&self) -> bool {
        matches!(
            self,
            Self::TooMuch { .. }
                | Self::TooLarge { .. }
                | Self::NoXlsx
                | Self::UnknownFormat
                | Self::UnreadFormat { .. }
        )
    }

    /// What the document has, if it could be read that far.
    ///
    /// ```
    /// use error_catalog::{Format, Reader};
    ///
    /// let error = Reader::new().read("Ref,Text\n7,jammed\n", Format::Csv).err().ok_or("read")?;
    /// let report = error.report().ok_or("no report")?;
    /// let headings = report.tables[0].columns.iter().map(|column| column.heading.as_str());
    /// assert_eq!(headings.collect::<Vec<_>>(), ["Ref", "Text"]);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn report(&self) -> Option<&Report> {
        match self {
            Self::NoTable { report, .. }
            | Self::NoTableButLists { report, .. }
            | Self::NoColumn { report, .. }
            | Self::Headings { report, .. }
            | Self::NoSuchHeading { report, .. }
            | Self::NoSuchTable { report, .. } => Some(report),
            _ => None,
        }
    }
}

/// The heading that may be meant, or else all.
fn instead(closest: Option<&String>, headings: &[String]) -> String {
    match closest {
        Some(closest) => format!("; the closest is {}", shown(closest)),
        None => format!(" (found: {})", list(headings)),
    }
}

/// The first texts of a list, quoted.
fn list(texts: &[String]) -> String {
    const LONGEST: usize = 40;
    let mut quoted: Vec<String> = texts.iter().take(LONGEST).map(|text| shown(text)).collect();
    if texts.len() > LONGEST {
        quoted.push("…".to_owned());
    }
    if quoted.is_empty() { "none".to_owned() } else { quoted.join(", ") }
}

fn tables(report: &Report) -> String {
    match report.tables.len() {
        0 => "it has no table at all".to_owned(),
        1 => "its only table is number 1".to_owned(),
        last => format!("its tables are numbered 1 to {last}"),
    }
}

fn lines(findings: &[Finding]) -> String {
    let (shown, more) = by_kind(findings);
    let more = more.into_iter().map(|(count, last)| last.more(count));
    shown.into_iter().map(Finding::to_string).chain(more).collect::<Vec<_>>().join("\n")
}
