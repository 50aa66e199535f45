//! Rows that look like successes.

use super::report::Success;
use crate::integer::{self, Integer};
use crate::table::Row;

/// Texts that vendors write for success codes.
const WORDS: [&str; 12] = [
    "ok",
    "success",
    "successful",
    "succeeded",
    "successful completion",
    "no error",
    "none",
    "成功",
    "请求成功",
    "操作成功",
    "调用成功",
    "正常",
];

/// The rows that look like successes, which the caller may want to mark.
pub(super) fn find(rows: &[Row]) -> Vec<Success> {
    let found = rows.iter().filter(|row| {
        // A written document says which rows are successes.
        row.kind.is_none() && (is_zero(&row.code) || texts(row).any(is_word))
    });
    let success = |row: &Row| Success {
        line: row.line.unwrap_or_default(),
        code: row.code.clone(),
        message: row.message.clone(),
    };
    found.map(success).collect()
}

/// Whether a server sends this text in a response that is not an error.
pub(super) fn is_answer(text: &str) -> bool {
    is_zero(text) || is_word(text.trim()) || text == "200"
}

fn is_zero(code: &str) -> bool {
    integer::loose(code) == Some(Integer::Natural(0))
}

fn texts(row: &Row) -> impl Iterator<Item = &str> {
    [&row.code, &row.name, &row.message].into_iter().map(|text| text.trim())
}

fn is_word(text: &str) -> bool {
    let text = text.trim_end_matches(['.', '!', '。']).to_lowercase();
    WORDS.contains(&text.as_str())
}
