//! Reads CSV and TSV.
//!
//! A quote that does not close at the end of its cell must not swallow the rows
//! below, so this reader has its own rule: a cell is quoted if a quote opens it and
//! a quote in front of a delimiter or a line's end closes it. If there is no such
//! quote, the line is a row in which quotes are text, and a finding.

mod row;

use self::row::{CsvRow, Records};
use super::error::ReadError;
use super::find_columns::Named;
use super::format::Format;
use super::grid::{Document, Grid, GridRow, Input, Lines, numbers};
use super::headings;
use super::report::{Finding, Problem};

/// The possible delimiters, if the caller does not choose one.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// The headings are in one of the first lines.
const HEAD_LINES: usize = 50;

/// The table of a file.
pub(super) fn read<'a>(
    input: &Input<'a, '_>,
    format: Format,
    delimiter: Option<char>,
    named: &Named,
) -> Result<Document<'a>, ReadError> {
    let (said, start) = said_delimiter(input.text);
    let preferred = delimiter.or(said);
    let preferred = preferred.or((format == Format::Tsv).then_some('\t'));
    let head = if named.are_numbers {
        Head::without_headings(input.text, start, preferred)
    } else {
        Head::find(input.text, start, preferred, |cell| is_code(named, cell))
    };
    head.map_or_else(|| Ok(Document::default()), |head| table(input, &head, named))
}

/// Whether a cell of the first lines is the heading of the codes.
fn is_code(named: &Named, cell: &str) -> bool {
    if named.code.is_empty() {
        return headings::is_code(cell);
    }
    // A number is that of a column, not a heading.
    cell.parse::<usize>().is_err() && named.is_code(cell)
}

/// The table whose headings or first row are known.
fn table<'a>(
    input: &Input<'a, '_>,
    head: &Head<'a>,
    named: &Named,
) -> Result<Document<'a>, ReadError> {
    let Input { text, lines, room } = *input;
    let skipped = head.skipped.iter();
    let skipped =
        skipped.map(|(offset, line)| Finding::new(lines.at(*offset), line, Problem::NotARow));
    let findings = skipped.collect();
    let delimiter = Some(head.delimiter);
    let mut document = Document { findings, delimiter, ..Document::default() };
    let mut records = Records::new(text, head.start, head.delimiter);
    let Some(first) = records.next() else { return Ok(document) };
    room.take_row(lines.at(head.start), &first.cells);
    room.check()?;
    let code = first.cells.iter().position(|heading| is_code(named, heading)).unwrap_or(0);
    let hidden = hidden_rows(&first, first.cells.len(), code, head.delimiter, lines);
    document.findings.extend(hidden);
    let headings = if named.are_numbers {
        records = Records::new(text, head.start, head.delimiter);
        numbers(first.cells.len())
    } else {
        first.cells
    };
    let line = lines.at(head.start);
    let title = head.title.map(str::to_owned);
    let mut grid = Grid { line, title, headings, rows: Vec::new() };
    add_rows(input, &mut records, (code, head.delimiter), &mut grid, &mut document.findings)?;
    document.grids.push(grid);
    Ok(document)
}

/// Adds the rows, whose codes are in a column. Each that looks like a part of a cell is a
/// finding.
fn add_rows<'a>(
    input: &Input<'a, '_>,
    records: &mut Records<'a>,
    (code, delimiter): (usize, char),
    grid: &mut Grid<'a>,
    findings: &mut Vec<Finding>,
) -> Result<(), ReadError> {
    let Input { lines, room, .. } = *input;
    let width = grid.headings.len();
    while let Some(mut record) = records.next() {
        // A quote that makes a row of the wrong length out of several lines is stray.
        if record.cells.len() != width && record.source.contains('\n') {
            record = records.first_line(&record);
        }
        let hidden = hidden_rows(&record, width, code, delimiter, lines);
        for finding in &hidden {
            room.take_finding(finding.text().len());
        }
        findings.extend(hidden);
        let problem = record.has_stray_quote.then_some(Problem::StrayQuote);
        let mut row = GridRow::new(lines.at(record.start), Some(record.source), record.cells);
        if let Some(section) = section(&row.cells).map(str::to_owned) {
            (row.is_section, row.cells) = (true, vec![section]);
        }
        room.take_row(row.line, &row.cells);
        room.check()?;
        grid.rows.push(GridRow { problem, ..row });
    }
    Ok(())
}

/// The text of a row that is the heading of the rows below it. Such a row has all cells, but only
/// the first has a text, with marks around it, as in `**COMMON**,,`.
fn section(cells: &[String]) -> Option<&str> {
    let (first, others) = cells.split_first().filter(|(_, others)| !others.is_empty())?;
    let first = first.trim();
    let text = first.trim_matches(|c: char| "*#= ".contains(c));
    let is_alone = others.iter().all(|cell| cell.trim().is_empty());
    let is_title = text.len() < first.len() && text.contains(char::is_alphabetic);
    (is_alone && is_title).then_some(text)
}

/// The delimiter that occurs in most of the first lines, equally often in each, if there is one.
pub(super) fn delimiter_of_most(text: &str) -> Option<char> {
    let lines: Vec<&str> =
        first_lines(text, 0).map(|(_, line)| line).filter(|line| !is_comment(line)).collect();
    // For each delimiter, the number of lines with the commonest number of cells.
    let commonest = DELIMITERS.into_iter().rev().filter_map(|delimiter| {
        let counts: Vec<usize> = lines.iter().map(|line| split(line, delimiter).len()).collect();
        let same = |count: usize| counts.iter().filter(|each| **each == count).count();
        let several = counts.iter().filter(|count| **count > 1);
        several.map(|count| (same(*count), *count, delimiter)).max_by_key(|(same, ..)| *same)
    });
    let clear = commonest.filter(|(same, ..)| *same > 1 && *same * 2 > lines.len());
    clear.max_by_key(|(same, count, _)| (*same, *count)).map(|(.., delimiter)| delimiter)
}

/// The delimiter of a first line `sep=;`, as Excel writes it, and where the rest begins.
/// Excel adds delimiters to it when it saves the file again.
fn said_delimiter(text: &str) -> (Option<char>, usize) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let line = line.trim_matches(['\r', '"', ' ']);
    let value = line.split_at_checked(4).filter(|(key, _)| key.eq_ignore_ascii_case("sep="));
    let mut characters = value.map_or("", |(_, value)| value).chars();
    match characters.next() {
        Some(delimiter) if characters.all(|each| each == delimiter || each == '"') => {
            (Some(delimiter), text.len() - rest.len())
        }
        _ => (None, 0),
    }
}

/// Where the headings or the first row are.
struct Head<'a> {
    start: usize,
    delimiter: char,
    /// The last line above the headings that is one cell and not a comment.
    title: Option<&'a str>,
    /// The lines above the headings that look like rows, each with its offset.
    skipped: Vec<(usize, &'a str)>,
}

impl<'a> Head<'a> {
    fn without_headings(text: &'a str, start: usize, delimiter: Option<char>) -> Option<Self> {
        let (start, line) = first_lines(text, start).find(|(_, line)| !is_comment(line))?;
        let delimiter = delimiter.unwrap_or_else(|| likeliest(line));
        Some(Self { start, delimiter, title: None, skipped: Vec::new() })
    }

    /// The first line with a heading of codes, or else the first with several cells,
    /// or else the first. Comments come last.
    fn find(
        text: &'a str,
        start: usize,
        delimiter: Option<char>,
        is_code: impl Fn(&str) -> bool,
    ) -> Option<Self> {
        let delimiters = delimiter.map_or_else(|| DELIMITERS.to_vec(), |delimiter| vec![delimiter]);
        let lines: Vec<(usize, &str)> = first_lines(text, start).collect();
        let with_code = lines.iter().enumerate().find_map(|(index, (_, line))| {
            let heads = delimiters.iter().filter(|delimiter| {
                let cells = split(line, **delimiter);
                cells.len() > 1 && cells.iter().any(|cell| is_code(cell))
            });
            let best =
                heads.max_by_key(|delimiter| (split(line, **delimiter).len(), **delimiter == ','));
            best.map(|delimiter| (index, *delimiter))
        });
        let (index, delimiter) = with_code.or_else(|| {
            let delimiter = |line: &str| delimiter.unwrap_or_else(|| likeliest(line));
            let rows = lines.iter().enumerate().filter(|(_, (_, line))| !is_comment(line));
            let rows = rows.map(|(index, (_, line))| {
                (index, delimiter(line), split(line, delimiter(line)).len())
            });
            let rows: Vec<(usize, char, usize)> = rows.collect();
            let several = rows.iter().find(|(_, _, cells)| *cells > 1);
            several.or(rows.first()).map(|(index, delimiter, _)| (*index, *delimiter))
        })?;
        let above = lines.get(..index).unwrap_or_default();
        let above = above.iter().filter(|(_, line)| !is_comment(line));
        let (titles, skipped): (Vec<_>, Vec<_>) = above.partition(|(_, line)| {
            split(line, delimiter).iter().filter(|cell| !cell.trim().is_empty()).count() < 2
        });
        Some(Self {
            start: lines.get(index)?.0,
            delimiter,
            title: titles.last().map(|(_, line)| line.trim_matches([' ', '\t', delimiter])),
            skipped,
        })
    }
}

/// The first lines that are not blank, each with its offset.
fn first_lines(text: &str, start: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut offset = start;
    let lines = text.get(start..).unwrap_or_default().split_inclusive(['\n', '\r']);
    let lines = lines.map(move |line| {
        offset += line.len();
        (offset - line.len(), line.trim_end_matches(['\r', '\n']))
    });
    lines.filter(|(_, line)| !line.trim().is_empty()).take(HEAD_LINES)
}

fn is_comment(line: &str) -> bool {
    line.starts_with(['#', '%']) || line.starts_with("//") || line.starts_with("--")
}

fn likeliest(line: &str) -> char {
    let cells = |delimiter: &char| (split(line, *delimiter).len(), *delimiter == ',');
    DELIMITERS.into_iter().max_by_key(cells).unwrap_or(',')
}

fn split(line: &str, delimiter: char) -> Vec<String> {
    Records::new(line, 0, delimiter).next().map(|record| record.cells).unwrap_or_default()
}

/// The lines inside quoted cells that look like rows: as many cells as there are
/// headings, or several with a code where the codes are.
fn hidden_rows(
    record: &CsvRow<'_>,
    headings: usize,
    code: usize,
    delimiter: char,
    lines: &Lines,
) -> Vec<Finding> {
    let first_line = lines.at(record.start);
    let mut line = first_line;
    let mut findings = Vec::new();
    for (index, cell) in record.cells.iter().enumerate() {
        let mut parts = cell.split('\n').skip(1).peekable();
        while let Some(part) = parts.next() {
            line += 1;
            // The cells after the closing quote are on the last line.
            let is_last = parts.peek().is_none();
            let after = if is_last { record.cells.len() - index - 1 } else { 0 };
            let cells = part.split(delimiter).count() + after;
            // The commas of sentences have blanks after them.
            let is_tight = !part.contains(&format!("{delimiter} "));
            let has_code = || part.split(delimiter).nth(code).is_some_and(looks_like_code);
            let looks_like_row = if cells == headings {
                is_tight || delimiter != ',' || has_code()
            } else {
                is_tight && has_code()
            };
            // A code has one line.
            if index == code || part.contains(delimiter) && looks_like_row {
                let text = part.trim_end_matches('\r');
                findings.push(Finding::new(line, text, Problem::HiddenRow { first_line }));
            }
        }
    }
    findings
}

/// Whether a cell is one word with a digit, an underscore or only capitals.
fn looks_like_code(cell: &str) -> bool {
    let cell = cell.trim();
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let is_sign = |c: char| c.is_ascii_digit() || c == '_';
    !cell.is_empty()
        && cell.chars().all(is_word)
        && (cell.contains(is_sign) || cell.chars().all(|c| c.is_ascii_uppercase()))
}
