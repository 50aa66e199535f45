//! What generated code uses. Not part of the public API.

#[cfg(any(feature = "schemars", feature = "utoipa"))]
pub use alloc::borrow::Cow;
#[cfg(feature = "utoipa")]
pub use alloc::vec::Vec;

#[cfg(feature = "schemars")]
pub use schemars;
#[cfg(feature = "serde")]
pub use serde;
#[cfg(feature = "utoipa")]
pub use utoipa;

use crate::catalog::{ErrorCatalog, TryFromCodeError};
use crate::code::CatalogCode;
pub use crate::codes::{Aliases, Codes};
pub use crate::convert::parse;
pub use crate::derived::{Derived, UrlPart};
pub use crate::disjoint::{ConstText, Shared};
pub use crate::facts::Facts;
pub use crate::formula::{Sample, bucket, hash_text, hash_wide, hash_word, slot};
use crate::handles::Entry;
use crate::lookup::Found;
pub use crate::lookup::{Hash, Parts, TextIndex, rank_of_wide, rank_of_word};
pub use crate::numbers::Numbers;
#[cfg(feature = "schemars")]
pub use crate::schemars::json_schema;
#[cfg(feature = "serde")]
pub use crate::serde::{Form, deserialize, serialize};
pub use crate::texts::{Descriptions, Texts};
pub use crate::unlisted::unlisted;
pub use crate::url::url;
#[cfg(feature = "utoipa")]
pub use crate::utoipa::schema;
use crate::variants::Variants;

/// The values of the rows by position. Unused positions have the value of the first row.
const fn arrange<T: Copy, const ROWS: usize, const LENGTH: usize>(
    values: [T; ROWS],
    positions: Numbers,
) -> [T; LENGTH] {
    let mut arranged = [values[0]; LENGTH];
    // A call for each row would take rustc five times as long.
    macro_rules! put {
        ($positions:ident) => {{
            let mut row = 0;
            while row < ROWS {
                arranged[$positions[row] as usize] = values[row];
                row += 1;
            }
        }};
    }
    match positions {
        Numbers::U8(positions) => put!(positions),
        Numbers::U16(positions) => put!(positions),
        Numbers::U32(positions) => put!(positions),
    }
    arranged
}

/// The codes by position; `aliases` has the position and the code of each alias.
#[must_use]
pub const fn arrange_codes<T: Copy, const ROWS: usize, const LENGTH: usize>(
    codes: [T; ROWS],
    positions: Numbers,
    aliases: &[(usize, T)],
) -> [T; LENGTH] {
    let mut arranged = arrange(codes, positions);
    let mut index = 0;
    while index < aliases.len() {
        let (position, code) = aliases[index];
        arranged[position] = code;
        index += 1;
    }
    arranged
}

/// The variants by position; `aliases` has the position and the row of each alias. The last
/// variants are those of the rows `last`.
///
/// The variants are passed by value: rustc would validate an array behind a reference
/// again, which takes quadratic time.
#[must_use]
pub const fn arrange_variants<E: ErrorCatalog, const ROWS: usize, const LENGTH: usize>(
    variants: [E; ROWS],
    positions: Numbers,
    aliases: &[(usize, usize)],
    last: &[usize],
) -> [E; LENGTH] {
    let mut arranged: [E; LENGTH] = arrange(variants, positions);
    let mut index = 0;
    while index < aliases.len() {
        let (position, row) = aliases[index];
        arranged[position] = variants[row];
        index += 1;
    }
    let mut index = 0;
    while index < last.len() {
        arranged[LENGTH - last.len() + index] = variants[last[index]];
        index += 1;
    }
    arranged
}

/// The texts of all rows, side by side.
#[must_use]
pub const fn spread<const ROWS: usize>(texts: Texts) -> [&'static str; ROWS] {
    let mut spread = [""; ROWS];
    let mut row = 0;
    while row < ROWS {
        spread[row] = texts.get(row);
        row += 1;
    }
    spread
}

/// The variant at the position of a code, if the code there is the same.
#[inline]
#[must_use]
pub const fn variant<E: ErrorCatalog>(variant: &E, is_same: bool) -> Option<E> {
    // Both results exist before the choice. Otherwise rustc reads the variant only if
    // the code is the same, in a branch that no processor can predict.
    let (listed, unlisted) = (Some(*variant), None);
    if is_same { listed } else { unlisted }
}

/// The variant at the position of a string code.
#[inline]
#[must_use]
pub const fn variant_at<E: ErrorCatalog>(
    variants: &'static [E],
    position: Option<usize>,
) -> Option<E> {
    match position {
        Some(position) if position < variants.len() => Some(variants[position]),
        _ => None,
    }
}

/// The variants of a message.
#[inline]
#[must_use]
pub const fn variants<E: ErrorCatalog>(
    variants: &'static [E],
    found: Option<Found>,
) -> Variants<E> {
    if let Some(Found { first, further }) = found {
        if let Some((front, _)) = variants.split_at_checked(first + further + 1) {
            if let Some((_, variants)) = front.split_at_checked(first) {
                return Variants::__new(variants);
            }
        }
    }
    Variants::__new(&[])
}

// Generated code calls these and `parse` instead of the trait's methods. Otherwise an enum
// that is not `Copy` would get an error for each call.

/// The variant for a code. For an unlisted code this is the `other` variant.
///
/// # Errors
///
/// Fails if the catalog does not list the code and has no `other` variant.
#[inline]
pub fn try_from_code<E: ErrorCatalog>(
    code: <E::Code as CatalogCode>::Query<'_>,
) -> Result<E, TryFromCodeError<E>> {
    E::try_from_code(code)
}

/// The code of a variant.
#[inline]
#[must_use]
pub fn code<E: ErrorCatalog>(variant: E) -> E::Code {
    variant.code()
}

/// Whether this is one of the variant's codes.
#[inline]
#[must_use]
pub fn has_code<E: ErrorCatalog<Code: PartialEq<Code>>, Code>(variant: &E, code: &Code) -> bool {
    let is_alias = || {
        let aliases = variant.entry().map_or(&[][..], Entry::aliases);
        aliases.iter().any(|alias| *alias == *code)
    };
    variant.code() == *code || is_alias()
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
