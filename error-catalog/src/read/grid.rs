//! The tables of a document, before the meaning of their columns is known.

use std::borrow::Cow;
use std::cell::Cell;

use super::error::ReadError;
use super::finding::{Finding, Mention, Missed};
use super::problem::Problem;
use super::roles::{LeftOut, WrittenAs};
use super::seen::SeenThings;
use crate::max_size::MaxSize;

/// The content of a document, as found by the reader of its format.
#[derive(Default)]
pub(super) struct Document<'a> {
    pub(super) grids: Vec<Grid<'a>>,
    /// The findings outside of all tables.
    pub(super) findings: Vec<Finding>,
    /// The tables in code blocks, comments and hidden sheets, which people do not see as tables.
    /// Only the report has them.
    pub(super) hidden: Vec<Grid<'a>>,
    /// The codes outside of all tables.
    pub(super) lists: Vec<Listed<'a>>,
    /// What separates the cells of a CSV file.
    pub(super) delimiter: Option<char>,
    /// The codes in the text outside of `lists`.
    pub(super) mentions: Vec<Mention>,
    /// The lines that look like rows but are in no match of a regular expression.
    pub(super) missed: Option<Missed>,
    /// What else there is.
    pub(super) seen: SeenThings,
}

/// Items, headings or paragraphs that begin with a code.
pub(super) struct Listed<'a> {
    pub(super) grid: Grid<'a>,
    pub(super) written_as: WrittenAs,
    /// Why it is read only on request.
    pub(super) doubt: Option<LeftOut>,
}

/// One table of a document.
pub(super) struct Grid<'a> {
    /// The line in which the table begins.
    pub(super) line: usize,
    /// The document's nearest heading above the table.
    pub(super) title: Option<String>,
    pub(super) headings: Vec<String>,
    pub(super) rows: Vec<GridRow<'a>>,
}

/// One row of a [`Grid`].
pub(super) struct GridRow<'a> {
    pub(super) line: usize,
    /// The row as the document writes it; `None` if the format's parser does not keep its place.
    pub(super) source: Option<&'a str>,
    pub(super) cells: Vec<String>,
    /// The column of each cell, in ascending order, if the row may lack cells, like a JSON
    /// object; `None` if the cells are in order.
    pub(super) columns: Option<Vec<usize>>,
    /// Whether one cell covers the whole row: such a row is the heading of the
    /// rows below it.
    pub(super) is_section: bool,
    pub(super) problem: Option<Problem>,
    /// The address of the first link of a cell, with the column of the cell.
    pub(super) links: Vec<(usize, String)>,
}

impl<'a> GridRow<'a> {
    /// A row with a cell for each column.
    pub(super) fn new(line: usize, source: Option<&'a str>, cells: Vec<String>) -> Self {
        let (columns, is_section, problem, links) = Default::default();
        Self { line, source, cells, columns, is_section, problem, links }
    }

    /// The cell in a column; `None` if the row has no cell there.
    pub(super) fn cell(&self, column: usize) -> Option<&str> {
        let place = match &self.columns {
            Some(columns) => columns.binary_search(&column).ok()?,
            None => column,
        };
        self.cells.get(place).map(String::as_str)
    }

    /// The address of the first link in a column.
    pub(super) fn link(&self, column: usize) -> Option<&str> {
        let link = self.links.iter().find(|(each, _)| *each == column);
        link.map(|(_, target)| target.as_str())
    }

    /// Each cell with its column.
    pub(super) fn indexed(&self) -> impl Iterator<Item = (usize, &str)> {
        let column = |place: usize| match &self.columns {
            Some(columns) => columns.get(place).copied().unwrap_or(place),
            None => place,
        };
        self.cells.iter().enumerate().map(move |(place, cell)| (column(place), cell.as_str()))
    }

    /// The text of a row that is the heading of the rows below it.
    pub(super) fn section(&self) -> &str {
        let mut cells = self.cells.iter().map(|cell| cell.trim());
        cells.find(|cell| !cell.is_empty()).unwrap_or_default()
    }

    /// The row's text for a finding.
    pub(super) fn text(&self) -> Cow<'_, str> {
        self.source.map_or_else(|| self.cells.join(" | ").into(), Cow::Borrowed)
    }
}

/// Headings for a table that has none.
pub(super) fn numbers(columns: usize) -> Vec<String> {
    (1..=columns).map(|number| number.to_string()).collect()
}

/// A text to read.
#[derive(Clone, Copy)]
pub(super) struct Input<'a, 'l> {
    pub(super) text: &'a str,
    pub(super) lines: &'l Lines<'a>,
    pub(super) room: &'l Room,
}

/// Where the lines of a text end.
pub(super) struct Lines<'a> {
    text: &'a [u8],
    /// The number of lines that end in front of each block. The ends themselves would take eight
    /// times the memory of a text of empty lines.
    blocks: Vec<usize>,
    /// The number of lines in front of the text.
    before: usize,
    /// If the text was converted from another, the offsets at which lines of that one begin.
    marks: &'a [(usize, usize)],
}

/// The bytes of a block.
const BLOCK: usize = 512;

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self::after(0, text)
    }

    /// The lines of a text after this many others.
    pub(super) fn after(before: usize, text: &'a str) -> Self {
        let blocks = text.as_bytes().chunks(BLOCK).scan(0, |ended, block| {
            let before = *ended;
            *ended += ends(block);
            Some(before)
        });
        Self { text: text.as_bytes(), blocks: blocks.collect(), before, marks: &[] }
    }

    /// The lines of another text, from which this one was converted.
    pub(super) fn of_written(text: &'a str, marks: &'a [(usize, usize)]) -> Self {
        Self { marks, ..Self::new(text) }
    }

    /// The number of the line that has the byte at an offset, counted from 1.
    pub(super) fn at(&self, offset: usize) -> usize {
        if !self.marks.is_empty() {
            let after = self.marks.partition_point(|(start, _)| *start <= offset);
            let mark = after.checked_sub(1).and_then(|place| self.marks.get(place));
            return mark.map_or(1, |(_, line)| *line);
        }
        let offset = offset.min(self.text.len());
        let block = (offset / BLOCK).min(self.blocks.len().saturating_sub(1));
        let before = self.blocks.get(block).copied().unwrap_or_default();
        self.before + before + ends(self.text.get(block * BLOCK..offset).unwrap_or_default()) + 1
    }
}

/// The number of lines that end in some bytes.
fn ends(bytes: &[u8]) -> usize {
    bytes.iter().map(|byte| usize::from(*byte == b'\n')).sum()
}

/// As many cells as a row of a spreadsheet can have. A document with more has another format.
pub(super) const MOST_CELLS: usize = 16_384;

/// How many bytes the text of a cell can have. A cell with more is not closed.
pub(super) const LONGEST_CELL: usize = 1_000_000;

/// How much memory the rows of a document may still take. The cells of a small document can fill
/// any memory: empty cells, cells that span rows and columns, cells of a workbook.
pub(super) struct Room {
    max_size: MaxSize,
    left: Cell<u64>,
    /// The line of a row that no table can have, and why.
    odd: Cell<Option<(usize, Odd)>>,
}

/// Why no table can have a row.
#[derive(Clone, Copy)]
enum Odd {
    Wide,
    Long,
}

impl Room {
    pub(super) fn new(max_size: MaxSize) -> Self {
        Self { max_size, left: Cell::new(max_size.bytes()), odd: Cell::new(None) }
    }

    /// Counts cells with this total length of text.
    pub(super) fn take(&self, cells: usize, length: usize) {
        // Each text is an allocation.
        const CELL: usize = size_of::<String>() + size_of::<usize>();
        let bytes = cells.saturating_mul(CELL).saturating_add(length);
        self.left.set(self.left.get().saturating_sub(bytes as u64));
    }

    /// Counts a row or headings.
    pub(super) fn take_row(&self, line: usize, cells: &[String]) {
        if cells.len() > MOST_CELLS {
            self.refuse(line, Odd::Wide);
        }
        if cells.iter().any(|cell| cell.len() > LONGEST_CELL) {
            self.refuse(line, Odd::Long);
        }
        // The table, the enum and its source also hold the texts, and a row with its finding is
        // as large as some cells.
        self.take(12 + 2 * cells.len(), 4 * cells.iter().map(String::len).sum::<usize>());
    }

    /// Counts a finding outside of all rows.
    pub(super) fn take_finding(&self, length: usize) {
        self.take(12, length);
    }

    /// Remembers the first of such rows.
    fn refuse(&self, line: usize, odd: Odd) {
        if self.odd.get().is_none() {
            self.odd.set(Some((line, odd)));
        }
    }

    /// Fails if no room is left, or if a row was refused.
    pub(super) fn check(&self) -> Result<(), ReadError> {
        if let Some((line, odd)) = self.odd.get() {
            let reason = match odd {
                Odd::Wide => format!(
                    "this row has more than {MOST_CELLS} cells, and no spreadsheet has more; pass \
                     the document's --format or --delimiter"
                ),
                Odd::Long => "a cell of this row has more than 1 MB of text; is it not closed, or \
                              does the document have another --format?"
                    .to_owned(),
            };
            return Err(ReadError::TooLarge { line, reason });
        }
        if self.left.get() > 0 {
            return Ok(());
        }
        let what = "the rows of the document take";
        Err(ReadError::TooMuch { what, max_size: self.max_size })
    }
}
