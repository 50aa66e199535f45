//! The items of a document, and the text below them.

use std::collections::HashMap;

use super::block::{Block, OpenBlock};
use crate::read::finding::beginning;
use crate::read::grid::Room;
use crate::read::html::is_block;
use crate::read::roles::WrittenAs;
use crate::read::seen::{SeenThings, Thing};

/// What an [`Outliner`] found.
#[derive(Default)]
pub(super) struct Outline {
    pub(super) items: Vec<Item>,
    pub(super) groups: Vec<Group>,
    pub(super) blocks: Vec<Block>,
    /// The item that has each block; `None` above the first item.
    pub(super) owners: Vec<Option<usize>>,
    pub(super) seen: SeenThings,
}

/// Something that may begin with a code.
pub(super) struct Item {
    pub(super) offset: usize,
    pub(super) group: usize,
    /// The item that gets this text if this is not a row.
    pub(super) parent: Option<usize>,
    /// The index of its first block.
    pub(super) first: Option<usize>,
    /// Its number in a numbered list, as the document writes it.
    pub(super) number: Option<String>,
}

/// Items that may be the rows of one list.
pub(super) struct Group {
    pub(super) written_as: WrittenAs,
    /// The nearest heading above.
    pub(super) title: Option<String>,
}

/// What the items of a group have in common.
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
    /// The headings above, each of a lower level than the one before.
    headings: Vec<Heading>,
    /// Whether the text here is that of the last heading.
    is_in_heading: bool,
    /// The last paragraph below the last heading that is an item.
    paragraph: Option<usize>,
    /// The number of open sections.
    sections: usize,
    /// For each level, the number of headings of higher levels; for 0, that of all.
    runs: [usize; 7],
    /// The element whose text belongs to no item, and how often it is open.
    skipped: Option<(String, usize)>,
}

struct Heading {
    level: usize,
    item: usize,
    title: String,
    /// The number of sections that it is in.
    sections: usize,
}

enum Open {
    List {
        number: usize,
        depth: usize,
        /// The item that gets the text between its items.
        owner: Option<usize>,
        /// The number of the next item, if they are numbered, and what is added for the one after.
        next: Option<(i64, i64)>,
    },
    Item(usize),
}

/// Elements whose text belongs to no item.
const SKIPPED: [&str; 10] =
    ["table", "nav", "footer", "script", "style", "svg", "iframe", "textarea", "title", "select"];

/// Elements whose headings say nothing about what follows them.
const SECTIONS: [&str; 3] = ["section", "article", "main"];

impl<'l> Outliner<'l> {
    pub(super) fn new(room: &'l Room) -> Self {
        let (outline, keys, block, open, lists, headings) = Default::default();
        let (is_in_heading, paragraph, sections, runs, skipped) = Default::default();
        Self {
            room,
            outline,
            keys,
            block,
            open,
            lists,
            headings,
            is_in_heading,
            paragraph,
            sections,
            runs,
            skipped,
        }
    }

    pub(super) fn open(&mut self, element: &str, offset: usize) {
        if self.skipped.is_none() {
            self.see(element, offset);
        }
        if let Some((skipped, count)) = &mut self.skipped {
            *count += usize::from(skipped == element);
        } else if SKIPPED.contains(&element) {
            self.end_block();
            self.skipped = Some((element.to_owned(), 1));
        } else if let Some(level) = level(element) {
            self.begin_heading(level, offset);
        } else if is_list(element) {
            self.begin_list();
        } else if matches!(element, "li" | "dt") {
            self.begin_item(element, offset);
        } else if element == "pre" {
            self.end_block();
            self.block.open(element);
        } else if is_block(element) {
            self.end_block();
            self.sections += usize::from(SECTIONS.contains(&element));
            if element == "summary" {
                // It is a title, like a paragraph in bold.
                self.block.open("strong");
            }
        } else {
            self.block.open(element);
        }
    }

    fn see(&mut self, element: &str, offset: usize) {
        let thing = match element {
            "pre" => Thing::Code,
            "img" => Thing::Image,
            "script" => Thing::Script,
            _ if is_list(element) && self.open.is_empty() => Thing::List,
            _ if level(element).is_some() => Thing::Heading,
            _ => return,
        };
        self.outline.seen.add(thing, offset);
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
        } else if is_block(element) || element == "pre" {
            if element == "summary" {
                self.block.close("strong");
            }
            self.end_block();
            if SECTIONS.contains(&element) {
                self.end_section();
            }
        } else {
            self.block.close(element);
        }
    }

    /// Adds text that has no markup and no entities.
    pub(super) fn push(&mut self, text: &str, offset: usize) {
        if self.skipped.is_none() {
            self.block.push(text, offset);
        }
    }

    /// Ends a line of Markdown, which counts as a blank.
    pub(super) fn end_line(&mut self, offset: usize) {
        if self.skipped.is_none() {
            self.block.end_line();
            self.block.push(" ", offset);
        }
    }

    /// A link begins here.
    pub(super) fn link(&mut self, target: &str) {
        // Pages have links from each heading to itself.
        if self.skipped.is_none() && !target.is_empty() && !target.starts_with('#') {
            self.room.take(1, target.len());
            self.block.link(target);
        }
    }

    /// The list that was opened last is numbered from here on.
    pub(super) fn number_list(&mut self, first: i64, step: i64) {
        if let Some(Open::List { next, .. }) = self.open.last_mut() {
            *next = Some((first, step));
        }
    }

    /// The item that was opened last has this number.
    pub(super) fn number_item(&mut self, written: &str) {
        let [.., Open::List { next: Some((next, step)), .. }, Open::Item(item)] =
            self.open.as_mut_slice()
        else {
            return;
        };
        if let (Ok(number), Some(item)) =
            (written.parse::<i64>(), self.outline.items.get_mut(*item))
        {
            *next = number.saturating_add(*step);
            item.number = Some(written.to_owned());
        }
    }

    /// Ends an element that is never closed.
    pub(super) fn end_skipped(&mut self) {
        self.skipped = None;
    }

    pub(super) fn finish(mut self) -> Outline {
        self.end_block();
        self.outline
    }

    fn begin_heading(&mut self, level: usize, offset: usize) {
        self.end_block();
        self.open.clear();
        self.paragraph = None;
        self.headings.retain(|heading| heading.level < level);
        let lower = level + 1..;
        self.runs.get_mut(lower).into_iter().flatten().for_each(|run| *run += 1);
        let run = self.runs.get(level).copied().unwrap_or_default();
        let item = self.item(Key::Headings(level, run), WrittenAs::Headings, offset);
        if let Some(all) = self.runs.first_mut() {
            *all += 1;
        }
        let (title, sections) = (String::new(), self.sections);
        self.headings.push(Heading { level, item, title, sections });
        self.is_in_heading = true;
    }

    fn end_heading(&mut self) {
        self.end_block();
        if std::mem::take(&mut self.is_in_heading) {
            // The next block is not the text of a heading without text.
            self.headings.pop();
        }
    }

    /// What follows a section is not below its headings.
    fn end_section(&mut self) {
        self.sections = self.sections.saturating_sub(1);
        let open = self.sections;
        let headings = self.headings.len();
        self.headings.retain(|heading| heading.sections <= open);
        if self.headings.len() < headings {
            self.paragraph = None;
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
        self.open.push(Open::List { number, depth, owner, next: None });
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
        let next = match self.open.last() {
            Some(Open::List { next: Some((next, _)), .. }) => Some(next.to_string()),
            _ => None,
        };
        self.open.push(Open::Item(item));
        if let Some(number) = next {
            self.number_item(&number);
        }
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
            None => self.paragraph.or(self.heading()),
        }
    }

    fn heading(&self) -> Option<usize> {
        self.headings.last().map(|heading| heading.item)
    }

    fn item(&mut self, key: Key, written_as: WrittenAs, offset: usize) -> usize {
        let groups = &mut self.outline.groups;
        let title = || self.headings.last().map(|heading| heading.title.clone());
        let group = *self.keys.entry(key).or_insert_with(|| {
            groups.push(Group { written_as, title: title() });
            groups.len() - 1
        });
        let is_paragraph = matches!(key, Key::Paragraphs(_));
        let parent = if is_paragraph { self.heading() } else { self.owner() };
        self.room.take_finding(0);
        self.outline.items.push(Item { offset, group, parent, first: None, number: None });
        self.outline.items.len() - 1
    }

    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        let is_paragraph = self.open.is_empty() && !self.is_in_heading;
        for block in block.finish(is_paragraph) {
            self.add_block(block, is_paragraph);
        }
    }

    fn add_block(&mut self, block: Block, is_paragraph: bool) {
        self.room.take(2 + block.spans.len(), block.text.len());
        if is_paragraph && !block.is_code {
            self.outline.seen.add(Thing::Paragraph, block.offset);
        }
        if is_paragraph && block.may_be_item() {
            let run = self.runs.first().copied().unwrap_or_default();
            self.paragraph =
                Some(self.item(Key::Paragraphs(run), WrittenAs::Paragraphs, block.offset));
        }
        let owner = self.owner();
        if let Some(item) = owner.and_then(|owner| self.outline.items.get_mut(owner)) {
            item.first.get_or_insert(self.outline.blocks.len());
        }
        if std::mem::take(&mut self.is_in_heading)
            && let Some(heading) = self.headings.last_mut()
        {
            heading.title = beginning(block.text.trim_end_matches(['¶', '\u{200b}', ' ', '\n']));
        }
        self.outline.blocks.push(block);
        self.outline.owners.push(owner);
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
