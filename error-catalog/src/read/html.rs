//! Reads the tables of HTML.

mod elements;
mod scan;
mod spans;
mod text;

pub(super) use self::elements::{Closed, is_element};
use self::scan::HtmlToken;
pub(super) use self::scan::{Scanner, TokenKind, attribute, tag_length};
use self::spans::{Budget, RawCell, RawRow, RawTable, grids};
pub(super) use self::text::{Text, is_block};
use super::error::ReadError;
use super::finding::beginning;
use super::grid::{Document, Grid, GridRow, Input, LONGEST_CELL, Lines, Room};
use super::pipes;
use super::report::{Finding, Problem};

/// The tables of a page. With `are_numbers`, each begins with a row instead of headings.
pub(super) fn read(
    input: &Input<'_, '_>,
    are_numbers: bool,
) -> Result<Document<'static>, ReadError> {
    let Input { text, lines, room } = *input;
    read_part(Part { text, first_line: 1, title: None, are_numbers, markdown: None }, lines, room)
}

/// Some HTML in a document.
pub(super) struct Part<'a> {
    pub(super) text: &'a str,
    pub(super) first_line: usize,
    /// The nearest heading above.
    pub(super) title: Option<String>,
    /// Whether tables begin with a row, and the headings are numbers.
    pub(super) are_numbers: bool,
    /// The text of a cell that is written in Markdown. `None` outside of Markdown.
    pub(super) markdown: Option<&'a CellText<'a>>,
}

/// The text of a cell by its content, or `None` if the content is HTML.
type CellText<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// Reads a part of a document. `lines` are those of the part's text.
pub(super) fn read_part(
    part: Part<'_>,
    lines: &Lines,
    room: &Room,
) -> Result<Document<'static>, ReadError> {
    Page::new(part, lines, room).read()
}

/// Follows the tags from table to table. Elements without a closing tag end where a browser ends
/// them.
struct Page<'a> {
    part: Part<'a>,
    lines: &'a Lines<'a>,
    /// The open tables, the innermost last.
    open: Vec<OpenTable>,
    heading: Option<Text>,
    /// The tables, each with the offset at which it begins.
    grids: Vec<(usize, Grid<'static>)>,
    findings: Vec<Finding>,
    hidden: Vec<Grid<'static>>,
    budget: Budget<'a>,
}

struct OpenTable {
    offset: usize,
    /// Whether it is made of cells outside of all tables.
    is_stray: bool,
    table: RawTable,
    row: Option<RawRow>,
    cell: Option<OpenCell>,
    caption: Option<Text>,
    group: usize,
    is_head: bool,
}

struct OpenCell {
    cell: RawCell,
    text: Text,
    /// Where the content begins.
    start: usize,
    has_table: bool,
}

impl<'a> Page<'a> {
    fn new(part: Part<'a>, lines: &'a Lines<'a>, room: &'a Room) -> Self {
        let budget = Budget::new(part.text, room);
        let (open, grids, findings, hidden) = Default::default();
        Self { part, lines, open, heading: None, grids, findings, hidden, budget }
    }

    fn line(&self, offset: usize) -> usize {
        self.lines.at(offset) + self.part.first_line - 1
    }

    fn read(mut self) -> Result<Document<'static>, ReadError> {
        let closed = Closed::of(self.part.text);
        for token in Scanner::new(self.part.text, &closed, self.part.markdown.is_some()) {
            match &token.kind {
                TokenKind::Text => self.add_text(&token),
                TokenKind::Comment => self.hide(&token),
                TokenKind::Open(name) => self.open_tag(name, &token)?,
                TokenKind::Close(name) => self.close_tag(name, &token)?,
            }
            self.budget.room.check()?;
        }
        while !self.open.is_empty() {
            self.end_table(self.part.text.len())?;
        }
        self.grids.sort_by_key(|&(offset, _)| offset);
        let grids = self.grids.into_iter().map(|(_, grid)| grid).collect();
        Ok(Document { grids, findings: self.findings, hidden: self.hidden, ..Document::default() })
    }

    fn open_tag(&mut self, name: &str, token: &HtmlToken<'_>) -> Result<(), ReadError> {
        match name {
            "table" => self.begin_table(token)?,
            "caption" | "thead" | "tbody" | "tfoot" => {
                self.begin_group(name, token.offset);
            }
            "tr" => {
                self.end_row(token.offset);
                self.begin_row(token.offset);
            }
            "td" | "th" => self.begin_cell(name, token),
            _ => {
                if name == "a" {
                    self.add_link(token);
                }
                if is_title(name) {
                    self.end_stray(token.offset)?;
                    self.heading = Some(Text::default());
                }
                self.add_text(token);
            }
        }
        Ok(())
    }

    fn close_tag(&mut self, name: &str, token: &HtmlToken<'_>) -> Result<(), ReadError> {
        match name {
            "table" => self.end_table(token.offset)?,
            "caption" | "thead" | "tbody" | "tfoot" => self.end_group(token.offset),
            "tr" => self.end_row(token.offset),
            "td" | "th" => self.end_cell(token.offset),
            _ => {
                self.add_text(token);
                if is_title(name) {
                    self.end_heading();
                }
            }
        }
        Ok(())
    }

    /// Keeps where the first link of a cell leads.
    fn add_link(&mut self, token: &HtmlToken<'_>) {
        let cell = self.open.last_mut().and_then(|table| table.cell.as_mut());
        let target = attribute(token.source, "href").filter(|target| !target.is_empty());
        if let (Some(OpenCell { cell, .. }), Some(target)) = (cell, target) {
            self.budget.room.take(1, target.len());
            cell.link.get_or_insert_with(|| target.into_owned());
        }
    }

    fn end_heading(&mut self) {
        let text = self.heading.take().map(Text::finish).unwrap_or_default();
        // Generated pages have a link after each heading, to that heading.
        let title = text.trim_end_matches(['¶', '\u{200b}', ' ', '\n']);
        if !title.is_empty() {
            // Every table below has it.
            self.part.title = Some(beginning(title));
        }
    }

    fn add_text(&mut self, token: &HtmlToken<'_>) {
        if let Some(heading) = &mut self.heading {
            heading.push_token(&token.kind, token.source);
        }
        let Some(table) = self.open.last_mut() else {
            if self.part.markdown.is_some() {
                self.report_text(token, false);
            }
            return;
        };
        if let Some(cell) = &mut table.cell {
            cell.text.push_token(&token.kind, token.source);
        } else if let Some(caption) = &mut table.caption {
            caption.push_token(&token.kind, token.source);
            self.report_text(token, false);
        } else {
            let is_in_row = table.row.is_some();
            self.report_text(token, is_in_row);
        }
    }

    /// Reports text between two cells, and text outside of rows that looks like a row
    /// of a pipe table.
    fn report_text(&mut self, token: &HtmlToken<'_>, is_in_row: bool) {
        if token.kind != TokenKind::Text {
            return;
        }
        let mut offset = token.offset;
        for part in token.source.split_inclusive('\n') {
            let mut text = Text::default();
            text.push_token(&TokenKind::Text, part);
            let text = text.finish();
            if !text.is_empty() && (is_in_row || looks_like_row(&text)) {
                self.budget.room.take_finding(text.len());
                self.findings.push(Finding::new(self.line(offset), &text, Problem::NotARow));
            }
            offset += part.len();
        }
    }

    /// Takes each line of a comment that looks like a row.
    fn hide(&mut self, comment: &HtmlToken<'_>) {
        let mut rows = Vec::new();
        let mut offset = comment.offset;
        for part in comment.source.split_inclusive('\n') {
            if part.contains("<t") || part.contains("<T") || looks_like_row(part) {
                let cells = vec![beginning(part.trim())];
                self.budget.room.take_finding(part.len());
                rows.push(GridRow::new(self.line(offset), None, cells));
            }
            offset += part.len();
        }
        let Some(line) = rows.first().map(|row| row.line) else { return };
        let title = self.part.title.clone();
        self.hidden.push(Grid { line, title, headings: Vec::new(), rows });
    }

    fn begin_table(&mut self, token: &HtmlToken<'_>) -> Result<(), ReadError> {
        self.end_stray(token.offset)?;
        if let Some(outer) = self.open.last_mut() {
            match &mut outer.cell {
                Some(cell) => {
                    cell.has_table = true;
                    cell.text.open("table");
                }
                // A browser ends a table where another begins between its cells.
                None => self.end_table(token.offset)?,
            }
        }
        self.push_table(token.offset, false);
        Ok(())
    }

    fn push_table(&mut self, offset: usize, is_stray: bool) {
        let table =
            RawTable { line: self.line(offset), title: self.part.title.clone(), rows: Vec::new() };
        self.budget.room.take(20, 0);
        let (row, cell, caption) = Default::default();
        let (group, is_head) = Default::default();
        self.open.push(OpenTable { offset, is_stray, table, row, cell, caption, group, is_head });
    }

    fn end_table(&mut self, offset: usize) -> Result<(), ReadError> {
        self.end_group(offset);
        let Some(open) = self.open.pop() else { return Ok(()) };
        if open.is_stray {
            for row in open.table.rows {
                let cells: Vec<String> = row.cells.into_iter().map(|cell| cell.text).collect();
                self.findings.push(Finding::new(row.line, &cells.join(" | "), Problem::NotARow));
            }
            return Ok(());
        }
        let grids = grids(open.table, self.part.are_numbers, &mut self.budget)?;
        self.grids.extend(grids.into_iter().map(|grid| (open.offset, grid)));
        Ok(())
    }

    /// Ends the cells outside of all tables.
    fn end_stray(&mut self, offset: usize) -> Result<(), ReadError> {
        if self.open.last().is_some_and(|table| table.is_stray) {
            self.end_table(offset)?;
        }
        Ok(())
    }

    fn begin_group(&mut self, name: &str, offset: usize) {
        self.end_group(offset);
        let Some(table) = self.open.last_mut() else { return };
        if name == "caption" {
            table.caption = Some(Text::default());
        }
        table.is_head = name == "thead";
    }

    fn end_group(&mut self, offset: usize) {
        self.end_row(offset);
        let Some(table) = self.open.last_mut() else { return };
        table.group += 1;
        table.is_head = false;
        let caption = table.caption.take().map(Text::finish);
        if let Some(caption) = caption.filter(|caption| !caption.is_empty()) {
            table.table.title = Some(beginning(&caption));
        }
    }

    fn begin_row(&mut self, offset: usize) {
        if self.open.is_empty() {
            self.push_table(offset, true);
        }
        let line = self.line(offset);
        let Some(table) = self.open.last_mut() else { return };
        let (group, is_head) = (table.group, table.is_head);
        table.row = Some(RawRow { line, cells: Vec::new(), group, is_head });
    }

    fn end_row(&mut self, offset: usize) {
        self.end_cell(offset);
        let Some(table) = self.open.last_mut() else { return };
        table.table.rows.extend(table.row.take());
    }

    fn begin_cell(&mut self, name: &str, token: &HtmlToken<'_>) {
        self.end_cell(token.offset);
        if self.open.last().is_none_or(|table| table.row.is_none()) {
            self.begin_row(token.offset);
        }
        let Some(table) = self.open.last_mut() else { return };
        let cell = RawCell {
            text: String::new(),
            link: None,
            is_heading: name == "th",
            columns: span(token.source, "colspan").clamp(1, 1_000),
            rows: span(token.source, "rowspan").min(65_534),
        };
        let start = token.offset + token.source.len();
        table.cell = Some(OpenCell { cell, text: Text::default(), start, has_table: false });
    }

    fn end_cell(&mut self, offset: usize) {
        let Some(table) = self.open.last_mut() else { return };
        let Some(OpenCell { mut cell, text, start, has_table }) = table.cell.take() else { return };
        let content = self.part.text.get(start..offset);
        let content = content.filter(|content| !has_table && content.len() <= LONGEST_CELL);
        let markdown = self.part.markdown.and_then(|markdown| markdown(content?));
        cell.text = markdown.unwrap_or_else(|| text.finish());
        if let Some(row) = &mut table.row {
            self.budget.room.take(2, 0);
            row.cells.push(cell);
        }
    }
}

/// Whether a line looks like a row of a pipe table, even in a quote or a list.
fn looks_like_row(line: &str) -> bool {
    pipes::looks_like_row(line.trim_end().trim_start_matches([' ', '\t', '>', '-', '*', '+']), None)
}

fn is_title(element: &str) -> bool {
    matches!(element, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// The number of rows or columns in a tag.
fn span(tag: &str, name: &str) -> usize {
    let value = attribute(tag, name).unwrap_or_default();
    let value = value.trim_start_matches(|c: char| c.is_ascii_whitespace() || "{\"'+".contains(c));
    let end = value.find(|next: char| !next.is_ascii_digit()).unwrap_or(value.len());
    match value.get(..end) {
        None | Some("") => 1,
        Some(number) => number.parse().unwrap_or(usize::MAX),
    }
}
