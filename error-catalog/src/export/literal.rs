//! String literals of languages. Invisible characters are escapes, so that a literal has no
//! character that could end it, hide something, or be forbidden in source code.

use std::fmt::Write;

use super::html_text::without_controls;
use crate::visible;

/// A language whose literals are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    C,
    Go,
    Java,
    Json,
    MySql,
    Python,
    Sql,
    TypeScript,
}

impl Language {
    pub(super) const ALL: [(&'static str, Self); 8] = [
        ("c", Self::C),
        ("go", Self::Go),
        ("java", Self::Java),
        ("json", Self::Json),
        ("mysql", Self::MySql),
        ("python", Self::Python),
        ("sql", Self::Sql),
        ("typescript", Self::TypeScript),
    ];

    /// A text as a literal.
    pub(super) fn text(self, text: &str) -> String {
        let quote = if matches!(self, Self::Sql | Self::MySql) { '\'' } else { '"' };
        let mut literal = String::with_capacity(text.len() + 2);
        literal.push(quote);
        if matches!(self, Self::Sql | Self::MySql) {
            without_controls(text).chars().for_each(|each| self.push_sql(&mut literal, each));
            literal.push(quote);
            return literal;
        }
        for (character, is_hidden) in visible::characters(text) {
            match self {
                _ if is_hidden => self.push_hidden(&mut literal, character),
                _ => self.push_seen(&mut literal, character),
            }
        }
        literal.push(quote);
        literal
    }

    fn push_seen(self, literal: &mut String, character: char) {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            // Two of them begin a trigraph.
            '?' if self == Self::C => literal.push_str("\\?"),
            // Neither ends a script, nor begins a comment in one.
            '<' if self == Self::Json => literal.push_str("\\u003c"),
            '/' if self == Self::TypeScript && literal.ends_with('<') => literal.push_str("\\/"),
            _ => literal.push(character),
        }
    }

    fn push_hidden(self, literal: &mut String, character: char) {
        let number = u32::from(character);
        // Writing to a string does not fail.
        let _ = match self {
            _ if character == '\n' => literal.write_str("\\n"),
            // Octal digits are at most three; hexadecimal ones go on with the next letter.
            Self::C => character
                .encode_utf8(&mut [0; 4])
                .bytes()
                .try_for_each(|byte| write!(literal, "\\{byte:03o}")),
            Self::TypeScript => write!(literal, "\\u{{{number:x}}}"),
            // Java reads `\u000d` before it looks for the end of the literal.
            Self::Java if character == '\r' => literal.write_str("\\r"),
            Self::Java | Self::Json => character
                .encode_utf16(&mut [0; 2])
                .iter()
                .try_for_each(|unit| write!(literal, "\\u{unit:04x}")),
            _ if number <= 0xffff => write!(literal, "\\u{number:04x}"),
            _ => write!(literal, "\\U{number:08x}"),
        };
    }

    /// SQL has no escapes that every database reads.
    fn push_sql(self, literal: &mut String, character: char) {
        match character {
            '\'' => literal.push_str("''"),
            '\\' if self == Self::MySql => literal.push_str("\\\\"),
            _ => literal.push(character),
        }
    }

    /// A boolean.
    pub(super) fn boolean(self, value: bool) -> &'static str {
        match (self, value) {
            (Self::Python, true) => "True",
            (Self::Python, false) => "False",
            (Self::Sql | Self::MySql, true) => "TRUE",
            (Self::Sql | Self::MySql, false) => "FALSE",
            (_, true) => "true",
            (_, false) => "false",
        }
    }

    /// The literal for no value.
    pub(super) fn nothing(self) -> &'static str {
        match self {
            Self::C | Self::Sql | Self::MySql => "NULL",
            Self::Go => "nil",
            Self::Java | Self::Json | Self::TypeScript => "null",
            Self::Python => "None",
        }
    }
}
