//! Which characters of a text are invisible, and what is written instead.
//!
//! A text that hides something, or that looks like another one, would deceive people who review
//! the enum or read a message. So generated source, the recorded comment and all messages write
//! such characters as escapes. A doc comment has no escapes, so it leaves them out.

use std::fmt::Write;
use std::iter;
use std::ops::RangeInclusive;

/// How much of a text a message shows.
const LONGEST: usize = 200;

/// Characters that are invisible everywhere: controls, blanks other than the space, direction and
/// format marks, letters without a shape, variation selectors, tags, and unassigned ones. The
/// list does not depend on the Unicode version, so that every machine writes the same bytes.
const HIDDEN: [RangeInclusive<char>; 33] = [
    '\0'..='\u{1f}',
    '\u{7f}'..='\u{a0}',
    '\u{ad}'..='\u{ad}',
    '\u{34f}'..='\u{34f}',
    '\u{61c}'..='\u{61c}',
    '\u{115f}'..='\u{1160}',
    '\u{1680}'..='\u{1680}',
    '\u{17b4}'..='\u{17b5}',
    '\u{180b}'..='\u{180f}',
    '\u{2000}'..='\u{200b}',
    '\u{200e}'..='\u{200f}',
    '\u{2028}'..='\u{202f}',
    '\u{205f}'..='\u{206f}',
    '\u{2800}'..='\u{2800}',
    '\u{3000}'..='\u{3000}',
    '\u{3164}'..='\u{3164}',
    '\u{e000}'..='\u{f8ff}',
    '\u{fdd0}'..='\u{fdef}',
    '\u{fe00}'..='\u{fe0d}',
    '\u{feff}'..='\u{feff}',
    '\u{ffa0}'..='\u{ffa0}',
    '\u{fff0}'..='\u{fffc}',
    '\u{fffe}'..='\u{ffff}',
    '\u{16fe4}'..='\u{16fe4}',
    '\u{13430}'..='\u{1345f}',
    '\u{1bca0}'..='\u{1bca3}',
    '\u{1d159}'..='\u{1d159}',
    '\u{1d173}'..='\u{1d17a}',
    '\u{1fffe}'..='\u{1ffff}',
    '\u{2fffe}'..='\u{2ffff}',
    '\u{3fffe}'..='\u{3ffff}',
    '\u{e0000}'..='\u{effff}',
    '\u{f0000}'..='\u{10ffff}',
];

/// Scripts in which a joiner between two letters changes how they look: from Arabic to those of
/// India, Tibet, Myanmar, Cambodia and Mongolia.
const JOINING: [RangeInclusive<char>; 4] = [
    '\u{620}'..='\u{dff}',
    '\u{f00}'..='\u{109f}',
    '\u{1780}'..='\u{17b3}',
    '\u{17b6}'..='\u{18af}',
];

/// Characters that can be emoji: a selector after one, and a joiner between two, change what is
/// shown.
const PICTURES: [RangeInclusive<char>; 11] = [
    '\u{a9}'..='\u{ae}',
    '\u{203c}'..='\u{203c}',
    '\u{2049}'..='\u{2049}',
    '\u{2122}'..='\u{2122}',
    '\u{2139}'..='\u{2139}',
    '\u{2190}'..='\u{23ff}',
    '\u{24c2}'..='\u{27bf}',
    '\u{2900}'..='\u{2bff}',
    '\u{3030}'..='\u{303d}',
    '\u{3297}'..='\u{3299}',
    '\u{1f000}'..='\u{1faff}',
];

/// Marks that combine with any character before them, even with a quote.
const MARKS: [RangeInclusive<char>; 5] = [
    '\u{300}'..='\u{36f}',
    '\u{1ab0}'..='\u{1aff}',
    '\u{1dc0}'..='\u{1dff}',
    '\u{20d0}'..='\u{20ff}',
    '\u{fe20}'..='\u{fe2f}',
];

fn is_in(ranges: &[RangeInclusive<char>], character: char) -> bool {
    ranges.iter().any(|range| range.contains(&character))
}

/// Whether a character is invisible between these two.
///
/// Characters that texts need are not: joiners inside the words of joining scripts, joiners and
/// selectors of emoji, and marks on a letter.
fn is_hidden(before: Option<char>, character: char, after: Option<char>) -> bool {
    let is = |ranges: &[RangeInclusive<char>], neighbour: Option<char>| {
        neighbour.is_some_and(|neighbour| is_in(ranges, neighbour))
    };
    match character {
        ' '..='~' => false,
        '\u{200c}' => !(is(&JOINING, before) && is(&JOINING, after)),
        '\u{200d}' => {
            let is_word = is(&JOINING, before) && is(&JOINING, after);
            let is_picture = is(&PICTURES, before) || before == Some('\u{fe0f}');
            !(is_word || is_picture && is(&PICTURES, after))
        }
        '\u{fe0e}' | '\u{fe0f}' => {
            let is_key = after == Some('\u{20e3}')
                && before.is_some_and(|key| key.is_ascii_digit() || "#*".contains(key));
            !(is_key || is(&PICTURES, before))
        }
        _ if is_in(&MARKS, character) => before.is_none_or(|before| {
            !before.is_alphanumeric() && !is_in(&MARKS, before) && before != '\u{fe0f}'
        }),
        _ => is_in(&HIDDEN, character),
    }
}

/// The characters of a text, and whether they are invisible.
pub(crate) fn characters(text: &str) -> impl Iterator<Item = (char, bool)> {
    let mut before = None;
    let after = text.chars().skip(1).map(Some).chain(iter::once(None));
    text.chars().zip(after).map(move |(character, after)| {
        let is_hidden = is_hidden(before, character, after);
        before = Some(character);
        (character, is_hidden)
    })
}

/// A text as a string literal of Rust.
pub(crate) fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for (character, is_hidden) in characters(text) {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            _ if is_hidden => escape(&mut literal, character),
            _ => literal.push(character),
        }
    }
    literal.push('"');
    literal
}

/// The beginning of a text, in quotes.
pub(crate) fn shown(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => literal(text.get(..end).unwrap_or_default()) + "…",
        None => literal(text),
    }
}

/// A line of a message, whose parts may be unquoted.
pub(crate) fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for (character, is_hidden) in characters(text) {
        if is_hidden {
            escape(&mut line, character);
        } else {
            line.push(character);
        }
    }
    line
}

fn escape(to: &mut String, character: char) {
    match character {
        '\n' => to.push_str("\\n"),
        '\r' => to.push_str("\\r"),
        '\t' => to.push_str("\\t"),
        '\0' => to.push_str("\\0"),
        _ => {
            // Writing to a string does not fail.
            let _ = write!(to, "\\u{{{:x}}}", u32::from(character));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{line, literal, shown};

    #[test]
    fn what_nobody_sees_is_escaped_and_what_texts_need_is_not() {
        let cases = [
            ("plain \"text\" \\ it's", r#""plain \"text\" \\ it's""#),
            ("a\n\t\r\0\u{1b}", r#""a\n\t\r\0\u{1b}""#),
            (
                "a\u{200b}b\u{feff}c\u{ad}d\u{2060}e\u{2064}",
                r#""a\u{200b}b\u{feff}c\u{ad}d\u{2060}e\u{2064}""#,
            ),
            ("a\u{202e}b\u{2066}c\u{200e}", r#""a\u{202e}b\u{2066}c\u{200e}""#),
            (
                "a\u{115f}\u{3164}\u{ffa0}\u{2800}\u{a0}\u{3000}",
                r#""a\u{115f}\u{3164}\u{ffa0}\u{2800}\u{a0}\u{3000}""#,
            ),
            ("a\u{e0041}\u{e0100}\u{fe00}\u{e000}", r#""a\u{e0041}\u{e0100}\u{fe00}\u{e000}""#),
            // Joiners, inside of words and elsewhere.
            ("می\u{200c}خواهم", "\"می\u{200c}خواهم\""),
            ("क\u{94d}\u{200d}ष न\u{947}", "\"क\u{94d}\u{200d}ष न\u{947}\""),
            ("می\u{200c}", r#""می\u{200c}""#),
            ("a\u{200c}b\u{200d}c", r#""a\u{200c}b\u{200d}c""#),
            // Emoji.
            (
                "👨\u{200d}👩 ❤\u{fe0f}\u{200d}🔥 1\u{fe0f}\u{20e3}",
                "\"👨\u{200d}👩 ❤\u{fe0f}\u{200d}🔥 1\u{fe0f}\u{20e3}\"",
            ),
            ("👨\u{200d}a 1\u{fe0f} ❤\u{fe0f}\u{fe0f}", r#""👨\u{200d}a 1\u{fe0f} ❤️\u{fe0f}""#),
            // Marks.
            ("e\u{301}\u{323} กำ", "\"e\u{301}\u{323} กำ\""),
            ("\u{301}a \u{301}", r#""\u{301}a \u{301}""#),
        ];
        for (text, expected) in cases {
            assert_eq!(literal(text), expected, "{text:?}");
        }
        assert_eq!(line("a \"b\" \\ \u{1b}[2J\n"), r#"a "b" \ \u{1b}[2J\n"#);
        assert_eq!(shown(&"é".repeat(300)), format!("\"{}\"…", "é".repeat(200)));
    }

    proptest! {
        #[test]
        fn a_literal_is_read_as_its_text(text in any::<String>()) {
            let read: syn::LitStr = syn::parse_str(&literal(&text)).unwrap();
            prop_assert_eq!(read.value(), text);
        }

        /// What rustc, a terminal or a reader would take for something else.
        #[test]
        fn no_control_is_left(text in "[\\PC\\p{C}]{0,20}") {
            let is_bad = |c: char| c.is_control() || c != ' ' && c.is_whitespace();
            prop_assert!(!line(&text).contains(is_bad));
        }
    }
}
