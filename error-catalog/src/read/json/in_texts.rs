//! Tables of Markdown or HTML in strings, such as the descriptions of OpenAPI.

use serde_json::value::RawValue;

use crate::read::find_columns::{ColumnPlaces, Named};
use crate::read::grid::{Grid, GridRow, Input, Lines, Listed};
use crate::read::markdown;
use crate::read::pipes;
use crate::read::roles::{LeftOut, WrittenAs};

/// The tables with codes in the strings of a value that begins at an offset. The line of each row
/// is that of the string.
pub(super) fn in_texts<'a>(
    value: &RawValue,
    start: usize,
    input: &Input<'a, '_>,
    named: &Named,
) -> Vec<Listed<'a>> {
    let mut tables = Vec::new();
    for (offset, raw) in strings(value.get()).filter(|(_, raw)| raw.contains(['|', '<'])) {
        let Ok(text) = serde_json::from_str::<String>(raw) else { continue };
        let has_table = text.contains("<table") || text.lines().any(is_delimiter);
        let line = input.lines.at(start + offset);
        tables.extend(has_table.then(|| grids(&text, line, input)).into_iter().flatten());
    }
    let has_codes = |grid: &Grid<'_>| ColumnPlaces::find(named, grid).is_ok();
    let tables = tables.into_iter().filter(has_codes);
    let doubt = Some(LeftOut::InText);
    tables.map(|grid| Listed { grid, written_as: WrittenAs::Table, doubt: doubt.clone() }).collect()
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

fn grids<'a>(text: &str, line: usize, input: &Input<'_, '_>) -> Vec<Grid<'a>> {
    let inner = Input { text, lines: &Lines::new(text), room: input.room };
    let grids = markdown::read(&inner, false).map(|document| document.grids).unwrap_or_default();
    let rows = |rows: Vec<GridRow<'_>>| {
        let rows = rows.into_iter();
        rows.map(|row| GridRow { line, source: None, ..row }).collect()
    };
    grids.into_iter().map(|grid| Grid { line, rows: rows(grid.rows), ..grid }).collect()
}
