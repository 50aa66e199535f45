//! A variant and its attributes.

use std::ops::Range;

use proc_macro2::TokenTree;
use syn::ext::IdentExt;
use syn::{Attribute, Expr, ExprLit, ExprUnary, Lit, UnOp};

use super::arguments::{Item, items, range_of};
use super::code::{CodeAttribute, FORM};
use super::doc_comment;
use super::integer_literal::IntegerLiteral;
use super::mistake::Mistake;
use super::own::OwnTexts;
use super::text::Text;

/// A variant, and where its parts are.
#[derive(Clone, Debug)]
pub(crate) struct SourceVariant {
    /// Without `r#`.
    pub(crate) name: String,
    /// Where the name begins.
    pub(crate) place: usize,
    /// From the first attribute to the end of the field or the discriminant.
    pub(crate) range: Range<usize>,
    /// Where the comma behind it is.
    pub(crate) comma: Option<usize>,
    /// The lines of its doc comment.
    pub(crate) comments: Vec<Range<usize>>,
    /// What the comment above it says of its texts.
    pub(crate) own: Option<OwnTexts>,
    /// Whether it is there only under a condition.
    pub(crate) is_conditional: bool,
    /// Whether it is the variant before with another `#[code(…)]`, for another condition.
    pub(super) is_alternative: bool,
    pub(crate) code: CodeAttribute,
    pub(super) discriminant: Discriminant,
    /// The text of the doc comment; `None` if only rustc can read it.
    pub(super) comment: Option<String>,
    /// The first line of the doc comment; empty if there is none.
    first_line: String,
}

/// A discriminant as it is written.
#[derive(Clone, Debug)]
pub(super) enum Discriminant {
    Implicit,
    Literal(IntegerLiteral),
    Expression,
}

impl SourceVariant {
    /// The variant with each of its `#[code(…)]`: several only if conditions compile one of
    /// them. `tokens` are all of the variant, `comma` is behind them.
    pub(super) fn parse(
        variant: syn::Variant,
        tokens: &[TokenTree],
        comma: Option<usize>,
        text: &Text,
    ) -> Result<Vec<Self>, Mistake> {
        let name = variant.ident.unraw().to_string();
        let place = variant.ident.span().byte_range().start;
        let is_comment = |range: &Range<usize>| text.get(range.clone()).starts_with("//");
        let comments = variant.attrs.iter().map(range_of_attribute).filter(is_comment);
        let comments: Vec<Range<usize>> = comments.collect();
        let first_line = comments.first().map_or("", |range| text.get(range.clone()));
        let first_line = first_line.trim_start_matches('/').trim().to_owned();
        let discriminant = match &variant.discriminant {
            Some((_, expression)) => {
                integer_literal(expression).map_or(Discriminant::Expression, Discriminant::Literal)
            }
            None => Discriminant::Implicit,
        };
        let items = items(variant.attrs);
        let comment = doc_comment::text(items.iter().map(|item| &item.meta));
        let codes = codes(&items, &name, place, text)?.into_iter().enumerate();
        let variants = codes.map(|(index, code)| Self {
            name: name.clone(),
            place,
            range: range_of(tokens).unwrap_or(place..place + name.len()),
            comma,
            comments: comments.clone(),
            own: None,
            is_conditional: items.iter().any(is_condition),
            is_alternative: index > 0,
            code,
            discriminant: discriminant.clone(),
            comment: comment.clone(),
            first_line: first_line.clone(),
        });
        Ok(variants.collect())
    }

    /// Whether there is a doc comment, in any form.
    pub(crate) fn has_comment(&self) -> bool {
        self.comment.as_deref() != Some("")
    }

    /// The doc comment as a whole, and its first line, below which a person may have added some.
    pub(crate) fn doc_lines(&self) -> impl Iterator<Item = &str> {
        self.comment.as_deref().into_iter().chain([self.first_line.as_str()])
    }

    pub(crate) fn has_discriminant(&self) -> bool {
        !matches!(self.discriminant, Discriminant::Implicit)
    }
}

/// Each `#[code(…)]`, one of which there always is.
fn codes(
    items: &[Item],
    name: &str,
    place: usize,
    text: &Text,
) -> Result<Vec<CodeAttribute>, Mistake> {
    let codes = items.iter().filter(|item| item.meta.path().is_ident("code"));
    let codes: Vec<&Item> = codes.collect();
    if codes.is_empty() {
        return Err(Mistake::new(place, format!("missing {FORM} on `{name}`")));
    }
    if codes.len() > 1 && codes.iter().any(|item| !item.is_conditional) {
        let message = format!(
            "second #[code] on `{name}`; write all codes of a variant in one: `CODE | ALIAS`"
        );
        return Err(Mistake::new(place, message));
    }
    codes.iter().map(|item| CodeAttribute::parse(&item.meta, text.read())).collect()
}

fn is_condition(item: &Item) -> bool {
    item.meta.path().is_ident("cfg") || item.is_conditional && item.meta.path().is_ident("code")
}

/// From `#` to `]`, or all of a comment.
fn range_of_attribute(attribute: &Attribute) -> Range<usize> {
    let start = attribute.pound_token.span.byte_range().start;
    start..attribute.bracket_token.span.close().byte_range().end
}

/// The literal with its sign.
fn integer_literal(expression: &Expr) -> Option<IntegerLiteral> {
    match expression {
        Expr::Group(group) => integer_literal(&group.expr),
        Expr::Paren(paren) => integer_literal(&paren.expr),
        Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }) => {
            integer_literal(expr).and_then(IntegerLiteral::negated)
        }
        Expr::Lit(ExprLit { lit: Lit::Int(literal), .. }) => {
            Some(IntegerLiteral::new(false, literal))
        }
        _ => None,
    }
}
