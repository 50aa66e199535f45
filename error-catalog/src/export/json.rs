//! Writes JSON.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::fields::written_fields;
use crate::integer;
use crate::table::{Field, Row, Table};

pub(super) fn write(table: &Table) -> String {
    let keys: Vec<_> =
        written_fields(table).into_iter().map(|field| (field, key(table, field))).collect();
    let object = |row| Object { keys: &keys, row, has_text_codes: !table.code_type.is_integer() };
    let objects: Vec<Object> = table.rows.iter().map(object).collect();
    let mut document = serde_json::to_string_pretty(&objects).unwrap_or_default();
    document.push('\n');
    document
}

/// Columns keep their names. The other keys are in lower case, unless a column has that
/// name.
fn key(table: &Table, field: Field) -> String {
    let heading = table.heading(field);
    let key = heading.to_lowercase();
    let is_column = matches!(field, Field::Column(_)) || table.columns.contains(&key);
    if is_column { heading.to_owned() } else { key }
}

struct Object<'a> {
    keys: &'a [(Field, String)],
    row: &'a Row,
    has_text_codes: bool,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.keys.len()))?;
        for (field, key) in self.keys {
            let text = field.text(self.row);
            let can_be_number = *field == Field::Code && !self.has_text_codes;
            match integer::decimal(&text).filter(|_| can_be_number) {
                Some(code) => map.serialize_entry(key, &code)?,
                None => map.serialize_entry(key, &text)?,
            }
        }
        map.end()
    }
}
