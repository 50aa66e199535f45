//! `#[code(…)]` on a variant.

use std::mem;

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Error, Ident, Lit, Result, Token, parenthesized, token};

use crate::attr::literal::{self, CodeLiteral, IntegerLiteral, Text};
use crate::attr::value::Value;
use crate::attr::{
    CODE_FORM, MISSING_COMMA, begins_named_value, ends_code, is_end_of_code, parse_arguments,
    parse_value, take, unexpected,
};
use crate::discriminant::Discriminant;
use crate::errors::{Errors, Place, error_at};
use crate::suggestion::nearest;

/// The content of a `#[code(…)]`.
pub(crate) struct CodeAttribute<'a> {
    pub(crate) original: &'a Attribute,
    pub(crate) place: Place,
    pub(crate) codes: Vec<CodeLiteral>,
    /// Whether the first code is written as `_`.
    pub(crate) takes_discriminant: bool,
    /// `other` in place of the codes.
    pub(crate) other: Option<Ident>,
    pub(crate) texts: Vec<Text>,
    /// The words without a value after the code; they should be flags.
    pub(crate) words: Vec<Ident>,
    pub(crate) values: Vec<ColumnValue>,
    /// Those in `attr(…)`, for the variant of the enum of the codes.
    pub(crate) attributes: Vec<Attribute>,
    /// Whether an argument has a syntax error, so that it may be the one that
    /// seems to be missing.
    pub(crate) is_broken: bool,
}

impl CodeAttribute<'_> {
    /// Whether the variant is meant to keep the unlisted codes, even if `other` is
    /// in the wrong place.
    pub(crate) fn means_other(&self) -> bool {
        self.other.is_some()
            || self.has(Flag::Other)
            || self.values.iter().any(|each| Flag::of(&each.name) == Some(Flag::Other))
    }

    pub(crate) fn has(&self, flag: Flag) -> bool {
        self.words.iter().any(|word| Flag::of(word) == Some(flag))
    }

    /// The value of `kind = NAME`.
    pub(crate) fn kind(&self) -> Option<&Value> {
        self.values.iter().find(|each| each.name.unraw() == KIND).map(|each| &each.value)
    }

    /// The value of `retryable = true | false`.
    pub(crate) fn retryable(&self) -> Option<bool> {
        let given = self.values.iter().find(|each| each.name.unraw() == RETRYABLE);
        given.and_then(|each| each.value.as_bool())
    }

    /// Whether a positional argument is written with a key, and so is not missing.
    pub(crate) fn names_an_argument(&self) -> bool {
        self.values.iter().any(|each| ARGUMENTS.iter().any(|argument| each.name == argument))
    }
}

/// A word that needs no value in `#[code(…)]`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flag {
    Success,
    /// The vendor no longer lists the code.
    Retired,
    /// Takes the place of the code.
    Other,
}

impl Flag {
    pub(crate) const ALL: [Self; 3] = [Self::Success, Self::Retired, Self::Other];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Retired => "retired",
            Self::Other => "other",
        }
    }

    pub(crate) fn of(word: &Ident) -> Option<Self> {
        let word = word.unraw();
        Self::ALL.into_iter().find(|flag| word == flag.name())
    }
}

/// `NAME = VALUE` in `#[code(…)]`.
pub(crate) struct ColumnValue {
    pub(crate) name: Ident,
    pub(crate) value: Value,
}

/// The keys that are not columns.
pub(crate) const KIND: &str = "kind";
pub(crate) const RETRYABLE: &str = "retryable";
pub(crate) const ATTR: &str = "attr";
/// Those of them that take a value.
pub(crate) const KEYS: [&str; 2] = [KIND, RETRYABLE];

/// The arguments of `#[code(…)]` that are known by their position.
pub(crate) const ARGUMENTS: [&str; 3] = ["code", "message", "description"];

const ATTR_FORM: &str = "expected `attr(#[…])`";

pub(crate) fn parse<'a>(
    original: &'a Attribute,
    discriminant: &Discriminant,
    place: Place,
    errors: &mut Errors,
) -> CodeAttribute<'a> {
    let mut code = CodeAttribute {
        original,
        place,
        codes: Vec::new(),
        takes_discriminant: false,
        other: None,
        texts: Vec::new(),
        words: Vec::new(),
        values: Vec::new(),
        attributes: Vec::new(),
        is_broken: false,
    };
    let mut is_first = true;
    let all_parsed = parse_arguments(original, CODE_FORM, place, errors, |input| {
        if mem::take(&mut is_first) && !begins_named_value(input) {
            parse_code_or_other(input, discriminant, &mut code)
        } else {
            parse_argument(input, &mut code)
        }
    });
    if all_parsed && is_first {
        errors.push_at(place, &original.meta, format_args!("expected {CODE_FORM}"));
    }
    code.is_broken = !all_parsed || is_first;
    code
}

/// The first argument: `CODE | ALIAS | …`, or `other`.
fn parse_code_or_other(
    input: ParseStream,
    discriminant: &Discriminant,
    code: &mut CodeAttribute,
) -> Result<()> {
    let first = input.cursor().ident().and_then(|(word, _)| Flag::of(&word));
    if first.is_some_and(|flag| flag != Flag::Other) {
        return parse_argument(input, code);
    }
    loop {
        if let Some(literal) = take_code_literal(input)? {
            push_code(code, literal)?;
            if take(input, '|')? {
                continue;
            }
            return Ok(());
        }
        if let Some(other) = parse_other(input)? {
            return set_other(input, other, code);
        }
        let literal = match input.parse::<Option<Token![_]>>()? {
            Some(underscore) if code.codes.is_empty() => {
                code.takes_discriminant = true;
                CodeLiteral::Integer(discriminant.to_code(underscore)?)
            }
            Some(underscore) => return Err(error_at(underscore, "write `_` before the aliases")),
            None if !code.codes.is_empty() && ends_code(input) => {
                return Err(unexpected(input, "expected a code after `|`"));
            }
            None => parse_code_literal(input)?,
        };
        push_code(code, literal)?;
        if !take(input, '|')? {
            return Ok(());
        }
    }
}

/// Takes `other`, or a word that was meant to be it.
fn set_other(input: ParseStream, other: Ident, code: &mut CodeAttribute) -> Result<()> {
    code.other = Some(other.clone());
    if !code.codes.is_empty() || input.peek(Token![|]) {
        return Err(error_at(other, "`other` takes the place of the code; remove the code"));
    }
    if other != Flag::Other.name() {
        let message = format!("unknown code `{other}`; did you mean `other`?");
        return Err(error_at(other, message));
    }
    Ok(())
}

fn push_code(code: &mut CodeAttribute, literal: CodeLiteral) -> Result<()> {
    if code.codes.iter().any(|first| mem::discriminant(first) != mem::discriminant(&literal)) {
        let message = "the codes of a variant must be all integers or all strings; write a comma before a text";
        return Err(error_at(literal, message));
    }
    code.codes.push(literal);
    Ok(())
}

/// A literal without a sign, before `,`, `|` or the end: what nearly every code is.
fn take_code_literal(input: ParseStream) -> Result<Option<CodeLiteral>> {
    input.step(|cursor| {
        let literal = cursor.literal().filter(|(_, rest)| is_end_of_code(*rest));
        let literal = literal.and_then(|(token, rest)| Some((CodeLiteral::new(token)?, rest)));
        Ok(literal.map_or((None, *cursor), |(literal, rest)| (Some(literal), rest)))
    })
}

/// A string literal: what most arguments after the code are.
fn take_text(input: ParseStream) -> Result<Option<Text>> {
    input.step(|cursor| {
        let text = cursor.literal().and_then(|(token, rest)| Some((Text::new(&token)?, rest)));
        Ok(text.map_or((None, *cursor), |(text, rest)| (Some(text), rest)))
    })
}

/// `other`, or a misspelling of it.
fn parse_other(input: ParseStream) -> Result<Option<Ident>> {
    let word = input.fork().parse::<Ident>();
    let is_single = !input.peek2(Token![::]) && !input.peek2(Token![!]);
    let is_other =
        |word: Ident| nearest(&word.to_string().to_lowercase(), [Flag::Other.name()]).is_some();
    if is_single && word.is_ok_and(is_other) { input.parse().map(Some) } else { Ok(None) }
}

/// A literal before `,`, `|` or the end.
fn parse_code_literal(input: ParseStream) -> Result<CodeLiteral> {
    const KINDS: &str = "a code must be an integer or a string literal";
    let whole = input.fork();
    if input.peek(Ident::peek_any) && !input.peek(Lit) {
        let kind = if input.peek2(Token![::]) { "path" } else { "name" };
        return Err(unexpected(&whole, format_args!("{KINDS}, not a {kind}")));
    }
    if input.peek(Token![+]) {
        return Err(unexpected(&whole, "remove the `+`"));
    }
    let minus: Option<Token![-]> = input.parse()?;
    // syn reads `-5` as a literal.
    if !input.peek(Lit) || minus.is_some() && input.peek(Token![-]) {
        return Err(unexpected(&whole, KINDS));
    }
    let literal: Lit = input.parse()?;
    if input.peek(Lit) || input.peek(Ident::peek_any) {
        return Err(unexpected(input, MISSING_COMMA));
    }
    if !ends_code(input) {
        return Err(unexpected(&whole, format_args!("{KINDS}, not an expression")));
    }
    match literal {
        Lit::Int(literal) => Ok(CodeLiteral::Integer(IntegerLiteral { minus, literal })),
        literal => {
            let kind = literal::kind_of(&literal);
            Err(unexpected(&whole, format_args!("{KINDS}, not a {kind}")))
        }
    }
}

/// An argument after the code: a text, a flag, a column's value, or `attr(…)`.
fn parse_argument(input: ParseStream, code: &mut CodeAttribute) -> Result<()> {
    if let Some(text) = take_text(input)? {
        code.texts.push(text);
    } else if begins_named_value(input) {
        let name = input.call(Ident::parse_any)?;
        if name == ATTR {
            return Err(error_at(name, ATTR_FORM));
        }
        take(input, '=')?;
        let value = parse_value(input, &name)?;
        code.values.push(ColumnValue { name, value });
    } else if begins_attributes(input) {
        parse_attributes(input, code)?;
    } else if input.peek(Token![-]) || input.peek(Lit) {
        return Err(no_text(input, code)?);
    } else if input.peek(Ident::peek_any) && !input.peek2(Token![!]) && !input.peek2(Token![::]) {
        let whole = input.fork();
        let word = input.call(Ident::parse_any)?;
        let is_call = input.peek(token::Paren) && Flag::of(&word).is_none();
        if is_call || input.peek(Token![==]) || input.peek(Token![:]) {
            return Err(unexpected(&whole, format_args!("expected `{word} = VALUE`")));
        }
        code.words.push(word);
    } else {
        return Err(unexpected(
            input,
            "a text must be a string literal; write the text itself, in quotes",
        ));
    }
    Ok(())
}

fn begins_attributes(input: ParseStream) -> bool {
    let is_attr = |word: Ident| word == ATTR;
    input.peek2(token::Paren) && input.fork().parse().is_ok_and(is_attr)
}

/// `attr(#[…])`.
fn parse_attributes(input: ParseStream, code: &mut CodeAttribute) -> Result<()> {
    let word: Ident = input.parse()?;
    let content;
    parenthesized!(content in input);
    let attributes = content.call(Attribute::parse_outer);
    // syn would report what is left over as a second error.
    let rest: TokenStream = content.parse()?;
    match attributes {
        Ok(attributes) if !attributes.is_empty() && rest.is_empty() => {
            code.attributes.extend(attributes);
            Ok(())
        }
        _ => Err(error_at(word, ATTR_FORM)),
    }
}

/// The error of a literal that is not a text.
fn no_text(input: ParseStream, code: &CodeAttribute) -> Result<Error> {
    let whole = input.fork();
    input.parse::<Option<Token![-]>>()?;
    let message = match input.parse()? {
        Lit::Int(_) if matches!(code.codes[..], [CodeLiteral::Text(_)]) => {
            format!("the code comes before the texts: {CODE_FORM}")
        }
        Lit::Int(_) if !code.codes.is_empty() && code.texts.is_empty() => {
            "write further codes of a variant after the first: `CODE | ALIAS`".to_owned()
        }
        literal => format!("a text must be a string literal, not a {}", literal::kind_of(&literal)),
    };
    Ok(unexpected(&whole, message))
}
