//! Tables of Markdown or HTML in strings, such as the descriptions of OpenAPI.

use serde_json::value::RawValue;

use crate::read::error::ReadError;
use crate::read::find_columns::{ColumnPlaces, Named};
use crate::read::finding::Mention;
use crate::read::folded::unfold;
use crate::read::grid::{Document, Grid, GridRow, Input, Lines, Listed};
use crate::read::items;
use crate::read::markdown;
use crate::read::pipes;
use crate::read::roles::{LeftOut, WrittenAs};

/// The strings with tables of codes in a value that begins at an offset, as one document: their
/// tables and all that is beside them. The line of everything is that of its string.
pub(super) fn in_texts<'a>(
    value: &RawValue,
    start: usize,
    input: &Input<'a, '_>,
    named: &Named,
) -> Document<'a> {
    let mut all = Document::default();
    for (offset, raw) in strings(value.get()).filter(|(_, raw)| raw.contains(['|', '<'])) {
        let Ok(text) = serde_json::from_str::<String>(raw) else { continue };
        if text.contains("<table") || text.lines().any(is_delimiter) {
            let line = input.lines.at(start + offset);
            let inner = Input { text: &text, lines: &Lines::new(&text), room: input.room };
            // If the rows take too much memory, the caller finds that out too.
            let Ok(found) = read_text(&inner, named) else { continue };
            add(&mut all, found, line);
        }
    }
    all
}

/// What one string has, if it has a table of codes.
fn read_text<'t>(input: &Input<'t, '_>, named: &Named) -> Result<Document<'t>, ReadError> {
    let mut found = markdown::read(input, false)?;
    found.grids.iter_mut().for_each(unfold);
    found.grids.retain(|grid| ColumnPlaces::find(named, grid).is_ok());
    if found.grids.is_empty() {
        return Ok(Document::default());
    }
    let Document { lists, mentions, .. } = items::of_markdown(input)?;
    Ok(Document { lists, mentions, ..found })
}

/// Adds what one string has. Its lists are beside its tables.
fn add(all: &mut Document<'_>, found: Document<'_>, line: usize) {
    let tables = found.grids.into_iter().map(|grid| Listed {
        grid,
        written_as: WrittenAs::Table,
        doubt: Some(LeftOut::InText),
    });
    let lists = found
        .lists
        .into_iter()
        .map(|list| Listed { doubt: list.doubt.or(Some(LeftOut::BesideTables)), ..list });
    let lists = tables.chain(lists);
    all.lists.extend(lists.map(|list| Listed { grid: at_line(list.grid, line), ..list }));
    all.findings.extend(found.findings.into_iter().map(|finding| finding.at(line)));
    all.mentions.extend(found.mentions.into_iter().map(|mention| Mention { line, ..mention }));
}

fn at_line<'a>(grid: Grid<'_>, line: usize) -> Grid<'a> {
    let rows = grid.rows.into_iter().map(|row| GridRow { line, source: None, ..row });
    Grid { line, rows: rows.collect(), ..grid }
}

fn is_delimiter(line: &str) -> bool {
    line.contains('|') && pipes::delimiter(line).is_some()
}

/// The strings of a text of JSON, with their quotes.
fn strings(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text.get(at..)?.find('"')?;
        let mut is_escaped = false;
        let is_end = |letter: char| {
            let is_end = letter == '"' && !is_escaped;
            is_escaped = letter == '\\' && !is_escaped;
            is_end
        };
        at = start + 1 + text.get(start + 1..)?.find(is_end)? + 1;
        Some((start, text.get(start..at)?))
    })
}
