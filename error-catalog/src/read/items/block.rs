//! The text between two places where a block begins or ends.

use std::ops::Range;

use super::code_token::CodeToken;
use super::labels::{Label, labels};
use super::name_token::NameToken;
use crate::read::headings;
use crate::read::html::Text;
use crate::read::pattern::{ends_with_code, is_named_code};

/// The text between two places where a block begins or ends.
pub(super) struct Block {
    /// Where the document has it.
    pub(super) offset: usize,
    pub(super) text: String,
    /// Where the text in bold or in code marks at the beginning of the block ends.
    pub(super) mark: Option<usize>,
    /// Whether that is one of code.
    pub(super) is_mark_of_code: bool,
    /// Where the first line ends.
    pub(super) first_line: usize,
    /// Where each further line begins, and where the document has it.
    further_lines: Vec<(usize, usize)>,
    /// Where links lead, each with the place of its text.
    pub(super) links: Vec<(usize, String)>,
    /// The short texts in code marks.
    pub(super) spans: Vec<Range<usize>>,
    pub(super) is_code: bool,
}

impl Block {
    /// Whether a paragraph may be an item.
    pub(super) fn may_be_item(&self) -> bool {
        let is_begun = || {
            CodeToken::read(&self.text).is_some_and(|code| code.begins_text())
                || NameToken::read(&self.text, None, false).is_some_and(|name| name.begins_text())
        };
        let ends = || self.text.len() <= LONGEST_NAME && ends_with_code(&self.text);
        let is_marked = || self.mark.is_some() && !self.begins_with_label();
        let is_code = || ends() || is_named_code(&self.text) || self.is_worded();
        !self.is_code && (is_marked() || is_code() || is_begun())
    }

    /// Whether the first line is only a code with the word for it, as in `Error code: 1001`.
    pub(super) fn is_worded(&self) -> bool {
        worded_code(self.text.get(..self.first_line).unwrap_or_default()).is_some()
    }

    /// Whether the text begins with a word for what follows it, such as `Cause: …`.
    fn begins_with_label(&self) -> bool {
        let first = self.labels(0, false).into_iter().next();
        first.is_some_and(|label| label.start == 0 && headings::is_text(label.name))
    }
}

impl Block {
    /// The short texts in code marks, each with the line that has it.
    pub(super) fn code_spans(&self) -> impl Iterator<Item = (usize, &str)> {
        self.spans.iter().filter_map(|span| {
            let ended = self.further_lines.partition_point(|(start, _)| *start <= span.start);
            Some((ended, self.text.get(span.clone())?.trim()))
        })
    }

    /// Where each line begins in the text.
    fn line_starts(&self) -> impl Iterator<Item = usize> + Clone {
        std::iter::once(0).chain(self.further_lines.iter().map(|(start, _)| *start))
    }

    /// The labels in its text from a place on.
    pub(super) fn labels(&self, start: usize, has_code: bool) -> Vec<Label<'_>> {
        labels(&self.text, self.line_starts(), start, has_code)
    }

    /// Each line of a paragraph, and where the document has it. In a block of code, the text is
    /// one such line.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let ends = self.further_lines.iter().map(|(start, _)| *start).chain([self.text.len()]);
        let starts = std::iter::once((0, self.offset)).chain(self.further_lines.iter().copied());
        starts.zip(ends).map(|((start, offset), end)| {
            (offset, self.text.get(start..end).unwrap_or_default().trim())
        })
    }
}

/// A longer paragraph that ends with a number in brackets is a sentence.
const LONGEST_NAME: usize = 40;

/// The code of a line that is only a code with the word for it, as in `Error code: 1001`.
pub(super) fn worded_code(line: &str) -> Option<&str> {
    let (word, code) = line.split_once([':', '：']).filter(|_| line.len() <= LONGEST_NAME)?;
    let code = CodeToken::read(code.trim()).filter(|code| code.after.is_empty())?;
    headings::is_code(word).then_some(code.code)
}

/// A block that may continue.
#[derive(Default)]
pub(super) struct OpenBlock {
    text: Text,
    /// Its lines that have text.
    lines: Vec<BlockLine>,
    /// Where the last line begins.
    start: usize,
    /// Whether that has text.
    has_line: bool,
    /// The number of marks that are open where it begins.
    marks: usize,
    /// Whether one of them is of code.
    is_mark_of_code: bool,
    links: Vec<(usize, String)>,
    /// Where the open text in code marks begins.
    code_start: Option<usize>,
    code_spans: Vec<Range<usize>>,
    is_code: bool,
}

struct BlockLine {
    start: usize,
    /// Where the document has it.
    offset: usize,
    mark: Option<usize>,
    is_mark_of_code: bool,
}

/// Elements that writers mark a code with.
const MARKS: [&str; 6] = ["b", "strong", "code", "tt", "kbd", "samp"];

fn is_of_code(element: &str) -> bool {
    MARKS.contains(&element) && !matches!(element, "b" | "strong")
}

/// A longer text in code marks is not a code.
const LONGEST_SPAN: usize = 24;

impl OpenBlock {
    pub(super) fn open(&mut self, element: &str) {
        if is_of_code(element) {
            self.code_start = Some(self.text.len());
        }
        if MARKS.contains(&element) && (self.marks > 0 || !self.has_line) {
            self.marks += 1;
            self.is_mark_of_code |= is_of_code(element);
        } else if element == "br" {
            if !self.lines.is_empty() {
                self.text.open(element);
            }
            self.end_line();
        } else {
            self.is_code |= element == "pre";
            self.text.open(element);
        }
    }

    pub(super) fn close(&mut self, element: &str) {
        let start = self.code_start.take_if(|_| is_of_code(element));
        let span = start.map(|start| start..self.text.len());
        self.code_spans.extend(span.filter(|span| span.len() <= LONGEST_SPAN));
        if MARKS.contains(&element) && self.marks > 0 {
            self.end_mark();
            self.marks -= 1;
        } else {
            self.text.close(element);
        }
    }

    pub(super) fn push(&mut self, text: &str, offset: usize) {
        let blanks = text.len() - text.trim_start().len();
        if blanks < text.len() && !self.has_line {
            self.has_line = true;
            let is_mark_of_code = self.is_mark_of_code;
            let offset = offset + blanks;
            self.lines.push(BlockLine { start: self.start, offset, mark: None, is_mark_of_code });
        }
        self.text.push(text);
    }

    pub(super) fn link(&mut self, target: &str) {
        self.links.push((self.text.len(), target.to_owned()));
    }

    pub(super) fn end_line(&mut self) {
        if self.marks > 0 {
            self.end_mark();
        }
        self.start = self.text.len();
        self.has_line = false;
        self.is_mark_of_code &= self.marks > 0;
    }

    fn end_mark(&mut self) {
        let end = self.text.len();
        if let Some(line) = self.lines.last_mut().filter(|_| self.has_line) {
            line.mark.get_or_insert(end);
        }
    }

    /// The block, or the parts of a paragraph in which most lines begin with a code.
    pub(super) fn finish(self, is_paragraph: bool) -> Vec<Block> {
        let Self { text, lines, links, code_spans, is_code, .. } = self;
        let lines = BlockText { text: text.finish(), all: lines, links, code_spans, is_code };
        let cuts = if is_paragraph && !is_code { lines.codes() } else { Vec::new() };
        let starts = std::iter::once(0).chain(cuts.iter().copied().filter(|cut| *cut > 0));
        let ends = cuts.iter().copied().filter(|cut| *cut > 0).chain([lines.all.len()]);
        starts.zip(ends).filter_map(|(start, end)| lines.block(start..end)).collect()
    }
}

/// The lines of a finished block.
struct BlockText {
    text: String,
    all: Vec<BlockLine>,
    links: Vec<(usize, String)>,
    code_spans: Vec<Range<usize>>,
    is_code: bool,
}

impl BlockText {
    fn start(&self, line: usize) -> usize {
        self.all.get(line).map_or(self.text.len(), |line| line.start)
    }

    fn text(&self, lines: Range<usize>) -> &str {
        self.text.get(self.start(lines.start)..self.start(lines.end)).unwrap_or_default()
    }

    /// The lines that begin with codes, if most do.
    fn codes(&self) -> Vec<usize> {
        let lines = self.all.iter().enumerate();
        let codes = lines.filter(|(index, line)| self.begins_code(*index, line));
        let codes: Vec<usize> = codes.map(|(index, _)| index).collect();
        let are_most = codes.len() > 1 && codes.len() * 2 >= self.all.len();
        if are_most { codes } else { Vec::new() }
    }

    fn begins_code(&self, index: usize, line: &BlockLine) -> bool {
        let all = self.text(index..index + 1);
        let text = all.trim_start();
        let start = line.start + all.len() - text.len();
        let mark = line.mark.map(|mark| mark.saturating_sub(start));
        let is_sure =
            |code: &CodeToken<'_>| mark.is_some() && (code.is_separated() || code.is_long());
        let is_code = CodeToken::read(text.trim_end())
            .is_some_and(|code| code.begins_text() || is_sure(&code));
        let name = || NameToken::read(text, mark, line.is_mark_of_code);
        is_code || name().is_some_and(|name| name.begins_text())
    }

    /// The text of some lines.
    fn block(&self, lines: Range<usize>) -> Option<Block> {
        let first = self.all.get(lines.start)?;
        let all = self.text(lines.clone());
        let text = if self.is_code { all } else { all.trim_start() };
        let start = first.start + all.len() - text.len();
        let text = text.trim_end();
        let place = |at: usize| at.saturating_sub(start).min(text.len());
        let end = self.start(lines.end);
        let after = |place: usize| self.links.partition_point(|(at, _)| *at < place);
        let is_last = lines.end == self.all.len();
        let targets = after(first.start)..if is_last { self.links.len() } else { after(end) };
        let targets = self.links.get(targets).unwrap_or_default().iter();
        let further = self.all.get(lines.start + 1..lines.end).unwrap_or_default().iter();
        let spans = self.code_spans.partition_point(|span| span.start < first.start)
            ..self.code_spans.partition_point(|span| span.start < end);
        let spans = self.code_spans.get(spans).unwrap_or_default().iter();
        (!text.is_empty()).then(|| Block {
            offset: first.offset,
            text: text.to_owned(),
            mark: first.mark.map(place),
            is_mark_of_code: first.is_mark_of_code,
            first_line: place(self.start(lines.start + 1)),
            further_lines: further.map(|line| (place(line.start), line.offset)).collect(),
            links: targets.map(|(at, target)| (place(*at), target.clone())).collect(),
            spans: spans.map(|span| place(span.start)..place(span.end)).collect(),
            is_code: self.is_code,
        })
    }
}
