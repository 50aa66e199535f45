//! The columns that `#[catalog(column(…))]` adds.

use std::ptr;

use proc_macro2::{Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use crate::names;
use crate::table::Table;
use crate::tokens;

/// The values of each column, by row and behind them that of `other`.
pub(super) fn expand(table: &Table) -> TokenStream {
    (0..table.columns.len()).map(|index| column(table, index)).collect()
}

fn column(table: &Table, index: usize) -> TokenStream {
    let column = table.columns[index];
    let rows = || table.rows.iter().chain(&table.other);
    let length = Literal::usize_unsuffixed(rows().count());
    let (name, ty) = (names::column(index), &column.ty);
    let values = rows().filter_map(|row| row.values.get(index));
    let values = values.map(|value| tokens::value(table, value));
    // rustc underlines these tokens if the type is not `Sync`.
    let span = ty.span().resolved_at(Span::call_site());
    let array = quote_spanned!(span=> [#ty; #length]);
    let unused = column.default.as_ref().filter(|default| {
        rows().all(|row| row.values.get(index).is_none_or(|value| !ptr::eq(*value, *default)))
    });
    // So that rustc checks its type.
    let unused = unused.map(|default| {
        let (default, name) = (tokens::value(table, default), format_ident!("__DEFAULT_{index}"));
        quote!(const #name: #ty = #default;)
    });
    if table.column_names_self(index) {
        let this = table.this();
        quote!(impl #this { const #name: &'static #array = &[#(#values),*]; #unused })
    } else {
        quote!(static #name: #array = [#(#values),*]; #unused)
    }
}

/// The bodies of the columns' methods.
pub(super) fn bodies(table: &Table) -> Vec<TokenStream> {
    let facade = &table.facade;
    let columns = (0..table.columns.len()).map(|index| {
        let (name, ty) = (names::column(index), table.column_type(index));
        let owner = table.column_names_self(index).then(|| quote!(Self::));
        // rustc underlines the type here if it is not `Copy`.
        quote!(#facade::__private::value::<#ty>(&#owner #name[__row(self)]))
    });
    columns.collect()
}
