//! Whether the cells of a column are names of codes, such as `not_authed`.

use std::collections::HashSet;

use super::grid::Grid;
use super::pattern::{is_name, is_unmistakable};

/// The cells of a column that may be names of codes.
#[derive(Default)]
pub(super) struct NameCells {
    cells: usize,
    /// How many are one word.
    words: usize,
    /// How many can only be codes.
    sure: usize,
    /// How many of these have a number of three digits or more.
    numbered: usize,
    has_twice: bool,
}

impl NameCells {
    pub(super) fn of(grid: &Grid<'_>, column: usize) -> Self {
        let mut names = Self::default();
        let mut seen = HashSet::new();
        let rows = grid.rows.iter().filter(|row| !row.is_section);
        for cell in rows.filter_map(|row| row.cell(column)).map(str::trim) {
            if !cell.is_empty() {
                let is_sure = is_unmistakable(cell);
                let has_number = cell.bytes().filter(u8::is_ascii_digit).count() > 2;
                names.cells += 1;
                names.words += usize::from(is_name(cell));
                names.sure += usize::from(is_sure);
                names.numbered += usize::from(is_sure && has_number && has_no_lower(cell));
                names.has_twice |= !seen.insert(cell);
            }
        }
        names
    }

    pub(super) fn are_codes(&self) -> bool {
        self.words == self.cells && !self.has_twice && self.are_mostly_codes()
    }

    pub(super) fn are_mostly_codes(&self) -> bool {
        self.sure * 2 > self.cells
    }

    pub(super) fn are_mostly_numbered(&self) -> bool {
        self.numbered * 2 > self.cells
    }
}

fn has_no_lower(word: &str) -> bool {
    !word.contains(|c: char| c.is_ascii_lowercase())
}
