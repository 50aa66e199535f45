//! The attributes `#[code(…)]` and `#[catalog(…)]`, token by token.
//!
//! A mistake in one argument does not hide those in the next: each argument is
//! parsed on its own, and after an error the parser continues after the comma.
//! This file has what both attributes share.

pub(crate) mod catalog;
pub(crate) mod code;
pub(crate) mod doc_comment;
pub(crate) mod literal;
pub(crate) mod value;

use std::fmt::Display;

use proc_macro2::{Spacing, TokenStream, TokenTree};
use syn::buffer::Cursor;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Error, Ident, Lifetime, MacroDelimiter, Meta, Result, Token, parse2};

use crate::attr::value::Value;
use crate::errors::{Errors, Place, error_at};
use crate::names::{COLUMN_PREFIX, is_keyword, mentions};

/// The form of `#[code(…)]`, as errors show it.
pub(crate) const CODE_FORM: &str = "#[code(CODE, \"message\", \"description\")]";

/// Calls `argument` for each of an attribute's arguments, which are separated by
/// commas. Returns whether all of them parsed.
fn parse_arguments(
    attribute: &Attribute,
    form: &str,
    place: Place,
    errors: &mut Errors,
    mut argument: impl FnMut(ParseStream) -> Result<()>,
) -> bool {
    let list = match &attribute.meta {
        Meta::List(list) if matches!(list.delimiter, MacroDelimiter::Paren(_)) => list,
        _ => {
            errors.push_at(place, &attribute.meta, format_args!("expected {form}"));
            return false;
        }
    };
    let mut all_parsed = true;
    let parsed = list.parse_args_with(|input: ParseStream| {
        while !input.is_empty() {
            if let Err(error) = argument(input).and_then(|()| require_comma_or_end(input)) {
                errors.push(place, error);
                all_parsed = false;
                skip_argument(input)?;
            }
            take(input, ',')?;
        }
        Ok(())
    });
    if let Err(error) = parsed {
        errors.push(place, error);
        all_parsed = false;
    }
    all_parsed
}

const MISSING_COMMA: &str = "expected `,`; write a comma between the arguments";

fn require_comma_or_end(input: ParseStream) -> Result<()> {
    let cursor = input.cursor();
    if cursor.eof() || is_punct(cursor, ",") {
        return Ok(());
    }
    let is_call = input.peek(syn::token::Paren);
    Err(unexpected(input, if is_call { "remove the parentheses" } else { MISSING_COMMA }))
}

/// Whether one of these characters comes next.
fn is_punct(cursor: Cursor, characters: &str) -> bool {
    cursor.punct().is_some_and(|(punct, _)| characters.contains(punct.as_char()))
}

/// Takes a character if it comes next.
fn take(input: ParseStream, character: char) -> Result<bool> {
    input.step(|cursor| match cursor.punct() {
        Some((punct, rest)) if punct.as_char() == character => Ok((true, rest)),
        _ => Ok((false, *cursor)),
    })
}

fn skip_argument(input: ParseStream) -> Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// An error that underlines the rest of the argument, or the next token if there
/// is no rest. Consumes nothing.
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

/// Whether a code or a text ends before the next token.
fn ends_code(input: ParseStream) -> bool {
    is_end_of_code(input.cursor())
}

fn is_end_of_code(cursor: Cursor) -> bool {
    cursor.eof() || is_punct(cursor, ",|")
}

/// The value of a column: what comes before the next comma that separates arguments.
fn parse_value(input: ParseStream, name: &Ident) -> Result<Value> {
    // Most values are a literal.
    let literal = input.step(|cursor| {
        let literal = cursor.literal().filter(|(_, rest)| rest.eof() || is_punct(*rest, ","));
        Ok(literal.map_or((None, *cursor), |(literal, rest)| (Some(literal), rest)))
    })?;
    match literal {
        Some(literal) => Ok(Value::of_literal(&literal)),
        None => parse_expression(input, name).map(Value::new),
    }
}

/// The tokens before that comma.
///
/// Not every comma separates arguments: one between delimiters is inside a token group, and
/// generic arguments and closure parameters have commas too. Those come after a
/// `<` or a `|` where an operand begins.
fn parse_expression(input: ParseStream, name: &Ident) -> Result<TokenStream> {
    let mut value = TokenStream::new();
    let mut angles = 0_usize;
    let mut in_parameters = false;
    let mut begins_operand = true;
    while !input.is_empty() && (angles > 0 || in_parameters || !input.peek(Token![,])) {
        if angles == 0 && !begins_operand && begins_named_value(input) {
            return Err(error_at(input.parse::<Ident>()?, MISSING_COMMA));
        }
        let token: TokenTree = input.parse()?;
        let Some(character) = punct(&token) else {
            begins_operand = is_operator_word(&token);
            value.extend([token]);
            continue;
        };
        // The second half of `->` and `=>` closes nothing, and that of `a || b` opens nothing.
        let is_arrow = "-=".contains(character) && input.peek(Token![>]);
        let is_or = character == '|' && !begins_operand && !in_parameters && input.peek(Token![|]);
        let is_half = is_joint(&token) && (is_arrow || is_or);
        match character {
            '<' if begins_operand || angles > 0 => angles += 1,
            '>' if angles > 0 => angles -= 1,
            '|' if in_parameters => in_parameters = false,
            '|' if begins_operand => in_parameters = true,
            _ => {}
        }
        begins_operand = !"<>.?'".contains(character) || is_half;
        value.extend([token]);
        if is_half {
            value.extend(input.parse::<TokenTree>());
        }
    }
    if value.is_empty() {
        return Err(error_at(name, format_args!("missing value; write `{name} = VALUE`")));
    }
    refuse_names(&value)?;
    Ok(value)
}

/// Refuses a value that is a keyword or a lifetime, since rustc would report generated code, and
/// a value that uses generated names.
fn refuse_names(value: &TokenStream) -> Result<()> {
    let is_generated = |ident: &Ident| ident.to_string().starts_with(COLUMN_PREFIX);
    if mentions(value.clone(), &is_generated) {
        let message = format!(
            "names that begin with `{COLUMN_PREFIX}` are reserved for the derive; rename it"
        );
        return Err(error_at(value, message));
    }
    if parse2::<Lifetime>(value.clone()).is_ok() {
        return Err(error_at(value, "a lifetime is not a value"));
    }
    match Ident::parse_any.parse2(value.clone()) {
        Ok(word) if is_keyword(&word) => {
            let message =
                format!("`{word}` is a keyword, not a value; if it is a text, write \"{word}\"");
            Err(error_at(&word, message))
        }
        _ => Ok(()),
    }
}

fn begins_named_value(input: ParseStream) -> bool {
    input.peek(Ident::peek_any)
        && input.peek2(Token![=])
        && !input.peek2(Token![==])
        && !input.peek2(Token![=>])
}

fn punct(token: &TokenTree) -> Option<char> {
    match token {
        TokenTree::Punct(punct) => Some(punct.as_char()),
        _ => None,
    }
}

fn is_joint(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint)
}

/// Whether an operand or a pattern follows the word.
fn is_operator_word(token: &TokenTree) -> bool {
    const WORDS: [&str; 8] = ["as", "else", "if", "in", "let", "match", "move", "return"];
    matches!(token, TokenTree::Ident(ident) if WORDS.iter().any(|word| ident == word))
}
