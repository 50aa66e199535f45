//! Changes of the arguments of one `#[code(…)]`.

use std::ops::Range;

use jmessage_codes::Kind;

use super::literal::in_form_of;
use crate::source::identifier::raw_identifier;
use crate::source::parse::code::{CodeAttribute, TextLiteral};
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
            [message, ..] => self.insert_behind(&message.range, &visible::literal(description)),
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

    /// Removes the alias with this number.
    pub(super) fn remove_alias(&mut self, index: usize) {
        if let Some([before, alias]) = self.code.codes.get(index..index + 2) {
            self.edits.push(Edit::delete(before.range.end..alias.range.end));
        }
    }

    /// Adds an argument at the end.
    fn add(&mut self, argument: &str) {
        if let Some(last) = self.code.arguments.last() {
            self.insert_behind(last, argument);
        }
    }

    /// Adds an argument behind another, on a line of its own if the other has one.
    fn insert_behind(&mut self, before: &Range<usize>, argument: &str) {
        let start = self.text.line_start(before.start);
        let blanks = self.text.get(start..before.start);
        let has_own_line = blanks.trim().is_empty();
        let separator = if has_own_line { format!(",\n{blanks}") } else { ", ".to_owned() };
        self.edits.push(Edit::insert(before.end, format!("{separator}{argument}")));
    }

    /// Removes an argument that is not the first, with the comma before it; with the one
    /// behind it if there is a comment before it.
    fn remove(&mut self, argument: &Range<usize>) {
        let arguments = &self.code.arguments;
        let before = arguments.iter().rev().find(|each| each.end <= argument.start);
        let start = before.map_or(argument.start, |before| before.end);
        if self.text.get(start..argument.start).trim() == "," {
            return self.edits.push(Edit::delete(start..argument.end));
        }
        let behind = self.text.get(argument.end..self.code.end);
        let comma = behind.len() - behind.trim_start().len();
        let end = if behind.trim_start().starts_with(',') { comma + 1 } else { 0 };
        self.edits.push(Edit::delete(argument.start..argument.end + end));
    }
}
