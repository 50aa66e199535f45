//! A variant and its attributes.

use std::ops::Range;

use proc_macro2::TokenTree;
use syn::Attribute;
use syn::ext::IdentExt;

use super::arguments::{Item, items, range_of};
use super::code::{CodeAttribute, FORM};
use super::discriminant::{Counter, Discriminant, Numbers};
use super::fields::{self, Owner};
use super::mistake::Mistake;
use super::own::OwnTexts;
use super::text::Text;
use super::{catalog, doc_comment};

/// A variant, and where its parts are.
#[derive(Clone, Debug)]
pub(crate) struct SourceVariant {
    /// Without `r#`.
    pub(crate) name: String,
    /// Where the name begins.
    pub(crate) place: usize,
    /// From the first attribute to the end of the field or the discriminant.
    pub(crate) range: Range<usize>,
    /// Where the comma after it is.
    pub(crate) comma: Option<usize>,
    /// The lines of its doc comment.
    pub(crate) comments: Vec<Range<usize>>,
    /// What the comment above it says of its texts.
    pub(crate) own: Option<OwnTexts>,
    /// Whether it has `#[error(…)]` of thiserror.
    pub(crate) has_error: bool,
    /// Whether it is there only under a condition.
    pub(crate) is_conditional: bool,
    /// Whether it is the variant before with another `#[code(…)]`, for another condition.
    pub(super) is_alternative: bool,
    pub(crate) code: CodeAttribute,
    pub(super) discriminant: Discriminant,
    /// What rustc makes of it.
    pub(crate) numbers: Numbers,
    /// The text of the doc comment; `None` if only rustc can read it.
    pub(super) comment: Option<String>,
    /// The first line of the doc comment; empty if there is none.
    first_line: String,
}

/// What the variants of an enum have in common.
pub(super) struct Context<'a> {
    pub(super) text: &'a Text,
    pub(super) owner: Owner<'a>,
    pub(super) counter: Counter<'a>,
}

impl SourceVariant {
    /// The variant with each of its `#[code(…)]`: several only if conditions compile one of
    /// them. `tokens` are all of the variant, `comma` is after them.
    pub(super) fn parse(
        mut variant: syn::Variant,
        tokens: &[TokenTree],
        comma: Option<usize>,
        context: &mut Context<'_>,
    ) -> Result<Vec<Self>, Mistake> {
        let Context { text, owner, counter } = context;
        let name = variant.ident.unraw().to_string();
        let place = variant.ident.span().byte_range().start;
        let is_comment = |range: &Range<usize>| text.get(range.clone()).starts_with("//");
        let comments = variant.attrs.iter().map(range_of_attribute).filter(is_comment);
        let comments: Vec<Range<usize>> = comments.collect();
        let first_line = comments.first().map_or("", |range| text.get(range.clone()));
        let first_line = first_line.trim_start_matches('/').trim().to_owned();
        let items = items(variant.attrs);
        let is_conditional = items.iter().any(is_condition);
        let has_error = items.iter().any(|item| item.meta.path().is_ident("error"));
        let written = variant.discriminant.as_ref().map(|(_, expression)| expression);
        let is_there = items.iter().all(|item| !item.meta.path().is_ident("cfg"));
        let numbers = counter.next(&name, written, !is_there);
        items.iter().try_for_each(|item| catalog::refuse(&item.meta))?;
        fields::check_attributes(&mut variant.fields)?;
        let codes = codes(&items, &name, place, text)?;
        let attr = codes.iter().find_map(|code| code.attr);
        if let Some(attr) = attr.filter(|_| !owner.has_code_enum) {
            let message = "`attr(…)` is for the enum of `code_enum`; write this on the variant";
            return Err(Mistake::new(attr, message));
        }
        let is_other = codes.iter().any(|code| code.is_other);
        fields::check(&variant.fields, owner, &name, is_other)
            .map_err(|message| Mistake::new(place, message))?;
        let comment = doc_comment::text(items.iter().map(|item| &item.meta));
        let variants = codes.into_iter().enumerate().map(|(index, code)| Self {
            name: name.clone(),
            place,
            range: range_of(tokens).unwrap_or(place..place + name.len()),
            comma,
            comments: comments.clone(),
            own: None,
            has_error,
            is_conditional,
            is_alternative: index > 0,
            code,
            discriminant: Discriminant::new(written),
            numbers: numbers.clone(),
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
