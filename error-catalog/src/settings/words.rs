//! The words of a command line, quoted as a shell reads them.

use std::fmt::Write;

use crate::visible;

/// The word as bash reads it, on one line and without a character that could hide
/// another.
pub(super) fn quoted(word: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:=@%+,".contains(&byte);
    if !word.is_empty() && word.bytes().all(is_plain) {
        word.to_owned()
    } else if !word.contains('\'') && visible::characters(word).all(|(_, is_hidden)| !is_hidden) {
        format!("'{word}'")
    } else {
        escaped(word)
    }
}

/// In the quotes `$'…'`, in which bash knows escapes.
fn escaped(word: &str) -> String {
    let mut escaped = "$'".to_owned();
    for (character, is_hidden) in visible::characters(word) {
        match character {
            '\'' | '\\' => escaped.extend(['\\', character]),
            _ if is_hidden => {
                // Writing to a string does not fail.
                let _ = write!(escaped, "\\U{:08x}", u32::from(character));
            }
            _ => escaped.push(character),
        }
    }
    escaped.push('\'');
    escaped
}

/// The words of a line; `None` if a quote is not closed or an escape is unknown.
pub(super) fn split(line: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        let mut word = String::new();
        while !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
            rest = piece(rest, &mut word)?;
        }
        words.push(word);
        rest = rest.trim_start();
    }
    Some(words)
}

/// Reads a quoted piece of a word, or one character, and returns the rest.
fn piece<'t>(text: &'t str, word: &mut String) -> Option<&'t str> {
    if let Some(quoted) = text.strip_prefix("$'") {
        return unescape(quoted, word);
    }
    let mut characters = text.chars();
    match characters.next()? {
        quote @ ('\'' | '"') => {
            let (inner, rest) = characters.as_str().split_once(quote)?;
            word.push_str(inner);
            return Some(rest);
        }
        '\\' => word.push(characters.next()?),
        character => word.push(character),
    }
    Some(characters.as_str())
}

fn unescape<'t>(text: &'t str, word: &mut String) -> Option<&'t str> {
    let mut characters = text.chars();
    loop {
        match characters.next()? {
            '\'' => return Some(characters.as_str()),
            '\\' => match characters.next()? {
                'n' => word.push('\n'),
                't' => word.push('\t'),
                'U' => {
                    let (digits, rest) = characters.as_str().split_at_checked(8)?;
                    word.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
                    characters = rest.chars();
                }
                character @ ('\'' | '"' | '\\') => word.push(character),
                _ => return None,
            },
            character => word.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{quoted, split};

    #[test]
    fn words_are_quoted_only_if_they_must_be() {
        let words = [
            ("--column", "--column"),
            ("zh=Chinese", "zh=Chinese"),
            ("", "''"),
            ("Error code", "'Error code'"),
            ("错误码", "'错误码'"),
            (r"(?m)^(\d+)$", r"'(?m)^(\d+)$'"),
            ("vendor's", r"$'vendor\'s'"),
            ("a\nb\u{202e}", r"$'a\U0000000ab\U0000202e'"),
        ];
        for (word, expected) in words {
            assert_eq!(quoted(word), expected);
        }
    }

    #[test]
    fn a_line_is_split_as_a_shell_does() {
        let words = split(r#" a  'b c' "d e"'f' g\ h $'i\n\t\'j' "#).unwrap();
        assert_eq!(words, ["a", "b c", "d ef", "g h", "i\n\t'j"]);
        for unclosed in ["'a", "\"a", "$'a", "$'\\x'", "a\\", "$'\\U0000'"] {
            assert_eq!(split(unclosed), None, "{unclosed}");
        }
    }

    proptest! {
        #[test]
        fn quoted_words_are_split_again(words in prop::collection::vec(any::<String>(), 0..5)) {
            let line = words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ");
            let is_safe = !line.contains(['\n', '\r', '\u{202e}']);
            prop_assert!(is_safe, "{line:?}");
            prop_assert_eq!(split(&line), Some(words));
        }
    }
}
