//! CSV and TSV.

use csv::{ReaderBuilder, StringRecord};

use super::report::{Problem, ReadError};
use super::{Grid, GridRow, Lines, Sheets};

pub(super) fn read<'a>(
    text: &'a str,
    lines: &Lines,
    separator: u8,
) -> Result<Sheets<'a>, ReadError> {
    // The heading is read as a record like any other, so that a short row is
    // reported instead of refused.
    let mut builder = ReaderBuilder::new();
    builder.delimiter(separator).flexible(true).has_headers(false);
    let mut records = builder.from_reader(text.as_bytes());
    let mut headings = None;
    let mut rows: Vec<GridRow<'a>> = Vec::new();
    let mut record = StringRecord::new();
    let mut start = 0;
    while records.read_record(&mut record).map_err(|error| malformed(&error))? {
        let end = usize::try_from(records.position().byte()).unwrap_or(text.len());
        let source = text.get(start..end).unwrap_or_default();
        // The lines that end the record before may come first.
        start += source.len() - source.trim_start_matches(['\r', '\n']).len();
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if headings.is_none() {
            headings = Some(cells);
        } else {
            let source = text.get(start..end).unwrap_or_default().trim_end_matches(['\r', '\n']);
            rows.push(GridRow {
                line: lines.at(start),
                source: Some(source),
                cells,
                problem: None,
            });
        }
        start = end;
    }
    if let Some(last) = rows.last_mut() {
        // The reader takes the end of the file for the end of the quote, and
        // the rows in between for a part of the cell.
        let quotes = last.source.unwrap_or_default().matches('"').count();
        last.problem = (quotes % 2 == 1).then_some(Problem::OpenQuote);
    }
    let grids = headings.map(|headings| Grid { headings, rows }).into_iter().collect();
    Ok(Sheets { grids, findings: Vec::new() })
}

fn malformed(error: &csv::Error) -> ReadError {
    ReadError::Malformed(error.to_string())
}
