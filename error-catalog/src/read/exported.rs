//! Documents that an export wrote: their columns are those of an enum, and nothing is guessed.

use std::collections::HashSet;

use super::grid::Grid;
use super::headings::{Named, Places, Source};
use crate::table::Field;

/// Where a written document has what no vendor's document is read for.
#[derive(Clone, Copy)]
pub(super) struct FactPlaces {
    pub(super) kind: usize,
    pub(super) retryable: usize,
    pub(super) retired: usize,
}

/// The columns of a table, if its headings are exactly those that an export writes, each once,
/// and the caller named none of them.
pub(super) fn places(named: &Named, grid: &Grid<'_>) -> Option<Places> {
    let fields = Field::list(|_| true, 0);
    let is_written = |form: fn(&str) -> String| {
        let mut headings = grid.headings.iter();
        fields.iter().all(|field| headings.next() == Some(&form(field.heading())))
    };
    // The keys of JSON are in lower case.
    let is_written = is_written(str::to_owned) || is_written(str::to_lowercase);
    let mut seen = HashSet::new();
    let is_clear = grid.headings.iter().all(|heading| seen.insert(heading.trim()));
    if !is_written || !is_clear || named.names_role() {
        return None;
    }
    let place = |field| fields.iter().position(|each| *each == field);
    let mut further = named.columns_of(grid);
    let asked: HashSet<usize> = further.iter().filter_map(|(_, source)| source.column()).collect();
    let left_out: HashSet<&str> = named.left_out.iter().map(|heading| heading.trim()).collect();
    for (index, heading) in grid.headings.iter().enumerate().skip(fields.len()) {
        let heading = heading.trim();
        if !asked.contains(&index) && !left_out.contains(heading) {
            further.push((heading.to_owned(), Source::Column(index)));
        }
    }
    Some(Places {
        code: place(Field::Code)?,
        message: place(Field::Message)?,
        description: place(Field::Description),
        name: place(Field::Name),
        aliases: place(Field::Aliases),
        facts: Some(FactPlaces {
            kind: place(Field::Kind)?,
            retryable: place(Field::Retryable)?,
            retired: place(Field::Retired)?,
        }),
        named: further.len(),
        further,
    })
}
