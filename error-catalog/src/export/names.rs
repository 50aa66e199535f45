//! Names that are valid in every language: ASCII letters, digits and `_`, a letter first, each
//! unique.

use std::collections::HashSet;

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

use crate::source::name::{Names, own_name};
use crate::table::Row;

/// A name for each row, never empty: the one in the table, unless an earlier row has it.
pub(super) fn keys(rows: &[Row]) -> Vec<String> {
    unique(rows, |name| !name.is_empty(), Names::name)
}

/// Like [`keys`], but each is an identifier in every language.
pub(super) fn identifiers(rows: &[Row]) -> Vec<String> {
    unique(rows, is_identifier, |names, row| {
        names.with_code(own_name(row).filter(|name| is_identifier(name)), row)
    })
}

fn unique(
    rows: &[Row],
    can_stay: impl Fn(&str) -> bool,
    other: impl Fn(&mut Names, &Row) -> String,
) -> Vec<String> {
    let own = |row: &Row| Some(row.name.clone()).filter(|name| can_stay(name));
    let mut names = Names::new(rows.iter().filter_map(own));
    let mut used = HashSet::new();
    let name = |row: &Row| {
        own(row).filter(|own| used.insert(own.clone())).unwrap_or_else(|| other(&mut names, row))
    };
    rows.iter().map(name).collect()
}

/// The names in capital letters.
pub(super) fn constants(rows: &[Row], identifiers: &[String]) -> Vec<String> {
    let mut used = HashSet::new();
    let mut names = Names::new(identifiers.iter().map(|name| name.to_shouty_snake_case()));
    let constant = |(row, identifier): (&Row, &String)| {
        let constant = identifier.to_shouty_snake_case();
        if used.insert(constant.clone()) { constant } else { names.with_code(Some(constant), row) }
    };
    rows.iter().zip(identifiers).map(constant).collect()
}

/// A type's name from a title; JavaScript's own names are taken.
pub(super) fn type_name(title: &str) -> String {
    let name = title.to_upper_camel_case();
    let is_own = matches!(name.as_str(), "Map" | "ReadonlyMap" | "Object" | "Array" | "String");
    if is_identifier(&name) && !is_own { name } else { "ErrorCodes".to_owned() }
}

/// The columns as fields of a structure.
pub(super) fn columns(columns: &[String]) -> Vec<String> {
    let mut used = HashSet::new();
    let name = |(index, column): (usize, &String)| {
        let own = if is_identifier(column) { column.clone() } else { column.to_snake_case() };
        let is_own = is_identifier(&own) && used.insert(own.clone());
        if is_own { own } else { format!("column_{}_", index + 1) }
    };
    columns.iter().enumerate().map(name).collect()
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
