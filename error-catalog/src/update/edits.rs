//! The changes of a file. Those to the arguments of one attribute are combined once all are
//! known, since they share commas.

use std::collections::BTreeMap;
use std::ops::Range;

use super::gap::Gap;
use crate::source::parse::code::{ArgumentPlace, CodeAttribute};
use crate::source::parse::source_text::{Edit, SourceText};

/// The changes of a file so far.
#[derive(Default)]
pub(super) struct Edits {
    edits: Vec<Edit>,
    /// By the end of the attribute.
    lists: BTreeMap<usize, List>,
}

/// The arguments of an attribute, and their changes.
struct List {
    places: Vec<ArgumentPlace>,
    end: usize,
    /// Whether each is removed.
    removed: Vec<bool>,
    /// New arguments, each with the number of the one before it.
    added: Vec<(usize, String)>,
}

impl Edits {
    pub(super) fn push(&mut self, edit: Edit) {
        self.edits.push(edit);
    }

    /// Adds an argument at the end.
    pub(super) fn add(&mut self, code: &CodeAttribute, argument: String) {
        let last = code.arguments.len().saturating_sub(1);
        self.list(code).added.push((last, argument));
    }

    /// Adds an argument right after one that stays.
    pub(super) fn add_after(&mut self, code: &CodeAttribute, before: &Range<usize>, text: String) {
        let list = self.list(code);
        if let Some(before) = list.position(before) {
            list.added.insert(0, (before, text));
        }
    }

    /// Removes an argument that is not the first.
    pub(super) fn remove(&mut self, code: &CodeAttribute, argument: &Range<usize>) {
        let list = self.list(code);
        let place = list.position(argument);
        if let Some(removed) = place.and_then(|place| list.removed.get_mut(place)) {
            *removed = true;
        }
    }

    fn list(&mut self, code: &CodeAttribute) -> &mut List {
        self.lists.entry(code.end).or_insert_with(|| List {
            places: code.arguments.clone(),
            end: code.end,
            removed: vec![false; code.arguments.len()],
            added: Vec::new(),
        })
    }

    /// All changes.
    pub(super) fn finish(self, text: &SourceText) -> Vec<Edit> {
        let mut edits = self.edits;
        for list in self.lists.values() {
            list.add_edits(text, &mut edits);
        }
        edits
    }
}

impl Extend<Edit> for Edits {
    fn extend<T: IntoIterator<Item = Edit>>(&mut self, edits: T) {
        self.edits.extend(edits);
    }
}

impl List {
    fn position(&self, range: &Range<usize>) -> Option<usize> {
        self.places.iter().position(|place| place.range == *range)
    }

    fn add_edits(&self, text: &SourceText, edits: &mut Vec<Edit>) {
        let is_gone = |place: usize| self.removed.get(place).copied().unwrap_or_default();
        let mut takes_next_comma = false;
        let mut before: Option<&ArgumentPlace> = None;
        for (index, place) in self.places.iter().enumerate() {
            let new = self.added.iter().filter(|(before, _)| *before == index);
            let new: Vec<&str> = new.map(|(_, argument)| &**argument).collect();
            if is_gone(index) {
                takes_next_comma = takes_next_comma || !follows(text, before, place);
                edits.extend(removal(text, before, place, takes_next_comma));
                edits.extend(in_place_of(text, place, &new, takes_next_comma));
            } else {
                takes_next_comma = false;
                edits.extend(self.insertion(text, place, &new));
            }
            before = Some(place);
        }
    }

    /// New arguments after one that stays, each on its own line if that one has its own line.
    fn insertion(&self, text: &SourceText, before: &ArgumentPlace, new: &[&str]) -> Vec<Edit> {
        if new.is_empty() {
            return Vec::new();
        }
        let Some(line) = own_line(text, before) else {
            let new = format!(", {}", new.join(", "));
            return vec![Edit::insert(before.range.end, new)];
        };
        let blanks = text.get(line..before.range.start);
        let lines: Vec<String> = new.iter().map(|new| format!("\n{blanks}{new}")).collect();
        let end = end_of(before);
        // The comment of the argument before stays on its line.
        let gap = Gap::new(text, end..self.end);
        match (gap.line_end().filter(|line_end| gap.has_comment(end..*line_end)), before.comma) {
            (None, _) => vec![Edit::insert(before.range.end, format!(",{}", lines.join(",")))],
            (Some(line_end), Some(_)) => {
                vec![Edit::insert(line_end, format!("{},", lines.join(",")))]
            }
            (Some(line_end), None) => {
                vec![Edit::insert(end, ","), Edit::insert(line_end, lines.join(","))]
            }
        }
    }
}

/// Whether only a comma is between two arguments.
fn follows(text: &SourceText, before: Option<&ArgumentPlace>, place: &ArgumentPlace) -> bool {
    let before = before.map_or(place.range.start, |before| before.range.end);
    text.get(before..place.range.start).trim() == ","
}

/// Removes an argument with the comma before it, or else with the one after it.
fn removal(
    text: &SourceText,
    before: Option<&ArgumentPlace>,
    place: &ArgumentPlace,
    takes_next_comma: bool,
) -> Vec<Edit> {
    if !takes_next_comma {
        let start = before.map_or(place.range.start, |before| before.range.end);
        return vec![Edit::delete(start..place.range.end)];
    }
    if let Some(line) = whole_line(text, place) {
        return vec![Edit::delete(line)];
    }
    let comma = place.comma.map(|comma| Edit::delete(comma..comma + 1));
    let before = text.get(0..place.range.start);
    let blanks = before.len() - before.trim_end_matches([' ', '\t']).len();
    let blanks = if own_line(text, place).is_some() { 0 } else { blanks };
    let argument = Edit::delete(place.range.start - blanks..place.range.end);
    [argument].into_iter().chain(comma).collect()
}

/// New arguments in place of one that is removed.
fn in_place_of(
    text: &SourceText,
    place: &ArgumentPlace,
    new: &[&str],
    has_comma_before: bool,
) -> Option<Edit> {
    let separator = match own_line(text, place) {
        Some(line) => format!("\n{}", text.get(line..place.range.start)),
        None => " ".to_owned(),
    };
    let list = new.join(&format!(",{separator}"));
    let edit = if has_comma_before {
        Edit::insert(end_of(place), format!("{separator}{list},"))
    } else {
        Edit::insert(place.range.end, format!(",{separator}{list}"))
    };
    (!new.is_empty()).then_some(edit)
}

/// The argument's line with the line break before it, if it has only the argument and its comma.
fn whole_line(text: &SourceText, place: &ArgumentPlace) -> Option<Range<usize>> {
    let start = own_line(text, place)?.checked_sub(1)?;
    let (end, line_end) = (end_of(place), text.line_end(place.range.end));
    let comma = place.comma.unwrap_or(place.range.end);
    let is_empty = |range: Range<usize>| text.get(range).trim().is_empty();
    let is_alone = end <= line_end && is_empty(place.range.end..comma) && is_empty(end..line_end);
    is_alone.then_some(start..end)
}

/// The end of the argument and its comma.
fn end_of(place: &ArgumentPlace) -> usize {
    place.comma.map_or(place.range.end, |comma| comma + 1)
}

/// The start of the argument's line, if it is the first thing there.
fn own_line(text: &SourceText, place: &ArgumentPlace) -> Option<usize> {
    let start = text.line_start(place.range.start);
    text.get(start..place.range.start).trim().is_empty().then_some(start)
}
