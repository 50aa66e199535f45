//! The table as a reader of the documentation sees it.

use std::fmt::Write;

use proc_macro2::TokenStream;
use syn::LitStr;
use syn::ext::IdentExt;

use crate::table::{Code, Description, Row, Table};

/// The whole table in Markdown, with a link to each variant.
pub(crate) fn markdown(table: &Table) -> String {
    let mut text = String::from("The table.\n\n| code | variant | message | description |");
    for column in &table.columns {
        let _ = write!(text, " {} |", escaped(&column.name.unraw().to_string()));
    }
    text.push_str("\n|---|---|---|---|");
    text.push_str(&"---|".repeat(table.columns.len()));
    for row in &table.rows {
        write_row(&mut text, row);
    }
    text
}

fn write_row(text: &mut String, row: &Row) {
    let codes: Vec<String> = row.codes.iter().map(code_text).collect();
    // A method may have the name too.
    let name = row.variant.ident.unraw();
    let message = row.message.map(LitStr::value).unwrap_or_default();
    let description = match &row.description {
        Description::Literal(description) => description.value(),
        Description::Comment(comment) => comment.clone(),
        Description::Message => String::new(),
    };
    let (message, description) = (escaped(&message), escaped(&description));
    let _ = write!(
        text,
        "\n| {} | [`{name}`](variant@Self::{name}) | {message} | {description} |",
        escaped(&codes.join(", ")),
    );
    for value in &row.values {
        let _ = write!(text, " {} |", escaped(&value_text(value)));
    }
}

fn code_text(code: &Code) -> String {
    match code {
        Code::Integer(value) => value.to_string(),
        Code::Text(text) => text.value(),
    }
}

/// A column's value as the table writes it: the text of a string literal, the
/// tokens of any other expression.
pub(crate) fn value_text(value: &TokenStream) -> String {
    if let Ok(text) = syn::parse2::<LitStr>(value.clone()) {
        return text.value();
    }
    let mut text = value.to_string();
    if text.contains('"') {
        // A text inside stays what it is.
        return text;
    }
    for (spaced, tight) in [(" :: ", "::"), (" . ", "."), (" ,", ","), (" (", "("), ("& ", "&")] {
        text = text.replace(spaced, tight);
    }
    text
}

/// Text that Markdown and HTML show as it is, on one line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '|' => escaped.push_str("&#124;"),
            _ if character.is_control() => escaped.push(' '),
            _ if character.is_ascii_punctuation() => escaped.extend(['\\', character]),
            _ => escaped.push(character),
        }
    }
    escaped
}
