//! A variant and its attributes.

use std::ops::Range;

use proc_macro2::TokenTree;
use syn::ext::IdentExt;
use syn::{Attribute, Fields, GenericArgument, Meta, PathArguments, Type};

use super::attribute::{AttributeItem, arguments, call, items, place_of, range_of, text_of};
use super::catalog::{self, name_of};
use super::code::{CodeAttribute, FORM, TextLiteral};
use super::discriminant::{Counter, Discriminant, Numbers};
use super::doc_text;
use super::mistake::Mistake;
use super::own::OwnTexts;
use super::source_text::SourceText;

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
    /// The texts of `#[doc(alias = "…")]`.
    pub(crate) aliases: Vec<TextLiteral>,
    /// What the comment above it says about its texts.
    pub(crate) own: Option<OwnTexts>,
    /// Whether it has `#[error(…)]` of thiserror.
    pub(crate) has_error: bool,
    /// Whether it depends on a condition.
    pub(crate) is_conditional: bool,
    /// Its `#[cfg(…)]`; empty if it is always there.
    pub(super) condition: String,
    /// Whether it is the variant before with another `#[code(…)]`, for another condition.
    pub(super) is_alternative: bool,
    pub(crate) code: CodeAttribute,
    pub(super) discriminant: Discriminant,
    /// The numbers that rustc may give it.
    pub(crate) numbers: Numbers,
    /// The text of the doc comment; `None` if only rustc can read it.
    pub(super) comment: Option<String>,
    /// The first line of the doc comment; empty if there is none.
    first_line: String,
}

/// The context that the variants of an enum share.
pub(super) struct EnumContext<'a> {
    pub(super) text: &'a SourceText,
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
        context: &mut EnumContext<'_>,
    ) -> Result<Vec<Self>, Mistake> {
        let EnumContext { text, owner, counter } = context;
        let name = variant.ident.unraw().to_string();
        let place = variant.ident.span().byte_range().start;
        let (comments, first_line) = comments(&variant.attrs, text);
        let items = items(variant.attrs);
        let is_conditional = items.iter().any(is_condition);
        let has_error = items.iter().any(|item| item.meta.path().is_ident("error"));
        let written = variant.discriminant.as_ref().map(|(_, expression)| expression);
        let is_there = items.iter().all(|item| !item.meta.path().is_ident("cfg"));
        let numbers = counter.next(&name, written, !is_there);
        items.iter().try_for_each(|item| catalog::refuse(&item.meta))?;
        check_attributes(&mut variant.fields)?;
        let codes = codes(&items, &name, place, text)?;
        let attr = codes.iter().find_map(|code| code.attr);
        if let Some(attr) = attr.filter(|_| !owner.has_code_enum) {
            let message = "`attr(…)` needs `code_enum`; write the attribute on the variant itself";
            return Err(Mistake::new(attr, message));
        }
        let is_other = codes.iter().any(|code| code.is_other);
        check_fields(&variant.fields, owner, &name, is_other)
            .map_err(|message| Mistake::new(place, message))?;
        let condition = condition(&items);
        let aliases = doc_aliases(&items);
        let comment = doc_text::text(items.iter().map(|item| &item.meta));
        let variants = codes.into_iter().enumerate().map(|(index, code)| Self {
            name: name.clone(),
            place,
            range: range_of(tokens).unwrap_or(place..place + name.len()),
            comma,
            comments: comments.clone(),
            aliases: aliases.clone(),
            own: None,
            has_error,
            is_conditional,
            condition: condition.clone(),
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

/// The lines of a doc comment, and the text of the first.
fn comments(attributes: &[Attribute], text: &SourceText) -> (Vec<Range<usize>>, String) {
    let is_comment = |range: &Range<usize>| text.get(range.clone()).starts_with("//");
    let comments = attributes.iter().map(range_of_attribute).filter(is_comment);
    let comments: Vec<Range<usize>> = comments.collect();
    let first_line = comments.first().map_or("", |range| text.get(range.clone()));
    let first_line = first_line.trim_start_matches('/').trim().to_owned();
    (comments, first_line)
}

/// The texts of `#[doc(alias = "…")]` and `#[doc(alias("…", "…"))]`.
fn doc_aliases(items: &[AttributeItem]) -> Vec<TextLiteral> {
    let docs = items.iter().filter(|item| item.meta.path().is_ident("doc"));
    let arguments = docs.filter_map(|item| arguments(&item.meta, "").ok()).flatten();
    let tokens = arguments.flat_map(|argument| match (&argument.key, call(&argument)) {
        (Some(key), _) if key.name == "alias" => argument.tokens,
        (None, Some((name, group))) if name == "alias" => group.stream().into_iter().collect(),
        _ => Vec::new(),
    });
    let literals = tokens.filter_map(|tree| match tree {
        TokenTree::Literal(literal) => {
            Some(TextLiteral { text: text_of(&literal)?, range: literal.span().byte_range() })
        }
        _ => None,
    });
    literals.collect()
}

/// Each `#[code(…)]`; there is always at least one.
fn codes(
    items: &[AttributeItem],
    name: &str,
    place: usize,
    text: &SourceText,
) -> Result<Vec<CodeAttribute>, Mistake> {
    let codes = items.iter().filter(|item| item.meta.path().is_ident("code"));
    let codes: Vec<&AttributeItem> = codes.collect();
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

/// Every `#[cfg(…)]`.
pub(super) fn condition(items: &[AttributeItem]) -> String {
    let conditions = items.iter().filter_map(|item| match &item.meta {
        Meta::List(list) if list.path.is_ident("cfg") => Some(format!("#[cfg({})]", list.tokens)),
        _ => None,
    });
    conditions.collect::<Vec<_>>().join(" ")
}

fn is_condition(item: &AttributeItem) -> bool {
    item.meta.path().is_ident("cfg") || item.is_conditional && item.meta.path().is_ident("code")
}

/// From `#` to `]`, or all of a comment.
fn range_of_attribute(attribute: &Attribute) -> Range<usize> {
    let start = attribute.pound_token.span.byte_range().start;
    start..attribute.bracket_token.span.close().byte_range().end
}

/// The enum of a variant.
pub(super) struct Owner<'a> {
    pub(super) name: &'a str,
    /// Whether the codes are another enum, so that variants can have data.
    pub(super) has_code_enum: bool,
}

/// Checks the fields of a variant with this name.
fn check_fields(
    fields: &Fields,
    owner: &Owner<'_>,
    name: &str,
    is_other: bool,
) -> Result<(), String> {
    let form = format!("`{name}(Unlisted<Self>)`");
    match fields {
        _ if is_other && owner.has_code_enum => {
            Err("an enum whose variants have data cannot have an `other` variant; write a code"
                .into())
        }
        Fields::Unnamed(fields) if is_other && fields.unnamed.len() == 1 => {
            let is_right =
                fields.unnamed.first().is_some_and(|field| is_unlisted(&field.ty, owner.name));
            if is_right {
                Ok(())
            } else {
                Err(format!("`{name}` keeps an unlisted code; write {form}"))
            }
        }
        Fields::Unit if is_other => Err(format!("`{name}` needs a field for the code: {form}")),
        _ if is_other => {
            Err(format!("an `other` variant must have one field, without a name: {form}"))
        }
        Fields::Unit => Ok(()),
        _ if owner.has_code_enum => Ok(()),
        _ => Err(format!(
            "`{name}` has a code, so it cannot have fields; remove them, or make an enum of the \
             codes: #[catalog(code_enum = NAME)]"
        )),
    }
}

/// Refuses the derive's attributes on fields.
fn check_attributes(fields: &mut Fields) -> Result<(), Mistake> {
    for field in fields.iter_mut() {
        for item in items(std::mem::take(&mut field.attrs)) {
            catalog::refuse(&item.meta)?;
            if item.meta.path().is_ident("code") {
                let message = "#[code] goes on a variant, not on a field";
                return Err(Mistake::new(place_of(&item.meta), message));
            }
        }
    }
    Ok(())
}

/// Whether the type is `Unlisted<Self>`, with any path before it and with the enum's name in
/// place of `Self`.
fn is_unlisted(ty: &Type, this: &str) -> bool {
    let path = match ty {
        Type::Paren(paren) => return is_unlisted(&paren.elem, this),
        Type::Group(group) => return is_unlisted(&group.elem, this),
        Type::Path(path) => path,
        _ => return false,
    };
    let Some(segment) = path.path.segments.last().filter(|last| last.ident == "Unlisted") else {
        return false;
    };
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return false };
    let mut arguments = arguments.args.iter();
    let is_this = |name: &str| name == "Self" || name.trim_start_matches("r#") == this;
    let first = arguments.next();
    matches!(first, Some(GenericArgument::Type(ty)) if is_this(&name_of(ty)))
        && arguments.next().is_none()
}
