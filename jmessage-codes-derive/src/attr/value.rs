//! The values of columns.

use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};
use quote::ToTokens;
use syn::LitBool;

use crate::attr::literal::Text;

/// An expression, and its content if it is a string literal.
#[derive(Default)]
pub(crate) struct Value {
    pub(crate) tokens: TokenStream,
    pub(crate) literal: Option<String>,
}

impl Value {
    pub(crate) fn new(tokens: TokenStream) -> Self {
        let literal = literal(&tokens).and_then(|literal| Text::new(&literal));
        Self { literal: literal.map(|text| text.value), tokens }
    }

    pub(crate) fn of_literal(literal: &Literal) -> Self {
        let text = Text::new(literal).map(|text| text.value);
        Self { literal: text, tokens: literal.to_token_stream() }
    }

    /// `true` or `false`, if it is nothing else.
    pub(crate) fn as_bool(&self) -> Option<bool> {
        syn::parse2::<LitBool>(self.tokens.clone()).ok().map(|literal| literal.value)
    }
}

/// What an error underlines.
impl ToTokens for Value {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}

/// The literal, if a value is nothing else.
fn literal(tokens: &TokenStream) -> Option<Literal> {
    let mut tokens = tokens.clone().into_iter();
    match (tokens.next()?, tokens.next()) {
        (TokenTree::Literal(literal), None) => Some(literal),
        // What a `macro_rules` macro passes on.
        (TokenTree::Group(group), None) if group.delimiter() == Delimiter::None => {
            literal(&group.stream())
        }
        _ => None,
    }
}
