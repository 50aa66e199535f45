//! The rules of a table, over all of it at once; what passes them is a
//! [`Table`], which `expand` can write out without a further question.

use std::collections::HashMap;
use std::fmt::Display;
use std::hash::Hash;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Attribute, Data, Error, Expr, Fields, Ident, LitStr, Meta, Type};

use crate::ast::{Catalog, Variant};
use crate::attr::{self, CODE_FORM, CodeAttribute, Column};
use crate::code::{CodeLiteral, Integer, IntegerLiteral, IntegerType};
use crate::errors::{Errors, did_you_mean};

/// A table that keeps all rules. Where [`Errors`] were found, only parts of it.
pub(crate) struct Table<'a> {
    pub(crate) catalog: &'a Catalog<'a>,
    pub(crate) code_type: CodeType,
    pub(crate) facade: TokenStream,
    pub(crate) columns: &'a [Column],
    /// In declaration order, without `other`.
    pub(crate) rows: Vec<Row<'a>>,
    pub(crate) other: Option<Row<'a>>,
}

/// What type the codes have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodeType {
    Integer(IntegerType),
    Text,
}

/// A variant with what it stands for.
pub(crate) struct Row<'a> {
    pub(crate) variant: &'a syn::Variant,
    /// The codes, the canonical one first; none for the `other` variant.
    pub(crate) codes: Vec<Code<'a>>,
    pub(crate) message: Option<&'a LitStr>,
    pub(crate) description: Description<'a>,
    pub(crate) is_success: bool,
    /// A value for each column.
    pub(crate) values: Vec<&'a TokenStream>,
}

/// A code's value.
#[derive(Clone, Copy)]
pub(crate) enum Code<'a> {
    Integer(Integer),
    Text(&'a LitStr),
}

pub(crate) enum Description<'a> {
    /// The text in `#[code(…)]`.
    Literal(&'a LitStr),
    /// The variant's doc comment.
    Comment(String),
    /// Nothing but the message.
    Message,
}

/// The names that a column cannot have, since a method has it or `#[code(…)]`
/// gives it another meaning.
const TAKEN_NAMES: [&str; 11] = [
    "from_code",
    "from_message",
    "entry",
    "code",
    "name",
    "message",
    "description",
    "is_success",
    "into_result",
    "success",
    "other",
];

pub(crate) fn check<'a>(catalog: &'a Catalog<'a>, errors: &mut Errors) -> Table<'a> {
    errors.at_enum();
    check_shape(catalog, errors);
    let code_type = code_type(catalog);
    check_range(catalog, code_type, errors);
    check_columns(&catalog.attribute.columns, errors);
    let facade = catalog.attribute.facade.as_ref();
    let mut table = Table {
        catalog,
        code_type,
        facade: facade.map_or_else(|| quote!(::jmessage_codes), ToTokens::to_token_stream),
        columns: &catalog.attribute.columns,
        rows: Vec::new(),
        other: None,
    };
    for (index, variant) in catalog.variants.iter().enumerate() {
        errors.at_variant(index);
        if let Some(attribute) = only_attribute(variant, errors) {
            add_row(&mut table, variant, attribute, errors);
        }
    }
    check_fit(&table, errors);
    check_duplicates(&table, errors);
    table
}

fn check_shape(catalog: &Catalog, errors: &mut Errors) {
    let input = catalog.original;
    let ident = &input.ident;
    let Data::Enum(_) = input.data else {
        return errors.push_at(ident, "ErrorCatalog is derived for enums only");
    };
    if !input.generics.params.is_empty() {
        errors.push_at(&input.generics, "a catalog takes no generic parameters");
    }
    let lists_a_code =
        |variant: &Variant| !matches!(&variant.codes[..], [only] if only.other.is_some());
    if !catalog.variants.iter().any(lists_a_code) {
        let message = format!("`{ident}` lists no code; add a variant with {CODE_FORM}");
        errors.push_at(ident, message);
    }
}

/// The type that is said, or else strings where most codes are strings.
fn code_type(catalog: &Catalog) -> CodeType {
    if let Some(integer) = catalog.attribute.code {
        return CodeType::Integer(integer);
    }
    let attributes = catalog.variants.iter().flat_map(|variant| &variant.codes);
    let mut more_texts = 0_isize;
    for code in attributes.flat_map(|attribute| &attribute.codes) {
        more_texts += if matches!(code, CodeLiteral::Text(_)) { 1 } else { -1 };
    }
    if more_texts > 0 { CodeType::Text } else { CodeType::Integer(IntegerType::U32) }
}

fn check_range(catalog: &Catalog, code_type: CodeType, errors: &mut Errors) {
    let Some(range) = &catalog.attribute.range else { return };
    let CodeType::Integer(integer) = code_type else {
        return errors.push_at(range, "a catalog of strings has no range");
    };
    for end in [&range.first, &range.last] {
        match end.value() {
            Some(value) if integer.holds(value) => check_suffix(end, integer, errors),
            _ => errors.push_at(end, misfit(end, integer, None)),
        }
    }
    if range.first.value() > range.last.value() {
        let message = format!("the range {}..={} holds no code", range.first, range.last);
        errors.push_at(range, message);
    }
}

fn check_columns(columns: &[Column], errors: &mut Errors) {
    for (index, column) in columns.iter().enumerate() {
        let name = column.name.unraw();
        if TAKEN_NAMES.iter().any(|taken| name == taken) {
            let message =
                format!("a column cannot be named `{name}`: the catalog has that name itself");
            errors.push_at(&column.name, message);
        } else if columns[..index].iter().any(|before| before.name.unraw() == name) {
            errors.push_at(&column.name, format_args!("column `{name}` twice"));
        }
        if let Type::Reference(reference) = &column.ty {
            if reference.lifetime.is_none() {
                errors.push(Error::new(
                    reference.and_token.span,
                    "name the lifetime of a column's type: `&'static`",
                ));
            }
        }
    }
}

/// The variant's `#[code(…)]`, where there is exactly one.
fn only_attribute<'a>(variant: &'a Variant, errors: &mut Errors) -> Option<&'a CodeAttribute<'a>> {
    let ident = &variant.original.ident;
    let Some((first, further)) = variant.codes.split_first() else {
        errors.push_at(ident, format_args!("missing {CODE_FORM} on `{ident}`"));
        return None;
    };
    for each in further {
        let message = format!(
            "second #[code] on `{ident}`; codes of the same variant stand in one: `CODE | ALIAS`"
        );
        errors.push_at(each.original, message);
    }
    Some(first)
}

fn add_row<'a>(
    table: &mut Table<'a>,
    variant: &'a Variant<'a>,
    attribute: &'a CodeAttribute<'a>,
    errors: &mut Errors,
) {
    check_codes(table, attribute, errors);
    check_texts(attribute, errors);
    let row = Row {
        variant: variant.original,
        codes: attribute.codes.iter().filter_map(|code| code_value(table, code)).collect(),
        message: attribute.texts.first(),
        description: description(variant.original, attribute),
        is_success: check_flags(table, attribute, errors),
        values: values(table, attribute, errors),
    };
    if attribute.other.is_some() {
        check_other(table, variant, attribute, errors);
        table.other = Some(row);
    } else {
        if !matches!(variant.original.fields, Fields::Unit) {
            let message = format!(
                "`{}` stands for one code and has no field; only an `other` variant has one",
                variant.original.ident
            );
            errors.push_at(&variant.original.fields, message);
        }
        table.rows.push(row);
    }
}

/// A row's codes, each by itself; whether they fit together is seen when all
/// rows are known.
fn check_codes(table: &Table, attribute: &CodeAttribute, errors: &mut Errors) {
    if attribute.codes.is_empty() && attribute.other.is_none() && !attribute.is_broken {
        errors.push_at(attribute.original, format_args!("missing code; write {CODE_FORM}"));
    }
    for code in &attribute.codes {
        match (code, table.code_type) {
            (CodeLiteral::Integer(literal), CodeType::Integer(integer)) => {
                check_suffix(literal, integer, errors);
            }
            (CodeLiteral::Text(text), CodeType::Text) => {
                if text.value().is_empty() {
                    errors.push_at(text, "a code cannot be the empty string");
                }
            }
            (CodeLiteral::Integer(literal), CodeType::Text) => {
                let message = format!("the codes of this catalog are strings: \"{literal}\"");
                errors.push_at(literal, message);
            }
            (CodeLiteral::Text(text), CodeType::Integer(integer)) => {
                errors.push_at(text, text_among_integers(text, integer));
            }
        }
    }
}

fn text_among_integers(text: &LitStr, integer: IntegerType) -> String {
    let value = text.value();
    if value.parse::<i128>().is_ok() || value.parse::<u128>().is_ok() {
        format!("the codes of this catalog are integers; write {value} without quotes")
    } else {
        format!("the code comes first, an integer that fits {integer}: {CODE_FORM}")
    }
}

fn check_suffix(literal: &IntegerLiteral, integer: IntegerType, errors: &mut Errors) {
    let suffix = literal.literal.suffix();
    if !suffix.is_empty() && suffix != integer.name() {
        let message = format!(
            "suffix `{suffix}` is not the code type {integer}; drop it, or say \
             #[catalog(code = {suffix})] on the enum"
        );
        errors.push_at(literal, message);
    }
}

fn code_value<'a>(table: &Table, code: &'a CodeLiteral) -> Option<Code<'a>> {
    match (code, table.code_type) {
        (CodeLiteral::Integer(literal), CodeType::Integer(integer)) => {
            literal.value().filter(|value| integer.holds(*value)).map(Code::Integer)
        }
        (CodeLiteral::Text(text), CodeType::Text) => Some(Code::Text(text)),
        _ => None,
    }
}

/// Tells whether the row is marked as a success.
fn check_flags(table: &Table, attribute: &CodeAttribute, errors: &mut Errors) -> bool {
    let mut success: Option<&Ident> = None;
    for flag in &attribute.flags {
        let name = flag.unraw().to_string();
        if name == "success" {
            if success.is_some() {
                errors.push_at(flag, "`success` twice in #[code]");
            } else if attribute.other.is_some() {
                errors.push_at(flag, "an unlisted code cannot be known for a success");
            }
            success = Some(flag);
        } else if name == "other" {
            let second = if attribute.other.is_some() {
                " twice in #[code]"
            } else {
                " stands first, in the place of the code"
            };
            errors.push_at(flag, format_args!("`other`{second}"));
        } else if is_column(table, flag) {
            errors.push_at(flag, format_args!("column `{name}` takes a value: `{name} = VALUE`"));
        } else {
            let names = column_names(table).chain(["success".to_owned(), "other".to_owned()]);
            let hint = hint_or(&name, names, "a text is a string literal");
            errors.push_at(flag, format_args!("unknown flag `{name}` in #[code]; {hint}"));
        }
    }
    success.is_some()
}

fn column_names(table: &Table) -> impl Iterator<Item = String> {
    table.columns.iter().map(|column| column.name.unraw().to_string())
}

fn is_column(table: &Table, name: &Ident) -> bool {
    table.columns.iter().any(|column| column.name.unraw() == name.unraw())
}

fn hint_or(name: &str, candidates: impl Iterator<Item = String>, otherwise: &str) -> String {
    let candidates: Vec<String> = candidates.collect();
    let hint = did_you_mean(name, candidates.iter().map(String::as_str));
    hint.strip_prefix("; ").map_or_else(|| otherwise.to_owned(), str::to_owned)
}

fn check_texts(attribute: &CodeAttribute, errors: &mut Errors) {
    if attribute.texts.is_empty() && !attribute.is_broken {
        let place: &dyn ToTokens = match (&attribute.other, attribute.codes.last()) {
            (Some(other), _) => other,
            (None, Some(code)) => code,
            // Already told to be missing its code.
            (None, None) => return,
        };
        let message =
            format!("missing message; write {CODE_FORM}, or \"\" where the vendor has none");
        errors.push_at(place, message);
    }
    for text in attribute.texts.iter().skip(2) {
        errors.push_at(text, "too many texts; a code has a message and a description");
    }
}

/// A value for each column, from the attribute or else the column's default.
fn values<'a>(
    table: &Table<'a>,
    attribute: &'a CodeAttribute,
    errors: &mut Errors,
) -> Vec<&'a TokenStream> {
    check_keys(table, attribute, errors);
    let value = |column: &'a Column| {
        let name = column.name.unraw();
        let mut given = attribute.values.iter().filter(|each| each.name.unraw() == name);
        let value = given.next().map(|each| &each.value).or(column.default.as_ref());
        if value.is_none() && !attribute.is_broken {
            let message = format!("missing `{name} = VALUE`; column `{name}` has no default");
            errors.push_at(attribute.original, message);
        }
        value
    };
    table.columns.iter().filter_map(value).collect()
}

fn check_keys(table: &Table, attribute: &CodeAttribute, errors: &mut Errors) {
    let mut seen: Vec<Ident> = Vec::new();
    for each in &attribute.values {
        let name = each.name.unraw();
        if seen.contains(&name) {
            errors.push_at(&each.name, format_args!("`{name}` twice in #[code]"));
        } else if name == "success" || name == "other" {
            errors.push_at(&each.name, format_args!("`{name}` is a flag and takes no value"));
        } else if !is_column(table, &name) && !table.catalog.attribute.is_broken {
            let declare = format!("declare it with #[catalog(column({name}: TYPE))]");
            let hint = hint_or(&name.to_string(), column_names(table), &declare);
            errors.push_at(&each.name, format_args!("unknown key `{name}` in #[code]; {hint}"));
        }
        seen.push(name);
    }
}

fn check_other(table: &Table, variant: &Variant, attribute: &CodeAttribute, errors: &mut Errors) {
    let ident = &variant.original.ident;
    let Some(other) = &attribute.other else { return };
    if let Some(first) = &table.other {
        let message = format!("second `other`: `{}` keeps the unlisted codes", first.variant.ident);
        errors.push_at(other, message);
    }
    let CodeType::Integer(integer) = table.code_type else {
        return errors.push_at(other, "a catalog of strings cannot keep an unlisted code");
    };
    match &variant.original.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            let ty = &fields.unnamed[0].ty;
            if attr::type_name(ty).is_none_or(|name| name != integer.name()) {
                let message =
                    format!("`{ident}` keeps a code, so its field is of the code type {integer}");
                errors.push_at(ty, message);
            }
        }
        Fields::Unit => {
            errors.push_at(
                ident,
                format_args!("`{ident}` keeps an unlisted code: `{ident}({integer})`"),
            );
        }
        fields => {
            let message = format!(
                "an `other` variant has one field and that without a name: `{ident}({integer})`"
            );
            errors.push_at(fields, message);
        }
    }
}

/// Holds every code against the code type and the range.
fn check_fit(table: &Table, errors: &mut Errors) {
    let CodeType::Integer(integer) = table.code_type else { return };
    if table.catalog.attribute.is_broken {
        // What the type is meant to be is then not known.
        return;
    }
    let literals = || integer_literals(table.catalog);
    let values = || literals().filter_map(|(_, literal)| literal.value());
    let mend = values().min().zip(values().max());
    let mend = mend.and_then(|(low, high)| IntegerType::that_holds(low, high));
    let range = table.catalog.attribute.range.as_ref();
    let ends = range.and_then(|range| Some((range, range.first.value()?, range.last.value()?)));
    for (index, literal) in literals() {
        errors.at_variant(index);
        match (literal.value(), ends) {
            (None, _) => errors.push_at(literal, misfit(literal, integer, None)),
            (Some(value), _) if !integer.holds(value) => {
                errors.push_at(literal, misfit(literal, integer, mend));
            }
            (Some(value), Some((range, first, last)))
                if first <= last && !(first..=last).contains(&value) =>
            {
                let (first, last) = (&range.first, &range.last);
                let message = format!("code {literal} lies outside the range {first}..={last}");
                errors.push_at(literal, message);
            }
            _ => {}
        }
    }
}

fn integer_literals<'a>(catalog: &'a Catalog) -> impl Iterator<Item = (usize, &'a IntegerLiteral)> {
    catalog.variants.iter().enumerate().flat_map(|(index, variant)| {
        let codes = variant.codes.first().into_iter().flat_map(|attribute| &attribute.codes);
        codes.filter_map(move |code| match code {
            CodeLiteral::Integer(literal) => Some((index, literal)),
            CodeLiteral::Text(_) => None,
        })
    })
}

fn misfit(literal: &IntegerLiteral, integer: IntegerType, mend: Option<IntegerType>) -> String {
    let (min, max) = (integer.min(), integer.max());
    let mend = match (integer.reinterpret(literal), mend) {
        (Some(negative), Some(mend)) => {
            format!("; write {negative}, or say #[catalog(code = {mend})] on the enum")
        }
        (None, Some(mend)) => format!("; say #[catalog(code = {mend})] on the enum"),
        (_, None) => String::new(),
    };
    format!("code {literal} does not fit {integer}, which holds {min} to {max}{mend}")
}

/// Reports a code that stands twice, at both places.
fn check_duplicates(table: &Table, errors: &mut Errors) {
    let variants = table.catalog.variants.iter().enumerate();
    let codes = variants.flat_map(|(index, variant)| {
        let attribute = variant.codes.first().into_iter();
        let codes = attribute.flat_map(|attribute| &attribute.codes);
        codes.map(move |literal| Place { index, variant: &variant.original.ident, literal })
    });
    match table.code_type {
        CodeType::Integer(_) => check_equal(codes, errors, |literal| match literal {
            CodeLiteral::Integer(literal) => literal.value(),
            CodeLiteral::Text(_) => None,
        }),
        CodeType::Text => check_equal(codes, errors, |literal| match literal {
            CodeLiteral::Integer(_) => None,
            CodeLiteral::Text(literal) => Some(literal.value()).filter(|text| !text.is_empty()),
        }),
    }
}

/// Where a code stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    index: usize,
    variant: &'a Ident,
    literal: &'a CodeLiteral,
}

fn check_equal<'a, Value: Clone + Display + Eq + Hash>(
    places: impl Iterator<Item = Place<'a>>,
    errors: &mut Errors,
    value: impl Fn(&CodeLiteral) -> Option<Value>,
) {
    let mut seen: HashMap<Value, Vec<Place>> = HashMap::new();
    let mut repeated: Vec<Value> = Vec::new();
    for place in places {
        let Some(value) = value(place.literal) else { continue };
        let bearers = seen.entry(value.clone()).or_default();
        bearers.push(place);
        if bearers.len() == 2 {
            repeated.push(value);
        }
    }
    for value in repeated {
        let Some((first, further)) = seen[&value].split_first() else { continue };
        errors.at_variant(first.index);
        let bearers: Vec<String> =
            further.iter().map(|place| format!("`{}`", place.variant)).collect();
        let message =
            format!("first used here, by `{}`; again by {}", first.variant, bearers.join(", "));
        errors.push_at(first.literal, message);
        for place in further {
            errors.at_variant(place.index);
            let message = format!("duplicate code {value}: `{}` has it already", first.variant);
            errors.push_at(place.literal, message);
        }
    }
}

fn description<'a>(variant: &syn::Variant, attribute: &'a CodeAttribute) -> Description<'a> {
    if let Some(text) = attribute.texts.get(1) {
        return Description::Literal(text);
    }
    let comment = doc_comment(&variant.attrs);
    if comment.is_empty() { Description::Message } else { Description::Comment(comment) }
}

/// A doc comment as rustdoc reads it, but with each paragraph on one line:
/// lines that follow each other are joined by a blank, paragraphs by an empty
/// line.
fn doc_comment(attributes: &[Attribute]) -> String {
    let mut comment = String::new();
    let mut is_new_paragraph = false;
    for text in attributes.iter().filter_map(doc_text) {
        for line in text.lines() {
            // What continues a block comment begins with a star by custom.
            let line = line.trim();
            let line = if text.contains('\n') { line.trim_start_matches("* ") } else { line };
            if line.is_empty() || line == "*" {
                is_new_paragraph = true;
                continue;
            }
            if !comment.is_empty() {
                comment.push_str(if is_new_paragraph { "\n\n" } else { " " });
            }
            is_new_paragraph = false;
            comment.push_str(line);
        }
        is_new_paragraph |= text.trim().is_empty();
    }
    comment
}

fn doc_text(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
            Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}
