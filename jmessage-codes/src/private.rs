//! What generated code uses. Not part of the public API.

#[cfg(feature = "serde")]
pub use serde;

pub use crate::catalog::Derived;
use crate::catalog::{Entry, ErrorCatalog};
pub use crate::convert::{parse, try_from_code};
pub use crate::disjoint::{ConstText, Shared};
pub use crate::formula::{Sample, bucket, hash_text, hash_wide, hash_word, slot};
pub use crate::lookup::{Hash, is_same_text, rank_of_text, rank_of_wide, rank_of_word};
#[cfg(feature = "serde")]
pub use crate::serde::{Form, deserialize, serialize};
pub use crate::unlisted::unlisted;

/// The variants in a catalog's order: `rows` has a row for each position.
///
/// Takes its arguments by value: rustc would check an array behind a reference once
/// more, and that takes quadratic time.
#[must_use]
pub const fn arrange<E: ErrorCatalog, const ROWS: usize, const POSITIONS: usize>(
    variants: [E; ROWS],
    rows: [u32; POSITIONS],
) -> [E; POSITIONS] {
    let mut arranged = [variants[0]; POSITIONS];
    let mut position = 0;
    while position < POSITIONS {
        arranged[position] = variants[rows[position] as usize];
        position += 1;
    }
    arranged
}

/// The variant at the position of a code, if that is the code there.
#[inline]
#[must_use]
pub const fn variant<E: ErrorCatalog>(variant: &E, is_same: bool) -> Option<E> {
    // Both results exist before the choice. Otherwise rustc reads the variant only if
    // the code is the same, in a branch that no processor can predict.
    let (listed, unlisted) = (Some(*variant), None);
    if is_same { listed } else { unlisted }
}

/// A message, and where its variants start and end.
pub type Message = (&'static str, u32, u32);

/// The messages by position, from the entries, which is much less for rustc to read
/// than every text twice.
///
/// `rows` are the messages' rows. A message of several variants has, behind the rows of
/// the entries, a number in `shared`: one of its rows, and where its variants start
/// and end.
#[must_use]
pub const fn messages<E: ErrorCatalog, const POSITIONS: usize>(
    entries: &[Entry<E>],
    rows: [u32; POSITIONS],
    shared: &[(u32, u32, u32)],
) -> [Message; POSITIONS] {
    let mut messages = [("", 0, 0); POSITIONS];
    let mut position = 0;
    while position < POSITIONS {
        let row = rows[position] as usize;
        messages[position] = if row < entries.len() {
            let entry = &entries[row];
            let position = entry.position();
            (entry.message, position, position + 1)
        } else {
            let (row, start, end) = shared[row - entries.len()];
            (entries[row as usize].message, start, end)
        };
        position += 1;
    }
    messages
}

/// The variants of a message, if that is the message at its position.
#[inline]
#[must_use]
pub const fn variants<E>(
    variants: &'static [E],
    (listed, start, end): &Message,
    message: &str,
) -> &'static [E] {
    if is_same_text(listed, message) {
        if let Some((front, _)) = variants.split_at_checked(*end as usize) {
            if let Some((_, variants)) = front.split_at_checked(*start as usize) {
                return variants;
            }
        }
    }
    &[]
}

// Generated code calls these, `parse` and `try_from_code` instead of the trait's methods.
// Otherwise an enum that is not `Copy` would get an error for each call.

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
    let aliases = variant.entry().map_or(&[][..], Entry::aliases);
    variant.code() == *code || aliases.iter().any(|alias| *alias == *code)
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
