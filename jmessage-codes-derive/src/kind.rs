//! The names that `kind = NAME` can have: the variants of the facade's `Kind`.

use proc_macro2::{Ident, TokenStream, TokenTree};

use crate::suggestion::nearest;

pub(crate) const OK: &str = "Ok";
pub(crate) const UNKNOWN: &str = "Unknown";

/// By number.
const KINDS: [&str; 17] = [
    OK,
    "Cancelled",
    UNKNOWN,
    "InvalidArgument",
    "DeadlineExceeded",
    "NotFound",
    "AlreadyExists",
    "PermissionDenied",
    "ResourceExhausted",
    "FailedPrecondition",
    "Aborted",
    "OutOfRange",
    "Unimplemented",
    "Internal",
    "Unavailable",
    "DataLoss",
    "Unauthenticated",
];

/// The number of the kind with this name.
pub(crate) fn number(name: &str) -> u8 {
    let index = KINDS.iter().position(|kind| *kind == name);
    index.and_then(|index| index.try_into().ok()).unwrap_or(2)
}

/// Whether a row of this kind is retryable unless it says otherwise: the same as in the facade's
/// `Kind`.
pub(crate) fn is_retryable(name: &str) -> bool {
    ["DeadlineExceeded", "ResourceExhausted", "Aborted", "Unavailable"].contains(&name)
}

/// The kind with this name.
pub(crate) fn of(value: &TokenStream) -> Option<&'static str> {
    let name = syn::parse2::<Ident>(value.clone()).ok()?;
    KINDS.into_iter().find(|kind| name == kind)
}

/// What to write in place of a value that is not the name of a kind.
pub(crate) fn hint(value: &TokenStream) -> String {
    // The last word of a path, or a text.
    let last = value.clone().into_iter().last().map_or_else(String::new, |token| match token {
        TokenTree::Group(group) => group.stream().to_string(),
        token => token.to_string(),
    });
    let plain = |name: &str| name.replace(['_', '"'], "").to_lowercase();
    let names = KINDS.map(plain);
    let meant = nearest(&plain(&last), names.iter().map(String::as_str));
    match KINDS.into_iter().find(|kind| meant == Some(&*plain(kind))) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("the kinds are: {}", KINDS.join(", ")),
    }
}
