//! The rules of the arguments after the code.

use std::collections::HashMap;

use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Fields, GenericArgument, Ident, PathArguments, Type};

use crate::ast::Variant;
use crate::attr::CODE_FORM;
use crate::attr::catalog::{Column, last_segment, type_name};
use crate::attr::code::{ARGUMENTS, ATTR, CodeAttribute, Flag, KEYS, KIND, RETRYABLE};
use crate::attr::value::Value;
use crate::doc_table::value_text;
use crate::errors::Errors;
use crate::kind;
use crate::reserved::is_reserved;
use crate::suggestion::{did_you_mean, synonym};
use crate::table::{CodeType, Table};

/// Checks the words without a value, which should be flags.
pub(super) fn check_words(table: &Table, attribute: &CodeAttribute, errors: &mut Errors) {
    for (index, word) in attribute.words.iter().enumerate() {
        let message = match Flag::of(word) {
            Some(flag) => misused_flag(flag, attribute, &attribute.words[..index]),
            None => unknown_word(table, word),
        };
        if let Some(message) = message {
            errors.push_at(attribute.place, word, message);
        }
    }
}

/// What is wrong with a flag that comes after the words `before`.
fn misused_flag(flag: Flag, attribute: &CodeAttribute, before: &[Ident]) -> Option<String> {
    let name = flag.name();
    let is_duplicate = before.iter().any(|word| Flag::of(word) == Some(flag));
    let has_other = attribute.other.is_some();
    match flag {
        _ if is_duplicate => Some(format!("duplicate `{name}` in #[code]; remove one")),
        Flag::Success if has_other => {
            Some("an unlisted code cannot be a success; remove `success`".to_owned())
        }
        Flag::Retired if has_other => {
            Some("an unlisted code cannot be retired; remove `retired`".to_owned())
        }
        Flag::Success | Flag::Retired => None,
        Flag::Other if has_other => Some(format!("duplicate `{name}` in #[code]; remove one")),
        Flag::Other => Some("`other` takes the place of the code; write it first".to_owned()),
    }
}

/// `None` if the word is a column with a syntax error, which is reported already.
fn unknown_word(table: &Table, word: &Ident) -> Option<String> {
    let name = word.unraw();
    if table.catalog.attribute.broken_columns.contains(word) {
        return None;
    }
    if name == KIND {
        return Some("`kind` needs a value: `kind = NAME`".to_owned());
    }
    if name == RETRYABLE {
        let message = "`retryable` needs a value: `retryable = true` or `retryable = false`";
        return Some(message.to_owned());
    }
    if name == ATTR {
        return Some("expected `attr(#[…])`".to_owned());
    }
    if is_column(table, word) {
        return Some(format!("column `{name}` needs a value: `{name} = VALUE`"));
    }
    let meant = meant_word(table, word).or_else(|| synonym(&name.to_string()));
    let kind = kind::of(&word.to_token_stream());
    let meant = meant.or_else(|| kind.map(|kind| format!("write `kind = {kind}`")));
    let hint = meant.unwrap_or_else(|| {
        let flags = Flag::ALL.into_iter().filter(|flag| *flag != Flag::Other).map(Flag::name);
        let flags: Vec<&str> = flags.collect();
        format!("a text must be a string literal; the flags are: {}", flags.join(", "))
    });
    Some(format!("unknown flag `{name}` in #[code]; {hint}"))
}

fn is_column(table: &Table, name: &Ident) -> bool {
    table.column_names.contains(&name.unraw().to_string())
}

/// `did you mean …?` for a word that resembles a flag or a column.
fn meant_word(table: &Table, word: &Ident) -> Option<String> {
    let flags = Flag::ALL.map(|flag| flag.name().to_owned());
    let names = table.column_names.iter().cloned().chain(flags).chain([RETRYABLE.to_owned()]);
    let names: Vec<String> = names.collect();
    did_you_mean(&word.unraw().to_string(), names.iter().map(String::as_str))
}

/// Whether a word resembles no flag or column, so that it is probably meant as a text.
fn is_meant_as_text(table: &Table, word: &Ident) -> bool {
    !is_column(table, word) && meant_word(table, word).is_none()
}

pub(super) fn check_texts(table: &Table, attribute: &CodeAttribute, errors: &mut Errors) {
    let is_elsewhere = attribute.words.iter().any(|word| is_meant_as_text(table, word))
        || attribute.names_an_argument()
        || attribute.other.is_none() && attribute.means_other();
    if attribute.texts.is_empty() && !attribute.is_broken && !is_elsewhere {
        let before: &dyn ToTokens = match (&attribute.other, attribute.codes.last()) {
            (Some(other), _) => other,
            (None, Some(code)) => code,
            // The missing code is reported already.
            (None, None) => return,
        };
        let message = format!("missing message; write {CODE_FORM}, or \"\" if the vendor has none");
        errors.push_at(attribute.place, before, message);
    }
    for text in attribute.texts.iter().skip(2) {
        let message = "too many texts; a code has only a message and a description";
        errors.push_at(attribute.place, text, message);
    }
}

/// A value for each column, either the given one or the column's default. Empty
/// if any is missing.
pub(super) fn check_values<'a>(
    table: &Table<'a>,
    attribute: &'a CodeAttribute,
    errors: &mut Errors,
) -> Vec<&'a Value> {
    let given = check_keys(table, attribute, errors);
    let value_of = |column: &&'a Column| {
        let name = column.name.unraw().to_string();
        let value = given.get(&name).copied().or(column.default.as_ref());
        // `NAME` without `= VALUE` is reported already.
        let is_named = attribute.words.iter().any(|word| word.unraw() == name);
        if value.is_none() && !attribute.is_broken && !is_named {
            let message = format!("missing `{name} = VALUE`; column `{name}` has no default");
            errors.push_at(attribute.place, attribute.original, message);
        }
        value
    };
    // Only the position says which column a value belongs to.
    let values: Vec<Option<&Value>> = table.columns.iter().map(value_of).collect();
    values.into_iter().collect::<Option<_>>().unwrap_or_default()
}

/// The values by key, the first if there are several. With many columns it matters
/// that this takes linear time.
fn check_keys<'a>(
    table: &Table,
    attribute: &'a CodeAttribute,
    errors: &mut Errors,
) -> HashMap<String, &'a Value> {
    let mut given = HashMap::new();
    if attribute.values.is_empty() {
        return given;
    }
    let columns = &table.column_names;
    for each in &attribute.values {
        let key = each.name.unraw();
        let name = key.to_string();
        let message = if given.contains_key(&name) {
            Some(format!("duplicate `{name}` in #[code]; remove one"))
        } else if columns.contains(&name) {
            // Its errors, if any, are reported at its declaration.
            None
        } else if name == KIND {
            check_kind(attribute, &each.value, errors);
            None
        } else if name == RETRYABLE {
            check_retryable(attribute, &each.value, errors);
            None
        } else if Flag::of(&key).is_some() {
            Some(format!("`{name}` is a flag and takes no value; write `{name}`"))
        } else {
            unknown_key(table, &key)
        };
        if let Some(message) = message {
            errors.push_at(attribute.place, &each.name, message);
        }
        given.entry(name).or_insert(&each.value);
    }
    given
}

fn check_kind(attribute: &CodeAttribute, value: &Value, errors: &mut Errors) {
    let is_success = attribute.has(Flag::Success);
    let message = match kind::of(&value.tokens) {
        None if value.literal.is_some() => {
            format!("a kind is a name without quotes; {}", kind::hint(&value.tokens))
        }
        None => format!("unknown kind `{}`; {}", value_text(value), kind::hint(&value.tokens)),
        Some(kind::OK) if attribute.means_other() => {
            "an unlisted code cannot be a success; remove `kind = Ok`".to_owned()
        }
        Some(kind::OK) if !is_success => {
            "`Ok` is the kind of success codes; write `success` instead".to_owned()
        }
        Some(kind) if kind != kind::OK && is_success => {
            "a success code has the kind `Ok`; remove `kind` or `success`".to_owned()
        }
        Some(_) => return,
    };
    errors.push_at(attribute.place, value, message);
}

fn check_retryable(attribute: &CodeAttribute, value: &Value, errors: &mut Errors) {
    let message = match value.as_bool() {
        None => "write `true` or `false` here: `retryable = true` or `retryable = false`",
        // `success` of an `other` variant is the mistake there.
        Some(true) if attribute.has(Flag::Success) && !attribute.means_other() => {
            "a success code cannot have `retryable`; remove it, or `success`"
        }
        Some(_) => return,
    };
    errors.push_at(attribute.place, value, message);
}

/// `None` if a column with a syntax error may have this name.
fn unknown_key(table: &Table, key: &Ident) -> Option<String> {
    let name = key.to_string();
    if ARGUMENTS.contains(&name.as_str()) {
        return Some(format!("remove `{name} =`; write {CODE_FORM}"));
    }
    let names = table.column_names.iter().cloned().chain(KEYS.map(str::to_owned));
    let names: Vec<String> = names.collect();
    let meant = did_you_mean(&name, names.iter().map(String::as_str));
    let hint = match meant.or_else(|| synonym(&name)) {
        Some(hint) => hint,
        None if is_reserved(key, &table.catalog.attribute) => {
            "a column cannot have that name".to_owned()
        }
        None if table.catalog.attribute.is_unclear("column") => return None,
        None => format!("declare a column with #[catalog(column({name}: TYPE))]"),
    };
    Some(format!("unknown key `{name}` in #[code]; {hint}"))
}

pub(super) fn check_other(
    table: &Table,
    variant: &Variant,
    attribute: &CodeAttribute,
    errors: &mut Errors,
) {
    let Some(other) = &attribute.other else { return };
    if let Some(first) = &table.other {
        let message = format!("duplicate `other`: `{}` already has it", first.variant.ident);
        errors.push_at(attribute.place, other, message);
    }
    if table.catalog.data.is_some() {
        let message =
            "an enum whose variants have data cannot have an `other` variant; write a code";
        return errors.push_at(attribute.place, other, message);
    }
    if table.code_type == CodeType::Text {
        let message = format!(
            "a catalog of string codes cannot have an `other` variant; remove it, and keep such a \
             code in a field `MaybeListed<{}, String>`",
            table.this()
        );
        return errors.push_at(attribute.place, other, message);
    }
    check_field_of_other(table, variant, attribute, errors);
}

/// Checks that an `other` variant has one field, which keeps the code.
fn check_field_of_other(
    table: &Table,
    variant: &Variant,
    attribute: &CodeAttribute,
    errors: &mut Errors,
) {
    let syn::Variant { ident, fields, .. } = variant.original;
    match fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            let ty = &fields.unnamed[0].ty;
            if !is_unlisted(ty, &table.catalog.original.ident) {
                let message = format!("`{ident}` keeps an unlisted code; write `{KEPT}` here");
                errors.push_at(attribute.place, ty, message);
            }
        }
        Fields::Unit => {
            let message = format!("`{ident}` needs a field for the code: `{ident}({KEPT})`");
            errors.push_at(attribute.place, ident, message);
        }
        fields => {
            let message = format!(
                "an `other` variant must have one field, without a name: `{ident}({KEPT})`"
            );
            errors.push_at(attribute.place, fields, message);
        }
    }
}

/// The field of an `other` variant.
const KEPT: &str = "Unlisted<Self>";

/// Whether a type is [`KEPT`], with any path before it. The enum's name may be in
/// place of `Self`.
fn is_unlisted(ty: &Type, this: &Ident) -> bool {
    let Some(segment) = last_segment(ty).filter(|segment| segment.ident == "Unlisted") else {
        return false;
    };
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return false };
    let is_this = |name: &Ident| name == "Self" || name == this;
    match arguments.args.iter().collect::<Vec<_>>()[..] {
        [GenericArgument::Type(argument)] => type_name(argument).is_some_and(is_this),
        _ => false,
    }
}
