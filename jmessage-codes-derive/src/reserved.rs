//! The names that a column cannot have.

use syn::Ident;

use crate::attr::code::{Flag, RETRYABLE};

/// The names of the generated methods, and of the flags and keys in `#[code(…)]`.
pub(crate) const RESERVED: [&str; 19] = [
    "from_code",
    "from_code_or_other",
    "error_code",
    "from_message",
    "entry",
    "code",
    "name",
    "message",
    "description",
    "kind",
    "is_success",
    "is_retryable",
    "is_retired",
    "aliases",
    "into_result",
    "success",
    "retired",
    "retryable",
    "other",
];

/// The names of the generated methods.
pub(crate) fn methods() -> impl Iterator<Item = &'static str> {
    let is_flag = |name: &str| Flag::ALL.iter().any(|flag| flag.name() == name);
    RESERVED.into_iter().filter(move |name| !is_flag(name) && *name != RETRYABLE)
}

pub(crate) fn is_reserved(name: &Ident) -> bool {
    RESERVED.iter().any(|reserved| name == reserved)
}
