//! `#[catalog(…)]` on the enum.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Error, GenericArgument, Ident, Lifetime, Lit, LitStr, Path, PathArguments,
    PathSegment, Result, Token, Type, parenthesized, token,
};

use crate::attr::literal::IntegerLiteral;
use crate::attr::value::Value;
use crate::attr::{ends_code, parse_arguments, parse_value, unexpected};
use crate::errors::{Errors, Place, error_at};
use crate::integer::IntegerType;
use crate::names::is_keyword_somewhere;
use crate::suggestion::{did_you_mean, nearest};
use crate::url::UrlTemplate;

/// The content of all `#[catalog(…)]` attributes of the enum.
#[derive(Default)]
pub(crate) struct CatalogAttribute {
    pub(crate) code: Option<IntegerType>,
    pub(crate) range: Option<Range>,
    pub(crate) facade: Option<Path>,
    pub(crate) code_enum: Option<CodeEnum>,
    pub(crate) url: Option<UrlTemplate>,
    pub(crate) serde: Option<Serde>,
    pub(crate) schemars: Option<Ident>,
    pub(crate) utoipa: Option<Ident>,
    pub(crate) hex: Option<Ident>,
    /// The impls and methods in `skip(…)`.
    pub(crate) skipped: Vec<Ident>,
    pub(crate) columns: Vec<Column>,
    /// The names of columns with a syntax error.
    pub(crate) broken_columns: Vec<Ident>,
    keys: Vec<Ident>,
    /// The keys with an error.
    unclear: Vec<&'static str>,
}

impl CatalogAttribute {
    /// Whether the key's argument has an error, so that nothing should be checked
    /// against it.
    pub(crate) fn is_unclear(&self, key: &str) -> bool {
        self.unclear.contains(&key)
    }
}

/// `range = FIRST..=LAST`.
pub(crate) struct Range {
    pub(crate) first: IntegerLiteral,
    pub(crate) last: IntegerLiteral,
}

/// What an error about the range underlines.
impl ToTokens for Range {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.first.to_tokens(tokens);
        self.last.to_tokens(tokens);
    }
}

/// `code_enum = NAME` or `code_enum(NAME)`, with any attributes before the name: the enum
/// of the codes of variants that have data.
pub(crate) struct CodeEnum {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) name: Ident,
}

/// `serde`, `serde(number)` or `serde(string)`.
pub(crate) struct Serde {
    pub(crate) key: Ident,
    pub(crate) form: Option<Ident>,
}

pub(crate) const NUMBER: &str = "number";
pub(crate) const STRING: &str = "string";

/// `column(NAME: TYPE = DEFAULT)`, with any attributes before the name.
pub(crate) struct Column {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) ty: Type,
    /// Empty if it has an error.
    pub(crate) default: Option<Value>,
}

const CATALOG_FORM: &str = "#[catalog(code = TYPE, …)]";
const COLUMN_FORM: &str = "column(NAME: TYPE = DEFAULT)";
const SKIP_FORM: &str = "skip(NAME, …)";
const CATALOG_KEYS: [&str; 11] = [
    "code",
    "range",
    "hex",
    "crate",
    "code_enum",
    "url",
    "serde",
    "schemars",
    "utoipa",
    "skip",
    "column",
];

/// Adds the content of one `#[catalog(…)]`.
pub(crate) fn parse(original: &Attribute, catalog: &mut CatalogAttribute, errors: &mut Errors) {
    parse_arguments(original, CATALOG_FORM, Place::Enum, errors, |input| {
        let key = input.fork().call(Ident::parse_any);
        parse_argument(input, catalog).inspect_err(|_| {
            let key = key.ok().and_then(|key| nearest(&key.to_string(), CATALOG_KEYS));
            catalog.unclear.extend(key);
        })
    });
}

fn parse_argument(input: ParseStream, catalog: &mut CatalogAttribute) -> Result<()> {
    if !input.peek(Ident::peek_any) {
        return Err(unexpected(input, format_args!("expected a key, as in {CATALOG_FORM}")));
    }
    let key = input.call(Ident::parse_any)?;
    let name = key.to_string();
    if name != "column" && catalog.keys.contains(&key) {
        let advice =
            if name == "skip" { "write all names in one `skip(…)`" } else { "remove one" };
        return Err(error_at(&key, format_args!("duplicate `{key}` in #[catalog]; {advice}")));
    }
    catalog.keys.push(key.clone());
    match name.as_str() {
        "code" => parse_code_type(input, &key, &mut catalog.code)?,
        "range" => catalog.range = Some(parse_range(input, &key)?),
        "crate" => catalog.facade = Some(parse_facade(input, &key)?),
        "code_enum" => catalog.code_enum = Some(parse_code_enum(input, &key)?),
        "url" => {
            // Set even if the text has an error, so that uses of the method cause no further ones.
            let template = catalog.url.insert(UrlTemplate { parts: Vec::new() });
            *template = parse_url(input, &key)?;
        }
        "serde" => catalog.serde = Some(parse_serde(input, key)?),
        "hex" | "schemars" | "utoipa" if input.peek(Token![=]) || input.peek(token::Paren) => {
            let message = format!("`{name}` takes no value; write `{name}`");
            return Err(error_at(key, message));
        }
        "hex" => catalog.hex = Some(key),
        "schemars" => catalog.schemars = Some(key),
        "utoipa" => catalog.utoipa = Some(key),
        "skip" => catalog.skipped = parse_skip(input, &key)?,
        "column" => {
            parse_column(input, &key, catalog)?;
        }
        _ => {
            catalog.keys.pop();
            let hint = did_you_mean(&name, CATALOG_KEYS)
                .unwrap_or_else(|| format!("the keys are: {}", CATALOG_KEYS.join(", ")));
            let message = format!("unknown key `{name}` in #[catalog]; {hint}");
            return Err(error_at(key, message));
        }
    }
    Ok(())
}

fn require_equals(input: ParseStream, key: &Ident, form: &str) -> Result<()> {
    if input.parse::<Option<Token![=]>>()?.is_none() || input.is_empty() {
        return Err(error_at(key, format_args!("expected `{form}`")));
    }
    Ok(())
}

/// After an error, the type is the one that was probably meant, so that the error
/// causes no further ones.
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
        .unwrap_or_else(|| "if the codes are strings, leave out `code`".to_owned());
    let message = format!("expected a primitive integer type, as in `code = i32`; {hint}");
    Err(unexpected(&whole, message))
}

/// The name of a type without its path and its arguments.
pub(crate) fn type_name(ty: &Type) -> Option<&Ident> {
    last_segment(ty).map(|segment| &segment.ident)
}

/// The last segment of a path, also inside the groups that a `macro_rules` macro
/// puts around what it passes on.
pub(crate) fn last_segment(ty: &Type) -> Option<&PathSegment> {
    match ty {
        Type::Group(group) => last_segment(&group.elem),
        Type::Paren(paren) => last_segment(&paren.elem),
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    }
}

fn parse_range(input: ParseStream, key: &Ident) -> Result<Range> {
    const FORM: &str = "range = FIRST..=LAST";
    require_equals(input, key, FORM)?;
    let whole = input.fork();
    parse_ends(input).map_err(|_| {
        unexpected(&whole, format_args!("expected `{FORM}` with two integer literals"))
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

fn parse_code_enum(input: ParseStream, key: &Ident) -> Result<CodeEnum> {
    if input.peek(token::Paren) {
        let content;
        parenthesized!(content in input);
        let parsed = parse_attributes_and_name(&content, key);
        // syn would report what the error left over as a second error.
        content.parse::<TokenStream>()?;
        return parsed;
    }
    require_equals(input, key, "code_enum = NAME")?;
    let whole = input.fork();
    let name = input.parse::<Ident>().ok().filter(|_| ends_code(input));
    let name = name.ok_or_else(|| {
        unexpected(&whole, "expected a name for the enum of the codes, as in `code_enum = AppCode`")
    })?;
    Ok(CodeEnum { attributes: Vec::new(), name })
}

fn parse_attributes_and_name(input: ParseStream, key: &Ident) -> Result<CodeEnum> {
    const FORM: &str = "expected `code_enum(#[derive(…)] NAME)`";
    let attributes = input.call(Attribute::parse_outer)?;
    if input.is_empty() {
        return Err(error_at(key, FORM));
    }
    let whole = input.fork();
    let name = input.parse::<Ident>();
    input.parse::<Option<Token![,]>>()?;
    match name {
        Ok(name) if input.is_empty() => Ok(CodeEnum { attributes, name }),
        _ => Err(unexpected(&whole, FORM)),
    }
}

fn parse_url(input: ParseStream, key: &Ident) -> Result<UrlTemplate> {
    const FORM: &str = "url = \"https://…/{code}\"";
    require_equals(input, key, FORM)?;
    let whole = input.fork();
    let text = input.parse::<LitStr>().ok().filter(|_| ends_code(input));
    let text = text.ok_or_else(|| unexpected(&whole, format_args!("expected `{FORM}`")))?;
    UrlTemplate::parse(&text.value()).map_err(|message| error_at(text, message))
}

fn parse_serde(input: ParseStream, key: Ident) -> Result<Serde> {
    if !input.peek(Token![=]) && !input.peek(token::Paren) {
        return Ok(Serde { key, form: None });
    }
    let mut words = Vec::new();
    if input.peek(token::Paren) {
        let content;
        parenthesized!(content in input);
        let rest: TokenStream = content.parse()?;
        words.extend(rest);
    }
    match &words[..] {
        [TokenTree::Ident(form)] if form == NUMBER || form == STRING => {
            Ok(Serde { key, form: Some(form.clone()) })
        }
        _ => Err(error_at(key, "expected `serde`, `serde(number)` or `serde(string)`")),
    }
}

fn parse_skip(input: ParseStream, key: &Ident) -> Result<Vec<Ident>> {
    let form = || error_at(key, format_args!("expected `{SKIP_FORM}`"));
    if !input.peek(token::Paren) {
        return Err(form());
    }
    let content;
    parenthesized!(content in input);
    let names = Punctuated::<Ident, Token![,]>::parse_terminated(&content);
    // syn would report what the error left over as a second error.
    content.parse::<TokenStream>()?;
    match names {
        Ok(names) if names.is_empty() => Err(form()),
        Ok(names) => Ok(names.into_iter().collect()),
        Err(error) => Err(Error::new(error.span(), format_args!("expected `{SKIP_FORM}`"))),
    }
}

fn parse_column(input: ParseStream, key: &Ident, catalog: &mut CatalogAttribute) -> Result<()> {
    if !input.peek(token::Paren) {
        return Err(error_at(key, format_args!("expected `{COLUMN_FORM}`")));
    }
    let content;
    parenthesized!(content in input);
    if content.is_empty() {
        return Err(error_at(key, format_args!("expected `{COLUMN_FORM}`")));
    }
    let name = content.fork();
    let columns = catalog.columns.len();
    let parsed = parse_column_content(&content, &mut catalog.columns);
    if parsed.is_err() && catalog.columns.len() == columns {
        let name = name.call(Attribute::parse_outer).and_then(|_| name.parse());
        catalog.broken_columns.extend(name);
    }
    // syn would report what the error left over as a second error.
    content.parse::<TokenStream>()?;
    parsed
}

/// Adds the column even if its default has an error.
fn parse_column_content(input: ParseStream, columns: &mut Vec<Column>) -> Result<()> {
    let attributes = input.call(Attribute::parse_outer)?;
    let whole = input.fork();
    let form = |_| unexpected(&whole, format_args!("expected `{COLUMN_FORM}`"));
    refuse_keyword(input, |rest| rest.peek(Token![:]), "choose another name")?;
    let name: Ident = input.parse().map_err(form)?;
    input.parse::<Token![:]>().map_err(form)?;
    refuse_keyword(input, |rest| rest.peek(Token![=]) || ends_code(rest), "it is not a type")?;
    let mut ty: Type = input.parse().map_err(form)?;
    name_lifetimes(&mut ty);
    let default = if ends_code(input) {
        Ok(None)
    } else {
        input.parse::<Token![=]>().map_err(form)?;
        parse_value(input, &name).map(Some)
    };
    let (default, parsed) = match default {
        Ok(default) => (default, Ok(())),
        Err(error) => (Some(Value::default()), Err(error)),
    };
    input.parse::<Option<Token![,]>>()?;
    if parsed.is_ok() && !input.is_empty() {
        return Err(unexpected(input, "expected `)`; write a `column(…)` for each column"));
    }
    columns.push(Column { attributes, name, ty, default });
    parsed
}

/// Refuses a name or a type that is only a keyword, which rustc would report in generated code.
fn refuse_keyword(
    input: ParseStream,
    is_whole: fn(ParseStream) -> bool,
    advice: &str,
) -> Result<()> {
    let rest = input.fork();
    match rest.call(Ident::parse_any) {
        Ok(word) if is_keyword_somewhere(&word) && word != "Self" && is_whole(&rest) => {
            Err(error_at(&word, format_args!("`{word}` is a keyword; {advice}")))
        }
        _ => Ok(()),
    }
}

/// A column's values are constants, so `&str` can only mean `&'static str`.
fn name_lifetimes(ty: &mut Type) {
    match ty {
        Type::Group(group) => name_lifetimes(&mut group.elem),
        Type::Paren(paren) => name_lifetimes(&mut paren.elem),
        Type::Reference(reference) => {
            let span = reference.and_token.span;
            reference.lifetime.get_or_insert_with(|| Lifetime::new("'static", span));
            name_lifetimes(&mut reference.elem);
        }
        Type::Slice(slice) => name_lifetimes(&mut slice.elem),
        Type::Array(array) => name_lifetimes(&mut array.elem),
        Type::Tuple(tuple) => tuple.elems.iter_mut().for_each(name_lifetimes),
        Type::Path(path) => path.path.segments.iter_mut().for_each(name_argument_lifetimes),
        // The caller of a function chooses the lifetimes of its references.
        _ => {}
    }
}

fn name_argument_lifetimes(segment: &mut PathSegment) {
    let PathArguments::AngleBracketed(arguments) = &mut segment.arguments else { return };
    for argument in &mut arguments.args {
        if let GenericArgument::Type(ty) = argument {
            name_lifetimes(ty);
        }
    }
}
