//! Headings in the forms that are compared, and their known meanings.

use std::collections::HashSet;

use super::grid::Grid;
use super::known_headings::{self, KnownHeadings};
use super::pattern::Pattern;
use super::roles::Role;
use crate::integer;

/// Known headings are not longer.
const LONGEST: usize = 200;

/// In lower case, without blanks, punctuation and Latin accents.
pub(super) fn plain(heading: &str) -> String {
    let letters = heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    let mut text = String::with_capacity(heading.len());
    for letter in letters {
        match letter {
            'á' | 'à' | 'â' | 'ä' | 'ã' => text.push('a'),
            'é' | 'è' | 'ê' | 'ë' => text.push('e'),
            'í' | 'ì' | 'î' | 'ï' => text.push('i'),
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' => text.push('o'),
            'ú' | 'ù' | 'û' | 'ü' => text.push('u'),
            'ç' => text.push('c'),
            'ñ' => text.push('n'),
            'ß' => text.push_str("ss"),
            _ => text.push(letter),
        }
    }
    text
}

/// `plain`, without the `s` of a plural.
pub(super) fn singular(heading: &str) -> String {
    let mut text = plain(heading);
    if text.ends_with('s') {
        text.pop();
    }
    text
}

/// The part before a word that joins two headings, as in "Cause and what to do".
pub(super) fn first_of_joined(heading: &str) -> Option<String> {
    const WORDS: [&str; 6] = [" and ", " & ", " or ", "和", "及", "与"];
    let lower = heading.to_lowercase();
    let ends = WORDS.iter().filter_map(|word| lower.find(word)).min();
    ends.and_then(|end| lower.get(..end)).map(singular)
}

/// The first part of "错误码 (code)", "Code / Status" or "message.en".
pub(super) fn beginning(heading: &str) -> String {
    const ENDS: [char; 13] =
        ['(', '（', '[', '【', '/', ':', '：', '.', ',', '，', '、', '|', '\n'];
    let heading = heading.trim();
    // A member of an object in a row is not its code, as in "codes.1001" and "ErrorCode.type",
    // nor its text, as in "errors.format" and "content.examples.first.value".
    let is_member = heading.split_once('.').is_some_and(|(first, rest)| {
        let last = heading.rsplit('.').next().unwrap_or_default();
        let is_code = Pattern::of_code(last).is_some_and(|pattern| pattern != Pattern::Name);
        integer::any(last).is_some()
            || known_headings::CODE.rank(&singular(first)).is_some()
            || singular(first) == "error" && (plain(first) == "errors" || is_code)
            || rest.matches('.').count() > 1 && !heading.contains(char::is_whitespace)
    });
    if is_member {
        return singular(heading);
    }
    singular(heading.split(ENDS).next().unwrap_or_default())
}

/// The headings of a table in the forms that are compared.
pub(super) struct Headings<'a> {
    pub(super) exact: &'a [String],
    /// Each without blanks and punctuation; then also without a plural's end; then
    /// the first part alone.
    pub(super) forms: [Vec<String>; 3],
}

impl<'a> Headings<'a> {
    pub(super) fn new(grid: &'a Grid<'_>) -> Self {
        let all = |form: fn(&str) -> String| grid.headings.iter().map(|each| form(each)).collect();
        Self { exact: &grid.headings, forms: [all(plain), all(singular), all(beginning)] }
    }

    /// The index of the column with a heading that the caller named, or with this
    /// number, counted from 1.
    pub(super) fn position(&self, named: &str) -> Option<usize> {
        let exact = self.exactly(named);
        let alike = || {
            let named = plain(named);
            let [plain, ..] = &self.forms;
            plain.iter().position(|heading| *heading == named && !named.is_empty())
        };
        let numbered = || named.trim().parse::<usize>().ok()?.checked_sub(1);
        let numbered = || numbered().filter(|index| *index < self.exact.len());
        exact.or_else(alike).or_else(numbered)
    }

    pub(super) fn exactly(&self, named: &str) -> Option<usize> {
        self.exact.iter().position(|heading| heading.trim() == named.trim())
    }

    /// The index of the only column with exactly this heading.
    pub(super) fn only(&self, heading: &str) -> Option<usize> {
        let mut found = self.exact.iter().enumerate().filter(|(_, each)| *each == heading);
        found.next().filter(|_| found.next().is_none()).map(|(index, _)| index)
    }

    /// The index of the column whose heading comes first in a list of known ones.
    pub(super) fn best(
        &self,
        known: &KnownHeadings,
        can_be: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let best_of = |form: &Vec<String>| {
            let ranked = form
                .iter()
                .enumerate()
                .filter_map(|(index, heading)| known.rank(heading).map(|rank| (rank, index)));
            ranked.filter(|(_, index)| can_be(*index)).min().map(|(_, index)| index)
        };
        self.forms.iter().find_map(best_of)
    }

    /// The heading at an index, if another column has the same.
    pub(super) fn repeated(&self, index: usize, taken: &HashSet<usize>) -> Option<String> {
        let [plain, ..] = &self.forms;
        let heading = plain.get(index)?;
        let mut others = plain.iter().enumerate().filter(|(other, _)| *other != index);
        let is_repeated = others.any(|(other, each)| each == heading && !taken.contains(&other));
        self.exact.get(index).filter(|_| is_repeated).cloned()
    }
}

/// Whether a reader would give a column with this heading a meaning.
#[cfg(feature = "export")]
pub(crate) fn has_role(role: Role, heading: &str) -> bool {
    is_known(known(role), heading)
}

/// The headings that vendors use for it.
pub(super) fn known(role: Role) -> &'static KnownHeadings {
    match role {
        Role::Code => &known_headings::CODE,
        Role::Message => &known_headings::MESSAGE,
        Role::Description => &known_headings::DESCRIPTION,
        Role::Name => &known_headings::NAME,
        Role::Aliases => &known_headings::ALIASES,
        Role::Kind | Role::Retryable | Role::Retired => &known_headings::NOTHING,
    }
}

/// Whether the heading is known as that of codes.
pub(super) fn is_code(heading: &str) -> bool {
    is_known(&known_headings::CODE, heading)
}

/// Whether the heading is known as that of codes, or of what may be codes.
pub(super) fn may_be_code(heading: &str) -> bool {
    is_code(heading) || is_known(&known_headings::MAYBE_CODE, heading)
}

/// Whether the heading is known as that of a text.
pub(super) fn is_text(heading: &str) -> bool {
    is_known(&known_headings::MESSAGE, heading) || is_known(&known_headings::DESCRIPTION, heading)
}

/// Whether the heading is known as that of anything.
pub(super) fn is_any(heading: &str) -> bool {
    Role::ALL.into_iter().any(|role| is_known(known(role), heading))
        || is_known(&known_headings::MAYBE_CODE, heading)
}

pub(super) fn is_known(known: &KnownHeadings, heading: &str) -> bool {
    heading.len() <= LONGEST
        && [plain, singular, beginning].iter().any(|form| known.rank(&form(heading)).is_some())
}

/// Whether the heading of a column is a code like those below it, so that the headings are a row.
pub(super) fn is_row_as_heading(grid: &Grid<'_>, column: usize) -> bool {
    let heading = grid.headings.get(column).map_or("", |heading| heading.trim());
    let Some(pattern) = Pattern::of_code(heading) else { return false };
    let rows = grid.rows.iter().filter(|row| !row.is_section);
    let mut codes = rows.filter_map(|row| row.cell(column)).filter(|code| !code.trim().is_empty());
    integer::any(heading).is_some()
        || pattern != Pattern::Name && codes.all(|code| Pattern::of(code.trim()) == pattern)
}

/// Whether a heading says what the names below it are, and not codes.
pub(super) fn is_of_other_names(title: &str) -> bool {
    const OTHERS: [&str; 19] = [
        "parameter",
        "argument",
        "field",
        "attribute",
        "propert",
        "option",
        "setting",
        "variable",
        "method",
        "event",
        "schem",
        "definition",
        "input",
        "output",
        "header",
        "参数",
        "字段",
        "属性",
        "选项",
    ];
    says(title, &OTHERS)
}

/// Whether the heading of a list has one of these words, and none that says that it is of codes.
pub(super) fn says(title: &str, words: &[&str]) -> bool {
    const CODES: [&str; 3] = ["error", "code", "错误"];
    let title = title.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    has(words) && !has(&CODES)
}
