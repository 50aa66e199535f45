//! Texts in HTML.

use std::fmt::Write;

use crate::escape::REPLACEMENT;

/// A name that may break into lines between its words.
pub(super) fn breakable(name: &str) -> String {
    let mut words = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(end) = word_end(rest) {
        let (word, others) = rest.split_at(end);
        words.push_str(&escape(word));
        words.push_str("<wbr>");
        rest = others;
    }
    words.push_str(&escape(rest));
    words
}

/// The first place where a capital letter follows a small one.
fn word_end(name: &str) -> Option<usize> {
    let mut letters = name.char_indices().zip(name.chars().skip(1));
    let ((offset, small), _) =
        letters.find(|((_, letter), next)| letter.is_lowercase() && next.is_uppercase())?;
    Some(offset + small.len_utf8())
}

/// Whether a browser shows the text unchanged outside of `<pre>`.
pub(super) fn keeps_blanks(text: &str) -> bool {
    let single = text.is_empty() || text.split(' ').all(|word| !word.is_empty());
    single && text.trim() == text && !text.contains(['\t', '\n', '\u{c}', '\r'])
}

/// A code as the fragment of an address and as an id, without blanks. The page's script encodes
/// it in the same way to find a row.
pub(super) fn fragment(code: &str) -> String {
    let mut encoded = String::with_capacity(code.len());
    for byte in code.bytes() {
        match byte {
            // JavaScript's `encodeURIComponent` keeps it; an attribute needs the entity.
            b'\'' => encoded.push_str("&#39;"),
            b'-' | b'_' | b'.' | b'!' | b'~' | b'*' | b'(' | b')' => encoded.push(byte.into()),
            _ if byte.is_ascii_alphanumeric() => encoded.push(byte.into()),
            _ => encoded.extend(["%", &format!("{byte:02X}")]),
        }
    }
    encoded
}

/// Text for an element or an attribute in quotes, escaped so that HTML finds no markup in it.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // A parser reads the bare character as a line feed.
            '\r' => escaped.push_str("&#13;"),
            // HTML cannot express them: it reads a reference to one above U+007F as another
            // character.
            '\0' | '\u{80}'..='\u{9f}' => escaped.push(REPLACEMENT),
            _ if is_raw_control(character) => {
                // Writing to a string does not fail.
                let _ = write!(escaped, "&#{};", u32::from(character));
            }
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Whether a character, if not escaped, ends or hides something in a terminal or an editor.
fn is_raw_control(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\n')
}

/// A text for a format without escapes: all lines end the same way, and any other control becomes
/// U+FFFD.
pub(super) fn without_controls(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.replace(is_raw_control, REPLACEMENT.encode_utf8(&mut [0; 4]))
}

/// Whether a text is the address of a website.
pub(super) fn is_address(text: &str) -> bool {
    let is_address = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
    is_address && !text.contains(char::is_whitespace)
}

/// A kind in words: `NotFound` is "Not found".
pub(super) fn words(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !words.is_empty() {
            words.push(' ');
            words.push(letter.to_ascii_lowercase());
        } else {
            words.push(letter);
        }
    }
    words
}

/// A count with a comma before every three digits.
pub(super) fn group_digits(count: usize) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A readable form of a column's name: `retry_after` becomes "Retry after", and `zh` or
/// `description_zh` is in Chinese.
pub(super) fn readable_heading(name: &str) -> String {
    if !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    {
        return name.to_owned();
    }
    let (words, code) = name.rsplit_once('_').unwrap_or(("", name));
    let language = language(code);
    let words = if language.is_some() { words } else { name };
    let mut heading = words.replace('_', " ");
    if let Some(first) = heading.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    match language {
        Some(language) if heading.is_empty() => language.to_owned(),
        Some(language) => format!("{heading} ({language})"),
        None => heading,
    }
}

/// The code of the language in which a column is: `zh` of `zh` and of `description_zh`.
pub(super) fn column_language(name: &str) -> Option<String> {
    name.rsplit('_').next().filter(|code| language(code).is_some()).map(str::to_owned)
}

/// The English name of a language, by its code in ISO 639.
fn language(code: &str) -> Option<&'static str> {
    Some(match code {
        "ar" => "Arabic",
        "de" => "German",
        "en" => "English",
        "es" => "Spanish",
        "fr" => "French",
        "hi" => "Hindi",
        "it" => "Italian",
        "ja" => "Japanese",
        "ko" => "Korean",
        "pt" => "Portuguese",
        "ru" => "Russian",
        "vi" => "Vietnamese",
        "zh" => "Chinese",
        _ => return None,
    })
}

/// The path that all values of a column begin with: `Level::` of `Level::Low` and `Level::High`.
pub(super) fn shared_path<'a>(values: impl Iterator<Item = &'a str>) -> &'a str {
    let mut paths = values.filter(|value| !value.is_empty()).map(path);
    let first = paths.next().unwrap_or_default();
    if paths.all(|path| path == first) { first } else { "" }
}

/// The path before the last name of a value, with its colons.
fn path(value: &str) -> &str {
    let is_name = |name: &str| {
        name.starts_with(|first: char| first.is_ascii_alphabetic())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    let last = value.rsplit("::").next().filter(|_| value.split("::").all(is_name));
    last.and_then(|last| value.strip_suffix(last)).unwrap_or_default()
}
