//! String literals in the form of another one.

use crate::visible;

/// The literal of a text: raw if the literal before was, as long as a raw one can have
/// the text.
pub(super) fn in_form_of(before: &str, text: &str) -> String {
    let Some(rest) = before.strip_prefix('r').filter(|_| fits_raw(text)) else {
        return visible::literal(text);
    };
    let mut hashes = rest.len() - rest.trim_start_matches('#').len();
    while text.contains(&format!("\"{}", "#".repeat(hashes))) {
        hashes += 1;
    }
    let hashes = "#".repeat(hashes);
    format!("r{hashes}\"{text}\"{hashes}")
}

/// Whether every character can be in a raw literal, and a reader sees it there.
fn fits_raw(text: &str) -> bool {
    visible::characters(text).all(|(character, is_hidden)| !is_hidden || character == '\n')
}

#[cfg(test)]
mod tests {
    use super::in_form_of;

    #[test]
    fn a_raw_literal_stays_raw_if_it_can() {
        let cases = [
            ("\"a\"", "b \"c\"", r#""b \"c\"""#),
            ("r\"a\"", "b\\c", r#"r"b\c""#),
            ("r\"a\"", "b \"c\"", "r#\"b \"c\"\"#"),
            ("r#\"a\"#", "b", r##"r#"b"#"##),
            ("r#\"a\"#", "b\"#c\"##", "r###\"b\"#c\"##\"###"),
            ("r\"a\"", "b\u{202e}", r#""b\u{202e}""#),
            ("r\"a\"", "b\r\n", r#""b\r\n""#),
            ("r\"a\"", "b\nc", "r\"b\nc\""),
        ];
        for (before, text, expected) in cases {
            assert_eq!(in_form_of(before, text), expected, "{before} {text:?}");
        }
    }
}
