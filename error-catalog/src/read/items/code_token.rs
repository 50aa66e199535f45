//! Codes at the beginning of a text.

use crate::integer;
use crate::read::pattern::{CLOSING, OPENING, Pattern, after_joint, is_constant, is_several};

/// What separates a code from its text.
pub(super) const SEPARATORS: [char; 8] = [':', '：', '-', '–', '—', '=', '→', '|'];

/// What is around text that is struck out.
pub(super) const STRUCK: &str = "~~";

pub(super) fn is_separator(letter: char) -> bool {
    letter == ' ' || letter == '.' || SEPARATORS.contains(&letter)
}

/// The code at the beginning of a text.
pub(super) struct CodeToken<'t> {
    pub(super) code: &'t str,
    /// What follows the code and the brackets around it.
    pub(super) after: &'t str,
    pub(super) is_in_brackets: bool,
}

impl<'t> CodeToken<'t> {
    /// With the codes that follow it: no row has one code then, and the report says so.
    pub(super) fn read(text: &'t str) -> Option<Self> {
        let found = Self::first(text)?.with_further(text);
        found.filter(|found| found.is_in_brackets || found.ends())
    }

    /// The code in brackets at the beginning of a text, whatever follows it.
    pub(super) fn read_in_brackets(text: &'t str) -> Option<Self> {
        Self::first(text).filter(|found| found.is_in_brackets)
    }

    fn first(text: &'t str) -> Option<Self> {
        let inner = text.strip_prefix(OPENING);
        let start = inner.unwrap_or(text);
        let struck = start.strip_prefix(STRUCK).unwrap_or(start);
        let after = struck.get(code_word(struck)?.len()..)?;
        // The text after the code can be struck out with it.
        let after =
            after.strip_prefix(STRUCK).filter(|_| struck.len() < start.len()).unwrap_or(after);
        let code = start.get(..start.len() - after.len())?;
        let after = match inner {
            Some(_) => after.strip_prefix(CLOSING)?,
            None => after,
        };
        Some(Self { code, after, is_in_brackets: inner.is_some() })
    }

    /// The code at the beginning of a text that may end in any way, as in `1001}` and `1001&x`.
    pub(super) fn read_quoted(text: &'t str) -> Option<Self> {
        const ENDS: [char; 10] = ['"', '\'', '`', '}', ']', ')', '&', '<', '”', '*'];
        Self::read(text).or_else(|| {
            let code = code_word(text)?;
            let after = text.get(code.len()..).filter(|after| after.starts_with(ENDS))?;
            Some(Self { code, after, is_in_brackets: false })
        })
    }

    /// The code with those that follow it, as in `1001, 1002`, `1001–1009` and `[1003] to [1009]`.
    fn with_further(self, text: &'t str) -> Option<Self> {
        let mut after = self.after;
        if self.is_in_brackets {
            while let Some(rest) = after_joint(after).and_then(|next| self.after_alike(next)) {
                after = rest;
            }
        } else if self.is_decimal() && self.code.len() > 2 {
            while let Some((next, is_dash)) = after_dash_or_joint(after) {
                let further = next.get(..self.code.len()).unwrap_or_default();
                let rest = next.get(further.len()..).unwrap_or_default();
                let is_code = further.len() == self.code.len()
                    && further.bytes().all(|byte| byte.is_ascii_digit())
                    && !rest.starts_with(is_part_of_code)
                    && (!is_dash || ends_codes(rest));
                if !is_code {
                    break;
                }
                after = rest;
            }
        } else if self.code.ends_with(|last: char| last.is_ascii_digit()) {
            let pattern = Pattern::of(self.code);
            while let Some((next, is_dash)) = after_dash_or_joint(after) {
                let word = next.get(..word_length(next)).unwrap_or_default();
                let word = word.trim_end_matches(['.', '-']);
                let is_code = matches!(pattern, Pattern::Letters(_))
                    && Pattern::of(word) == pattern
                    && word.ends_with(|last: char| last.is_ascii_digit());
                let rest = next.get(word.len()..).unwrap_or_default();
                if !is_code || is_dash && !ends_codes(rest) {
                    break;
                }
                after = rest;
            }
        }
        let end = text.len() - after.len();
        let is_one = after.len() == self.after.len();
        let code = if is_one { self.code } else { text.get(..end)? };
        let may_be_range = self.is_decimal() && !self.is_in_brackets;
        if !is_one && !may_be_range && !is_several(code) {
            return Some(self);
        }
        Some(Self { code, after, ..self })
    }

    /// What follows a code of the same pattern in brackets.
    fn after_alike(&self, text: &'t str) -> Option<&'t str> {
        let inner = text.strip_prefix(OPENING)?;
        let word = code_word(inner)?;
        let is_alike = Pattern::of(word) == Pattern::of(self.code);
        inner.get(word.len()..)?.strip_prefix(CLOSING).filter(|_| is_alike)
    }

    /// Whether the code ends where its word does: `10:30`, `1.2`, `1,000`, `8-bit` and `50%` go
    /// on.
    fn ends(&self) -> bool {
        let mut after = self.after.chars();
        let Some(next) = after.next() else { return true };
        let goes_on =
            |letter: char| letter.is_ascii_digit() || next == '-' && letter.is_ascii_lowercase();
        let goes_on = after.next().is_some_and(goes_on);
        next.is_whitespace()
            || next == '('
            || next == '（'
            || !goes_on
                && (SEPARATORS.contains(&next)
                    || matches!(next, '.' | ',' | '，' | '、' | ';' | '；'))
            || next == ')' && self.after.len() > 1
            || !next.is_ascii() && next.is_alphabetic()
    }

    pub(super) fn is_separated(&self) -> bool {
        let after = self.after.trim_start_matches([' ', '\u{a0}']);
        after.starts_with(SEPARATORS)
    }

    /// Whether a paragraph with this beginning is a code with its text, though nothing marks the
    /// code.
    pub(super) fn begins_text(&self) -> bool {
        let pattern = Pattern::of(self.code);
        let is_code = match &pattern {
            Pattern::Integer | Pattern::Mixed(_) => true,
            Pattern::Letters(_) => self.code.bytes().filter(u8::is_ascii_digit).count() > 2,
            Pattern::Name => false,
        };
        // `5 - 10 minutes` does not begin with a code, and `5 | text` is a row of a table.
        let text = self.name_and_rest().1;
        let is_row = self.after.trim_start().starts_with('|');
        let has_text = text.starts_with(|first: char| !first.is_numeric());
        is_code && self.is_separated() && !is_row && has_text
    }

    /// Whether bold digits at the beginning of a sentence are long enough for a code, and not an
    /// HTTP status.
    pub(super) fn is_long(&self) -> bool {
        self.code.bytes().filter(u8::is_ascii_digit).count() > 3
    }

    /// Whether a mark follows that never follows a number of things.
    pub(super) fn is_before_mark(&self) -> bool {
        let after = self.after.trim_start();
        after.starts_with([',', '，', ';', '；', '、', '(', '（'])
    }

    /// Whether the mark of a section's number follows.
    pub(super) fn is_numbering(&self) -> bool {
        self.after.starts_with(['.', ')', '、', '．', '）'])
    }

    /// Whether the code is a number with letters or a sign, which a number of things never has.
    pub(super) fn is_lettered(&self) -> bool {
        !self.is_decimal() && self.code.bytes().filter(u8::is_ascii_digit).count() > 2
    }

    pub(super) fn is_decimal(&self) -> bool {
        self.code.bytes().all(|byte| byte.is_ascii_digit())
    }

    pub(super) fn has_capital(&self) -> bool {
        self.code.bytes().any(|byte| byte.is_ascii_uppercase())
    }

    /// What is in brackets after the code, and what follows.
    fn in_brackets_after(&self) -> Option<(&'t str, &'t str)> {
        self.after.trim_start().strip_prefix(['(', '（'])?.split_once([')', '）'])
    }

    /// Whether its number follows in brackets, as in `31 (0x1F)`.
    pub(super) fn is_before_itself(&self) -> bool {
        let number = self.in_brackets_after().and_then(|(inner, _)| integer::any(inner.trim()));
        number.is_some() && number == integer::any(self.code)
    }

    /// The name in brackets after the code, and the text.
    pub(super) fn name_and_rest(&self) -> (&'t str, &'t str) {
        match self.in_brackets_after() {
            Some((name, after)) if is_constant(name) => (name, after_separators(after)),
            Some((_, after)) if self.is_before_itself() => ("", after_separators(after)),
            _ => ("", after_separators(self.after)),
        }
    }
}

/// What follows what joins a code to another, and whether that is a dash, which also separates
/// a code from its text.
fn after_dash_or_joint(text: &str) -> Option<(&str, bool)> {
    Some((after_joint(text)?, text.trim_start().starts_with(['-', '—'])))
}

/// Whether a text continues as one does after codes.
fn ends_codes(text: &str) -> bool {
    let text = text.trim_start();
    text.is_empty() || text.starts_with([':', '：'])
}

pub(super) fn is_part_of_code(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '-')
}

/// A text without the separator in front of it.
pub(super) fn after_separators(text: &str) -> &str {
    let is_separator = |c: char| {
        SEPARATORS.contains(&c) || matches!(c, '.' | ',' | '，' | '、' | ';' | '；' | ')' | '>')
    };
    text.trim_start().trim_start_matches(is_separator).trim()
}

/// The word at the beginning of a text that may be a code.
fn code_word(text: &str) -> Option<&str> {
    let word = text.get(..word_length(text))?.trim_end_matches(['.', '-']);
    Pattern::of_code(word).map(|_| word)
}

/// The length of the word that may be a code: up to a `-` with a text after it.
fn word_length(text: &str) -> usize {
    let mut before = ' ';
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, next)| *next);
        let is_dash = letter == '-' && before.is_ascii_digit() && !next.is_ascii_digit();
        if is_dash || !is_part_of_code(letter) && letter != '.' {
            return at;
        }
        before = letter;
    }
    text.len()
}
