//! The tokens that `surface`, `expand` and `fallback` have in common.

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::LitStr;

use crate::table::{Code, CodeType, Table};

/// A name of the user's, for generated code: tools still find where it is
/// written, but lints see that the code around it is generated.
pub(crate) fn generated(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(ident.span().resolved_at(Span::call_site()));
    ident
}

/// The same for a text of the user's.
pub(crate) fn generated_text(text: &LitStr) -> Literal {
    let mut text = text.token();
    text.set_span(text.span().resolved_at(Span::call_site()));
    text
}

/// A column's value as an expression.
///
/// If the tokens are not an expression, the macro makes rustc say so at these
/// tokens; without it rustc would blame everything that the derive generates.
pub(crate) fn value(table: &Table, value: &TokenStream) -> TokenStream {
    let facade = &table.facade;
    let mut tokens = value.clone().into_iter();
    let first = tokens.next();
    let is_word = matches!(first, Some(TokenTree::Ident(_) | TokenTree::Literal(_)));
    if is_word && tokens.next().is_none() {
        return value.clone();
    }
    quote!(#facade::__value!(#value))
}

impl Table<'_> {
    /// The enum's name.
    pub(crate) fn this(&self) -> Ident {
        generated(&self.catalog.original.ident)
    }
}

impl CodeType {
    /// The type of a code.
    pub(crate) fn path(self) -> TokenStream {
        match self {
            Self::Integer(integer) => integer.path(),
            Self::Text => quote!(&'static ::core::primitive::str),
        }
    }

    /// The type of the argument of a lookup.
    pub(crate) fn query(self) -> TokenStream {
        match self {
            Self::Integer(integer) => integer.path(),
            Self::Text => quote!(&::core::primitive::str),
        }
    }
}

impl Code<'_> {
    pub(crate) fn to_literal(self) -> TokenStream {
        match self {
            Self::Integer(value) => value.to_tokens(),
            Self::Text(text) => generated_text(text).into_token_stream(),
        }
    }
}
