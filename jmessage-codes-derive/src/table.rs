//! A table that is right: what `check` gives and `expand` writes out.

use proc_macro2::TokenStream;
use syn::{Attribute, Expr, LitStr, Meta};

use crate::ast::Catalog;
use crate::attr::{CodeAttribute, Column};
use crate::code::{Integer, IntegerType};

/// A table that keeps all rules. Where [`Errors`] were found, only parts of it.
pub(crate) struct Table<'a> {
    pub(crate) catalog: &'a Catalog<'a>,
    pub(crate) code_type: CodeType,
    pub(crate) facade: TokenStream,
    /// Those whose names are their own.
    pub(crate) columns: Vec<&'a Column>,
    /// In declaration order, without `other`.
    pub(crate) rows: Vec<Row<'a>>,
    pub(crate) other: Option<Row<'a>>,
}

/// What type the codes have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodeType {
    Integer(IntegerType),
    Text,
}

/// A variant with what it stands for.
pub(crate) struct Row<'a> {
    pub(crate) variant: &'a syn::Variant,
    /// The codes, the canonical one first; none for the `other` variant.
    pub(crate) codes: Vec<Code<'a>>,
    pub(crate) message: Option<&'a LitStr>,
    pub(crate) description: Description<'a>,
    pub(crate) is_success: bool,
    /// A value for each column.
    pub(crate) values: Vec<&'a TokenStream>,
}

/// A code's value.
#[derive(Clone, Copy)]
pub(crate) enum Code<'a> {
    Integer(Integer),
    Text(&'a LitStr),
}

pub(crate) enum Description<'a> {
    /// The text in `#[code(…)]`.
    Literal(&'a LitStr),
    /// The variant's doc comment.
    Comment(String),
    /// Nothing but the message.
    Message,
}

impl<'a> Description<'a> {
    /// That of a variant: from its `#[code(…)]`, or else from its doc comment.
    pub(crate) fn of(variant: &syn::Variant, attribute: &'a CodeAttribute) -> Self {
        if let Some(text) = attribute.texts.get(1) {
            return Self::Literal(text);
        }
        let comment = doc_comment(&variant.attrs);
        if comment.is_empty() { Self::Message } else { Self::Comment(comment) }
    }
}

/// A doc comment as rustdoc reads it, but with each paragraph on one line:
/// lines that follow each other are joined by a blank, paragraphs by an empty
/// line.
fn doc_comment(attributes: &[Attribute]) -> String {
    let mut comment = String::new();
    let mut is_new_paragraph = false;
    for text in attributes.iter().filter_map(doc_text) {
        // What continues a block comment begins with a star by custom.
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

fn doc_text(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
            Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}
