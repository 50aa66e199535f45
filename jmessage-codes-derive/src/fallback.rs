//! The code next to the errors of a table: the same methods and impls as without errors, so that
//! no use of the enum adds another error. It never runs, but rustc computes constants from it, so
//! it returns a value where it can.

use std::collections::HashMap;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::{Data, Fields};

use crate::attr::value::Value;
use crate::names::{self, is_keyword_somewhere};
use crate::packed::Packed;
use crate::reserved::is_reserved;
use crate::surface::{self, Bodies};
use crate::table::{CodeType, Table};
use crate::text_column::text_column;
use crate::tokens::{self, generated, small_numbers};

/// Empty for an item that is not an enum: it can never be a catalog.
pub(crate) fn expand(table: &Table) -> TokenStream {
    let Data::Enum(_) = table.catalog.original.data else { return TokenStream::new() };
    let items = statics(table);
    let surface = surface::expand(table, &bodies(table));
    let broken_columns = broken_columns(table);
    tokens::blocks(table, &columns(table), &quote!(#items #surface #broken_columns))
}

fn is_generic(table: &Table) -> bool {
    !table.catalog.original.generics.params.is_empty()
}

/// The variants without a field, which can be named whatever else is wrong. Empty for a generic
/// enum, since a static cannot use its parameters.
fn units<'a>(table: &'a Table) -> impl Iterator<Item = &'a Ident> {
    let variants = table.catalog.variants.iter().map(|variant| variant.original);
    let variants = variants.filter(|variant| matches!(variant.fields, Fields::Unit));
    variants.map(|variant| &variant.ident).filter(|_| !is_generic(table))
}

/// A row for each of them that has only the name.
fn statics(table: &Table) -> TokenStream {
    let units: Vec<&Ident> = units(table).collect();
    let names: Vec<String> = units.iter().map(|unit| unit.unraw().to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let names = text_column("NAMES", &Packed::new(&names));
    let messages = text_column("MESSAGES", &Packed::new(&vec![""; units.len()]));
    let rows: Vec<usize> = (0..units.len()).collect();
    let (positions, numbers) = small_numbers(&format_ident!("__POSITION_OF_ROW"), &rows);
    let (this, length) = (table.this(), Literal::usize_unsuffixed(units.len()));
    let units = units.into_iter().map(generated);
    // For a generic enum it is empty. A constant makes rustc panic if a discriminant is a mistake,
    // but a static has to be `Sync`, which a field may not be.
    let variants = match (is_generic(table), has_fields(table)) {
        (true, _) => quote!(),
        (_, true) => quote!(const __VARIANTS: &[#this] = &[#(#this::#units),*];),
        (_, false) => quote!(static __VARIANTS: [#this; #length] = [#(#this::#units),*];),
    };
    quote! {
        #names
        #messages
        #positions
        const __POSITIONS: __facade::Numbers = #numbers;
        #variants
    }
}

fn has_fields(table: &Table) -> bool {
    let mut variants = table.catalog.variants.iter();
    variants.any(|variant| !matches!(variant.original.fields, Fields::Unit))
}

/// All of [`units`] as a slice.
fn variants(table: &Table) -> TokenStream {
    match (is_generic(table), has_fields(table)) {
        (true, _) => quote!(&[]),
        (_, true) => quote!(__VARIANTS),
        (_, false) => quote!(&__VARIANTS),
    }
}

/// The hidden constants.
fn facts(table: &Table) -> TokenStream {
    let rows = Literal::usize_unsuffixed(units(table).count());
    let variants = variants(table);
    quote! {
        const __ROWS: ::core::primitive::usize = #rows;
        const __BY_POSITION: &'static [Self] = #variants;
        const __POSITIONS: __facade::Numbers = __POSITIONS;
        const __FACT_COLUMN: __facade::Facts = __facade::Facts::USUAL;
        const __NAME_COLUMN: __facade::Texts = __NAMES;
        const __MESSAGE_COLUMN: __facade::Texts = __MESSAGES;
        const __DESCRIPTION_COLUMN: __facade::Descriptions =
            __facade::Descriptions::Messages;
    }
}

/// The code of each row, or that of another: `assert_disjoint!` must not find one that the table
/// does not have.
fn codes(table: &Table) -> TokenStream {
    let ty = table.code_type.path();
    let known = table.rows.iter().filter_map(|row| Some((&row.variant.ident, row.codes.first()?)));
    let known: HashMap<&Ident, TokenStream> =
        known.map(|(variant, code)| (variant, code.to_literal())).collect();
    let another = table.rows.iter().find_map(|row| known.get(&row.variant.ident).cloned());
    let another = another.unwrap_or_else(|| some_code(table));
    let codes = units(table).map(|unit| known.get(unit).unwrap_or(&another));
    quote! {
        const __CODE_COLUMN: __facade::Codes<#ty> =
            __facade::Codes::by_row(&[#(#codes),*]);
    }
}

fn some_code(table: &Table) -> TokenStream {
    match table.code_type {
        CodeType::Integer(_) => quote!(0),
        CodeType::Text => quote!(""),
    }
}

fn bodies(table: &Table) -> Bodies {
    let facade = &table.facade;
    // A `const` method cannot run a destructor, which such an enum may have.
    let method = |value: TokenStream| quote!(::core::mem::forget(self); #value);
    let columns = 0..table.columns.len();
    let (from_code, entry, from_any_code) = lookups(table);
    let found = variants(table);
    Bodies {
        from_code,
        from_message: quote!(#facade::Variants::__new(#found)),
        entry: method(entry),
        code: method(some_code(table)),
        name: method(quote!("")),
        message: method(quote!("")),
        description: method(quote!("")),
        kind: method(quote!(#facade::Kind::Ok)),
        is_success: method(quote!(true)),
        is_retryable: method(quote!(false)),
        is_retired: method(quote!(false)),
        aliases: method(quote!(&[])),
        into_result: method(quote!(::core::result::Result::Ok(()))),
        columns: columns.map(|index| method(column_body(table, index))).collect(),
        from_any_code,
        entry_of_code: quote!(::core::option::Option::None),
        from_data: quote!(loop {}),
        facts: facts(table),
        codes: codes(table),
        column_list: column_list(table),
    }
}

/// Bodies that find any variant: `from_code`, `entry` and the conversion from any code.
fn lookups(table: &Table) -> (TokenStream, TokenStream, TokenStream) {
    let facade = &table.facade;
    let none = quote!(::core::option::Option::None);
    match units(table).next().map(generated) {
        Some(unit) => (
            quote!(::core::option::Option::Some(Self::#unit)),
            quote!(::core::option::Option::Some(#facade::Entry::__new(0))),
            quote!(Self::#unit),
        ),
        // In a function, so that rustc does not warn about what follows.
        None => (
            none.clone(),
            none,
            quote!({
                const fn __any<T>() -> T {
                    loop {}
                }
                __any::<Self>()
            }),
        ),
    }
}

/// A constant for each column.
fn columns(table: &Table) -> TokenStream {
    let (impl_generics, ty_generics, _) = table.catalog.original.generics.split_for_impl();
    let where_clause = table.where_clause();
    let this = table.this();
    let constants = table.columns.iter().enumerate().filter_map(|(index, column)| {
        let (name, ty) = (names::column(index), &column.ty);
        let value = tokens::value(table, some_value(table, index)?);
        Some(quote!(const #name: #ty = #value;))
    });
    quote!(impl #impl_generics #this #ty_generics #where_clause { #(#constants)* })
}

/// The columns by name; no row has a text.
fn column_list(table: &Table) -> Vec<TokenStream> {
    let facade = &table.facade;
    let columns = table.columns.iter().map(|column| {
        let name = column.name.unraw().to_string();
        quote!(#facade::Column::__new(#name, 0, __MESSAGES))
    });
    columns.collect()
}

fn column_body(table: &Table, index: usize) -> TokenStream {
    let name = names::column(index);
    some_value(table, index).map_or_else(|| quote!(loop {}), |_| quote!(Self::#name))
}

/// Some value of the column's type.
fn some_value<'a>(table: &'a Table, index: usize) -> Option<&'a Value> {
    let given = table.rows.iter().find_map(|row| row.values.get(index).copied());
    table.columns[index].default.as_ref().or(given).filter(|value| !value.tokens.is_empty())
}

/// Methods for the columns with a syntax error after the name.
fn broken_columns(table: &Table) -> TokenStream {
    let (impl_generics, ty_generics, _) = table.catalog.original.generics.split_for_impl();
    let where_clause = table.where_clause();
    let this = table.this();
    let visibility = &table.catalog.original.vis;
    let mut names: Vec<&Ident> = Vec::new();
    for name in &table.catalog.attribute.broken_columns {
        let is_taken = table.columns.iter().any(|column| column.name == *name);
        let is_free =
            !is_taken && !names.contains(&name) && !is_reserved(name, &table.catalog.attribute);
        if is_free && !is_keyword_somewhere(name) {
            names.push(name);
        }
    }
    quote! {
        impl #impl_generics #this #ty_generics #where_clause {
            #(
                #visibility const fn #names(self) -> ! {
                    ::core::mem::forget(self);
                    loop {}
                }
            )*
        }
    }
}
