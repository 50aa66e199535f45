//! Writes YAML as JSON.

use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::error::ReadError;
use super::format::Format;
use super::grid::Room;
use super::written::Written;

/// The JSON of a document; of several documents, an array of them.
pub(super) fn to_json<'r>(
    text: &str,
    before: usize,
    room: &'r Room,
) -> Result<Written<'r>, ReadError> {
    let mut writer = Writer {
        written: Written::new(room),
        open: Vec::new(),
        anchors: HashMap::new(),
        documents: 0,
    };
    writer.written.text.push('[');
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(malformed)?;
        writer.add(event, before + span.start.line())?;
    }
    let Writer { mut written, documents, .. } = writer;
    if documents == 1 {
        // The brackets of the array are blanks.
        written.text.replace_range(..1, " ");
    } else {
        written.text.push(']');
    }
    Ok(written)
}

fn malformed(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> ReadError {
    ReadError::malformed(Format::Yaml, error)
}

struct Writer<'r> {
    written: Written<'r>,
    /// The arrays and objects that are open.
    open: Vec<Open>,
    /// Where the value of each anchor is.
    anchors: HashMap<usize, Range<usize>>,
    documents: usize,
}

struct Open {
    anchor: usize,
    start: usize,
    closing: char,
    /// The line of the key whose value follows.
    key: Option<usize>,
}

impl Writer<'_> {
    fn add(&mut self, event: Event<'_>, line: usize) -> Result<(), ReadError> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let is_plain = style == ScalarStyle::Plain && tag.is_none();
                self.scalar(&text, is_plain, anchor, line);
            }
            Event::SequenceStart(anchor, _) => self.begin('[', ']', anchor, line)?,
            Event::MappingStart(anchor, _) => self.begin('{', '}', anchor, line)?,
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Alias(anchor) => self.alias(anchor, line)?,
            Event::DocumentStart(_) => self.documents += 1,
            _ => {}
        }
        Ok(())
    }

    /// Whether a key follows.
    fn is_at_key(&self) -> bool {
        self.open.last().is_some_and(|open| open.closing == '}' && open.key.is_none())
    }

    /// Prepares for a value. That of a key is in its line.
    fn begin_value(&mut self, line: usize) {
        let key = self.open.last_mut().and_then(|open| open.key.take());
        self.written.separate();
        self.written.mark(key.unwrap_or(line));
    }

    fn scalar(&mut self, text: &str, is_plain: bool, anchor: usize, line: usize) {
        let is_key = self.is_at_key();
        self.begin_value(line);
        let start = self.written.text.len();
        if is_key || !is_plain {
            self.written.string(text);
        } else if matches!(text, "" | "~" | "null" | "Null" | "NULL") {
            self.written.null();
        } else {
            self.written.plain(text);
        }
        self.anchors.insert(anchor, start..self.written.text.len());
        if is_key {
            self.end_key(line);
        }
    }

    fn end_key(&mut self, line: usize) {
        self.written.text.push(':');
        if let Some(open) = self.open.last_mut() {
            open.key = Some(line);
        }
    }

    fn begin(
        &mut self,
        bracket: char,
        closing: char,
        anchor: usize,
        line: usize,
    ) -> Result<(), ReadError> {
        if self.is_at_key() {
            return Err(malformed(format!("line {line}: a key is a list or a map")));
        }
        self.begin_value(line);
        let start = self.written.text.len();
        self.open.push(Open { anchor, start, closing, key: None });
        self.written.open(bracket, line)
    }

    fn end(&mut self) {
        let Some(open) = self.open.pop() else { return };
        self.written.close(open.closing);
        self.anchors.insert(open.anchor, open.start..self.written.text.len());
    }

    fn alias(&mut self, anchor: usize, line: usize) -> Result<(), ReadError> {
        let is_key = self.is_at_key();
        let Some(range) = self.anchors.get(&anchor).cloned() else {
            return Err(malformed(format!("line {line}: a value is in itself")));
        };
        let is_text = self.written.text.get(range.clone()).is_some_and(|it| it.starts_with('"'));
        if is_key && !is_text {
            return Err(malformed(format!("line {line}: a key is no text")));
        }
        self.begin_value(line);
        self.written.copy(range.start, range.end, line)?;
        if is_key {
            self.end_key(line);
        }
        Ok(())
    }
}
