//! `code_enum`: the enum of the codes of an enum whose variants have data.
//!
//! The new enum is a catalog like any other: the rest of the derive sees only it.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput, Meta};

use crate::ast::{Catalog, Variant};
use crate::doc_table::escaped;
use crate::errors::{Errors, Place};
use crate::integer::IntegerType;
use crate::table::{Row, Table};
use crate::tokens::{generated, generated_tokens};

/// The enum of the codes, if the attribute asks for one.
///
/// Data without it is an error, but there is an enum of the codes in that case too: then
/// the uses of the methods cause no further errors, and rustc does not ask for data that
/// is `Copy`.
pub(crate) fn of(catalog: &Catalog, errors: &mut Errors) -> Option<DeriveInput> {
    let input = catalog.original;
    let Data::Enum(data) = &input.data else { return None };
    let has_data = catalog.variants.iter().any(Variant::has_data);
    let ident = match &catalog.attribute.code_enum {
        Some(name) if *name != input.ident => name.clone(),
        None if !has_data => return None,
        name => {
            match name {
                Some(name) => refuse_name(name, errors),
                None => refuse_data(catalog, errors),
            }
            // With an `other` variant it is meant as a catalog itself.
            if catalog.variants.iter().any(Variant::means_other) {
                return None;
            }
            format_ident!("__{}Code", input.ident.unraw())
        }
    };
    let DeriveInput { attrs, vis, .. } = input;
    let variants = data.variants.iter().map(|variant| {
        let syn::Variant { attrs, ident, .. } = variant;
        let discriminant = discriminant(variant);
        quote!(#(#attrs)* #ident #discriminant)
    });
    syn::parse2(quote!(#(#attrs)* #vis enum #ident { #(#variants),* })).ok()
}

fn discriminant(variant: &syn::Variant) -> Option<TokenStream> {
    variant.discriminant.as_ref().map(|(_, value)| quote!(= #value))
}

fn refuse_name(name: &Ident, errors: &mut Errors) {
    let message = format!("`{name}` is the enum with the data; choose another name");
    errors.push_at(Place::Enum, name, message);
}

fn refuse_data(catalog: &Catalog, errors: &mut Errors) {
    if catalog.attribute.is_unclear("code_enum") {
        return;
    }
    for variant in catalog.variants.iter().filter(|variant| variant.has_data()) {
        let syn::Variant { ident, fields, .. } = variant.original;
        let message = format!(
            "`{ident}` has a code, so it cannot have fields; remove them, \
             or make an enum of the codes: #[catalog(code_enum = NAME)]"
        );
        errors.push_at(variant.place, fields, message);
    }
}

/// The enum of the codes.
pub(crate) fn definition(table: &Table) -> Option<TokenStream> {
    let data = table.catalog.data?;
    let Data::Enum(codes) = &table.catalog.original.data else { return None };
    let (visibility, this) = (&data.vis, table.this());
    let kept = data.attrs.iter().filter(|each| is_kept_on_enum(each)).map(generated_tokens);
    let doc = format!("The codes of [`{}`].", data.ident.unraw());
    // rustc reports a name that two variants have at the enum with the data.
    let mut names = HashSet::new();
    let variants = codes.variants.iter().filter(|variant| names.insert(variant.ident.unraw()));
    let variants = variants.map(|variant| {
        let name = generated(&variant.ident);
        let is_row = |row: &&Row| row.variant.ident == variant.ident;
        let doc = documentation(variant, table.rows.iter().find(is_row));
        let discriminant = discriminant(variant);
        quote!(#doc #name #discriminant)
    });
    Some(quote! {
        #(#kept)*
        #[doc = #doc]
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::hash::Hash,
        )]
        #visibility enum #this {
            #(#variants,)*
        }
    })
}

/// `#[non_exhaustive]`, and the integer in `#[repr(…)]`.
fn is_kept_on_enum(attribute: &Attribute) -> bool {
    let is_integer = |meta: &Meta| {
        matches!(meta, Meta::List(list)
            if IntegerType::from_name(&list.tokens.to_string()).is_some())
    };
    attribute.path().is_ident("non_exhaustive")
        || attribute.path().is_ident("repr") && is_integer(&attribute.meta)
}

/// The documentation of a variant, aliases included. What a variant without any says
/// of itself comes from its row.
fn documentation(variant: &syn::Variant, row: Option<&Row>) -> TokenStream {
    let docs = || variant.attrs.iter().filter(|attribute| attribute.path().is_ident("doc"));
    let written = docs().map(generated_tokens);
    let is_text = |attribute: &Attribute| matches!(attribute.meta, Meta::NameValue(_));
    let text = if docs().any(is_text) { None } else { Some(text(variant, row)) };
    let text = text.map(|text| quote!(#[doc = #text]));
    quote!(#(#written)* #text)
}

fn text(variant: &syn::Variant, row: Option<&Row>) -> String {
    let text = row.map_or("", |row| row.description.as_deref().unwrap_or(row.message));
    if text.is_empty() { format!("`{}`.", variant.ident.unraw()) } else { escaped(text) }
}
