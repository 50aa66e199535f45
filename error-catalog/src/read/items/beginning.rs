//! Texts that begin with a code.

use super::block::Block;
use super::code_token::{CodeToken, after_separators, is_part_of_code, is_separator};
use super::name_token::NameToken;
use crate::integer;
use crate::read::headings::is_code;
use crate::read::pattern::{Pattern, is_constant};
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
    /// Whether it may be the number of things that the text names.
    pub(super) may_count: bool,
}

/// Links to a heading, which generated pages have in front of it or after it.
const ANCHORS: [char; 5] = ['¶', '#', '§', '🔗', '\u{200b}'];

/// Whether a character in front of a code is only there to be seen, such as a bullet or an emoji.
fn is_decoration(letter: char) -> bool {
    let is_symbol = matches!(letter, '\u{2500}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}'
        | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '•' | '·');
    letter == ' ' || is_symbol || ANCHORS.contains(&letter)
}

/// A longer text in front of a code is a sentence.
const LONGEST_WORDS: usize = 40;

impl<'t> Beginning<'t> {
    /// Reads the first block of an item.
    pub(super) fn read(block: &'t Block, written_as: WrittenAs) -> Option<Self> {
        let text = block.text.trim_start_matches(is_decoration);
        let cut = block.text.len() - text.len();
        let text = text.trim_end_matches(|c: char| ANCHORS.contains(&c) || c.is_whitespace());
        let mark = block.mark.and_then(|mark| mark.checked_sub(cut));
        let line = block.first_line.checked_sub(cut)?.min(text.len());
        let is_in_code = block.is_mark_of_code;
        BeginningReader { text, mark, is_in_code, line, written_as }.read()
    }

    /// An item whose number is its code.
    pub(super) fn of_number(number: &'t str, block: Option<&'t Block>) -> Self {
        let rest = block.map_or("", |block| &block.text);
        Self { code: number, name: "", rest, is_bare: true, is_weak: false, may_count: false }
    }
}

struct BeginningReader<'t> {
    text: &'t str,
    /// Where the text in bold or in code marks at the beginning ends.
    mark: Option<usize>,
    /// Whether it is in code marks.
    is_in_code: bool,
    /// Where the first line ends.
    line: usize,
    written_as: WrittenAs,
}

impl<'t> BeginningReader<'t> {
    fn read(&self) -> Option<Beginning<'t>> {
        let found = self.named().or_else(|| self.worded()).or_else(|| self.plain());
        found.or_else(|| self.without_digits())
    }

    fn from(&self, start: usize) -> &'t str {
        self.text.get(start..).unwrap_or_default()
    }

    /// A name with a code, as in `CURLE_OK (0)` and `E_JAMMED = 7`.
    fn named(&self) -> Option<Beginning<'t>> {
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let name = self.text.get(..self.text.find(|c| !is_part(c))?)?;
        let after = self.from(name.len()).trim_start();
        // Bold text is often followed by brackets.
        let is_marked = self.written_as != WrittenAs::Paragraphs
            && self.mark.is_some_and(|mark| mark >= name.len());
        let (inner, end) = match after.strip_prefix(['(', '（', '[']) {
            Some(inner) if is_constant(name) || is_marked => inner.split_once([')', '）', ']'])?,
            None if is_constant(name) => {
                let inner = after.strip_prefix("= ")?.trim_start();
                inner.split_at(inner.find(|c| !is_part_of_code(c)).unwrap_or(inner.len()))
            }
            _ => return None,
        };
        let code = inner.trim().trim_matches('`');
        let begins = name.starts_with(|c: char| !c.is_ascii_digit());
        integer::loose(code).filter(|_| begins)?;
        let rest = after_separators(end);
        Some(Beginning { code, name, rest, is_bare: false, is_weak: false, may_count: false })
    }

    /// A code after a word for it, as in `Error 1001: …` and `错误码 1001`.
    fn worded(&self) -> Option<Beginning<'t>> {
        let digit = self.text.find(|c: char| c.is_ascii_digit())?;
        let before = self.text.get(..digit).filter(|words| words.len() <= LONGEST_WORDS)?;
        let start = before.trim_end_matches(is_part_of_code).len();
        let words = before.get(..start)?.trim_end_matches([' ', ':', '：', '#', '(', '`']);
        let is_word = is_code(words) || is_error(words);
        let found = CodeToken::read(self.from(start)).filter(|_| is_word)?;
        let (name, rest) = found.name_and_rest();
        Some(Beginning {
            code: found.code,
            name,
            rest,
            is_bare: false,
            is_weak: false,
            may_count: false,
        })
    }

    fn plain(&self) -> Option<Beginning<'t>> {
        let found = CodeToken::read(self.text)?;
        let end = self.text.len() - found.after.len();
        let is_separated = found.is_separated() || self.line == end;
        let marked = self.mark.and_then(|mark| self.text.get(end..mark.max(end)));
        let is_marked = marked.is_some_and(|inner| {
            inner.trim_matches(is_separator).is_empty() || found.is_separated()
        });
        let is_whole = self.mark.is_some_and(|mark| mark >= self.line);
        let (name, rest) = found.name_and_rest();
        let is_named = !name.is_empty() || found.is_before_itself();
        let is_sure = is_marked || found.is_in_brackets || is_named;
        let is_integer = Pattern::of(found.code) == Pattern::Integer;
        let is_small = found.is_decimal() && found.code.len() < 3;
        let is_bold = found.is_long() && (is_marked || is_whole);
        let mut may_count = false;
        let (is_begun, is_weak) = match self.written_as {
            WrittenAs::Paragraphs => {
                let is_begun = is_sure && (is_separated || is_whole);
                (is_begun || is_bold || found.begins_text(), !is_begun)
            }
            // Such as `1. Introduction` and `2、Usage`.
            WrittenAs::Headings => {
                (is_sure || !is_small || !found.is_numbering(), !is_sure && is_small)
            }
            WrittenAs::Definitions => (true, false),
            WrittenAs::List | WrittenAs::Table => {
                let is_apart = is_title(rest) || found.is_before_mark() || found.is_lettered();
                may_count = !is_sure && !is_separated && !is_apart;
                (is_sure || is_separated || !is_small && is_apart || found.is_long(), false)
            }
        };
        let is_word = is_integer || is_sure || found.has_capital();
        // Such as `Q1: Why?`.
        let is_question = !is_sure && found.code.len() < 4 && found.code.starts_with('Q');
        if !is_begun
            || !is_word
            || is_question
            || Pattern::of(found.code) == Pattern::Name && !is_marked
        {
            return None;
        }
        let is_bare = !is_sure || is_weak;
        Some(Beginning { code: found.code, name, rest, is_bare, is_weak, may_count })
    }

    /// A name without a digit, as in `invalid_grant – …` and `UserNotFound: …`.
    fn without_digits(&self) -> Option<Beginning<'t>> {
        let found = NameToken::read(self.text, self.mark, self.is_in_code)?;
        let NameToken { code, after, is_marked } = found;
        let is_separated = code.len() >= self.line || found.is_separated();
        let rest = after_separators(after);
        let begins_title = is_marked && after.starts_with(' ') && is_title(rest);
        let (is_begun, is_weak) = match self.written_as {
            WrittenAs::Paragraphs => (is_marked && is_separated || found.begins_text(), true),
            // A single one is more likely a title.
            WrittenAs::Headings => (is_separated || begins_title, !is_marked),
            _ => (is_separated || begins_title || found.is_loud(), false),
        };
        let is_bare = !is_marked;
        let may_count = false;
        is_begun.then_some(Beginning { code, name: "", rest, is_bare, is_weak, may_count })
    }
}

/// Whether a text says that an error follows.
fn is_error(text: &str) -> bool {
    ["err", "error", "exception"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn is_title(text: &str) -> bool {
    text.starts_with(|first: char| !first.is_ascii() || first.is_uppercase())
}
