//! Tables that a page shows in several columns to save space: `| Code | Text | Code | Text |`.

use std::collections::HashMap;
use std::mem;

use super::grid::{Grid, GridRow};
use super::headings::{self, plain};

/// Puts the rows of the columns on the right below those on the left, line by line.
pub(super) fn unfold(grid: &mut Grid<'_>) {
    let Some(width) = width(grid) else { return };
    grid.headings.truncate(width);
    let rows = mem::take(&mut grid.rows).into_iter();
    grid.rows = rows.flat_map(|row| parts(row, width)).collect();
}

/// The number of columns of one part, if the headings are the same parts repeated, and one may be
/// that of codes.
fn width(grid: &Grid<'_>) -> Option<usize> {
    // In JSON, each row has headings of its own.
    if grid.rows.iter().any(|row| row.columns.is_some()) {
        return None;
    }
    let forms: Vec<String> = grid.headings.iter().map(|heading| plain(heading)).collect();
    let is_repeated = |width: &usize| {
        let mut parts = forms.chunks(*width);
        let first = parts.next();
        parts.all(|part| Some(part) == first)
    };
    let mut widths = (2..=forms.len() / 2).filter(|width| forms.len().is_multiple_of(*width));
    let width = widths.find(is_repeated)?;
    let has_codes = forms.iter().take(width).any(|heading| headings::may_be_code(heading));
    has_codes.then_some(width)
}

/// The parts of a row, each as a row of its own, without the empty ones.
fn parts(mut row: GridRow<'_>, width: usize) -> Vec<GridRow<'_>> {
    if row.is_section {
        return vec![row];
    }
    let cells = mem::take(&mut row.cells);
    let mut links: HashMap<usize, Vec<(usize, String)>> = HashMap::new();
    for (column, target) in mem::take(&mut row.links) {
        links.entry(column / width).or_default().push((column % width, target));
    }
    let problem = row.problem.take();
    let parts = cells.chunks(width).enumerate();
    let parts = parts.filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()));
    let mut parts: Vec<_> = parts
        .map(|(part, cells)| GridRow {
            links: links.remove(&part).unwrap_or_default(),
            ..GridRow::new(row.line, row.source, cells.to_vec())
        })
        .collect();
    match parts.first_mut() {
        Some(first) => first.problem = problem,
        None => parts.push(GridRow { problem, ..row }),
    }
    parts
}
