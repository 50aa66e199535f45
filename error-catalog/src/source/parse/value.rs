//! The types and values of columns, from their tokens.

use proc_macro2::TokenTree;
use syn::Type;

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
