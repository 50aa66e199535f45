//! The names that a column cannot have.

use syn::Ident;

use crate::attr::catalog::CatalogAttribute;

/// The names of the generated methods and constants, which `skip(…)` takes.
pub(crate) const GENERATED: [&str; 17] = [
    "NAME",
    "ENTRIES",
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
];

/// The flags and keys in `#[code(…)]`, and the method that only the trait has.
pub(crate) const WORDS: [&str; 5] = ["success", "retired", "retryable", "other", "try_from_code"];

/// The names of the generated constants.
pub(crate) const NAME: &str = "NAME";
pub(crate) const ENTRIES: &str = "ENTRIES";

/// The method that exists only with the key of this name.
pub(crate) const URL: &str = "url";

/// The names that `skip(…)` takes besides the impls.
pub(crate) fn methods(attribute: &CatalogAttribute) -> impl Iterator<Item = &'static str> {
    GENERATED.into_iter().chain(attribute.url.as_ref().map(|_| URL))
}

/// The names of hidden items begin with `__`.
pub(crate) fn is_reserved(name: &Ident, attribute: &CatalogAttribute) -> bool {
    name.to_string().starts_with("__")
        || methods(attribute).chain(WORDS).any(|reserved| name == reserved)
}
