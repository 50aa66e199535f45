//! A table in Markdown.

use std::fmt::Write;

use crate::Table;

pub(super) fn write(table: &Table) -> String {
    let mut document = format!("# {}\n\n", escaped(&table.title));
    push_row(&mut document, table.headings());
    push_row(&mut document, table.headings().iter().map(|_| "---"));
    for row in &table.rows {
        push_row(&mut document, table.cells(row).iter().map(|cell| escaped(cell)));
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

/// Text that a cell of Markdown, HTML in it included, shows as it is.
fn escaped(text: &str) -> String {
    let inner = text.trim();
    let inner_start = text.len() - text.trim_start().len();
    let mut escaped = String::with_capacity(text.len());
    for (offset, character) in text.char_indices() {
        let is_at_end = offset < inner_start || offset >= inner_start + inner.len();
        match character {
            '\n' => escaped.push_str("<br>"),
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            // What a parser would trim, or take for the end of a line.
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
