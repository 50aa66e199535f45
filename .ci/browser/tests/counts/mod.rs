//! How many rows of `WebCode` a page should show.

use jmessage_codes::{Kind, WebCode};

/// What a page says about this many rows.
pub(crate) fn count(shown: usize) -> String {
    match WebCode::ENTRIES.len() {
        all if shown == all => format!("{all} codes"),
        all => format!("{shown} of {all} codes"),
    }
}

/// The rows of a kind.
pub(crate) fn of_kind(kind: Kind) -> usize {
    WebCode::ENTRIES.iter().filter(|entry| entry.kind() == kind).count()
}
