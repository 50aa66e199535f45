//! `url = "https://…/{code}"`: the URLs that explain the codes of an enum.

use std::fmt::Write;

const CODE: &str = "{code}";
const NAME: &str = "{name}";

/// What is wrong with the text.
pub(super) fn problem(url: &str) -> Option<String> {
    let text = url.replace(CODE, "").replace(NAME, "");
    if url.is_empty() {
        return Some(format!("a URL cannot be empty; write one such as `https://…/{CODE}`"));
    }
    if text.contains(['{', '}']) {
        return Some(format!("unknown placeholder in `{url}`; write `{CODE}` or `{NAME}`"));
    }
    let is_allowed = |character: char| {
        character.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(character)
    };
    let other = text.chars().find(|character| !is_allowed(*character))?;
    let encoded = encoded(other.encode_utf8(&mut [0; 4]));
    Some(format!("a URL cannot contain {other:?}; write `{encoded}`"))
}

/// The URL of a row.
pub(super) fn url_of(url: &str, code: &str, name: &str) -> String {
    // An encoded code has no placeholder.
    url.replace(CODE, &encoded(code)).replace(NAME, &encoded(name))
}

/// With `%` and the bytes of all characters that can have a meaning in a URL.
fn encoded(text: &str) -> String {
    let mut output = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            output.push(byte.into());
        } else {
            let _ = write!(output, "%{byte:02X}");
        }
    }
    output
}
