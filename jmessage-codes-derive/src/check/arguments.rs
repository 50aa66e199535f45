//! The rules of what else stands in `#[code(…)]`.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Fields, Ident};

use super::TAKEN_NAMES;
use crate::ast::Variant;
use crate::attr::{self, CODE_FORM, CodeAttribute, Column};
use crate::errors::{Errors, did_you_mean};
use crate::table::{CodeType, Table};

const FLAGS: [&str; 2] = ["success", "other"];

/// Tells whether the row is marked as a success.
pub(super) fn check_flags(table: &Table, attribute: &CodeAttribute, errors: &mut Errors) -> bool {
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
        } else if table.catalog.attribute.broken_columns.iter().any(|column| column == flag) {
            // Whatever is wrong with it is told where it is declared.
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

/// The names of all columns, those included that have an error of their own.
fn column_names(table: &Table) -> impl Iterator<Item = String> {
    let attribute = &table.catalog.attribute;
    let names = attribute.columns.iter().map(|column| &column.name);
    names.chain(&attribute.broken_columns).map(|name| name.unraw().to_string())
}

fn is_column(table: &Table, name: &Ident) -> bool {
    column_names(table).any(|column| name.unraw() == column)
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

pub(super) fn check_texts(table: &Table, attribute: &CodeAttribute, errors: &mut Errors) {
    let is_elsewhere = attribute.flags.iter().any(|flag| is_meant_as_text(table, flag))
        || attribute.names_an_argument()
        || attribute.other.is_none() && attribute.means_other();
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
pub(super) fn values<'a>(
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
        } else if is_column(table, &name) {
            // Whatever is wrong with it is told where it is declared.
        } else if FLAGS.iter().any(|flag| name == flag) {
            errors.push_at(&each.name, format_args!("`{name}` is a flag and takes no value"));
        } else if let Some(message) = unknown_key(table, &name.to_string()) {
            errors.push_at(&each.name, message);
        }
        seen.push(name);
    }
}

/// `None` where the key may be that of a column that could not be understood.
fn unknown_key(table: &Table, name: &str) -> Option<String> {
    if attr::ARGUMENTS.contains(&name) {
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

pub(super) fn check_other(
    table: &Table,
    variant: &Variant,
    attribute: &CodeAttribute,
    errors: &mut Errors,
) {
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
