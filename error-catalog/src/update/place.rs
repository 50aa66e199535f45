//! The places of new variants, and the changes of the source there.

use std::ops::Range;

use super::gap::Gap;
use crate::source::parse::SourceEnum;
use crate::source::parse::source_text::{Edit, SourceText};
use crate::source::parse::variant::SourceVariant;
use crate::source::write_variant::Layout;

/// The variants of an enum, and the text of its file.
pub(super) struct Places<'a> {
    pub(super) text: &'a SourceText,
    pub(super) source: &'a SourceEnum,
    /// `after[n]` is how many variants a new one has to come after, if it should come after `n`.
    after: Vec<usize>,
}

/// How a new variant is written.
pub(super) struct VariantStyle {
    pub(super) indentation: String,
    pub(super) layout: Layout,
    /// Whether there is an empty line between two variants.
    is_spaced: bool,
    /// Whether a variant begins a line, apart from comments.
    is_on_line: bool,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a SourceText, source: &'a SourceEnum) -> Self {
        let mut places = Self { text, source, after: Vec::new() };
        places.after = places.all_after();
        places
    }

    fn variants(&self) -> &'a [SourceVariant] {
        &self.source.variants
    }

    fn all_after(&self) -> Vec<usize> {
        let variants = self.variants();
        let mut all: Vec<usize> = (0..=variants.len()).collect();
        if self.has_discriminants() {
            // After those that are counted from the variant before.
            let is_counted =
                |variant: &SourceVariant| !variant.has_discriminant() && !variant.code.is_other;
            let mut next = variants.len();
            for (variant, place) in variants.iter().zip(&mut all).rev() {
                next = if is_counted(variant) { next } else { *place };
                *place = next;
            }
        }
        all
    }

    /// How many variants a new one has to come after, if it should come after this many: no
    /// discriminant before `other` that is written or is a code may change.
    pub(super) fn after(&self, variants: usize) -> usize {
        self.after.get(variants).copied().unwrap_or(variants)
    }

    /// Whether the variant can be deleted without changing a code of the next ones.
    pub(super) fn can_go(&self, variant: usize) -> bool {
        self.after(variant + 1) == variant + 1
    }

    pub(super) fn has_discriminants(&self) -> bool {
        self.variants().iter().any(SourceVariant::has_discriminant)
    }

    /// The number of variants before a new one at the end: `other` stays the last.
    pub(super) fn end(&self) -> usize {
        let variants = self.variants();
        variants.iter().rposition(|variant| !variant.code.is_other).map_or(0, |last| last + 1)
    }

    /// The style of the variant before, or else of the one after.
    pub(super) fn style(&self, before: usize) -> VariantStyle {
        let Some(variant) = self.variants().get(before.saturating_sub(1)) else {
            return VariantStyle {
                indentation: self.usual_indentation(),
                layout: Layout::IMPORT,
                is_spaced: false,
                is_on_line: true,
            };
        };
        let line = self.gap_before(variant).line_start();
        let attributes = self.text.get(variant.range.start..variant.place);
        let has_name_line = self.text.get(variant.code.end..variant.place).contains('\n');
        VariantStyle {
            layout: Layout {
                has_comment: line.is_some() && !variant.comments.is_empty(),
                has_alias: attributes.contains("#[doc(alias"),
                is_one_line: line.is_none() || !has_name_line,
            },
            is_spaced: self.is_spaced(variant),
            is_on_line: line.is_some(),
            indentation: self.indentation(line.unwrap_or(variant.range.start)),
        }
    }

    /// The blanks at the start of a line in the enum.
    fn indentation(&self, place: usize) -> String {
        let start = self.text.line_start(place);
        if start < self.source.body.start {
            return self.usual_indentation();
        }
        blanks(self.text.get(start..self.source.body.end)).to_owned()
    }

    /// One step deeper than the enum.
    fn usual_indentation(&self) -> String {
        let start = self.text.line_start(self.source.body.start);
        format!("{}    ", blanks(self.text.get(start..self.source.body.start)))
    }

    /// Whether there is an empty line between the variant and the next, or else the one before.
    fn is_spaced(&self, variant: &SourceVariant) -> bool {
        let gap = match self.next(variant) {
            Some(next) => variant.range.end..next.range.start,
            None => self.start_of_gap(variant)..variant.range.start,
        };
        is_empty_lines(self.text.get(gap))
    }

    /// The next variant. Two in a row can be one with different attributes.
    fn next(&self, variant: &SourceVariant) -> Option<&'a SourceVariant> {
        let next = self.variants().partition_point(|each| each.range.start < variant.range.end);
        self.variants().get(next)
    }

    /// The end of what is before the variant: its comma, or the brace.
    fn start_of_gap(&self, variant: &SourceVariant) -> usize {
        let place = self.variants().partition_point(|each| each.range.start < variant.range.start);
        let before = place.checked_sub(1).and_then(|before| self.variants().get(before));
        before.map_or(self.source.body.start, end_of)
    }

    fn gap_before(&self, variant: &SourceVariant) -> Gap<'a> {
        Gap::new(self.text, self.start_of_gap(variant)..variant.range.start)
    }

    fn gap_after(&self, variant: &SourceVariant) -> Gap<'a> {
        let next = self.next(variant).map_or(self.source.body.end, |next| next.range.start);
        Gap::new(self.text, end_of(variant)..next)
    }

    /// The changes that put lines after this many variants.
    pub(super) fn insert(
        &self,
        before: usize,
        style: &VariantStyle,
        lines: &[String],
    ) -> Vec<Edit> {
        let variants = self.variants();
        let last = before.checked_sub(1).and_then(|last| variants.get(last));
        match (last, variants.get(before)) {
            (Some(last), _) => self.insert_after(last, style, lines),
            (None, Some(first)) => vec![self.insert_before(first, style, lines)],
            (None, None) => vec![self.fill(style, lines)],
        }
    }

    fn insert_after(
        &self,
        last: &SourceVariant,
        style: &VariantStyle,
        lines: &[String],
    ) -> Vec<Edit> {
        let mut edits = Vec::new();
        let end = end_of(last);
        if last.comma.is_none() {
            edits.push(Edit::insert(end, ","));
        }
        let block = style.block(lines, true);
        edits.push(match self.gap_after(last).line_end() {
            Some(line_end) => Edit::insert(line_end + 1, block),
            None if style.is_on_line => {
                Edit::insert(end, format!("\n{}", block.trim_end_matches('\n')))
            }
            None => Edit::insert(end, format!(" {}", lines.join(" "))),
        });
        edits
    }

    /// Above the comments of the first variant, which may be on its line.
    fn insert_before(&self, first: &SourceVariant, style: &VariantStyle, lines: &[String]) -> Edit {
        let start = self.source.body.start;
        if let Some(line) = self.gap_before(first).above_comments() {
            return Edit::insert(line, style.block(lines, false));
        }
        let has_blank = self.text.get(start..first.range.start).starts_with([' ', '\t']);
        let space = if has_blank { "" } else { " " };
        Edit::insert(start, format!(" {}{space}", lines.join(" ")))
    }

    /// Writes the first variants of an enum.
    fn fill(&self, style: &VariantStyle, lines: &[String]) -> Edit {
        let body = self.source.body.clone();
        let block = style.block(lines, true);
        let last = self.text.line_start(body.end);
        if last > body.start && self.text.get(last..body.end).trim().is_empty() {
            return Edit::insert(last, block);
        }
        let text = self.text.get(body.clone());
        let blanks = text.len() - text.trim_end_matches([' ', '\t']).len();
        let base = style.indentation.strip_suffix("    ").unwrap_or_default();
        Edit { range: body.end - blanks..body.end, text: format!("\n{block}{base}") }
    }

    /// The range of a variant: its lines with the comment after it, or its part of a line.
    pub(super) fn range_of(&self, variant: &SourceVariant) -> Range<usize> {
        let end = end_of(variant);
        let gap = self.gap_after(variant);
        let before = self.text.get(self.source.body.start..variant.range.start);
        let blanks = before.len() - before.trim_end_matches([' ', '\t']).len();
        let line_start = variant.range.start - blanks;
        let has_own_start = self.text.line_start(variant.range.start) == line_start;
        match gap.line_end() {
            Some(line_end) if has_own_start && !gap.has_long_comment(end..line_end) => {
                line_start..self.without_empty_line(line_start, line_end + 1)
            }
            Some(line_end) if !has_own_start && !gap.has_comment(end..line_end) => {
                line_start..line_end
            }
            _ => {
                let rest = self.text.get(end..self.source.body.end);
                let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
                variant.range.start..end + blanks
            }
        }
    }

    /// The range of a comment up to the end of its line: the whole line, if nothing else is on
    /// it.
    pub(super) fn range_of_comment(&self, comment: &Range<usize>) -> Range<usize> {
        let start = self.text.line_start(comment.start);
        let is_alone = self.text.get(start..comment.start).trim().is_empty();
        if is_alone { start..self.text.line_end(comment.end) + 1 } else { comment.clone() }
    }

    /// The end of some lines, and of the empty line after them if one is before them.
    fn without_empty_line(&self, start: usize, next: usize) -> usize {
        let before = self.text.get(self.source.body.start..start);
        let end = self.text.line_end(next);
        let is_empty = next < self.source.body.end && self.text.get(next..end).trim().is_empty();
        if before.ends_with("\n\n") && is_empty { end + 1 } else { next }
    }
}

/// The end of the variant and its comma.
fn end_of(variant: &SourceVariant) -> usize {
    variant.comma.map_or(variant.range.end, |comma| comma + 1)
}

/// The blanks that a text begins with.
fn blanks(text: &str) -> &str {
    text.get(..text.len() - text.trim_start_matches([' ', '\t']).len()).unwrap_or_default()
}

/// Whether there are only empty lines between the first line and the last.
fn is_empty_lines(text: &str) -> bool {
    let lines: Vec<&str> = text.split('\n').collect();
    let between = lines.get(1..lines.len() - 1).unwrap_or_default();
    !between.is_empty() && between.iter().all(|line| line.trim().is_empty())
}

impl VariantStyle {
    /// Lines, each variant with its line break.
    fn block(&self, variants: &[String], is_after: bool) -> String {
        let space = if self.is_spaced { "\n" } else { "" };
        let mut block = String::new();
        for variant in variants {
            if is_after {
                block.push_str(space);
            }
            for line in variant.lines() {
                // The arguments of a long attribute have lines of their own.
                let argument =
                    line.strip_prefix("    ").filter(|_| self.indentation.ends_with('\t'));
                block.push_str(&self.indentation);
                block.push_str(argument.map_or("", |_| "\t"));
                block.push_str(argument.unwrap_or(line));
                block.push('\n');
            }
            if !is_after {
                block.push_str(space);
            }
        }
        block
    }
}
