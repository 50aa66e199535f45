//! Lines that look like rows, but are in no match.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use super::frames::Frames;
use crate::read::finding::{Finding, Missed, SHOWN, beginning};
use crate::read::grid::Lines;
use crate::read::problem::Problem;

/// The codes and identifiers that the matches have.
#[derive(Default)]
pub(super) struct Seen<'t> {
    words: HashSet<&'t str>,
    shapes: HashSet<Shape<'t>>,
    codes: HashSet<Surroundings>,
    names: HashSet<Surroundings>,
    frames: Frames<'t>,
    /// The ranges that the rows account for, in order.
    ranges: Vec<Range<usize>>,
}

/// The content of a line that is in no match.
#[derive(Default)]
struct TextLine {
    /// Whether there is a number, and an identifier, like those of the rows.
    shapes: [bool; 2],
    /// Where a word looks like a code, and where one looks like a name.
    code: Option<usize>,
    name: Option<usize>,
    /// Whether a word has the same surroundings as a code on both sides.
    has_whole_code: bool,
    is_counted: bool,
}

impl<'t> Seen<'t> {
    /// Adds the row at `row` with its code and its name.
    pub(super) fn add(
        &mut self,
        text: &'t str,
        code: Option<&Range<usize>>,
        name: Option<&Range<usize>>,
        row: &Range<usize>,
    ) {
        for (part, is_code) in [(code, true), (name, false)] {
            if let Some(part) = part {
                self.add_part(text, part, row, is_code);
            }
        }
        if let Some(code) = code {
            let [name, code] = [name.unwrap_or(code), code].map(|part| whole_words(text, part));
            self.frames.add(text, &name, &code);
        }
    }

    /// Adds the code or the name of a row.
    ///
    /// The row accounts only for its lines with the code and the name: the other lines of an
    /// expression that reaches too far contain the next row.
    fn add_part(&mut self, text: &'t str, part: &Range<usize>, row: &Range<usize>, is_code: bool) {
        // A range such as 1003-1009 is not a code. It does not account for another row.
        if let Some((_, word)) = only_word(text, part) {
            self.words.insert(word);
            self.shapes.extend(Shape::of(word));
        }
        // A group may leave out the prefix that all names have.
        if let Some((offset, word)) = only_word(text, &whole_words(text, part)) {
            self.words.insert(word);
            let contexts = if is_code { &mut self.codes } else { &mut self.names };
            contexts.insert(Surroundings::of(text, offset, word));
        }
        let before = text.get(row.start..part.start).unwrap_or_default();
        let after = text.get(part.end..row.end).unwrap_or_default();
        let start = before.rfind('\n').map_or(row.start, |end| row.start + end + 1);
        let end = after.find('\n').map_or(row.end, |end| part.end + end);
        self.ranges.push(start..end);
    }

    /// The lines that look like rows, and a finding for each that has both parts of a row: a
    /// number and an identifier like those of the rows, or a code and a name where rows have
    /// them.
    pub(super) fn missed(mut self, text: &str, lines: &Lines) -> (Option<Missed>, Vec<Finding>) {
        self.ranges.sort_by_key(|range| range.start);
        let mut ranges = self.ranges.iter().peekable();
        let mut missed: BTreeMap<usize, TextLine> = BTreeMap::new();
        for (offset, word) in words(text) {
            while ranges.next_if(|range| range.end <= offset).is_some() {}
            let is_in_row = ranges.peek().is_some_and(|range| range.start <= offset);
            if !is_in_row && !self.words.contains(word) {
                self.look_at(text, offset, word, missed.entry(lines.at(offset)).or_default());
            }
        }
        missed.retain(|_, line| line.is_counted || self.is_row(line));
        let first = lines.at(0);
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        let line = |number: usize| lines.get(number - first).copied().unwrap_or_default();
        let rows = missed.iter().filter(|(_, line)| self.is_row(line));
        let findings =
            rows.map(|(number, _)| Finding::new(*number, line(*number), Problem::NoMatch));
        let findings = findings.collect();
        let numbers: Vec<usize> = missed.keys().copied().collect();
        let texts = numbers.iter().take(SHOWN).map(|number| beginning(line(*number))).collect();
        ((!numbers.is_empty()).then_some(Missed { lines: numbers, texts }), findings)
    }

    fn look_at(&self, text: &str, offset: usize, word: &str, line: &mut TextLine) {
        if let Some(shape) = Shape::of(word).filter(|shape| self.shapes.contains(shape)) {
            let is_identifier = matches!(shape, Shape::Prefix(_));
            let [has_number, has_identifier] = &mut line.shapes;
            *(if is_identifier { has_identifier } else { has_number }) = true;
            line.is_counted = true;
        }
        let context = Surroundings::of(text, offset, word);
        let begins_like = |each: &Surroundings| each.begins_like(&context);
        // A single word cannot be both.
        if line.code.is_none() && self.codes.iter().any(begins_like) {
            line.code = Some(offset);
        } else if line.name.is_none() && self.names.iter().any(begins_like) {
            line.name = Some(offset);
        }
        let is_in =
            |contexts: &HashSet<Surroundings>| contexts.iter().any(|each| each.is_like(&context));
        let is_whole = is_in(&self.codes);
        line.has_whole_code |= is_whole;
        line.is_counted |= (is_whole || is_in(&self.names)) && context.is_telling();
        // A number with more digits, such as 100 after 99, or in another base.
        line.is_counted |= self.codes.iter().any(|each| each.is_first_number(&context));
        line.is_counted |= self.frames.has(text, offset, word);
    }

    fn is_row(&self, line: &TextLine) -> bool {
        let has_all = if self.names.is_empty() {
            line.has_whole_code
        } else {
            line.code.is_some() && line.name.is_some()
        };
        has_all || line.shapes == [true, true]
    }
}

/// How a word is written, and the characters on both sides of it.
#[derive(PartialEq, Eq, Hash)]
struct Surroundings {
    style: WritingStyle,
    has_digit: bool,
    before: char,
    after: char,
}

impl Surroundings {
    fn of(text: &str, offset: usize, word: &str) -> Self {
        let before = text.get(..offset).unwrap_or_default();
        let after = text.get(offset + word.len()..).unwrap_or_default();
        // The next character of the line that is not a blank. All letters count as the same.
        let side = |mut letters: &mut dyn Iterator<Item = char>| {
            let is_end = |letter: &char| *letter == '\n' || !letter.is_whitespace();
            match Iterator::find(&mut letters, is_end) {
                None => '\n',
                Some(letter) if letter.is_alphanumeric() || letter == '_' => 'a',
                Some(letter) => letter,
            }
        };
        Self {
            style: WritingStyle::of(word),
            has_digit: word.contains(|letter: char| letter.is_ascii_digit()),
            before: side(&mut before.chars().rev()),
            after: side(&mut after.chars()),
        }
    }

    fn begins_like(&self, other: &Self) -> bool {
        self.style == other.style
            && self.before == other.before
            && (!self.has_digit || other.has_digit)
    }

    fn is_like(&self, other: &Self) -> bool {
        self.begins_like(other) && self.after == other.after
    }

    /// Whether both are numbers, or capitals with a number, that begin their lines.
    fn is_first_number(&self, other: &Self) -> bool {
        let is_number =
            |it: &Self| matches!(it.style, WritingStyle::Decimal | WritingStyle::Hexadecimal);
        let begins = |it: &Self| it.before == '\n' && it.has_digit;
        let is_one_style = self.style == other.style && self.style == WritingStyle::Capitals;
        let are_numbers = is_number(self) && is_number(other);
        begins(self) && begins(other) && (are_numbers || is_one_style)
    }

    /// Whether hardly any other word has such surroundings.
    fn is_telling(&self) -> bool {
        self.style != WritingStyle::Word && (self.before != 'a' || self.after != 'a')
    }
}

/// How a word is written.
#[derive(PartialEq, Eq, Hash)]
enum WritingStyle {
    Decimal,
    Hexadecimal,
    /// Capitals, perhaps with digits and `_`, as in `42P01` and `NO_DOOR`.
    Capitals,
    /// As in `DoorJammed` and `Jammed`.
    Pascal,
    /// As in `doorJammed` and `door_jammed`.
    Joined,
    /// Any other.
    Word,
}

impl WritingStyle {
    fn of(word: &str) -> Self {
        let has = |is: fn(char) -> bool| word.contains(is);
        let hexadecimal = word.strip_prefix("0x").or_else(|| word.strip_prefix("0X"));
        let is_hexadecimal = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let (has_lower, has_upper) = (has(char::is_lowercase), has(char::is_uppercase));
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            Self::Decimal
        } else if hexadecimal.is_some_and(is_hexadecimal) {
            Self::Hexadecimal
        } else if has_upper && !has_lower {
            Self::Capitals
        } else if has_lower && word.starts_with(char::is_uppercase) {
            Self::Pascal
        } else if has_lower && (has_upper || word.contains('_')) {
            Self::Joined
        } else {
            Self::Word
        }
    }
}

/// The shape that codes and identifiers of one table share.
#[derive(PartialEq, Eq, Hash)]
enum Shape<'t> {
    /// Decimal digits of this number.
    Decimal(usize),
    /// Hexadecimal digits of this number, after `0x`.
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

/// The word in a part of a text and its offset; `None` if there are several.
fn only_word<'t>(text: &'t str, part: &Range<usize>) -> Option<(usize, &'t str)> {
    let mut found = words(text.get(part.clone())?);
    let (offset, word) = found.next()?;
    found.next().is_none().then_some((part.start + offset, word))
}

/// A part of a text, extended to whole words.
fn whole_words(text: &str, part: &Range<usize>) -> Range<usize> {
    let is_part = |letter: &char| letter.is_alphanumeric() || *letter == '_';
    let length = |letters: &mut dyn Iterator<Item = char>| -> usize {
        letters.take_while(is_part).map(char::len_utf8).sum()
    };
    let inner = text.get(part.clone()).unwrap_or_default();
    let before = text.get(..part.start).unwrap_or_default();
    let after = text.get(part.end..).unwrap_or_default();
    let begins = inner.chars().next().is_some_and(|letter| is_part(&letter));
    let ends = inner.chars().next_back().is_some_and(|letter| is_part(&letter));
    let start = if begins { length(&mut before.chars().rev()) } else { 0 };
    let end = if ends { length(&mut after.chars()) } else { 0 };
    part.start - start..part.end + end
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
