//! Reads JSON: an array of objects, or an object keyed by code or by name.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::format::Format;
use super::grid::{Document, Grid, GridRow, Lines};
use super::headings;
use super::report::{Problem, ReadError};

pub(super) fn read<'a>(text: &'a str, lines: &Lines) -> Result<Document<'a>, ReadError> {
    let place = |value: &'a RawValue| {
        // A raw value is a part of the text, so its address gives its place.
        let offset = value.get().as_ptr().addr().saturating_sub(text.as_ptr().addr());
        (lines.at(offset), value.get())
    };
    let mut builder = GridBuilder::default();
    let mut keys = Vec::new();
    if text.trim_start().starts_with('{') {
        let members: Members<'a> = parse(text)?;
        for (key, value) in members.0 {
            keys.push(key);
            builder.add(place(value), value)?;
        }
    } else {
        let values: Vec<&'a RawValue> = parse(text)?;
        for value in values {
            builder.add(place(value), value)?;
        }
    }
    Ok(Document { grids: vec![builder.finish(keys)], ..Document::default() })
}

fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, ReadError> {
    serde_json::from_str(text).map_err(|error| ReadError::malformed(Format::Json, error))
}

/// The members of an object, including those with the same key.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MembersVisitor;

        impl<'de> Visitor<'de> for MembersVisitor {
            type Value = Members<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(MembersVisitor)
    }
}

/// Collects the headings while it adds the rows.
#[derive(Default)]
struct GridBuilder<'a> {
    headings: Vec<String>,
    rows: Vec<GridRow<'a>>,
}

impl<'a> GridBuilder<'a> {
    fn add(&mut self, place: (usize, &'a str), value: &'a RawValue) -> Result<(), ReadError> {
        let (line, source) = place;
        let mut row = GridRow {
            line,
            source: Some(source),
            cells: Vec::new(),
            is_section: false,
            problem: None,
        };
        match source.chars().next() {
            Some('{') => {
                for (key, value) in parse::<Members<'a>>(source)?.0 {
                    self.set(&mut row, key, &cell_text(value)?);
                }
            }
            Some('"') => self.set(&mut row, "message".to_owned(), &cell_text(value)?),
            _ => row.problem = Some(Problem::NotARow),
        }
        self.rows.push(row);
        Ok(())
    }

    fn set(&mut self, row: &mut GridRow<'a>, key: String, value: &str) {
        let known = self.headings.iter().position(|heading| *heading == key);
        let index = known.unwrap_or_else(|| {
            self.headings.push(key.clone());
            self.headings.len() - 1
        });
        // The cell is empty if the row does not have the key.
        while row.cells.len() <= index {
            row.cells.push(String::new());
        }
        let Some(cell) = row.cells.get_mut(index) else { return };
        if !cell.is_empty() {
            row.problem = Some(Problem::KeyTwice { key });
        }
        cell.push_str(value);
    }

    /// `keys` are the keys of the rows if the document is an object.
    fn finish(mut self, keys: Vec<String>) -> Grid<'a> {
        let expected = self.headings.len();
        for row in &mut self.rows {
            row.cells.resize(expected, String::new());
        }
        if !keys.is_empty() {
            // If the rows have codes, the keys are names.
            let has_codes = self.headings.iter().any(|heading| headings::is_code(heading));
            self.headings.insert(0, if has_codes { "name" } else { "code" }.to_owned());
            for (row, key) in self.rows.iter_mut().zip(keys) {
                row.cells.insert(0, key);
            }
        }
        Grid { line: 1, title: None, headings: self.headings, rows: self.rows }
    }
}

/// The text of a string; any other value as the document writes it.
fn cell_text(value: &RawValue) -> Result<String, ReadError> {
    match value.get() {
        "null" => Ok(String::new()),
        text if text.starts_with('"') => parse(text),
        text => Ok(text.to_owned()),
    }
}
