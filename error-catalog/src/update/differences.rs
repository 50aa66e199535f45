//! Where an enum in a source file differs from what an import would write today.

use super::variant_comment::{says, stale};
use crate::compare::{Change, Difference, own_description, reworded};
use crate::source::SourceEnum;
use crate::source::parse::variant::SourceVariant;
use crate::table::{Field, Table};

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
        let change = source.variant(place).and_then(|variant| stale(source, variant, row));
        differences.extend(change.map(|change| Difference {
            old: Some(row.clone()),
            old_place: Some(place),
            ..Difference::of_table(change)
        }));
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
