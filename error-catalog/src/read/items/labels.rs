//! Labels in the texts of rows: `Cause: …`, `Symbol: ER_NO; SQLSTATE: HY000`.

use crate::read::headings;

/// A longer text before a colon is a sentence.
const LONGEST: usize = 40;
const MOST_WORDS: usize = 3;

/// A word for what follows it.
pub(super) struct Label<'t> {
    pub(super) name: &'t str,
    /// Where it begins in the text of its block.
    pub(super) start: usize,
    /// Where the text that it labels begins.
    pub(super) end: usize,
}

/// The labels in the text of a block from a place on, each at the beginning of a line. In the
/// block that has the code, a label can also follow a `;`.
pub(super) fn labels(
    block: &str,
    line_starts: impl Iterator<Item = usize> + Clone,
    start: usize,
    has_code: bool,
) -> Vec<Label<'_>> {
    let ends = line_starts.clone().filter(|begin| *begin > start).chain([block.len()]);
    let mut labels = Vec::new();
    let mut line = start;
    for end in ends {
        let text = block.get(line..end).unwrap_or_default();
        let parts = text.match_indices([';', '；']).filter(|_| has_code);
        let parts = parts.map(|(at, sign)| line + at + sign.len());
        labels.extend(std::iter::once(line).chain(parts).filter_map(|at| label(block, at)));
        line = end;
    }
    // In `1001: Bad request: no name` nothing is a label, unless a line break follows the code.
    let has_line = line_starts.skip(1).any(|begin| (begin..=begin + 1).contains(&start));
    let is_text = |first: &Label<'_>| first.start <= start && !headings::is_any(first.name);
    if has_code && !has_line && (labels.len() == 1 || labels.first().is_some_and(is_text)) {
        labels.retain(|label| label.start > start);
    }
    labels
}

fn label(block: &str, start: usize) -> Option<Label<'_>> {
    let text = block.get(start..)?;
    let mut letters = text.char_indices().take(LONGEST + 2);
    let (colon, _) = letters.find(|(_, letter)| matches!(letter, ':' | '：'))?;
    let (before, after) = text.split_at_checked(colon)?;
    let name = before.trim();
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '/');
    let is_name = name.split(' ').count() <= MOST_WORDS
        && name.starts_with(char::is_alphabetic)
        && name.chars().all(is_part);
    let value = after.strip_prefix('：').or_else(|| {
        let value = after.strip_prefix(':')?;
        (value.is_empty() || value.starts_with(char::is_whitespace)).then_some(value)
    })?;
    is_name.then(|| Label { name, start, end: block.len() - value.len() })
}
