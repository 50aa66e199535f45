//! The attributes `#[code(…)]` and `#[catalog(…)]`, token by token.
//!
//! A slip in one argument does not hide those in the next: each argument is
//! parsed by itself, and after an error the parser goes on behind the comma.

mod catalog;
mod code;

use std::fmt::Display;

use proc_macro2::{Spacing, TokenStream, TokenTree};
use syn::parse::ParseStream;
use syn::{Attribute, Error, Ident, MacroDelimiter, Meta, Result, Token};

pub(crate) use self::catalog::{CatalogAttribute, Column, parse_catalog, type_name};
pub(crate) use self::code::{ARGUMENTS, CODE_FORM, CodeAttribute, parse_code};
use crate::errors::{Errors, error_at};

/// Calls `argument` for each of an attribute's arguments, which are separated
/// by commas; tells whether all were understood.
fn parse_arguments(
    attribute: &Attribute,
    form: &str,
    errors: &mut Errors,
    mut argument: impl FnMut(ParseStream) -> Result<()>,
) -> bool {
    let list = match &attribute.meta {
        Meta::List(list) if matches!(list.delimiter, MacroDelimiter::Paren(_)) => list,
        _ => {
            errors.push_at(&attribute.meta, format_args!("expected {form}"));
            return false;
        }
    };
    let mut understood = true;
    let parsed = list.parse_args_with(|input: ParseStream| {
        while !input.is_empty() {
            if let Err(error) = argument(input).and_then(|()| require_comma_or_end(input)) {
                errors.push(error);
                understood = false;
                skip_argument(input)?;
            }
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(())
    });
    if let Err(error) = parsed {
        errors.push(error);
        understood = false;
    }
    understood
}

fn require_comma_or_end(input: ParseStream) -> Result<()> {
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(());
    }
    Err(unexpected(input, "expected `,`"))
}

fn skip_argument(input: ParseStream) -> Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// An error under what is left of the argument, or where nothing is, under what
/// comes instead; without moving on.
fn unexpected(input: ParseStream, message: impl Display) -> Error {
    let rest = input.fork();
    let mut tokens = TokenStream::new();
    while !rest.is_empty() && !ends_code(&rest) {
        tokens.extend(rest.parse::<TokenTree>());
    }
    if tokens.is_empty() {
        tokens.extend(rest.parse::<TokenTree>());
    }
    if tokens.is_empty() { input.error(message) } else { error_at(tokens, message) }
}

/// Whether the next token is one that a code or a text can stand before.
fn ends_code(input: ParseStream) -> bool {
    input.is_empty() || input.peek(Token![,]) || input.peek(Token![|])
}

/// The tokens up to the next comma that separates arguments.
///
/// An expression holds other commas only between delimiters, which are token
/// groups, and in the generic arguments of a path: behind `::<`, or behind a
/// `<` that begins the expression.
fn parse_value(input: ParseStream, name: &Ident) -> Result<TokenStream> {
    let mut value = TokenStream::new();
    let mut angles = 0_usize;
    let mut may_open = true;
    while !input.is_empty() && (angles > 0 || !input.peek(Token![,])) {
        let token: TokenTree = input.parse()?;
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                '<' if may_open || angles > 0 => angles += 1,
                '>' if angles > 0 => angles -= 1,
                _ => {}
            }
            // Of `->` and `=>` the second half closes nothing.
            if matches!(punct.as_char(), '-' | '=')
                && punct.spacing() == Spacing::Joint
                && input.peek(Token![>])
            {
                value.extend([token]);
                value.extend([input.parse::<TokenTree>()?]);
                continue;
            }
            may_open = punct.as_char() == ':';
        } else {
            may_open = false;
        }
        value.extend([token]);
    }
    if value.is_empty() {
        return Err(error_at(name, format_args!("missing value: `{name} = VALUE`")));
    }
    Ok(value)
}
