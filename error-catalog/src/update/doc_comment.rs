//! Doc comments: one that import wrote changes with the texts, any other stays.

use std::ops::Range;

use super::arguments::Arguments;
use crate::compare::own_description;
use crate::source::doc_comment::{description, escaped, with_code};
use crate::source::parse::text::{Edit, Text};
use crate::source::parse::variant::SourceVariant;
use crate::table::Row;

/// The doc comment of a variant whose texts change.
pub(super) struct DocComment<'a> {
    variant: &'a SourceVariant,
    /// The code at its beginning.
    code: &'a str,
}

impl<'a> DocComment<'a> {
    /// `None` if it is not what import wrote for the row.
    pub(super) fn imported(text: &'a Text, variant: &'a SourceVariant, old: &Row) -> Option<Self> {
        let [range] = &variant.comments[..] else { return None };
        let comment = text.get(range.clone()).strip_prefix("///")?.trim();
        let (code, _) = comment.strip_prefix('`')?.split_once('`')?;
        // Import writes a description in the attribute too.
        let described = variant.code.texts.get(1).map(|literal| literal.text.as_str());
        let shown = described.unwrap_or(&old.message);
        let is_imported = comment == with_code(code, &escaped(shown));
        is_imported.then_some(Self { variant, code })
    }

    /// Whether the derive reads the message in the comment, for a row without description.
    pub(super) fn is_message(&self, row: &Row) -> bool {
        let comment = with_code(self.code, &escaped(&row.message));
        description(&comment, self.code) == row.message
    }

    /// The change to what import writes for the new row.
    pub(super) fn edit(&self, new: &Row) -> Vec<Edit> {
        let text = format!(
            "/// {}",
            with_code(self.code, &escaped(own_description(new).unwrap_or(&new.message)))
        );
        let edit = |range: &Range<usize>| Edit { range: range.clone(), text: text.clone() };
        self.variant.comments.iter().map(edit).collect()
    }
}

/// Keeps a description that is the message again: without it, the doc comment would be the
/// description.
pub(super) fn keep_message(
    arguments: &mut Arguments<'_>,
    comment: Option<&DocComment<'_>>,
    old: &Row,
    new: &Row,
) {
    let is_again = match &arguments.code.texts[..] {
        [_, literal] => literal.text == old.message,
        _ => comment.is_some_and(|comment| !comment.is_message(new)),
    };
    if own_description(new).is_none() && is_again && old.message != new.message {
        arguments.set_description(&new.message);
    }
}
