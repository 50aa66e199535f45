//! The impls of other crates' traits, for which the facade has features.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;

use crate::attr::catalog::NUMBER;
use crate::attr::doc_comment;
use crate::table::Table;
use crate::tokens;

/// A call of a macro for each key.
pub(super) fn impls(table: &Table) -> TokenStream {
    let attribute = &table.catalog.attribute;
    let original = table.catalog.original;
    if !original.generics.params.is_empty() {
        return TokenStream::new();
    }
    let (this, form) = (table.this(), form(table));
    let name = original.ident.unraw().to_string();
    let is_open = table.other.is_some();
    let mut own =
        attribute.code_enum.iter().map(|code_enum| doc_comment::text(&code_enum.attributes));
    let own = own.find(|text| !text.is_empty());
    let description = own.unwrap_or_else(|| doc_comment::text(&original.attrs));
    let description = tokens::string(&description);
    let schema = quote!(#this, #name, #form, #is_open, #description);
    let serde = attribute.serde.as_ref().map(|serde| &serde.key);
    [
        call(table, serde, "__impl_serde", &quote!(#this, #form)),
        call(table, attribute.schemars.as_ref(), "__impl_schemars", &schema),
        call(table, attribute.utoipa.as_ref(), "__impl_utoipa", &schema),
    ]
    .into_iter()
    .collect()
}

/// How serde writes the codes.
fn form(table: &Table) -> TokenStream {
    let serde = table.catalog.attribute.serde.as_ref();
    match serde.and_then(|serde| serde.form.as_ref()) {
        Some(form) if form == NUMBER => quote!(Number),
        Some(_) => quote!(String),
        None => quote!(Any),
    }
}

/// The call has the span of the key, since the macro is an error if the facade lacks the feature.
fn call(table: &Table, key: Option<&Ident>, name: &str, arguments: &TokenStream) -> TokenStream {
    let Some(key) = key else { return TokenStream::new() };
    let (facade, name) = (&table.facade, Ident::new(name, key.span()).into_token_stream());
    let call = quote!(#facade::#name! { #arguments }).into_iter();
    let call = call.map(|mut token| {
        token.set_span(key.span().resolved_at(token.span()));
        token
    });
    call.collect()
}
