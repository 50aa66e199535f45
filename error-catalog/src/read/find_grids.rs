//! From a text to its grids: which format it has, and what the reader of that format finds.

use std::borrow::Cow;

use serde::de::IgnoredAny;

use super::error::ReadError;
use super::find_columns::Named;
use super::format::Format;
use super::grid::{Document, Input, Lines, Room};
use super::reader::Reader;
use super::written_json::WrittenJson;
use super::{csv, html, items, json, jsx, markdown, pipes, toml, xml, yaml};

/// A text that is made of a document and read in its place.
pub(super) enum MadeText<'r> {
    Json(WrittenJson<'r>),
    /// JSON without its comments; Markdown without JSX, for its lists.
    Plain(String),
}

/// The grids of a document. `made` is [`made_text`] of it.
pub(super) fn find_grids<'a>(
    reader: &Reader,
    format: Format,
    input: &Input<'a, '_>,
    made: Option<&'a MadeText<'_>>,
    named: &Named,
) -> Result<Document<'a>, ReadError> {
    let pointer = reader.pointer.as_deref();
    if let Some(regex) = &reader.regex {
        let has_entities = matches!(format, Format::Markdown | Format::Html);
        return regex.read(input, has_entities);
    }
    let lines;
    let plain = match made {
        Some(MadeText::Json(written)) => {
            let lines = Lines::of_written(&written.text, &written.marks);
            let input = Input { text: &written.text, lines: &lines, room: input.room };
            return json::read(&input, pointer, named, written.has_documents);
        }
        Some(MadeText::Plain(plain)) => {
            lines = Lines::after(input.lines.at(0) - 1, plain);
            &Input { text: plain, lines: &lines, room: input.room }
        }
        None => input,
    };
    match format {
        Format::Markdown => {
            let Document { lists, mentions, seen, .. } = items::of_markdown(plain)?;
            Ok(Document { lists, mentions, seen, ..markdown::read(input, named.are_numbers)? })
        }
        Format::Html => {
            let Document { lists, mentions, seen, .. } = items::of_html(input)?;
            Ok(Document { lists, mentions, seen, ..html::read(input, named.are_numbers)? })
        }
        Format::Csv | Format::Tsv => csv::read(input, format, reader.delimiter, named),
        Format::Json | Format::Yaml | Format::Toml | Format::Xml => {
            json::read(plain, pointer, named, false)
        }
        Format::Xlsx => workbook(reader, input.text.as_bytes(), input.room, named),
        Format::Text => Err(ReadError::NeedsRegex),
    }
}

/// What [`find_grids`] reads in place of a text, if it cannot read the text itself.
pub(super) fn made_text<'r>(
    reader: &Reader,
    format: Format,
    input: &Input<'_, 'r>,
) -> Result<Option<MadeText<'r>>, ReadError> {
    Ok(match format {
        _ if reader.regex.is_some() => None,
        Format::Toml => Some(MadeText::Json(toml::to_json(input)?)),
        Format::Xml => Some(MadeText::Json(xml::to_json(input)?)),
        Format::Yaml => Some(MadeText::Json(yaml::to_json(input)?)),
        Format::Json => json::without_comments(input.text).map(MadeText::Plain),
        Format::Markdown => match jsx::without(input.text) {
            Cow::Owned(text) => Some(MadeText::Plain(text)),
            Cow::Borrowed(_) => None,
        },
        _ => None,
    })
}

/// The grids of a workbook.
#[cfg(feature = "xlsx")]
pub(super) fn workbook(
    reader: &Reader,
    bytes: &[u8],
    room: &Room,
    named: &Named,
) -> Result<Document<'static>, ReadError> {
    super::xlsx::read(bytes, named, reader.max_size, room)
}

#[cfg(not(feature = "xlsx"))]
pub(super) fn workbook(
    _: &Reader,
    _: &[u8],
    _: &Room,
    _: &Named,
) -> Result<Document<'static>, ReadError> {
    Err(ReadError::NoXlsx)
}

/// The format of a text, and what shows it.
pub(super) fn detect_format(text: &str) -> Result<(Format, &'static str), ReadError> {
    let found = by_marks(text);
    if let Some(format) = found {
        return Ok(format);
    }
    if let Some((name, advice)) = unread(text) {
        return Err(ReadError::UnreadFormat { name, advice });
    }
    by_delimiters(text).ok_or(ReadError::UnknownFormat)
}

/// The name of a format that is not read, and what to do instead.
fn unread(text: &str) -> Option<(&'static str, &'static str)> {
    let has_line = |is: &dyn Fn(&str) -> bool| text.lines().any(|line| is(line.trim()));
    let is_rule = |line: &str| {
        let marks = line.chars().all(|c| matches!(c, '=' | ' '));
        marks && line.split_whitespace().count() > 1 && line.contains("==")
    };
    let is_grid = |line: &str| {
        line.starts_with("+=") && line.ends_with("=+") && line.chars().all(|c| "+=".contains(c))
    };
    // Such as `.. list-table::` and `.. _a-target:`.
    let is_directive = |line: &str| {
        let directive = line.strip_prefix(".. ");
        directive.is_some_and(|it| it.contains("::") || it.starts_with('_') && it.contains(':'))
    };
    let is_section = |line: &str| line.starts_with("== ") && !line.ends_with("==");
    if has_line(&|line| line == "|===" || is_section(line)) {
        Some(("AsciiDoc", "convert it to HTML with asciidoctor, or read its lines with --regex"))
    } else if has_line(&|line| is_rule(line) || is_grid(line) || is_directive(line)) {
        Some((
            "reStructuredText",
            "convert it to HTML with docutils, or read its lines with --regex",
        ))
    } else {
        None
    }
}

/// What the tags and rules of a text show.
fn by_marks(text: &str) -> Option<(Format, &'static str)> {
    let has = |tag: &str| has_ignoring_case(text, tag);
    let begins = |tag: &str| {
        let begin = text.trim_start().as_bytes().get(..tag.len());
        begin.is_some_and(|begin| begin.eq_ignore_ascii_case(tag.as_bytes()))
    };
    let has_pipes =
        || text.lines().any(|line| pipes::delimiter(line).is_some_and(|row| row.cells > 1));
    if is_json(text) {
        Some((Format::Json, "it is valid JSON"))
    } else if begins("<!doctype html") || begins("<html") || begins("<?xml") && has("<html") {
        Some((Format::Html, "it begins as a page of HTML"))
    } else if begins("<?xml") && !has("<td") {
        Some((Format::Xml, "it begins as XML"))
    } else if has_pipes() {
        Some((Format::Markdown, "it has a row |---|---|"))
    } else if begins("<") && has("<table") {
        Some((Format::Html, "it has a <table>"))
    } else if has("<table") {
        Some((Format::Markdown, "it has a <table> in a text"))
    } else if begins("<") && xml::is_xml(text) {
        Some((Format::Xml, "it is valid XML"))
    } else {
        None
    }
}

/// What separates the cells of most lines.
fn by_delimiters(text: &str) -> Option<(Format, &'static str)> {
    csv::delimiter_of_most(text).map(|delimiter| match delimiter {
        '\t' => (Format::Tsv, "most lines have the same number of tabs"),
        ',' => (Format::Csv, "most lines have the same number of commas"),
        ';' => (Format::Csv, "most lines have the same number of semicolons"),
        _ => (Format::Csv, "most lines have the same number of bars"),
    })
}

/// Whether the text, or its first line, is an object or an array of JSON.
fn is_json(text: &str) -> bool {
    let text = text.trim();
    let is_valid = |text: &str| serde_json::from_str::<IgnoredAny>(text).is_ok();
    let has_line = || text.lines().next().is_some_and(is_valid);
    let has_comments = || json::without_comments(text).is_some();
    text.starts_with(['{', '[']) && (is_valid(text) || has_line() || has_comments())
        || text.starts_with('/') && has_comments()
}

fn has_ignoring_case(text: &str, tag: &str) -> bool {
    text.as_bytes().windows(tag.len()).any(|part| part.eq_ignore_ascii_case(tag.as_bytes()))
}
