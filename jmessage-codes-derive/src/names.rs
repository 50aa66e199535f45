//! The names that generated code uses, and names in the user's tokens.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident};
use syn::ext::IdentExt;
use syn::parse2;

/// The names of the parameters and local variables in generated code, except those that
/// begin with `__`. A test fails if one is missing.
pub(crate) const BOUND: &[&str] = &["code", "formatter", "message", "position", "text", "variant"];

/// The static with a column's values. The user's expressions can see it.
pub(crate) fn column(index: usize) -> Ident {
    format_ident!("{COLUMN_PREFIX}{index}")
}

/// No name in the user's expressions may begin with this.
pub(crate) const COLUMN_PREFIX: &str = "__COLUMN_";

/// Whether `is_meant` holds for one of the identifiers, at any depth.
pub(crate) fn mentions(tokens: TokenStream, is_meant: &impl Fn(&Ident) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => is_meant(&ident.unraw()),
        TokenTree::Group(group) => mentions(group.stream(), is_meant),
        _ => false,
    })
}

/// Whether a word is a keyword in all editions. `true` and `false` are literals.
pub(crate) fn is_keyword(word: &Ident) -> bool {
    let is_bool = word == "true" || word == "false";
    !is_bool && parse2::<Ident>(word.to_token_stream()).is_err()
}

/// Whether a word is a keyword in some edition. The derive does not know the user's.
pub(crate) fn is_keyword_somewhere(word: &Ident) -> bool {
    is_keyword(word) || word == "gen"
}
