//! The table itself: its entries and its variants.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

use crate::table::{Description, Row, Table};
use crate::tokens::{generated, generated_text};

/// The entries by row, behind them one with the texts of `other`, and the way to
/// them from a variant.
pub(super) fn expand(table: &Table) -> TokenStream {
    let facade = &table.facade;
    let this = table.this();
    let code_type = table.code_type.path();
    let entries = table.rows.iter().chain(&table.other).enumerate();
    let entries: Vec<TokenStream> = entries.map(|(row, each)| new_entry(row, each)).collect();
    let length = entries.len();
    let to_row = row_of(table);
    quote! {
        // Not generic, so that rustc infers no types in each row.
        const fn __new(
            row: ::core::primitive::u32,
            code: #code_type,
            name: &'static ::core::primitive::str,
            message: &'static ::core::primitive::str,
            description: &'static ::core::primitive::str,
        ) -> #facade::Entry<#this> {
            #facade::Entry::__new(row, code, name, message, description)
        }

        static __ENTRIES: [#facade::Entry<#this>; #length] = [#(#entries),*];

        #to_row

        #[inline]
        const fn __entry(variant: #this) -> &'static #facade::Entry<#this> {
            &__ENTRIES[__row(variant)]
        }
    }
}

fn new_entry(index: usize, row: &Row) -> TokenStream {
    let index = Literal::usize_unsuffixed(index);
    let name = Literal::string(&row.variant.ident.unraw().to_string());
    let message = row.message.map(generated_text);
    let description = match &row.description {
        Description::Literal(text) => Some(generated_text(text)),
        Description::Comment(text) => Some(Literal::string(text)),
        Description::Message => message.clone(),
    };
    let Some((code, aliases)) = row.codes.split_first() else {
        // Only the texts of `other` are ever read.
        return quote!(__new(#index, 0, #name, #message, #description));
    };
    let code = code.to_literal();
    let mut entry = quote!(__new(#index, #code, #name, #message, #description));
    if !aliases.is_empty() {
        let aliases = aliases.iter().map(|code| code.to_literal());
        entry.extend(quote!(.__aliases(&[#(#aliases),*])));
    }
    if row.is_success {
        entry.extend(quote!(.__success()));
    }
    entry
}

/// The variants by row, then those of `shared_rows`.
///
/// There is no other array of the enum: rustc takes quadratic time to check one.
pub(super) fn variants(table: &Table, shared_rows: &[usize]) -> TokenStream {
    let this = table.this();
    let shared = shared_rows.iter().map(|&row| &table.rows[row]);
    let names = table.rows.iter().chain(shared).map(|row| generated(&row.variant.ident));
    let length = table.rows.len() + shared_rows.len();
    quote!(static __VARIANTS: [#this; #length] = [#(#this::#names),*];)
}

/// From a variant to its row.
///
/// rustc compiles the cast quickly at any size. A `match` is needed if the
/// discriminants are not the rows, or if a variant has a field, so that there is
/// no cast.
fn row_of(table: &Table) -> TokenStream {
    let this = table.this();
    let is_row = |row: &Row| row.variant.discriminant.is_none();
    let body = if table.other.is_none() && table.rows.iter().all(is_row) {
        quote!(variant as ::core::primitive::usize)
    } else {
        let variants = table.rows.iter().map(|row| generated(&row.variant.ident));
        let rows = (0..table.rows.len()).map(Literal::usize_unsuffixed);
        let other = table.other.as_ref().map(|row| {
            let other = generated(&row.variant.ident);
            let row = Literal::usize_unsuffixed(table.rows.len());
            quote!(#this::#other(_) => #row,)
        });
        quote!(match variant { #(#this::#variants => #rows,)* #other })
    };
    quote! {
        #[inline]
        const fn __row(variant: #this) -> ::core::primitive::usize {
            #body
        }
    }
}
