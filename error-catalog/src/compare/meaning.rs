//! Whether a code still means the same.

use std::collections::{HashMap, HashSet};

use heck::ToSnakeCase;

use super::facts::Facts;
use crate::source::name::own_name;
use crate::table::Row;

/// A code has another meaning if fewer words than this part of the shorter text are in
/// the longer one.
///
/// Of 5,000 pairs of different rows from each of three real tables, 81 to 89 % share less. Of 33
/// real rewordings in English and Chinese, 8 share less; none of these has a word in common with
/// the text before.
const SHARED: f64 = 0.25;

/// English words that say nothing about a meaning.
const COMMON: &str = " a an and are as at be been by can cannot could did do does for from \
    had has have i if in is it its no not of on or than that the this to was when will with \
    would you your ";

/// At most this many rows with the same text are compared, so the time is linear however many there
/// are.
const MOST_ALIKE: usize = 16;

/// How many letters of words are compared, so that `exist` equals `exists`.
const STEM: usize = 5;

/// The meanings of an older table's codes: their names and texts, and what the newer table says
/// about them.
#[derive(Default)]
pub(super) struct Meanings {
    by_name: HashMap<String, usize>,
    /// The rows with each message, with each description, and with all texts together.
    by_text: [HashMap<String, Vec<usize>>; 3],
    /// The name that the texts of the newer table give to each row.
    now: HashMap<usize, String>,
    /// The rows to which the newer table gives the texts of another one, with that one.
    taken: HashMap<usize, usize>,
    /// Those others.
    givers: HashSet<usize>,
    /// The rows that exchanged their texts with others, whatever their names are.
    exchanged: HashSet<usize>,
}

impl Meanings {
    pub(super) fn new(facts: &Facts<'_>) -> Self {
        let mut meanings = Self::default();
        for (place, row) in facts.old.rows.iter().enumerate() {
            let name = match row.name.as_str() {
                "" => own_name(row),
                name => Some(name.to_owned()),
            };
            if let Some(name) = name {
                meanings.by_name.entry(name).or_insert(place);
            }
            for (texts, by_text) in keys(facts, row, false).into_iter().zip(&mut meanings.by_text) {
                by_text.entry(texts).or_default().push(place);
            }
        }
        meanings
    }

    /// `now` are the rows of the newer table, each with the place of the older one.
    pub(super) fn set_now(&mut self, facts: &Facts<'_>, now: &[(usize, &Row)]) {
        self.now = now.iter().filter_map(|(place, row)| Some((*place, own_name(row)?))).collect();
        self.set_exchanged(facts, now);
        // The others still mean what they meant.
        let has_changed = |(place, new): &(usize, &Row)| {
            let old = facts.old.rows.get(*place)?;
            (!facts.texts(old, false).eq(facts.texts(new, true))).then_some(*place)
        };
        let kept: HashSet<usize> = now.iter().map(|(place, _)| *place).collect();
        let changed: HashSet<usize> = now.iter().filter_map(has_changed).collect();
        let is_free = |place: &usize| changed.contains(place) || !kept.contains(place);
        for (place, row) in now {
            if let Some(other) = self.source_of(facts, *place, row, is_free) {
                self.taken.insert(*place, other);
                self.givers.insert(other);
            }
        }
    }

    /// Finds the rows whose texts another row has now, and which have texts that another row had
    /// before: two rows exchanged them, or several in a circle, or all texts moved by a row.
    fn set_exchanged(&mut self, facts: &Facts<'_>, now: &[(usize, &Row)]) {
        let texts = |(place, new): &(usize, &Row)| {
            let old = joined(facts, facts.old.rows.get(*place)?, false);
            let new = joined(facts, new, true);
            (old != new).then_some((*place, old, new))
        };
        let changed: Vec<(usize, String, String)> = now.iter().filter_map(texts).collect();
        let olds: HashSet<&str> = changed.iter().map(|(_, old, _)| old.as_str()).collect();
        let news: HashSet<&str> = changed.iter().map(|(_, _, new)| new.as_str()).collect();
        let is_text = |text: &str| !text.trim().is_empty();
        let exchanged = changed.iter().filter(|(_, old, new)| {
            is_text(old) && is_text(new) && news.contains(&**old) && olds.contains(&**new)
        });
        self.exchanged = exchanged.map(|(place, ..)| *place).collect();
    }

    /// Whether the texts of a code changed altogether: they are those of another code now,
    /// or have hardly a word in common with what they were.
    ///
    /// Otherwise one text that is still the same is enough for the same meaning, as is the
    /// same name in a table with names.
    pub(super) fn has_changed(
        &self,
        facts: &Facts<'_>,
        place: usize,
        old: &Row,
        new: &Row,
    ) -> bool {
        // Without this, a row without texts would be compared by names alone, and the name that a
        // variant got may have no word of the document.
        if facts.texts(old, false).eq(facts.texts(new, true)) {
            return false;
        }
        let has_moved = self.taken.contains_key(&place) || self.givers.contains(&place);
        if has_moved || self.exchanged.contains(&place) {
            return true;
        }
        let is_same = |one: &str, two: &str| !one.trim().is_empty() && plain(one) == plain(two);
        // The name may be all that is left of a retired code.
        let is_revived = old.is_retired && !new.is_retired;
        let is_kept = is_same(&old.message, &new.message)
            || is_same(&old.description, &new.description)
            || !is_revived && is_same(&old.name, &new.name);
        !is_kept && (self.owner(place, new).is_some() || !share_words(old, new, !is_revived))
    }

    /// The rows whose texts or name the newer table gives to a row that means something else now.
    pub(super) fn givers_to(&self, place: usize, new: &Row) -> impl Iterator<Item = usize> {
        self.taken.get(&place).copied().into_iter().chain(self.owner(place, new))
    }

    /// The row with the name that the newer table makes of the texts of another row, if it has
    /// other texts itself now.
    ///
    /// An update changes neither the names nor the document, so this does not change.
    fn owner(&self, place: usize, new: &Row) -> Option<usize> {
        let name = own_name(new)?;
        let owner = self.by_name.get(&*name).filter(|owner| **owner != place)?;
        (self.now.get(owner) != Some(&name)).then_some(*owner)
    }

    /// The other row of the older table whose texts the newer one gives to this row and no
    /// longer to the other: all of them, or those that tell both rows apart.
    fn source_of(
        &self,
        facts: &Facts<'_>,
        place: usize,
        new: &Row,
        is_free: impl Fn(&usize) -> bool,
    ) -> Option<usize> {
        let old = facts.old.rows.get(place)?;
        if !new.name.is_empty() && plain(&new.name) == plain(&old.name) {
            return None;
        }
        let keys = keys(facts, new, true);
        let others = keys.iter().zip(&self.by_text).filter_map(|(key, rows)| rows.get(key));
        let others = others.flat_map(|rows| rows.iter().take(MOST_ALIKE).copied());
        let is_source = |other: &usize| {
            let Some(other) = facts.old.rows.get(*other) else { return false };
            let (old, other) = (facts.texts(old, false), facts.texts(other, false));
            let texts = old.zip(other).zip(facts.texts(new, true));
            let texts = texts.map(|((old, other), new)| [old, other, new].map(plain));
            let mut apart = texts.filter(|[old, other, _]| old != other);
            let mut has_text = false;
            apart.all(|[_, other, new]| {
                has_text |= !other.is_empty();
                other == new
            }) && has_text
        };
        others.filter(|other| *other != place && is_free(other)).find(is_source)
    }
}

/// The message, the description and all texts of a row, in the form that is compared.
fn keys(facts: &Facts<'_>, row: &Row, is_new: bool) -> [String; 3] {
    let texts: Vec<String> = facts.texts(row, is_new).map(plain).collect();
    let text = |place: usize| texts.get(place).cloned().unwrap_or_default();
    [text(0), text(1), joined(facts, row, is_new)]
}

/// All texts of a row, with a character between them that no plain text has.
fn joined(facts: &Facts<'_>, row: &Row, is_new: bool) -> String {
    facts.texts(row, is_new).map(plain).collect::<Vec<String>>().join("\n")
}

/// Whether enough words are in both rows. The name of the code before counts with its
/// texts, if names say something.
fn share_words(old: &Row, new: &Row, with_names: bool) -> bool {
    let (old, new) = (words(old, with_names), words(new, with_names));
    let shared = count(old.intersection(&new).count());
    // Without a word there is nothing to compare.
    shared >= SHARED * count(old.len().min(new.len()))
}

fn count(words: usize) -> f64 {
    u32::try_from(words).map_or(f64::MAX, f64::from)
}

/// A text without the parts that a rewording changes first.
fn plain(text: &str) -> String {
    text.chars().filter(|each| each.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The words of a row's texts and, if asked, its name, each cut to its stem. Scripts without
/// blanks between words give each pair of neighbouring characters.
fn words(row: &Row, with_name: bool) -> HashSet<String> {
    let name = if with_name { row.name.to_snake_case() } else { String::new() };
    let text = format!("{} {} {name}", row.message, row.description);
    let text = text.to_lowercase();
    let mut words = HashSet::new();
    for run in text.split(|character: char| !character.is_alphanumeric()) {
        let letters: String =
            run.chars().filter(|character| !is_written_densely(*character)).collect();
        let dense: Vec<char> =
            run.chars().filter(|character| is_written_densely(*character)).collect();
        if !letters.is_empty() && !COMMON.contains(&format!(" {letters} ")) {
            words.insert(letters.chars().take(STEM).collect());
        }
        if let [only] = dense[..] {
            words.insert(only.into());
        }
        words.extend(dense.windows(2).map(String::from_iter));
    }
    words
}

/// Whether a character is of a script without blanks between words.
fn is_written_densely(character: char) -> bool {
    // Thai to Khmer; kana to the ideographs; Hangul; the ideographs beyond.
    matches!(character, '\u{e00}'..='\u{fff}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
