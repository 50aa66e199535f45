//! Reads JSON: arrays of objects, objects keyed by code or by name, and JSON Lines.
//!
//! A document has its rows anywhere. This reader looks for arrays and objects of rows
//! from the outside to the inside; each is a table, and its title is its JSON Pointer.

mod builder;
mod value;

use std::collections::HashSet;

use serde_json::value::RawValue;

use self::builder::Builder;
pub(super) use self::value::{Value, parse};
use self::value::{is_array, is_object, text};
use super::error::ReadError;
use super::find_columns::Named;
use super::format::Format;
use super::grid::{Document, Grid, GridRow, Input, Lines, Room};
use super::headings;
use super::pattern::Pattern;
use super::report::{Finding, Problem};
use crate::integer;

/// Each level costs another look at the text, so there is a limit.
const DEEPEST: usize = 64;

pub(super) fn read<'a>(
    input: &Input<'a, '_>,
    pointer: Option<&str>,
    named: &Named,
) -> Result<Document<'a>, ReadError> {
    let Input { text: document, lines, room } = *input;
    let mut search = Search { document, lines, room, named, grids: Vec::new(), maybe: Vec::new() };
    let whole: &RawValue = match parse(document) {
        Ok(whole) => whole,
        Err(error) => return search.json_lines().unwrap_or(Err(error)),
    };
    let pointer = pointer.unwrap_or_default();
    if let Some(start) = resolve(whole, pointer)? {
        search.search(start, pointer, 0)?;
        return Ok(search.finish());
    }
    search.search(whole, "", 0)?;
    let found = search.finish().grids.into_iter().filter_map(|grid| grid.title);
    Err(ReadError::NoSuchPointer { pointer: pointer.to_owned(), found: found.collect() })
}

/// The value at a JSON Pointer.
fn resolve<'a>(root: &'a RawValue, pointer: &str) -> Result<Option<&'a RawValue>, ReadError> {
    let mut value = root;
    for part in pointer.split('/').skip(1) {
        let key = part.replace("~1", "/").replace("~0", "~");
        let inner = match Value::open(value)? {
            Value::Object(members) => {
                members.into_iter().find(|(each, _)| *each == key).map(|(_, value)| value)
            }
            Value::Array(values) => {
                key.parse().ok().and_then(|index: usize| values.get(index).copied())
            }
            Value::Scalar => None,
        };
        let Some(inner) = inner else { return Ok(None) };
        value = inner;
    }
    Ok(Some(value).filter(|_| pointer.is_empty() || pointer.starts_with('/')))
}

struct Search<'a, 's> {
    document: &'a str,
    lines: &'s Lines<'a>,
    room: &'s Room,
    named: &'s Named,
    grids: Vec<Grid<'a>>,
    /// Objects of texts whose keys are not numbers: a table if nothing else is.
    maybe: Vec<(String, &'a RawValue)>,
}

impl<'a> Search<'a, '_> {
    /// Finds the tables in a value. Returns whether there is one that has codes.
    fn search(
        &mut self,
        value: &'a RawValue,
        pointer: &str,
        depth: usize,
    ) -> Result<bool, ReadError> {
        if depth > DEEPEST {
            let error = format!(
                "line {}: values are nested more than {DEEPEST} deep; pass --pointer",
                self.line(value)
            );
            return Err(ReadError::malformed(Format::Json, error));
        }
        match Value::open(value)? {
            Value::Array(values) => self.array(value, values, pointer, depth),
            Value::Object(members) => self.object(value, members, pointer, depth),
            Value::Scalar => Ok(false),
        }
    }

    fn array(
        &mut self,
        whole: &'a RawValue,
        values: Vec<&'a RawValue>,
        pointer: &str,
        depth: usize,
    ) -> Result<bool, ReadError> {
        if let Some(grid) = self.array_of_arrays(whole, &values, pointer)? {
            self.grids.push(grid);
            return Ok(true);
        }
        if let Some(members) = members_with_codes(&values, self.named)? {
            self.grids.push(self.texts(whole, members, pointer, ["code", "message"])?);
            return Ok(true);
        }
        let mut is_table = false;
        if values.iter().any(|value| is_object(value)) {
            let mut builder = Builder::new(self.room);
            for &value in &values {
                builder.add(self.line(value), value)?;
            }
            is_table = builder.headings.iter().any(|heading| self.is_known(heading));
            self.grids.push(builder.finish(self.line(whole), title(pointer)));
        }
        let mut has_codes = is_table;
        for (index, value) in values.into_iter().enumerate() {
            let pointer = format!("{pointer}/{index}");
            // The objects in a row are columns; arrays may be further tables.
            has_codes |= if is_table {
                self.arrays_in(value, &pointer, depth)?
            } else if is_object(value) || is_array(value) {
                self.search(value, &pointer, depth + 1)?
            } else {
                false
            };
        }
        Ok(has_codes)
    }

    fn arrays_in(
        &mut self,
        row: &'a RawValue,
        pointer: &str,
        depth: usize,
    ) -> Result<bool, ReadError> {
        let Value::Object(members) = Value::open(row)? else { return Ok(false) };
        let mut has_codes = false;
        for (key, value) in members.into_iter().filter(|(_, value)| is_array(value)) {
            has_codes |= self.search(value, &join(pointer, &key), depth + 1)?;
        }
        Ok(has_codes)
    }

    /// The table of arrays of which the first has the headings.
    fn array_of_arrays(
        &self,
        whole: &'a RawValue,
        values: &[&'a RawValue],
        pointer: &str,
    ) -> Result<Option<Grid<'a>>, ReadError> {
        let Some((&first, rows)) = values.split_first().filter(|(first, _)| is_array(first)) else {
            return Ok(None);
        };
        let headings = cells(first)?;
        if !headings.iter().any(|heading| self.is_known(heading)) {
            return Ok(None);
        }
        let mut grid = Builder::new(self.room).finish(self.line(whole), title(pointer));
        for &row in rows {
            let problem = (!is_array(row)).then_some(Problem::NotARow);
            let row = GridRow::new(self.line(row), Some(row.get()), cells(row)?);
            self.room.take_row(row.line, &row.cells);
            self.room.check()?;
            grid.rows.push(GridRow { problem, ..row });
        }
        Ok(Some(Grid { headings, ..grid }))
    }

    fn object(
        &mut self,
        whole: &'a RawValue,
        members: Vec<(String, &'a RawValue)>,
        pointer: &str,
        depth: usize,
    ) -> Result<bool, ReadError> {
        let objects = members.iter().filter(|(_, value)| is_object(value)).count();
        let is_scalar = |value: &RawValue| !is_object(value) && !is_array(value);
        let scalars = members.iter().filter(|(_, value)| is_scalar(value)).count();
        let keyed =
            if objects * 2 > members.len() { self.keyed(whole, &members, pointer)? } else { None };
        let is_keyed = keyed.is_some();
        let mut has_codes = false;
        // The members that may be rows beside the tables in the others.
        let mut own = Vec::new();
        for (key, value) in &members {
            let pointer = join(pointer, key);
            let has_table = if is_keyed {
                self.arrays_in(value, &pointer, depth + 1)?
            } else if is_scalar(value) {
                false
            } else {
                self.search(value, &pointer, depth + 1)?
            };
            has_codes |= has_table;
            if is_scalar(value) || !has_table && is_code(key) {
                own.push((key.clone(), *value));
            }
        }
        // The members of an object around a table are not rows, unless their keys are codes.
        let are_rows = |grid: &Grid<'_>| {
            let is_named = grid.headings.first().is_some_and(|heading| heading != "code");
            members.len() > 1 && (is_named || has_codes_as_keys(&members))
        };
        if let Some(keyed) = keyed.filter(|grid| !has_codes || are_rows(grid)) {
            self.grids.push(keyed);
            return Ok(true);
        }
        if !has_codes_as_keys(&own) {
            own.retain(|(key, _)| integer::any(key).is_some());
        }
        if has_codes && scalars > 0 && !own.is_empty() {
            self.grids.push(self.texts(whole, own, pointer, ["code", "message"])?);
        }
        if has_codes || scalars == 0 {
            return Ok(has_codes);
        }
        let knows = |is: fn(&str) -> bool| members.iter().any(|(key, _)| is(key));
        if knows(headings::is_code) && knows(headings::is_text) {
            let mut builder = Builder::new(self.room);
            builder.add(self.line(whole), whole)?;
            self.grids.push(builder.finish(self.line(whole), title(pointer)));
            return Ok(true);
        }
        if has_numbers(&members) {
            self.grids.push(self.texts(whole, members, pointer, ["code", "message"])?);
            return Ok(true);
        }
        self.maybe.push((pointer.to_owned(), whole));
        Ok(false)
    }

    /// The table of an object whose members are rows, each under its code or name.
    fn keyed(
        &self,
        whole: &'a RawValue,
        members: &[(String, &'a RawValue)],
        pointer: &str,
    ) -> Result<Option<Grid<'a>>, ReadError> {
        let mut builder = Builder::new(self.room);
        builder.reserve("");
        for (key, value) in members {
            builder.add(self.line(value), value)?;
            builder.add_key("", key.clone());
        }
        let known = builder.count_rows(|heading| self.is_known(heading));
        if known * 2 <= members.len() && !has_numbers(members) {
            return Ok(None);
        }
        let has = |is: fn(&str) -> bool| builder.headings.iter().any(|heading| is(heading));
        // If the rows have codes, the keys are names.
        let heading = match (has(headings::is_code), has(|heading| heading == "name")) {
            (false, _) => "code",
            (true, false) => "name",
            (true, true) => "key",
        };
        builder.rename(0, heading);
        Ok(Some(builder.finish(self.line(whole), title(pointer))))
    }

    /// The table of an object whose members are texts.
    fn texts(
        &self,
        whole: &'a RawValue,
        members: Vec<(String, &'a RawValue)>,
        pointer: &str,
        headings: [&str; 2],
    ) -> Result<Grid<'a>, ReadError> {
        let mut builder = Builder::new(self.room);
        for (key, value) in members {
            let cells = headings.map(str::to_owned).into_iter().zip([key, text(value)?]);
            builder.add_cells(self.line(value), value, cells);
            self.room.check()?;
        }
        Ok(builder.finish(self.line(whole), title(pointer)))
    }

    /// Makes tables of what may be tables, if there is no other.
    fn finish(mut self) -> Document<'a> {
        let has_codes = |grid: &Grid<'_>| grid.headings.iter().any(|each| self.is_known(each));
        let is_needed = !self.grids.iter().any(has_codes);
        let maybe = std::mem::take(&mut self.maybe).into_iter().filter_map(|(pointer, whole)| {
            let Ok(Value::Object(members)) = Value::open(whole) else { return None };
            let has_codes =
                pointer.is_empty() || members.iter().all(|(key, _)| looks_like_code(key));
            Some((pointer, whole, members, is_needed && has_codes))
        });
        let maybe: Vec<_> = maybe.collect();
        let of_codes = maybe.iter().filter(|(.., has_codes)| *has_codes);
        let of_codes: HashSet<String> = of_codes.map(|(pointer, ..)| pointer.clone()).collect();
        for (pointer, whole, mut members, has_codes) in maybe {
            // What is in a table of its own is no row of the one around it.
            members.retain(|(key, _)| !of_codes.contains(&join(&pointer, key)));
            let is_integer = |(_, value): &(String, &RawValue)| integer::any(value.get()).is_some();
            let headings = match has_codes {
                false => ["key", "text"],
                true if members.iter().all(is_integer) => ["name", "code"],
                true => ["code", "message"],
            };
            self.grids.extend(self.texts(whole, members, &pointer, headings));
        }
        self.grids.sort_by_key(|grid| grid.line);
        Document { grids: self.grids, ..Document::default() }
    }

    /// The rows of a JSON Lines file; `None` if the first line is not JSON.
    fn json_lines(&self) -> Option<Result<Document<'a>, ReadError>> {
        let lines = self.document.split('\n').scan(0, |offset, line| {
            let start = *offset;
            *offset += line.len() + 1;
            Some((self.lines.at(start), line.trim()))
        });
        let mut lines = lines.filter(|(_, line)| !line.is_empty()).peekable();
        let (_, first) = lines.peek()?;
        parse::<&RawValue>(first).ok().filter(|first| is_object(first))?;
        let mut builder = Builder::new(self.room);
        let mut findings = Vec::new();
        for (number, line) in lines {
            match serde_json::from_str::<&RawValue>(line) {
                Ok(value) => {
                    if let Err(error) = builder.add(number, value) {
                        return Some(Err(error));
                    }
                }
                Err(error) => {
                    let problem = Problem::NotJson { error: error.to_string() };
                    self.room.take_finding(line.len());
                    findings.push(Finding::new(number, line, problem));
                    if let Err(error) = self.room.check() {
                        return Some(Err(error));
                    }
                }
            }
        }
        Some(Ok(Document { grids: vec![builder.finish(1, None)], findings, ..Document::default() }))
    }

    fn is_known(&self, heading: &str) -> bool {
        headings::is_code(heading) || headings::is_text(heading) || self.named.has(heading)
    }

    /// The line of a value. It is a part of the text, so its address gives its place.
    fn line(&self, value: &RawValue) -> usize {
        let start = self.document.as_ptr().addr();
        self.lines.at(value.get().as_ptr().addr().saturating_sub(start))
    }
}

fn cells(row: &RawValue) -> Result<Vec<String>, ReadError> {
    match Value::open(row)? {
        Value::Array(values) => values.into_iter().map(text).collect(),
        _ => Ok(Vec::new()),
    }
}

/// The members of objects whose keys are all codes and whose values are texts: each is a row,
/// as in `[{"1001": "a"}, {"1002": "b"}]`.
fn members_with_codes<'a>(
    values: &[&'a RawValue],
    named: &Named,
) -> Result<Option<Vec<(String, &'a RawValue)>>, ReadError> {
    let mut all = Vec::new();
    for value in values {
        let Value::Object(members) = Value::open(value)? else { return Ok(None) };
        let is_row = |(key, value): &(String, &RawValue)| {
            is_code(key) && !named.has(key) && !is_object(value) && !is_array(value)
        };
        if !members.iter().all(is_row) {
            return Ok(None);
        }
        all.extend(members);
    }
    Ok(Some(all).filter(|all| !all.is_empty()))
}

/// Whether most of the keys are integers.
fn has_numbers(members: &[(String, &RawValue)]) -> bool {
    members.iter().filter(|(key, _)| integer::any(key).is_some()).count() * 2 > members.len()
}

/// Whether most of the keys are codes, whatever is around them.
fn has_codes_as_keys(members: &[(String, &RawValue)]) -> bool {
    members.iter().filter(|(key, _)| is_code(key)).count() * 2 > members.len()
}

/// Whether a key is a code whatever is around it: an integer, or such as `E1001`.
fn is_code(key: &str) -> bool {
    let is_other = |pattern| pattern == Pattern::Name || pattern == Pattern::Integer;
    let has_lower = key.contains(|letter: char| letter.is_ascii_lowercase());
    integer::any(key).is_some()
        || !has_lower && Pattern::of_code(key).is_some_and(|pattern| !is_other(pattern))
}

fn looks_like_code(key: &str) -> bool {
    key.bytes().any(|byte| byte.is_ascii_digit() || byte == b'_')
        || !key.bytes().any(|byte| byte.is_ascii_lowercase())
}

fn join(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

fn title(pointer: &str) -> Option<String> {
    Some(pointer.to_owned()).filter(|pointer| !pointer.is_empty())
}
