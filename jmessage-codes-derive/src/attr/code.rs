//! `#[code(…)]` on a variant.

use std::mem::discriminant;

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Ident, Lit, LitStr, Result, Token};

use super::{begins_named_value, ends_code, parse_arguments, parse_value, unexpected};
use crate::code::{CodeLiteral, IntegerLiteral};
use crate::errors::{Errors, error_at, nearest};

/// What `#[code(…)]` says of a variant.
pub(crate) struct CodeAttribute<'a> {
    pub(crate) original: &'a Attribute,
    pub(crate) codes: Vec<CodeLiteral>,
    pub(crate) other: Option<Ident>,
    pub(crate) texts: Vec<LitStr>,
    pub(crate) flags: Vec<Ident>,
    pub(crate) values: Vec<ColumnValue>,
    /// Whether an argument could not be understood, so that what seems to be
    /// missing may be just that argument.
    pub(crate) is_broken: bool,
}

impl CodeAttribute<'_> {
    /// Whether the variant is to keep the unlisted codes, be it said rightly or
    /// in the wrong place.
    pub(crate) fn means_other(&self) -> bool {
        self.other.is_some()
            || self.flags.iter().any(|flag| flag == "other")
            || self.values.iter().any(|each| each.name == "other")
    }

    /// Whether a key stands where there are none, so that what seems to be
    /// missing is behind it.
    pub(crate) fn names_an_argument(&self) -> bool {
        self.values.iter().any(|each| ARGUMENTS.iter().any(|argument| each.name == argument))
    }
}

/// `NAME = VALUE` in `#[code(…)]`.
pub(crate) struct ColumnValue {
    pub(crate) name: Ident,
    pub(crate) value: TokenStream,
}

/// What stands in `#[code(…)]` by its place.
pub(crate) const ARGUMENTS: [&str; 3] = ["code", "message", "description"];

pub(crate) const CODE_FORM: &str = "#[code(CODE, \"message\", \"description\")]";

/// Reads a `#[code(…)]`.
pub(crate) fn parse_code<'a>(original: &'a Attribute, errors: &mut Errors) -> CodeAttribute<'a> {
    let mut code = CodeAttribute {
        original,
        codes: Vec::new(),
        other: None,
        texts: Vec::new(),
        flags: Vec::new(),
        values: Vec::new(),
        is_broken: false,
    };
    let mut is_first = true;
    let understood = parse_arguments(original, CODE_FORM, errors, |input| {
        if std::mem::take(&mut is_first) && !begins_named_value(input) {
            parse_code_or_other(input, &mut code)
        } else {
            parse_code_argument(input, &mut code)
        }
    });
    if understood && is_first {
        errors.push_at(&original.meta, format_args!("expected {CODE_FORM}"));
    }
    code.is_broken = !understood || is_first;
    code
}

/// The first argument: `CODE | ALIAS | …`, or `other`.
fn parse_code_or_other(input: ParseStream, code: &mut CodeAttribute) -> Result<()> {
    if input.peek(Ident) && input.fork().parse::<Ident>()? == "success" {
        return parse_code_argument(input, code);
    }
    loop {
        if let Some(other) = parse_other(input)? {
            code.other = Some(other.clone());
            if !code.codes.is_empty() || input.peek(Token![|]) {
                return Err(error_at(other, "`other` stands alone, without a code"));
            }
            if other != "other" {
                let message = format!("unknown code `{other}`; did you mean `other`?");
                return Err(error_at(other, message));
            }
            return Ok(());
        }
        let literal = parse_code_literal(input)?;
        if code.codes.iter().any(|first| discriminant(first) != discriminant(&literal)) {
            let message = "the codes of a variant are of one kind; a text comes behind a comma";
            return Err(error_at(literal, message));
        }
        code.codes.push(literal);
        if input.parse::<Option<Token![|]>>()?.is_none() {
            return Ok(());
        }
    }
}

/// `other`, or a word that may have been meant to be it.
fn parse_other(input: ParseStream) -> Result<Option<Ident>> {
    let word = input.fork().parse::<Ident>();
    let stands_alone = !input.peek2(Token![::]) && !input.peek2(Token![!]);
    let is_other = |word: Ident| nearest(&word.to_string().to_lowercase(), ["other"]).is_some();
    if stands_alone && word.is_ok_and(is_other) { input.parse().map(Some) } else { Ok(None) }
}

/// A literal that nothing but `,` or `|` follows.
fn parse_code_literal(input: ParseStream) -> Result<CodeLiteral> {
    const KINDS: &str = "a code is an integer or a string literal";
    let whole = input.fork();
    if input.peek(Ident::peek_any) && !input.peek(Lit) {
        let kind = if input.peek2(Token![::]) { "path" } else { "name" };
        return Err(unexpected(&whole, format_args!("{KINDS}, not a {kind}")));
    }
    let minus: Option<Token![-]> = input.parse()?;
    if !input.peek(Lit) {
        return Err(unexpected(&whole, KINDS));
    }
    let literal: Lit = input.parse()?;
    if input.peek(Lit) || input.peek(Ident::peek_any) {
        return Err(unexpected(input, "expected `,`"));
    }
    if !ends_code(input) {
        return Err(unexpected(&whole, format_args!("{KINDS}, not an expression")));
    }
    match literal {
        Lit::Int(literal) => Ok(CodeLiteral::Integer(IntegerLiteral { minus, literal })),
        Lit::Str(literal) if minus.is_none() => Ok(CodeLiteral::Text(literal)),
        literal => {
            let kind = literal_kind(&literal);
            Err(unexpected(&whole, format_args!("{KINDS}, not a {kind}")))
        }
    }
}

fn literal_kind(literal: &Lit) -> &'static str {
    match literal {
        Lit::Str(_) => "string with a sign",
        Lit::ByteStr(_) => "byte string",
        Lit::CStr(_) => "C string",
        Lit::Byte(_) => "byte",
        Lit::Char(_) => "char",
        Lit::Int(_) => "number",
        Lit::Float(_) => "float",
        Lit::Bool(_) => "bool",
        _ => "literal of another kind",
    }
}

/// Any later argument: a text, a flag, or a column's value.
fn parse_code_argument(input: ParseStream, code: &mut CodeAttribute) -> Result<()> {
    if begins_named_value(input) {
        let name = input.call(Ident::parse_any)?;
        input.parse::<Token![=]>()?;
        let value = parse_value(input, &name)?;
        code.values.push(ColumnValue { name, value });
    } else if input.peek(Token![-]) || input.peek(Lit) {
        let text = parse_text(input, code)?;
        code.texts.push(text);
    } else if input.peek(Ident::peek_any) && !input.peek2(Token![!]) && !input.peek2(Token![::]) {
        let whole = input.fork();
        let flag = input.call(Ident::parse_any)?;
        if input.peek(Token![==]) || input.peek(Token![:]) {
            return Err(unexpected(&whole, format_args!("expected `{flag} = VALUE`")));
        }
        code.flags.push(flag);
    } else {
        return Err(unexpected(input, "a text is a string literal; write the text itself"));
    }
    Ok(())
}

fn parse_text(input: ParseStream, code: &CodeAttribute) -> Result<LitStr> {
    let whole = input.fork();
    let minus: Option<Token![-]> = input.parse()?;
    let message = match input.parse()? {
        Lit::Str(text) if minus.is_none() => return Ok(text),
        Lit::Int(_) if matches!(code.codes[..], [CodeLiteral::Text(_)]) => {
            format!("the code comes before the texts: {CODE_FORM}")
        }
        Lit::Int(_) if !code.codes.is_empty() && code.texts.is_empty() => {
            "a further code of the same variant is written behind the first: `CODE | ALIAS`".into()
        }
        literal => format!("a text is a string literal, not a {}", literal_kind(&literal)),
    };
    Err(unexpected(&whole, message))
}
