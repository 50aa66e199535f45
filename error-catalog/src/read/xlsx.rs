//! Reads Excel workbooks: each sheet is a table under its name.

use std::collections::{BTreeMap, HashSet};
use std::error::Error;
use std::io::{self, Cursor, Read, Seek, Write};

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader, SheetVisible, Xlsx, XlsxError};
use zip::ZipArchive;

use super::error::ReadError;
use super::find_columns::Named;
use super::format::Format;
use super::grid::{Document, Grid, GridRow, Room};
use super::headings;
use super::report::{Finding, Problem};
use crate::max_size::MaxSize;

/// The first rows, in which the headings are.
const HEAD_ROWS: usize = 50;

/// How many times the [maximum](MaxSize) may be unpacked if several sheets are in one file.
const READ_AGAIN: u64 = 8;

pub(super) fn read(
    bytes: &[u8],
    named: &Named,
    max_size: MaxSize,
    room: &Room,
) -> Result<Document<'static>, ReadError> {
    let largest = require_unpacked(bytes, max_size)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(malformed)?;
    let mut document = Document::default();
    let sheets = workbook.sheets_metadata().to_vec();
    // Thousands of names can lead to one file.
    if largest.saturating_mul(sheets.len() as u64) > max_size.bytes().saturating_mul(READ_AGAIN) {
        return Err(ReadError::TooMuch { what: "the sheets of the document come to", max_size });
    }
    for sheet in sheets {
        let cells = Sheet::read(&mut workbook, &sheet.name, room)?;
        let Some((grid, findings)) = cells.grid(sheet.name, named, room)? else { continue };
        if sheet.visible == SheetVisible::Visible {
            document.grids.push(grid);
            document.findings.extend(findings);
        } else {
            document.hidden.push(grid);
        }
    }
    Ok(document)
}

fn malformed(error: impl Into<Box<dyn Error + Send + Sync>>) -> ReadError {
    ReadError::malformed(Format::Xlsx, error)
}

/// Unpacks every file of the workbook without keeping it, since the sizes that the archive
/// declares may be wrong. Returns the size of the largest.
fn require_unpacked(bytes: &[u8], max_size: MaxSize) -> Result<u64, ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(malformed)?;
    let mut left = max_size.bytes();
    let mut largest = 0;
    for index in 0..archive.len() {
        let Ok(file) = archive.by_index(index) else { continue };
        // The reader of the workbook reports what is wrong with a file, if it needs the file.
        let mut size = Length(0);
        let _ = io::copy(&mut file.take(left.saturating_add(1)), &mut size);
        let Length(size) = size;
        let what = "the document unpacks to";
        left = left.checked_sub(size).ok_or(ReadError::TooMuch { what, max_size })?;
        largest = largest.max(size);
    }
    Ok(largest)
}

/// Counts the bytes that are written to it.
struct Length(u64);

impl Write for Length {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The texts of a sheet by row and column, counted from 0, without empty ones.
#[derive(Default)]
struct Sheet {
    rows: BTreeMap<usize, BTreeMap<usize, String>>,
    /// The ranges of cells that are shown as one.
    merged: Vec<Dimensions>,
}

impl Sheet {
    fn read<R: Read + Seek>(
        workbook: &mut Xlsx<R>,
        name: &str,
        room: &Room,
    ) -> Result<Self, ReadError> {
        let merged = workbook.merge_cells_by_sheet_name(name).map_err(malformed)?;
        let mut sheet = Self { merged, ..Self::default() };
        let mut cells = match workbook.worksheet_cells_reader(name) {
            // Such as a diagram.
            Err(XlsxError::NotAWorksheet(_)) => return Ok(sheet),
            cells => cells.map_err(malformed)?,
        };
        while let Some(cell) = cells.next_cell().map_err(malformed)? {
            let text = text(cell.get_value());
            if !text.trim().is_empty() {
                // A cell in a tree takes as much as two others.
                room.take(2, text.len());
                room.check()?;
                let (row, column) = cell.get_position();
                sheet.rows.entry(row as usize).or_default().insert(column as usize, text);
            }
        }
        Ok(sheet)
    }

    /// The table of the sheet, and the findings above it.
    fn grid(
        mut self,
        name: String,
        named: &Named,
        room: &Room,
    ) -> Result<Option<(Grid<'static>, Vec<Finding>)>, ReadError> {
        let is_code = |text: &String| headings::is_code(text) || named.is_code(text);
        let mut head = self.rows.iter().take(HEAD_ROWS).filter(|(_, cells)| cells.len() > 1);
        let with_code = head.clone().find(|(_, cells)| cells.values().any(is_code));
        let head = with_code.or_else(|| head.next()).or_else(|| self.rows.iter().next());
        let Some((&first, cells)) = head else { return Ok(None) };
        let left = cells.keys().next().copied().unwrap_or_default();
        let right = cells.keys().next_back().copied().unwrap_or_default();
        let width = right + 1 - left;
        let sections = self.spread(first, left, width, room)?;
        let mut findings = Vec::new();
        let mut rows = Vec::new();
        let mut headings = Vec::new();
        for (place, cells) in self.rows {
            room.take(width, 0);
            room.check()?;
            let cells = in_columns(cells, left, width);
            room.take_row(place + 1, &cells);
            let row = GridRow::new(place + 1, None, cells);
            let texts = row.cells.iter().filter(|cell| !cell.is_empty()).count();
            if place == first {
                headings = row.cells;
            } else if place > first {
                rows.push(GridRow { is_section: sections.contains(&place), ..row });
            } else if texts > 1 {
                findings.push(Finding::new(row.line, &row.text(), Problem::NotARow));
            }
        }
        Ok(Some((Grid { line: first + 1, title: Some(name), headings, rows }, findings)))
    }

    /// Copies each merged cell of the table to all of its rows. Returns the rows that are one
    /// cell over the whole table: they are headings of the rows below them.
    fn spread(
        &mut self,
        first: usize,
        left: usize,
        width: usize,
        room: &Room,
    ) -> Result<HashSet<usize>, ReadError> {
        let mut sections = HashSet::new();
        for range in &self.merged {
            let (top, start) = (range.start.0 as usize, range.start.1 as usize);
            let (bottom, end) = (range.end.0 as usize, range.end.1 as usize);
            if top == bottom {
                if width > 1 && start <= left && left + width <= end + 1 {
                    sections.insert(top);
                }
                continue;
            }
            let text = self.rows.get(&top).and_then(|cells| cells.get(&start)).cloned();
            let Some(text) = text.filter(|_| top > first) else { continue };
            for (_, cells) in self.rows.range_mut(top + 1..=bottom.max(top + 1)) {
                room.take(2, text.len());
                room.check()?;
                cells.entry(start).or_insert_with(|| text.clone());
            }
        }
        Ok(sections)
    }
}

/// The texts under the headings, and after them the others.
fn in_columns(cells: BTreeMap<usize, String>, left: usize, width: usize) -> Vec<String> {
    let mut row = vec![String::new(); width];
    for (column, text) in cells {
        match column.checked_sub(left).and_then(|index| row.get_mut(index)) {
            Some(place) => *place = text,
            None => row.push(text),
        }
    }
    row
}

/// The text of a cell. A number has a fraction only if it is not an integer.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(time) => date(time),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A date, with the time if it has one.
fn date(time: &ExcelDateTime) -> String {
    if !time.is_datetime() {
        return time.to_string();
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        return date;
    }
    format!("{date} {hour:02}:{minute:02}:{second:02}")
}
