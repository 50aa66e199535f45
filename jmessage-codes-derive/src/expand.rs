//! Writes out a table that keeps all rules.

mod columns;
mod entries;
mod from_code;
mod from_message;
mod position;
#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use quote::quote;

use crate::expand::from_code::Codes;
use crate::perfect_hash::{Index, Keys};
use crate::surface::{self, Bodies};
use crate::table::Table;
use crate::tokens::{self, generated};

/// The impls, in blocks of their own with the items that they use. `build` is
/// [`Index::build`], except in a test.
pub(crate) fn expand(table: &Table, build: fn(&Keys) -> Index) -> TokenStream {
    let items = items(table, build);
    let surface = surface::expand(table, &bodies(table));
    tokens::blocks(table, &columns::expand(table), &quote!(#items #surface))
}

/// The table, and the lookups in it.
fn items(table: &Table, build: fn(&Keys) -> Index) -> TokenStream {
    let codes = Codes::new(table, build);
    let rows = codes.rows();
    let positions = positions(table, &rows);
    let by_message = from_message::expand(table, rows.len(), build);
    let variants = entries::variants(table, &[rows, by_message.shared_rows].concat());
    let entries = entries::expand(table, &positions);
    let (from_code, from_message) = (codes.expand(table), by_message.items);
    quote!(#entries #variants #from_code #from_message)
}

/// For each row a position that has it. `rows` are the rows by position.
fn positions(table: &Table, rows: &[usize]) -> Vec<usize> {
    let mut positions = vec![0; table.rows.len()];
    for (position, row) in rows.iter().enumerate() {
        positions[*row] = position;
    }
    positions
}

/// The bodies of the methods, which use those items.
fn bodies(table: &Table) -> Bodies {
    let facade = &table.facade;
    let rows = table.rows.len();
    let other = table.other.as_ref().map(|row| generated(&row.variant.ident));
    let return_kept =
        other.as_ref().map(|other| quote!(if let Self::#other(code) = self { return code.get(); }));
    let return_none = other.as_ref().map(
        |other| quote!(if let Self::#other(_) = self { return ::core::option::Option::None; }),
    );
    Bodies {
        from_code: quote!(__from_code(code)),
        from_message: quote!(__from_message(message)),
        entry: quote!(#return_none ::core::option::Option::Some(__entry(self))),
        code: quote!(#return_kept __entry(self).code()),
        name: quote!(__entry(self).name()),
        message: quote!(__entry(self).message()),
        description: quote!(__entry(self).description()),
        kind: quote!(__entry(self).kind()),
        is_success: quote!(__entry(self).is_success()),
        into_result: quote! {
            if __entry(#facade::__private::copy(&self)).is_success() {
                ::core::result::Result::Ok(())
            } else {
                ::core::result::Result::Err(self)
            }
        },
        columns: columns::bodies(table),
        from_any_code: quote! {
            match __from_code(code) {
                ::core::option::Option::Some(variant) => variant,
                ::core::option::Option::None => Self::#other(#facade::__private::unlisted(code)),
            }
        },
        entry_of_code: quote! {
            match __from_code(code) {
                ::core::option::Option::Some(variant) => {
                    ::core::option::Option::Some(__entry(variant))
                }
                ::core::option::Option::None => ::core::option::Option::None,
            }
        },
        from_data: from_data(table),
        entries: quote!(__ENTRIES.split_at(#rows).0),
        variants: quote!(&__VARIANTS),
    }
}

/// From the enum with the data to that of the codes.
fn from_data(table: &Table) -> TokenStream {
    let Some(data) = table.catalog.data else { return TokenStream::new() };
    let (this, data) = (table.this(), generated(&data.ident));
    let variants = table.rows.iter().map(|row| generated(&row.variant.ident));
    let arms = variants.map(|variant| quote!(#data::#variant { .. } => #this::#variant));
    quote!(match error { #(#arms,)* })
}
