//! Texts in Markdown.

use std::fmt::Write;

/// The replacement for a character that a format cannot express.
pub(crate) const REPLACEMENT: char = '\u{fffd}';

/// Text for a cell, escaped so that Markdown and HTML find no markup in it.
pub(crate) fn markdown(text: &str) -> String {
    let inner = text.trim();
    let inner_start = text.len() - text.trim_start().len();
    let mut escaped = String::with_capacity(text.len());
    for (offset, character) in text.char_indices() {
        let is_at_end = offset < inner_start || offset >= inner_start + inner.len();
        match character {
            // CommonMark reads it so, as the character and as a reference.
            '\0' => escaped.push(REPLACEMENT),
            '\n' => escaped.push_str("<br>"),
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            // A parser would trim it, or treat it as the end of the line.
            _ if is_at_end || character.is_control() => {
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
