//! Whether the members of an object are rows, though there are tables inside.

use serde_json::value::RawValue;

use super::keys::{has_codes_as_keys, looks_like_code};
use crate::read::grid::{Grid, GridRow};
use crate::read::headings;
use crate::read::success;

/// What is inside an object whose members may be rows.
pub(super) struct Inside {
    /// The number of members that are lists with tables.
    pub(super) lists: usize,
    /// Whether there are tables in members that may be rows.
    pub(super) are_around: bool,
    /// Whether one of these tables is a map of codes.
    pub(super) has_maps: bool,
    /// Whether the codes of a table are known by their heading.
    pub(super) has_inner_codes: bool,
}

impl Inside {
    /// Whether the members are rows, and if not, whether they may be. The members of an object
    /// around a table are not rows, unless their keys are codes.
    pub(super) fn judge(&self, keyed: &Grid<'_>, rows: &[(String, &RawValue)]) -> (bool, bool) {
        let constants = rows.iter().filter(|(key, _)| looks_like_code(key)).count();
        let has_names = has_names(keyed);
        let is_one = rows.len() + self.lists == 1;
        let is_table = !self.are_around && (self.lists == 0 || constants == rows.len())
            || has_codes_as_keys(rows)
            || has_names && !(is_one && self.has_inner_codes);
        let may_be_rows = if has_names {
            may_be_rows(keyed)
        } else {
            !self.are_around || self.has_maps || constants > 0 && rows.len() > 1
        };
        (is_table, may_be_rows)
    }
}

/// Whether the keys of the rows of an object are names, since the rows have codes.
pub(super) fn has_names(keyed: &Grid<'_>) -> bool {
    keyed.headings.first().is_some_and(|heading| heading != "code")
}

/// Whether the rows of a table have codes, and one of them is not a server's response.
pub(super) fn may_be_rows(grid: &Grid<'_>) -> bool {
    let is_fact = |column: usize| {
        let heading = grid.headings.get(column);
        heading.is_some_and(|heading| headings::is_code(heading) || headings::is_text(heading))
    };
    let is_answer = |row: &GridRow<'_>| {
        row.indexed().any(|(column, cell)| is_fact(column) && success::is_answer(cell))
    };
    !grid.rows.iter().all(is_answer)
}
