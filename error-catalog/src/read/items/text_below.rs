//! The texts below the beginnings of rows.

use std::collections::{HashMap, HashSet};

use super::block::Block;
use super::outline::Outline;
use crate::read::finding::first_characters;
use crate::read::headings::{self, plain};
use crate::read::roles::{Role, WrittenAs};
use crate::table::Field;

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

    /// Whether an item has the parts of another.
    fn is_shared(&self, item: usize) -> bool {
        self.shared.contains_key(&item)
    }

    pub(super) fn of(&self, item: usize) -> &[BlockBelow<'o>] {
        let item = self.shared.get(&item).copied().unwrap_or(item);
        self.parts.get(&item).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The columns that every list can have.
pub(super) const FIELDS: [Field; 4] =
    [Field::Code, Field::Name, Field::Message, Field::Description];

/// Each row has a cell for each column, so there is a limit. Further ones are in the descriptions.
const MOST_COLUMNS: usize = 100;

/// The headings that most rows of a list have below them, such as "Cause" and "Solution", and the
/// labels that most have in their texts.
#[derive(Default)]
pub(super) struct Columns {
    pub(super) headings: Vec<String>,
    /// The index of each, by its form.
    places: HashMap<String, usize>,
}

/// The item of a row, and its text after the code, with its place in the block.
pub(super) type RowText<'o> = (usize, Option<(&'o Block, usize)>);

impl Columns {
    /// The columns that most rows of a list have, or most of all: the same heading is a column in
    /// each list.
    pub(super) fn of(lists: &[Vec<RowText<'_>>], below: &Below<'_>) -> Self {
        let mut columns = Self::default();
        for rows in lists.iter().chain([&lists.concat()]) {
            // Texts that many rows share count once, so that this takes linear time.
            let rows = rows.iter().filter(|(item, _)| !below.is_shared(*item));
            let rows: Vec<_> = rows.copied().collect();
            let headings = |(item, _): &RowText<'_>| {
                let parts = below.of(*item).iter().filter(|part| part.is_heading);
                let parts = parts.filter(|part| part.form().is_some());
                parts.map(|part| trim(&part.block.text).to_owned()).collect()
            };
            for heading in of_most(&rows, headings) {
                columns.add(heading);
            }
            let labels = of_most(&rows, |row| labels_of(row, below));
            if labels.iter().any(|label| headings::is_any(label)) {
                for label in labels {
                    columns.add(label);
                }
            }
        }
        columns
    }

    fn add(&mut self, heading: String) {
        let form = plain(&heading);
        let field = FIELDS.iter().position(|field| plain(field.heading()) == form);
        let next = FIELDS.len() + self.headings.len();
        // A row has a code already.
        if field == Some(0) || field.is_none() && self.headings.len() == MOST_COLUMNS {
            return;
        }
        if *self.places.entry(form).or_insert(field.unwrap_or(next)) == next {
            self.headings.push(heading);
        }
    }

    /// Whether a column has short texts, such as messages and names.
    pub(super) fn is_short(&self, column: usize) -> bool {
        let heading = column.checked_sub(FIELDS.len()).and_then(|place| self.headings.get(place));
        heading.map_or(column < FIELDS.len() - 1, |heading| {
            [Role::Code, Role::Message, Role::Name]
                .iter()
                .any(|role| headings::is_known(headings::known(*role), heading))
        })
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

    /// The text of a part, cut at its labels.
    pub(super) fn cut_below<'o>(&self, part: &BlockBelow<'o>) -> Vec<(Option<usize>, &'o str)> {
        if part.heading.is_some() || part.block.is_code {
            return Vec::new();
        }
        self.cut(part.block, 0, false)
    }

    /// The text of a block from a place on, cut at the labels that are columns, each part with its
    /// column. Empty if there are none.
    pub(super) fn cut<'o>(
        &self,
        block: &'o Block,
        start: usize,
        has_code: bool,
    ) -> Vec<(Option<usize>, &'o str)> {
        if self.places.is_empty() {
            return Vec::new();
        }
        let labels = block.labels(start, has_code).into_iter();
        let labels = labels.filter_map(|it| Some((*self.places.get(&plain(it.name))?, it)));
        let labels: Vec<_> = labels.collect();
        let Some((_, first)) = labels.first() else { return Vec::new() };
        let text = |from: usize, to: usize| {
            let text = block.text.get(from..to).unwrap_or_default();
            text.trim().trim_end_matches([';', '；'])
        };
        let mut parts = vec![(None, text(start, first.start))];
        let ends = labels.iter().skip(1).map(|(_, label)| label.start);
        for ((column, label), end) in labels.iter().zip(ends.chain([block.text.len()])) {
            parts.push((Some(*column), text(label.end, end)));
        }
        parts
    }
}

/// The headings or labels that most rows have, in their order.
fn of_most(rows: &[RowText<'_>], headings: impl Fn(&RowText<'_>) -> Vec<String>) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut all = Vec::new();
    for row in rows {
        let mut seen = HashSet::new();
        for heading in headings(row) {
            let form = plain(&heading);
            if !form.is_empty() && seen.insert(form.clone()) {
                *counts.entry(form.clone()).or_insert_with(|| {
                    all.push((form, heading));
                    0
                }) += 1;
            }
        }
    }
    let count = |form: &String| counts.get(form).copied().unwrap_or_default();
    all.retain(|(form, _)| count(form) > 1 && count(form) * 2 > rows.len());
    all.into_iter().map(|(_, heading)| heading).collect()
}

/// The labels in the texts of a row.
fn labels_of((item, text): &RowText<'_>, below: &Below<'_>) -> Vec<String> {
    let own = text.iter().flat_map(|(block, start)| block.labels(*start, true));
    let parts = below.of(*item).iter();
    let parts = parts.filter(|part| part.heading.is_none() && !part.block.is_code);
    let labels = own.chain(parts.flat_map(|part| part.block.labels(0, false)));
    labels.map(|label| label.name.to_owned()).collect()
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
