//! The source code of an enum with this crate's derive.

use std::fmt::Write;

use crate::table::Row;

/// The field of the `other` variant.
const KEPT: &str = "jmessage_codes::Unlisted<Self>";

/// What the enum has beyond integer codes, messages and descriptions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// The codes are strings.
    pub strings: bool,
    /// The description of each variant is its message.
    pub repeated: bool,
    /// Each variant has a third text, in a column.
    pub column: bool,
    /// An `other` variant keeps unlisted codes.
    pub other: bool,
}

/// The enum `Catalog` with these rows.
#[must_use]
pub fn catalog(rows: &[Row], form: Form) -> String {
    let mut source =
        "#[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]\n".to_owned();
    if form.column {
        source.push_str("#[catalog(column(zh: &str))]\n");
    }
    source.push_str("pub enum Catalog {\n");
    for (position, row) in rows.iter().enumerate() {
        let Row { name, message, .. } = row;
        let description = description(row, form);
        let (code, column) = (code(row, form), column(position, form));
        let _ = writeln!(source, "#[code({code}, {message:?}, {description:?}{column})] {name},");
    }
    if form.other {
        let column = column(rows.len(), form);
        let _ =
            writeln!(source, "#[code(other, \"unlisted\", \"Not listed\"{column})] Other({KEPT}),");
    }
    source.push_str("}\n");
    source
}

/// The row's description.
#[must_use]
pub fn description(row: &Row, form: Form) -> &str {
    if form.repeated { &row.message } else { &row.description }
}

/// The literal of the row's code.
#[must_use]
pub fn code(row: &Row, form: Form) -> String {
    if form.strings { format!("\"E{}\"", row.code) } else { row.code.to_string() }
}

fn column(position: usize, form: Form) -> String {
    if form.column { format!(", zh = \"第{position}个\"") } else { String::new() }
}
