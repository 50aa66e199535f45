//! The documentation of the enum of the codes.

use std::fmt::Write;

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::{Attribute, Variant};

use crate::attr::doc_comment;
use crate::doc_table::escaped;
use crate::table::{Row, Table};
use crate::tokens::generated_tokens;

/// The documentation of a variant, aliases included. Without a doc comment, its text comes from
/// the row.
pub(super) fn of_variant(table: &Table, variant: &Variant, row: Option<&Row>) -> TokenStream {
    let docs = || variant.attrs.iter().filter(|attribute| attribute.path().is_ident("doc"));
    let written = docs().map(|each| with_name(table, each));
    let text = (!docs().any(doc_comment::is_part)).then(|| text(variant, row));
    let text = text.map(|text| quote!(#[doc = #text]));
    let url = row.and_then(|row| table.url_of(row)).map(|url| format!("\n\n<{url}>"));
    let url = url.map(|url| quote!(#[doc = #url]));
    quote!(#(#written)* #text #url)
}

fn text(variant: &Variant, row: Option<&Row>) -> String {
    let text = row.map_or("", |row| row.description.as_deref().unwrap_or(row.message));
    if text.is_empty() { format!("`{}`.", variant.ident.unraw()) } else { escaped(text) }
}

/// A doc comment in which `Self` keeps its meaning: its fields and methods are those of the enum
/// with the data, while both enums have the variants.
fn with_name(table: &Table, attribute: &Attribute) -> TokenStream {
    let text = doc_comment::attribute_text(attribute).filter(|text| text.contains(SELF));
    let (Some(text), Some(data)) = (text, table.catalog.data) else {
        return generated_tokens(attribute);
    };
    let data = data.ident.unraw();
    let is_variant =
        |name: &str| table.catalog.variants.iter().any(|each| each.original.ident.unraw() == name);
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut parts = text.split(SELF);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = part.split(|letter| !is_letter(letter)).next().unwrap_or_default();
        let is_shared = is_variant(name) && !part[name.len()..].starts_with("::");
        if is_shared || text.ends_with(is_letter) {
            text.push_str(SELF);
        } else {
            let _ = write!(text, "{data}::");
        }
        text.push_str(part);
    }
    quote!(#[doc = #text])
}

const SELF: &str = "Self::";
