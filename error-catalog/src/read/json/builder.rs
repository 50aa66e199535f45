//! Builds the grid of values that are rows.

use std::collections::HashMap;

use serde_json::value::RawValue;

use super::value::{Value, is_object, text};
use crate::integer;
use crate::read::error::ReadError;
use crate::read::finding::beginning;
use crate::read::grid::{Grid, GridRow, MOST_CELLS, Room};
use crate::read::headings;
use crate::read::pattern::elements;
use crate::read::report::Problem;

/// Deeper objects in a row are read as text.
const DEEPEST_COLUMN: usize = 8;

/// Collects the headings while it adds the rows.
pub(super) struct Builder<'a, 'r> {
    room: &'r Room,
    pub(super) headings: Vec<String>,
    /// Where each heading is, and the last row that has it.
    places: HashMap<String, (usize, usize)>,
    rows: Vec<GridRow<'a>>,
    /// Whether a value has more members than a row can have cells, if that is not an error.
    is_too_wide: Option<bool>,
}

impl<'a, 'r> Builder<'a, 'r> {
    pub(super) fn new(room: &'r Room) -> Self {
        let (headings, places, rows) = Default::default();
        Self { room, headings, places, rows, is_too_wide: None }
    }

    /// The builder for values that may not be rows, but maps of rows.
    pub(super) fn of_members(room: &'r Room) -> Self {
        Self { is_too_wide: Some(false), ..Self::new(room) }
    }

    pub(super) fn is_too_wide(&self) -> bool {
        self.is_too_wide == Some(true)
    }

    /// Adds a row: the members of an object, or a single text that is not a row.
    pub(super) fn add(&mut self, line: usize, value: &'a RawValue) -> Result<(), ReadError> {
        self.begin(line, value.get());
        if !is_object(value) {
            self.set_problem(Problem::NotARow);
            return Ok(());
        }
        let mut cells = Vec::new();
        self.add_members(&mut cells, "", value, 1)?;
        self.finish_row(cells);
        self.room.check()
    }

    /// Adds a row of these cells.
    pub(super) fn add_cells(
        &mut self,
        line: usize,
        source: &'a str,
        cells: impl IntoIterator<Item = (String, String)>,
    ) {
        self.begin(line, source);
        let mut row = Vec::new();
        for (heading, cell) in cells {
            self.add_cell(&mut row, &heading, cell);
        }
        self.finish_row(row);
    }

    /// Adds a cell at the beginning of the last row, which the document writes as `member`.
    pub(super) fn add_key(&mut self, heading: &str, key: String, member: &'a str) {
        let (column, _) = self.place(heading);
        if let Some(row) = self.rows.last_mut() {
            row.source = Some(member);
            let columns = row.columns.get_or_insert_default();
            let place = columns.partition_point(|each| *each < column);
            columns.insert(place, column);
            row.cells.insert(place, key);
        }
    }

    /// Reserves the headings that come first.
    pub(super) fn reserve(&mut self, heading: &str) {
        self.place(heading);
    }

    pub(super) fn rename(&mut self, index: usize, heading: &str) {
        if let Some(place) = self.headings.get_mut(index) {
            heading.clone_into(place);
        }
    }

    /// The number of rows that have a text under a heading of some kind.
    pub(super) fn count_rows(&self, is: impl Fn(&str) -> bool) -> usize {
        let known: Vec<bool> = self.headings.iter().map(|heading| is(heading)).collect();
        let has = |(column, cell): (usize, &str)| {
            known.get(column).is_some_and(|known| *known) && !cell.starts_with('[')
        };
        self.rows.iter().filter(|row| row.indexed().any(has)).count()
    }

    /// Whether a cell is a list of integers, which may be codes.
    pub(super) fn has_integers(&self) -> bool {
        let are_integers = |cell: &String| {
            let list = elements(cell);
            list.len() > 1 && list.iter().all(|each| integer::any(each).is_some())
        };
        self.rows.iter().flat_map(|row| &row.cells).any(are_integers)
    }

    fn begin(&mut self, line: usize, source: &'a str) {
        let row = GridRow::new(line, Some(source), Vec::new());
        self.rows.push(GridRow { columns: Some(Vec::new()), ..row });
    }

    /// Objects in a row are columns, such as `message.en`.
    fn add_members(
        &mut self,
        row: &mut Vec<(usize, String)>,
        prefix: &str,
        value: &'a RawValue,
        depth: usize,
    ) -> Result<(), ReadError> {
        let Value::Object(members) = Value::open(value)? else { return Ok(()) };
        for (key, value) in members {
            let heading = format!("{prefix}{key}");
            if is_object(value) && depth < DEEPEST_COLUMN {
                self.add_members(row, &format!("{heading}."), value, depth + 1)?;
            } else {
                self.add_cell(row, &heading, text(value)?);
            }
        }
        Ok(())
    }

    fn add_cell(&mut self, row: &mut Vec<(usize, String)>, heading: &str, cell: String) {
        let (column, is_repeated) = self.place(heading);
        if !is_repeated {
            row.push((column, cell));
            return;
        }
        // That the code occurs twice matters more.
        let last = self.rows.last().and_then(|row| row.problem.as_ref());
        if !matches!(last, Some(Problem::KeyTwice { key }) if headings::may_be_code(key)) {
            self.set_problem(Problem::KeyTwice { key: beginning(heading) });
        }
        if let Some((_, text)) = row.iter_mut().find(|(each, _)| *each == column) {
            text.push_str(&cell);
        }
    }

    /// The column of a heading, and whether the last row already has it.
    fn place(&mut self, heading: &str) -> (usize, bool) {
        let row = self.rows.len();
        if let Some((column, last_row)) = self.places.get_mut(heading) {
            let is_repeated = std::mem::replace(last_row, row) == row && row > 0;
            return (*column, is_repeated);
        }
        self.room.take(4, 2 * heading.len());
        self.headings.push(heading.to_owned());
        self.places.insert(heading.to_owned(), (self.headings.len() - 1, row));
        (self.headings.len() - 1, false)
    }

    fn finish_row(&mut self, mut cells: Vec<(usize, String)>) {
        if let Some(is_too_wide) = &mut self.is_too_wide
            && cells.len() > MOST_CELLS
        {
            *is_too_wide = true;
            cells.clear();
        }
        cells.sort_by_key(|(column, _)| *column);
        if let Some(row) = self.rows.last_mut() {
            let (columns, cells) = cells.into_iter().unzip();
            row.columns = Some(columns);
            row.cells = cells;
            self.room.take_row(row.line, &row.cells);
        }
    }

    fn set_problem(&mut self, problem: Problem) {
        if let Some(row) = self.rows.last_mut() {
            row.problem = Some(problem);
        }
    }

    pub(super) fn finish(self, line: usize, title: Option<String>) -> Grid<'a> {
        Grid { line, title, headings: self.headings, rows: self.rows }
    }
}
