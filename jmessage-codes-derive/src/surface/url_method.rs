//! The URLs that explain the codes, if the enum has the key `url`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::reserved::URL;
use crate::table::Table;
use crate::url::UrlPart;

const DOC: &str = "The URL that explains the code. It is displayed without allocation.";

/// The constant of the hidden supertrait.
pub(super) fn constant(table: &Table) -> Option<TokenStream> {
    let template = table.catalog.attribute.url.as_ref()?;
    let parts = template.parts.iter().map(|part| match part {
        UrlPart::Text(text) => quote!(__facade::UrlPart::Text(#text)),
        UrlPart::Code => quote!(__facade::UrlPart::Code),
        UrlPart::Name => quote!(__facade::UrlPart::Name),
    });
    Some(quote!(const __URL: &'static [__facade::UrlPart] = &[#(#parts),*];))
}

/// The method of the enum.
pub(super) fn method(table: &Table) -> Option<TokenStream> {
    let visibility = &table.catalog.original.vis;
    method_of(table, &quote!(#visibility const fn url(self) -> ), &quote!(Self), &quote!(self))
}

/// The method of the enum with the data.
pub(super) fn method_of_data(table: &Table) -> Option<TokenStream> {
    let (this, visibility) = (table.this(), &table.catalog.original.vis);
    let head = quote!(#visibility const fn url(&self) -> );
    method_of(table, &head, &quote!(#this), &quote!(self.__error_code()))
}

fn method_of(
    table: &Table,
    head: &TokenStream,
    catalog: &TokenStream,
    variant: &TokenStream,
) -> Option<TokenStream> {
    table.catalog.attribute.url.as_ref()?;
    let facade = &table.facade;
    (!table.skips(URL)).then(|| {
        quote! {
            #[doc = #DOC]
            #[must_use]
            #[inline]
            #head #facade::Url<#catalog> {
                __facade::url(#variant)
            }
        }
    })
}
