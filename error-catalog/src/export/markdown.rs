//! Writes Markdown.

use std::fmt::Write;

use super::fields::written_fields;
use crate::table::Table;

pub(super) fn write(table: &Table) -> String {
    let written = written_fields(table);
    let fields = || written.iter().copied();
    let mut document = format!("# {}\n\n", escape(&table.title));
    push_row(&mut document, fields().map(|field| escape(table.heading(field))));
    push_row(&mut document, fields().map(|_| "---"));
    for row in &table.rows {
        push_row(&mut document, fields().map(|field| escape(&field.text(row))));
    }
    document
}

fn push_row(document: &mut String, cells: impl IntoIterator<Item = impl AsRef<str>>) {
    document.push('|');
    for cell in cells {
        document.push(' ');
        document.push_str(cell.as_ref());
        document.push_str(" |");
    }
    document.push('\n');
}

/// Text for a cell, in which Markdown and HTML find no markup.
pub(crate) fn escape(text: &str) -> String {
    let inner = text.trim();
    let inner_start = text.len() - text.trim_start().len();
    let mut escaped = String::with_capacity(text.len());
    for (offset, character) in text.char_indices() {
        let is_at_end = offset < inner_start || offset >= inner_start + inner.len();
        match character {
            '\n' => escaped.push_str("<br>"),
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            // A parser would trim it, or take it for the end of the line.
            _ if is_at_end || character.is_control() && character != '\0' => {
                let _ = write!(escaped, "&#{};", u32::from(character));
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                escaped.extend(['\\', character]);
            }
            _ => escaped.push(character),
        }
    }
    escaped
}
