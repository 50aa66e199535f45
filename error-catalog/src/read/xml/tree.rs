//! The elements of an XML document.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::read::error::ReadError;
use crate::read::format::Format;
use crate::read::grid::{Input, Lines, Room};
use crate::read::headings;
use crate::read::html::is_element;
use crate::read::written_json::DEEPEST;

#[derive(Default)]
pub(super) struct Element {
    /// Without its namespace, like the names of attributes.
    pub(super) name: String,
    pub(super) line: usize,
    pub(super) attributes: Vec<(String, String)>,
    parts: Vec<Content>,
}

/// What is in an element.
enum Content {
    Text(String),
    Element(Element),
}

impl Element {
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.parts.iter().filter_map(|part| match part {
            Content::Element(element) => Some(element),
            Content::Text(_) => None,
        })
    }

    /// Whether there are elements in it that are not a part of its text.
    pub(super) fn has_elements(&self) -> bool {
        self.elements().next().is_some() && !self.is_mixed()
    }

    /// Whether it is a text with attributes, and they have no code.
    pub(super) fn is_text_with_attributes(&self) -> bool {
        let has_attributes = !self.attributes.is_empty() && !self.has_code();
        has_attributes && !self.has_elements() && !self.text().is_empty()
    }

    /// The elements in it, by name.
    pub(super) fn by_name(&self) -> Vec<(&str, Vec<&Self>)> {
        let mut places = HashMap::new();
        let mut names: Vec<(&str, Vec<&Self>)> = Vec::new();
        for element in self.elements() {
            let name = element.name.as_str();
            let place = *places.entry(name).or_insert(names.len());
            match names.get_mut(place) {
                Some((_, elements)) => elements.push(element),
                None => names.push((name, vec![element])),
            }
        }
        names
    }

    /// Its text without the blanks around it.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        self.add_text(&mut text, !self.has_elements());
        text.trim().to_owned()
    }

    fn add_text(&self, to: &mut String, is_whole: bool) {
        for part in &self.parts {
            match part {
                Content::Text(text) if is_whole => to.push_str(text),
                // One in front of elements, another after them.
                Content::Text(text) => {
                    to.push_str(text.trim());
                    to.push(' ');
                }
                Content::Element(element) if is_whole => element.add_text(to, true),
                Content::Element(_) => {}
            }
        }
    }

    /// Whether the elements in it are words of its text, as in `Press <b>OK</b> to go on`: one
    /// is in a line with a text, and none has a code.
    fn is_mixed(&self) -> bool {
        let has_text = |line: Option<&str>| line.is_some_and(|line| !line.trim().is_empty());
        let is_in_line = self.parts.windows(2).any(|pair| match pair {
            [Content::Text(text), Content::Element(_)] => has_text(text.rsplit('\n').next()),
            [Content::Element(_), Content::Text(text)] => has_text(text.split('\n').next()),
            _ => false,
        });
        is_in_line && !self.elements().any(Self::has_code)
    }

    fn has_code(&self) -> bool {
        self.names().any(headings::is_code)
    }

    /// Whether it has an attribute or an element of this name, whatever its case.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names().any(|each| each.eq_ignore_ascii_case(name))
    }

    /// The names of its attributes and of the elements in it.
    fn names(&self) -> impl Iterator<Item = &str> {
        let names = self.attributes.iter().map(|(name, _)| name.as_str());
        names.chain(self.elements().map(|element| element.name.as_str()))
    }
}

/// Whether a text is XML, and not HTML.
pub(in crate::read) fn is_xml(text: &str) -> bool {
    let mut reader = Reader::from_str(text);
    let (mut open, mut elements) = (0_usize, 0_usize);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag))
                if elements == 0 && is_element(tag.local_name().as_ref()) =>
            {
                return false;
            }
            Ok(Event::Start(_)) => (open, elements) = (open + 1, elements + 1),
            Ok(Event::Empty(_)) => elements += 1,
            Ok(Event::End(_)) => open = open.saturating_sub(1),
            Ok(Event::Text(text)) if open == 0 && !text.trim().is_empty() => return false,
            Ok(Event::Eof) => return open == 0 && elements > 0,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

/// The elements of a document, in an element that is added around them.
pub(super) fn read(input: &Input<'_, '_>) -> Result<Element, ReadError> {
    let mut reader = Reader::from_str(input.text);
    let mut tree = TreeBuilder {
        lines: input.lines,
        room: input.room,
        open: vec![Element { line: input.lines.at(0), ..Element::default() }],
        entities: HashMap::new(),
    };
    loop {
        let line = tree.line(reader.buffer_position());
        let event = reader.read_event();
        match event.map_err(|error| malformed(tree.line(reader.error_position()), error))? {
            Event::Start(tag) => tree.begin(&tag, line)?,
            Event::Empty(tag) => {
                tree.begin(&tag, line)?;
                tree.end();
            }
            Event::End(_) => tree.end(),
            Event::Text(text) => tree.add(&text.xml10_content(), line)?,
            Event::CData(text) => tree.add(&text.xml10_content(), line)?,
            Event::GeneralRef(reference) => {
                let text = tree.meaning(&reference, line)?;
                tree.add(&text, line)?;
            }
            Event::DocType(declarations) => tree.declare(&declarations),
            Event::Eof => return tree.finish(),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

fn malformed(line: usize, error: impl std::fmt::Display) -> ReadError {
    let advice = "fix the document, or read its lines with --regex";
    ReadError::malformed(Format::Xml, format!("line {line}: {error}; {advice}"))
}

/// What a document is if elements of this name are not rows, and what to do instead.
fn not_read(name: &str, is_root: bool) -> Option<(&'static str, &'static str)> {
    let lower = name.to_ascii_lowercase();
    match lower.as_str() {
        "html" if is_root => Some(("a page of HTML", "pass --format html")),
        "plist" if is_root => {
            Some(("a property list", "convert it to JSON, or read its lines with --regex"))
        }
        "workbook" if is_root => Some(("a workbook as XML", "save it as XLSX or CSV")),
        "tgroup" | "simpletable" => Some((
            "a table of DocBook or DITA",
            "convert the document to HTML, or read its lines with --regex",
        )),
        _ => None,
    }
}

struct TreeBuilder<'l, 'a> {
    lines: &'l Lines<'a>,
    room: &'l Room,
    open: Vec<Element>,
    /// The texts of the entities that the document declares.
    entities: HashMap<String, String>,
}

impl TreeBuilder<'_, '_> {
    fn line(&self, offset: u64) -> usize {
        self.lines.at(usize::try_from(offset).unwrap_or(usize::MAX))
    }

    fn begin(&mut self, tag: &BytesStart<'_>, line: usize) -> Result<(), ReadError> {
        let mut attributes = Vec::new();
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| malformed(line, error))?;
            let name = attribute.key.local_name();
            if attribute.key.as_namespace_binding().is_none() {
                let value = self.unescaped(&attribute.value, line)?;
                self.room.take(2, value.len());
                attributes.push((name.as_ref().to_owned(), value));
            }
        }
        self.room.take(4, 0);
        self.room.check()?;
        if self.open.len() > DEEPEST {
            let reason = format!("elements are nested more than {DEEPEST} deep");
            return Err(ReadError::TooLarge { line, reason });
        }
        let name = tag.local_name().as_ref().to_owned();
        if let Some((what, advice)) = not_read(&name, self.open.len() == 1) {
            return Err(ReadError::UnreadFormat { name: what, advice });
        }
        self.open.push(Element { name, line, attributes, parts: Vec::new() });
        Ok(())
    }

    fn end(&mut self) {
        if let Some(element) = self.open.pop()
            && let Some(outer) = self.open.last_mut()
        {
            outer.parts.push(Content::Element(element));
        }
    }

    /// Adds a part of the text of the last element.
    fn add(&mut self, text: &str, line: usize) -> Result<(), ReadError> {
        self.room.take(1, text.len());
        self.room.check()?;
        if self.open.len() < 2 && !text.trim().is_empty() {
            return Err(malformed(line, "a text is outside of all elements"));
        }
        let Some(element) = self.open.last_mut() else { return Ok(()) };
        match element.parts.last_mut() {
            Some(Content::Text(before)) => before.push_str(text),
            _ => element.parts.push(Content::Text(text.to_owned())),
        }
        Ok(())
    }

    /// The value of an attribute, in which a line's end is a blank unless it is an entity.
    fn unescaped(&self, value: &str, line: usize) -> Result<String, ReadError> {
        let mut parts = value.split('&');
        let in_line = |text: &str| text.replace(['\n', '\r', '\t'], " ");
        let mut text = in_line(parts.next().unwrap_or_default());
        for part in parts {
            let Some((name, after)) = part.split_once(';') else {
                return Err(malformed(line, "`&` does not begin an entity; write `&amp;`"));
            };
            text.push_str(&self.meaning(name, line)?);
            text.push_str(&in_line(after));
        }
        Ok(text)
    }

    /// What an entity stands for.
    fn meaning(&self, name: &str, line: usize) -> Result<String, ReadError> {
        let character = BytesRef::new(name).resolve_char_ref();
        if let Some(character) = character.map_err(|error| malformed(line, error))? {
            return Ok(character.to_string());
        }
        let own = || self.entities.get(name).map(String::as_str);
        let Some(text) = resolve_predefined_entity(name).or_else(own) else {
            let error = format!("the document does not say which text `&{name};` stands for");
            return Err(malformed(line, error));
        };
        self.room.take(0, text.len());
        self.room.check()?;
        Ok(text.to_owned())
    }

    /// Reads the entities that stand for a text. Those that stand for others have none.
    fn declare(&mut self, declarations: &str) {
        for declaration in declarations.split("<!ENTITY").skip(1) {
            let mut words = declaration.trim_start().splitn(2, char::is_whitespace);
            let (name, value) = (words.next(), words.next().map(str::trim_start));
            let quote = value.and_then(|value| value.chars().next());
            let Some(quote) = quote.filter(|quote| matches!(quote, '"' | '\'')) else { continue };
            let text = value.and_then(|value| value.split(quote).nth(1));
            let text = text.filter(|text| !text.contains('<')).and_then(|it| unescape(it).ok());
            if let Some((name, text)) = name.zip(text) {
                self.entities.insert(name.to_owned(), text.into_owned());
            }
        }
    }

    fn finish(mut self) -> Result<Element, ReadError> {
        match self.open.pop() {
            Some(document) if self.open.is_empty() => Ok(document),
            Some(Element { name, line, .. }) => {
                Err(malformed(line, format!("`<{name}>` is not closed")))
            }
            None => Ok(Element::default()),
        }
    }
}
