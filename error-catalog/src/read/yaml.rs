//! Writes YAML as JSON.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle};
use serde_json::value::RawValue;

use super::error::ReadError;
use super::format::Format;
use super::grid::Input;
use super::json::{Value, parse};
use super::written_json::{WrittenJson, with_prefix};
use crate::integer;

/// The JSON of a document; of several documents, an array of them.
pub(super) fn to_json<'r>(input: &Input<'_, 'r>) -> Result<WrittenJson<'r>, ReadError> {
    let before = input.lines.at(0) - 1;
    let mut writer = YamlWriter {
        written: WrittenJson::new(input.room),
        open: Vec::new(),
        anchors: HashMap::new(),
        documents: 0,
    };
    writer.written.text.push('[');
    for event in Parser::new_from_str(input.text) {
        let (event, span) = event.map_err(malformed)?;
        writer.add(event, before + span.start.line())?;
    }
    let YamlWriter { mut written, documents, .. } = writer;
    if documents == 1 {
        // The brackets of the array are blanks.
        written.text.replace_range(..1, " ");
    } else {
        written.text.push(']');
        written.has_documents = true;
    }
    Ok(written)
}

fn malformed(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> ReadError {
    ReadError::malformed(Format::Yaml, error)
}

fn no_map(line: usize) -> ReadError {
    malformed(format!("line {line}: `<<` merges something that is not a map"))
}

/// The members of an object.
fn members(object: &str) -> Result<Vec<(String, &RawValue)>, ReadError> {
    match Value::open(parse(object)?)? {
        Value::Object(members) => Ok(members),
        _ => Ok(Vec::new()),
    }
}

struct YamlWriter<'r> {
    written: WrittenJson<'r>,
    /// The arrays and objects that are open.
    open: Vec<OpenValue>,
    /// Where the value of each anchor is.
    anchors: HashMap<usize, Range<usize>>,
    documents: usize,
}

#[derive(Default)]
struct OpenValue {
    anchor: usize,
    start: usize,
    closing: char,
    /// The line of the key whose value follows.
    key: Option<usize>,
    /// Whether that key is `<<`, whose value is merged.
    is_merge: bool,
    /// The maps to merge, or lists of them, each with its line.
    merged: Vec<(usize, String)>,
    /// If this is such a map itself, where the text that was written for it begins.
    taken_back: Option<usize>,
}

impl YamlWriter<'_> {
    fn add(&mut self, event: Event<'_>, line: usize) -> Result<(), ReadError> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let is_plain = style == ScalarStyle::Plain && tag.is_none();
                self.scalar(&text, is_plain, anchor, line)?;
            }
            Event::SequenceStart(anchor, _) => self.begin('[', ']', anchor, line)?,
            Event::MappingStart(anchor, _) => self.begin('{', '}', anchor, line)?,
            Event::SequenceEnd | Event::MappingEnd => self.end()?,
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

    /// Prepares for a value. The value of a key has the line of the key.
    fn begin_value(&mut self, line: usize) {
        let key = self.open.last_mut().and_then(|open| open.key.take());
        self.written.separate();
        self.written.mark(key.unwrap_or(line));
    }

    /// The line of `<<` if its value follows.
    fn take_merge(&mut self) -> Option<usize> {
        let open = self.open.last_mut().filter(|open| open.is_merge)?;
        open.is_merge = false;
        open.key
    }

    fn scalar(
        &mut self,
        text: &str,
        is_plain: bool,
        anchor: usize,
        line: usize,
    ) -> Result<(), ReadError> {
        let is_key = self.is_at_key();
        if is_key && is_plain && text == "<<" {
            if let Some(open) = self.open.last_mut() {
                (open.key, open.is_merge) = (Some(line), true);
            }
            return Ok(());
        }
        if let Some(line) = self.take_merge() {
            return Err(no_map(line));
        }
        self.begin_value(line);
        let start = self.written.text.len();
        let octal = with_prefix(text, "0o", 8).filter(|_| is_plain);
        let positive =
            text.strip_prefix('+').filter(|it| is_plain && integer::decimal(it).is_some());
        let text = octal.as_deref().or(positive).unwrap_or(text);
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
        Ok(())
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
        let before = self.written.text.len();
        let taken_back = self.take_merge().map(|_| before);
        self.begin_value(line);
        let start = self.written.text.len();
        self.open.push(OpenValue { anchor, start, closing, taken_back, ..OpenValue::default() });
        self.written.open(bracket, line)
    }

    fn end(&mut self) -> Result<(), ReadError> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        if !open.merged.is_empty() {
            self.merge(&open)?;
        }
        self.written.close(open.closing);
        let Some(before) = open.taken_back else {
            self.anchors.insert(open.anchor, open.start..self.written.text.len());
            return Ok(());
        };
        let line = self.written.marks.last().map_or(1, |(_, line)| *line);
        let text = self.written.take_back(before, open.start);
        self.anchors.retain(|_, value| value.end <= before);
        if let Some(outer) = self.open.last_mut() {
            outer.merged.push((line, text));
        }
        Ok(())
    }

    /// Adds the members of other maps that this one does not have. The first map with a member
    /// wins.
    fn merge(&mut self, open: &OpenValue) -> Result<(), ReadError> {
        let own = self.written.text.get(open.start..).unwrap_or_default();
        let own = format!("{own}}}");
        let mut keys: HashSet<String> = members(&own)?.into_iter().map(|(key, _)| key).collect();
        for (line, text) in &open.merged {
            self.written.take_again(text)?;
            let maps = match Value::open(parse(text)?)? {
                Value::Array(maps) => maps,
                _ => vec![parse(text)?],
            };
            for map in maps {
                let Value::Object(members) = Value::open(map)? else { return Err(no_map(*line)) };
                for (key, value) in members {
                    if keys.insert(key.clone()) {
                        self.written.separate();
                        self.written.mark(*line);
                        self.written.string(&key);
                        self.written.text.push(':');
                        self.written.text.push_str(value.get());
                    }
                }
            }
        }
        Ok(())
    }

    fn alias(&mut self, anchor: usize, line: usize) -> Result<(), ReadError> {
        let is_key = self.is_at_key();
        let Some(range) = self.anchors.get(&anchor).cloned() else {
            let error = format!("line {line}: a value contains itself, directly or through `<<`");
            return Err(malformed(error));
        };
        if let Some(line) = self.take_merge() {
            let text = self.written.text.get(range).unwrap_or_default().to_owned();
            self.written.take_again(&text)?;
            if let Some(open) = self.open.last_mut() {
                open.key = None;
                open.merged.push((line, text));
            }
            return Ok(());
        }
        let is_text = self.written.text.get(range.clone()).is_some_and(|it| it.starts_with('"'));
        if is_key && !is_text {
            return Err(malformed(format!("line {line}: a key is not a text")));
        }
        self.begin_value(line);
        self.written.copy(range.start, range.end, line)?;
        if is_key {
            self.end_key(line);
        }
        Ok(())
    }
}
