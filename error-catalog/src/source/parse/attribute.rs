//! The arguments of an attribute: its tokens between the commas.

use std::ops::Range;

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Expr, Ident, Lit, MacroDelimiter, Meta, Token};

use super::mistake::Mistake;

/// An attribute's content, which may be in `cfg_attr`.
pub(super) struct AttributeItem {
    pub(super) meta: Meta,
    /// Whether it depends on a condition of `cfg_attr`.
    pub(super) is_conditional: bool,
}

/// The content of attributes, including those in `cfg_attr`.
pub(super) fn items(attributes: Vec<Attribute>) -> Vec<AttributeItem> {
    let mut items = Vec::new();
    for attribute in attributes {
        add_items(AttributeItem { meta: attribute.meta, is_conditional: false }, &mut items);
    }
    items
}

fn add_items(item: AttributeItem, items: &mut Vec<AttributeItem>) {
    let Meta::List(list) = &item.meta else { return items.push(item) };
    if !list.path.is_ident("cfg_attr") {
        return items.push(item);
    }
    let parts = |input: ParseStream| {
        until_comma(input)?;
        let mut metas = Vec::new();
        while input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            metas.push(input.parse::<Meta>()?);
        }
        Ok(metas)
    };
    for meta in parts.parse2(list.tokens.clone()).unwrap_or_default() {
        add_items(AttributeItem { meta, is_conditional: true }, items);
    }
}

/// Whether this is `#[cfg(…)]`.
pub(super) fn is_condition(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
}

/// One argument.
pub(super) struct Argument {
    /// All of them, or those after `=`.
    pub(super) tokens: Vec<TokenTree>,
    /// The key of `KEY = VALUE`.
    pub(super) key: Option<ArgumentKey>,
    pub(super) range: Range<usize>,
    /// Where the comma after it is.
    pub(super) comma: Option<usize>,
}

pub(super) struct ArgumentKey {
    pub(super) name: String,
    pub(super) value: Range<usize>,
}

/// The arguments of `#[name(…)]`.
pub(super) fn arguments(meta: &Meta, form: &str) -> Result<Vec<Argument>, Mistake> {
    let list = match meta {
        Meta::List(list) if matches!(list.delimiter, MacroDelimiter::Paren(_)) => list,
        _ => return Err(Mistake::new(place_of(meta), format!("expected {form}"))),
    };
    let parsed = parse.parse2(list.tokens.clone());
    parsed.map_err(|error| Mistake::new(error.span().byte_range().start, error))
}

/// Where the path of an attribute begins.
pub(super) fn place_of(meta: &Meta) -> usize {
    meta.path().segments.first().map_or(0, |first| start_of(&first.ident))
}

fn parse(input: ParseStream) -> syn::Result<Vec<Argument>> {
    let mut arguments = Vec::new();
    while !input.is_empty() {
        let mut argument = parse_argument(input)?;
        let comma = input.parse::<Option<Token![,]>>()?;
        if comma.is_none() && !input.is_empty() {
            return Err(input.error("expected `,`"));
        }
        argument.comma = comma.map(|comma| comma.span.byte_range().start);
        arguments.push(argument);
    }
    Ok(arguments)
}

fn parse_argument(input: ParseStream) -> syn::Result<Argument> {
    let has_key = input.peek(Ident::peek_any)
        && input.peek2(Token![=])
        && !input.peek2(Token![==])
        && !input.peek2(Token![=>]);
    if !has_key {
        let tokens = until_comma(input)?;
        let Some(range) = range_of(&tokens) else {
            return Err(input.error("expected an argument before this comma; remove the comma"));
        };
        return Ok(Argument { tokens, key: None, range, comma: None });
    }
    let name = input.call(Ident::parse_any)?;
    let equals: Token![=] = input.parse()?;
    let start = start_of(&name);
    let value = expression(input)?;
    let Some(range) = range_of(&value) else {
        return Err(syn::Error::new(equals.span, format!("missing value; write `{name} = VALUE`")));
    };
    let key = ArgumentKey { name: name.unraw().to_string(), value: range.clone() };
    Ok(Argument { tokens: value, key: Some(key), range: start..range.end, comma: None })
}

/// The tokens of an expression: only a parser knows which commas are in it.
pub(super) fn expression(input: ParseStream) -> syn::Result<Vec<TokenTree>> {
    let rest = input.fork();
    rest.parse::<Expr>()?;
    let mut tokens = Vec::new();
    while input.cursor() != rest.cursor() {
        tokens.push(input.parse()?);
    }
    Ok(tokens)
}

fn until_comma(input: ParseStream) -> syn::Result<Vec<TokenTree>> {
    let mut tokens = Vec::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        tokens.push(input.parse()?);
    }
    Ok(tokens)
}

/// From the first token's start to the last one's end.
pub(super) fn range_of(tokens: &[TokenTree]) -> Option<Range<usize>> {
    let (first, last) = (tokens.first()?, tokens.last()?);
    Some(first.span().byte_range().start..last.span().byte_range().end)
}

fn start_of(ident: &Ident) -> usize {
    ident.span().byte_range().start
}

/// The text of a string literal.
pub(super) fn text_of(literal: &Literal) -> Option<String> {
    match Lit::new(literal.clone()) {
        Lit::Str(text) if text.suffix().is_empty() => Some(text.value()),
        _ => None,
    }
}

/// The group of an argument such as `column(…)`.
pub(super) fn call(argument: &Argument) -> Option<(String, &Group)> {
    match &argument.tokens[..] {
        [TokenTree::Ident(name), TokenTree::Group(group)]
            if group.delimiter() == Delimiter::Parenthesis =>
        {
            Some((name.unraw().to_string(), group))
        }
        _ => None,
    }
}

/// A stream of some of the tokens.
pub(super) fn stream(tokens: &[TokenTree]) -> TokenStream {
    tokens.iter().cloned().collect()
}
