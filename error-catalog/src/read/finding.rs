//! Malformed rows.

use std::{fmt, mem};

use thiserror::Error;

use super::roles::{LeftOut, WrittenAs};
use crate::code_type::CodeType;
use crate::visible::{self, shown};

/// A malformed row of a document, with its line and text.
///
/// ```
/// use error_catalog::{Format, Problem, Table};
///
/// let reading = Table::read("code,message\n1,one\n,two\n", Format::Csv)?;
/// let finding = reading.report.findings.first().ok_or("clean")?;
/// assert_eq!((finding.line(), finding.text()), (3, ",two"));
/// assert_eq!(*finding.problem(), Problem::NoCode);
/// assert_eq!(finding.document(), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The document, if it is one that was joined to the first.
    document: Option<String>,
    line: usize,
    text: String,
    problem: Problem,
}

/// How many characters that is: more than a message shows.
const LONGEST: usize = 300;

/// What a finding keeps of a text. A line can be as long as the document.
pub(super) fn beginning(text: &str) -> String {
    first_characters(text).to_owned()
}

/// As many characters of a text as a finding keeps.
pub(super) fn first_characters(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or_default()
}

/// How many findings of one kind a message has, and how many lines that are no rows.
pub(super) const SHOWN: usize = 20;

impl Finding {
    pub(super) fn new(line: usize, text: &str, problem: Problem) -> Self {
        Self { document: None, line, text: beginning(text), problem }
    }

    /// The finding of a document that is joined to the first.
    pub(super) fn in_document(self, document: &str) -> Self {
        Self { document: Some(document.to_owned()), ..self }
    }

    /// The document, if it is one that was joined to the first.
    #[must_use]
    pub fn document(&self) -> Option<&str> {
        self.document.as_deref()
    }

    /// The line in which the row begins, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The row as the document writes it; for a table of HTML, the text of its cells. At most the
    /// first 300 characters.
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
        let Self { line, text, problem, .. } = self;
        format!("{}:{line}: {problem}: {}", self.file(file), shown(text))
    }
}

impl Finding {
    /// A line for each finding, as [`in_file`](Self::in_file) writes it, but of those with one
    /// kind of problem only the first twenty, and then how many more there are.
    ///
    /// ```
    /// use error_catalog::{Finding, Format, Table};
    ///
    /// let reading = Table::read(&format!("code,message\n{}", ",two\n".repeat(500)), Format::Csv)?;
    /// let lines = Finding::lines(&reading.report.findings, "errors.csv");
    /// assert_eq!(lines.len(), 21);
    /// assert_eq!(
    ///     lines[20],
    ///     "errors.csv: 480 more as in line 21: the row has no code and is left out",
    /// );
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn lines(findings: &[Self], file: impl fmt::Display) -> Vec<String> {
        let (shown, more) = by_kind(findings);
        let more = more
            .into_iter()
            .map(|(count, last)| format!("{}: {}", last.file(&file), last.more(count)));
        shown.into_iter().map(|finding| finding.in_file(&file)).chain(more).collect()
    }

    /// The file that the finding is in, if the first document is this one.
    fn file(&self, first: impl fmt::Display) -> String {
        match &self.document {
            Some(document) => visible::line(document),
            None => visible::line(&first.to_string()),
        }
    }

    /// A line for this many findings after this one.
    pub(super) fn more(&self, count: usize) -> String {
        format!("{count} more as in line {}: {}", self.line, self.problem)
    }
}

/// Of each kind the findings that a message shows, and how many more there are than the last
/// of them.
pub(super) fn by_kind(findings: &[Finding]) -> (Vec<&Finding>, Vec<(usize, &Finding)>) {
    let mut kinds: Vec<(usize, &Finding)> = Vec::new();
    let mut shown = Vec::new();
    for finding in findings {
        let kind = mem::discriminant(&finding.problem);
        let is_same = |(_, each): &&mut (usize, &Finding)| {
            mem::discriminant(&each.problem) == kind && each.document == finding.document
        };
        match kinds.iter_mut().find(is_same) {
            Some((count, _)) if *count >= SHOWN => *count += 1,
            Some(known) => {
                *known = (known.0 + 1, finding);
                shown.push(finding);
            }
            None => {
                kinds.push((1, finding));
                shown.push(finding);
            }
        }
    }
    let more = kinds.into_iter().filter(|(count, _)| *count > SHOWN);
    (shown, more.map(|(count, last)| (count - SHOWN, last)).collect())
}

/// The line, the problem and the beginning of the text. Escapes every character
/// that could disturb a terminal.
impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { document, line, text, problem } = self;
        if let Some(document) = document {
            write!(formatter, "{}: ", visible::line(document))?;
        }
        write!(formatter, "line {line}: {problem}: {}", shown(text))
    }
}

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
    /// An item of a list begins with several codes. It is left out.
    #[error("the row has several codes and is left out; give each a row of its own")]
    SeveralCodes,
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
    /// A code is not in the range of the type that the caller chose. The row is left
    /// out.
    #[error("code {} does not fit {code_type}; this row is left out", shown(code))]
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
    /// The code goes on after the group of the regular expression, or in front of it. The
    /// row is left out.
    #[error("the code is more than the group `code` has; this row is left out")]
    CutCode,
    /// A string of a source file goes on, but not with another string. The row is kept with
    /// what could be read.
    #[error("a string goes on after what can be read of it; the row is kept with its beginning")]
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
    /// The first twenty of these lines.
    pub texts: Vec<String>,
}

impl fmt::Display for Missed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.lines.len() {
            1 => write!(formatter, "1 line looks like a row but is in no match:")?,
            count => write!(formatter, "{count} lines look like rows but are in no match:")?,
        }
        for (line, text) in self.lines.iter().zip(&self.texts) {
            write!(formatter, "\n  line {line}: {}", shown(text))?;
        }
        match self.lines.len() - self.texts.len() {
            0 => Ok(()),
            more => write!(formatter, "\n  and {more} more"),
        }
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
    let (shown_code, shown_first) = (shown(code), shown(first));
    if code == first { shown_code } else { format!("{shown_code}, written {shown_first},") }
}

pub(super) fn row_count(rows: usize) -> String {
    if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") }
}
