//! The attributes in `code_enum(…)` and `attr(…)`.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Path, Token};

use crate::ast::Variant;
use crate::errors::{Errors, Place};
use crate::table::Table;

/// Checks the attributes for the enum of the codes and for its variants.
pub(crate) fn check(table: &Table, errors: &mut Errors) {
    for each in given(table) {
        for derive in derives(&each.meta) {
            if let Some(message) = mistake(table, &derive) {
                errors.push_at(Place::Enum, derive, message);
            }
        }
        if mentions_repr(&each.meta) {
            let message =
                "the derive cannot evaluate the condition of this repr; write it without one";
            errors.push_at(Place::Enum, each, message);
        }
        refuse_condition(each, Place::Enum, "the enum with the data", errors);
    }
    check_default(table, errors);
    let attribute = &table.catalog.attribute;
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

/// Refuses a derive of a trait that the enum has anyway, and one that does not know that serde
/// writes the codes.
fn mistake(table: &Table, derive: &Path) -> Option<String> {
    let name = &derive.segments.last()?.ident;
    if is_made(table, derive) {
        return Some(format!("`{}` already has `{name}`; remove it here", table.this()));
    }
    let keys = [("JsonSchema", "schemars"), ("ToSchema", "utoipa")];
    let (_, key) = keys.into_iter().find(|(schema, _)| name == schema)?;
    let message = format!(
        "this describes the names of the variants, but serde writes the codes; \
         write #[catalog({key})] instead"
    );
    table.catalog.attribute.serde.is_some().then_some(message)
}

/// Refuses `Default` without a default. rustc would propose to mark the variant with the data.
fn check_default(table: &Table, errors: &mut Errors) {
    let variants = &table.catalog.variants;
    let is_unclear = |variant: &Variant| variant.codes.iter().any(|code| code.is_broken);
    if variants.is_empty() || variants.iter().any(is_unclear) {
        return;
    }
    if let Some(derive) = default_without_variant(table) {
        let message = "no variant is the default; write `attr(#[default])` in the #[code] of one";
        errors.push_at(Place::Enum, derive, message);
    }
}

/// The derive of `Default`, if no variant is marked as the default.
pub(super) fn default_without_variant(table: &Table) -> Option<Path> {
    table.catalog.data?;
    let codes = table.catalog.variants.iter().flat_map(|variant| &variant.codes);
    let is_mark = |each: &Attribute| is(each, "default") || is(each, "cfg_attr");
    if codes.flat_map(|code| &code.attributes).any(is_mark) {
        return None;
    }
    let mut derives = given(table).flat_map(|each| derives(&each.meta));
    derives.find(|path| is_of(path, &["Default"], &["core", "std"]))
}

/// Refuses a condition: the generated code names the enum and its variants whether it holds or not.
fn refuse_condition(attribute: &Attribute, place: Place, whole: &str, errors: &mut Errors) {
    if is(attribute, "cfg") {
        let message =
            format!("a `cfg` here would apply to only one of the two enums; write it on {whole}");
        errors.push_at(place, attribute, message);
    }
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
    path.segments.last().is_some_and(|last| last.ident == "ErrorCatalog")
        || is_of(path, &MADE, &["core", "std"])
        || attribute.serde.is_some() && is_of(path, &["Serialize", "Deserialize"], &["serde"])
        || attribute.schemars.is_some() && is_of(path, &["JsonSchema"], &["schemars"])
        || attribute.utoipa.is_some() && is_of(path, &["ToSchema"], &["utoipa"])
}

/// Whether a path is one of these names, alone or in one of these crates. Other crates have traits
/// of the same names.
fn is_of(path: &Path, names: &[&str], crates: &[&str]) -> bool {
    let (Some(first), Some(last)) = (path.segments.first(), path.segments.last()) else {
        return false;
    };
    let is = |ident: &Ident, names: &[&str]| names.iter().any(|name| ident == name);
    is(&last.ident, names) && (path.segments.len() == 1 || is(&first.ident, crates))
}

/// The attributes in `code_enum(…)`.
pub(super) fn given<'a>(table: &'a Table) -> impl Iterator<Item = &'a Attribute> {
    let given = table.catalog.attribute.code_enum.iter();
    given.flat_map(|code_enum| &code_enum.attributes)
}

/// An attribute without what [`check`] refuses, since rustc would report that too.
pub(super) fn without_mistakes(table: &Table, attribute: &Attribute) -> Option<TokenStream> {
    let derives = derives(&attribute.meta);
    let is_refused = |path: &Path| mistake(table, path).is_some();
    let has_mistake = derives.iter().any(is_refused) || mentions_repr(&attribute.meta);
    let is_refused_whole = is(attribute, "cfg") || is(attribute, "cfg_attr") && has_mistake;
    if is_refused_whole || is_left_over(table, attribute) {
        return None;
    }
    if !derives.iter().any(is_refused) {
        return Some(attribute.to_token_stream());
    }
    let others = derives.iter().filter(|path| !is_refused(path));
    Some(quote!(#[derive(#(#others),*)]))
}

/// Whether an attribute is one of those that a refused derive would have read.
fn is_left_over(table: &Table, attribute: &Attribute) -> bool {
    const READ: [&str; 5] = ["serde", "schemars", "schema", "catalog", "code"];
    let is_read = READ.iter().any(|name| is(attribute, name));
    let mut derives = given(table).flat_map(|each| derives(&each.meta));
    is_read && derives.any(|derive| mistake(table, &derive).is_some())
}

pub(super) fn is(attribute: &Attribute, name: &str) -> bool {
    attribute.path().is_ident(name)
}
