//! Writes JSON.

use std::fmt::Write;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::column::{Form, number};
use super::fields::{heading, text, written_fields};
use crate::code_value::{CodeValue, are_numbers};
use crate::table::{Field, Row, Table};

pub(super) fn write(table: &Table) -> String {
    let keys: Vec<_> =
        written_fields(table).into_iter().map(|field| (field, key(table, field))).collect();
    let forms: Vec<Form> = (0..table.columns.len()).map(|index| Form::of(table, index)).collect();
    let has_numbers = are_numbers([table]);
    let object = |row| Object { keys: &keys, forms: &forms, row, has_numbers };
    let objects: Vec<Object> = table.rows.iter().map(object).collect();
    let document = serde_json::to_string_pretty(&objects).unwrap_or_default();
    let mut escaped = String::with_capacity(document.len() + 1);
    for character in document.chars() {
        match character {
            // The only controls that JSON leaves unescaped; they can only be in strings.
            '\u{7f}'..='\u{9f}' => {
                // Writing to a string does not fail.
                let _ = write!(escaped, "\\u{:04x}", u32::from(character));
            }
            _ => escaped.push(character),
        }
    }
    escaped.push('\n');
    escaped
}

/// Columns keep their names. The other keys are in lower case, unless a column has that
/// name.
fn key(table: &Table, field: Field) -> String {
    let heading = heading(table, field);
    let key = heading.to_lowercase();
    let is_column = matches!(field, Field::Column(_)) || table.columns.contains(&key);
    if is_column { heading.to_owned() } else { key }
}

struct Object<'a> {
    keys: &'a [(Field, String)],
    forms: &'a [Form],
    row: &'a Row,
    has_numbers: bool,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { row, .. } = self;
        let code = |code| CodeValue { code, is_number: self.has_numbers };
        let mut map = serializer.serialize_map(Some(self.keys.len()))?;
        for (field, key) in self.keys {
            match field {
                Field::Code => map.serialize_entry(key, &code(&row.code))?,
                Field::Aliases => {
                    let aliases: Vec<_> = row.aliases.iter().map(|alias| code(alias)).collect();
                    map.serialize_entry(key, &aliases)?;
                }
                Field::Kind => {
                    map.serialize_entry(key, &row.kind.map(|kind| format!("{kind:?}")))?;
                }
                Field::Retryable => map.serialize_entry(key, &row.is_retryable())?,
                Field::Retired => map.serialize_entry(key, &row.is_retired)?,
                Field::Column(index) => match self.forms.get(*index) {
                    Some(Form::Bool) => map.serialize_entry(key, &(row.value(*index) == "true"))?,
                    Some(Form::Integer { .. }) => {
                        map.serialize_entry(key, &number(row.value(*index)))?;
                    }
                    _ => map.serialize_entry(key, row.value(*index))?,
                },
                _ => map.serialize_entry(key, &text(*field, row))?,
            }
        }
        map.end()
    }
}
