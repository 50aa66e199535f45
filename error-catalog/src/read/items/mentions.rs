//! Codes in the text outside of rows.

use super::block::Block;
use super::code_token::CodeToken;
use crate::read::finding::{Mention, beginning};
use crate::read::grid::{GridRow, Input};
use crate::read::pattern::Pattern;

/// Words in front of a code, as in `"errorCode": 1001`.
const WORDS: [&str; 5] = ["code", "error", "错误码", "返回码", "状态码"];

/// The codes at the beginning of a line, in brackets, or after a word for codes.
pub(super) fn mentions(outside: &[&Block], input: &Input<'_, '_>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for block in outside {
        let first = input.lines.at(block.offset);
        for (index, line) in block.text.lines().enumerate() {
            // Only a block of code has the lines of the document.
            let number = if block.is_code { first + index } else { first };
            for code in codes(line) {
                let text = beginning(line.trim());
                input.room.take_finding(text.len());
                if input.room.check().is_err() {
                    return mentions;
                }
                mentions.push(Mention { line: number, code: code.to_owned(), text });
            }
        }
    }
    mentions
}

/// The code of a row without a text.
pub(super) fn mention(row: &GridRow<'_>) -> Option<Mention> {
    let code = row.cell(0).filter(|code| is_code(code))?.to_owned();
    Some(Mention { line: row.line, code, text: beginning(&row.text()) })
}

fn codes(line: &str) -> Vec<&str> {
    let begun = CodeToken::read(line.trim_start());
    let brackets = line.match_indices(['(', '[', '（', '【']);
    let in_brackets = brackets.filter_map(|(at, _)| CodeToken::read(line.get(at..)?));
    let lower = line.to_ascii_lowercase();
    let words = WORDS.iter().flat_map(|word| lower.match_indices(word));
    let after_words = words.filter_map(|(at, word)| {
        let is_between = |c: char| c.is_whitespace() || "\"'`*:：=#".contains(c);
        CodeToken::read(line.get(at + word.len()..)?.trim_start_matches(is_between))
    });
    let found = begun.into_iter().chain(in_brackets).chain(after_words);
    found.map(|token| token.code).filter(|code| is_code(code)).collect()
}

/// Whether a code says by its digits that it is one.
fn is_code(code: &str) -> bool {
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    digits > 2 && Pattern::of(code) != Pattern::Name
}
