//! What generated code uses. Not part of the public API.

#[cfg(feature = "serde")]
pub use serde;

use crate::ErrorCatalog;
pub use crate::catalog::Derived;
pub use crate::disjoint::{ConstText, Shared};
#[cfg(feature = "serde")]
pub use crate::serde::deserialize;

/// The variant in a row.
#[inline]
#[must_use]
pub const fn variant<E: ErrorCatalog>(row: usize) -> Option<E> {
    match E::VARIANTS.split_at_checked(row) {
        Some((_, [variant, ..])) => Some(*variant),
        _ => None,
    }
}

/// A part of the variants.
#[inline]
#[must_use]
pub const fn variants<E: ErrorCatalog>(start: usize, end: usize) -> &'static [E] {
    if let Some((front, _)) = E::VARIANTS.split_at_checked(end) {
        if let Some((_, variants)) = front.split_at_checked(start) {
            return variants;
        }
    }
    &[]
}

/// A copy of a variant.
#[inline]
#[must_use]
pub const fn copy<E: ErrorCatalog>(variant: &E) -> E {
    *variant
}

/// A copy of a column's value.
#[inline]
#[must_use]
pub const fn value<T: Copy>(value: &T) -> T {
    *value
}
