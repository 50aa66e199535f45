//! Turns the cells of an HTML table into headings and rows of equal length.

use super::super::error::ReadError;
use super::super::grid::{Grid, GridRow, Room, numbers};
use super::super::headings;

/// A table as the document writes it.
#[derive(Default)]
pub(super) struct RawTable {
    pub(super) line: usize,
    pub(super) title: Option<String>,
    pub(super) rows: Vec<RawRow>,
}

impl RawTable {
    /// The address of the first link of the cell at a place.
    fn link(&self, place: &Place) -> Option<&str> {
        let (row, cell) = place.cell;
        self.rows.get(row)?.cells.get(cell)?.link.as_deref()
    }
}

#[derive(Default)]
pub(super) struct RawRow {
    pub(super) line: usize,
    pub(super) cells: Vec<RawCell>,
    /// The number of the row group: a `<thead>`, a `<tbody>` or a `<tfoot>`.
    pub(super) group: usize,
    pub(super) is_head: bool,
}

#[derive(Default)]
pub(super) struct RawCell {
    pub(super) text: String,
    /// The address of the first link.
    pub(super) link: Option<String>,
    pub(super) is_heading: bool,
    pub(super) columns: usize,
    /// 0 means all rows up to the end of the row group.
    pub(super) rows: usize,
}

/// How much text the cells of a document may have once the cells that span rows and columns are
/// repeated, as a multiple of the length of the document.
const GROWTH: usize = 32;

/// The limit for a short document.
const ALWAYS: usize = 65_536;

/// The rest of the length that [`GROWTH`] allows, and of the memory.
pub(super) struct Budget<'r> {
    left: usize,
    pub(super) room: &'r Room,
}

impl<'r> Budget<'r> {
    pub(super) fn new(document: &str, room: &'r Room) -> Self {
        Self { left: GROWTH.saturating_mul(document.len()).saturating_add(ALWAYS), room }
    }

    fn spend(&mut self, length: usize, line: usize) -> Result<(), ReadError> {
        let Some(left) = self.left.checked_sub(length) else {
            let reason = format!(
                "cells that span rows and columns make the tables more than {GROWTH} times as \
                 large as the document; write smaller spans"
            );
            return Err(ReadError::TooLarge { line, reason });
        };
        self.left = left;
        self.room.take(0, length);
        self.room.check()
    }
}

/// A part of a row that one cell covers.
#[derive(Clone, Copy)]
struct Place {
    start: usize,
    end: usize,
    /// The indices of the row and the cell.
    cell: (usize, usize),
    /// The number of further rows that the cell covers.
    rows_below: usize,
}

/// The places of the cells of each row, by the rules of HTML.
fn place(rows: &[RawRow], budget: &mut Budget<'_>) -> Result<Vec<Vec<Place>>, ReadError> {
    let mut placed: Vec<Vec<Place>> = Vec::with_capacity(rows.len());
    let mut group = 0;
    for (index, row) in rows.iter().enumerate() {
        let from_above = placed.last().filter(|_| row.group == group).into_iter().flatten();
        let mut spanned = from_above
            .filter(|place| place.rows_below > 0)
            .map(|place| Place { rows_below: place.rows_below - 1, ..*place })
            .peekable();
        let mut cells = Vec::with_capacity(row.cells.len());
        let mut start = 0;
        for (number, cell) in row.cells.iter().enumerate() {
            while let Some(above) = spanned.next_if(|above| above.start <= start) {
                start = start.max(above.end);
                cells.push(above);
            }
            let rows_below = cell.rows.checked_sub(1).unwrap_or(usize::MAX);
            let end = start + cell.columns;
            cells.push(Place { start, end, cell: (index, number), rows_below });
            start = end;
        }
        cells.extend(spanned);
        budget.spend(cells.len() * size_of::<Place>(), row.line)?;
        group = row.group;
        placed.push(cells);
    }
    Ok(placed)
}

/// A row of equal columns.
struct Laid {
    row: GridRow<'static>,
    is_head: bool,
    /// Whether each cell of the row is a `<th>`.
    has_headings_only: bool,
    /// The number of columns that the widest cell covers.
    columns: usize,
    /// The number of rows that the tallest cell covers.
    rows: usize,
}

fn lay(table: &mut RawTable, budget: &mut Budget<'_>) -> Result<(Vec<Laid>, usize), ReadError> {
    let placed = place(&table.rows, budget)?;
    // A column in which no cell begins is only the rest of a span that is too large.
    let starts = placed.iter().flatten().map(|place| place.start + 1);
    let width = starts.max().unwrap_or(0);
    let mut laid = Vec::with_capacity(placed.len());
    for (index, places) in placed.iter().enumerate() {
        let own = table.rows.get(index).map_or(0, |row| row.cells.len());
        if own == 0 {
            continue;
        }
        let is_section =
            matches!(places[..], [Place { start: 0, end, .. }] if width > 1 && end >= width);
        let mut cells = Vec::with_capacity(width);
        let mut links = Vec::new();
        for place in places {
            if let Some(link) = table.link(place) {
                budget.spend(link.len(), table.line)?;
                links.push((place.start, link.to_owned()));
            }
            let end = if is_section { 1 } else { place.end.min(width) };
            if place.start > cells.len() {
                budget.room.take(place.start - cells.len(), 0);
                cells.resize(place.start, String::new());
            }
            let copies = end.saturating_sub(cells.len());
            push_copies(&mut cells, table, place, (index, copies), budget)?;
        }
        let Some(row) = table.rows.get(index) else { continue };
        budget.room.take_row(row.line, &cells);
        budget.room.check()?;
        laid.push(Laid {
            is_head: row.is_head,
            has_headings_only: row.cells.iter().all(|cell| cell.is_heading),
            columns: row.cells.iter().map(|cell| cell.columns).max().unwrap_or(1),
            rows: row.cells.iter().map(|cell| cell.rows).max().unwrap_or(1),
            row: GridRow { is_section, links, ..GridRow::new(row.line, None, cells) },
        });
    }
    Ok((laid, width))
}

fn push_copies(
    cells: &mut Vec<String>,
    table: &mut RawTable,
    place: &Place,
    (row, copies): (usize, usize),
    budget: &mut Budget<'_>,
) -> Result<(), ReadError> {
    let origin = table.rows.get_mut(place.cell.0);
    let Some(cell) = origin.and_then(|row| row.cells.get_mut(place.cell.1)) else { return Ok(()) };
    if copies == 1 && place.rows_below == 0 && place.cell.0 == row {
        cells.push(std::mem::take(&mut cell.text));
        return Ok(());
    }
    let text = cell.text.clone();
    let line = table.rows.get(row).map_or(table.line, |row| row.line);
    budget.spend(copies.saturating_mul(text.len() + size_of::<String>()), line)?;
    cells.extend(std::iter::repeat_n(text, copies));
    Ok(())
}

/// The rows of a table below their headings. A table has further headings where a row of `<th>`
/// cells has a heading of codes and differs from the headings above. With `are_numbers`, the first
/// row is not headings.
pub(super) fn grids(
    mut table: RawTable,
    are_numbers: bool,
    budget: &mut Budget<'_>,
) -> Result<Vec<Grid<'static>>, ReadError> {
    let (mut laid, width) = lay(&mut table, budget)?;
    if laid.is_empty() {
        return Ok(Vec::new());
    }
    if are_numbers {
        laid.retain(|laid| !is_blank(&laid.row));
        let rows = laid.into_iter().map(|laid| laid.row).collect();
        let RawTable { line, title, .. } = table;
        return Ok(vec![Grid { line, title, headings: numbers(width), rows }]);
    }
    let below = laid.split_off(first_heading(&laid, width));
    // Some pages have an empty row in place of headings.
    laid.retain(|laid| !is_blank(&laid.row));
    let mut grid = Grid {
        line: table.line,
        title: table.title,
        headings: Vec::new(),
        rows: laid.into_iter().map(|laid| laid.row).collect(),
    };
    let mut grids = Vec::new();
    let mut rows = below.into_iter().peekable();
    while let Some(laid) = rows.next() {
        let is_first = grid.headings.is_empty();
        if is_first || is_further_heading(&laid, &grid) {
            let line = laid.row.line;
            let mut heading = vec![laid];
            while let Some(next) = rows.next_if(|next| continues(heading.last(), next)) {
                heading.push(next);
            }
            let headings = join(&heading);
            if !is_first {
                let title = grid.title.clone();
                let next = Grid { line, title, headings: Vec::new(), rows: Vec::new() };
                grids.push(std::mem::replace(&mut grid, next));
            }
            grid.headings = headings;
        } else if laid.row.cells != grid.headings {
            grid.rows.push(laid.row);
        }
    }
    grids.push(grid);
    Ok(grids)
}

/// The index of the row with the headings.
fn first_heading(laid: &[Laid], width: usize) -> usize {
    let is_row = |laid: &Laid| !laid.row.is_section && !is_blank(&laid.row);
    let has_code = |&first: &usize| laid.get(first).is_some_and(has_code);
    let find = |is: &dyn Fn(&Laid) -> bool| laid.iter().position(|laid| is_row(laid) && is(laid));
    let of_headings =
        |laid: &Laid| laid.has_headings_only && (laid.row.cells.len() > 1 || width == 1);
    find(&|laid| laid.is_head)
        .or_else(|| find(&|_| true).filter(has_code))
        .or_else(|| find(&of_headings))
        .or_else(|| find(&|laid| laid.row.cells.len() == width))
        .or_else(|| find(&|_| true))
        .unwrap_or(0)
}

fn is_blank(row: &GridRow<'_>) -> bool {
    row.cells.iter().all(String::is_empty)
}

fn has_code(laid: &Laid) -> bool {
    laid.row.cells.iter().any(|cell| headings::is_code(cell))
}

fn is_further_heading(laid: &Laid, above: &Grid) -> bool {
    let is_heading = laid.is_head || laid.has_headings_only;
    is_heading && !laid.row.is_section && laid.row.cells != above.headings && has_code(laid)
}

/// Whether the row below a row of headings belongs to the headings.
fn continues(heading: Option<&Laid>, next: &Laid) -> bool {
    let Some(heading) = heading.filter(|_| !next.row.is_section) else { return false };
    let needs_parts = heading.columns > 1 && (heading.rows > 1 || next.has_headings_only);
    needs_parts || heading.is_head && next.is_head && next.has_headings_only
}

/// One heading for each column: the parts from top to bottom.
fn join(rows: &[Laid]) -> Vec<String> {
    let columns = rows.iter().map(|laid| laid.row.cells.len()).max().unwrap_or(0);
    let column = |index: usize| {
        let mut parts: Vec<&str> = Vec::new();
        for part in rows.iter().filter_map(|laid| laid.row.cells.get(index)) {
            if !part.is_empty() && !parts.contains(&part.as_str()) {
                parts.push(part);
            }
        }
        parts.join(" ")
    };
    (0..columns).map(column).collect()
}
