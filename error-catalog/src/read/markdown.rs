//! Reads Markdown: pipe tables, and HTML tables between them.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::grid::{Document, Grid, GridRow, Lines};
use super::html;
use super::report::{Finding, Problem, ReadError};

pub(super) fn read<'a>(text: &'a str, lines: &Lines) -> Result<Document<'a>, ReadError> {
    let mut document = Document::default();
    let mut tables = PipeTables { text, ..PipeTables::default() };
    // Everything outside of pipe tables, for the reader of HTML.
    let mut outside = Vec::new();
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::Table(_)) => tables.is_inside = true,
            Event::End(TagEnd::Table) => {
                let headings = std::mem::take(&mut tables.headings);
                let rows = std::mem::take(&mut tables.rows);
                document.grids.push(Grid { line: 1, title: None, headings, rows });
                tables.is_inside = false;
            }
            event if tables.is_inside => tables.add(event, range, lines),
            Event::Html(html) | Event::InlineHtml(html) => {
                let marked = html::mark_lines(&html, lines.at(range.start));
                outside.push(Event::Html(marked.into()));
            }
            event => {
                if event == Event::Start(Tag::Paragraph) {
                    document.findings.extend(stray_rows(text, range, lines));
                }
                outside.push(event);
            }
        }
    }
    if outside.iter().any(|event| matches!(event, Event::Html(html) if has_table(html))) {
        let mut page = String::new();
        pulldown_cmark::html::push_html(&mut page, outside.into_iter());
        document.grids.append(&mut html::read_marked(&page)?);
        document.grids.sort_by_key(|grid| grid.rows.first().map(|row| row.line));
    }
    Ok(document)
}

fn has_table(html: &str) -> bool {
    html.to_ascii_lowercase().contains("<table")
}

/// Lines that look like rows but are not in a table, because a blank line or a
/// malformed line below the headings cuts them off.
fn stray_rows(text: &str, paragraph: Range<usize>, lines: &Lines) -> Vec<Finding> {
    let mut offset = paragraph.start;
    let mut findings = Vec::new();
    for line in text.get(paragraph).unwrap_or_default().split_inclusive('\n') {
        let row = line.trim();
        if row.len() > 1 && row.starts_with('|') && row.ends_with('|') {
            findings.push(Finding::new(lines.at(offset), row.to_owned(), Problem::NotARow));
        }
        offset += line.len();
    }
    findings
}

/// Builds pipe tables from the parser's events.
#[derive(Default)]
struct PipeTables<'a> {
    text: &'a str,
    is_inside: bool,
    headings: Vec<String>,
    rows: Vec<GridRow<'a>>,
    cells: Vec<String>,
    row: Range<usize>,
    /// The end of the row's last cell.
    end: usize,
}

impl PipeTables<'_> {
    fn add(&mut self, event: Event<'_>, range: Range<usize>, lines: &Lines) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => self.row = range,
            // The parser adds cells to a short row. They begin at the end of the row.
            Event::Start(Tag::TableCell) if range.start < self.row.end => {
                self.cells.push(String::new());
                self.end = range.end;
            }
            Event::End(TagEnd::TableHead) => self.headings = std::mem::take(&mut self.cells),
            Event::End(TagEnd::TableRow) => {
                let source = self.text.get(self.row.clone()).unwrap_or_default().trim();
                let mut cells = std::mem::take(&mut self.cells);
                if self.has_surplus() {
                    cells = all_cells(source);
                }
                let line = lines.at(self.row.start);
                self.rows.push(GridRow {
                    line,
                    source: Some(source),
                    cells,
                    columns: None,
                    is_section: false,
                    problem: None,
                });
            }
            event => {
                if let Some(cell) = self.cells.last_mut() {
                    push_text(cell, &event);
                }
            }
        }
    }

    /// Whether the row has text behind the last cell that the parser gave.
    fn has_surplus(&self) -> bool {
        let rest = self.text.get(self.end..self.row.end).unwrap_or_default().trim();
        !rest.strip_prefix('|').unwrap_or(rest).is_empty()
    }
}

/// The cells of a row that has more cells than its table has headings.
fn all_cells(row: &str) -> Vec<String> {
    // If there are enough headings, the parser gives every cell.
    let columns = row.matches('|').count() + 1;
    let table = format!("{}|\n{}|\n{row}\n", "|a".repeat(columns), "|-".repeat(columns));
    let mut tables = PipeTables { text: &table, ..PipeTables::default() };
    let lines = Lines::new(&table);
    for (event, range) in Parser::new_ext(&table, Options::ENABLE_TABLES).into_offset_iter() {
        tables.add(event, range, &lines);
    }
    tables.rows.pop().map(|row| row.cells).unwrap_or_default()
}

fn push_text(cell: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(text) | Event::Code(text) => cell.push_str(text),
        Event::InlineHtml(html) => match tag_name(html) {
            Some("br") => cell.push('\n'),
            Some(name) if INLINE_ELEMENTS.contains(&name) => {}
            None if html.starts_with("<!--") => {}
            // A placeholder, as in "no user <name>".
            _ => cell.push_str(html),
        },
        _ => {}
    }
}

const INLINE_ELEMENTS: [&str; 30] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "center", "cite", "code", "del", "div", "em", "font",
    "i", "img", "ins", "kbd", "mark", "p", "q", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "tt", "u",
];

/// The name of an opening or closing tag.
fn tag_name(html: &str) -> Option<&str> {
    let inner = html.strip_prefix('<')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let end = inner.find(|next: char| !next.is_ascii_alphanumeric() && next != '-')?;
    inner.get(..end).filter(|name| !name.is_empty())
}
