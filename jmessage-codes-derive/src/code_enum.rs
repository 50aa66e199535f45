//! `code_enum`: the enum of the codes of an enum whose variants have data.
//!
//! The new enum is a catalog like any other: the rest of the derive sees only it.

use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DataEnum, DeriveInput, Meta, Path, Token};

use crate::ast::{Catalog, Variant};
use crate::doc_table::escaped;
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

fn is(attribute: &Attribute, name: &str) -> bool {
    attribute.path().is_ident(name)
}

/// Checks the attributes for the enum of the codes and for its variants.
pub(crate) fn check_attributes(table: &Table, errors: &mut Errors) {
    let attribute = &table.catalog.attribute;
    for each in given(table) {
        for made in derives(&each.meta).iter().filter(|path| is_made(table, path)) {
            let name = made.segments.last().map(|last| &last.ident);
            let name = name.map(ToString::to_string).unwrap_or_default();
            let message = format!("`{}` already has `{name}`; remove it here", table.this());
            errors.push_at(Place::Enum, made, message);
        }
        for derive in derives(&each.meta) {
            let Some(key) = misleads(table, &derive) else { continue };
            let message = format!(
                "this describes the names of the variants, but serde writes the codes; \
                 write #[catalog({key})] instead"
            );
            errors.push_at(Place::Enum, derive, message);
        }
        if mentions_repr(&each.meta) {
            let message =
                "the derive cannot evaluate the condition of this repr; write it without one";
            errors.push_at(Place::Enum, each, message);
        }
        refuse_condition(each, Place::Enum, "the enum with the data", errors);
    }
    for code in table.catalog.variants.iter().filter_map(|variant| variant.codes.first()) {
        let Some(first) = code.attributes.first() else { continue };
        if table.catalog.data.is_none() && !attribute.is_unclear("code_enum") {
            let message = "`attr(…)` needs `code_enum`; write the attribute on the variant itself";
            errors.push_at(code.place, first, message);
        }
        for each in &code.attributes {
            refuse_condition(each, code.place, "the variant", errors);
        }
    }
}

/// Refuses a condition: the generated code names the enum and its variants whether it holds or not.
fn refuse_condition(attribute: &Attribute, place: Place, whole: &str, errors: &mut Errors) {
    if is(attribute, "cfg") {
        let message =
            format!("a `cfg` here would apply to only one of the two enums; write it on {whole}");
        errors.push_at(place, attribute, message);
    }
}

/// The key to use instead of the derive of a schema, which does not know that serde writes codes.
fn misleads(table: &Table, path: &Path) -> Option<&'static str> {
    let keys = [("JsonSchema", "schemars"), ("ToSchema", "utoipa")];
    let (_, key) = keys
        .into_iter()
        .find(|(name, _)| path.segments.last().is_some_and(|last| last.ident == name))?;
    let is_misleading = table.catalog.attribute.serde.is_some() && !is_made(table, path);
    is_misleading.then_some(key)
}

/// Whether a `cfg_attr` has a repr.
fn mentions_repr(meta: &Meta) -> bool {
    let nested = Punctuated::<Meta, Token![,]>::parse_terminated;
    let Meta::List(list) = meta else { return false };
    if !list.path.is_ident("cfg_attr") {
        return false;
    }
    let metas = nested.parse2(list.tokens.clone()).into_iter().flatten().skip(1);
    metas.into_iter().any(|meta| meta.path().is_ident("repr") || mentions_repr(&meta))
}

/// The traits in `#[derive(…)]`, which may have a condition.
fn derives(meta: &Meta) -> Vec<Path> {
    let paths = Punctuated::<Path, Token![,]>::parse_terminated;
    let nested = Punctuated::<Meta, Token![,]>::parse_terminated;
    match meta {
        Meta::List(list) if list.path.is_ident("derive") => {
            paths.parse2(list.tokens.clone()).into_iter().flatten().collect()
        }
        Meta::List(list) if list.path.is_ident("cfg_attr") => {
            let metas = nested.parse2(list.tokens.clone()).into_iter().flatten();
            metas.skip(1).flat_map(|meta| derives(&meta)).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether the enum of the codes has this trait anyway, without a further derive.
fn is_made(table: &Table, path: &Path) -> bool {
    const MADE: [&str; 8] =
        ["Clone", "Copy", "Debug", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];
    let attribute = &table.catalog.attribute;
    let (Some(first), Some(last)) = (path.segments.first(), path.segments.last()) else {
        return false;
    };
    // Other crates have traits of the same names.
    let is_of =
        |crates: &[&str]| path.segments.len() == 1 || crates.iter().any(|name| first.ident == name);
    let is = |names: &[&str]| names.iter().any(|name| last.ident == name);
    is(&["ErrorCatalog"])
        || is(&MADE) && is_of(&["core", "std"])
        || attribute.serde.is_some() && is(&["Serialize", "Deserialize"]) && is_of(&["serde"])
        || attribute.schemars.is_some() && is(&["JsonSchema"]) && is_of(&["schemars"])
        || attribute.utoipa.is_some() && is(&["ToSchema"]) && is_of(&["utoipa"])
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
    let is_text = |each: &Attribute| is(each, "doc") && matches!(each.meta, Meta::NameValue(_));
    let doc = (!given(table).any(is_text)).then(|| quote!(#[doc = #doc]));
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
    let variants = variants.map(|(variant, written)| {
        let name = generated(&variant.ident);
        let row = rows.get(&variant.ident).copied();
        let doc = documentation(variant, row);
        let url = row.and_then(|row| table.url_of(row)).map(|url| format!("\n\n<{url}>"));
        let url = url.map(|url| quote!(#[doc = #url]));
        let given = written.codes.first().into_iter().flat_map(|code| &code.attributes);
        let given = given.filter(|each| is_asked_for && !is(each, "cfg"));
        let code = row.filter(|_| is_correct).and_then(|row| row.codes.first());
        let discriminant = match code {
            Some(Code::Integer(code)) if has_repr => {
                let code = code.to_tokens();
                Some(quote!(= #code))
            }
            _ => discriminant(variant),
        };
        quote!(#doc #url #(#given)* #name #discriminant,)
    });
    variants.collect()
}

/// The attributes in `code_enum(…)`.
fn given<'a>(table: &'a Table) -> impl Iterator<Item = &'a Attribute> {
    let given = table.catalog.attribute.code_enum.iter();
    given.flat_map(|code_enum| &code_enum.attributes)
}

/// An attribute without what `check_attributes` refuses, since rustc would report that too.
fn without_mistakes(table: &Table, attribute: &Attribute) -> Option<TokenStream> {
    let derives = derives(&attribute.meta);
    let is_refused = |path: &Path| is_made(table, path) || misleads(table, path).is_some();
    let has_mistake = derives.iter().any(is_refused) || mentions_repr(&attribute.meta);
    if is(attribute, "cfg") || is(attribute, "cfg_attr") && has_mistake {
        return None;
    }
    if !derives.iter().any(is_refused) {
        return Some(attribute.to_token_stream());
    }
    let others = derives.iter().filter(|path| !is_refused(path));
    Some(quote!(#[derive(#(#others),*)]))
}

/// `#[non_exhaustive]`, and the integer in `#[repr(…)]`.
fn is_kept_on_enum(attribute: &Attribute) -> bool {
    let is_integer = |meta: &Meta| {
        matches!(meta, Meta::List(list)
            if IntegerType::from_name(&list.tokens.to_string()).is_some())
    };
    is(attribute, "non_exhaustive") || is(attribute, "repr") && is_integer(&attribute.meta)
}

/// The documentation of a variant, aliases included. Without a doc comment, its text comes from
/// the row.
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
