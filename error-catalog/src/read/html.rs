//! Reads HTML pages.

use std::fmt::Write;

use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node};

use super::grid::{Document, Grid, GridRow};
use super::headings;
use super::report::ReadError;

/// The attribute with the number of a cell's line, which the parser does not keep.
const LINE: &str = "data-source-line";

pub(super) fn read(text: &str) -> Result<Document<'static>, ReadError> {
    Ok(Document { grids: read_marked(&mark_lines(text, 1))?, findings: Vec::new() })
}

/// Reads HTML that went through [`mark_lines`].
pub(super) fn read_marked(marked: &str) -> Result<Vec<Grid<'static>>, ReadError> {
    let page = Html::parse_document(marked);
    let mut grids = Vec::new();
    for table in page.root_element().descendent_elements() {
        if table.value().name() == "table" {
            grids.extend(read_table(table)?);
        }
    }
    Ok(grids)
}

/// `None` for a table without a row.
fn read_table(table: ElementRef) -> Result<Option<Grid<'static>>, ReadError> {
    // The parser puts every row into a section. Rows of nested tables are deeper.
    let mut rows = table
        .child_elements()
        .flat_map(|section| section.child_elements())
        .filter(|element| element.value().name() == "tr")
        .map(Cells::new)
        .filter(|cells| !cells.elements.is_empty());
    let Some(heading) = rows.next() else { return Ok(None) };
    let headings = heading.texts();
    let rows: Vec<Cells> = rows.collect();
    if headings.iter().any(|heading| headings::is_code(heading)) {
        // Other tables may have spans.
        for cells in std::iter::once(&heading).chain(&rows) {
            cells.refuse_spans()?;
        }
    }
    let rows = rows.iter().map(|cells| GridRow {
        line: cells.line,
        source: None,
        cells: cells.texts(),
        columns: None,
        is_section: false,
        problem: None,
    });
    Ok(Some(Grid { line: 1, title: None, headings, rows: rows.collect() }))
}

struct Cells<'a> {
    line: usize,
    elements: Vec<ElementRef<'a>>,
}

impl<'a> Cells<'a> {
    fn new(row: ElementRef<'a>) -> Self {
        let is_cell = |element: &ElementRef| matches!(element.value().name(), "td" | "th");
        let elements: Vec<_> = row.child_elements().filter(is_cell).collect();
        let line = elements.first().and_then(|cell| cell.attr(LINE)?.parse().ok()).unwrap_or(1);
        Self { line, elements }
    }

    fn texts(&self) -> Vec<String> {
        self.elements.iter().map(|&cell| cell_text(cell)).collect()
    }

    fn refuse_spans(&self) -> Result<(), ReadError> {
        let spans = |cell: &ElementRef<'a>| {
            let attributes = [cell.attr("rowspan"), cell.attr("colspan")];
            attributes.into_iter().flatten().any(|span| span.trim() != "1")
        };
        match self.elements.iter().find(|cell| spans(cell)) {
            Some(&cell) => Err(ReadError::Span { line: self.line, text: cell_text(cell) }),
            None => Ok(()),
        }
    }
}

/// A cell's text as a browser shows it: blanks are collapsed except in `<pre>`, and
/// a new line begins at `<br>` and between blocks.
fn cell_text(cell: ElementRef) -> String {
    let mut text = Text::default();
    for edge in cell.traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(part) => text.push(part),
                Node::Element(element) => text.open(element.name()),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    text.close(element.name());
                }
            }
        }
    }
    text.finish()
}

#[derive(Default)]
struct Text {
    shown: String,
    blank: bool,
    line_break: bool,
    /// The number of open elements that keep blanks.
    kept: usize,
    has_kept: bool,
    /// The number of open elements that a browser does not show.
    hidden: usize,
}

impl Text {
    fn push(&mut self, part: &str) {
        if self.hidden > 0 {
            return;
        }
        for character in part.chars() {
            if self.kept == 0 && character.is_ascii_whitespace() {
                self.blank = true;
                continue;
            }
            self.separate();
            self.shown.push(character);
        }
    }

    fn separate(&mut self) {
        let begins_line = self.shown.is_empty() || self.shown.ends_with('\n');
        if self.line_break && !self.shown.is_empty() {
            self.shown.push('\n');
        } else if self.blank && !begins_line {
            self.shown.push(' ');
        }
        self.blank = false;
        self.line_break = false;
    }

    fn open(&mut self, element: &str) {
        match element {
            "br" => {
                self.blank = false;
                self.shown.push('\n');
            }
            "pre" => {
                self.line_break = true;
                self.has_kept = true;
                self.separate();
                self.kept += 1;
            }
            "script" | "style" | "template" => self.hidden += 1,
            "p" | "div" | "li" | "tr" => self.line_break = true,
            _ => {}
        }
    }

    fn close(&mut self, element: &str) {
        match element {
            "pre" => {
                self.kept -= 1;
                self.line_break = true;
            }
            "script" | "style" | "template" => self.hidden -= 1,
            "p" | "div" | "li" | "tr" => self.line_break = true,
            _ => {}
        }
    }

    fn finish(self) -> String {
        if self.has_kept { self.shown } else { self.shown.trim().to_owned() }
    }
}

/// Adds the number of its line to the tag of every cell.
pub(super) fn mark_lines(html: &str, first_line: usize) -> String {
    let mut marked = String::with_capacity(html.len() + html.len() / 2);
    let mut line = first_line;
    for part in html.split_inclusive(['<', '\n']) {
        if let Some((tag, rest)) = split_cell_tag(part).filter(|_| marked.ends_with('<')) {
            marked.push_str(tag);
            let _ = write!(marked, " {LINE}={line}");
            marked.push_str(rest);
        } else {
            marked.push_str(part);
        }
        line += usize::from(part.ends_with('\n'));
    }
    marked
}

/// `td` or `th`, and the rest; `None` for any other tag.
fn split_cell_tag(text: &str) -> Option<(&str, &str)> {
    let (tag, rest) = text.split_at_checked(2)?;
    let is_cell = tag.eq_ignore_ascii_case("td") || tag.eq_ignore_ascii_case("th");
    let ends = rest.starts_with(|next: char| next.is_ascii_whitespace() || "/>".contains(next));
    (is_cell && ends).then_some((tag, rest))
}
