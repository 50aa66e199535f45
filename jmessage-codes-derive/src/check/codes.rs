//! The rules of codes.

use std::collections::HashMap;

use syn::{Fields, Ident};

use crate::ast::{Catalog, Variant};
use crate::attr::CODE_FORM;
use crate::attr::catalog::{NUMBER, type_name};
use crate::attr::code::CodeAttribute;
use crate::attr::literal::{CodeLiteral, IntegerLiteral, Text};
use crate::code_enum;
use crate::errors::{Errors, Place};
use crate::integer::{Integer, IntegerType};
use crate::table::{Code, CodeType, Table};

/// Checks each of a row's codes on its own.
pub(super) fn check(table: &Table, attribute: &CodeAttribute, errors: &mut Errors) {
    let place = attribute.place;
    let is_missing = attribute.codes.is_empty() && !attribute.means_other();
    if is_missing && !attribute.is_broken && !attribute.names_an_argument() {
        errors.push_at(place, attribute.original, format_args!("missing code; write {CODE_FORM}"));
    }
    for code in &attribute.codes {
        match (code, table.code_type) {
            (CodeLiteral::Integer(literal), CodeType::Integer(integer)) => {
                check_suffix(literal, integer, place, errors);
            }
            (CodeLiteral::Text(text), CodeType::Text) => {
                if text.value.is_empty() {
                    errors.push_at(place, text, "a code cannot be an empty string");
                }
            }
            // The first argument may be a text there.
            _ if attribute.is_broken || attribute.means_other() => {}
            (CodeLiteral::Integer(literal), CodeType::Text) => {
                let message = format!("the codes of this catalog are strings; write \"{literal}\"");
                errors.push_at(place, literal, message);
            }
            (CodeLiteral::Text(text), CodeType::Integer(integer)) => {
                errors.push_at(place, text, text_among_integers(text, integer));
            }
        }
    }
}

fn text_among_integers(text: &Text, integer: IntegerType) -> String {
    let value = &text.value;
    if value.parse::<i128>().is_ok() || value.parse::<u128>().is_ok() {
        format!("the codes of this catalog are integers; write {value} without quotes")
    } else {
        format!("missing code, an integer that fits {integer}; write {CODE_FORM}")
    }
}

fn check_suffix(literal: &IntegerLiteral, integer: IntegerType, place: Place, errors: &mut Errors) {
    let suffix = literal.literal.suffix();
    if suffix.is_empty() || suffix == integer.name() {
        return;
    }
    let suffix_type = IntegerType::from_name(suffix)
        .filter(|integer| literal.value().is_some_and(|value| integer.holds(value)));
    let retype = suffix_type
        .map(|integer| format!(", or write #[catalog(code = {integer})] on the enum"))
        .unwrap_or_default();
    let message =
        format!("suffix `{suffix}` does not match the code type {integer}; remove it{retype}");
    errors.push_at(place, literal, message);
}

/// The number of a literal. With `hex`, a hexadecimal one has the bits of the number.
fn number(catalog: &Catalog, code_type: CodeType, literal: &IntegerLiteral) -> Option<Integer> {
    let value = literal.value()?;
    match code_type {
        CodeType::Integer(integer) if catalog.attribute.hex.is_some() && literal.is_bits() => {
            Some(integer.reinterpret(value).unwrap_or(value))
        }
        _ => Some(value),
    }
}

pub(super) fn value_of<'a>(table: &Table, code: &'a CodeLiteral) -> Option<Code<'a>> {
    match (code, table.code_type) {
        (CodeLiteral::Integer(literal), CodeType::Integer(integer)) => {
            let value = number(table.catalog, table.code_type, literal);
            value.filter(|value| integer.holds(*value)).map(Code::Integer)
        }
        (CodeLiteral::Text(text), CodeType::Text) => Some(Code::Text(text)),
        _ => None,
    }
}

/// Checks what only integers can be: bits, and numbers for serde.
pub(super) fn check_integer_keys(catalog: &Catalog, code_type: CodeType, errors: &mut Errors) {
    let form = catalog.attribute.serde.as_ref().and_then(|serde| serde.form.as_ref());
    if let (Some(form), CodeType::Text) = (form.filter(|form| *form == NUMBER), code_type) {
        let message = "the codes of this catalog are strings; write `serde`";
        errors.push_at(Place::Enum, form, message);
    }
    let schema = catalog.attribute.schemars.as_ref().or(catalog.attribute.utoipa.as_ref());
    if let (Some(schema), Some(form), CodeType::Integer(integer)) = (schema, form, code_type) {
        if form == NUMBER && integer.is_wider_than_a_word() {
            let message = format!(
                "`{schema}` does not support 128-bit numbers; write `serde` or `serde(string)`, \
                 so that the codes are texts"
            );
            errors.push_at(Place::Enum, schema, message);
        }
    }
    if let (Some(hex), CodeType::Text) = (&catalog.attribute.hex, code_type) {
        let message = "a catalog of string codes cannot be `hex`; remove it";
        errors.push_at(Place::Enum, hex, message);
    }
}

pub(super) fn check_range(catalog: &Catalog, code_type: CodeType, errors: &mut Errors) {
    let Some(range) = &catalog.attribute.range else { return };
    let CodeType::Integer(integer) = code_type else {
        let message = "a catalog of string codes cannot have a range; remove it";
        return errors.push_at(Place::Enum, range, message);
    };
    let value = |end| number(catalog, code_type, end);
    let ends = value(&range.first).zip(value(&range.last));
    let wider = ends.and_then(|(first, last)| IntegerType::that_holds(first, last));
    for end in [&range.first, &range.last] {
        if value(end).is_some_and(|value| integer.holds(value)) {
            check_suffix(end, integer, Place::Enum, errors);
        } else {
            let message = format!("range end {}", misfit(end, integer, wider));
            errors.push_at(Place::Enum, end, message);
        }
    }
    if value(&range.first) > value(&range.last) {
        let message =
            format!("the range {0}..={1} is empty; write {1}..={0}", range.first, range.last);
        errors.push_at(Place::Enum, range, message);
    }
}

/// Checks every code against the code type and the range.
pub(super) fn check_fit(table: &Table, errors: &mut Errors) {
    let CodeType::Integer(integer) = table.code_type else { return };
    let wider = type_that_holds_all(table.catalog);
    if table.catalog.attribute.is_unclear("code") {
        return;
    }
    let range = table.catalog.attribute.range.as_ref();
    let value = |literal| number(table.catalog, table.code_type, literal);
    let ends = range.and_then(|range| Some((range, value(&range.first)?, value(&range.last)?)));
    for (place, literal) in integer_literals(table.catalog) {
        match (value(literal), ends) {
            (value, _) if value.is_none_or(|value| !integer.holds(value)) => {
                let wider = value.and(wider);
                let message = format!("code {}", misfit(literal, integer, wider));
                errors.push_at(place, literal, message);
            }
            (Some(value), Some((range, first, last)))
                if first <= last && !(first..=last).contains(&value) =>
            {
                let (first, last) = (&range.first, &range.last);
                let message = format!(
                    "code {literal} is outside #[catalog(range = {first}..={last})]; \
                     correct the code or extend the range"
                );
                errors.push_at(place, literal, message);
            }
            _ => {}
        }
    }
}

/// The code type that uses of an enum with errors probably expect, so that they cause no further
/// errors.
pub(super) fn guess_type(table: &Table) -> CodeType {
    let CodeType::Integer(integer) = table.code_type else { return table.code_type };
    if table.catalog.attribute.code.is_some() {
        return table.code_type;
    }
    let field = table.other.as_ref().and_then(|row| match &row.variant.fields {
        Fields::Unnamed(fields) => type_name(&fields.unnamed.first()?.ty),
        _ => None,
    });
    let of_field = field.and_then(|name| IntegerType::from_name(&name.to_string()));
    CodeType::Integer(of_field.or_else(|| type_that_holds_all(table.catalog)).unwrap_or(integer))
}

fn type_that_holds_all(catalog: &Catalog) -> Option<IntegerType> {
    let values = || integer_literals(catalog).filter_map(|(_, literal)| literal.value());
    IntegerType::that_holds(values().min()?, values().max()?)
}

fn integer_literals<'a>(catalog: &'a Catalog) -> impl Iterator<Item = (Place, &'a IntegerLiteral)> {
    let attributes = catalog.variants.iter().filter_map(|variant| variant.codes.first());
    attributes.flat_map(|attribute| {
        attribute.codes.iter().filter_map(|code| match code {
            CodeLiteral::Integer(literal) => Some((attribute.place, literal)),
            CodeLiteral::Text(_) => None,
        })
    })
}

/// An error for a number that does not fit the code type, with what to do.
fn misfit(literal: &IntegerLiteral, integer: IntegerType, wider: Option<IntegerType>) -> String {
    let (min, max) = (integer.min(), integer.max());
    let retype = wider.map(|wider| format!("write #[catalog(code = {wider})] on the enum"));
    let negative =
        literal.value().filter(|_| literal.is_bits()).and_then(|value| integer.reinterpret(value));
    let rewrite = negative.map(|negative| {
        format!("write {negative}, or add `hex` to #[catalog] if the codes are bits")
    });
    let fits_some = literal.value().is_some_and(|it| IntegerType::that_holds(it, it).is_some());
    let advice = match (rewrite, retype) {
        (Some(rewrite), Some(retype)) => format!("{rewrite}, or {retype}"),
        (None, None) if fits_some => {
            "no integer type holds all codes; write them as strings".to_owned()
        }
        (None, None) => "it is too large for any integer type; write the codes as strings".into(),
        (rewrite, retype) => rewrite.or(retype).unwrap_or_default(),
    };
    format!("{literal} does not fit {integer}, which holds {min} to {max}; {advice}")
}

/// A literal discriminant looks like the code, so it has to be the code.
pub(super) fn check_discriminant(table: &Table, variant: &Variant, errors: &mut Errors) {
    let first = variant.codes.first().and_then(|attribute| attribute.codes.first());
    let (Some(CodeLiteral::Integer(code)), Some(discriminant), CodeType::Integer(_)) =
        (first, &variant.discriminant.literal, table.code_type)
    else {
        return;
    };
    let value = |literal| number(table.catalog, table.code_type, literal);
    if value(code) != value(discriminant) {
        let name = &variant.original.ident;
        let message = format!(
            "the discriminant of `{name}` is {discriminant}, but its code is {code}; \
             write `{name} = {code}`, or remove the discriminant"
        );
        errors.push_at(variant.place, discriminant, message);
    }
}

/// The discriminants of an enum of the codes with an integer `#[repr]` are the codes.
pub(super) fn check_repr(table: &Table, variant: &Variant, errors: &mut Errors) {
    let first = variant.codes.first().and_then(|attribute| attribute.codes.first());
    let (Some(literal), Some(repr)) = (first, code_enum::repr(table.catalog)) else { return };
    let Some(Code::Integer(code)) = value_of(table, literal) else { return };
    if let (CodeType::Integer(integer), false) = (table.code_type, repr.holds(code)) {
        let (code, name) = (table.code_text(Code::Integer(code)), table.this());
        let message = format!(
            "code {code} does not fit {repr}, the #[repr] of `{name}`, whose discriminants are \
             the codes; write `code_enum(#[repr({integer})] {name})`"
        );
        errors.push_at(variant.place, literal, message);
    }
}

/// Reports a code that is used twice, at both places.
pub(super) fn check_duplicates(table: &Table, errors: &mut Errors) {
    let variants = table.catalog.variants.iter();
    let codes = variants.filter_map(|variant| Some((variant, variant.codes.first()?)));
    let uses = codes.flat_map(|(variant, attribute)| {
        let codes = attribute.codes.iter();
        codes.map(|literal| Use { place: variant.place, by: &variant.original.ident, literal })
    });
    check_equal(uses, errors, |literal| match (literal, table.code_type) {
        (CodeLiteral::Integer(literal), CodeType::Integer(_)) => {
            let value = number(table.catalog, table.code_type, literal)?;
            Some(table.code_text(Code::Integer(value)))
        }
        (CodeLiteral::Text(literal), CodeType::Text) => {
            let text = Some(&literal.value).filter(|text| !text.is_empty());
            text.map(|text| format!("{text:?}"))
        }
        _ => None,
    });
}

/// A code that a variant uses.
#[derive(Clone, Copy)]
struct Use<'a> {
    place: Place,
    by: &'a Ident,
    literal: &'a CodeLiteral,
}

fn check_equal<'a>(
    uses: impl Iterator<Item = Use<'a>>,
    errors: &mut Errors,
    value_of: impl Fn(&CodeLiteral) -> Option<String>,
) {
    let mut by_value: HashMap<String, Vec<Use>> = HashMap::new();
    let mut repeated: Vec<String> = Vec::new();
    for each in uses {
        let Some(value) = value_of(each.literal) else { continue };
        let same = by_value.entry(value.clone()).or_default();
        same.push(each);
        if same.len() == 2 {
            repeated.push(value);
        }
    }
    for value in repeated {
        let Some((first, further)) = by_value[&value].split_first() else { continue };
        let names: Vec<String> = further.iter().map(|each| format!("`{}`", each.by)).collect();
        let times = match further.len() {
            1 => "twice".to_owned(),
            further => format!("{} times", further + 1),
        };
        let (by, again) = (first.by, names.join(", "));
        let message = format!("code {value} is used {times}: here by `{by}`, again by {again}");
        errors.push_at(first.place, first.literal, message);
        for each in further {
            let message = format!("duplicate code {value}: `{}` already has it", first.by);
            errors.push_at(each.place, each.literal, message);
        }
    }
}
