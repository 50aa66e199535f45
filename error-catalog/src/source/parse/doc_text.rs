//! The text of a doc comment, as the derive reads it.

use syn::{Expr, ExprLit, Lit, Meta};

/// A doc comment with each paragraph on one line and an empty line between
/// paragraphs. Empty if there is none; `None` if only rustc can read it.
pub(super) fn text<'a>(metas: impl Iterator<Item = &'a Meta>) -> Option<String> {
    let mut comment = String::new();
    let mut is_new_paragraph = false;
    for value in metas.filter_map(value) {
        let text = literal(value)?;
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
    Some(comment)
}

/// The value of `#[doc = VALUE]`.
fn value(meta: &Meta) -> Option<&Expr> {
    match meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => Some(&meta.value),
        _ => None,
    }
}

fn literal(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

/// A doc comment without the row's own code at its beginning: in front of a colon, as in
/// `` `880103`: ``, or alone in the first paragraph.
pub(super) fn without_code(comment: &str, is_code: impl Fn(&str) -> bool) -> &str {
    let parts = comment.strip_prefix('`').and_then(|rest| rest.split_once('`'));
    match parts {
        Some((code, rest)) if is_code(code) => match rest.strip_prefix(':') {
            Some(text) => text.trim_start(),
            None if rest.is_empty() || rest.starts_with('\n') => rest.trim_start(),
            None => comment,
        },
        _ => comment,
    }
}
