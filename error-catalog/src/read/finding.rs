//! Malformed rows.

use std::{fmt, mem, slice};

use super::problem::Problem;
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

/// How many characters a finding keeps: more than a message shows.
const LONGEST: usize = 300;

/// The part of a text that a finding keeps. A line can be as long as the document.
pub(super) fn beginning(text: &str) -> String {
    first_characters(text).to_owned()
}

/// As many characters of a text as a finding keeps.
pub(super) fn first_characters(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or_default()
}

/// How many findings of one kind, and how many lines that look like rows, a message shows.
pub(super) const SHOWN: usize = 20;

impl Finding {
    pub(super) fn new(line: usize, text: &str, problem: Problem) -> Self {
        Self { document: None, line, text: beginning(text), problem }
    }

    /// The finding of a text in a line of the document.
    pub(super) fn at(self, line: usize) -> Self {
        Self { line, ..self }
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

    /// What is wrong with the row, and what the reader did with it.
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
    /// A line for each finding, as [`in_file`](Self::in_file) writes it. Of each kind of problem,
    /// only the first twenty are shown, and then how many more there are.
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

/// The findings of each kind that a message shows, and how many more follow the last of them.
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

/// A code in the text of a document that looks like those of its tables and is in none of them.
///
/// It is at the beginning of a line, in brackets or after a word such as "code". It may be a
/// row in a form that the reader does not know, or an example.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mention {
    /// Its line, counted from 1; in HTML, the line in which its paragraph begins.
    pub line: usize,
    /// The code.
    pub code: String,
    /// The beginning of the text.
    pub text: String,
}

impl fmt::Display for Mention {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&Self::line_of(slice::from_ref(self)))
    }
}

impl Mention {
    /// One line for the mentions of one text.
    pub(super) fn line_of(mentions: &[Self]) -> String {
        let codes: Vec<String> = mentions.iter().map(|it| shown(&it.code)).collect();
        let place = mentions.first().map(|it| (it.line, it.text.as_str()));
        let (line, text) = place.unwrap_or_default();
        format!("line {line}: {} in {}", codes.join(", "), shown(text))
    }
}

/// The lines of a text that look like rows, but that a regular expression does not match.
///
/// Such a line has a number as long as one of the codes that were read, or an identifier
/// that begins like one that was read (`STATUS_`, `Err`), and was itself not read. If it
/// has both, it is a [finding](Problem::NoMatch) too. A line also looks like a row if the text in
/// front of an identifier and what is after it are as in the lines of the rows.
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
