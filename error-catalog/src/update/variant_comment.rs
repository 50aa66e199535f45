//! The doc comment of a variant, compared with its code and its texts.

use std::ops::Range;

use crate::code_type::{CodeKey, CodeType};
use crate::compare::Change;
use crate::integer;
use crate::source::parse::code::WrittenCode;
use crate::source::parse::rows::is_code_of;
use crate::source::parse::source_text::SourceText;
use crate::source::parse::variant::SourceVariant;
use crate::source::{SourceEnum, doc_comment};
use crate::table::Row;
use crate::visible;

/// What is wrong with a doc comment, unless someone has accepted that.
pub(super) fn stale(source: &SourceEnum, variant: &SourceVariant, row: &Row) -> Option<Change> {
    let mut own = variant.own.iter().flat_map(|own| &own.texts);
    let is_accepted = own.any(|(name, _)| name == "description");
    difference(source, variant, row).filter(|_| !is_accepted)
}

/// What is wrong with a doc comment that begins with a code.
pub(super) fn difference(
    source: &SourceEnum,
    variant: &SourceVariant,
    row: &Row,
) -> Option<Change> {
    if let Some(code) = other_code(source, variant, row) {
        return Some(Change::CommentCode { code: code.to_owned() });
    }
    differs(source, variant, row).then_some(Change::CommentDiffers)
}

/// Whether the doc comment begins with the row's own code but is not the description in the
/// attribute, to which it was once equal.
fn differs(source: &SourceEnum, variant: &SourceVariant, row: &Row) -> bool {
    let [_, description] = &variant.code.texts[..] else { return false };
    let begins_with_code = |comment: &str| {
        let code = comment.strip_prefix('`').and_then(|rest| rest.split_once('`'));
        code.is_some_and(|(code, _)| is_code_of(code, &row.code, source.code_type()))
    };
    variant.doc_lines().any(begins_with_code)
        && !variant.doc_lines().any(|comment| says(comment, &description.text))
}

/// The code at the beginning of the doc comment, if it is not the row's: the code in the
/// attribute was changed, and the comment was not.
pub(super) fn other_code<'v>(
    source: &SourceEnum,
    variant: &'v SourceVariant,
    row: &Row,
) -> Option<&'v str> {
    let comment = variant.doc_lines().next()?;
    let (code, rest) = comment.strip_prefix('`')?.split_once('`')?;
    let is_beginning = rest.is_empty() || rest.starts_with([':', '\n']);
    let code_type = source.code_type();
    let is_code = match code_type {
        // Anything can be in code marks, and some codes are escaped there.
        CodeType::Str => {
            let is_plain = visible::literal(&row.code) == format!("\"{}\"", row.code);
            is_plain && !row.code.contains('`') && says(comment, text_of(variant))
        }
        _ => integer::loose(code).is_some(),
    };
    let key = |code: &str| CodeKey::new(code, Some(code_type));
    let is_own = is_code_of(code, &row.code, code_type) || key(code) == key(&row.code);
    // Conditions decide which code the variant has.
    let is_of_alternative = || {
        let first = source.variants.partition_point(|each| each.place < variant.place);
        source.variants.get(first + 1).is_some_and(|next| next.place == variant.place)
    };
    (is_beginning && is_code && !is_own && !is_of_alternative()).then_some(code)
}

/// Whether a doc comment that begins with a code is a description.
pub(super) fn says(comment: &str, description: &str) -> bool {
    let plain =
        |text: &str| text.replace('\\', "").split_whitespace().collect::<Vec<_>>().join(" ");
    let rest = comment.strip_prefix('`').and_then(|rest| rest.split_once('`'));
    let text = rest.map_or("", |(_, text)| text.strip_prefix(':').unwrap_or(text));
    plain(text) == plain(&doc_comment::escaped(description))
}

/// The place of the doc comment, if it is what an import wrote for this text: with the code of the
/// row, or with another one that a person has changed in the attribute since.
pub(super) fn imported(
    source: &SourceEnum,
    file: &SourceText,
    (variant, row): (&SourceVariant, &Row),
    text: &str,
) -> Option<Range<usize>> {
    let [comment] = &variant.comments[..] else { return None };
    let own = own_code(file, variant, row)?;
    let code = other_code(source, variant, row).unwrap_or(own);
    let imported = format!("/// {}", doc_comment::of_row(code, text));
    (file.get(comment.clone()) == imported).then(|| comment.clone())
}

/// The text in the attribute that an import writes in the doc comment.
pub(super) fn text_of(variant: &SourceVariant) -> &str {
    variant.code.texts.last().map_or("", |literal| &literal.text)
}

/// The code as an import writes it in a doc comment.
pub(super) fn own_code<'a>(
    file: &'a SourceText,
    variant: &SourceVariant,
    row: &'a Row,
) -> Option<&'a str> {
    let code = variant.code.codes.first()?;
    let written = file.get(code.range.clone());
    let is_plain = matches!(code.code, WrittenCode::Integer(_)) || written.starts_with('"');
    // Another one is `_` or a raw string.
    Some(if is_plain { written } else { &row.code })
}
