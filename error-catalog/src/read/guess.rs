//! The format of a document, by what it has.

use serde::de::IgnoredAny;

use super::csv;
use super::format::Format;
use super::pipes;

/// The format, and what shows it.
pub(super) fn guess(text: &str) -> Option<(Format, &'static str)> {
    let has = |tag: &str| has_ignoring_case(text, tag);
    let begins = |tag: &str| {
        let begin = text.trim_start().as_bytes().get(..tag.len());
        begin.is_some_and(|begin| begin.eq_ignore_ascii_case(tag.as_bytes()))
    };
    let has_pipes =
        || text.lines().any(|line| pipes::delimiter(line).is_some_and(|row| row.cells > 1));
    if is_json(text) {
        Some((Format::Json, "it is valid JSON"))
    } else if begins("<!doctype html") || begins("<html") || begins("<?xml") {
        Some((Format::Html, "it begins as a page of HTML"))
    } else if has_pipes() {
        Some((Format::Markdown, "it has a row |---|---|"))
    } else if begins("<") && has("<table") {
        Some((Format::Html, "it has a <table>"))
    } else if has("<table") {
        Some((Format::Markdown, "it has a <table> in a text"))
    } else {
        csv::delimiter_of_most(text).map(|delimiter| match delimiter {
            '\t' => (Format::Tsv, "most lines have as many tabs"),
            ',' => (Format::Csv, "most lines have as many commas"),
            ';' => (Format::Csv, "most lines have as many semicolons"),
            _ => (Format::Csv, "most lines have as many bars"),
        })
    }
}

/// Whether the text, or its first line, is an object or an array of JSON.
fn is_json(text: &str) -> bool {
    let text = text.trim();
    let is_valid = |text: &str| serde_json::from_str::<IgnoredAny>(text).is_ok();
    text.starts_with(['{', '[']) && (is_valid(text) || text.lines().next().is_some_and(is_valid))
}

fn has_ignoring_case(text: &str, tag: &str) -> bool {
    text.as_bytes().windows(tag.len()).any(|part| part.eq_ignore_ascii_case(tag.as_bytes()))
}
