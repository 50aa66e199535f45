//! What generated code calls. No part of the public API.

#[cfg(feature = "serde")]
pub use serde;

use crate::CatalogEnum;
pub use crate::disjoint::{Message, Shared};
#[cfg(feature = "serde")]
pub use crate::serde::deserialize;

/// A copy of the variant.
///
/// All generated code copies through one call of this function, at which an
/// enum that is not `Copy` is told so.
#[inline]
#[must_use]
pub const fn copy<E: CatalogEnum>(variant: &E) -> E {
    *variant
}

/// The value of a column.
#[inline]
#[must_use]
pub const fn value<T: Copy>(value: &T) -> T {
    *value
}
