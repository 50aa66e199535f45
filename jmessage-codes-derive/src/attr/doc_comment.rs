//! The text of a doc comment.

use syn::{Attribute, Expr, ExprLit, Lit, Meta};

/// A doc comment as rustdoc reads it, but with each paragraph on one line and an empty line
/// between paragraphs. Empty if there is none.
pub(crate) fn text(attributes: &[Attribute]) -> String {
    let mut comment = String::new();
    let mut is_new_paragraph = false;
    for text in attributes.iter().filter_map(attribute_text) {
        // The lines of a block comment often begin with a star.
        let is_starred = |line: &str| line.is_empty() || line.starts_with('*');
        let has_stars = text.lines().skip(1).all(|line| is_starred(line.trim()));
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            let star = if has_stars && number > 0 { "*" } else { "" };
            let line = line.strip_prefix(star).unwrap_or(line).trim_start();
            if line.is_empty() {
                is_new_paragraph = true;
                continue;
            }
            if !comment.is_empty() {
                comment.push_str(if is_new_paragraph { "\n\n" } else { " " });
            }
            is_new_paragraph = false;
            comment.push_str(line);
        }
        is_new_paragraph |= text.trim().is_empty();
    }
    comment
}

/// The text of `#[doc = "…"]`.
pub(crate) fn attribute_text(attribute: &Attribute) -> Option<String> {
    match literal(value(attribute)?)? {
        Lit::Str(text) => Some(text.value()),
        _ => None,
    }
}

/// The first part of a doc comment that is not a literal but, say, a macro, which
/// only rustc can read.
pub(crate) fn unreadable(attributes: &[Attribute]) -> Option<&Expr> {
    attributes.iter().filter_map(value).find(|value| literal(value).is_none())
}

/// Whether an attribute is a part of a doc comment, and not `#[doc(alias = "…")]`.
pub(crate) fn is_part(attribute: &Attribute) -> bool {
    value(attribute).is_some()
}

/// The value of `#[doc = VALUE]`.
fn value(attribute: &Attribute) -> Option<&Expr> {
    match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => Some(&meta.value),
        _ => None,
    }
}

/// The literal, also inside the group that a `macro_rules` macro puts around what it
/// passes on.
fn literal(value: &Expr) -> Option<&Lit> {
    match value {
        Expr::Lit(ExprLit { lit, .. }) => Some(lit),
        Expr::Group(group) => literal(&group.expr),
        _ => None,
    }
}
