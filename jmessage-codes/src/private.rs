//! What generated code calls. No part of the public API.

use crate::{Entry, ErrorCatalog};

/// The variants that a perfect hash's keys stand for: those of the table's
/// rows, then those of the rows that have an alias each.
#[must_use]
pub const fn variants<C: ErrorCatalog, const KEYS: usize>(
    table: &[Entry<C>],
    rows: usize,
    alias_rows: &[usize],
) -> [C; KEYS] {
    let mut variants = [table[0].variant(); KEYS];
    let mut key = 0;
    while key < KEYS {
        let row = if key < rows { key } else { alias_rows[key - rows] };
        variants[key] = table[row].variant();
        key += 1;
    }
    variants
}
