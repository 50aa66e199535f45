//! What a document without a table has instead.

use std::collections::BTreeMap;
use std::fmt;

/// What a document has outside of tables: how many of each, and where the first is.
#[derive(Clone, Debug, Default)]
pub(super) struct SeenThings(BTreeMap<Thing, (usize, usize)>);

/// Where codes may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    Heading,
    List,
    Paragraph,
    Code,
    Image,
    Script,
    /// What looks like a row of a table, but is in none.
    Row,
    /// A table in a code block, a comment or a hidden sheet.
    Hidden,
}

impl SeenThings {
    pub(super) fn add(&mut self, thing: Thing, place: usize) {
        self.0.entry(thing).or_insert((0, place)).0 += 1;
    }

    /// The same with the lines instead of the places.
    pub(super) fn in_lines(self, line: impl Fn(usize) -> usize) -> Self {
        let counts = self.0.into_iter();
        Self(counts.map(|(thing, (count, place))| (thing, (count, line(place)))).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What to do to have a table read.
    pub(super) fn advice(&self) -> &'static str {
        let has = |thing| self.0.contains_key(&thing);
        let has_structure = [Thing::Heading, Thing::List, Thing::Code].into_iter().any(has);
        if has(Thing::Hidden) {
            "such a table is not read; show it, or copy it to a separate document"
        } else if has(Thing::Row) {
            "a table of Markdown begins with headings and a row such as | --- | --- |, one of HTML \
             with <table>; or say with --regex what a row looks like"
        } else if has(Thing::Script) && !has_structure {
            "scripts write its text in a browser; save the page from there"
        } else if has(Thing::Image) && !has_structure {
            "no image is read: write the text that it shows, or say with --regex what a row looks \
             like"
        } else if has_structure || has(Thing::Paragraph) {
            "none of it begins with codes of one pattern; say with --regex what a row looks like"
        } else {
            "pass its --format, or read its lines with --regex"
        }
    }
}

/// `2 lists from line 3 on and an image in line 9`.
impl fmt::Display for SeenThings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.0.len().saturating_sub(1);
        for (index, (thing, (count, line))) in self.0.iter().enumerate() {
            formatter.write_str(match index {
                0 => "",
                _ if index == last => " and ",
                _ => ", ",
            })?;
            let (one, many) = thing.words();
            match count {
                1 => write!(formatter, "{one} in line {line}")?,
                _ => write!(formatter, "{count} {many} from line {line} on")?,
            }
        }
        Ok(())
    }
}

impl Thing {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Heading => ("a heading", "headings"),
            Self::List => ("a list", "lists"),
            Self::Paragraph => ("a paragraph", "paragraphs"),
            Self::Code => ("a code block", "code blocks"),
            Self::Image => ("an image", "images"),
            Self::Script => ("a script", "scripts"),
            Self::Row => ("what looks like a row", "lines that look like rows"),
            Self::Hidden => ("a hidden table", "hidden tables"),
        }
    }
}
