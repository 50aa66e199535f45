//! The doc comment of a variant: the code, then a text of the table.

use crate::visible;

/// A code as Rust writes it, without the quotes of a string.
pub(crate) fn code(literal: &str) -> &str {
    literal.strip_prefix('"').and_then(|code| code.strip_suffix('"')).unwrap_or(literal)
}

/// The code in backticks and the text: `` `7`: Door jammed ``.
fn with_code(literal: &str, text: &str) -> String {
    let shown = code(literal).replace('`', "'");
    let text = if text.is_empty() { String::new() } else { format!(": {text}") };
    format!("`{shown}`{text}")
}

/// The doc comment that an import writes for a row with this text.
pub(crate) fn of_row(literal: &str, text: &str) -> String {
    with_code(literal, &escaped(text))
}

/// The description that the derive reads in a doc comment of one line. A doc comment that
/// begins with the row's own code counts without that part.
pub(crate) fn description<'d>(doc: &'d str, literal: &str) -> &'d str {
    let parts = doc.strip_prefix('`').and_then(|rest| rest.split_once("`:"));
    match parts {
        // With an escape it is not the code.
        Some((first, text)) if first == code(literal) && !first.contains('\\') => text.trim(),
        _ => doc.trim(),
    }
}

/// The text on one line, escaped so that rustdoc finds no markup in it. Leaves out characters
/// that could hide others, which rustc refuses in a comment.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let words = text.split(|character: char| character.is_whitespace() || character.is_control());
    for word in words.filter(|word| !word.is_empty()) {
        if !escaped.is_empty() {
            escaped.push(' ');
        }
        let seen = visible::characters(word).filter(|(_, is_hidden)| !is_hidden);
        let word: String = seen.map(|(character, _)| character).collect();
        for (place, character) in word.char_indices() {
            let rest = word.get(place + character.len_utf8()..).unwrap_or_default();
            let is_markup = match character {
                '\\' | '`' | '*' | '[' | '~' => true,
                '_' => place == 0 || !rest.starts_with(char::is_alphanumeric),
                '<' => rest
                    .starts_with(|next: char| next.is_ascii_alphabetic() || "/!?".contains(next)),
                '&' => rest.contains(';'),
                _ => false,
            };
            escaped.extend(is_markup.then_some('\\'));
            escaped.push(character);
        }
    }
    // rustdoc would make it a link.
    escaped.replace("://", "\\://")
}
