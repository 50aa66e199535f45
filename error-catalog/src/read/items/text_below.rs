//! The texts below the beginnings of rows.

use std::collections::{HashMap, HashSet};

use super::block::Block;
use super::outline::Outline;
use crate::read::finding::first_characters;
use crate::read::headings::plain;
use crate::read::roles::WrittenAs;

/// A block below the beginning of a row.
#[derive(Clone, Copy)]
pub(super) struct BlockBelow<'o> {
    pub(super) block: &'o Block,
    /// The text of the first heading between the row and the block, if there is one.
    heading: Option<&'o str>,
    /// Whether the block is that heading.
    is_heading: bool,
}

/// What an item is below.
#[derive(Clone, Copy, Default)]
struct Above {
    row: Option<usize>,
    /// The first heading between them.
    heading: Option<usize>,
}

/// The row that each item is below, or is itself.
fn above(outline: &Outline, is_row: impl Fn(usize) -> bool) -> Vec<Above> {
    let mut all: Vec<Above> = Vec::new();
    for (index, item) in outline.items.iter().enumerate() {
        let Above { row, heading } =
            item.parent.and_then(|parent| all.get(parent).copied()).unwrap_or_default();
        let group = outline.groups.get(item.group);
        let is_heading = group.is_some_and(|group| group.written_as == WrittenAs::Headings);
        all.push(if is_row(index) {
            Above { row: Some(index), heading: None }
        } else {
            Above { row, heading: heading.or(is_heading.then_some(index)) }
        });
    }
    all
}

/// The parts of each row, by its item.
#[derive(Default)]
pub(super) struct Below<'o> {
    parts: HashMap<usize, Vec<BlockBelow<'o>>>,
    /// The items that have the parts of another.
    shared: HashMap<usize, usize>,
    /// The blocks that belong to no row.
    outside: Vec<&'o Block>,
    /// The other blocks, and whether each has the beginning of its row.
    inside: Vec<(&'o Block, bool)>,
}

impl<'o> Below<'o> {
    /// What is below a doubtful row is also below the sure one that has it.
    pub(super) fn new(
        outline: &'o Outline,
        sure: &HashSet<usize>,
        doubtful: &HashSet<usize>,
    ) -> Self {
        let above_sure = above(outline, |item| sure.contains(&item));
        let above_any = above(outline, |item| sure.contains(&item) || doubtful.contains(&item));
        let first = |item: usize| outline.items.get(item).and_then(|item| item.first);
        let text = |item: usize| Some(outline.blocks.get(first(item)?)?.text.as_str());
        let mut below = Self::default();
        for (index, (block, owner)) in outline.blocks.iter().zip(&outline.owners).enumerate() {
            let of = |above: &[Above]| above.get((*owner)?).copied().filter(|it| it.row.is_some());
            let nearest = of(&above_any);
            let further = of(&above_sure).filter(|it| Some(it.row) != nearest.map(|it| it.row));
            match nearest.and_then(|nearest| nearest.row) {
                Some(row) => below.inside.push((block, first(row) == Some(index))),
                None => below.outside.push(block),
            }
            for Above { row, heading } in nearest.into_iter().chain(further) {
                if let Some(row) = row.filter(|row| first(*row) != Some(index)) {
                    let is_heading = heading.is_some_and(|heading| first(heading) == Some(index));
                    let part = BlockBelow { block, heading: heading.and_then(text), is_heading };
                    below.parts.entry(row).or_default().push(part);
                }
            }
        }
        below
    }

    /// The blocks that belong to no row.
    pub(super) fn outside(&self) -> &[&'o Block] {
        &self.outside
    }

    /// The blocks of rows, and whether each has the beginning of its row.
    pub(super) fn inside(&self) -> &[(&'o Block, bool)] {
        &self.inside
    }

    /// Gives definitions without a text the text of the next one, as in `<dt>1<dt>2<dd>text`.
    pub(super) fn share(&mut self, items: &[usize]) {
        for (item, next) in items.iter().rev().skip(1).zip(items.iter().rev()) {
            if !self.parts.contains_key(item) {
                let with_text = self.shared.get(next).copied().unwrap_or(*next);
                self.shared.insert(*item, with_text);
            }
        }
    }

    pub(super) fn of(&self, item: usize) -> &[BlockBelow<'o>] {
        let item = self.shared.get(&item).copied().unwrap_or(item);
        self.parts.get(&item).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The headings that most rows of a list have below them, such as "Cause" and "Solution".
#[derive(Default)]
pub(super) struct Columns {
    pub(super) headings: Vec<String>,
    /// The index of each, by its form.
    places: HashMap<String, usize>,
}

impl Columns {
    pub(super) fn of(items: &[usize], below: &Below<'_>) -> Self {
        let mut rows: HashMap<String, usize> = HashMap::new();
        let headings = |item: &usize| below.of(*item).iter().filter(|part| part.is_heading);
        for item in items {
            let forms: HashSet<String> = headings(item).filter_map(BlockBelow::form).collect();
            for form in forms {
                *rows.entry(form).or_default() += 1;
            }
        }
        let mut columns = Self::default();
        for part in items.iter().flat_map(headings) {
            let form = part.form().filter(|form| {
                let rows = rows.get(form).copied().unwrap_or_default();
                rows > 1 && rows * 2 > items.len() && !columns.places.contains_key(form)
            });
            if let Some(form) = form {
                columns.places.insert(form, columns.headings.len());
                columns.headings.push(trim(&part.block.text).to_owned());
            }
        }
        columns
    }

    /// The column that has the text of a part. `None` if the description has it.
    pub(super) fn place(&self, part: &BlockBelow<'_>) -> Option<usize> {
        self.places.get(&part.form()?).copied()
    }

    /// The part's text, unless it is the heading of a column.
    pub(super) fn text<'o>(&self, part: &BlockBelow<'o>) -> Option<&'o str> {
        let is_column = part.is_heading && self.place(part).is_some();
        (!is_column).then(|| part.block.text.trim_end_matches(['¶', '\u{200b}', ' ']))
    }
}

impl BlockBelow<'_> {
    /// The heading, in the form in which headings are compared.
    fn form(&self) -> Option<String> {
        let heading =
            self.heading.filter(|heading| first_characters(heading).len() == heading.len());
        heading.map(plain).filter(|form| !form.is_empty())
    }
}

/// A heading without the marks of generated pages after it.
fn trim(heading: &str) -> &str {
    heading.trim_end_matches(['¶', '#', '\u{200b}', ' ', '\n', ':', '：'])
}
