//! From a document's text to a [`Table`], whatever the format.

mod csv;
mod headings;
mod html;
mod json;
mod markdown;
pub(crate) mod report;

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

use self::headings::Columns;
use self::report::{Finding, Problem, ReadError};
use crate::{Row, Table};

/// A format that documents come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Markdown: its pipe tables, and HTML tables in it.
    Markdown,
    /// An HTML page.
    Html,
    /// Values separated by commas.
    Csv,
    /// Values separated by tabs.
    Tsv,
    /// An array of objects, or an object keyed by code.
    Json,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 5] = [Self::Markdown, Self::Html, Self::Csv, Self::Tsv, Self::Json];

    /// The format that a file's extension stands for.
    ///
    /// ```
    /// use error_catalog::Format;
    ///
    /// assert_eq!(Format::from_path("docs/errors.md"), Some(Format::Markdown));
    /// assert_eq!(Format::from_path("errors.HTM"), Some(Format::Html));
    /// assert_eq!(Format::from_path("errors"), None);
    /// ```
    #[must_use]
    pub fn from_path(path: impl AsRef<Path>) -> Option<Self> {
        let extension = path.as_ref().extension().and_then(OsStr::to_str)?;
        match extension.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "csv" => Some(Self::Csv),
            "tsv" | "tab" => Some(Self::Tsv),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    /// The format's name: `markdown`, `html`, `csv`, `tsv` or `json`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Json => "json",
        }
    }
}

/// The [name](Format::name).
impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Reads the [name](Format::name).
impl FromStr for Format {
    type Err = ReadError;

    fn from_str(name: &str) -> Result<Self, ReadError> {
        let found = Self::ALL.into_iter().find(|format| format.name() == name);
        found.ok_or_else(|| ReadError::UnknownFormat(name.to_owned()))
    }
}

/// What reading a document gave: the table, and what is off in the document.
///
/// ```
/// use error_catalog::{Format, Table};
///
/// let document = "code,message\n1,jammed\n2,open,wide\n";
/// let reading = Table::read(document, Format::Csv)?;
/// assert_eq!(
///     reading.findings[0].to_string(),
///     "line 3: 3 cells where the heading has 2, the surplus is joined to the last: \"2,open,wide\"",
/// );
/// assert_eq!(reading.table.rows()[1].message(), "open wide");
/// # Ok::<(), error_catalog::ReadError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Reading {
    /// Every row that has a code of its own.
    pub table: Table,
    /// The rows that are off, in the document's order. What became of each is
    /// said by its [`Problem`].
    pub findings: Vec<Finding>,
}

impl Reading {
    /// The table of a document in which nothing is off.
    ///
    /// # Errors
    ///
    /// [`ReadError::Findings`] where anything is.
    pub fn into_clean(self) -> Result<Table, ReadError> {
        if self.findings.is_empty() {
            Ok(self.table)
        } else {
            Err(ReadError::Findings(self.findings))
        }
    }
}

/// Reads documents whose columns cannot all be found by their headings.
///
/// What is not named by hand is looked for as in [`Table::read`].
///
/// ```
/// use error_catalog::{Format, Reader};
///
/// let document = "\
/// | No. | Text   | Chinese | Since |
/// | --- | ------ | ------- | ----- |
/// | 7   | jammed | 卡住    | 2.0   |
/// ";
/// let reader = Reader::new().code("No.").message("Text").column("zh", "Chinese");
/// let table = reader.read(document, Format::Markdown)?.into_clean()?;
///
/// assert_eq!(table.columns(), ["zh", "Since"]);
/// assert_eq!(table.rows()[0].values(), ["卡住", "2.0"]);
/// # Ok::<(), error_catalog::ReadError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Reader {
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) columns: Vec<(String, String)>,
}

impl Reader {
    /// A reader that finds every column by itself.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the codes from the column under this heading.
    #[must_use]
    pub fn code(mut self, heading: impl Into<String>) -> Self {
        self.code = Some(heading.into());
        self
    }

    /// Takes the messages from the column under this heading.
    #[must_use]
    pub fn message(mut self, heading: impl Into<String>) -> Self {
        self.message = Some(heading.into());
        self
    }

    /// Takes the descriptions from the column under this heading.
    #[must_use]
    pub fn description(mut self, heading: impl Into<String>) -> Self {
        self.description = Some(heading.into());
        self
    }

    /// Takes the names from the column under this heading.
    #[must_use]
    pub fn name(mut self, heading: impl Into<String>) -> Self {
        self.name = Some(heading.into());
        self
    }

    /// Calls the column under this heading `name`. The columns that are neither
    /// this nor anything else are kept too, under their own headings.
    #[must_use]
    pub fn column(mut self, name: impl Into<String>, heading: impl Into<String>) -> Self {
        self.columns.push((name.into(), heading.into()));
        self
    }

    /// Reads a document: every table in it that has a column of codes.
    ///
    /// # Errors
    ///
    /// Where the document cannot be read as a whole. A row that is off is no
    /// error but one of the [findings](Reading::findings).
    pub fn read(&self, document: &str, format: Format) -> Result<Reading, ReadError> {
        let text = document.strip_prefix('\u{feff}').unwrap_or(document);
        let lines = Lines::new(text);
        let sheets = match format {
            Format::Markdown => markdown::read(text, &lines),
            Format::Html => html::read(text),
            Format::Csv => csv::read(text, &lines, b','),
            Format::Tsv => csv::read(text, &lines, b'\t'),
            Format::Json => json::read(text, &lines),
        }?;
        self.collect(sheets)
    }

    fn collect(&self, sheets: Sheets) -> Result<Reading, ReadError> {
        let mut grids = Vec::new();
        for grid in &sheets.grids {
            if let Some(columns) = Columns::find(self, grid)? {
                grids.push((grid, columns));
            }
        }
        self.require_headings(&sheets.grids, &grids)?;
        let mut names: Vec<String> = Vec::new();
        for (name, _) in grids.iter().flat_map(|(_, columns)| &columns.further) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        let mut collector = Collector { names, ..Collector::default() };
        for (grid, columns) in &grids {
            grid.rows.iter().for_each(|row| collector.add(grid, columns, row));
        }
        let mut findings = sheets.findings;
        findings.append(&mut collector.findings);
        findings.sort_by_key(Finding::line);
        let table = Table {
            title: "Error codes".to_owned(),
            has_aliases: collector.rows.iter().any(|row| !row.aliases.is_empty()),
            has_names: grids.iter().any(|(_, columns)| columns.name.is_some()),
            has_descriptions: grids.iter().any(|(_, columns)| columns.description.is_some()),
            columns: collector.names,
            rows: collector.rows,
        };
        Ok(Reading { table, findings })
    }

    /// A heading that was named by hand is one that some table has.
    fn require_headings(
        &self,
        all: &[Grid<'_>],
        found: &[(&Grid<'_>, Columns)],
    ) -> Result<(), ReadError> {
        let headings = || all.iter().flat_map(|grid| grid.headings.iter().cloned()).collect();
        let named = [&self.code, &self.description, &self.name].into_iter().flatten();
        for heading in named.chain(self.columns.iter().map(|(_, heading)| heading)) {
            if !found.iter().any(|(grid, _)| headings::position(grid, heading).is_some()) {
                return Err(ReadError::NoSuchColumn {
                    heading: heading.clone(),
                    headings: headings(),
                });
            }
        }
        match (all, found) {
            ([], _) => Err(ReadError::NoTable),
            (_, []) => Err(ReadError::NoColumn { of: "codes", headings: headings() }),
            _ => Ok(()),
        }
    }
}

/// What a format's reader makes of a document.
#[derive(Default)]
struct Sheets<'a> {
    grids: Vec<Grid<'a>>,
    /// What is off outside of all tables.
    findings: Vec<Finding>,
}

/// One table of a document, before it is known what its columns mean.
pub(crate) struct Grid<'a> {
    pub(crate) headings: Vec<String>,
    rows: Vec<GridRow<'a>>,
}

struct GridRow<'a> {
    line: usize,
    /// The row in the document; the cells say it where a format keeps no place.
    source: Option<&'a str>,
    cells: Vec<String>,
    problem: Option<Problem>,
}

impl GridRow<'_> {
    fn text(&self) -> String {
        self.source.map_or_else(|| self.cells.join(" | "), str::to_owned)
    }
}

/// Puts the rows of all tables together.
#[derive(Default)]
struct Collector {
    names: Vec<String>,
    rows: Vec<Row>,
    findings: Vec<Finding>,
    first_lines: HashMap<String, usize>,
}

impl Collector {
    fn add(&mut self, grid: &Grid<'_>, columns: &Columns, row: &GridRow<'_>) {
        let expected = grid.headings.len();
        let found = row.cells.len();
        match &row.problem {
            Some(Problem::NotARow) => return self.report(row, Problem::NotARow),
            Some(problem) => self.report(row, problem.clone()),
            None if found != expected => self.report(row, Problem::CellCount { found, expected }),
            None => {}
        }
        let cell = |index: usize| match row.cells.get(index..) {
            // Most likely a stray separator cut the last text in two.
            Some(cells) if index + 1 == expected => cells.join(" "),
            Some([cell, ..]) => cell.clone(),
            _ => String::new(),
        };
        let code = cell(columns.code).trim().to_owned();
        if code.is_empty() {
            return self.report(row, Problem::NoCode);
        }
        let aliases = columns.aliases.map(cell).unwrap_or_default();
        let aliases = aliases.split(',').map(str::trim).filter(|alias| !alias.is_empty());
        let aliases: Vec<String> = aliases.map(str::to_owned).collect();
        for code in std::iter::once(&code).chain(&aliases) {
            if let Some(&first_line) = self.first_lines.get(code) {
                return self.report(row, Problem::CodeTwice { code: code.clone(), first_line });
            }
            self.first_lines.insert(code.clone(), row.line);
        }
        let value = |name: &String| {
            let column = columns.further.iter().find(|(further, _)| further == name);
            column.map(|&(_, index)| cell(index)).unwrap_or_default()
        };
        self.rows.push(Row {
            line: Some(row.line),
            code,
            aliases,
            name: columns.name.map(cell).unwrap_or_default(),
            message: cell(columns.message),
            description: columns.description.map(cell).unwrap_or_default(),
            values: self.names.iter().map(value).collect(),
        });
    }

    fn report(&mut self, row: &GridRow<'_>, problem: Problem) {
        self.findings.push(Finding::new(row.line, row.text(), problem));
    }
}

/// Where the lines of a text begin.
struct Lines(Vec<usize>);

impl Lines {
    fn new(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(offset, _)| offset).collect())
    }

    /// The number of the line that holds a byte.
    fn at(&self, offset: usize) -> usize {
        self.0.partition_point(|&end| end < offset) + 1
    }
}
