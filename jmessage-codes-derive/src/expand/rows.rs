//! The rows: their positions, variants and facts.

use std::fmt::Write as _;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::code_enum;
use crate::kind;
use crate::table::{Row, Table};
use crate::tokens::{generated, lexed, list, number_static, small_numbers};

/// The rows, with the `other` variant at the end.
pub(super) fn with_other<'a>(table: &'a Table) -> impl Iterator<Item = &'a Row<'a>> + Clone {
    table.rows.iter().chain(&table.other)
}

/// The positions of the rows.
pub(super) fn positions(positions: &[usize]) -> TokenStream {
    let (statics, numbers) = small_numbers(&format_ident!("__POSITION_OF_ROW"), positions);
    quote! {
        #statics
        const __POSITIONS: __facade::Numbers = #numbers;
    }
}

/// The array of the variants.
///
/// There is no other array of the enum: rustc takes quadratic time to check one.
pub(super) fn variants(
    table: &Table,
    length: usize,
    aliases: &[(usize, usize)],
    shared_rows: &[usize],
) -> TokenStream {
    let this = table.this();
    let variants = table.rows.iter().map(|row| generated(&row.variant.ident));
    let length = Literal::usize_unsuffixed(length + shared_rows.len());
    let (aliases, shared_rows) = (pairs(aliases), list(shared_rows));
    quote! {
        static __VARIANTS: [#this; #length] = __facade::arrange_variants(
            [#(#this::#variants),*],
            __POSITIONS,
            &[#aliases],
            &[#shared_rows],
        );
    }
}

fn pairs(pairs: &[(usize, usize)]) -> TokenStream {
    let mut text = String::new();
    for (first, second) in pairs {
        let _ = write!(text, "({first},{second}),");
    }
    lexed(&text)
}

// The bits of the facade's `Facts`.
const RETIRED: u8 = 1 << 5;
const MESSAGE_DESCRIBES: u8 = 1 << 6;
const RETRIED_UNLIKE_KIND: u8 = 1 << 7;

/// The facts of the rows. With `some_descriptions`, they say which rows have a description.
pub(super) fn facts(table: &Table, some_descriptions: bool) -> TokenStream {
    let facts = with_other(table).map(|row| {
        let kind = kind::number(row.kind());
        let retired = if row.is_retired { RETIRED } else { 0 };
        let is_message = some_descriptions && row.own_description().is_none();
        let message_describes = if is_message { MESSAGE_DESCRIBES } else { 0 };
        let is_unlike_kind = row.is_retryable() != kind::is_retryable(row.kind());
        let retried = if is_unlike_kind { RETRIED_UNLIKE_KIND } else { 0 };
        kind | retired | message_describes | retried
    });
    let facts: Vec<u8> = facts.collect();
    let (statics, value) = if facts.iter().all(|fact| *fact == kind::number(kind::UNKNOWN)) {
        (TokenStream::new(), quote!(USUAL))
    } else {
        let name = format_ident!("__FACTS_OF_ROW");
        (number_static(&name, "u8", &facts), quote!(new(&__FACTS_OF_ROW)))
    };
    quote! {
        #statics
        const __FACTS: __facade::Facts = __facade::Facts::#value;
    }
}

/// The most arms that a `match` has: rustc takes quadratic time to compile one.
const ARMS: usize = 1_000;

/// From a variant to its row.
///
/// rustc compiles the cast quickly at any size. A `match` is needed if the
/// discriminants are not the rows, or if a variant has a field, so that there is
/// no cast.
pub(super) fn row_of(table: &Table) -> TokenStream {
    let has_repr = code_enum::repr(table.catalog).is_some();
    let is_row = |row: &Row| row.variant.discriminant.is_none() && !has_repr;
    if table.other.is_none() && table.rows.iter().all(is_row) {
        return row_function(table, 0, &quote!(variant as ::core::primitive::usize));
    }
    let this = table.this();
    let arms: Vec<TokenStream> = with_other(table)
        .enumerate()
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
