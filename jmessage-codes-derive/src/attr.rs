//! The attributes `#[code(…)]` and `#[catalog(…)]`, token by token.
//!
//! A slip in one argument does not hide those in the next: each argument is
//! parsed by itself, and after an error the parser goes on behind the comma.

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{
    Attribute, Error, Ident, Lit, LitStr, MacroDelimiter, Meta, Path, Result, Token, Type,
    parenthesized,
};

use crate::code::{CodeLiteral, IntegerLiteral, IntegerType};
use crate::errors::{Errors, did_you_mean};

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
    /// Whether an argument could not be understood, so that nothing should be
    /// held against what the others seem to say.
    pub(crate) is_broken: bool,
    keys: Vec<Ident>,
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

pub(crate) const CODE_FORM: &str = "#[code(CODE, \"message\", \"description\")]";
const CATALOG_FORM: &str = "#[catalog(code = TYPE, …)]";
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
    code.is_broken = !parse_arguments(original, CODE_FORM, errors, |input| {
        if std::mem::take(&mut is_first) && !begins_named_value(input) {
            parse_code_or_other(input, &mut code)
        } else {
            parse_code_argument(input, &mut code)
        }
    });
    code
}

/// Reads one more `#[catalog(…)]` of the enum.
pub(crate) fn parse_catalog(
    original: &Attribute,
    catalog: &mut CatalogAttribute,
    errors: &mut Errors,
) {
    let understood = parse_arguments(original, CATALOG_FORM, errors, |input| {
        parse_catalog_argument(input, catalog)
    });
    catalog.is_broken |= !understood;
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
        Meta::List(list)
            if matches!(list.delimiter, MacroDelimiter::Paren(_)) && !list.tokens.is_empty() =>
        {
            list
        }
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

/// An error at the next token, without moving on.
fn unexpected(input: ParseStream, message: &str) -> Error {
    match input.fork().parse::<TokenTree>() {
        Ok(token) => Error::new_spanned(token, message),
        Err(_) => input.error(message),
    }
}

fn begins_named_value(input: ParseStream) -> bool {
    input.peek(Ident::peek_any) && input.peek2(Token![=]) && !input.peek2(Token![==])
}

/// The first argument: `CODE | ALIAS | …`, or `other`.
fn parse_code_or_other(input: ParseStream, code: &mut CodeAttribute) -> Result<()> {
    if input.peek(Ident) {
        let ident = input.fork().parse::<Ident>()?;
        if ident == "other" {
            code.other = Some(input.parse()?);
            if input.peek(Token![|]) {
                return Err(unexpected(input, "`other` stands alone, without a code"));
            }
            return Ok(());
        }
        if ident == "success" {
            return parse_code_argument(input, code);
        }
    }
    loop {
        code.codes.push(parse_code_literal(input)?);
        if input.parse::<Option<Token![|]>>()?.is_none() {
            break;
        }
    }
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(());
    }
    Err(unexpected(input, "a code is a single literal, or several with `|` between them"))
}

fn parse_code_literal(input: ParseStream) -> Result<CodeLiteral> {
    const KINDS: &str = "a code is an integer or a string literal";
    let minus: Option<Token![-]> = input.parse()?;
    if !input.peek(Lit) {
        let not = if input.peek(Ident::peek_any) { ", not a name" } else { "" };
        return Err(unexpected(input, &format!("{KINDS}{not}")));
    }
    match input.parse()? {
        Lit::Int(literal) => Ok(CodeLiteral::Integer(IntegerLiteral { minus, literal })),
        Lit::Str(literal) if minus.is_none() => Ok(CodeLiteral::Text(literal)),
        literal => {
            let kind = literal_kind(&literal);
            let tokens = Signed { minus, literal };
            Err(Error::new_spanned(tokens, format_args!("{KINDS}, not a {kind}")))
        }
    }
}

struct Signed {
    minus: Option<Token![-]>,
    literal: Lit,
}

impl ToTokens for Signed {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.minus.to_tokens(tokens);
        self.literal.to_tokens(tokens);
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
        code.texts.push(parse_text(input, &code.codes)?);
    } else if input.peek(Ident::peek_any) && !input.peek2(Token![!]) && !input.peek2(Token![::]) {
        code.flags.push(input.call(Ident::parse_any)?);
    } else {
        return Err(unexpected(input, "a text is a string literal"));
    }
    Ok(())
}

fn parse_text(input: ParseStream, codes: &[CodeLiteral]) -> Result<LitStr> {
    let minus: Option<Token![-]> = input.parse()?;
    let literal: Lit = input.parse()?;
    let message = match literal {
        Lit::Str(text) if minus.is_none() => return Ok(text),
        Lit::Int(_) if matches!(codes, [CodeLiteral::Text(_)]) => {
            format!("the code comes before the texts: {CODE_FORM}")
        }
        Lit::Int(_) if !codes.is_empty() => {
            "a further code of the same variant is written behind the first: `CODE | ALIAS`".into()
        }
        _ => format!("a text is a string literal, not a {}", literal_kind(&literal)),
    };
    Err(Error::new_spanned(Signed { minus, literal }, message))
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
        return Err(unexpected(input, &format!("expected a key, as in {CATALOG_FORM}")));
    }
    let key = input.call(Ident::parse_any)?;
    let name = key.to_string();
    if name != "column" {
        if catalog.keys.contains(&key) {
            skip_argument(input)?;
            return Err(Error::new_spanned(&key, format_args!("`{key}` twice in #[catalog]")));
        }
        catalog.keys.push(key.clone());
    }
    match name.as_str() {
        "code" => catalog.code = Some(parse_code_type(input, &key)?),
        "range" => catalog.range = Some(parse_range(input, &key)?),
        "crate" => catalog.facade = Some(parse_facade(input, &key)?),
        "serde" => catalog.serde = Some(key),
        "column" => catalog.columns.push(parse_column(input, &key)?),
        _ => {
            let hint = did_you_mean(&name, CATALOG_KEYS);
            let message = format!("unknown key `{name}` in #[catalog]{hint}");
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

fn parse_code_type(input: ParseStream, key: &Ident) -> Result<IntegerType> {
    const FORM: &str = "expected a primitive integer type, as in `code = i32`";
    require_equals(input, key, "code = TYPE")?;
    if input.peek(Lit) {
        return Err(unexpected(input, FORM));
    }
    let ty: Type = input.parse()?;
    let integer = type_name(&ty).and_then(IntegerType::from_name);
    integer.ok_or_else(|| Error::new_spanned(ty, FORM))
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
    let first = parse_bound(input)?;
    if input.parse::<Option<Token![..=]>>()?.is_none() {
        return Err(unexpected(input, &format!("expected `{FORM}`, with both ends inside")));
    }
    let last = parse_bound(input)?;
    Ok(Range { first, last })
}

fn parse_bound(input: ParseStream) -> Result<IntegerLiteral> {
    let is_number = |literal: &CodeLiteral| matches!(literal, CodeLiteral::Integer(_));
    match parse_code_literal(&input.fork()) {
        Ok(literal) if is_number(&literal) => {}
        _ => return Err(unexpected(input, "an end of a range is an integer literal")),
    }
    let minus = input.parse()?;
    let literal = input.parse()?;
    Ok(IntegerLiteral { minus, literal })
}

fn parse_facade(input: ParseStream, key: &Ident) -> Result<Path> {
    require_equals(input, key, "crate = PATH")?;
    if input.peek(Lit) {
        return Err(unexpected(input, "expected a path, as in `crate = acme::codes`"));
    }
    input.call(Path::parse_mod_style)
}

fn parse_column(input: ParseStream, key: &Ident) -> Result<Column> {
    const FORM: &str = "column(NAME: TYPE = DEFAULT)";
    if !input.peek(syn::token::Paren) {
        return Err(Error::new_spanned(key, format_args!("expected `{FORM}`")));
    }
    let content;
    parenthesized!(content in input);
    let attributes = content.call(Attribute::parse_outer)?;
    if !content.peek(Ident) || !content.peek2(Token![:]) {
        let message = format!("expected `{FORM}`");
        return Err(if content.is_empty() {
            Error::new_spanned(key, message)
        } else {
            unexpected(&content, &message)
        });
    }
    let name: Ident = content.parse()?;
    content.parse::<Token![:]>()?;
    let ty: Type = content.parse()?;
    let default = match content.parse::<Option<Token![=]>>()? {
        Some(_) => Some(content.parse::<TokenStream>()?),
        None if content.is_empty() => None,
        None => return Err(unexpected(&content, &format!("expected `{FORM}`"))),
    };
    Ok(Column { attributes, name, ty, default })
}
