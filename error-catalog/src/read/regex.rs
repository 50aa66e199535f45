//! Reads any text by a regular expression: each match is a row.

mod frames;
mod missed;
mod string_literal;

use std::ops::Range;

use regex::{Captures, Regex, RegexBuilder};
use thiserror::Error;

use self::missed::Seen;
use super::error::ReadError;
use super::find_columns::Named;
use super::grid::{Document, Grid, GridRow, Input, Lines};
use super::problem::Problem;

/// The groups that are not further columns.
const CODE: &str = "code";
const VARIANT: &str = "variant";
const DESCRIPTION: &str = "description";
/// Those that can be the message, the most likely first.
const TEXTS: [&str; 3] = ["message", DESCRIPTION, VARIANT];

/// A regular expression whose matches are rows.
#[derive(Clone, Debug)]
pub(super) struct Expression {
    regex: Regex,
    /// The named groups: their indexes and names.
    groups: Vec<(usize, String)>,
}

impl Expression {
    pub(super) fn new(expression: &str) -> Result<Self, RegexError> {
        let regex = compiled(expression)?;
        let names = regex.capture_names().enumerate();
        let groups: Vec<_> =
            names.filter_map(|(index, name)| Some((index, name?.to_owned()))).collect();
        let expression = Self { regex, groups };
        if !expression.has(CODE) {
            return Err(RegexError::NoCode);
        }
        if !TEXTS.iter().any(|name| expression.has(name)) {
            return Err(RegexError::NoText);
        }
        Ok(expression)
    }

    fn has(&self, name: &str) -> bool {
        self.groups.iter().any(|(_, each)| each == name)
    }

    /// The headings that the caller named, and the groups that have a meaning. If there is no
    /// message and no description, the names of the variants are the messages.
    pub(super) fn named(&self, named: &Named) -> Named {
        let mut named = named.clone();
        if named.code.is_empty() {
            named.code.push(CODE.to_owned());
        }
        let roles: [(&mut Option<String>, &[&str]); 3] = [
            (&mut named.name, &[VARIANT]),
            (&mut named.message, &TEXTS),
            (&mut named.description, &[DESCRIPTION]),
        ];
        for (heading, names) in roles {
            let group = names.iter().find(|name| self.has(name));
            *heading = heading.take().or(group.map(|name| (*name).to_owned()));
        }
        named
    }

    /// The table of the matches, and the lines that look like rows but are in none.
    ///
    /// In a format with entities, such as `&amp;`, they are decoded.
    pub(super) fn read<'a>(
        &self,
        input: &Input<'a, '_>,
        has_entities: bool,
    ) -> Result<Document<'a>, ReadError> {
        let Input { text, lines, room } = *input;
        let mut rows = Vec::new();
        let mut seen = Seen::default();
        // A match without text is not a row.
        let matches = self.regex.captures_iter(text).filter(|found| !whole(found).is_empty());
        let mut matches = matches.peekable();
        while let Some(found) = matches.next() {
            let next = matches.peek().map_or(text.len(), |next| whole(next).start);
            let mut row = self.row(text, lines, &found, next, &mut seen);
            for cell in row.cells.iter_mut().filter(|cell| has_entities && cell.contains('&')) {
                *cell = htmlize::unescape(&**cell).into_owned();
            }
            room.take_row(row.line, &row.cells);
            room.check()?;
            rows.push(row);
        }
        let Some(first) = rows.first() else { return Err(ReadError::NoMatch) };
        let headings = self.groups.iter().map(|(_, name)| name.clone()).collect();
        let grid = Grid { line: first.line, title: None, headings, rows };
        let (missed, findings) = seen.missed(text, lines);
        Ok(Document { grids: vec![grid], findings, missed, ..Document::default() })
    }

    /// Where the next group begins.
    fn start_after(&self, text: &str, found: &Captures<'_>, end: usize) -> Option<usize> {
        let groups = self.groups.iter().filter_map(|(group, _)| found.get(*group));
        let after = groups.filter(|group| group.start() > end);
        after.map(|group| string_literal::start(text, &group.range())).min()
    }

    /// The row of a match, after which the next one begins at `next`.
    fn row<'a>(
        &self,
        text: &'a str,
        lines: &Lines,
        found: &Captures<'a>,
        next: usize,
        seen: &mut Seen<'a>,
    ) -> GridRow<'a> {
        let mut row = whole(found);
        let end_of_match = row.end;
        let mut cells = Vec::new();
        let mut is_short = false;
        for (group, _) in &self.groups {
            let (cell, end) = match found.get(*group) {
                Some(part) => {
                    // What another group has is not a part of it.
                    let limit = self.start_after(text, found, part.end()).unwrap_or(next);
                    let after = end_of_match.min(limit)..limit;
                    let (cell, end) = string_literal::read(text, &part.range(), &after);
                    is_short |= string_literal::goes_on(text, &part.range(), end, limit);
                    (cell, end)
                }
                None => (String::new(), 0),
            };
            row.end = row.end.max(end);
            cells.push(cell);
        }
        let [code, name] = [CODE, VARIANT].map(|name| found.name(name).map(|key| key.range()));
        seen.add(text, code.as_ref(), name.as_ref(), &row);
        let source = text.get(row.clone()).unwrap_or_default();
        let blanks = source.len() - source.trim_start().len();
        let is_cut = code.is_some_and(|code| is_cut(text, &code));
        let cut_text = is_short.then_some(Problem::CutText);
        let problem = if is_cut { Some(Problem::CutCode) } else { cut_text };
        let row = GridRow::new(lines.at(row.start + blanks), Some(source.trim()), cells);
        GridRow { problem, ..row }
    }
}

/// Whether a code continues outside its group, like `1` in `1_002` and in `1 << 4`. Suffixes of
/// integers in C, as in `0x1FL`, are not part of the code.
fn is_cut(text: &str, code: &Range<usize>) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let inner = text.get(code.clone()).unwrap_or_default();
    let before = text.get(..code.start).unwrap_or_default();
    let after = text.get(code.end..).unwrap_or_default();
    let is_number = inner.ends_with(|last: char| last.is_ascii_hexdigit());
    let ends = |letter: char| is_number && matches!(letter, 'u' | 'U' | 'l' | 'L');
    let goes_on = inner.ends_with(is_part) && after.trim_start_matches(ends).starts_with(is_part);
    let began = inner.starts_with(is_part) && before.ends_with(is_part);
    goes_on || began || is_number && after.trim_start().starts_with("<<")
}

fn whole(found: &Captures<'_>) -> Range<usize> {
    found.get(0).map_or(0..0, |whole| whole.range())
}

pub(super) fn compiled(expression: &str) -> Result<Regex, RegexError> {
    // With `crlf`, `$` and `.` stop in front of a Windows line's end.
    let regex = RegexBuilder::new(expression).crlf(true).build();
    regex.map_err(|error| RegexError::Invalid(error.to_string()))
}

/// Why a regular expression cannot read rows.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RegexError {
    /// It is not a regular expression.
    #[error("{0}")]
    Invalid(String),
    /// It has no group for the codes.
    #[error("the expression has no group for the codes; put (?<code>…) around them")]
    NoCode,
    /// It has no group for the texts.
    #[error("the expression has no group for the texts; name one message, description or variant")]
    NoText,
}
