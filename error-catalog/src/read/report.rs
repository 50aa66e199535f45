//! The report about a document.

use std::fmt;

use thiserror::Error;

pub(super) use super::finding::Finding;
use super::finding::{Mention, Missed, SHOWN};
use super::format::Format;
pub(super) use super::problem::Problem;
use super::problem::row_count;
use super::roles::{ColumnUse, LeftOut, WrittenAs};
use crate::code_type::CodeType;
use crate::visible::{self, shown};

/// What a reader found in a document, and what it did with it.
///
/// Every row of the document is a row of the table, a [finding](Self::findings), or a
/// row of a table that was [left out](FoundTable::left_out). Displays as lines for
/// people, without the findings, which have lines of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The format and encoding of the bytes; `None` for a text of a known format.
    pub read_as: Option<ReadAs>,
    /// Every table of the document, in its order; then the lists and the headings that begin
    /// with codes.
    pub tables: Vec<FoundTable>,
    /// The delimiter of a CSV file; `None` for other formats.
    pub delimiter: Option<char>,
    /// The lines that look like rows but are in no match of the regular expression;
    /// `None` if there are none.
    pub missed: Option<Missed>,
    /// The codes in the text of Markdown and HTML that look like those of the tables and are in
    /// none of them.
    pub mentions: Vec<Mention>,
    /// The type of the codes; `None` if no table was taken.
    pub codes: Option<Codes>,
    /// The rows that look like successes: [`Import::success`](crate::Import::success) marks
    /// them.
    pub successes: Vec<Success>,
    /// The malformed rows, in the document's order. Each [`Problem`] says whether
    /// the row is in the table.
    pub findings: Vec<Finding>,
}

/// A row that looks like a success and not like an error.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Success {
    /// The line of the row.
    pub line: usize,
    /// The code.
    pub code: String,
    /// The message.
    pub message: String,
}

impl fmt::Display for Success {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, code, message } = self;
        let (code, message) = (shown(code), shown(message));
        write!(formatter, "line {line}: {code} {message} looks like a success; mark it with ")?;
        write!(formatter, "--success {code}")
    }
}

/// The format and the encoding of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadAs {
    /// The format.
    pub format: Format,
    /// The sign by which the format was detected; `None` if the caller chose it.
    pub guess: Option<&'static str>,
    /// The name of the encoding, such as `UTF-8`; `None` if the document is not a text.
    pub encoding: Option<&'static str>,
}

/// A table of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FoundTable {
    /// Its number, counted from 1: the argument of
    /// [`Reader::table`](super::Reader::table).
    pub number: usize,
    /// The form in which the document writes it.
    pub written_as: WrittenAs,
    /// The line in which the table begins, counted from 1.
    pub line: usize,
    /// The line in which its last row begins.
    pub last_line: usize,
    /// The document's nearest heading above the table; of JSON, the pointer to it.
    pub title: Option<String>,
    /// The columns, in the table's order.
    pub columns: Vec<FoundColumn>,
    /// The number of rows, without headings and sections.
    pub rows: usize,
    /// The rows that are headings of the rows below them, each with its line.
    pub sections: Vec<(usize, String)>,
    /// Why the rows of the table were not read; `None` if they were.
    pub left_out: Option<LeftOut>,
}

/// A column of a document's table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FoundColumn {
    /// The heading as the document writes it.
    pub heading: String,
    /// What the column is read as; `None` if the table is left out.
    pub read_as: Option<ColumnUse>,
    /// How many of its cells have a link.
    pub links: usize,
}

impl FoundColumn {
    /// The name of a further column that was not asked for.
    pub(crate) fn further(&self) -> Option<&str> {
        match &self.read_as {
            Some(ColumnUse::Further(name)) if !name.is_empty() => Some(name),
            _ => None,
        }
    }
}

/// The type of the codes, and why it is this one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Codes {
    /// The type.
    pub code_type: CodeType,
    /// Why it is this one.
    pub reason: CodesReason,
}

/// Why codes have their type.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CodesReason {
    /// The caller chose it.
    #[error("as you chose")]
    Chosen,
    /// The document is joined to one with codes of this type.
    #[error("as in the first document")]
    OfFirst,
    /// It is the smallest integer type of 32 bits or more for the codes: the vendor may add
    /// larger ones.
    #[error("the smallest type of 32 bits or more for {}", span(low, high))]
    #[non_exhaustive]
    Smallest {
        /// The lowest code.
        low: String,
        /// The highest code.
        high: String,
    },
    /// Half of the codes or more are not integers.
    #[error("{count} of {all} are not integers, such as {} in line {line}", shown(code))]
    #[non_exhaustive]
    NotIntegers {
        /// The number of codes that are not integers.
        count: usize,
        /// The number of codes.
        all: usize,
        /// The first that is not an integer.
        code: String,
        /// Its line.
        line: usize,
    },
    /// The codes have the same number of digits, with leading zeros.
    #[error("they have the same length, and {} in line {line} has a leading zero", shown(code))]
    #[non_exhaustive]
    LeadingZeros {
        /// The first code with a leading zero.
        code: String,
        /// Its line.
        line: usize,
    },
    /// No integer type holds every code.
    #[error("no integer type holds all of them")]
    TooWide,
    /// There is no code.
    #[error("there are none")]
    NoCode,
}

/// How many tables, columns, sections and successes a report shows.
const MOST: usize = 100;

/// How many of them a report leaves out.
fn more(count: usize) -> Option<usize> {
    count.checked_sub(MOST).filter(|more| *more > 0)
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(read_as) = &self.read_as {
            writeln!(formatter, "{read_as}")?;
        }
        for table in self.tables.iter().take(MOST) {
            writeln!(formatter, "{table}")?;
        }
        if let Some(more) = more(self.tables.len()) {
            writeln!(formatter, "{more} more tables")?;
        }
        if let Some(delimiter) = self.delimiter {
            writeln!(formatter, "cells are separated by {delimiter:?}")?;
        }
        if let Some(missed) = &self.missed {
            writeln!(formatter, "{missed}")?;
        }
        self.fmt_mentions(formatter)?;
        if let Some(Codes { code_type, reason }) = &self.codes {
            writeln!(formatter, "codes are {code_type}: {reason}")?;
        }
        for success in self.successes.iter().take(MOST) {
            writeln!(formatter, "{success}")?;
        }
        if let Some(more) = more(self.successes.len()) {
            writeln!(formatter, "{more} more rows look like successes")?;
        }
        Ok(())
    }
}

impl Report {
    fn fmt_mentions(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.mentions.len() {
            0 => return Ok(()),
            1 => writeln!(formatter, "1 code in the text is in none of these tables:")?,
            count => writeln!(formatter, "{count} codes in the text are in none of these tables:")?,
        }
        let mut shown = 0;
        let is_same = |one: &Mention, two: &Mention| one.line == two.line && one.text == two.text;
        for of_text in self.mentions.chunk_by(is_same).take(SHOWN) {
            let of_text = of_text.get(..SHOWN).unwrap_or(of_text);
            writeln!(formatter, "  {}", Mention::line_of(of_text))?;
            shown += of_text.len();
        }
        match self.mentions.len() - shown {
            0 => Ok(()),
            more => writeln!(formatter, "  and {more} more"),
        }
    }
}

impl fmt::Display for ReadAs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { format, guess, encoding } = self;
        write!(formatter, "read as {format}")?;
        if let Some(encoding) = encoding {
            write!(formatter, " in {encoding}")?;
        }
        guess.map_or(Ok(()), |guess| write!(formatter, ": {guess}"))
    }
}

/// The place, the number of rows, and a line for the columns.
impl fmt::Display for FoundTable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number, written_as, line, last_line, rows, .. } = self;
        let lines = if line == last_line { "line" } else { "lines" };
        write!(formatter, "table {number}, ")?;
        if *written_as != WrittenAs::Table {
            write!(formatter, "{written_as}, ")?;
        }
        write!(formatter, "{lines} {}", span(line, last_line))?;
        if let Some(title) = &self.title {
            write!(formatter, ", under {}", shown(title))?;
        }
        match &self.left_out {
            Some(reason) => write!(formatter, ": {}, left out: {reason}", row_count(*rows))?,
            None => write!(formatter, ": {}", row_count(*rows))?,
        }
        let columns = self.columns.iter().take(MOST).map(ToString::to_string);
        let others = more(self.columns.len()).map(|more| format!("{more} more"));
        let columns: Vec<String> = columns.chain(others).collect();
        write!(formatter, "\n  columns: {}", columns.join(", "))?;
        if self.columns.iter().any(|column| matches!(column.read_as, Some(ColumnUse::Further(_)))) {
            formatter.write_str(" (* not in the enum unless you pass --column NAME=HEADING)")?;
        }
        for column in self.columns.iter().filter(|column| column.links > 0).take(MOST) {
            let FoundColumn { heading, links, .. } = column;
            write!(
                formatter,
                "\n  links under {}: {links}; read their addresses with ",
                shown(heading)
            )?;
            formatter.write_str("--column NAME:url=HEADING")?;
        }
        for (line, section) in self.sections.iter().take(MOST) {
            write!(formatter, "\n  section in line {line}: {}", shown(section))?;
        }
        if let Some(more) = more(self.sections.len()) {
            write!(formatter, "\n  {more} more sections")?;
        }
        Ok(())
    }
}

/// `"Heading" is the message`; `"Heading"*` if nobody asked for the column.
impl fmt::Display for FoundColumn {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", shown(&self.heading))?;
        match &self.read_as {
            Some(ColumnUse::Role(role)) => write!(formatter, " is {role}"),
            Some(ColumnUse::Named(name)) => write!(formatter, " is column {}", visible::line(name)),
            Some(ColumnUse::Further(_)) => formatter.write_str("*"),
            None => Ok(()),
        }
    }
}

fn span<T: PartialEq + fmt::Display>(low: &T, high: &T) -> String {
    if low == high { low.to_string() } else { format!("{low} to {high}") }
}
