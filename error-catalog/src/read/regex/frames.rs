//! What is around the name of a row in its line.

use std::collections::HashMap;
use std::ops::Range;

/// How far from the beginning of its line a name can be, in bytes.
const FARTHEST: usize = 80;

/// How many different frames of names after the same text are compared.
const MOST: usize = 16;

/// The frames of the names of all rows, by the text in front of them in their lines, such as
/// `#define`.
#[derive(Default)]
pub(super) struct Frames<'t> {
    heads: HashMap<&'t str, NamesAfter<'t>>,
}

struct NamesAfter<'t> {
    /// What all names begin with.
    shared: &'t str,
    frames: Vec<Frame>,
}

/// What is around a name.
#[derive(PartialEq)]
struct Frame {
    initial: Initial,
    /// Whether there is a `(` right after the name, as in a macro with arguments.
    is_call: bool,
    /// The punctuation between the name and the code; `None` if the code is the name.
    between: Option<String>,
    /// What is next after the code; `None` at the end of the line.
    mark: Option<char>,
}

#[derive(Clone, Copy, PartialEq)]
enum Initial {
    Digit,
    Capital,
    Other,
}

impl Initial {
    fn of(word: &str) -> Self {
        match word.chars().next() {
            Some(first) if first.is_numeric() => Self::Digit,
            Some(first) if first.is_uppercase() => Self::Capital,
            _ => Self::Other,
        }
    }
}

impl<'t> Frames<'t> {
    /// Adds the name of a row, or its code if it has no name.
    pub(super) fn add(&mut self, text: &'t str, name: &Range<usize>, code: &Range<usize>) {
        let is_code = name == code;
        let between = if is_code { Some("") } else { text.get(name.end..code.start) };
        let Some(head) = head(text, name.start) else { return };
        let Some(between) = between.filter(|between| !between.contains('\n')) else { return };
        let word = text.get(name.clone()).unwrap_or_default();
        let new = || NamesAfter { shared: word, frames: Vec::new() };
        let head = self.heads.entry(head).or_insert_with(new);
        head.shared = shared(head.shared, word);
        let frame = Frame {
            initial: Initial::of(word),
            is_call: text.get(name.end..).is_some_and(|after| after.starts_with('(')),
            between: (!is_code).then(|| punctuation(between).collect()),
            mark: mark(line(text, code.end)),
        };
        if head.frames.len() < MOST && !head.frames.contains(&frame) {
            head.frames.push(frame);
        }
    }

    /// Whether the line of a word goes on after it as the lines of the rows do after their names.
    pub(super) fn has(&self, text: &str, offset: usize, word: &str) -> bool {
        let start = head(text, offset);
        let Some((start, head)) = start.and_then(|it| self.heads.get_key_value(it)) else {
            return false;
        };
        let rest = line(text, offset + word.len());
        let initial = Initial::of(word);
        let frames = head.frames.iter().filter(|frame| frame.initial == initial);
        let mut frames = frames.filter(|frame| word.starts_with(head.needed(frame.mark)));
        if start.is_empty() {
            frames.any(|frame| frame.begins_alike(rest))
        } else {
            frames.any(|frame| frame.is_alike(rest))
        }
    }
}

impl NamesAfter<'_> {
    /// What a name must begin with: a prefix such as `E_` if all names have it, or their first
    /// letter if there is no text after the codes, which would say that a line is a row.
    fn needed(&self, mark: Option<char>) -> &str {
        let first = self.shared.chars().next().filter(|_| mark.is_none());
        let end = self.shared.find('_').map(|place| place + 1);
        let end = end.or(first.map(char::len_utf8)).unwrap_or_default();
        self.shared.get(..end).unwrap_or_default()
    }
}

impl Frame {
    /// Whether there is a value after the name, and then what is after the code of a row.
    fn is_alike(&self, rest: &str) -> bool {
        if self.between.is_none() {
            return self.initial == Initial::Digit && mark(rest) == self.mark;
        }
        let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
        let words = rest.split(|letter| !is_letter(letter)).filter(|word| !word.is_empty());
        let has_both = match self.mark {
            None => words.count() > 0,
            Some('a') => words.count() > 1,
            Some(mark) => rest.split_once(mark).is_some_and(|(value, _)| value.contains(is_letter)),
        };
        rest.starts_with('(') == self.is_call && has_both
    }

    /// Whether a name that begins its line has the same punctuation after it, or stands alone.
    fn begins_alike(&self, rest: &str) -> bool {
        let Some(between) = self.between.as_ref().filter(|between| !between.is_empty()) else {
            return false;
        };
        let mut marks = between.chars().chain(self.mark.filter(|mark| *mark != 'a'));
        let mut found = punctuation(rest);
        let is_like = mark(rest).is_none() || marks.all(|mark| found.next() == Some(mark));
        self.initial == Initial::Capital && is_like
    }
}

/// The beginning that two words share.
fn shared<'t>(one: &'t str, two: &str) -> &'t str {
    let pairs = one.chars().zip(two.chars());
    let end = pairs.take_while(|(one, two)| one == two).map(|(one, _)| one.len_utf8()).sum();
    one.get(..end).unwrap_or_default()
}

/// What is in front of a place in its line; `None` if that is too long.
fn head(text: &str, offset: usize) -> Option<&str> {
    let start = offset.saturating_sub(FARTHEST);
    let before = text.as_bytes().get(start..offset)?;
    let start = match before.iter().rposition(|byte| *byte == b'\n') {
        Some(end) => start + end + 1,
        None if start == 0 => 0,
        None => return None,
    };
    text.get(start..offset).map(str::trim)
}

/// The rest of a line.
fn line(text: &str, offset: usize) -> &str {
    let rest = text.get(offset..).unwrap_or_default();
    rest.split('\n').next().unwrap_or_default()
}

/// The first character that is not a blank; `None` if only the separator of rows is left. All
/// letters count as the same.
fn mark(rest: &str) -> Option<char> {
    let rest = rest.trim_start();
    let is_end = rest.trim_end().trim_end_matches([',', ';']).is_empty();
    let first = rest.chars().next().filter(|_| !is_end);
    first.map(|first| if first.is_alphanumeric() || first == '_' { 'a' } else { first })
}

/// The characters of a text that are not of words. A sign is a part of a number.
fn punctuation(text: &str) -> impl Iterator<Item = char> {
    let is_word =
        |c: &char| c.is_alphanumeric() || c.is_whitespace() || matches!(c, '_' | '-' | '+');
    text.chars().filter(move |letter| !is_word(letter))
}
