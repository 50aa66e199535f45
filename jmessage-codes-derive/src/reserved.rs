//! The names that a column cannot have.

use syn::Ident;

/// The names of the generated methods and of the flags in `#[code(…)]`.
pub(crate) const RESERVED: [&str; 13] = [
    "from_code",
    "from_message",
    "entry",
    "code",
    "name",
    "message",
    "description",
    "kind",
    "is_success",
    "into_result",
    "success",
    "retired",
    "other",
];

pub(crate) fn is_reserved(name: &Ident) -> bool {
    RESERVED.iter().any(|reserved| name == reserved)
}
