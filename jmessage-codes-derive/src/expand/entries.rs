//! The table itself: its entries and its variants.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use crate::kind;
use crate::table::{Description, Row, Table};
use crate::tokens::{generated, generated_text};

/// The entries by row, behind them one with the texts of `other`, and the way to
/// them from a variant.
///
/// `positions` are those of the rows in the array of variants.
pub(super) fn expand(table: &Table, positions: &[usize]) -> TokenStream {
    let facade = &table.facade;
    let this = table.this();
    let code_type = table.code_type.path();
    // Of the entry of `other` only the texts are ever read.
    let rows = table.rows.iter().chain(&table.other).zip(positions.iter().chain(&[0]));
    let mut aliases = Vec::new();
    let entries: Vec<TokenStream> =
        rows.map(|(row, position)| new_entry(table, row, *position, &mut aliases)).collect();
    let length = Literal::usize_unsuffixed(entries.len());
    let aliases = (!aliases.is_empty()).then(|| {
        let length = Literal::usize_unsuffixed(aliases.len());
        quote!(static __ALIASES: [&[#code_type]; #length] = [#(#aliases),*];)
    });
    let to_row = row_of(table);
    quote! {
        // Not generic, so that rustc infers no types in each row.
        const fn __new(
            position: ::core::primitive::u32,
            code: #code_type,
            name: &'static ::core::primitive::str,
            message: &'static ::core::primitive::str,
            description: &'static ::core::primitive::str,
        ) -> #facade::Entry<#this> {
            #facade::Entry::__new(position, code, name, message, description)
        }

        #aliases

        static __ENTRIES: [#facade::Entry<#this>; #length] = [#(#entries),*];

        #to_row

        #[inline]
        const fn __entry(variant: #this) -> &'static #facade::Entry<#this> {
            &__ENTRIES[__row(variant)]
        }
    }
}

fn new_entry(
    table: &Table,
    row: &Row,
    position: usize,
    all_aliases: &mut Vec<TokenStream>,
) -> TokenStream {
    let position = Literal::usize_unsuffixed(position);
    let name = Literal::string(&row.variant.ident.unraw().to_string());
    let message = row.message.map(generated_text);
    let description = match &row.description {
        Description::Literal(text) => Some(generated_text(text)),
        Description::Comment(text) => Some(Literal::string(text)),
        Description::Message => message.clone(),
    };
    let aliases = row.codes.get(1..).unwrap_or_default();
    // The variant `other` has no code of its own.
    let code = row.codes.first().map_or_else(|| quote!(0), |code| code.to_literal());
    let mut entry = quote!(__new(#position, #code, #name, #message, #description));
    if !aliases.is_empty() {
        let index = Literal::usize_unsuffixed(all_aliases.len());
        let codes = aliases.iter().map(|code| code.to_literal());
        all_aliases.push(quote!(&[#(#codes),*]));
        entry.extend(quote!(.__aliases(&__ALIASES[#index])));
    }
    if row.kind() != kind::UNKNOWN {
        let (facade, kind) = (&table.facade, format_ident!("{}", row.kind()));
        entry.extend(quote!(.__kind(#facade::Kind::#kind)));
    }
    if row.is_retired {
        entry.extend(quote!(.__retired()));
    }
    entry
}

/// The variants, one for each of `rows`: those by position, then those that share
/// a message.
///
/// There is no other array of the enum: rustc takes quadratic time to check one.
pub(super) fn variants(table: &Table, rows: &[usize]) -> TokenStream {
    let facade = &table.facade;
    let this = table.this();
    let variants = table.rows.iter().map(|row| generated(&row.variant.ident));
    let length = Literal::usize_unsuffixed(rows.len());
    let rows = rows.iter().map(|row| Literal::usize_unsuffixed(*row));
    quote! {
        static __VARIANTS: [#this; #length] =
            #facade::__private::arrange([#(#this::#variants),*], [#(#rows),*]);
    }
}

/// How many arms a `match` has: rustc takes quadratic time to compile one.
const ARMS: usize = 1_000;

/// From a variant to its row.
///
/// rustc compiles the cast quickly at any size. A `match` is needed if the
/// discriminants are not the rows, or if a variant has a field, so that there is
/// no cast.
fn row_of(table: &Table) -> TokenStream {
    let is_row = |row: &Row| row.variant.discriminant.is_none();
    if table.other.is_none() && table.rows.iter().all(is_row) {
        return row_function(table, 0, &quote!(variant as ::core::primitive::usize));
    }
    let this = table.this();
    let rows = table.rows.iter().chain(&table.other).enumerate();
    let arms: Vec<TokenStream> = rows
        .map(|(row, each)| {
            let (variant, row) = (generated(&each.variant.ident), Literal::usize_unsuffixed(row));
            let field = each.codes.is_empty().then(|| quote!((_)));
            quote!(#this::#variant #field => #row)
        })
        .collect();
    let count = arms.len().div_ceil(ARMS);
    let chunks = arms.chunks(ARMS).enumerate().map(|(number, arms)| {
        let rest = if number + 1 < count {
            let next = row_function_name(number + 1);
            Some(quote!(variant => #next(variant)))
        } else {
            // The functions before this one have the other variants.
            (count > 1).then(|| quote!(_ => 0))
        };
        row_function(table, number, &quote!(match variant { #(#arms,)* #rest }))
    });
    chunks.collect()
}

fn row_function(table: &Table, number: usize, body: &TokenStream) -> TokenStream {
    let (this, name) = (table.this(), row_function_name(number));
    quote! {
        #[inline]
        const fn #name(variant: #this) -> ::core::primitive::usize {
            #body
        }
    }
}

/// The first is the one to call.
fn row_function_name(number: usize) -> Ident {
    if number == 0 { format_ident!("__row") } else { format_ident!("__row_{number}") }
}
