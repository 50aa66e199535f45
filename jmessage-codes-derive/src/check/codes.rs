//! The rules of codes.

use std::collections::HashMap;
use std::fmt::Display;
use std::hash::Hash;

use syn::{Fields, Ident, LitStr};

use crate::ast::Catalog;
use crate::attr::{self, CODE_FORM, CodeAttribute};
use crate::code::{CodeLiteral, IntegerLiteral, IntegerType};
use crate::errors::Errors;
use crate::table::{Code, CodeType, Table};

/// A row's codes, each by itself; whether they fit together is seen when all
/// rows are known.
pub(super) fn check(table: &Table, attribute: &CodeAttribute, errors: &mut Errors) {
    let is_missing = attribute.codes.is_empty() && !attribute.means_other();
    if is_missing && !attribute.is_broken && !attribute.names_an_argument() {
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
            _ if attribute.is_broken || attribute.means_other() => {}
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
        let retype = IntegerType::from_name(suffix)
            .filter(|integer| literal.value().is_some_and(|value| integer.holds(value)));
        let retype = retype
            .map(|integer| format!(", or say #[catalog(code = {integer})] on the enum"))
            .unwrap_or_default();
        let message = format!("suffix `{suffix}` is not the code type {integer}; drop it{retype}");
        errors.push_at(literal, message);
    }
}

pub(super) fn value_of<'a>(table: &Table, code: &'a CodeLiteral) -> Option<Code<'a>> {
    match (code, table.code_type) {
        (CodeLiteral::Integer(literal), CodeType::Integer(integer)) => {
            literal.value().filter(|value| integer.holds(*value)).map(Code::Integer)
        }
        (CodeLiteral::Text(text), CodeType::Text) => Some(Code::Text(text)),
        _ => None,
    }
}

pub(super) fn check_range(catalog: &Catalog, code_type: CodeType, errors: &mut Errors) {
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

/// Holds every code against the code type and the range.
pub(super) fn check_fit(table: &Table, errors: &mut Errors) {
    let CodeType::Integer(integer) = table.code_type else { return };
    let mend = type_that_holds_all(table.catalog);
    if table.catalog.attribute.is_unclear("code") {
        return;
    }
    let range = table.catalog.attribute.range.as_ref();
    let ends = range.and_then(|range| Some((range, range.first.value()?, range.last.value()?)));
    for (index, literal) in integer_literals(table.catalog) {
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

/// The code type that the uses of an enum suppose whose own does not hold its
/// codes, so that they are no errors too.
pub(super) fn supposed_type(table: &Table) -> CodeType {
    let CodeType::Integer(integer) = table.code_type else { return table.code_type };
    if table.catalog.attribute.code.is_some() {
        return table.code_type;
    }
    let kept = table.other.as_ref().and_then(|row| match &row.variant.fields {
        Fields::Unnamed(fields) => attr::type_name(&fields.unnamed.first()?.ty),
        _ => None,
    });
    let kept = kept.and_then(|name| IntegerType::from_name(&name.to_string()));
    CodeType::Integer(kept.or_else(|| type_that_holds_all(table.catalog)).unwrap_or(integer))
}

fn type_that_holds_all(catalog: &Catalog) -> Option<IntegerType> {
    let values = || integer_literals(catalog).filter_map(|(_, literal)| literal.value());
    IntegerType::that_holds(values().min()?, values().max()?)
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
pub(super) fn check_duplicates(table: &Table, errors: &mut Errors) {
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
            CodeLiteral::Text(literal) => {
                let text = Some(literal.value()).filter(|text| !text.is_empty());
                text.map(|text| format!("{text:?}"))
            }
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
