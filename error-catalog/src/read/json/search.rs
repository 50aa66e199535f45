//! Finds the tables in a value, at any depth.

use std::collections::HashSet;

use serde_json::value::RawValue;

use super::grid_maker::GridMaker;
use super::inside::{Inside, has_names, may_be_rows};
use super::keys::{
    are_alike, are_texts_of_codes, has_codes_as_keys, has_numbers, is_code, is_word,
    looks_like_code, members_with_codes,
};
use super::lists::side_by_side;
use super::pointer::{is_of_other_names, join};
use super::value::{Members, Value, is_array, is_object, is_scalar};
use crate::integer;
use crate::read::error::ReadError;
use crate::read::find_columns::Named;
use crate::read::format::Format;
use crate::read::grid::{Document, Grid, Input, Listed};
use crate::read::headings;
use crate::read::pattern::Pattern;
use crate::read::roles::{LeftOut, WrittenAs};

/// Each level costs another pass over the text, so there is a limit.
const DEEPEST: usize = 64;

pub(super) struct Search<'a, 's> {
    make: GridMaker<'a, 's>,
    named: &'s Named,
    grids: Vec<Grid<'a>>,
    /// Objects that are left out since tables are in them, such as a server's response.
    around: Vec<Listed<'a>>,
    /// Arrays of arrays without headings.
    unnamed: Vec<Listed<'a>>,
    /// Objects of texts whose keys are not numbers: a table if nothing else is.
    maybe: Vec<(String, &'a RawValue)>,
    /// How many maps of codes are in objects that may be rows.
    maps_in_rows: usize,
    /// The pointers to documents, if there are several.
    roots: HashSet<String>,
}

impl<'a, 's> Search<'a, 's> {
    pub(super) fn new(input: &Input<'a, 's>, named: &'s Named) -> Self {
        let make = GridMaker::new(input, named);
        let (grids, around, unnamed, maybe, maps_in_rows, roots) = Default::default();
        Self { make, named, grids, around, unnamed, maybe, maps_in_rows, roots }
    }

    /// The place of a value in the text.
    pub(super) fn place(&self, value: &RawValue) -> usize {
        self.make.place(value)
    }

    /// Finds the tables in a value. Returns whether there is one that has codes.
    pub(super) fn search(
        &mut self,
        value: &'a RawValue,
        pointer: &str,
        depth: usize,
    ) -> Result<bool, ReadError> {
        self.check_depth(value, depth)?;
        match Value::open(value)? {
            Value::Array(values) => self.array(value, values, pointer, depth),
            Value::Object(members) => self.object(value, members, pointer, depth),
            Value::Scalar => Ok(false),
        }
    }

    /// Finds the tables in an array of documents. If these have codes, each is a row.
    pub(super) fn documents(&mut self, whole: &'a RawValue) -> Result<(), ReadError> {
        let Value::Array(documents) = Value::open(whole)? else { return Ok(()) };
        let mut has_code = false;
        for document in &documents {
            if let Value::Object(members) = Value::open(document)? {
                let mut keys = members.iter().filter(|(_, value)| is_scalar(value));
                has_code |= keys.any(|(key, _)| headings::is_code(key) || self.named.is_code(key));
            }
        }
        if has_code {
            self.array(whole, documents, "", 0)?;
            return Ok(());
        }
        for (number, document) in documents.into_iter().enumerate() {
            let pointer = format!("/{number}");
            self.search(document, &pointer, 1)?;
            self.roots.insert(pointer);
        }
        Ok(())
    }

    fn check_depth(&self, value: &'a RawValue, depth: usize) -> Result<(), ReadError> {
        if depth <= DEEPEST {
            return Ok(());
        }
        let line = self.make.line(value);
        let error =
            format!("line {line}: values are nested more than {DEEPEST} deep; pass --pointer");
        Err(ReadError::malformed(Format::Json, error))
    }

    fn array(
        &mut self,
        whole: &'a RawValue,
        values: Vec<&'a RawValue>,
        pointer: &str,
        depth: usize,
    ) -> Result<bool, ReadError> {
        if let Some(grid) = self.make.array_of_arrays(whole, &values, pointer)? {
            self.grids.push(grid);
            return Ok(true);
        }
        if let Some(grid) = self.make.without_headings(whole, &values, pointer)? {
            let doubt = Some(LeftOut::NoHeadings);
            self.unnamed.push(Listed { grid, written_as: WrittenAs::Table, doubt });
            return Ok(false);
        }
        if let Some(members) = members_with_codes(&values, self.named)? {
            self.grids.push(self.make.texts(whole, members, pointer, ["code", "message"])?);
            return Ok(true);
        }
        let mut is_table = false;
        if values.iter().any(|value| is_object(value)) {
            let grid = self.make.rows(whole, &values, pointer)?;
            is_table = grid.headings.iter().any(|heading| self.make.is_known(heading));
            self.grids.push(grid);
        }
        let mut has_codes = is_table;
        for (index, value) in values.into_iter().enumerate() {
            let pointer = format!("{pointer}/{index}");
            has_codes |= if is_table {
                self.inside(value, &pointer, depth, true)?
            } else if is_object(value) || is_array(value) {
                self.search(value, &pointer, depth + 1)?
            } else {
                false
            };
        }
        Ok(has_codes)
    }

    /// Finds the tables in a row. The objects in it are columns, unless the row has no code and
    /// they have codes as keys; arrays may be tables.
    fn inside(
        &mut self,
        row: &'a RawValue,
        pointer: &str,
        depth: usize,
        has_no_code: bool,
    ) -> Result<bool, ReadError> {
        self.check_depth(row, depth)?;
        let Value::Object(members) = Value::open(row)? else { return Ok(false) };
        if has_no_code && has_codes_as_keys(&members) {
            let has_codes = self.search(row, pointer, depth)?;
            self.maps_in_rows += usize::from(has_codes);
            return Ok(has_codes);
        }
        let is_code = |(key, value): &(String, &RawValue)| {
            let is_number = integer::any(value.get().trim_matches('"')).is_some();
            is_scalar(value) && (headings::is_code(key) || is_number && headings::may_be_code(key))
        };
        let has_no_code = has_no_code && !members.iter().any(is_code);
        let unnamed = self.unnamed.len();
        let mut has_codes = false;
        for (key, value) in members {
            let pointer = join(pointer, &key);
            has_codes |= if is_array(value) {
                self.search(value, &pointer, depth + 1)?
            } else {
                is_object(value) && self.inside(value, &pointer, depth + 1, has_no_code)?
            };
        }
        // A list in a row with a code is a cell of it.
        self.unnamed.truncate(if has_no_code { self.unnamed.len() } else { unnamed });
        Ok(has_codes)
    }

    fn object(
        &mut self,
        whole: &'a RawValue,
        members: Members<'a>,
        pointer: &str,
        depth: usize,
    ) -> Result<bool, ReadError> {
        if let Some((grid, keys)) = self.make.columns_and_rows(whole, &members, pointer)? {
            self.grids.push(grid);
            let others = members.into_iter().filter(|(key, _)| !keys.contains(key));
            let others: Members<'a> = others.collect();
            if others.iter().any(|(key, value)| !is_scalar(value) || is_code(key)) {
                self.object(whole, others, pointer, depth)?;
            }
            return Ok(true);
        }
        let first = self.grids.len();
        let lists = self.lists(&members, pointer, depth)?;
        let rows: Vec<_> =
            members.iter().filter(|(key, _)| !lists.contains(key)).cloned().collect();
        let keyed = self.make.keyed(whole, &rows, pointer)?;
        let maps = self.maps_in_rows;
        let (own, are_around) = self.members(&rows, keyed.as_ref(), pointer, depth)?;
        let inner = self.grids.get(first..).unwrap_or_default();
        let has_inner_codes = inner.iter().any(|grid| self.may_have_codes(grid));
        let has_maps = self.maps_in_rows > maps;
        let inside = Inside { lists: lists.len(), are_around, has_maps, has_inner_codes };
        if let Some(keyed) = keyed {
            let (is_table, may_be_rows) = inside.judge(&keyed, &rows);
            self.add(keyed, !is_table, may_be_rows);
            return Ok(true);
        }
        self.itself(whole, members, own, &inside, pointer)
    }

    /// Finds the tables in the members of an object, which are rows if it is `keyed`. Returns the
    /// members that may be rows next to the tables in others, and whether there are such tables.
    fn members(
        &mut self,
        rows: &[(String, &'a RawValue)],
        keyed: Option<&Grid<'a>>,
        pointer: &str,
        depth: usize,
    ) -> Result<(Members<'a>, bool), ReadError> {
        let may_be_groups = keyed.is_some_and(|keyed| !has_names(keyed));
        let are_groups = may_be_groups && rows.iter().all(|(key, _)| is_word(key));
        let mut are_around = false;
        let mut own = Vec::new();
        for (key, value) in rows {
            let pointer = join(pointer, key);
            let has_table = if is_scalar(value) || is_array(value) {
                false
            } else if keyed.is_some() {
                self.inside(value, &pointer, depth + 1, are_groups)?
            } else {
                self.search(value, &pointer, depth + 1)?
            };
            are_around |= has_table;
            if is_scalar(value) || !has_table && is_code(key) {
                own.push((key.clone(), *value));
            }
        }
        Ok((own, are_around))
    }

    /// Adds an object whose members are not rows under their keys. It may be lists side by side, a
    /// row, an object around tables, or texts. Returns whether it has codes.
    fn itself(
        &mut self,
        whole: &'a RawValue,
        members: Members<'a>,
        own: Members<'a>,
        inside: &Inside,
        pointer: &str,
    ) -> Result<bool, ReadError> {
        let has_tables = inside.are_around || inside.lists > 0;
        let has_scalars = members.iter().any(|(_, value)| is_scalar(value));
        let has_code = |(key, _): &(String, _)| headings::is_code(key) || self.named.is_code(key);
        let has_text = |(key, _): &(String, _)| headings::is_text(key) || self.named.has(key);
        if !has_tables && let Some(lists) = side_by_side(&members, self.named)? {
            let grid = self.make.of_lists(whole, lists.rows, pointer)?;
            if lists.are_even {
                self.grids.push(grid);
                return Ok(true);
            }
            let doubt = Some(LeftOut::UnevenLists);
            self.around.push(Listed { grid, written_as: WrittenAs::Table, doubt });
        }
        if has_scalars && members.iter().any(has_code) && members.iter().any(has_text) {
            let row = self.make.rows(whole, &[whole], pointer)?;
            let may_be_rows = may_be_rows(&row);
            self.add(row, inside.has_inner_codes, may_be_rows);
        } else if has_tables {
            if has_scalars {
                self.beside_tables(whole, own, pointer)?;
            }
        } else if has_scalars && (has_numbers(&members) || are_texts_of_codes(&members)) {
            self.grids.push(self.make.texts(whole, members, pointer, ["code", "message"])?);
        } else {
            if has_scalars {
                self.maybe.push((pointer.to_owned(), whole));
            }
            return Ok(false);
        }
        Ok(true)
    }

    /// Finds the members of an object that are lists with tables. They are beside its rows.
    fn lists(
        &mut self,
        members: &[(String, &'a RawValue)],
        pointer: &str,
        depth: usize,
    ) -> Result<HashSet<String>, ReadError> {
        let mut lists = HashSet::new();
        for (key, value) in members.iter().filter(|(_, value)| is_array(value)) {
            if self.search(value, &join(pointer, key), depth + 1)? {
                lists.insert(key.clone());
            }
        }
        Ok(lists)
    }

    /// Adds the members of an object that are codes, though there are tables in others.
    fn beside_tables(
        &mut self,
        whole: &'a RawValue,
        own: Members<'a>,
        pointer: &str,
    ) -> Result<(), ReadError> {
        let are_codes = has_codes_as_keys(&own);
        let (own, others): (Vec<_>, Vec<_>) =
            own.into_iter().partition(|(key, _)| are_codes || integer::any(key).is_some());
        let others = others.into_iter().filter(|(key, _)| Pattern::of_code(key).is_some());
        let others: Vec<_> = others.collect();
        // One constant may be a setting.
        for (members, is_around) in [(own, false), (others, true)] {
            if members.len() > usize::from(is_around) {
                let grid = self.make.texts(whole, members, pointer, ["code", "message"])?;
                self.add(grid, is_around, true);
            }
        }
        Ok(())
    }

    /// Adds a table, or an object that is left out since tables are in it.
    fn add(&mut self, grid: Grid<'a>, is_around: bool, may_be_rows: bool) {
        if is_around {
            let doubt = Some(LeftOut::Around { may_be_rows });
            self.around.push(Listed { grid, written_as: WrittenAs::Table, doubt });
        } else {
            self.grids.push(grid);
        }
    }

    /// Makes tables of possible tables, if there are no others. `in_texts` is what strings have.
    pub(super) fn finish(mut self, in_texts: Document<'a>) -> Document<'a> {
        let has_codes = |grid: &Grid<'_>| grid.headings.iter().any(|each| self.make.is_known(each));
        let is_needed = in_texts.lists.is_empty() && !self.grids.iter().any(has_codes);
        let maybe = std::mem::take(&mut self.maybe).into_iter().filter_map(|(pointer, whole)| {
            let Ok(Value::Object(members)) = Value::open(whole) else { return None };
            let has_codes =
                members.iter().all(|(key, _)| looks_like_code(key)) && !is_of_other_names(&pointer);
            Some((pointer, whole, members, is_needed && has_codes))
        });
        let mut maybe: Vec<_> = maybe.collect();
        let has_none = !maybe.iter().any(|(.., has_codes)| *has_codes);
        for (pointer, _, members, has_codes) in &mut maybe {
            // An object around tables is not a table itself.
            let is_root = pointer.is_empty() || self.roots.contains(pointer);
            let codes = members.iter().filter(|(key, _)| looks_like_code(key)).count();
            let is_flat = has_none && are_alike(members);
            let is_all = self.grids.is_empty() && (is_flat || codes > 0);
            *has_codes |= is_needed && is_root && (is_all || codes * 2 > members.len());
        }
        let of_codes = maybe.iter().filter(|(.., has_codes)| *has_codes);
        let of_codes: HashSet<String> = of_codes.map(|(pointer, ..)| pointer.clone()).collect();
        for (pointer, whole, mut members, has_codes) in maybe {
            // A value with its own table is not a row of the one around it.
            members.retain(|(key, _)| !of_codes.contains(&join(&pointer, key)));
            let is_integer = |(_, value): &(String, &RawValue)| integer::any(value.get()).is_some();
            let headings = match has_codes {
                false => ["key", "text"],
                true if members.iter().all(is_integer) => ["name", "code"],
                true => ["code", "message"],
            };
            self.grids.extend(self.make.texts(whole, members, &pointer, headings));
        }
        self.grids.sort_by_key(|grid| grid.line);
        self.around.append(&mut self.unnamed);
        self.around.extend(in_texts.lists);
        self.around.sort_by_key(|listed| listed.grid.line);
        Document { grids: self.grids, lists: self.around, ..in_texts }
    }

    /// Whether the codes of a table are known by their heading.
    fn may_have_codes(&self, grid: &Grid<'_>) -> bool {
        grid.headings.iter().any(|it| headings::may_be_code(it) || self.named.is_code(it))
    }
}
