//! The items of a document, and the text below them.

use std::collections::HashMap;

use crate::read::finding::beginning;
use crate::read::grid::Room;
use crate::read::html::{Text, is_block};
use crate::read::pattern::is_named_code;
use crate::read::roles::WrittenAs;

/// What an [`Outliner`] found.
#[derive(Default)]
pub(super) struct Outline {
    pub(super) items: Vec<Item>,
    pub(super) groups: Vec<Group>,
    pub(super) blocks: Vec<Block>,
}

/// Something that may begin with a code.
pub(super) struct Item {
    pub(super) offset: usize,
    pub(super) group: usize,
    /// The item that gets this text if this is not a row.
    pub(super) parent: Option<usize>,
    /// The index of its first block.
    pub(super) first: Option<usize>,
    /// Whether a table or code is below it, with which its text ends.
    is_closed: bool,
}

/// Items that may be the rows of one list.
pub(super) struct Group {
    pub(super) written_as: WrittenAs,
    /// The nearest heading above.
    pub(super) title: Option<String>,
}

/// The text between two places where a block begins or ends.
pub(super) struct Block {
    pub(super) owner: usize,
    pub(super) text: String,
    /// The end of the bold or code text with which the block begins.
    pub(super) mark: Option<usize>,
    /// Where the first line ends.
    pub(super) first_line: usize,
}

/// The key that the items of a group share.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    /// The level, and the number of higher headings above.
    Headings(usize, usize),
    /// The outermost list, and how deep in it the items are.
    List(usize, usize, WrittenAs),
    /// The number of headings above.
    Paragraphs(usize),
}

/// Follows the elements of HTML, or their equivalents in Markdown.
pub(super) struct Outliner<'l> {
    room: &'l Room,
    outline: Outline,
    /// The group of each key.
    keys: HashMap<Key, usize>,
    block: OpenBlock,
    /// The open lists and their items.
    open: Vec<Open>,
    /// The number of lists that are in no other.
    lists: usize,
    /// The last heading.
    heading: Option<usize>,
    /// The last paragraph below it that is an item.
    paragraph: Option<usize>,
    /// The headings above, each with its level.
    titles: Vec<(usize, String)>,
    /// For each level, the number of headings of higher levels; for 0, that of all.
    runs: [usize; 7],
    /// The element whose text belongs to no item, and how often it is open.
    skipped: Option<(String, usize)>,
}

#[derive(Default)]
struct OpenBlock {
    text: Text,
    /// The offset of the text.
    start: Option<usize>,
    /// The number of open marks with which the text begins.
    marks: usize,
    mark: Option<usize>,
    first_line: Option<usize>,
}

enum Open {
    List {
        number: usize,
        depth: usize,
        /// The item that gets the text between its items.
        owner: Option<usize>,
    },
    Item(usize),
}

/// Elements whose text belongs to no item.
const SKIPPED: [&str; 10] =
    ["table", "pre", "nav", "script", "style", "svg", "iframe", "textarea", "title", "select"];

/// Elements with which writers mark a code.
const MARKS: [&str; 6] = ["b", "strong", "code", "tt", "kbd", "samp"];

impl<'l> Outliner<'l> {
    pub(super) fn new(room: &'l Room) -> Self {
        let (outline, keys, block, open, lists) = Default::default();
        let (heading, paragraph, titles, runs, skipped) = Default::default();
        Self { room, outline, keys, block, open, lists, heading, paragraph, titles, runs, skipped }
    }

    pub(super) fn open(&mut self, element: &str, offset: usize) {
        if let Some((skipped, count)) = &mut self.skipped {
            *count += usize::from(skipped == element);
        } else if SKIPPED.contains(&element) {
            self.skip(element);
        } else if let Some(level) = level(element) {
            self.begin_heading(level, offset);
        } else if is_list(element) {
            self.begin_list();
        } else if matches!(element, "li" | "dt") {
            self.begin_item(element, offset);
        } else if element == "br" {
            self.end_line(offset);
            self.block.text.open(element);
        } else if is_block(element) {
            self.end_block();
        } else if MARKS.contains(&element) && self.block.is_marked_so_far() {
            self.block.marks += 1;
        } else {
            self.block.text.open(element);
        }
    }

    pub(super) fn close(&mut self, element: &str) {
        if let Some((skipped, count)) = &mut self.skipped {
            *count -= usize::from(skipped == element);
            if *count == 0 {
                self.skipped = None;
            }
        } else if level(element).is_some() {
            self.end_heading();
        } else if is_list(element) {
            self.end_item();
            self.open.pop();
        } else if is_block(element) {
            self.end_block();
        } else if MARKS.contains(&element) && self.block.marks > 0 {
            self.block.end_mark();
        } else {
            self.block.text.close(element);
        }
    }

    /// Adds text that has no markup and no entities.
    pub(super) fn push(&mut self, text: &str, offset: usize) {
        if self.skipped.is_none() {
            let blanks = text.len() - text.trim_start().len();
            if blanks < text.len() {
                self.block.start.get_or_insert(offset + blanks);
            }
            self.block.text.push(text);
        }
    }

    /// Ends a line of Markdown, which counts as a blank.
    pub(super) fn end_line(&mut self, offset: usize) {
        if self.skipped.is_none() && self.block.start.is_some() {
            let end = self.block.text.len();
            self.block.first_line.get_or_insert(end);
        }
        self.push(" ", offset);
    }

    /// Ends an element that is never closed.
    pub(super) fn end_skipped(&mut self) {
        self.skipped = None;
    }

    pub(super) fn finish(mut self) -> Outline {
        self.end_block();
        self.outline
    }

    /// The text of an item ends at a table and at code.
    fn skip(&mut self, element: &str) {
        self.end_block();
        if matches!(element, "table" | "pre")
            && let Some(owner) = self.owner()
            && let Some(item) = self.outline.items.get_mut(owner)
        {
            item.is_closed = true;
        }
        self.skipped = Some((element.to_owned(), 1));
    }

    fn begin_heading(&mut self, level: usize, offset: usize) {
        self.end_block();
        self.open.clear();
        self.paragraph = None;
        self.heading = None;
        self.titles.retain(|(above, _)| *above < level);
        let lower = level + 1..;
        self.runs.get_mut(lower).into_iter().flatten().for_each(|run| *run += 1);
        let run = self.runs.get(level).copied().unwrap_or_default();
        let item = self.item(Key::Headings(level, run), WrittenAs::Headings, offset);
        if let Some(all) = self.runs.first_mut() {
            *all += 1;
        }
        self.titles.push((level, String::new()));
        self.heading = Some(item);
    }

    fn end_heading(&mut self) {
        self.end_block();
        let item = self.heading.and_then(|heading| self.outline.items.get_mut(heading));
        if let Some(item) = item {
            // The next block is not the text of a heading without text.
            item.is_closed |= item.first.is_none();
        }
    }

    fn begin_list(&mut self) {
        self.end_block();
        let owner = self.owner();
        let (number, depth) = if let Some((number, depth)) = self.list() {
            (number, depth + 1)
        } else {
            self.lists += 1;
            (self.lists, 0)
        };
        self.open.push(Open::List { number, depth, owner });
    }

    /// The number of the outermost open list, and how deep the innermost is in it.
    fn list(&self) -> Option<(usize, usize)> {
        self.open.iter().rev().take(2).find_map(|open| match open {
            Open::List { number, depth, .. } => Some((*number, *depth)),
            Open::Item(_) => None,
        })
    }

    fn begin_item(&mut self, element: &str, offset: usize) {
        self.end_item();
        let written_as = if element == "li" { WrittenAs::List } else { WrittenAs::Definitions };
        let (number, depth) = self.list().unwrap_or((self.lists, 0));
        let item = self.item(Key::List(number, depth, written_as), written_as, offset);
        self.open.push(Open::Item(item));
    }

    fn end_item(&mut self) {
        self.end_block();
        self.open.pop_if(|open| matches!(open, Open::Item(_)));
    }

    /// The item that gets the text here.
    fn owner(&self) -> Option<usize> {
        match self.open.last() {
            Some(Open::Item(item)) => Some(*item),
            Some(Open::List { owner, .. }) => *owner,
            None => self.paragraph.or(self.heading),
        }
    }

    fn item(&mut self, key: Key, written_as: WrittenAs, offset: usize) -> usize {
        let groups = &mut self.outline.groups;
        let title = || self.titles.last().map(|(_, title)| title.clone());
        let group = *self.keys.entry(key).or_insert_with(|| {
            groups.push(Group { written_as, title: title() });
            groups.len() - 1
        });
        let parent = match self.open.last() {
            Some(Open::Item(item)) => Some(*item),
            Some(Open::List { owner, .. }) => *owner,
            None if matches!(key, Key::Paragraphs(_)) => self.heading,
            None => None,
        };
        self.room.take_finding(0);
        self.outline.items.push(Item { offset, group, parent, first: None, is_closed: false });
        self.outline.items.len() - 1
    }

    fn end_block(&mut self) {
        let OpenBlock { text, start, mark, first_line, .. } = std::mem::take(&mut self.block);
        let text = text.finish();
        let Some(start) = start.filter(|_| !text.is_empty()) else { return };
        self.room.take(2, text.len());
        let is_item = mark.is_some() || is_named_code(&text);
        if is_item && self.open.is_empty() && !self.is_in_heading() {
            let run = self.runs.first().copied().unwrap_or_default();
            self.paragraph = Some(self.item(Key::Paragraphs(run), WrittenAs::Paragraphs, start));
        }
        let Some(owner) = self.owner() else { return };
        let Some(item) = self.outline.items.get_mut(owner).filter(|item| !item.is_closed) else {
            return;
        };
        let index = self.outline.blocks.len();
        if item.first.is_none() {
            item.first = Some(index);
            if let Some((_, title)) = self.titles.last_mut().filter(|_| self.heading == Some(owner))
            {
                *title = beginning(text.trim_end_matches(['¶', '\u{200b}', ' ', '\n']));
            }
        }
        let first_line = first_line.unwrap_or(text.len());
        self.outline.blocks.push(Block { owner, text, mark, first_line });
    }

    /// Whether the text here belongs to a heading.
    fn is_in_heading(&self) -> bool {
        let heading = self.heading.and_then(|heading| self.outline.items.get(heading));
        heading.is_some_and(|heading| heading.first.is_none() && !heading.is_closed)
    }
}

impl OpenBlock {
    /// Whether all text so far is in marks.
    fn is_marked_so_far(&self) -> bool {
        self.text.len() == 0 || self.marks > 0
    }

    fn end_mark(&mut self) {
        self.marks -= 1;
        if self.text.len() > 0 {
            self.mark.get_or_insert(self.text.len());
        }
    }
}

fn is_list(element: &str) -> bool {
    matches!(element, "ul" | "ol" | "dl" | "menu")
}

/// The level of a heading.
fn level(element: &str) -> Option<usize> {
    let level = element.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}
