//! What generated code calls. No part of the public API.

#[cfg(feature = "serde")]
pub use serde;

#[cfg(feature = "serde")]
pub use crate::serde::deserialize;
use crate::{Entry, ErrorCatalog};

/// A copy of the variant.
///
/// Generated code copies by this function since an enum that is not `Copy` is
/// then told so once, by the bounds of the trait, and not at every copy.
#[inline]
#[must_use]
pub const fn copy<C: ErrorCatalog>(variant: &C) -> C {
    *variant
}

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
