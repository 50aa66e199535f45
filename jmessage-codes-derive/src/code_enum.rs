//! `code_enum`: the enum of the codes of an enum whose variants have data.
//!
//! The new enum is a catalog like any other: the rest of the derive sees only it.

pub(crate) mod attributes;
mod documentation;

use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::{Attribute, Data, DataEnum, DeriveInput, Meta};

use self::attributes::{default_without_variant, given, is, without_mistakes};
use crate::ast::{Catalog, Variant};
use crate::attr::doc_comment;
use crate::errors::{Errors, Place};
use crate::integer::IntegerType;
use crate::table::{Code, Row, Table};
use crate::tokens::{generated, generated_tokens};

/// The enum of the codes, if the attribute asks for one.
///
/// Data without the attribute is an error. Even then there is an enum of the codes, so that uses of
/// the methods cause no further errors, unless the enum itself is meant as a catalog.
pub(crate) fn of(catalog: &Catalog, errors: &mut Errors) -> Option<DeriveInput> {
    let input = catalog.original;
    let Data::Enum(data) = &input.data else { return None };
    let has_data = catalog.variants.iter().any(Variant::has_data);
    let ident = match catalog.attribute.code_enum.as_ref().map(|code_enum| &code_enum.name) {
        Some(name) if *name != input.ident => name.clone(),
        None if !has_data => return None,
        name => {
            match name {
                Some(name) => refuse_name(name, errors),
                None => refuse_data(catalog, errors),
            }
            if is_meant_as_catalog(catalog) {
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

/// Whether an enum whose variants have data, but no `code_enum`, is meant as a catalog itself.
/// Then few of its variants have data, and it has neither generic parameters nor thiserror's
/// `#[error]`.
fn is_meant_as_catalog(catalog: &Catalog) -> bool {
    let Catalog { attribute, variants, original, .. } = catalog;
    let with_data = variants.iter().filter(|variant| variant.has_data()).count();
    let has_texts =
        variants.iter().any(|variant| variant.original.attrs.iter().any(|each| is(each, "error")));
    let is_error = attribute.code_enum.is_some()
        || attribute.is_unclear("code_enum")
        || !original.generics.params.is_empty()
        || has_texts
        || with_data * 2 > variants.len();
    variants.iter().any(Variant::means_other) || !is_error
}

fn discriminant(variant: &syn::Variant) -> Option<TokenStream> {
    variant.discriminant.as_ref().map(|(_, value)| quote!(= #value))
}

fn refuse_name(name: &Ident, errors: &mut Errors) {
    let message = format!("`{name}` is the name of the enum with the data; choose another");
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

/// The integer in its `#[repr(…)]`: one of its own, or that of the enum with the data.
pub(crate) fn repr(catalog: &Catalog) -> Option<IntegerType> {
    let data = catalog.data?;
    let given = catalog.attribute.code_enum.iter().flat_map(|code_enum| &code_enum.attributes);
    let mut reprs = given.chain(data.attrs.iter().filter(|each| is_kept_on_enum(each)));
    reprs.find_map(integer_of_repr)
}

fn integer_of_repr(attribute: &Attribute) -> Option<IntegerType> {
    let Meta::List(list) = &attribute.meta else { return None };
    if !list.path.is_ident("repr") {
        return None;
    }
    list.tokens.clone().into_iter().find_map(|token| IntegerType::from_name(&token.to_string()))
}

/// The enum of the codes. `is_correct` says whether the table has no mistake.
pub(crate) fn definition(table: &Table, is_correct: bool) -> Option<TokenStream> {
    let data = table.catalog.data?;
    let Data::Enum(codes) = &table.catalog.original.data else { return None };
    let (visibility, this) = (&data.vis, table.this());
    let is_given = |name| given(table).any(|each| is(each, name));
    let kept = data.attrs.iter().filter(|each| is_kept_on_enum(each));
    let kept = kept.filter(|each| !is_given("repr") || !is(each, "repr"));
    let kept = kept.filter(|each| !is_given("non_exhaustive") || !is(each, "non_exhaustive"));
    let kept = kept.map(generated_tokens);
    let doc = format!("The codes of [`{}`].", data.ident.unraw());
    let doc = (!given(table).any(doc_comment::is_part)).then(|| quote!(#[doc = #doc]));
    let given = given(table).filter_map(|each| without_mistakes(table, each));
    let variants = variants(table, codes, is_correct);
    Some(quote! {
        #(#kept)*
        #doc
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::hash::Hash,
        )]
        #(#given)*
        #visibility enum #this {
            #variants
        }
    })
}

fn variants(table: &Table, codes: &DataEnum, is_correct: bool) -> TokenStream {
    let has_repr = repr(table.catalog).is_some();
    // Without the key it has no derives that know the attributes.
    let is_asked_for = table.catalog.attribute.code_enum.is_some();
    let rows: HashMap<&Ident, &Row> =
        table.rows.iter().map(|row| (&row.variant.ident, row)).collect();
    let mut names = HashSet::new();
    let variants = codes.variants.iter().zip(&table.catalog.variants);
    // If two variants have one name, rustc reports it at the enum with the data.
    let variants = variants.filter(|(variant, _)| names.insert(variant.ident.unraw()));
    // Then uses of the default compile.
    let mut default = default_without_variant(table).map(|_| quote!(#[default]));
    let variants = variants.map(|(variant, written)| {
        let name = generated(&variant.ident);
        let row = rows.get(&variant.ident).copied();
        let doc = documentation::of_variant(table, variant, row);
        let given = written.codes.first().into_iter().flat_map(|code| &code.attributes);
        let given = given.filter(|_| is_asked_for).filter_map(|each| without_mistakes(table, each));
        let default = default.take();
        let code = row.filter(|_| is_correct).and_then(|row| row.codes.first());
        let discriminant = match code {
            Some(Code::Integer(code)) if has_repr => {
                let code = code.to_tokens();
                Some(quote!(= #code))
            }
            _ => discriminant(variant),
        };
        quote!(#doc #(#given)* #default #name #discriminant,)
    });
    variants.collect()
}

/// `#[non_exhaustive]`, and the integer in `#[repr(…)]`.
fn is_kept_on_enum(attribute: &Attribute) -> bool {
    let is_integer = |meta: &Meta| {
        matches!(meta, Meta::List(list)
            if IntegerType::from_name(&list.tokens.to_string()).is_some())
    };
    is(attribute, "non_exhaustive") || is(attribute, "repr") && is_integer(&attribute.meta)
}
