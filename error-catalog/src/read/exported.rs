//! Documents that an export wrote: their columns are those of an enum, and nothing is guessed.

use std::collections::HashSet;

use super::grid::Grid;
use crate::table::Field;

/// Where a written document has what no vendor's document is read for.
#[derive(Clone, Copy)]
pub(super) struct FactPlaces {
    pub(super) kind: usize,
    pub(super) retryable: usize,
    pub(super) retired: usize,
}

/// What the first columns of a table are, if its headings are exactly those that an export
/// writes, each once. Columns of the enum come after them.
pub(super) fn fields(grid: &Grid<'_>) -> Option<Vec<Field>> {
    let fields = Field::list(|_| true, 0);
    let is_written = |form: fn(&str) -> String| {
        let mut headings = grid.headings.iter();
        fields.iter().all(|field| headings.next() == Some(&form(field.heading())))
    };
    // The keys of JSON are in lower case.
    let is_written = is_written(str::to_owned) || is_written(str::to_lowercase);
    let mut seen = HashSet::new();
    let is_clear = grid.headings.iter().all(|heading| seen.insert(heading.trim()));
    (is_written && is_clear).then_some(fields)
}
