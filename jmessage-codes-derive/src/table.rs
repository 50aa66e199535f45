//! The table that a catalog describes: `check` makes it, `expand` and `fallback` generate code
//! from it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;

use crate::ast::{Catalog, Variant};
use crate::attr::catalog::Column;
use crate::attr::code::{CodeAttribute, Flag};
use crate::attr::doc_comment;
use crate::attr::literal::Text;
use crate::attr::value::Value;
use crate::integer::{Integer, IntegerType};
use crate::kind;

/// A table that keeps all rules if `check` found no error. Otherwise it has the
/// parts that could be understood, which is what `fallback` needs.
pub(crate) struct Table<'a> {
    pub(crate) catalog: &'a Catalog<'a>,
    pub(crate) code_type: CodeType,
    pub(crate) facade: TokenStream,
    /// The columns with a valid name.
    pub(crate) columns: Vec<&'a Column>,
    /// The names of all columns, also of those with an error.
    pub(crate) column_names: BTreeSet<String>,
    /// In declaration order, without `other`.
    pub(crate) rows: Vec<Row<'a>>,
    pub(crate) other: Option<Row<'a>>,
}

impl Table<'_> {
    /// Whether the user has the impl or method with this name.
    pub(crate) fn skips(&self, name: &str) -> bool {
        self.catalog.attribute.skipped.iter().any(|skipped| skipped == name)
    }

    /// The URL that explains a row, if the enum has the key.
    pub(crate) fn url_of(&self, row: &Row) -> Option<String> {
        let code = self.code_text(*row.codes.first()?);
        let name = row.variant.ident.unraw().to_string();
        Some(self.catalog.attribute.url.as_ref()?.url_of(&code, &name))
    }

    /// A code as the catalog writes it.
    pub(crate) fn code_text(&self, code: Code) -> String {
        let is_hex = self.catalog.attribute.hex.is_some();
        match (code, self.code_type) {
            (Code::Integer(value), CodeType::Integer(integer))
                if is_hex && integer.holds(value) =>
            {
                integer.hex(value)
            }
            (Code::Integer(value), _) => value.to_string(),
            (Code::Text(text), _) => text.value.clone(),
        }
    }
}

/// The type of the codes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodeType {
    Integer(IntegerType),
    Text,
}

/// A variant with its codes and texts.
pub(crate) struct Row<'a> {
    pub(crate) variant: &'a syn::Variant,
    /// The codes, the canonical one first; none for the `other` variant.
    pub(crate) codes: Vec<Code<'a>>,
    pub(crate) message: &'a str,
    /// The text in `#[code(…)]`, or the variant's doc comment.
    pub(crate) description: Option<Cow<'a, str>>,
    pub(crate) is_success: bool,
    pub(crate) is_retired: bool,
    /// The name in `kind = NAME`.
    pub(crate) given_kind: Option<&'static str>,
    /// The value of `retryable = …`.
    pub(crate) given_retryable: Option<bool>,
    /// A value for each column.
    pub(crate) values: Vec<&'a Value>,
}

/// A code's value.
#[derive(Clone, Copy)]
pub(crate) enum Code<'a> {
    Integer(Integer),
    Text(&'a Text),
}

impl<'a> Row<'a> {
    pub(crate) fn new(
        variant: &'a Variant,
        attribute: &'a CodeAttribute,
        code_type: CodeType,
        codes: Vec<Code<'a>>,
        values: Vec<&'a Value>,
    ) -> Self {
        Self {
            variant: variant.original,
            message: attribute.texts.first().map_or("", |text| &text.value),
            description: description(variant.original, attribute, |text| {
                codes.first().is_some_and(|code| code.is_written(text, code_type))
            }),
            codes,
            is_success: attribute.has(Flag::Success),
            is_retired: attribute.has(Flag::Retired),
            given_kind: attribute.kind().and_then(|kind| kind::of(&kind.tokens)),
            given_retryable: attribute.retryable(),
            values,
        }
    }

    /// The row of a variant without an attribute.
    pub(crate) fn empty(variant: &'a Variant) -> Self {
        Self {
            variant: variant.original,
            codes: Vec::new(),
            message: "",
            description: None,
            is_success: false,
            is_retired: false,
            given_kind: None,
            given_retryable: None,
            values: Vec::new(),
        }
    }

    /// The description, if it is not the message.
    pub(crate) fn own_description(&self) -> Option<&str> {
        self.description.as_deref().filter(|description| *description != self.message)
    }

    pub(crate) fn kind(&self) -> &'static str {
        let usual = if self.is_success { kind::OK } else { kind::UNKNOWN };
        self.given_kind.unwrap_or(usual)
    }

    pub(crate) fn is_retryable(&self) -> bool {
        self.given_retryable.unwrap_or_else(|| kind::is_retryable(self.kind()))
    }
}

fn description<'a>(
    variant: &syn::Variant,
    attribute: &'a CodeAttribute,
    is_code: impl Fn(&str) -> bool,
) -> Option<Cow<'a, str>> {
    if let Some(text) = attribute.texts.get(1) {
        return Some(Cow::Borrowed(&text.value));
    }
    let comment = without_code(doc_comment::text(&variant.attrs), is_code);
    (!comment.is_empty()).then_some(Cow::Owned(comment))
}

/// A doc comment without the row's own code at its beginning: in front of a colon, as in
/// `` `880103`: ``, or alone in the first paragraph.
fn without_code(comment: String, is_code: impl Fn(&str) -> bool) -> String {
    let parts = comment.strip_prefix('`').and_then(|rest| rest.split_once('`'));
    match parts {
        Some((code, rest)) if is_code(code) => match rest.strip_prefix(':') {
            Some(text) => text.trim_start().to_owned(),
            None if rest.is_empty() || rest.starts_with('\n') => rest.trim_start().to_owned(),
            None => comment,
        },
        _ => comment,
    }
}

impl Code<'_> {
    fn is_written(&self, text: &str, code_type: CodeType) -> bool {
        match (self, code_type) {
            (Self::Integer(code), CodeType::Integer(integer)) => {
                // In hexadecimal a text may be the bits of a negative code.
                let number = Integer::from_text(text);
                let bits = number.filter(|_| text.starts_with("0x"));
                number == Some(*code)
                    || bits.and_then(|bits| integer.reinterpret(bits)) == Some(*code)
            }
            (Self::Text(code), _) => {
                code.value == text || code.to_token_stream().to_string() == text
            }
            (Self::Integer(_), CodeType::Text) => false,
        }
    }
}
