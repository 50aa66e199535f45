//! The text of a source file, with the places that an update changes.

use std::ops::Range;

use super::trivia::pieces;

/// A source file as it is, and as rustc reads it.
#[derive(Clone, Debug)]
pub(crate) struct SourceText {
    original: String,
    /// Without a byte order mark and a shebang, and with `\n` in place of `\r\n`.
    read: String,
    /// The length of the byte order mark.
    mark: usize,
    /// The places of the line breaks in `read`.
    ends: Vec<usize>,
    /// Those of them that are `\r\n` in the original.
    returns: Vec<usize>,
}

/// A change of a text: these bytes become this text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) text: String,
}

impl Edit {
    pub(crate) fn insert(place: usize, text: impl Into<String>) -> Self {
        Self { range: place..place, text: text.into() }
    }

    pub(crate) fn delete(range: Range<usize>) -> Self {
        Self { range, text: String::new() }
    }
}

impl SourceText {
    pub(crate) fn new(original: String) -> Self {
        let content = original.strip_prefix('\u{feff}').unwrap_or(&original);
        let mark = original.len() - content.len();
        let mut read = content.replace("\r\n", "\n");
        let shebang = shebang(&read);
        // Blanks of the same length.
        read.replace_range(..shebang, &" ".repeat(shebang));
        let ends = read.match_indices('\n').map(|(place, _)| place).collect();
        let mut returns = Vec::new();
        for (place, _) in content.match_indices("\r\n") {
            returns.push(place - returns.len());
        }
        Self { original, read, mark, ends, returns }
    }

    /// The file as it is.
    pub(crate) fn original(&self) -> &str {
        &self.original
    }

    /// The file as rustc reads it. Every place and range is one in this text.
    pub(crate) fn read(&self) -> &str {
        &self.read
    }

    /// A part of the text; empty if the range is not one.
    pub(crate) fn get(&self, range: Range<usize>) -> &str {
        self.read.get(range).unwrap_or_default()
    }

    /// The number of the line, counted from 1.
    pub(crate) fn line(&self, place: usize) -> usize {
        self.ends.partition_point(|end| *end < place) + 1
    }

    /// Where the line of a place begins.
    pub(crate) fn line_start(&self, place: usize) -> usize {
        self.get(0..place).rfind('\n').map_or(0, |end| end + 1)
    }

    /// Where the line of a place ends, in front of its line break.
    pub(crate) fn line_end(&self, place: usize) -> usize {
        let rest = self.read.get(place..).unwrap_or_default();
        rest.find('\n').map_or(self.read.len(), |length| place + length)
    }

    /// The original with these changes. Changes at one place keep their order. Text that is
    /// inserted inside a part that another change deletes is not written.
    pub(crate) fn with(&self, mut edits: Vec<Edit>) -> String {
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let mut text = String::with_capacity(self.original.len());
        let mut done = 0;
        for edit in edits {
            let (start, end) =
                (self.in_original(edit.range.start), self.in_original(edit.range.end));
            if start < done {
                // The rest of what two changes delete.
                done = if edit.text.is_empty() { end.max(done) } else { done };
                continue;
            }
            text.push_str(self.original.get(done..start).unwrap_or_default());
            if self.has_return(edit.range.start) {
                text.push_str(&edit.text.replace('\n', "\r\n"));
            } else {
                text.push_str(&edit.text);
            }
            done = end.max(done);
        }
        text.push_str(self.original.get(done..).unwrap_or_default());
        text
    }

    /// The same place in the original; at the end of a line, in front of its `\r`.
    fn in_original(&self, place: usize) -> usize {
        self.mark + place + self.returns.partition_point(|end| *end < place)
    }

    /// Whether the next line break, or else the last one, is `\r\n`.
    fn has_return(&self, place: usize) -> bool {
        let next = self.read.get(place..).and_then(|rest| rest.find('\n')).map(|end| place + end);
        let end = next.or_else(|| self.read.rfind('\n'));
        end.is_some_and(|end| self.returns.binary_search(&end).is_ok())
    }
}

/// The length of a first line that is for the system and not for rustc. `#![…]` is an attribute,
/// even with comments in it.
fn shebang(text: &str) -> usize {
    let Some(rest) = text.strip_prefix("#!") else { return 0 };
    let blanks = pieces(rest).last().map_or(0, |piece| piece.range.end);
    let is_attribute = rest.get(blanks..).is_some_and(|rest| rest.starts_with('['));
    if is_attribute { 0 } else { text.find('\n').unwrap_or(text.len()) }
}
