//! The columns that `#[catalog(column(…))]` adds.

use std::ptr;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use crate::table::Table;
use crate::tokens;

/// The values of each column, by row and behind them that of `other`.
pub(super) fn expand(table: &Table) -> TokenStream {
    let rows = || table.rows.iter().chain(&table.other);
    let length = Literal::usize_unsuffixed(rows().count());
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        let name = static_name(index);
        let ty = &column.ty;
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
            let default = tokens::value(table, default);
            quote!(const _: #ty = #default;)
        });
        quote!(static #name: #array = [#(#values),*]; #unused)
    });
    columns.collect()
}

/// The bodies of the columns' methods.
pub(super) fn bodies(table: &Table) -> Vec<TokenStream> {
    let facade = &table.facade;
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        let (values, ty) = (static_name(index), &column.ty);
        // rustc underlines the type here if it is not `Copy`.
        quote!(#facade::__private::value::<#ty>(&#values[__row(self)]))
    });
    columns.collect()
}

fn static_name(index: usize) -> Ident {
    format_ident!("__COLUMN_{index}")
}
