//! What is written beside the errors of a table that is not right: the same
//! methods and impls as for one that is, so that no use of the enum adds an
//! error of its own. They are never run, but constants may be computed from
//! them, which is why they answer wherever that can be helped.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::Fields;
use syn::ext::IdentExt;

use crate::attr::Column;
use crate::check::is_name_of_method;
use crate::expand;
use crate::surface::{Bodies, Header, generated, surface};
use crate::table::{CodeType, Table};

pub(crate) fn expand(table: &Table) -> TokenStream {
    let entries = entries(table);
    let surface = surface(table, &bodies(table));
    let broken_columns = broken_columns(table);
    let copy = is_plain(table).then(|| expand::copy(table));
    quote! {
        #[allow(dead_code, deprecated, unused_variables)]
        const _: () = {
            #entries
            #surface
            #broken_columns
            #copy
        };
    }
}

/// Whether the item is an enum without parameters, of which no more is asked
/// than that a variant be named.
fn is_plain(table: &Table) -> bool {
    table.catalog.original.generics.params.is_empty() && !table.catalog.variants.is_empty()
}

/// The variants without a field, which can be named whatever else is wrong.
fn units<'a>(table: &'a Table) -> impl Iterator<Item = &'a Ident> {
    let variants = table.catalog.variants.iter().map(|variant| variant.original);
    let units = variants.filter(|variant| matches!(variant.fields, Fields::Unit));
    units.map(|variant| &variant.ident).filter(|_| is_plain(table))
}

/// An entry for each of them, with nothing in it but the name.
fn entries(table: &Table) -> TokenStream {
    if !is_plain(table) {
        // A generic enum's parameters are not in scope there.
        return TokenStream::new();
    }
    let (facade, this, entry, code) = (&table.facade, table.this(), table.entry(), code(table));
    let entries = units(table).map(|unit| {
        let (name, unit) = (unit.unraw().to_string(), generated(unit));
        quote!(#facade::Entry::__new(#this::#unit, #code, #name, "", ""))
    });
    quote!(const __TABLE: &[#entry] = &[#(#entries),*];)
}

fn code(table: &Table) -> TokenStream {
    match table.code_type {
        CodeType::Integer(_) => quote!(0),
        CodeType::Text => quote!(""),
    }
}

fn bodies(table: &Table) -> Bodies {
    // Of a generic enum it is not known that it has no destructor.
    let method = |value: TokenStream| quote!(::core::mem::forget(self); #value);
    let columns = table.columns.iter().enumerate();
    let (from_code, from_message, entry) = match units(table).next().map(generated) {
        Some(unit) => (
            quote!(::core::option::Option::Some(Self::#unit)),
            quote!(&[Self::#unit]),
            quote!(::core::option::Option::Some(&__TABLE[0])),
        ),
        None => (
            quote!(::core::option::Option::None),
            quote!(&[]),
            quote!(::core::option::Option::None),
        ),
    };
    Bodies {
        from_code,
        from_message,
        entry: method(entry),
        code: method(code(table)),
        name: method(quote!("")),
        message: method(quote!("")),
        description: method(quote!("")),
        is_success: method(quote!(true)),
        into_result: method(quote!(::core::result::Result::Ok(()))),
        columns: columns.map(|(index, column)| method(value(table, index, column))).collect(),
        from_any_code: quote!(loop {}),
        entries: if is_plain(table) { quote!(__TABLE) } else { quote!(&[]) },
    }
}

/// Some value of the column's type.
fn value(table: &Table, index: usize, column: &Column) -> TokenStream {
    let given = table.rows.iter().find_map(|row| row.values.get(index).copied());
    let value = column.default.as_ref().or(given);
    value.map_or_else(|| quote!(loop {}), |value| expand::value(table, value))
}

/// Methods for the columns of which no more than the name is understood.
fn broken_columns(table: &Table) -> TokenStream {
    let Header { generics, this, bounds, .. } = table.header();
    let visibility = &table.catalog.original.vis;
    let mut names: Vec<&Ident> = Vec::new();
    for name in &table.catalog.attribute.broken_columns {
        let is_taken = table.columns.iter().any(|column| column.name == *name);
        if !is_taken && !names.contains(&name) && !is_name_of_method(name) {
            names.push(name);
        }
    }
    quote! {
        impl #generics #this #bounds {
            #(
                #visibility const fn #names(self) -> ! {
                    ::core::mem::forget(self);
                    loop {}
                }
            )*
        }
    }
}
