//! The rows of a list.

use super::beginning::Beginning;
use super::block::Block;
use super::code_token::STRUCK;
use super::text_below::{BlockBelow, Columns, FIELDS};
use crate::read::finding::first_characters;
use crate::read::grid::{Grid, GridRow, Input};
use crate::read::pattern::is_several;
use crate::read::problem::Problem;

const MESSAGE: usize = 2;
const DESCRIPTION: usize = 3;

/// The cells of a row under [`FIELDS`] and the columns.
pub(super) struct Cells {
    pub(super) texts: Vec<String>,
    /// Where the first link of each leads, with its column.
    links: Vec<(usize, String)>,
}

impl Cells {
    pub(super) fn of(
        first: Option<&Block>,
        code: Option<&Beginning<'_>>,
        below: &[BlockBelow<'_>],
        columns: &Columns,
    ) -> Self {
        let text = first.map_or("", |block| &block.text);
        let (code, name, rest) =
            code.map_or(("", "", text), |code| (code.code, code.name, code.rest));
        let cut = first.map(|block| columns.cut(block, place(rest, block), true));
        let cut = cut.unwrap_or_default();
        let rest = cut.first().map_or(rest, |(_, text)| text);
        let message = if rest.is_empty() { name } else { rest };
        let [code_cell, message_cell] = unstruck(code, message);
        let texts = [code_cell, name.to_owned(), message_cell, String::new()].into_iter();
        let texts = texts.chain(columns.headings.iter().map(|_| String::new())).collect();
        let mut cells = Self { texts, links: Vec::new() };
        let end = text.find(code).unwrap_or_default() + code.len();
        for (place, target) in first.into_iter().flat_map(|block| &block.links) {
            cells.link(if *place < end { 0 } else { MESSAGE }, target);
        }
        let needs_message = message.is_empty() && cut.is_empty();
        let label = cells.fill(cut.get(1..).unwrap_or_default(), MESSAGE);
        cells.add_below(below, columns, needs_message, label);
        cells
    }

    /// Adds the texts below the beginning of a row. The first is the message, if that is
    /// empty.
    fn add_below(
        &mut self,
        below: &[BlockBelow<'_>],
        columns: &Columns,
        needs_message: bool,
        mut label: Option<usize>,
    ) {
        for part in below {
            let is_first = needs_message && self.is_empty(MESSAGE);
            let other = if is_first { MESSAGE } else { DESCRIPTION };
            let cut = columns.cut_below(part);
            let column = match columns.place(part) {
                Some(column) => column,
                // A text without a label belongs to the label before, unless that has short texts.
                None => label.filter(|column| !columns.is_short(*column)).unwrap_or(other),
            };
            if cut.is_empty() {
                if let Some(text) = columns.text(part) {
                    self.add(column, text);
                }
            } else {
                label = self.fill(&cut, column);
            }
            part.block.links.iter().for_each(|(_, target)| self.link(column, target));
        }
    }

    /// Adds texts to their columns, and those without a label to another. Returns the column of the
    /// last text, if it has a label.
    fn fill(&mut self, cut: &[(Option<usize>, &str)], other: usize) -> Option<usize> {
        cut.iter().filter(|(column, text)| column.is_some() || !text.is_empty()).fold(
            None,
            |_, (column, text)| {
                self.add(column.unwrap_or(other), text);
                *column
            },
        )
    }

    fn is_empty(&self, column: usize) -> bool {
        self.texts.get(column).is_none_or(String::is_empty)
    }

    /// Adds lines to a cell.
    fn add(&mut self, column: usize, text: &str) {
        if let Some(cell) = self.texts.get_mut(column).filter(|_| !text.is_empty()) {
            if !cell.is_empty() {
                cell.push('\n');
            }
            cell.push_str(text);
        }
    }

    fn link(&mut self, column: usize, target: &str) {
        if self.links.iter().all(|(other, _)| *other != column) {
            self.links.push((column, target.to_owned()));
        }
    }
}

/// The place of a part of a block's text.
pub(super) fn place(part: &str, block: &Block) -> usize {
    let place = part.as_ptr().addr().checked_sub(block.text.as_ptr().addr());
    place.filter(|place| place + part.len() <= block.text.len()).unwrap_or(block.text.len())
}

/// A code and its text. If both are struck out at once, only the code stays so.
fn unstruck(code: &str, text: &str) -> [String; 2] {
    if code.starts_with(STRUCK) && !code.ends_with(STRUCK) {
        [code.to_owned() + STRUCK, text.replacen(STRUCK, "", 1)]
    } else {
        [code, text].map(str::to_owned)
    }
}

/// The rows of a list, each with its offset.
pub(super) type ListCells = Vec<(usize, Cells)>;

/// Which of [`FIELDS`] any list has. If lists also have columns, each keeps these fields, so that
/// a column has the same meaning in all.
pub(super) fn fields_of_all<'c>(
    lists: impl Iterator<Item = &'c ListCells>,
    columns: &Columns,
) -> [bool; FIELDS.len()] {
    let mut fields = [false; FIELDS.len()];
    let rows = lists.flatten().filter(|_| !columns.headings.is_empty());
    for (_, cells) in rows {
        for (field, has) in fields.iter_mut().enumerate() {
            *has |= !cells.is_empty(field);
        }
    }
    fields
}

/// The rows without the columns that have no text. Some fields are kept anyway.
pub(super) fn grid<'a>(
    input: &Input<'a, '_>,
    title: Option<String>,
    columns: &Columns,
    fields: &[bool],
    rows: ListCells,
) -> Grid<'a> {
    let mut headings: Vec<String> = FIELDS.map(|field| field.heading().to_owned()).into();
    headings.extend_from_slice(&columns.headings);
    let has_text = |column: usize| rows.iter().any(|(_, cells)| !cells.is_empty(column));
    // If the headings have only the code, a column may have the message.
    let needs_message = !(FIELDS.len()..headings.len()).any(has_text);
    let is_kept = |column: usize| {
        column == 0
            || column == MESSAGE && needs_message
            || fields.get(column).is_some_and(|has| *has)
            || has_text(column)
    };
    let kept: Vec<usize> = (0..headings.len()).filter(|column| is_kept(*column)).collect();
    let only = |texts: &mut Vec<String>| -> Vec<String> {
        let texts = kept.iter().map(|column| texts.get_mut(*column).map(std::mem::take));
        texts.map(Option::unwrap_or_default).collect()
    };
    let headings = only(&mut headings);
    let rows = rows.into_iter().map(|(offset, mut cells)| {
        let source = input.text.get(begin_of_markup(input.text, offset)..).unwrap_or_default();
        let line = first_characters(source).lines().next();
        let code = cells.texts.first().map_or("", String::as_str);
        let problem = is_several(code).then_some(Problem::SeveralCodes);
        let links = cells
            .links
            .into_iter()
            .filter_map(|(column, target)| Some((kept.binary_search(&column).ok()?, target)));
        let links = links.collect();
        let row = GridRow::new(input.lines.at(offset), line.map(str::trim), only(&mut cells.texts));
        GridRow { problem, links, ..row }
    });
    let rows: Vec<GridRow<'a>> = rows.collect();
    Grid { line: rows.first().map_or(1, |row| row.line), title, headings, rows }
}

/// Where the markup in front of a text begins, such as `**` and `<p><b>`.
fn begin_of_markup(text: &str, offset: usize) -> usize {
    const MARKS: [char; 6] = ['*', '_', '`', '~', '[', '!'];
    const LONGEST_TAG: usize = 100;
    let Some((mut before, after)) = text.split_at_checked(offset) else { return offset };
    // The items of a list begin with their own.
    if after.starts_with('<') {
        return offset;
    }
    loop {
        before = before.trim_end_matches(MARKS);
        if !before.ends_with('>') {
            return before.len();
        }
        let mut inner = before.char_indices().rev().take(LONGEST_TAG).skip(1);
        let begin = inner.find(|(_, letter)| matches!(letter, '<' | '>'));
        match begin.and_then(|(at, _)| before.split_at_checked(at)) {
            Some((outside, tag)) if tag.starts_with('<') && !tag.starts_with("</") => {
                before = outside;
            }
            _ => return before.len(),
        }
    }
}
