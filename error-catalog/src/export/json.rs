//! Writes JSON.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::integer;
use crate::table::{Field, Row, Table};

pub(super) fn write(table: &Table) -> String {
    let objects: Vec<Object> = table.rows.iter().map(|row| Object { table, row }).collect();
    let mut document = serde_json::to_string_pretty(&objects).unwrap_or_default();
    document.push('\n');
    document
}

struct Object<'a> {
    table: &'a Table,
    row: &'a Row,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.table.fields.len()))?;
        for &field in &self.table.fields {
            let text = field.text(self.row);
            // Columns keep their names; the other keys are in lower case.
            let key = match (field, self.table.heading(field)) {
                (Field::Column(_), name) => name.to_owned(),
                (_, heading) => heading.to_lowercase(),
            };
            match integer::decimal(&text).filter(|_| field == Field::Code) {
                Some(code) => map.serialize_entry(&key, &code)?,
                None => map.serialize_entry(&key, &text)?,
            }
        }
        map.end()
    }
}
