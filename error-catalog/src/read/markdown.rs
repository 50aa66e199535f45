//! Reads Markdown: pipe tables, and HTML tables between them.
//!
//! Works line by line, because a Markdown parser drops what GitHub does not show as a table:
//! surplus cells, the rows of an indented table, and the rest of an HTML table after an empty
//! line. Here, each line that looks like a row becomes a row or a finding.

mod inline;
mod line;
mod tags;
#[cfg(test)]
mod tests;

use std::ops::Range;

use self::inline::{Links, block_text, line_text, target};
use self::line::{Line, find_outside_code, front_matter};
use self::tags::{Tags, begins_row, has_row, without_pipes};
use super::error::ReadError;
use super::finding::beginning;
use super::grid::{Document, Grid, GridRow, Input, Lines, Room, numbers};
use super::headings::is_code;
use super::html::{Part, read_part, tag_length};
use super::pipes;
use super::report::{Finding, Problem};

/// The tables of a document. With `are_numbers`, each begins with a row instead of headings.
pub(super) fn read<'a>(
    input: &Input<'a, '_>,
    are_numbers: bool,
) -> Result<Document<'a>, ReadError> {
    let Input { text, lines, room } = *input;
    let file = File {
        are_numbers,
        text,
        lines,
        room,
        links: Links::of(text),
        tags: Tags::of(text),
        is_mdx: text.contains("={{") || text.contains("className="),
    };
    let mut reader = BlockReader::new(&file, Region::Document);
    reader.read(front_matter(text)..text.len())?;
    let mut document = reader.document;
    document.grids.sort_by_key(|grid| grid.line);
    Ok(document)
}

/// The facts that are the same for all lines.
struct File<'a, 'l> {
    text: &'a str,
    lines: &'l Lines<'a>,
    room: &'l Room,
    links: Links,
    tags: Tags,
    /// Whether tables begin with a row, and the headings are numbers.
    are_numbers: bool,
    /// Whether the cells of HTML tables are Markdown in any case.
    is_mdx: bool,
}

impl File<'_, '_> {
    /// The text of a cell of an HTML table. `None` if its content is HTML: Markdown
    /// begins after an empty line.
    fn cell_text(&self, cell: &str) -> Option<String> {
        let mut lines = cell.trim_end().split('\n').skip(1);
        let is_markdown = self.is_mdx || lines.any(|line| line.trim().is_empty());
        is_markdown.then(|| block_text(cell, &self.links))
    }
}

/// The region of the lines.
#[derive(Clone, Copy, PartialEq)]
enum Region {
    Document,
    /// In a code block or a comment.
    Hidden,
    /// In an HTML table, whose cells may have pipe tables.
    HtmlTable,
}

struct BlockReader<'a, 'f> {
    file: &'f File<'a, 'f>,
    place: Region,
    document: Document<'a>,
    /// The nearest heading above.
    title: Option<String>,
    /// The line above, if it is text.
    paragraph: Option<&'a str>,
    table: Option<OpenPipeTable<'a>>,
    /// The number of columns of the table above, if only empty lines and rows follow
    /// it.
    columns: Option<usize>,
    /// No HTML table before this offset has a row.
    without_rows: usize,
    /// The ends of comments and code blocks that do not occur in the rest of the
    /// document.
    unclosed: Vec<&'a str>,
    /// The numbers of the lines in pipe tables.
    taken: Vec<usize>,
}

struct OpenPipeTable<'a> {
    grid: Grid<'a>,
    /// The number of quotes around the table.
    quotes: usize,
}

impl<'a, 'f> BlockReader<'a, 'f> {
    fn new(file: &'f File<'a, 'f>, place: Region) -> Self {
        let (title, paragraph, table, columns) = Default::default();
        let (document, without_rows, unclosed, taken) = Default::default();
        Self {
            file,
            place,
            document,
            title,
            paragraph,
            table,
            columns,
            without_rows,
            unclosed,
            taken,
        }
    }

    fn read(&mut self, range: Range<usize>) -> Result<(), ReadError> {
        let mut at = range.start;
        while at < range.end {
            at = match self.read_block(at, range.end)? {
                Some(end) => end,
                None => self.read_line(at, range.end),
            };
            self.file.room.check()?;
        }
        self.end_table();
        Ok(())
    }

    fn line_end(&self, start: usize, end: usize) -> usize {
        let rest = self.file.text.get(start..end).unwrap_or_default();
        rest.find('\n').map_or(end, |length| start + length)
    }

    fn line_number(&self, line: &Line<'_>) -> usize {
        self.file.lines.at(line.offset)
    }

    /// Reads the code block, comment or HTML table that begins in a line. Returns
    /// the offset after it.
    fn read_block(&mut self, start: usize, end: usize) -> Result<Option<usize>, ReadError> {
        let line_end = self.line_end(start, end);
        let line = Line::new(self.file.text, start, line_end);
        if self.place == Region::Document {
            let content = (line_end + 1).min(end);
            let fence = line.fence();
            let code = fence.and_then(|fence| self.fence_end(content..end, fence, line.quotes));
            if let Some(last) = code {
                self.hide(content..last.start);
                return Ok(Some(last.end));
            }
            let comment = line.comment().and_then(|close| self.comment_end(&line, close));
            if let Some(content) = comment {
                self.hide(line.offset..content.start);
                return Ok(Some(content.end));
            }
        }
        match self.html_table(&line, end) {
            Some(range) => self.read_html(&line, range).map(Some),
            None => Ok(None),
        }
    }

    /// The range of the line that ends a code block. `None` if it is not closed: then the rows
    /// that follow are more likely meant as rows than as code.
    fn fence_end(
        &mut self,
        range: Range<usize>,
        fence: &'a str,
        quotes: usize,
    ) -> Option<Range<usize>> {
        if self.unclosed.iter().any(|&unclosed| fence.starts_with(unclosed)) {
            return None;
        }
        let mut at = range.start;
        while at < range.end {
            let line_end = self.line_end(at, range.end);
            let line = Line::new(self.file.text, at, line_end);
            if line.quotes < quotes {
                return Some(at..at);
            }
            if line.ends_fence(fence) {
                return Some(at..line_end);
            }
            at = line_end + 1;
        }
        self.unclosed.push(fence);
        None
    }

    /// The range of the mark that ends a comment.
    fn comment_end(&mut self, line: &Line<'_>, close: &'static str) -> Option<Range<usize>> {
        let rest = self.file.text.get(line.offset..).filter(|_| !self.unclosed.contains(&close))?;
        let found = rest.find(close);
        if found.is_none() {
            self.unclosed.push(close);
        }
        found.map(|length| line.offset + length..line.offset + length + close.len())
    }

    /// Looks for tables that people do not see as tables.
    fn hide(&mut self, range: Range<usize>) {
        self.end_table();
        self.forget();
        let mut hidden = BlockReader::new(self.file, Region::Hidden);
        hidden.title.clone_from(&self.title);
        if hidden.read(range).is_ok() {
            let Document { mut grids, findings, .. } = hidden.document;
            self.document.hidden.append(&mut grids);
            self.document.hidden.extend(without_headings(&findings, self.title.clone()));
        }
    }

    /// The range of the HTML table that begins in a line.
    fn html_table(&mut self, line: &Line<'_>, end: usize) -> Option<Range<usize>> {
        if self.place == Region::HtmlTable || !line.text.contains('<') {
            return None;
        }
        let in_line = find_outside_code(line.text, "<table")?;
        let start = line.offset + in_line;
        let rest = self.file.text.get(start..end)?;
        if start < self.without_rows || tag_length(rest, "table").is_none() {
            return None;
        }
        let after = self.file.tags.end(start).filter(|&after| after <= end);
        let is_in_line = after.is_some_and(|end| end <= line.offset + line.text.len());
        if is_in_line && line.text.get(..in_line).is_some_and(pipes::has_bar) {
            // It is in a cell.
            return None;
        }
        let after = after.unwrap_or_else(|| self.next_heading(start, end));
        if has_row(self.file.text.get(start..after)?) {
            return Some(start..after);
        }
        self.without_rows = after;
        None
    }

    /// The end of a table that is never closed.
    fn next_heading(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        loop {
            at = self.line_end(at, end) + 1;
            if at >= end {
                return end;
            }
            let line = Line::new(self.file.text, at, self.line_end(at, end));
            if line.heading().is_some() {
                return at;
            }
        }
    }

    fn read_html(&mut self, line: &Line<'a>, range: Range<usize>) -> Result<usize, ReadError> {
        self.end_table();
        let before = self.file.text.get(line.offset..range.start).unwrap_or_default();
        self.set_html_title(before);
        self.forget();
        let mut cells = BlockReader::new(self.file, Region::HtmlTable);
        cells.title.clone_from(&self.title);
        cells.read(range.clone())?;
        self.document.grids.append(&mut cells.document.grids);
        let html = self.file.text.get(range.clone()).unwrap_or_default();
        let first_line = self.file.lines.at(range.start);
        let text = without_pipes(html, first_line, line.quotes, &cells.taken);
        let markdown = |cell: &str| self.file.cell_text(cell);
        let title = self.title.clone();
        let are_numbers = self.file.are_numbers;
        let part = Part { text: &text, first_line, title, are_numbers, markdown: Some(&markdown) };
        let mut found = read_part(part, &Lines::new(&text), self.file.room)?;
        self.document.grids.append(&mut found.grids);
        self.document.findings.append(&mut found.findings);
        self.document.hidden.append(&mut found.hidden);
        Ok(range.end)
    }

    /// Reads one line. Returns the offset of the next.
    fn read_line(&mut self, start: usize, end: usize) -> usize {
        let line_end = self.line_end(start, end);
        let line = Line::new(self.file.text, start, line_end);
        let next_start = (line_end + 1).min(end);
        let next = Line::new(self.file.text, next_start, self.line_end(next_start, end));
        if self.begins_table(&line, &next) {
            self.begin_table(&line, &next);
            return self.line_end(next_start, end) + 1;
        }
        if self.continues_table(&line) {
            self.add_row(&line);
        } else {
            self.end_table();
            self.read_text(&line);
        }
        next_start.max(line_end + 1)
    }

    fn begins_table(&self, line: &Line<'_>, next: &Line<'_>) -> bool {
        let Some(columns) = pipes::delimiter(next.text).map(|row| row.cells) else {
            return false;
        };
        let is_possible = !line.text.is_empty()
            && next.quotes == line.quotes
            && !next.begins_item
            && line.heading().is_none()
            && pipes::delimiter(line.text).is_none();
        if !is_possible || !self.continues_table(line) {
            let is_row = || pipes::cells(line.text).len() == columns || pipes::has_bar(line.text);
            return is_possible && is_row();
        }
        // Some tables have a delimiter row below each row.
        self.cells(line).iter().any(|cell| is_code(cell))
    }

    fn begin_table(&mut self, line: &Line<'a>, delimiter: &Line<'a>) {
        self.end_table();
        let mut headings = self.cells(line);
        let expected = headings.len();
        match pipes::delimiter(delimiter.text) {
            Some(row) if row.has_blank => self.report(delimiter, Problem::DelimiterCell),
            Some(row) if row.cells != expected => {
                self.report(delimiter, Problem::DelimiterRow { found: row.cells, expected });
            }
            _ => {}
        }
        let (line_number, title) = (self.line_number(line), self.title.clone());
        self.taken.extend([line_number, line_number + 1]);
        let mut rows = Vec::new();
        if self.file.are_numbers {
            let cells = std::mem::replace(&mut headings, numbers(expected));
            rows.push(GridRow::new(line_number, Some(line.text), cells));
        }
        let grid = Grid { line: line_number, title, headings, rows };
        self.table = Some(OpenPipeTable { grid, quotes: line.quotes });
        self.forget();
    }

    fn continues_table(&self, line: &Line<'_>) -> bool {
        let table = self.table.as_ref();
        let is_inside = table.is_some_and(|table| table.quotes == line.quotes);
        is_inside && !line.text.is_empty() && !line.ends_table()
    }

    fn cells(&self, line: &Line<'_>) -> Vec<String> {
        let cells = pipes::cells(line.text);
        self.file.room.take_row(self.line_number(line), &cells);
        if self.file.room.check().is_err() {
            return Vec::new();
        }
        cells.iter().map(|cell| line_text(cell, &self.file.links)).collect()
    }

    fn add_row(&mut self, line: &Line<'a>) {
        let cells = self.cells(line);
        let line_number = self.line_number(line);
        self.taken.push(line_number);
        let Some(OpenPipeTable { grid, .. }) = &mut self.table else { return };
        if pipes::delimiter(line.text).is_some() || cells == grid.headings {
            return;
        }
        if grid.headings.iter().all(String::is_empty) {
            // An empty row in place of headings.
            grid.headings = cells;
            return;
        }
        let row = GridRow::new(line_number, Some(line.text), cells);
        let links = pipes::cells(line.text).into_iter().enumerate();
        let links =
            links.filter_map(|(column, cell)| Some((column, target(&cell, &self.file.links)?)));
        grid.rows.push(GridRow { links: links.collect(), ..row });
    }

    fn end_table(&mut self) {
        if let Some(OpenPipeTable { grid, .. }) = self.table.take() {
            self.columns = Some(grid.headings.len());
            self.document.grids.push(grid);
        }
    }

    /// Forgets the lines above.
    fn forget(&mut self) {
        self.paragraph = None;
        self.columns = None;
    }

    /// Reads a line outside of all tables.
    fn read_text(&mut self, line: &Line<'a>) {
        if line.text.is_empty() {
            self.paragraph = None;
        } else if let Some(heading) = line.heading() {
            self.set_title(heading);
        } else if let Some(above) = self.paragraph.filter(|_| line.underlines()) {
            self.set_title(above);
        } else if pipes::looks_like_row(line.text, self.columns) || begins_row(line.text) {
            self.report(line, Problem::NotARow);
            self.paragraph = None;
        } else {
            self.set_html_title(line.text);
            self.forget();
            self.paragraph = Some(line.text);
        }
    }

    fn set_title(&mut self, heading: &str) {
        // Every table below has it.
        self.title = Some(line_text(&beginning(heading), &self.file.links));
        self.forget();
    }

    /// Takes the text of a heading such as `<h2>`.
    fn set_html_title(&mut self, html: &str) {
        if tags::has_heading(html) {
            self.set_title(html);
        }
    }

    fn report(&mut self, line: &Line<'_>, problem: Problem) {
        // In an HTML table, such a line is text, or the reader of HTML reports it.
        if self.place != Region::HtmlTable {
            let finding = Finding::new(self.line_number(line), line.text, problem);
            self.file.room.take_finding(finding.text().len());
            self.document.findings.push(finding);
        }
    }
}

/// The rows that are in no table, as a table.
fn without_headings(findings: &[Finding], title: Option<String>) -> Option<Grid<'static>> {
    let rows = findings.iter().filter(|finding| *finding.problem() == Problem::NotARow);
    let rows = rows.map(|row| GridRow::new(row.line(), None, vec![row.text().to_owned()]));
    let rows: Vec<_> = rows.collect();
    let line = rows.first()?.line;
    Some(Grid { line, title, headings: Vec::new(), rows })
}
