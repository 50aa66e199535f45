//! Writes CSV.

use super::fields::written_fields;
use crate::table::Table;

pub(super) fn write(table: &Table) -> String {
    let fields = written_fields(table);
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to a vector does not fail.
    let _ = writer.write_record(fields.iter().map(|field| table.heading(*field)));
    for row in &table.rows {
        let _ = writer.write_record(fields.iter().map(|field| field.text(row).into_owned()));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
