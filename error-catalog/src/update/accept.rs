//! Records that the texts of a variant are not the document's, on purpose.

use std::collections::HashSet;

use super::differences::is_described_by_hand;
use super::variant_comment;
use crate::code_type::CodeKey;
use crate::compare::{Change, Difference, reworded};
use crate::source::SourceEnum;
use crate::source::parse::own;
use crate::source::parse::source_text::{Edit, SourceText};
use crate::source::parse::variant::SourceVariant;
use crate::table::Table;

/// The comments for the variants with these codes, and the codes whose variants differ from the
/// document.
pub(super) fn edits(
    text: &SourceText,
    source: &SourceEnum,
    document: &Table,
    codes: &[&str],
) -> (Vec<Edit>, Vec<String>) {
    let (mut edits, mut accepted) = (Vec::new(), Vec::new());
    let key = |code: &str| CodeKey::new(code, Some(source.code_type()));
    let asked: Vec<(CodeKey, &str)> = codes.iter().map(|code| (key(code), *code)).collect();
    let rows = source.table().rows.iter().zip(reworded(document, source.table()));
    for (place, (row, changes)) in rows.enumerate() {
        let own: HashSet<CodeKey> = row.codes().map(key).collect();
        let meant = asked.iter().filter(|(key, _)| own.contains(key)).map(|(_, code)| *code);
        let meant: Vec<&str> = meant.collect();
        let Some(variant) = source.variant(place).filter(|_| !meant.is_empty()) else { continue };
        let changes = changes.iter().filter(|each| !is_described_by_hand(source, each));
        let mut texts: Vec<(String, String)> = changes.filter_map(own_text).collect();
        // A person's own doc comment belongs to a description that is recorded.
        let has_description = texts.iter().any(|(name, _)| name == "description");
        if variant_comment::difference(source, variant, row).is_some() && !has_description {
            texts.push(("description".to_owned(), row.description.clone()));
        }
        if !texts.is_empty() {
            accepted.extend(meant.into_iter().map(str::to_owned));
            edits.push(edit(text, variant, &own::comment(&texts)));
        }
    }
    (edits, accepted)
}

/// The field that differs, and the document's text.
fn own_text(difference: &Difference) -> Option<(String, String)> {
    match &difference.change {
        Change::Reworded { column, new, .. } => Some((column.clone(), new.clone())),
        _ => None,
    }
}

/// Puts a comment on its own line above a variant, or replaces an existing one.
fn edit(text: &SourceText, variant: &SourceVariant, comment: &str) -> Edit {
    if let Some(own) = &variant.own {
        return Edit { range: own.range.clone(), text: comment.to_owned() };
    }
    let start = text.line_start(variant.range.start);
    let blanks = text.get(start..variant.range.start);
    if blanks.trim().is_empty() {
        return Edit::insert(start, format!("{blanks}{comment}\n"));
    }
    Edit::insert(variant.range.start, format!("\n{comment}\n"))
}
