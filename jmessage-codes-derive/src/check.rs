//! The rules of a table, over all of it at once; what passes them is a
//! [`Table`], which `expand` can write out without a further question.

use std::collections::HashMap;
use std::fmt::Display;
use std::hash::Hash;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Attribute, Data, Expr, Fields, Ident, LitStr, Meta};

use crate::ast::{Catalog, Variant};
use crate::attr::{self, CODE_FORM, CodeAttribute, Column};
use crate::code::{CodeLiteral, Integer, IntegerLiteral, IntegerType};
use crate::errors::{Errors, did_you_mean};

/// A table that keeps all rules. Where [`Errors`] were found, only parts of it.
pub(crate) struct Table<'a> {
    pub(crate) catalog: &'a Catalog<'a>,
    pub(crate) code_type: CodeType,
    pub(crate) facade: TokenStream,
    /// Those whose names are their own.
    pub(crate) columns: Vec<&'a Column>,
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

const FLAGS: [&str; 2] = ["success", "other"];

/// What stands in `#[code(…)]` by its place.
const ARGUMENTS: [&str; 3] = ["code", "message", "description"];

pub(crate) fn check<'a>(catalog: &'a Catalog<'a>, errors: &mut Errors) -> Table<'a> {
    errors.at_enum();
    check_shape(catalog, errors);
    let code_type = code_type(catalog);
    check_range(catalog, code_type, errors);
    let columns = check_columns(&catalog.attribute.columns, errors);
    let facade = catalog.attribute.facade.as_ref();
    let mut table = Table {
        catalog,
        code_type,
        facade: facade.map_or_else(|| quote!(::jmessage_codes), ToTokens::to_token_stream),
        columns,
        rows: Vec::new(),
        other: None,
    };
    // The codes first, as they stand first in the attributes.
    check_fit(&mut table, errors);
    check_duplicates(&table, errors);
    for (index, variant) in catalog.variants.iter().enumerate() {
        errors.at_variant(index);
        if let Some(attribute) = only_attribute(variant, errors) {
            add_row(&mut table, variant, attribute, errors);
        }
    }
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
    let understood = attributes.filter(|attribute| !attribute.is_broken);
    let mut more_texts = 0_isize;
    for code in understood.flat_map(|attribute| &attribute.codes) {
        more_texts += if matches!(code, CodeLiteral::Text(_)) { 1 } else { -1 };
    }
    if more_texts > 0 { CodeType::Text } else { CodeType::Integer(IntegerType::U32) }
}

fn check_range(catalog: &Catalog, code_type: CodeType, errors: &mut Errors) {
    let Some(range) = &catalog.attribute.range else { return };
    let CodeType::Integer(integer) = code_type else {
        return errors.push_at(range, "a catalog of strings has no range");
    };
    let mend = range.first.value().zip(range.last.value());
    let mend = mend.and_then(|(first, last)| IntegerType::that_holds(first, last));
    for end in [&range.first, &range.last] {
        if end.value().is_some_and(|value| integer.holds(value)) {
            check_suffix(end, integer, errors);
        } else {
            let message = format!("the range's end {}", misfit(end, integer, mend));
            errors.push_at(end, message);
        }
    }
    if range.first.value() > range.last.value() {
        let message =
            format!("the range {0}..={1} is empty; write {1}..={0}", range.first, range.last);
        errors.push_at(range, message);
    }
}

/// The columns that can have their names; a second error for each use of one
/// that cannot is nobody's help.
fn check_columns<'a>(columns: &'a [Column], errors: &mut Errors) -> Vec<&'a Column> {
    let mut named: Vec<&Column> = Vec::new();
    for column in columns {
        let name = column.name.unraw();
        if TAKEN_NAMES.iter().any(|taken| name == taken) {
            let message =
                format!("a column cannot be named `{name}`: the catalog has that name itself");
            errors.push_at(&column.name, message);
        } else if named.iter().any(|before| before.name.unraw() == name) {
            errors.push_at(&column.name, format_args!("column `{name}` twice"));
        } else {
            named.push(column);
        }
    }
    named
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
    check_texts(table, attribute, errors);
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
    let is_missing = attribute.codes.is_empty() && attribute.other.is_none();
    if is_missing && !attribute.is_broken && !names_an_argument(attribute) {
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
            // What stands first there may be a text, for instance.
            _ if attribute.is_broken => {}
            (CodeLiteral::Integer(literal), CodeType::Text) => {
                let message = format!("the codes of this catalog are strings; write \"{literal}\"");
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
            let hint = flag_meant(table, flag).unwrap_or_else(|| {
                "the only flag is `success`, and a text is a string literal".to_owned()
            });
            errors.push_at(flag, format_args!("unknown flag `{name}` in #[code]; {hint}"));
        }
    }
    success.is_some()
}

fn column_names(table: &Table) -> impl Iterator<Item = String> {
    table.catalog.attribute.columns.iter().map(|column| column.name.unraw().to_string())
}

fn is_column(table: &Table, name: &Ident) -> bool {
    table.catalog.attribute.columns.iter().any(|column| column.name.unraw() == name.unraw())
}

/// Whether a flag that nothing knows, and nothing is near, stands where a text
/// belongs.
fn is_meant_as_text(table: &Table, flag: &Ident) -> bool {
    !is_column(table, flag) && flag_meant(table, flag).is_none()
}

/// `did you mean …?` of what a flag may have been meant to be.
fn flag_meant(table: &Table, flag: &Ident) -> Option<String> {
    let names: Vec<String> = column_names(table).chain(FLAGS.map(str::to_owned)).collect();
    did_you_mean(&flag.unraw().to_string(), names.iter().map(String::as_str))
}

fn check_texts(table: &Table, attribute: &CodeAttribute, errors: &mut Errors) {
    let is_elsewhere = attribute.flags.iter().any(|flag| is_meant_as_text(table, flag))
        || names_an_argument(attribute);
    if attribute.texts.is_empty() && !attribute.is_broken && !is_elsewhere {
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
    let value = |column: &&'a Column| {
        let name = column.name.unraw();
        let mut given = attribute.values.iter().filter(|each| each.name.unraw() == name);
        let value = given.next().map(|each| &each.value).or(column.default.as_ref());
        if value.is_none() && !attribute.is_broken {
            let message = format!("missing `{name} = VALUE`; column `{name}` has no default");
            errors.push_at(attribute.original, message);
        }
        value
    };
    let values: Vec<Option<&TokenStream>> = table.columns.iter().map(value).collect();
    // Which value belongs to which column is told by its place.
    values.into_iter().collect::<Option<_>>().unwrap_or_default()
}

fn check_keys(table: &Table, attribute: &CodeAttribute, errors: &mut Errors) {
    let mut seen: Vec<Ident> = Vec::new();
    for each in &attribute.values {
        let name = each.name.unraw();
        if seen.contains(&name) {
            errors.push_at(&each.name, format_args!("`{name}` twice in #[code]"));
        } else if FLAGS.iter().any(|flag| name == flag) {
            errors.push_at(&each.name, format_args!("`{name}` is a flag and takes no value"));
        } else if !is_column(table, &name) {
            if let Some(message) = unknown_key(table, &name.to_string()) {
                errors.push_at(&each.name, message);
            }
        }
        seen.push(name);
    }
}

/// `None` where the key may be that of a column that could not be understood.
fn unknown_key(table: &Table, name: &str) -> Option<String> {
    if ARGUMENTS.contains(&name) {
        return Some(format!("`{name} =` is left out: {CODE_FORM}"));
    }
    let names: Vec<String> = column_names(table).collect();
    let hint = match did_you_mean(name, names.iter().map(String::as_str)) {
        Some(hint) => hint,
        None if TAKEN_NAMES.contains(&name) => "and no column can have that name".to_owned(),
        None if table.catalog.attribute.is_unclear("column") => return None,
        None => format!("a column is declared with #[catalog(column({name}: TYPE))]"),
    };
    Some(format!("unknown key `{name}` in #[code]; {hint}"))
}

/// Whether a key stands where there are none, so that what seems to be missing
/// is behind it.
fn names_an_argument(attribute: &CodeAttribute) -> bool {
    attribute.values.iter().any(|each| ARGUMENTS.iter().any(|argument| each.name == argument))
}

fn check_other(table: &Table, variant: &Variant, attribute: &CodeAttribute, errors: &mut Errors) {
    let ident = &variant.original.ident;
    let Some(other) = &attribute.other else { return };
    if let Some(first) = &table.other {
        let message =
            format!("second `other`; `{}` keeps the unlisted codes already", first.variant.ident);
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
fn check_fit(table: &mut Table, errors: &mut Errors) {
    let CodeType::Integer(integer) = table.code_type else { return };
    let literals = || integer_literals(table.catalog);
    let values = || literals().filter_map(|(_, literal)| literal.value());
    let ends = values().min().zip(values().max());
    let mend = ends.and_then(|(low, high)| IntegerType::that_holds(low, high));
    if let (None, Some(mend)) = (table.catalog.attribute.code, mend) {
        // What the uses of the enum suppose, so that they are no errors too.
        table.code_type = CodeType::Integer(mend);
    }
    if table.catalog.attribute.is_unclear("code") {
        return;
    }
    let range = table.catalog.attribute.range.as_ref();
    let ends = range.and_then(|range| Some((range, range.first.value()?, range.last.value()?)));
    for (index, literal) in literals() {
        errors.at_variant(index);
        match (literal.value(), ends) {
            (value, _) if value.is_none_or(|value| !integer.holds(value)) => {
                let mend = value.and(mend);
                errors.push_at(literal, format!("code {}", misfit(literal, integer, mend)));
            }
            (Some(value), Some((range, first, last)))
                if first <= last && !(first..=last).contains(&value) =>
            {
                let (first, last) = (&range.first, &range.last);
                let message =
                    format!("code {literal} lies outside #[catalog(range = {first}..={last})]");
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

/// What is wrong with a number that the code type does not hold, and the mend.
fn misfit(literal: &IntegerLiteral, integer: IntegerType, mend: Option<IntegerType>) -> String {
    let (min, max) = (integer.min(), integer.max());
    let retype = mend.map(|mend| format!("say #[catalog(code = {mend})] on the enum"));
    let rewrite = integer.reinterpret(literal).map(|negative| format!("write {negative}"));
    let mend = match (rewrite, retype) {
        (Some(rewrite), Some(retype)) => format!("{rewrite}, or {retype}"),
        (None, None) => "codes that no integer type holds can be strings".to_owned(),
        (rewrite, retype) => rewrite.or(retype).unwrap_or_default(),
    };
    format!("{literal} does not fit {integer}, which holds {min} to {max}; {mend}")
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
