//! The meaning of a line of Markdown, by its beginning.

use super::super::{jsx, pipes};
use super::tags::{begins_row, has_row};

/// A line without the marks of the quotes and list items around it.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// The offset of the text.
    pub(super) offset: usize,
    pub(super) text: &'a str,
    /// The number of quotes around the line.
    pub(super) quotes: usize,
    /// Whether the line begins an item of a list.
    pub(super) begins_item: bool,
}

impl<'a> Line<'a> {
    /// The line of a document between two offsets.
    pub(super) fn new(document: &'a str, start: usize, end: usize) -> Self {
        let mut text = document.get(start..end).unwrap_or_default();
        let mut quotes = 0;
        let mut begins_item = false;
        loop {
            text = text.trim_start_matches([' ', '\t']);
            if let Some(rest) = text.strip_prefix('>') {
                quotes += 1;
                text = rest;
            } else if let Some(rest) = after_item_mark(text) {
                begins_item = true;
                text = rest;
            } else {
                break;
            }
        }
        Self { offset: end - text.len(), text: text.trim_end(), quotes, begins_item }
    }

    /// The text of a heading that begins with `#`.
    pub(super) fn heading(&self) -> Option<&'a str> {
        let text = self.text.trim_start_matches('#');
        let level = self.text.len() - text.len();
        let is_heading = (1..=6).contains(&level) && text.starts_with([' ', '\t']);
        is_heading.then(|| text.trim_end_matches('#').trim())
    }

    /// Whether the line makes the paragraph above it a heading.
    pub(super) fn underlines(&self) -> bool {
        let all = |mark: char| !self.text.is_empty() && self.text.chars().all(|c| c == mark);
        all('=') || all('-')
    }

    /// The mark that begins a fenced code block.
    pub(super) fn fence(&self) -> Option<&'a str> {
        let mark = self.text.chars().next().filter(|mark| "`~".contains(*mark))?;
        let info = self.text.trim_start_matches(mark);
        let fence = self.text.get(..self.text.len() - info.len())?;
        (fence.len() >= 3 && (mark == '~' || !info.contains('`'))).then_some(fence)
    }

    /// Whether the line ends the code block that began with a fence.
    pub(super) fn ends_fence(&self, fence: &str) -> bool {
        self.text.starts_with(fence) && self.text.chars().all(|mark| fence.starts_with(mark))
    }

    /// Whether a comment begins here, and what ends it.
    pub(super) fn comment(&self) -> Option<&'static str> {
        let comments = [("<!--", "-->"), ("{/*", "*/}")];
        comments.into_iter().find(|(open, _)| self.text.starts_with(open)).map(|(_, close)| close)
    }

    /// Whether a block begins here that ends a table above.
    pub(super) fn ends_table(&self) -> bool {
        let is_rule = |mark: char| {
            let marks = self.text.chars().filter(|&c| c == mark).count();
            marks >= 3 && self.text.chars().all(|c| c == mark || c == ' ')
        };
        self.begins_item
            || self.heading().is_some()
            || self.fence().is_some()
            || self.comment().is_some()
            || ['-', '*', '_'].into_iter().any(is_rule)
            || self.text.starts_with("{:")
            || jsx::is_mark(self.text)
            || begins_row(self.text)
            || self.text.starts_with('<') && !self.text.contains('|')
    }
}

/// The text after the mark of a list item.
fn after_item_mark(text: &str) -> Option<&str> {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = text.len() - digits.len();
    let rest = match number {
        0 => text.strip_prefix(['-', '*', '+']),
        1..=9 => digits.strip_prefix(['.', ')']),
        _ => None,
    }?;
    rest.starts_with([' ', '\t']).then_some(rest)
}

/// Finds a text outside code spans, ignoring case.
pub(super) fn find_outside_code(line: &str, wanted: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let rest = line.get(at..).unwrap_or_default();
        if byte == b'`' {
            let after = rest.trim_start_matches('`');
            let marks = rest.len() - after.len();
            at += marks + code_length(after, marks).unwrap_or(0);
        } else if byte == b'\\' {
            at += 2;
        } else {
            let found = bytes.get(at..at + wanted.len());
            if found.is_some_and(|found| found.eq_ignore_ascii_case(wanted.as_bytes())) {
                return Some(at);
            }
            at += 1;
        }
    }
    None
}

/// The length of a code span up to the end of its closing marks.
fn code_length(text: &str, marks: usize) -> Option<usize> {
    let mut rest = text;
    while let Some(at) = rest.find('`') {
        let run = rest.get(at..)?;
        let after = run.trim_start_matches('`');
        if run.len() - after.len() == marks {
            return Some(text.len() - after.len());
        }
        rest = after;
    }
    None
}

/// The length of the metadata at the beginning of a document.
pub(super) fn front_matter(text: &str) -> usize {
    let Some(rest) = text.strip_prefix("---").filter(|rest| rest.starts_with(['\n', '\r'])) else {
        return 0;
    };
    let end = rest.find("\n---\n").or_else(|| rest.find("\n---\r\n"));
    let has_rows = |&end: &usize| {
        let metadata = rest.get(..end).unwrap_or_default();
        let mut lines = metadata.lines().map(|line| Line::new(line, 0, line.len()).text);
        has_row(metadata) || lines.any(|line| pipes::looks_like_row(line, None))
    };
    // Two rules may also have a table between them.
    let end = end.filter(|end| !has_rows(end));
    end.map_or(0, |end| text.len() - rest.len() + end + "\n---".len())
}
