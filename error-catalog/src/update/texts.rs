//! The message, the description and the doc comment of one variant, which belong together:
//! without a description, the derive uses the doc comment.

use super::argument_edits::ArgumentEdits;
use super::variant_comment;
use crate::compare::own_description;
use crate::source::parse::source_text::Edit;
use crate::source::parse::variant::SourceVariant;
use crate::source::{SourceEnum, doc_comment};
use crate::table::Row;

/// Gives a variant the texts of a row. A doc comment changes only if it is still what an
/// import wrote.
///
/// Returns the text that an import would write in the doc comment.
pub(super) fn set(
    mut arguments: ArgumentEdits,
    (source, variant): (&SourceEnum, &SourceVariant),
    (old, new): (&Row, &Row),
    has_descriptions: bool,
) -> String {
    let message =
        if old.message.trim() == new.message.trim() { &old.message } else { &new.message };
    if message != &old.message {
        arguments.set_message(message);
    }
    let imported = variant_comment::text_of(variant);
    let imported = variant_comment::imported(source, arguments.text, (variant, old), imported);
    let described = match &imported {
        _ if has_descriptions => own_description(new),
        // The comment is the message, perhaps after another code.
        Some(_) if variant.code.texts.len() < 2 => None,
        _ => own_description(old),
    };
    let text = described.unwrap_or(message);
    let mut says_text = !variant.has_comment() && described.is_none();
    let code = variant_comment::own_code(arguments.text, variant, old).unwrap_or_default();
    if let Some(range) = imported {
        let comment = doc_comment::of_row(code, text);
        says_text = doc_comment::description(&comment, code) == text && described.is_none();
        arguments.edits.push(Edit { range, text: format!("/// {comment}") });
    } else if variant.has_comment() && variant.code.texts.len() < 2 {
        // A person wrote another description in place of the vendor's, or the same.
        says_text = described.is_none_or(|described| described == old.description.trim());
    }
    match variant.code.texts.get(1) {
        Some(literal) if literal.text.trim() == text.trim() => {}
        Some(_) if says_text => arguments.remove_description(),
        None if says_text => {}
        _ => arguments.set_description(text),
    }
    if says_text { message } else { text }.to_owned()
}
