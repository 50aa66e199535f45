//! Changes of the arguments of one `#[code(…)]`.

use std::ops::Range;

use jmessage_codes::Kind;

use super::gap::Gap;
use super::literal::in_form_of;
use crate::source::identifier::raw_identifier;
use crate::source::parse::code::{CodeAttribute, Place, TextLiteral};
use crate::source::parse::text::{Edit, Text};
use crate::visible;

/// An attribute, and the changes of its file so far.
pub(super) struct Arguments<'a> {
    pub(super) text: &'a Text,
    pub(super) code: &'a CodeAttribute,
    pub(super) edits: &'a mut Vec<Edit>,
}

impl Arguments<'_> {
    pub(super) fn set_message(&mut self, message: &str) {
        if let Some(literal) = self.code.texts.first() {
            self.replace(literal, message);
        }
    }

    pub(super) fn set_description(&mut self, description: &str) {
        match &self.code.texts[..] {
            [_, literal] => self.replace(literal, description),
            [message, ..] => {
                let message = self.code.arguments.iter().find(|each| each.range == message.range);
                if let Some(message) = message {
                    self.insert_after(message, &visible::literal(description));
                }
            }
            [] => {}
        }
    }

    fn replace(&mut self, literal: &TextLiteral, text: &str) {
        let before = self.text.get(literal.range.clone());
        let edit = Edit { range: literal.range.clone(), text: in_form_of(before, text) };
        self.edits.push(edit);
    }

    /// Removes the description if there is one.
    pub(super) fn remove_description(&mut self) {
        if let Some(literal) = self.code.texts.get(1) {
            self.remove(&literal.range);
        }
    }

    /// Sets a column to a text, or to another expression. An expression that is there, whose
    /// value only rustc knows, is a person's.
    pub(super) fn set_value(
        &mut self,
        column: &str,
        expression: &str,
        text: Option<&str>,
    ) -> Result<(), String> {
        let Some(value) = self.code.values.iter().find(|value| value.name == column) else {
            self.add(&format!("{} = {expression}", raw_identifier(column)));
            return Ok(());
        };
        if !value.is_literal {
            return Err("its value is an expression, which only you can change".to_owned());
        }
        let before = self.text.get(value.range.clone());
        let expression = match text {
            Some(text) => in_form_of(before, text),
            None => expression.to_owned(),
        };
        self.edits.push(Edit { range: value.range.clone(), text: expression });
        Ok(())
    }

    /// Sets the kind; that of a success is the flag `success`.
    pub(super) fn set_kind(&mut self, kind: Kind) {
        let code = self.code;
        let argument = match kind {
            Kind::Ok => Some("success".to_owned()),
            Kind::Unknown => None,
            kind => Some(format!("kind = {kind:?}")),
        };
        let mut old = code.success.iter().chain(code.kind.as_ref().map(|(_, range)| range));
        match (old.next(), argument) {
            (Some(range), Some(text)) => self.edits.push(Edit { range: range.clone(), text }),
            (Some(range), None) => self.remove(range),
            (None, Some(argument)) => self.add(&argument),
            (None, None) => {}
        }
        for range in old {
            self.remove(range);
        }
    }

    pub(super) fn retire(&mut self) {
        if self.code.retired.is_none() {
            self.add("retired");
        }
    }

    pub(super) fn list_again(&mut self) {
        if let Some(retired) = &self.code.retired {
            self.remove(retired);
        }
    }

    /// Adds an alias.
    pub(super) fn add_code(&mut self, literal: &str) {
        if let Some(last) = self.code.codes.last() {
            self.edits.push(Edit::insert(last.range.end, format!(" | {literal}")));
        }
    }

    /// Removes the alias with this number, and the bar before it.
    pub(super) fn remove_alias(&mut self, index: usize) {
        let Some([before, alias]) = self.code.codes.get(index..index + 2) else { return };
        let Some(bar) = alias.bar else { return };
        if self.text.get(before.range.end..alias.range.start).trim() == "|" {
            return self.edits.push(Edit::delete(before.range.end..alias.range.end));
        }
        self.edits.push(Edit::delete(bar..bar + 1));
        self.edits.push(Edit::delete(alias.range.clone()));
    }

    /// Adds an argument at the end.
    fn add(&mut self, argument: &str) {
        if let Some(last) = self.code.arguments.last() {
            self.insert_after(last, argument);
        }
    }

    /// Adds an argument after another, on a line of its own if the other has one.
    fn insert_after(&mut self, before: &Place, argument: &str) {
        let blanks = self.own_line(before).map(|start| self.text.get(start..before.range.start));
        let end = before.comma.map_or(before.range.end, |comma| comma + 1);
        if self.is_removed(&before.range) && self.comma_before(before).is_some() {
            let start = blanks.map_or(" ".to_owned(), |blanks| format!("\n{blanks}"));
            return self.edits.push(Edit::insert(end, format!("{start}{argument},")));
        }
        let Some(blanks) = blanks else {
            return self.edits.push(Edit::insert(before.range.end, format!(", {argument}")));
        };
        let line = format!("\n{blanks}{argument}");
        match (self.end_of_comments(end), before.comma) {
            (None, _) => self.edits.push(Edit::insert(before.range.end, format!(",{line}"))),
            (Some(line_end), Some(_)) => {
                self.edits.push(Edit::insert(line_end, format!("{line},")));
            }
            (Some(line_end), None) => {
                let comma = Edit::insert(end, ",");
                let is_first = !self.edits.contains(&comma);
                if is_first {
                    self.edits.push(comma);
                }
                let comma = if is_first { "" } else { "," };
                self.edits.push(Edit::insert(line_end, format!("{comma}{line}")));
            }
        }
    }

    /// Removes an argument that is not the first, and one comma: the one before it if no
    /// comment is there, otherwise the one after it.
    fn remove(&mut self, argument: &Range<usize>) {
        let arguments = &self.code.arguments;
        let Some(index) = arguments.iter().position(|each| each.range == *argument) else { return };
        let (before, after) = arguments.split_at(index);
        let kept = before.iter().rev().find(|each| !self.is_removed(&each.range));
        let start = kept.map_or(argument.start, |before| before.range.end);
        if self.text.get(start..argument.start).trim() == "," {
            return self.edits.push(Edit::delete(start..argument.end));
        }
        let is_followed = |edit: &Edit| edit.range == (argument.end..argument.end);
        let has_new = self.edits.iter().any(|edit| is_followed(edit) && edit.text.starts_with(','));
        let place = &after[0];
        let comma = if has_new { self.comma_before(place) } else { self.comma_after(after) };
        self.edits.extend(comma.map(|comma| Edit::delete(comma..comma + 1)));
        let range = self.with_line(place, comma).unwrap_or(argument.clone());
        self.edits.push(Edit::delete(range));
    }

    /// All of an argument's line with the line break before it, if nothing else is there but
    /// a comma that goes.
    fn with_line(&self, argument: &Place, comma: Option<usize>) -> Option<Range<usize>> {
        let start = self.own_line(argument)?.checked_sub(1)?;
        let end = argument.range.end;
        let line_end = self.text.line_end(end);
        let comma = comma.filter(|comma| (end..line_end).contains(comma));
        let rest = [end..comma.unwrap_or(end), comma.map_or(end, |comma| comma + 1)..line_end];
        let is_empty = rest.iter().all(|range| self.text.get(range.clone()).trim().is_empty());
        is_empty.then_some(start..comma.map_or(end, |comma| comma + 1))
    }

    /// The start of the argument's line, if it is the first thing there.
    fn own_line(&self, argument: &Place) -> Option<usize> {
        let start = self.text.line_start(argument.range.start);
        self.text.get(start..argument.range.start).trim().is_empty().then_some(start)
    }

    /// The end of the line, if the rest of it is a comment.
    fn end_of_comments(&self, place: usize) -> Option<usize> {
        let gap = Gap::new(self.text, place..self.code.end);
        gap.line_end().filter(|end| gap.has_comment(place..*end))
    }

    /// Whether an edit removes the range.
    fn is_removed(&self, range: &Range<usize>) -> bool {
        let covers = |edit: &Edit| edit.range.start <= range.start && range.end <= edit.range.end;
        self.edits.iter().any(|edit| edit.text.is_empty() && covers(edit))
    }

    /// The comma before an argument, if it stays.
    fn comma_before(&self, argument: &Place) -> Option<usize> {
        let is_before = |each: &&Place| each.range.end <= argument.range.start;
        for each in self.code.arguments.iter().rev().filter(is_before) {
            match each.comma.filter(|comma| !self.is_removed(&(*comma..comma + 1))) {
                None if self.is_removed(&each.range) => {}
                comma => return comma,
            }
        }
        None
    }

    /// The comma after the first of these arguments, if it stays.
    fn comma_after(&self, arguments: &[Place]) -> Option<usize> {
        let (first, rest) = arguments.split_first()?;
        let removed = rest.iter().take_while(|each| self.is_removed(&each.range));
        let commas = [first].into_iter().chain(removed).filter_map(|each| each.comma);
        commas.into_iter().find(|comma| !self.is_removed(&(*comma..comma + 1)))
    }
}
