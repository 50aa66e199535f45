//! Makes grids of values.

use serde_json::value::RawValue;

use super::builder::Builder;
use super::keys::{has_codes_as_keys, has_numbers, is_code, is_word, shared_text};
use super::lists::CodeWithCells;
use super::pointer::{is_of_other_names, join, title};
use super::value::{Members, Value, cells, is_array, is_object, is_scalar, text};
use crate::read::error::ReadError;
use crate::read::find_columns::Named;
use crate::read::grid::{Grid, GridRow, Input, Lines, Room};
use crate::read::headings;
use crate::read::known_headings;
use crate::read::report::Problem;

pub(super) struct GridMaker<'a, 's> {
    document: &'a str,
    lines: &'s Lines<'a>,
    room: &'s Room,
    named: &'s Named,
}

impl<'a, 's> GridMaker<'a, 's> {
    pub(super) fn new(input: &Input<'a, 's>, named: &'s Named) -> Self {
        let Input { text: document, lines, room } = *input;
        Self { document, lines, room, named }
    }

    /// The table of objects, each of which is a row.
    pub(super) fn rows(
        &self,
        whole: &'a RawValue,
        values: &[&'a RawValue],
        pointer: &str,
    ) -> Result<Grid<'a>, ReadError> {
        let mut builder = Builder::new(self.room);
        for &value in values {
            builder.add(self.line(value), value)?;
        }
        Ok(builder.finish(self.line(whole), title(pointer)))
    }

    /// The table of arrays. The first has the headings.
    pub(super) fn array_of_arrays(
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
        self.of_arrays(whole, headings, rows, pointer).map(Some)
    }

    /// The table of arrays below headings.
    fn of_arrays(
        &self,
        whole: &'a RawValue,
        headings: Vec<String>,
        rows: &[&'a RawValue],
        pointer: &str,
    ) -> Result<Grid<'a>, ReadError> {
        let mut grid =
            Grid { headings, ..Builder::new(self.room).finish(self.line(whole), title(pointer)) };
        for &row in rows {
            let problem = (!is_array(row)).then_some(Problem::NotARow);
            let row = GridRow::new(self.line(row), Some(row.get()), cells(row)?);
            self.room.take_row(row.line, &row.cells);
            self.room.check()?;
            grid.rows.push(GridRow { problem, ..row });
        }
        Ok(grid)
    }

    /// The table of an object that has its headings and its rows as two lists, and the keys of
    /// these.
    pub(super) fn columns_and_rows(
        &self,
        whole: &'a RawValue,
        members: &[(String, &'a RawValue)],
        pointer: &str,
    ) -> Result<Option<(Grid<'a>, [String; 2])>, ReadError> {
        let mut lists = Vec::new();
        for (key, value) in members.iter().filter(|(_, value)| is_array(value)) {
            if let Value::Array(values) = Value::open(value)? {
                lists.push((key, values));
            }
        }
        let first = |values: &[&'a RawValue], is: fn(&RawValue) -> bool| {
            values.first().copied().filter(|first| is(first))
        };
        let columns = lists.iter().find(|(_, values)| {
            let mut texts = values.iter().filter_map(|value| text(value).ok());
            first(values, is_scalar).is_some() && texts.any(|heading| self.is_known(&heading))
        });
        let rows = lists.iter().find_map(|(key, rows)| Some((key, rows, first(rows, is_array)?)));
        let (Some((columns, headings)), Some((key, rows, first))) = (columns, rows) else {
            return Ok(None);
        };
        let headings: Vec<String> = headings.iter().map(|it| text(it)).collect::<Result<_, _>>()?;
        if cells(first)?.len() != headings.len() {
            return Ok(None);
        }
        let grid = self.of_arrays(whole, headings, rows, &join(pointer, key))?;
        Ok(Some((grid, [(*columns).clone(), (*key).clone()])))
    }

    /// The table of arrays without headings that begin with codes and have texts.
    pub(super) fn without_headings(
        &self,
        whole: &'a RawValue,
        values: &[&'a RawValue],
        pointer: &str,
    ) -> Result<Option<Grid<'a>>, ReadError> {
        let mut width = 0;
        for value in values {
            let Value::Array(row) = Value::open(value)? else { return Ok(None) };
            let has_code = row.first().is_some_and(|code| is_code(code.get().trim_matches('"')));
            let mut rest = row.iter().skip(1);
            let has_text = rest.any(|value| value.get().starts_with('"'));
            if !has_code || !has_text || !row.iter().all(|value| is_scalar(value)) {
                return Ok(None);
            }
            width = width.max(row.len());
        }
        if width == 0 {
            return Ok(None);
        }
        // A number would look like a code.
        let headings = (1..=width).map(|number| format!("column {number}"));
        let mut grid = self.of_arrays(whole, headings.collect(), values, pointer)?;
        for row in &mut grid.rows {
            row.columns = Some((0..row.cells.len()).collect());
        }
        Ok(Some(grid))
    }

    /// The table of an object whose members are rows, each under its code or name.
    pub(super) fn keyed(
        &self,
        whole: &'a RawValue,
        members: &[(String, &'a RawValue)],
        pointer: &str,
    ) -> Result<Option<Grid<'a>>, ReadError> {
        let objects = members.iter().filter(|(_, value)| is_object(value)).count();
        let text_heading = if objects < members.len() && has_codes_as_keys(members) {
            shared_text(members)?
        } else {
            None
        };
        if objects * 2 <= members.len() && text_heading.is_none() {
            return Ok(None);
        }
        let mut builder = Builder::of_members(self.room);
        builder.reserve("");
        for (key, value) in members {
            match &text_heading {
                Some(heading) if is_scalar(value) => {
                    let cell = (heading.clone(), text(value)?);
                    builder.add_cells(self.line(value), value.get(), [cell]);
                }
                _ => builder.add(self.line(value), value)?,
            }
            builder.add_key("", key.clone(), self.member(value));
            if builder.is_too_wide() {
                return Ok(None);
            }
        }
        let known = builder.count_rows(|heading| self.is_known(heading));
        if known * 2 <= members.len() && !has_numbers(members) {
            return Ok(None);
        }
        let has = |is: fn(&str) -> bool| builder.headings.iter().any(|heading| is(heading));
        // A single word around a name or around further objects is not a code.
        let is_row = |heading: &String| {
            let is_name = headings::is_known(&known_headings::NAME, heading);
            self.is_known(heading) && !is_name && !heading.contains('.')
        };
        let is_word = members.len() == 1 && members.iter().all(|(key, _)| is_word(key));
        if is_word && self.named.code.is_empty() && !builder.headings.iter().any(is_row) {
            return Ok(None);
        }
        // If the rows have codes, the keys are names.
        let are_other_names =
            is_of_other_names(pointer) && !has_codes_as_keys(members) && !builder.has_integers();
        let heading = match (has(headings::is_code), has(|heading| heading == "name")) {
            (false, _) if are_other_names => "key",
            (false, _) => "code",
            (true, false) => "name",
            (true, true) => "key",
        };
        builder.rename(0, heading);
        Ok(Some(builder.finish(self.line(whole), title(pointer))))
    }

    /// The table of an object whose members are texts.
    pub(super) fn texts(
        &self,
        whole: &'a RawValue,
        members: Members<'a>,
        pointer: &str,
        headings: [&str; 2],
    ) -> Result<Grid<'a>, ReadError> {
        let mut builder = Builder::new(self.room);
        for (key, value) in members {
            let cells = headings.map(str::to_owned).into_iter().zip([key, text(value)?]);
            builder.add_cells(self.line(value), self.member(value), cells);
            self.room.check()?;
        }
        Ok(builder.finish(self.line(whole), title(pointer)))
    }

    /// The table of lists side by side.
    pub(super) fn of_lists(
        &self,
        whole: &'a RawValue,
        rows: Vec<CodeWithCells<'a>>,
        pointer: &str,
    ) -> Result<Grid<'a>, ReadError> {
        let mut builder = Builder::new(self.room);
        for (code, cells) in rows {
            builder.add_cells(self.line(code), code.get(), cells);
            self.room.check()?;
        }
        Ok(builder.finish(self.line(whole), title(pointer)))
    }

    pub(super) fn is_known(&self, heading: &str) -> bool {
        headings::is_code(heading) || headings::is_text(heading) || self.named.has(heading)
    }

    pub(super) fn line(&self, value: &RawValue) -> usize {
        self.lines.at(self.place(value))
    }

    /// The place of a value. It is a slice of the text, so its address gives its place.
    pub(super) fn place(&self, value: &RawValue) -> usize {
        value.get().as_ptr().addr().saturating_sub(self.document.as_ptr().addr())
    }

    /// A value with its key, as the document writes them.
    fn member(&self, value: &'a RawValue) -> &'a str {
        let start = self.place(value);
        let with_key = || {
            let before = self.document.get(..start)?.trim_end().strip_suffix(':')?;
            let mut key = before.trim_end().strip_suffix('"')?;
            loop {
                key = key.get(..key.rfind('"')?)?;
                let escapes = key.len() - key.trim_end_matches('\\').len();
                if escapes.is_multiple_of(2) {
                    return self.document.get(key.len()..start + value.get().len());
                }
            }
        };
        with_key().unwrap_or(value.get())
    }
}
