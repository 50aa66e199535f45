//! JSON that is written of YAML or TOML, so that one reader finds the rows of all three.

use super::error::ReadError;
use super::grid::Room;
use crate::integer;

/// Deeper values have no rows.
pub(super) const DEEPEST: usize = 100;

/// The text, and in which line of the document each value is.
pub(super) struct Written<'r> {
    pub(super) text: String,
    /// The offsets from which a line counts, in order.
    pub(super) marks: Vec<(usize, usize)>,
    room: &'r Room,
    depth: usize,
}

impl<'r> Written<'r> {
    pub(super) fn new(room: &'r Room) -> Self {
        Self { text: String::new(), marks: Vec::new(), room, depth: 0 }
    }

    /// What follows is in this line.
    pub(super) fn mark(&mut self, line: usize) {
        if self.marks.last().is_none_or(|(_, last)| *last != line) {
            self.marks.push((self.text.len(), line));
        }
    }

    pub(super) fn string(&mut self, text: &str) {
        // A text is always JSON.
        self.text.push_str(&serde_json::to_string(text).unwrap_or_default());
    }

    /// A value without quotes: a number as the document writes it, if JSON has it too.
    pub(super) fn plain(&mut self, text: &str) {
        let is_json = matches!(text, "true" | "false") || integer::decimal(text).is_some();
        if is_json {
            self.text.push_str(text);
        } else {
            self.string(text);
        }
    }

    pub(super) fn null(&mut self) {
        self.text.push_str("null");
    }

    /// Separates a member or an element from the one in front of it.
    pub(super) fn separate(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(['[', '{', ',', ':']) {
            self.text.push(',');
        }
    }

    pub(super) fn open(&mut self, bracket: char, line: usize) -> Result<(), ReadError> {
        self.text.push(bracket);
        self.depth += 1;
        if self.depth > DEEPEST {
            let reason = format!("values are nested more than {DEEPEST} deep");
            return Err(ReadError::TooLarge { line, reason });
        }
        Ok(())
    }

    pub(super) fn close(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth -= 1;
    }

    /// Writes a value again, which is in this line here.
    pub(super) fn copy(&mut self, start: usize, end: usize, line: usize) -> Result<(), ReadError> {
        self.room.take(0, end - start);
        self.room.check()?;
        self.mark(line);
        self.text.extend_from_within(start..end);
        Ok(())
    }
}
