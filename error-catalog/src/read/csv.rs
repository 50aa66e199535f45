//! Reads CSV and TSV.

use csv::{ReaderBuilder, StringRecord};

use super::format::Format;
use super::grid::{Document, Grid, GridRow, Lines};
use super::report::{Problem, ReadError};

pub(super) fn read<'a>(
    text: &'a str,
    lines: &Lines,
    format: Format,
) -> Result<Document<'a>, ReadError> {
    let separator = if format == Format::Tsv { b'\t' } else { b',' };
    // The parser reads the headings as a row. Otherwise it would reject a document
    // with a short row, which is only a finding.
    let mut builder = ReaderBuilder::new();
    builder.delimiter(separator).flexible(true).has_headers(false);
    let mut records = builder.from_reader(text.as_bytes());
    let mut rows: Vec<GridRow<'a>> = Vec::new();
    let mut record = StringRecord::new();
    let mut start = 0;
    while records.read_record(&mut record).map_err(|error| ReadError::malformed(format, error))? {
        let end = usize::try_from(records.position().byte()).unwrap_or(text.len());
        let source = text.get(start..end).unwrap_or_default();
        // It may begin with line breaks that end the record before.
        let trimmed = source.trim_start_matches(['\r', '\n']);
        rows.push(GridRow {
            line: lines.at(end - trimmed.len()),
            source: Some(trimmed.trim_end_matches(['\r', '\n'])),
            cells: record.iter().map(str::to_owned).collect(),
            is_section: false,
            problem: None,
        });
        start = end;
    }
    if let Some(last) = rows.last_mut() {
        // The parser ends the quote at the end of the file, and reads the rows up to
        // there as a part of the cell.
        let quotes = last.source.unwrap_or_default().matches('"').count();
        last.problem = (quotes % 2 == 1).then_some(Problem::OpenQuote);
    }
    let mut grids = Vec::new();
    if !rows.is_empty() {
        let headings = rows.remove(0).cells;
        grids.push(Grid { line: 1, title: None, headings, rows });
    }
    Ok(Document { grids, ..Document::default() })
}
