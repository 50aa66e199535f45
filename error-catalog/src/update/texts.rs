//! The message, the description and the doc comment of one variant, which belong together:
//! without a description, the derive uses the doc comment.

use std::ops::Range;

use super::argument_edits::ArgumentEdits;
use crate::compare::own_description;
use crate::source::doc_comment;
use crate::source::parse::source_text::Edit;
use crate::source::parse::variant::SourceVariant;
use crate::table::Row;

/// Gives a variant the texts of a row. A doc comment changes only if it is still what an
/// import wrote.
pub(super) fn set(
    mut arguments: ArgumentEdits,
    variant: &SourceVariant,
    (old, new): (&Row, &Row),
    has_descriptions: bool,
) {
    let message =
        if old.message.trim() == new.message.trim() { &old.message } else { &new.message };
    if message != &old.message {
        arguments.set_message(message);
    }
    let described = if has_descriptions { own_description(new) } else { own_description(old) };
    let text = described.unwrap_or(message);
    let mut says_text = !variant.has_comment() && described.is_none();
    if let Some((range, code)) = imported_comment(&arguments, variant) {
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
}

/// The doc comment that an import wrote, and the code in it.
fn imported_comment<'a>(
    arguments: &ArgumentEdits<'a>,
    variant: &SourceVariant,
) -> Option<(Range<usize>, &'a str)> {
    let [comment] = &variant.comments[..] else { return None };
    let code = arguments.text.get(variant.code.codes.first()?.range.clone());
    let text = variant.code.texts.last().map_or("", |literal| &literal.text);
    let imported = format!("/// {}", doc_comment::of_row(code, text));
    (arguments.text.get(comment.clone()) == imported).then(|| (comment.clone(), code))
}
