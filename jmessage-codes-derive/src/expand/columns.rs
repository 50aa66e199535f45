//! The columns that `#[catalog(column(…))]` adds.

use std::ptr;

use proc_macro2::{Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Type;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::attr::value::Value;
use crate::doc_table::value_text;
use crate::expand::rows::with_other;
use crate::names;
use crate::packed::Packed;
use crate::table::Table;
use crate::text_column::text_column;
use crate::tokens;

/// The values of each column that is not packed, by row, with that of `other` at the end.
pub(super) fn outer(table: &Table) -> TokenStream {
    let columns = 0..table.columns.len();
    columns
        .filter(|index| literal_texts(table, *index).is_none())
        .map(|index| values(table, index))
        .collect()
}

fn values(table: &Table, index: usize) -> TokenStream {
    let column = table.columns[index];
    let rows = || with_other(table);
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

/// The columns as texts: `__VALUES_0` and so on.
pub(super) fn inner(table: &Table) -> TokenStream {
    let columns = (0..table.columns.len()).map(|index| {
        let values = || with_other(table).filter_map(|row| row.values.get(index));
        let texts = literal_texts(table, index).map(|texts| Packed::new(&texts));
        let texts = texts.unwrap_or_else(|| {
            let texts: Vec<String> = values().map(|value| value_text(value)).collect();
            Packed::new(&texts.iter().map(String::as_str).collect::<Vec<_>>())
        });
        text_column(&format!("VALUES_{index}"), &texts)
    });
    columns.collect()
}

/// The values of a `&str` column if all of them are literals. Such a column is packed as
/// the other texts are.
fn literal_texts<'a>(table: &'a Table, index: usize) -> Option<Vec<&'a str>> {
    let column = table.columns[index];
    let values = with_other(table).filter_map(|row| row.values.get(index).copied());
    let is_literal = |value: &Value| value.literal.is_some();
    if !is_str(&column.ty) || !column.default.iter().all(is_literal) {
        return None;
    }
    values.map(|value| value.literal.as_deref()).collect()
}

/// Whether a type is `&'static str`.
fn is_str(ty: &Type) -> bool {
    match ty {
        Type::Group(group) => is_str(&group.elem),
        Type::Paren(paren) => is_str(&paren.elem),
        Type::Reference(reference) => {
            let is_static = reference.lifetime.as_ref().is_some_and(|name| name.ident == "static");
            let is_str = matches!(&*reference.elem, Type::Path(path) if path.path.is_ident("str"));
            is_static && is_str && reference.mutability.is_none()
        }
        _ => false,
    }
}

/// The bodies of the columns' methods.
pub(super) fn bodies(table: &Table) -> Vec<TokenStream> {
    let columns = (0..table.columns.len()).map(|index| {
        if literal_texts(table, index).is_some() {
            let texts = format_ident!("__VALUES_{index}");
            return quote!(#texts.get(__row(self)));
        }
        let (name, ty) = (names::column(index), table.column_type(index));
        let owner = table.column_names_self(index).then(|| quote!(Self::));
        // rustc underlines the type here if it is not `Copy`.
        quote!(__facade::value::<#ty>(&#owner #name[__row(self)]))
    });
    columns.collect()
}

/// The facade's `Column` of each.
pub(super) fn list(table: &Table) -> Vec<TokenStream> {
    let facade = &table.facade;
    let rows = Literal::usize_unsuffixed(table.rows.len());
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        let (name, texts) = (column.name.unraw().to_string(), format_ident!("__VALUES_{index}"));
        quote!(#facade::Column::__new(#name, #rows, #texts))
    });
    columns.collect()
}
