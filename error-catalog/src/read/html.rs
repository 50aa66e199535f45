//! HTML pages.

use std::fmt::Write;

use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node};

use super::headings;
use super::report::ReadError;
use super::{Grid, GridRow, Sheets};

/// The attribute that keeps a cell's line, which the parser does not.
const LINE: &str = "data-source-line";

pub(super) fn read(text: &str) -> Result<Sheets<'static>, ReadError> {
    Ok(Sheets { grids: read_marked(&mark_lines(text, 1))?, findings: Vec::new() })
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
    // The parser puts every row into a section, and a nested table's rows are
    // deeper.
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
        // A span in any other table is none of our business.
        for cells in std::iter::once(&heading).chain(&rows) {
            cells.refuse_spans()?;
        }
    }
    let rows = rows.iter().map(|cells| GridRow {
        line: cells.line,
        source: None,
        cells: cells.texts(),
        problem: None,
    });
    Ok(Some(Grid { headings, rows: rows.collect() }))
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
        self.elements.iter().map(|&cell| text(cell)).collect()
    }

    fn refuse_spans(&self) -> Result<(), ReadError> {
        let spans = |cell: &ElementRef<'a>| {
            let attributes = [cell.attr("rowspan"), cell.attr("colspan")];
            attributes.into_iter().flatten().any(|span| span.trim() != "1")
        };
        match self.elements.iter().find(|cell| spans(cell)) {
            Some(&cell) => Err(ReadError::Span { line: self.line, text: text(cell) }),
            None => Ok(()),
        }
    }
}

/// A cell's text as a browser shows it: blanks collapsed except in `<pre>`, a
/// new line for `<br>` and between blocks.
fn text(cell: ElementRef) -> String {
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
    /// How many elements deep in text that is kept as it is.
    kept: usize,
    has_kept: bool,
    /// How many elements deep in what is no text.
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

/// Writes its line into the tag of every cell.
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

/// `td` or `th` and what follows, where the tag's name ends there.
fn split_cell_tag(text: &str) -> Option<(&str, &str)> {
    let (tag, rest) = text.split_at_checked(2)?;
    let is_cell = tag.eq_ignore_ascii_case("td") || tag.eq_ignore_ascii_case("th");
    let ends = rest.starts_with(|next: char| next.is_ascii_whitespace() || "/>".contains(next));
    (is_cell && ends).then_some((tag, rest))
}
