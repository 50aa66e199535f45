//! The names that a column cannot have.

use syn::Ident;

use crate::attr::catalog::CatalogAttribute;
use crate::attr::code::{Flag, RETRYABLE};

/// The names of the generated methods and constants, and of the flags and keys in `#[code(…)]`.
pub(crate) const RESERVED: [&str; 22] = [
    "NAME",
    "ENTRIES",
    "from_code",
    "from_code_or_other",
    "try_from_code",
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

/// The names of the generated constants.
pub(crate) const NAME: &str = "NAME";
pub(crate) const ENTRIES: &str = "ENTRIES";

/// The method that only the trait has.
pub(crate) const TRY_FROM_CODE: &str = "try_from_code";

/// The method that exists only with the key of this name.
pub(crate) const URL: &str = "url";

/// The names of the generated methods and constants.
pub(crate) fn methods(attribute: &CatalogAttribute) -> impl Iterator<Item = &'static str> {
    let is_flag = |name: &str| Flag::ALL.iter().any(|flag| flag.name() == name);
    let is_method = move |name: &&str| !is_flag(name) && ![RETRYABLE, TRY_FROM_CODE].contains(name);
    let always = RESERVED.into_iter().filter(is_method);
    always.chain(attribute.url.as_ref().map(|_| URL))
}

pub(crate) fn is_reserved(name: &Ident, attribute: &CatalogAttribute) -> bool {
    RESERVED.iter().any(|reserved| name == reserved) || name == URL && attribute.url.is_some()
}
