//! Where new variants go, and how the source is changed there.

use std::ops::Range;

use crate::source::parse::SourceEnum;
use crate::source::parse::code::Written;
use crate::source::parse::text::{Edit, Text};
use crate::source::parse::variant::SourceVariant;
use crate::source::variant::Layout;

/// The variants of an enum, and the text of its file.
pub(super) struct Places<'a> {
    pub(super) text: &'a Text,
    pub(super) source: &'a SourceEnum,
    /// For each number of variants, how many have to be before a new one.
    behind: Vec<usize>,
}

/// How a new variant is written.
pub(super) struct Style {
    pub(super) indentation: String,
    pub(super) layout: Layout,
    /// Whether an empty line is between two variants.
    is_spaced: bool,
    /// Whether a variant begins a line.
    is_on_line: bool,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a Text, source: &'a SourceEnum) -> Self {
        let mut places = Self { text, source, behind: Vec::new() };
        places.behind = places.all_behind();
        places
    }

    fn variants(&self) -> &'a [SourceVariant] {
        &self.source.variants
    }

    fn all_behind(&self) -> Vec<usize> {
        let variants = self.variants();
        let mut all: Vec<usize> = (0..=variants.len()).collect();
        if self.has_discriminants() {
            // Behind those that are counted from the variant before.
            let is_counted =
                |variant: &SourceVariant| !variant.has_discriminant() && !variant.code.is_other;
            let mut next = variants.len();
            for (variant, place) in variants.iter().zip(&mut all).rev() {
                next = if is_counted(variant) { next } else { *place };
                *place = next;
            }
            return all;
        }
        let takes_it = |variant: &SourceVariant| {
            variant.code.codes.iter().any(|code| matches!(code.code, Written::Discriminant))
        };
        let last = variants.iter().rposition(takes_it).map_or(0, |last| last + 1);
        for place in &mut all {
            *place = last.max(*place);
        }
        all
    }

    /// The number of variants before a new one that should be behind this many, so that
    /// no discriminant before `other` changes which is written or which is a code.
    pub(super) fn behind(&self, variants: usize) -> usize {
        self.behind.get(variants).copied().unwrap_or(variants)
    }

    /// Whether the variant can go without changing a code of the next ones.
    pub(super) fn can_go(&self, variant: usize) -> bool {
        self.behind(variant + 1) == variant + 1
    }

    pub(super) fn has_discriminants(&self) -> bool {
        self.variants().iter().any(SourceVariant::has_discriminant)
    }

    /// The number of variants before a new one at the end: `other` stays the last.
    pub(super) fn end(&self) -> usize {
        let variants = self.variants();
        variants.iter().rposition(|variant| !variant.code.is_other).map_or(0, |last| last + 1)
    }

    /// The style of the variant before, or else of the one behind.
    pub(super) fn style(&self, before: usize) -> Style {
        let place = before.saturating_sub(1);
        let Some(variant) = self.variants().get(place) else {
            let blanks = self.text.line_start(self.source.body.start);
            let line = self.text.get(blanks..self.source.body.start);
            let blanks = line.len() - line.trim_start().len();
            let indentation = format!("{}    ", line.get(..blanks).unwrap_or_default());
            let layout = Layout::IMPORT;
            return Style { indentation, layout, is_spaced: false, is_on_line: true };
        };
        let start = self.text.line_start(variant.range.start);
        let indentation = self.text.get(start..variant.range.start);
        let gap = match self.variants().get(place + 1) {
            Some(next) => variant.range.end..next.range.start,
            None => self.start_of_gap(place)..variant.range.start,
        };
        let is_on_line = indentation.trim().is_empty();
        let attributes = variant.range.start..variant.place;
        Style {
            layout: Layout {
                has_comment: is_on_line && !variant.comments.is_empty(),
                has_alias: self.text.get(attributes).contains("#[doc(alias"),
                is_one_line: !self.text.get(variant.code.end..variant.place).contains('\n'),
            },
            is_spaced: is_empty_lines(self.text.get(gap)),
            is_on_line,
            indentation: indentation.to_owned(),
        }
    }

    fn start_of_gap(&self, variant: usize) -> usize {
        let before = variant.checked_sub(1).and_then(|before| self.variants().get(before));
        before.map_or(self.source.body.start, |before| before.range.end)
    }

    /// The changes that put lines behind so many variants.
    pub(super) fn insert(&self, before: usize, style: &Style, lines: &[String]) -> Vec<Edit> {
        let variants = self.variants();
        let last = before.checked_sub(1).and_then(|last| variants.get(last));
        match (last, variants.get(before)) {
            (Some(last), _) => self.insert_behind(last, style, lines),
            (None, Some(first)) => vec![self.insert_before(first, style, lines)],
            (None, None) => vec![self.fill(style, lines)],
        }
    }

    fn insert_behind(&self, last: &SourceVariant, style: &Style, lines: &[String]) -> Vec<Edit> {
        let mut edits = Vec::new();
        let end = last.comma.map_or(last.range.end, |comma| comma + 1);
        if last.comma.is_none() {
            edits.push(Edit::insert(end, ","));
        }
        edits.push(match self.next_line(end) {
            Some(next) => Edit::insert(next, style.block(lines, true)),
            None if style.is_on_line => {
                Edit::insert(end, format!("\n{}", style.block(lines, true).trim_end_matches('\n')))
            }
            None => Edit::insert(end, format!(" {}", lines.join(" "))),
        });
        edits
    }

    fn insert_before(&self, first: &SourceVariant, style: &Style, lines: &[String]) -> Edit {
        if style.is_on_line {
            let start = self.above_comments(self.text.line_start(first.range.start));
            return Edit::insert(start, style.block(lines, false));
        }
        Edit::insert(first.range.start, format!("{} ", lines.join(" ")))
    }

    /// The start of the first of the comments right above a line.
    fn above_comments(&self, line: usize) -> usize {
        let body = self.text.get(self.source.body.start..line);
        // The first line has the brace.
        let lines = body.split_once('\n').map_or("", |(_, lines)| lines).lines().rev();
        let comments = lines.take_while(|line| is_comment(line.trim()));
        line - comments.map(|line| line.len() + 1).sum::<usize>()
    }

    /// Writes the first variants of an enum.
    fn fill(&self, style: &Style, lines: &[String]) -> Edit {
        let body = self.text.get(self.source.body.clone());
        let end = self.source.body.end;
        let blanks = body.len() - body.trim_end_matches([' ', '\t']).len();
        let block = style.block(lines, true);
        if body.contains('\n') {
            return Edit::insert(end - blanks, block);
        }
        let base = style.indentation.strip_suffix("    ").unwrap_or_default();
        Edit { range: end - blanks..end, text: format!("\n{block}{base}") }
    }

    /// The start of the next line, if only a comment is on this one behind the place.
    fn next_line(&self, place: usize) -> Option<usize> {
        let end = self.text.line_end(place);
        let rest = self.text.get(place..end).trim();
        (rest.is_empty() || is_comment(rest)).then_some(end + 1)
    }

    /// What a variant takes: its lines, or its part of one.
    pub(super) fn range_of(&self, variant: &SourceVariant) -> Range<usize> {
        let end = variant.comma.map_or(variant.range.end, |comma| comma + 1);
        let start = self.text.line_start(variant.range.start);
        let has_own_start = self.text.get(start..variant.range.start).trim().is_empty();
        match self.next_line(end) {
            Some(next) if has_own_start => start..self.without_empty_line(start, next),
            Some(next) => {
                let before = self.text.get(start..variant.range.start);
                start + before.trim_end().len()..next - 1
            }
            None => {
                let rest = self.text.get(end..self.source.body.end);
                let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
                variant.range.start..end + blanks
            }
        }
    }

    /// The end of some lines, and of the empty line behind them if one is before them.
    fn without_empty_line(&self, start: usize, next: usize) -> usize {
        let before = self.text.get(self.source.body.start..start);
        let end = self.text.line_end(next);
        let is_empty = next < self.source.body.end && self.text.get(next..end).trim().is_empty();
        if before.ends_with("\n\n") && is_empty { end + 1 } else { next }
    }
}

/// Whether all of the text is one comment, and not a doc comment of what follows.
fn is_comment(text: &str) -> bool {
    let closed = text.strip_prefix("/*").map(|rest| rest.find("*/") == rest.len().checked_sub(2));
    let is_doc = text.starts_with("///") || text.starts_with("/**");
    !is_doc && (text.starts_with("//") || closed == Some(true))
}

/// Whether only empty lines are between the first line and the last.
fn is_empty_lines(text: &str) -> bool {
    let lines: Vec<&str> = text.split('\n').collect();
    let between = lines.get(1..lines.len() - 1).unwrap_or_default();
    !between.is_empty() && between.iter().all(|line| line.trim().is_empty())
}

impl Style {
    /// Lines, each variant with its line break.
    fn block(&self, variants: &[String], is_behind: bool) -> String {
        let space = if self.is_spaced { "\n" } else { "" };
        let mut block = String::new();
        for variant in variants {
            if is_behind {
                block.push_str(space);
            }
            for line in variant.lines() {
                block.push_str(&self.indentation);
                block.push_str(line);
                block.push('\n');
            }
            if !is_behind {
                block.push_str(space);
            }
        }
        block
    }
}
