//! The tables of a document, before anyone knows what their columns mean.

use super::finding::{Finding, Problem};

/// What the reader of a format found in a document.
#[derive(Default)]
pub(super) struct Document<'a> {
    pub(super) grids: Vec<Grid<'a>>,
    /// The findings outside of all tables.
    pub(super) findings: Vec<Finding>,
    /// The tables in code blocks, comments and hidden sheets, which a reader of the
    /// document does not see as tables. Only the report has them.
    pub(super) hidden: Vec<Grid<'a>>,
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
    /// The row as the document writes it; `None` if the format's parser does not
    /// keep the place.
    pub(super) source: Option<&'a str>,
    pub(super) cells: Vec<String>,
    /// The column of each cell, in ascending order, if the row does not have a cell
    /// for each column, as an object of JSON; `None` if the cells are in order.
    pub(super) columns: Option<Vec<usize>>,
    /// Whether one cell covers the whole row: such a row is the heading of the
    /// rows below it.
    pub(super) is_section: bool,
    pub(super) problem: Option<Problem>,
}

impl<'a> GridRow<'a> {
    /// A row with a cell for each column.
    pub(super) fn new(line: usize, source: Option<&'a str>, cells: Vec<String>) -> Self {
        Self { line, source, cells, columns: None, is_section: false, problem: None }
    }

    /// The cell in a column; `None` if the row has no cell there.
    pub(super) fn cell(&self, column: usize) -> Option<&str> {
        let place = match &self.columns {
            Some(columns) => columns.binary_search(&column).ok()?,
            None => column,
        };
        self.cells.get(place).map(String::as_str)
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
    pub(super) fn text(&self) -> String {
        self.source.map_or_else(|| self.cells.join(" | "), str::to_owned)
    }
}

/// Where the lines of a text end.
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn new(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(offset, _)| offset).collect())
    }

    /// The number of the line that has the byte at an offset, counted from 1.
    pub(super) fn at(&self, offset: usize) -> usize {
        self.0.partition_point(|&end| end < offset) + 1
    }
}
