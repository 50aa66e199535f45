//! The tables of a document, before anyone knows what their columns mean.

use super::report::{Finding, Problem};

/// What the reader of a format found in a document.
#[derive(Default)]
pub(super) struct Document<'a> {
    pub(super) grids: Vec<Grid<'a>>,
    /// The findings outside of all tables.
    pub(super) findings: Vec<Finding>,
    /// The tables in code blocks and comments, which a reader of the document does
    /// not see as tables. Only the report has them.
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
    /// Whether one cell covers the whole row: such a row is the heading of the
    /// rows below it.
    pub(super) is_section: bool,
    pub(super) problem: Option<Problem>,
}

impl<'a> GridRow<'a> {
    /// A row with a cell for each column.
    pub(super) fn new(line: usize, source: Option<&'a str>, cells: Vec<String>) -> Self {
        Self { line, source, cells, is_section: false, problem: None }
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
