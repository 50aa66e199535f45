//! What codes look like.

use std::collections::BTreeSet;

use crate::integer;

/// Whether a word is the name of a constant: `E_OK`, `EPERM`, `BadGateway`.
pub(super) fn is_constant(word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let has_lower = word.contains(|c: char| c.is_ascii_lowercase());
    word.len() > 1
        && word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().all(is_part)
        && (!has_lower || has_hump(word) || word.contains('_'))
}

/// Whether a text in code marks can be the name of a code: `declined`, `auth/invalid-email`.
pub(super) fn is_name(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/');
    text.len() > 1
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.ends_with(|c: char| c.is_ascii_alphanumeric())
        && text.chars().all(is_part)
}

/// Whether a word can hardly be a word of a sentence: `not_authed`, `isv.bad-token`, `E1001`.
pub(super) fn is_unmistakable(word: &str) -> bool {
    let is_mark = |c: char| c.is_ascii_digit() || matches!(c, '_' | '-' | '.' | '/');
    is_name(word) && (word.contains(is_mark) || has_hump(word))
}

/// Whether a word has a capital after a small letter.
pub(super) fn has_hump(word: &str) -> bool {
    let mut pairs = word.chars().zip(word.chars().skip(1));
    pairs.any(|(one, two)| one.is_lowercase() && two.is_uppercase())
}

/// What codes of one list have in common.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Pattern {
    /// Integers.
    Integer,
    /// Digits and letters of this number, as in `42P01`.
    Mixed(usize),
    /// Letters and digits, as in `E1001`: without the digits.
    Letters(String),
    /// Only capitals, as in `DOOR_JAMMED`.
    Name,
}

impl Pattern {
    pub(super) fn of(code: &str) -> Self {
        let code = code.trim_matches('~');
        let code = first_of_several(code).unwrap_or(code);
        let is_digit = |c: char| c.is_ascii_digit();
        // Treated like each of them, if the text is several codes.
        if integer::loose(first(code)).is_some() {
            Self::Integer
        } else if !code.contains(is_digit) {
            Self::Name
        } else if code.starts_with(is_digit) {
            Self::Mixed(code.len())
        } else {
            let mut letters: Vec<&str> = code.split(is_digit).collect();
            letters.dedup();
            Self::Letters(letters.join("0"))
        }
    }

    /// The pattern of a word that can be a code without being declared as one.
    pub(super) fn of_code(word: &str) -> Option<Self> {
        let pattern = Self::of(word);
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let has_capital = word.bytes().any(|byte| byte.is_ascii_uppercase());
        let is_code = match &pattern {
            Self::Integer => true,
            Self::Mixed(length) => *length > 3 && (has_capital || is_range(word)),
            // `int32` and `s390x`, for example, are words.
            Self::Letters(_) => {
                let is_numbered = digits > 2 && word.ends_with(|c: char| c.is_ascii_digit());
                !word.contains('.') && (has_capital || is_numbered)
            }
            Self::Name => is_constant(word) && word.contains('_') && has_capital,
        };
        is_code.then_some(pattern)
    }
}

/// Whether a text is only a name with its code, like `CURLE_OK (0)`.
pub(super) fn is_named_code(text: &str) -> bool {
    let parts = text.strip_suffix(')').and_then(|text| text.split_once('('));
    parts.is_some_and(|(name, code)| is_constant(name.trim()) && integer::loose(code).is_some())
}

/// Whether a text ends with a code in brackets, like `Old error (2)`.
pub(super) fn ends_with_code(text: &str) -> bool {
    let inner = text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('('));
    inner.is_some_and(|(_, code)| integer::loose(code).is_some())
}

/// The kinds of letters in a text, as in `E1A` and `**1.2**`: `A` for all capitals, `a` for all
/// other letters, `0` for all digits, and every other character itself.
pub(super) fn letters(text: &str) -> BTreeSet<char> {
    let kind = |letter: char| match letter {
        letter if letter.is_numeric() => '0',
        letter if letter.is_uppercase() => 'A',
        letter if letter.is_alphabetic() => 'a',
        letter => letter,
    };
    text.trim().chars().map(kind).collect()
}

/// The first of several codes, as in `1001, 1002` and `1001–1009`.
pub(super) fn first(code: &str) -> &str {
    let code = first_of_several(code).unwrap_or(code);
    code.split([',', '、', '/', '–', '~']).next().unwrap_or(code).trim()
}

/// What writers put around a code.
pub(super) const OPENING: [char; 12] =
    ['(', '[', '（', '【', '「', '『', '"', '\'', '“', '‘', '«', '`'];
pub(super) const CLOSING: [char; 12] =
    [')', ']', '）', '】', '」', '』', '"', '\'', '”', '’', '»', '`'];

/// What joins a code to another.
const JOINTS: [&str; 24] = [
    ",", "，", "、", ";", "；", "/", "&", "+", "-", "–", "—", "~", "〜", "～", "...", "..", "…",
    "至", "到", "和", "与", "或", "及", "・",
];

/// Words that do so between blanks.
const JOINING: [&str; 12] =
    ["to", "through", "until", "and", "or", "bis", "und", "oder", "à", "et", "a", "y"];

/// What follows what joins a code to another.
pub(super) fn after_joint(text: &str) -> Option<&str> {
    let next = text.trim_start();
    let word = |word: &&str| {
        let after = next.strip_prefix(*word)?;
        (next.len() < text.len() && after.starts_with(char::is_whitespace)).then_some(after)
    };
    let sign = JOINTS.iter().find_map(|joint| next.strip_prefix(joint));
    sign.or_else(|| JOINING.iter().find_map(word)).map(str::trim_start)
}

/// Whether a text is several codes, as `E1, E2`, `E1008-E1010` and `1001, 1002`.
pub(super) fn is_several(text: &str) -> bool {
    first_of_several(text).is_some()
}

/// Whether a text is several names, as `auth/expired, auth/revoked`.
pub(super) fn are_names(text: &str) -> bool {
    const SEPARATORS: [&str; 8] = [",", ";", "，", "；", "、", "\n", " / ", " or "];
    let mut parts = vec![text];
    for separator in SEPARATORS {
        parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
    }
    let mut names = parts.into_iter().map(str::trim).filter(|part| !part.is_empty());
    names.clone().count() > 1 && names.all(is_name)
}

/// The elements of a list of JSON; none if it is another text.
pub(super) fn elements(text: &str) -> Vec<&str> {
    let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    let elements = inner.into_iter().flat_map(|inner| inner.split(','));
    elements.map(|element| element.trim().trim_matches('"')).collect()
}

/// The beginning of a text that is struck out, without the marks.
pub(super) fn struck_out(text: &str) -> Option<&str> {
    text.strip_prefix("~~")?.split_once("~~").map(|(struck, _)| struck.trim())
}

/// The first of several codes that have the same letters in front of their numbers, or none and
/// as many digits. A line break separates codes too. Each can be in brackets.
fn first_of_several(text: &str) -> Option<&str> {
    let is_digit = |c: char| c.is_ascii_digit();
    let text = text.strip_prefix(OPENING).unwrap_or(text);
    let letters = text.get(..text.find(is_digit)?)?;
    let has_letters = letters.contains(char::is_alphabetic);
    if !has_letters && !letters.is_empty() {
        return None;
    }
    let after = text.get(letters.len()..)?.trim_start_matches(is_digit);
    let first = text.get(..text.len() - after.len())?;
    let is_in_brackets = after.starts_with(CLOSING);
    let mut rest = after.strip_prefix(CLOSING).unwrap_or(after);
    let is_single = rest.is_empty();
    while !rest.is_empty() {
        let next_line = rest.starts_with('\n').then(|| rest.trim_start());
        // `1001-1009` may be one code.
        let is_one = !has_letters && !is_in_brackets && rest.trim_start().starts_with('-');
        let next = after_joint(rest).filter(|_| !is_one).or(next_line)?;
        let next = next.strip_prefix(OPENING).unwrap_or(next);
        let number = next.strip_prefix(letters)?;
        rest = number.trim_start_matches(is_digit);
        let length = number.len() - rest.len();
        rest = rest.strip_prefix(CLOSING).unwrap_or(rest);
        if length == 0 || !has_letters && (length != first.len() || length < 3) {
            return None;
        }
    }
    (!is_single).then_some(first)
}

/// The length of a code that is one capital letter with a number, as `A0001`. Such codes of one
/// vendor begin with different letters.
pub(super) fn of_one_letter(code: &str) -> Option<usize> {
    let digits = code.strip_prefix(|first: char| first.is_ascii_uppercase())?;
    let is_number = digits.len() > 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(code.len())
}

/// Whether a word is several codes, as `1001-1009`.
pub(super) fn is_range(word: &str) -> bool {
    let is_digits = |text: &str| text.len() > 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let ends = word.split_once('-');
    ends.is_some_and(|(low, high)| low.len() == high.len() && is_digits(low) && is_digits(high))
}
