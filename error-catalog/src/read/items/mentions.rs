//! Codes in the text outside of rows.

use super::block::{Block, worded_code};
use super::code_token::{CodeToken, is_part_of_code};
use super::text_below::Below;
use crate::read::finding::{Mention, beginning, first_characters};
use crate::read::grid::{GridRow, Input};
use crate::read::pattern::Pattern;

/// Words in front of a code, as in `"errorCode": 1001`.
const WORDS: [&str; 5] = ["code", "error", "错误码", "返回码", "状态码"];

/// Words in front of numbers that are not codes.
const OTHERS: [&str; 6] = ["rfc", "build", "sku", "port", "version", "page"];

/// Units of numbers that are not codes.
const UNITS: [&str; 6] = ["ms", "px", "kb", "mb", "gb", "hz"];

/// Outside of rows, the codes at the beginning of a line, in brackets, in code marks, or after a
/// word for codes; in the texts of rows, those at the beginning of a line.
pub(super) fn mentions(below: &Below<'_>, input: &Input<'_, '_>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut add = |line: usize, code: &str, text: &str| {
        let text = beginning(text);
        input.room.take_finding(text.len());
        let has_room = input.room.check().is_ok();
        if has_room {
            mentions.push(Mention { line, code: code.to_owned(), text });
        }
        has_room
    };
    for block in below.outside() {
        let mut spans = block.code_spans().peekable();
        for (index, (line, text)) in lines(block, input).into_iter().enumerate() {
            let mut found = codes(text);
            let of_line = std::iter::from_fn(|| spans.next_if(|(ended, _)| *ended <= index));
            found.extend(of_line.map(|(_, span)| span).filter(|span| is_whole(span)));
            if !found.into_iter().all(|code| add(line, code, text)) {
                return mentions;
            }
        }
    }
    for (block, is_first) in below.inside().iter().filter(|(block, _)| !block.is_code) {
        for (line, text) in lines(block, input).into_iter().skip(usize::from(*is_first)) {
            let code = begun(text).or_else(|| worded_code(text));
            if !code.filter(|code| is_code(code)).is_none_or(|code| add(line, code, text)) {
                return mentions;
            }
        }
    }
    mentions
}

/// The lines of a block, each with its number.
fn lines<'b>(block: &'b Block, input: &Input<'_, '_>) -> Vec<(usize, &'b str)> {
    if block.is_code {
        let first = input.lines.at(block.offset);
        return (first..).zip(block.text.lines().map(str::trim)).collect();
    }
    block.lines().map(|(offset, text)| (input.lines.at(offset), text)).collect()
}

/// The codes of a row without a text.
pub(super) fn of_row(row: &GridRow<'_>) -> impl Iterator<Item = Mention> {
    let mention = |code: &str| Mention {
        line: row.line,
        code: code.to_owned(),
        text: beginning(&row.text()),
    };
    codes(row.cell(0).unwrap_or_default()).into_iter().map(mention)
}

fn codes(line: &str) -> Vec<&str> {
    let brackets = line.match_indices(['(', '[', '（', '【']);
    let brackets = brackets.filter_map(|(at, _)| line.split_at_checked(at));
    let in_brackets = brackets.filter(|(before, _)| !is_of_others(before));
    let in_brackets = in_brackets.filter_map(|(_, after)| CodeToken::read_in_brackets(after));
    let lower = line.to_ascii_lowercase();
    let words = WORDS.iter().flat_map(|word| lower.match_indices(word));
    let words = words.filter(|(at, _)| !is_option(line.get(..*at).unwrap_or_default()));
    let after_words = words.filter_map(|(at, word)| {
        let after = line.get(at + word.len()..)?;
        // As in `<code>1001</code>`, but not in `code >= 1001`.
        let after = after.strip_prefix('>').filter(|next| !next.starts_with('=')).unwrap_or(after);
        let is_between = |c: char| c.is_whitespace() || "\"'`*:：=#".contains(c);
        // The next word can be as long as the line.
        CodeToken::read_quoted(first_characters(after.trim_start_matches(is_between)))
    });
    let others = in_brackets.chain(after_words).filter(|token| !is_count(token));
    let found = begun(line).into_iter().chain(others.map(|token| token.code));
    found.filter(|code| is_code(code)).collect()
}

/// The code at the beginning of a line.
fn begun(line: &str) -> Option<&str> {
    let token = CodeToken::read_in_brackets(line).or_else(|| CodeToken::read(line));
    token.filter(|token| !is_count(token)).map(|token| token.code)
}

/// Whether a text in code marks is only a code.
fn is_whole(text: &str) -> bool {
    CodeToken::read(text).is_some_and(|token| token.code == text) && is_code(text)
}

/// Whether a text ends with a word for other numbers, as in `RFC (7807)`.
fn is_of_others(before: &str) -> bool {
    let before = before.trim_end();
    OTHERS.iter().any(|word| {
        let start = before.len().checked_sub(word.len());
        let parts = start.and_then(|start| before.split_at_checked(start));
        parts.is_some_and(|(before, end)| {
            end.eq_ignore_ascii_case(word) && !before.ends_with(char::is_alphanumeric)
        })
    })
}

/// Whether a word is the name of an option of a command, as in `--code 1001`.
fn is_option(before: &str) -> bool {
    const LONGEST: usize = 40;
    let mut name = before.chars().rev().take(LONGEST).take_while(|c| is_part_of_code(*c));
    let mut last = ' ';
    name.any(|letter| std::mem::replace(&mut last, letter) == '-' && letter == '-')
}

/// Whether a number says how many things there are, as in `1500 errors` and `1200 ms`.
fn is_count(token: &CodeToken<'_>) -> bool {
    let Some(next) = token.after.strip_prefix(' ').filter(|_| token.is_decimal()) else {
        return false;
    };
    let word = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_plural = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("is");
    let are_things = is_plural && word.starts_with(char::is_lowercase);
    UNITS.iter().any(|unit| word.eq_ignore_ascii_case(unit))
        || token.code.ends_with('0') && are_things
}

/// Whether a code says by its digits that it is one.
fn is_code(code: &str) -> bool {
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    digits > 2 && Pattern::of(code) != Pattern::Name
}
