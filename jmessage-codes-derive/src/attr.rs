//! The attributes `#[code(…)]` and `#[catalog(…)]`, token by token.
//!
//! A slip in one argument does not hide those in the next: each argument is
//! parsed by itself, and after an error the parser goes on behind the comma.

use std::fmt::Display;

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{
    Attribute, Error, Ident, Lifetime, Lit, LitStr, MacroDelimiter, Meta, Path, Result, Token,
    Type, parenthesized, token,
};

use crate::code::{CodeLiteral, IntegerLiteral, IntegerType};
use crate::errors::{Errors, did_you_mean, nearest};

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

/// What `#[catalog(…)]` says of the enum.
#[derive(Default)]
pub(crate) struct CatalogAttribute {
    pub(crate) code: Option<IntegerType>,
    pub(crate) range: Option<Range>,
    pub(crate) facade: Option<Path>,
    pub(crate) serde: Option<Ident>,
    pub(crate) columns: Vec<Column>,
    keys: Vec<Ident>,
    unclear: Vec<&'static str>,
}

impl CatalogAttribute {
    /// Whether what a key says could not be understood, so that nothing should
    /// be held against it.
    pub(crate) fn is_unclear(&self, key: &str) -> bool {
        self.unclear.contains(&key)
    }
}

/// `range = FIRST..=LAST`.
pub(crate) struct Range {
    pub(crate) first: IntegerLiteral,
    pub(crate) last: IntegerLiteral,
}

/// What an error about the range stands under.
impl ToTokens for Range {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.first.to_tokens(tokens);
        self.last.to_tokens(tokens);
    }
}

/// `column(NAME: TYPE = DEFAULT)`, with attributes before the name.
pub(crate) struct Column {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) ty: Type,
    pub(crate) default: Option<TokenStream>,
}

/// What stands in `#[code(…)]` by its place.
pub(crate) const ARGUMENTS: [&str; 3] = ["code", "message", "description"];

pub(crate) const CODE_FORM: &str = "#[code(CODE, \"message\", \"description\")]";
const CATALOG_FORM: &str = "#[catalog(code = TYPE, …)]";
const COLUMN_FORM: &str = "column(NAME: TYPE = DEFAULT)";
const CATALOG_KEYS: [&str; 5] = ["code", "range", "crate", "serde", "column"];

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

/// Reads one more `#[catalog(…)]` of the enum.
pub(crate) fn parse_catalog(
    original: &Attribute,
    catalog: &mut CatalogAttribute,
    errors: &mut Errors,
) {
    parse_arguments(original, CATALOG_FORM, errors, |input| {
        let key = input.fork().call(Ident::parse_any);
        parse_catalog_argument(input, catalog).inspect_err(|_| {
            let key = key.ok().and_then(|key| nearest(&key.to_string(), CATALOG_KEYS));
            catalog.unclear.extend(key);
        })
    });
}

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
    if tokens.is_empty() { input.error(message) } else { Error::new_spanned(tokens, message) }
}

/// Whether the next token is one that a code or a text can stand before.
fn ends_code(input: ParseStream) -> bool {
    input.is_empty() || input.peek(Token![,]) || input.peek(Token![|])
}

fn begins_named_value(input: ParseStream) -> bool {
    input.peek(Ident::peek_any) && input.peek2(Token![=]) && !input.peek2(Token![==])
}

/// The first argument: `CODE | ALIAS | …`, or `other`.
fn parse_code_or_other(input: ParseStream, code: &mut CodeAttribute) -> Result<()> {
    if input.peek(Ident) && input.fork().parse::<Ident>()? == "success" {
        return parse_code_argument(input, code);
    }
    loop {
        if input.peek(Ident) && input.fork().parse::<Ident>()? == "other" {
            code.other = Some(input.parse()?);
            if !code.codes.is_empty() || input.peek(Token![|]) {
                return Err(Error::new_spanned(
                    &code.other,
                    "`other` stands alone, without a code",
                ));
            }
            return Ok(());
        }
        code.codes.push(parse_code_literal(input)?);
        if input.parse::<Option<Token![|]>>()?.is_none() {
            return Ok(());
        }
    }
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
        code.flags.push(input.call(Ident::parse_any)?);
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
        return Err(Error::new_spanned(name, format_args!("missing value: `{name} = VALUE`")));
    }
    Ok(value)
}

fn parse_catalog_argument(input: ParseStream, catalog: &mut CatalogAttribute) -> Result<()> {
    if !input.peek(Ident::peek_any) {
        return Err(unexpected(input, format_args!("expected a key, as in {CATALOG_FORM}")));
    }
    let key = input.call(Ident::parse_any)?;
    let name = key.to_string();
    if name != "column" && catalog.keys.contains(&key) {
        return Err(Error::new_spanned(&key, format_args!("`{key}` twice in #[catalog]")));
    }
    catalog.keys.push(key.clone());
    match name.as_str() {
        "code" => parse_code_type(input, &key, &mut catalog.code)?,
        "range" => catalog.range = Some(parse_range(input, &key)?),
        "crate" => catalog.facade = Some(parse_facade(input, &key)?),
        "serde" if input.peek(Token![=]) || input.peek(token::Paren) => {
            return Err(Error::new_spanned(key, "`serde` takes no value"));
        }
        "serde" => catalog.serde = Some(key),
        "column" => catalog.columns.push(parse_column(input, &key)?),
        _ => {
            catalog.keys.pop();
            let hint = did_you_mean(&name, CATALOG_KEYS)
                .unwrap_or_else(|| format!("the keys are {}", CATALOG_KEYS.join(", ")));
            let message = format!("unknown key `{name}` in #[catalog]; {hint}");
            return Err(Error::new_spanned(key, message));
        }
    }
    Ok(())
}

fn require_equals(input: ParseStream, key: &Ident, form: &str) -> Result<()> {
    if input.parse::<Option<Token![=]>>()?.is_none() || input.is_empty() {
        return Err(Error::new_spanned(key, format_args!("expected `{form}`")));
    }
    Ok(())
}

/// Where the type is none, the nearest one serves beside the error.
fn parse_code_type(
    input: ParseStream,
    key: &Ident,
    code_type: &mut Option<IntegerType>,
) -> Result<()> {
    require_equals(input, key, "code = TYPE")?;
    let whole = input.fork();
    let ty = if input.peek(Lit) { None } else { input.parse::<Type>().ok() };
    let name = ty.as_ref().and_then(type_name).map(Ident::to_string).unwrap_or_default();
    *code_type = nearest(&name, IntegerType::names()).and_then(IntegerType::from_name);
    if code_type.is_some_and(|integer| integer.name() == name) {
        return Ok(());
    }
    let hint = did_you_mean(&name, IntegerType::names())
        .unwrap_or_else(|| "codes that are strings need none".to_owned());
    let message = format!("expected a primitive integer type, as in `code = i32`; {hint}");
    Err(unexpected(&whole, message))
}

/// The last name of a path, seen through the groups that a `macro_rules` puts
/// around what it passes on.
pub(crate) fn type_name(ty: &Type) -> Option<&Ident> {
    match ty {
        Type::Group(group) => type_name(&group.elem),
        Type::Paren(paren) => type_name(&paren.elem),
        Type::Path(path) => path.path.segments.last().map(|segment| &segment.ident),
        _ => None,
    }
}

fn parse_range(input: ParseStream, key: &Ident) -> Result<Range> {
    const FORM: &str = "range = FIRST..=LAST";
    require_equals(input, key, FORM)?;
    let whole = input.fork();
    parse_ends(input).map_err(|_| {
        unexpected(&whole, format_args!("expected `{FORM}`, two integer literals, both inside"))
    })
}

fn parse_ends(input: ParseStream) -> Result<Range> {
    let first = parse_integer(input)?;
    input.parse::<Token![..=]>()?;
    let last = parse_integer(input)?;
    Ok(Range { first, last })
}

fn parse_integer(input: ParseStream) -> Result<IntegerLiteral> {
    Ok(IntegerLiteral { minus: input.parse()?, literal: input.parse()? })
}

fn parse_facade(input: ParseStream, key: &Ident) -> Result<Path> {
    require_equals(input, key, "crate = PATH")?;
    let whole = input.fork();
    input
        .call(Path::parse_mod_style)
        .map_err(|_| unexpected(&whole, "expected a path, as in `crate = acme::codes`"))
}

fn parse_column(input: ParseStream, key: &Ident) -> Result<Column> {
    if !input.peek(token::Paren) {
        return Err(Error::new_spanned(key, format_args!("expected `{COLUMN_FORM}`")));
    }
    let content;
    parenthesized!(content in input);
    if content.is_empty() {
        return Err(Error::new_spanned(key, format_args!("expected `{COLUMN_FORM}`")));
    }
    let column = parse_column_content(&content);
    // What an error left over would be another one to syn.
    content.parse::<TokenStream>()?;
    column
}

fn parse_column_content(input: ParseStream) -> Result<Column> {
    let attributes = input.call(Attribute::parse_outer)?;
    let whole = input.fork();
    let form = |_| unexpected(&whole, format_args!("expected `{COLUMN_FORM}`"));
    let name: Ident = input.parse().map_err(form)?;
    input.parse::<Token![:]>().map_err(form)?;
    let mut ty: Type = input.parse().map_err(form)?;
    name_lifetime(&mut ty);
    let default = if ends_code(input) {
        None
    } else {
        input.parse::<Token![=]>().map_err(form)?;
        Some(parse_value(input, &name)?)
    };
    input.parse::<Option<Token![,]>>()?;
    if input.is_empty() {
        return Ok(Column { attributes, name, ty, default });
    }
    Err(unexpected(input, "each column stands in a `column(…)` of its own"))
}

/// A column's values are constants, so `&str` can only mean `&'static str`.
fn name_lifetime(ty: &mut Type) {
    match ty {
        Type::Group(group) => name_lifetime(&mut group.elem),
        Type::Reference(reference) => {
            let span = reference.and_token.span;
            reference.lifetime.get_or_insert_with(|| Lifetime::new("'static", span));
        }
        _ => {}
    }
}
