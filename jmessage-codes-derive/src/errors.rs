//! All that is wrong with a table, collected to be told at once.

use std::fmt::Display;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Error;

/// Errors in the order in which the table would be read: those of the enum
/// first, then variant by variant, whichever pass found them.
#[derive(Default)]
pub(crate) struct Errors {
    list: Vec<(usize, Error)>,
    place: usize,
}

impl Errors {
    /// From here on errors belong to the enum itself.
    pub(crate) fn at_enum(&mut self) {
        self.place = 0;
    }

    /// From here on errors belong to the variant of this index.
    pub(crate) fn at_variant(&mut self, index: usize) {
        self.place = index + 1;
    }

    pub(crate) fn push(&mut self, error: Error) {
        self.list.push((self.place, error));
    }

    /// An error under all of `tokens`.
    pub(crate) fn push_at(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.push(error_at(tokens, message));
    }

    /// Whether nothing is wrong.
    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// One `compile_error!` for each.
    pub(crate) fn into_compile_errors(mut self) -> TokenStream {
        self.list.sort_by_key(|(place, _)| *place);
        self.list.into_iter().map(|(_, error)| error.into_compile_error()).collect()
    }
}

/// An error under all of `tokens`.
///
/// What a `macro_rules` passes on comes in groups that stand where the macro is
/// written; their tokens stand where it is called.
pub(crate) fn error_at(tokens: impl ToTokens, message: impl Display) -> Error {
    Error::new_spanned(flattened(tokens.into_token_stream()), message)
}

fn flattened(tokens: TokenStream) -> TokenStream {
    let flat = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            flattened(group.stream())
        }
        token => token.into(),
    });
    flat.collect()
}

/// `did you mean …?` where a candidate is near.
pub(crate) fn did_you_mean<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    nearest(name, candidates).map(|nearest| format!("did you mean `{nearest}`?"))
}

/// The candidate that a name is, or is a misspelling of.
pub(crate) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let candidates = candidates.into_iter().map(|candidate| (edits(name, candidate), candidate));
    let (edits, nearest) = candidates.min_by_key(|(edits, _)| *edits)?;
    (edits <= name.len().div_ceil(3)).then_some(nearest)
}

/// The Levenshtein distance: insertions, deletions and replacements of a letter.
fn edits(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (above, from) in from.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = above + 1;
        for (column, to) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(from != *to);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[to.len()]
}
