//! Lines that look like rows, but are in no match.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use crate::read::finding::{Finding, Missed, Problem};
use crate::read::grid::Lines;

/// The codes and identifiers that the matches have.
#[derive(Default)]
pub(super) struct Seen<'t> {
    words: HashSet<&'t str>,
    shapes: HashSet<Shape<'t>>,
    /// What the rows account for, in order.
    ranges: Vec<Range<usize>>,
}

impl<'t> Seen<'t> {
    /// Adds the code or the name of a row that is at `row`.
    ///
    /// The row accounts for what it has in the lines of its code and its name alone: an
    /// expression that reaches too far has the next row in its other lines.
    pub(super) fn add(&mut self, text: &'t str, part: &Range<usize>, row: &Range<usize>) {
        let mut found = words(text.get(part.clone()).unwrap_or_default());
        // Such as 1003-1009 is not a code, and hides no other row.
        if let (Some((_, word)), None) = (found.next(), found.next()) {
            self.words.insert(word);
            self.shapes.extend(Shape::of(word));
        }
        let before = text.get(row.start..part.start).unwrap_or_default();
        let behind = text.get(part.end..row.end).unwrap_or_default();
        let start = before.rfind('\n').map_or(row.start, |end| row.start + end + 1);
        let end = behind.find('\n').map_or(row.end, |end| part.end + end);
        self.ranges.push(start..end);
    }

    /// The lines that look like rows, and a finding for each that has both a number and an
    /// identifier like those of the rows.
    pub(super) fn missed(mut self, text: &str, lines: &Lines) -> (Option<Missed>, Vec<Finding>) {
        self.ranges.sort_by_key(|range| range.start);
        let mut ranges = self.ranges.iter().peekable();
        // By line, whether there is a number, and whether there is an identifier.
        let mut missed: BTreeMap<usize, [bool; 2]> = BTreeMap::new();
        for (offset, word) in words(text) {
            while ranges.next_if(|range| range.end <= offset).is_some() {}
            let is_in_row = ranges.peek().is_some_and(|range| range.start <= offset);
            if is_in_row || self.words.contains(word) {
                continue;
            }
            let shape = Shape::of(word).filter(|shape| self.shapes.contains(shape));
            if let Some(shape) = shape {
                let [number, identifier] = missed.entry(lines.at(offset)).or_default();
                *(if matches!(shape, Shape::Prefix(_)) { identifier } else { number }) = true;
            }
        }
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        let line = |number: usize| lines.get(number - 1).copied().unwrap_or_default().to_owned();
        let rows = missed.iter().filter(|(_, has)| **has == [true, true]);
        let findings =
            rows.map(|(number, _)| Finding::new(*number, &line(*number), Problem::NoMatch));
        let findings = findings.collect();
        let example = missed.keys().next().map(|first| line(*first));
        let numbers = missed.keys().copied().collect();
        (example.map(|example| Missed { lines: numbers, example }), findings)
    }
}

/// What codes and identifiers of one table have in common.
#[derive(PartialEq, Eq, Hash)]
enum Shape<'t> {
    /// Decimal digits of this number.
    Decimal(usize),
    /// Hexadecimal digits of this number, behind `0x`.
    Hexadecimal(usize),
    /// Digits and capitals of this number, as in `42P01`.
    Mixed(usize),
    /// An identifier whose first part is this.
    Prefix(&'t str),
}

impl<'t> Shape<'t> {
    fn of(word: &'t str) -> Option<Self> {
        let is_all = |text: &str, is: fn(&u8) -> bool| text.bytes().all(|byte| is(&byte));
        let digits = word.strip_prefix("0x").or_else(|| word.strip_prefix("0X"));
        if let Some(digits) = digits.filter(|digits| is_all(digits, u8::is_ascii_hexdigit)) {
            return Some(Self::Hexadecimal(digits.len()));
        }
        if is_all(word, u8::is_ascii_digit) {
            return Some(Self::Decimal(word.len()));
        }
        let is_mixed = |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
        if is_all(word, is_mixed) && word.contains(|c: char| c.is_ascii_digit()) {
            return Some(Self::Mixed(word.len()));
        }
        prefix(word).map(Self::Prefix)
    }
}

/// The first part of an identifier: `STATUS_` of `STATUS_WAIT_1`, `Err` of `ErrJammed`.
fn prefix(word: &str) -> Option<&str> {
    let start = word.len() - word.trim_start_matches('_').len();
    let underscore = word.get(start..)?.find('_').map(|place| start + place + 1);
    let capital = || {
        let mut pairs = word.char_indices().zip(word.chars().skip(1));
        let hump = pairs.find(|((_, one), two)| one.is_lowercase() && two.is_uppercase());
        hump.map(|((place, one), _)| place + one.len_utf8())
    };
    word.get(..underscore.or_else(capital)?)
}

/// The numbers and identifiers of a text, each with its offset.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_end = |c: char| !c.is_alphanumeric() && c != '_';
    let mut offset = 0;
    let pieces = text.split_inclusive(is_end).map(move |piece| {
        offset += piece.len();
        (offset - piece.len(), piece.trim_end_matches(is_end))
    });
    pieces.filter(|(_, word)| !word.is_empty())
}
