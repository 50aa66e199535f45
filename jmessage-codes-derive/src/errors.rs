//! The errors of a table, collected so that one compilation shows them all.

use std::fmt::Display;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Error;

/// Where an error belongs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// The enum itself.
    Enum,
    /// The variant with this index.
    Variant(usize),
}

/// Errors in the order of the source: those of the enum first, then variant by
/// variant, whichever pass found them.
#[derive(Default)]
pub(crate) struct Errors {
    list: Vec<(Place, Error)>,
    rustc_has_errors: bool,
}

impl Errors {
    pub(crate) fn push(&mut self, place: Place, error: Error) {
        self.list.push((place, error));
    }

    /// An error that underlines all of `tokens`.
    pub(crate) fn push_at(&mut self, place: Place, tokens: impl ToTokens, message: impl Display) {
        self.push(place, error_at(tokens, message));
    }

    /// For a mistake that rustc reports itself.
    pub(crate) fn leave_to_rustc(&mut self) {
        self.rustc_has_errors = true;
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty() && !self.rustc_has_errors
    }

    /// One `compile_error!` for each error.
    pub(crate) fn into_compile_errors(mut self) -> TokenStream {
        self.list.sort_by_key(|(place, _)| *place);
        self.list.into_iter().map(|(_, error)| error.into_compile_error()).collect()
    }
}

/// An error that underlines all of `tokens`.
///
/// A `macro_rules` macro wraps what it passes on in groups without delimiters.
/// Their spans are in the macro's definition, so the tokens inside them are
/// underlined instead, whose spans are at the call.
pub(crate) fn error_at(tokens: impl ToTokens, message: impl Display) -> Error {
    Error::new_spanned(without_groups(tokens.into_token_stream()), message)
}

fn without_groups(tokens: TokenStream) -> TokenStream {
    let tokens = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            without_groups(group.stream())
        }
        token => token.into(),
    });
    tokens.collect()
}
