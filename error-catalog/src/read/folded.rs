//! Tables that a page shows in several columns to save space: `| Code | Text | Code | Text |`.

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
    let has_codes = |part: &&[String]| part.iter().any(|heading| headings::may_be_code(heading));
    let is_whole = |width: &usize| {
        let mut parts = forms.chunks(*width);
        let first = parts.next().filter(has_codes);
        forms.len().is_multiple_of(*width) && parts.all(|part| Some(part) == first)
    };
    (2..=forms.len() / 2).find(is_whole)
}

/// The parts of a row, each as a row of its own, without the empty ones.
fn parts(mut row: GridRow<'_>, width: usize) -> Vec<GridRow<'_>> {
    if row.is_section {
        return vec![row];
    }
    let (cells, links) = (mem::take(&mut row.cells), mem::take(&mut row.links));
    let problem = row.problem.take();
    let parts = cells.chunks(width).enumerate();
    let parts = parts.filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()));
    let mut parts: Vec<_> = parts
        .map(|(part, cells)| {
            let column = |column: &usize| column.checked_sub(part * width);
            let links = links.iter().filter_map(|(at, target)| Some((column(at)?, target.clone())));
            let links = links.filter(|(column, _)| *column < width).collect();
            GridRow { links, ..GridRow::new(row.line, row.source, cells.to_vec()) }
        })
        .collect();
    match parts.first_mut() {
        Some(first) => first.problem = problem,
        None => parts.push(GridRow { problem, ..row }),
    }
    parts
}
