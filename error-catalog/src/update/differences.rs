//! Where an enum in a source file differs from what an import would write today.

use crate::compare::{Change, Difference, own_description, reworded};
use crate::source::SourceEnum;
use crate::source::doc_comment;
use crate::source::parse::rows::is_code_of;
use crate::source::parse::variant::SourceVariant;
use crate::table::{Field, Row, Table};

/// The differences from the table that an import would write.
pub(super) fn differences(source: &SourceEnum, document: &Table) -> Vec<Difference> {
    let mut differences = document.compare_to(&source.documented());
    differences.retain(|difference| !is_described_by_hand(source, difference));
    if !document.has(Field::Description) && source.variants.iter().any(is_described_by_import) {
        let column = "description".to_owned();
        differences.insert(0, Difference::of_table(Change::ColumnRemoved { column }));
    }
    for difference in &mut differences {
        let own = difference.old_place.and_then(|place| source.variant(place)?.own.as_ref());
        difference.is_own = matches!(&difference.change, Change::Reworded { column, .. }
            if own.is_some_and(|own| own.texts.iter().any(|(name, _)| name == column)));
    }
    if differences.iter().any(|difference| difference.is_own) {
        // The document may say the same as the enum now.
        let rows = reworded(document, source.table());
        let is_reworded = |own: &Difference| {
            let row = own.old_place.and_then(|place| rows.get(place));
            row.is_some_and(|row| row.iter().any(|each| column(each) == column(own)))
        };
        differences.retain(|difference| !difference.is_own || is_reworded(difference));
    }
    for (place, row) in source.table().rows.iter().enumerate() {
        if source.variant(place).is_some_and(|variant| has_stale_comment(source, variant, row)) {
            differences.push(Difference {
                old: Some(row.clone()),
                old_place: Some(place),
                ..Difference::of_table(Change::CommentDiffers)
            });
        }
    }
    differences
}

/// The field that is reworded.
fn column(difference: &Difference) -> Option<&str> {
    match &difference.change {
        Change::Reworded { column, .. } => Some(column),
        _ => None,
    }
}

/// Whether a person described a row for which the document has no description.
pub(super) fn is_described_by_hand(source: &SourceEnum, difference: &Difference) -> bool {
    let (Some(place), Some(new)) = (difference.old_place, &difference.new) else { return false };
    let has_literal = source.variant(place).is_some_and(|variant| variant.code.texts.len() > 1);
    matches!(&difference.change, Change::Reworded { column, .. } if column == "description")
        && own_description(new).is_none()
        && !has_literal
}

/// Whether the description is one that an import wrote: in the attribute and in the comment.
fn is_described_by_import(variant: &SourceVariant) -> bool {
    let [message, description] = &variant.code.texts[..] else { return false };
    let own = variant.own.iter().flat_map(|own| &own.texts);
    let own = own.filter(|(name, _)| name == "message").map(|(_, text)| text);
    // It can equal the message, if the doc comment needs an escape.
    let mut messages = own.chain([&message.text]);
    messages.all(|message| message.trim() != description.text.trim())
        && variant.doc_lines().any(|comment| says(comment, &description.text))
}

/// Whether a doc comment is not the description, and no one has accepted that.
fn has_stale_comment(source: &SourceEnum, variant: &SourceVariant, row: &Row) -> bool {
    let mut own = variant.own.iter().flat_map(|own| &own.texts);
    comment_differs(source, variant, row) && !own.any(|(name, _)| name == "description")
}

/// Whether the doc comment begins with the row's own code but is not the description in the
/// attribute, to which it was once equal.
pub(super) fn comment_differs(source: &SourceEnum, variant: &SourceVariant, row: &Row) -> bool {
    let [_, description] = &variant.code.texts[..] else { return false };
    let begins_with_code = |comment: &str| {
        let code = comment.strip_prefix('`').and_then(|rest| rest.split_once('`'));
        code.is_some_and(|(code, _)| is_code_of(code, &row.code, source.code_type()))
    };
    variant.doc_lines().any(begins_with_code)
        && !variant.doc_lines().any(|comment| says(comment, &description.text))
}

/// Whether a doc comment that begins with a code is a description.
fn says(comment: &str, description: &str) -> bool {
    let plain =
        |text: &str| text.replace('\\', "").split_whitespace().collect::<Vec<_>>().join(" ");
    let rest = comment.strip_prefix('`').and_then(|rest| rest.split_once('`'));
    let text = rest.map_or("", |(_, text)| text.strip_prefix(':').unwrap_or(text));
    plain(text) == plain(&doc_comment::escaped(description))
}
