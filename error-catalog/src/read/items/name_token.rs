//! Names without a digit at the beginning of a text.

use super::code_token::{SEPARATORS, is_separator};
use crate::read::pattern::{has_hump, is_constant, is_name};

/// A name that may be a code, such as `invalid_grant` and `UserNotFound`.
pub(super) struct NameToken<'t> {
    pub(super) code: &'t str,
    pub(super) after: &'t str,
    pub(super) is_marked: bool,
}

/// A shorter word of only capitals is more likely one such as `NOTE`.
const SHORTEST: usize = 5;

impl<'t> NameToken<'t> {
    /// `mark` is where the text in bold or in code marks at the beginning ends.
    pub(super) fn read(text: &'t str, mark: Option<usize>, is_in_code: bool) -> Option<Self> {
        let marked = mark.and_then(|mark| text.get(..mark));
        let marked = marked.map(|marked| marked.trim_end_matches(is_separator)).filter(|name| {
            is_constant(name) || has_dash(name) || is_dotted(name) || is_in_code && is_name(name)
        });
        let code = marked.or_else(|| unmarked(text))?;
        let has_digit = code.contains(|c: char| c.is_ascii_digit());
        let after = text.get(code.len()..).filter(|_| !has_digit)?;
        Some(Self { code, after, is_marked: marked.is_some() })
    }

    /// Whether a separator follows, and not the rest of a word as in `JavaScript-based` and
    /// `MyType::new`.
    pub(super) fn is_separated(&self) -> bool {
        let next = self.after.trim_start();
        let is_apart = self.is_marked || next.len() < self.after.len();
        let after = next.strip_prefix([':', '：']);
        after.is_some_and(|after| !after.starts_with(|c: char| c.is_ascii_graphic()))
            || is_apart && next.starts_with(SEPARATORS)
    }

    /// Whether this can only be the name of a constant, whatever follows it.
    pub(super) fn is_loud(&self) -> bool {
        self.code.contains('_')
            && !self.code.contains(|c: char| !c.is_ascii_uppercase() && c != '_')
    }

    /// Whether a paragraph with this beginning is a code with its text. `WARNING: …` is not, and
    /// `NAME | …` is a row of a table.
    pub(super) fn begins_text(&self) -> bool {
        let is_known = self.code.contains('_') || has_hump(self.code);
        let is_row = self.after.trim_start().starts_with('|');
        self.is_separated() && !is_row && (self.is_marked || is_known)
    }
}

/// A name that is not an ordinary word.
fn unmarked(text: &str) -> Option<&str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let word = text.get(..text.find(|c| !is_part(c)).unwrap_or(text.len()))?;
    let word = word.trim_end_matches(['-', '.']);
    let is_short = word.len() < SHORTEST && !word.contains('_') && !has_hump(word);
    (is_constant(word) && !is_short || has_dash(word) || is_dotted(word)).then_some(word)
}

/// Whether a word is a name of several parts, as `Disk.NotFound` and `isv.bad-token`, and not
/// one such as `example.com`.
fn is_dotted(word: &str) -> bool {
    let is_second = |part: &str| {
        part.starts_with(|first: char| first.is_ascii_uppercase()) || part.contains(['_', '-'])
    };
    let mut parts = word.split('.');
    parts.next().is_some_and(is_name) && word.contains('.') && is_name(word) && parts.all(is_second)
}

/// Whether a word is of small letters and dashes.
fn has_dash(word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_lowercase() || c == '-';
    is_name(word) && word.contains('-') && word.chars().all(is_part)
}
