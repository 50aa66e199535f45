//! The types and values of columns, from their tokens.

use proc_macro2::TokenTree;
use syn::ext::IdentExt;
use syn::{Ident, Type, parse2};

use super::arguments::{range_of, text_of};
use crate::code_type::CodeType;
use crate::column_type::ColumnType;

/// The type of a column that an enum declares.
pub(super) fn column_type(ty: &Type) -> ColumnType {
    match ty {
        Type::Paren(paren) => column_type(&paren.elem),
        Type::Group(group) => column_type(&group.elem),
        Type::Reference(reference) if name_of(&reference.elem) == "str" => ColumnType::Text,
        ty => match name_of(ty).as_str() {
            "bool" => ColumnType::Bool,
            name => match name.parse() {
                Ok(integer) if integer != CodeType::Str => ColumnType::Integer(integer),
                _ => ColumnType::Other,
            },
        },
    }
}

/// The name of a type without its path; empty if it has none.
pub(super) fn name_of(ty: &Type) -> String {
    match ty {
        Type::Paren(paren) => return name_of(&paren.elem),
        Type::Group(group) => return name_of(&group.elem),
        Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
        _ => None,
    }
    .unwrap_or_default()
}

/// Whether a value is a literal, and not an expression whose value only rustc knows.
pub(super) fn is_literal(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Literal(_)] => true,
        [TokenTree::Ident(word)] => word == "true" || word == "false",
        [TokenTree::Punct(minus), TokenTree::Literal(_)] => minus.as_char() == '-',
        _ => false,
    }
}

/// A value as text: the content of a string literal, or the tokens of anything else.
pub(super) fn value_text(tokens: &[TokenTree], text: &str) -> String {
    if let [TokenTree::Literal(literal)] = tokens
        && let Some(text) = text_of(literal)
    {
        return text;
    }
    let written = range_of(tokens).and_then(|range| text.get(range)).unwrap_or_default();
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Why the derive refuses an expression as a value.
pub(super) fn problem(tokens: &[TokenTree]) -> Option<String> {
    if let [TokenTree::Ident(word)] = tokens {
        let is_bool = word == "true" || word == "false";
        if !is_bool && parse2::<Ident>(tokens.iter().cloned().collect()).is_err() {
            return Some(format!(
                "`{word}` is a keyword, not a value; if it is a text, write {:?}",
                word.to_string()
            ));
        }
    }
    names_of_the_derive(tokens)
        .then(|| format!("the derive uses names that begin with `{COLUMN_PREFIX}`; rename it"))
}

const COLUMN_PREFIX: &str = "__COLUMN_";

fn names_of_the_derive(tokens: &[TokenTree]) -> bool {
    tokens.iter().any(|tree| match tree {
        TokenTree::Ident(word) => word.unraw().to_string().starts_with(COLUMN_PREFIX),
        TokenTree::Group(group) => {
            names_of_the_derive(&group.stream().into_iter().collect::<Vec<_>>())
        }
        _ => false,
    })
}
