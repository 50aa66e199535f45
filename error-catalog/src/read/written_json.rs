//! JSON that is made from YAML, TOML or XML, so that one reader finds the rows of all four.

use super::error::ReadError;
use super::grid::Room;
use crate::integer;

/// Deeper values have no rows.
pub(super) const DEEPEST: usize = 100;

/// The text, and the line of the document for each value.
pub(super) struct WrittenJson<'r> {
    pub(super) text: String,
    /// The offsets from which a line counts, in order.
    pub(super) marks: Vec<(usize, usize)>,
    /// Whether the text is an array of several documents.
    pub(super) has_documents: bool,
    room: &'r Room,
    depth: usize,
}

impl<'r> WrittenJson<'r> {
    pub(super) fn new(room: &'r Room) -> Self {
        let (text, marks, has_documents, depth) = Default::default();
        Self { text, marks, has_documents, room, depth }
    }

    /// The following text is from this line.
    pub(super) fn mark(&mut self, line: usize) {
        if self.marks.last().is_none_or(|(_, last)| *last != line) {
            self.marks.push((self.text.len(), line));
        }
    }

    pub(super) fn string(&mut self, text: &str) {
        // A text is always JSON.
        self.text.push_str(&serde_json::to_string(text).unwrap_or_default());
    }

    /// A value without quotes: a number as the document writes it, if it is valid JSON.
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

    /// Separates a member or an element from the one before it.
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

    /// Removes everything that was written from an offset on, and returns the text from `value`
    /// on.
    pub(super) fn take_back(&mut self, start: usize, value: usize) -> String {
        let text = self.text.get(value..).unwrap_or_default().to_owned();
        self.text.truncate(start);
        self.marks.truncate(self.marks.partition_point(|(offset, _)| *offset < start));
        text
    }

    pub(super) fn close(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth -= 1;
    }

    /// Takes the room for a repeated value. A few bytes of aliases can write any number of
    /// values, and each may be a row.
    pub(super) fn take_again(&self, value: &str) -> Result<(), ReadError> {
        const ROW: usize = 12;
        let values = 1 + value.bytes().filter(|byte| b"[{,".contains(byte)).count();
        self.room.take(ROW * values, 4 * value.len());
        self.room.check().map_err(|error| match error {
            ReadError::TooMuch { max_size, .. } => {
                ReadError::TooMuch { what: "the values that YAML aliases repeat take", max_size }
            }
            error => error,
        })
    }

    /// Writes a value again, now with this line.
    pub(super) fn copy(&mut self, start: usize, end: usize, line: usize) -> Result<(), ReadError> {
        self.take_again(self.text.get(start..end).unwrap_or_default())?;
        self.mark(line);
        self.text.extend_from_within(start..end);
        Ok(())
    }
}

/// An integer with a prefix that JSON does not have, such as `0o17`, in decimal.
pub(super) fn with_prefix(text: &str, prefix: &str, radix: u32) -> Option<String> {
    let digits = text.strip_prefix(prefix).filter(|digits| !digits.starts_with('+'))?;
    u128::from_str_radix(digits, radix).ok().map(|number| number.to_string())
}
