//! Texts that begin with a code.

use super::outline::Block;
use crate::integer;
use crate::read::headings::is_code;
use crate::read::pattern::{Pattern, is_constant, is_several};
use crate::read::roles::WrittenAs;

/// A text that begins with a code.
#[derive(Clone, Copy)]
pub(super) struct Beginning<'t> {
    pub(super) code: &'t str,
    pub(super) name: &'t str,
    /// The rest of the text.
    pub(super) rest: &'t str,
    /// Whether only the number itself suggests that it is a code.
    pub(super) is_bare: bool,
    /// Whether it is a code only if the others around it are codes.
    pub(super) is_weak: bool,
}

/// The separators between a code and its text.
const SEPARATORS: [char; 8] = [':', '：', '-', '–', '—', '=', '→', '|'];

/// Links to a heading, which generated pages put before or after it.
const ANCHORS: [char; 5] = ['¶', '#', '§', '🔗', '\u{200b}'];

/// A longer text in front of a code is a sentence.
const LONGEST_WORDS: usize = 40;

impl<'t> Beginning<'t> {
    /// Reads the first block of an item.
    pub(super) fn read(block: &'t Block, written_as: WrittenAs) -> Option<Self> {
        let text = block.text.trim_start_matches(|c: char| ANCHORS.contains(&c) || c == ' ');
        let cut = block.text.len() - text.len();
        let text = text.trim_end_matches(|c: char| ANCHORS.contains(&c) || c.is_whitespace());
        let mark = block.mark.and_then(|mark| mark.checked_sub(cut));
        let line = block.first_line.checked_sub(cut)?.min(text.len());
        BeginningReader { text, mark, line, written_as }.read()
    }
}

struct BeginningReader<'t> {
    text: &'t str,
    /// The end of the mark with which the text begins.
    mark: Option<usize>,
    /// Where the first line ends.
    line: usize,
    written_as: WrittenAs,
}

impl<'t> BeginningReader<'t> {
    fn read(&self) -> Option<Beginning<'t>> {
        self.named().or_else(|| self.worded()).or_else(|| self.plain())
    }

    fn from(&self, start: usize) -> &'t str {
        self.text.get(start..).unwrap_or_default()
    }

    /// A name with a code, as in `CURLE_OK (0)` and `E_JAMMED = 7`.
    fn named(&self) -> Option<Beginning<'t>> {
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let name = self.text.get(..self.text.find(|c| !is_part(c))?)?;
        let behind = self.from(name.len()).trim_start();
        // Bold text is often followed by brackets.
        let is_marked = self.written_as != WrittenAs::Paragraphs
            && self.mark.is_some_and(|mark| mark >= name.len());
        let (inner, end) = match behind.strip_prefix(['(', '（', '[']) {
            Some(inner) if is_constant(name) || is_marked => inner.split_once([')', '）', ']'])?,
            None if is_constant(name) => {
                let inner = behind.strip_prefix("= ")?.trim_start();
                inner.split_at(inner.find(|c| !is_part_of_code(c)).unwrap_or(inner.len()))
            }
            _ => return None,
        };
        let code = inner.trim().trim_matches('`');
        let begins = name.starts_with(|c: char| !c.is_ascii_digit());
        integer::loose(code).filter(|_| begins)?;
        let rest = after_separators(end);
        Some(Beginning { code, name, rest, is_bare: false, is_weak: false })
    }

    /// A code after a word for it, as in `Error 1001: …` and `错误码 1001`.
    fn worded(&self) -> Option<Beginning<'t>> {
        let digit = self.text.find(|c: char| c.is_ascii_digit())?;
        let before = self.text.get(..digit).filter(|words| words.len() <= LONGEST_WORDS)?;
        let start = before.trim_end_matches(is_part_of_code).len();
        let words = before.get(..start)?.trim_end_matches([' ', ':', '：', '#', '(', '`']);
        let is_word = is_code(words) || words.eq_ignore_ascii_case("error");
        let found = Token::read(self.from(start)).filter(|_| is_word)?;
        let (name, rest) = found.name_and_rest();
        Some(Beginning { code: found.code, name, rest, is_bare: false, is_weak: false })
    }

    fn plain(&self) -> Option<Beginning<'t>> {
        let found = Token::read(self.text)?;
        let end = self.text.len() - found.behind.len();
        let is_separated = found.is_separated() || self.line == end;
        let marked = self.mark.and_then(|mark| self.text.get(end..mark.max(end)));
        let is_marked = marked.is_some_and(|inner| {
            let is_separator = |c: char| c == ' ' || c == '.' || SEPARATORS.contains(&c);
            inner.trim_matches(is_separator).is_empty() || found.is_separated()
        });
        let is_whole = self.mark.is_some_and(|mark| mark >= self.line);
        let (name, rest) = found.name_and_rest();
        let is_sure = is_marked || found.is_in_brackets || !name.is_empty();
        let is_integer = Pattern::of(found.code) == Pattern::Integer;
        let is_small = found.is_decimal() && found.code.len() < 3;
        let is_long = found.code.bytes().filter(u8::is_ascii_digit).count() > 3;
        // Such as a status of HTTP in bold begins a sentence.
        let is_bold = is_long && (is_marked || is_whole);
        let (is_begun, is_weak) = match self.written_as {
            WrittenAs::Paragraphs => {
                let is_begun = is_sure && (is_separated || is_whole);
                (is_begun || is_bold, !is_begun)
            }
            WrittenAs::Headings => (true, !is_sure && is_small),
            WrittenAs::Definitions => (true, false),
            WrittenAs::List | WrittenAs::Table => {
                let is_title = rest.starts_with(|c: char| !c.is_ascii() || c.is_uppercase());
                (is_sure || is_separated || !is_small && is_title, false)
            }
        };
        let is_word = is_integer || is_sure || found.has_capital();
        if !is_begun || !is_word || Pattern::of(found.code) == Pattern::Name && !is_marked {
            return None;
        }
        let is_bare = !is_sure || is_weak;
        Some(Beginning { code: found.code, name, rest, is_bare, is_weak })
    }
}

/// The code at the beginning of a text.
struct Token<'t> {
    code: &'t str,
    /// What follows the code and the brackets around it.
    behind: &'t str,
    is_in_brackets: bool,
}

impl<'t> Token<'t> {
    fn read(text: &'t str) -> Option<Self> {
        let inner = text.strip_prefix(['(', '[', '（', '【']);
        let start = inner.unwrap_or(text);
        let struck = start.strip_prefix("~~").unwrap_or(start);
        let word = struck.get(..word_length(struck))?;
        let word = word.get(..word.trim_end_matches(['.', '-']).len())?;
        Pattern::of_code(word)?;
        let behind = struck.get(word.len()..)?;
        let (code, behind) = match behind.strip_prefix("~~").filter(|_| struck.len() < start.len())
        {
            Some(behind) => (start.get(..word.len() + 4)?, behind),
            None => (word, behind),
        };
        let behind = match inner {
            Some(_) => behind.strip_prefix([')', ']', '）', '】'])?,
            None => behind,
        };
        let found = Self { code, behind, is_in_brackets: inner.is_some() };
        found.with_further(text).filter(Self::ends)
    }

    /// The code with those that follow it, as in `1001, 1002` and `1001–1009`: then the row does
    /// not have one code, and the report says so.
    fn with_further(self, text: &'t str) -> Option<Self> {
        let mut behind = self.behind;
        if self.is_decimal() && self.code.len() > 2 && !self.is_in_brackets {
            while let Some((next, is_dash)) = after_joint(behind) {
                let further = next.get(..self.code.len()).unwrap_or_default();
                let rest = next.get(further.len()..).unwrap_or_default();
                let is_code = further.len() == self.code.len()
                    && further.bytes().all(|byte| byte.is_ascii_digit())
                    && !rest.starts_with(is_part_of_code)
                    && (!is_dash || ends_codes(rest));
                if !is_code {
                    break;
                }
                behind = rest;
            }
        } else if self.code.ends_with(|last: char| last.is_ascii_digit()) && !self.is_in_brackets {
            let pattern = Pattern::of(self.code);
            while let Some((next, is_dash)) = after_joint(behind) {
                let word = next.get(..word_length(next)).unwrap_or_default();
                let word = word.trim_end_matches(['.', '-']);
                let is_code = matches!(pattern, Pattern::Letters(_))
                    && Pattern::of(word) == pattern
                    && word.ends_with(|last: char| last.is_ascii_digit());
                let rest = next.get(word.len()..).unwrap_or_default();
                if !is_code || is_dash && !ends_codes(rest) {
                    break;
                }
                behind = rest;
            }
        }
        let start = text.len() - self.behind.len() - self.code.len();
        let end = text.len() - behind.len();
        let is_one = behind.len() == self.behind.len();
        let code = if is_one { self.code } else { text.get(start..end)? };
        if !is_one && !self.is_decimal() && !is_several(code) {
            return Some(self);
        }
        Some(Self { code, behind, ..self })
    }

    /// Whether the code ends where its word does: `10:30`, `1.2`, `1,000`, `8-bit` and `50%`
    /// continue.
    fn ends(&self) -> bool {
        let mut behind = self.behind.chars();
        let Some(next) = behind.next() else { return true };
        let goes_on =
            |letter: char| letter.is_ascii_digit() || next == '-' && letter.is_ascii_lowercase();
        let goes_on = behind.next().is_some_and(goes_on);
        next.is_whitespace()
            || next == '('
            || next == '（'
            || !goes_on
                && (SEPARATORS.contains(&next) || matches!(next, '.' | ',' | '，' | '、' | ';'))
            || next == ')' && self.behind.len() > 1
            || !next.is_ascii() && next.is_alphabetic()
    }

    fn is_separated(&self) -> bool {
        let behind = self.behind.trim_start_matches([' ', '\u{a0}']);
        behind.starts_with(SEPARATORS)
    }

    fn is_decimal(&self) -> bool {
        self.code.bytes().all(|byte| byte.is_ascii_digit())
    }

    fn has_capital(&self) -> bool {
        self.code.bytes().any(|byte| byte.is_ascii_uppercase())
    }

    /// The name in brackets after the code, and the text.
    fn name_and_rest(&self) -> (&'t str, &'t str) {
        let named = self.behind.trim_start().strip_prefix(['(', '（']);
        let named = named.and_then(|inner| inner.split_once([')', '）']));
        match named.filter(|(name, _)| is_constant(name)) {
            Some((name, behind)) => (name, after_separators(behind)),
            None => ("", after_separators(self.behind)),
        }
    }
}

/// The text after a sign that joins two codes, and whether the sign is a dash, which also
/// separates a code from its text.
fn after_joint(text: &str) -> Option<(&str, bool)> {
    let text = text.trim_start();
    let next = text.strip_prefix([',', '、', '/', '–', '~', '-'])?;
    Some((next.trim_start(), text.starts_with('-')))
}

/// Whether a text can follow codes.
fn ends_codes(text: &str) -> bool {
    let text = text.trim_start();
    text.is_empty() || text.starts_with([':', '：'])
}

fn is_part_of_code(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '-')
}

/// A text without the separator in front of it.
fn after_separators(text: &str) -> &str {
    let is_separator =
        |c: char| SEPARATORS.contains(&c) || matches!(c, '.' | ',' | '，' | '、' | ';' | ')' | '>');
    text.trim_start().trim_start_matches(is_separator).trim()
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
