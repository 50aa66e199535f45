//! Writes CSV.

use std::borrow::Cow;

use super::fields::{heading, text, written_fields};
use super::html_text::without_controls;
use crate::integer;
use crate::table::Table;

/// The characters that begin a formula in a spreadsheet, in any width. A carriage return does too,
/// but no cell has one.
const FORMULA: [char; 9] = ['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠'];

/// With `is_safe`, for spreadsheets: no cell is a formula.
pub(super) fn write(table: &Table, is_safe: bool) -> String {
    let fields = written_fields(table);
    let cell = |text: &str| {
        let text = without_controls(text);
        if is_safe { without_formula(text) } else { text }
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to a vector does not fail.
    let _ = writer.write_record(fields.iter().map(|field| cell(heading(table, *field))));
    for row in &table.rows {
        let texts = fields.iter().map(|field| text(*field, row));
        let _ = writer.write_record(texts.map(|text: Cow<'_, str>| cell(&text)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// A negative number is not a formula. Any other text that begins like one gets a quote, which a
/// spreadsheet does not show.
fn without_formula(text: String) -> String {
    let is_formula = text.starts_with(FORMULA) && integer::decimal(&text).is_none();
    if is_formula { format!("'{text}") } else { text }
}
