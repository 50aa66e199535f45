//! What the users of a catalog see: the methods, `impl ErrorCatalog` and the
//! conversions. Their bodies come from `expand`, or from `fallback` if the table
//! has errors, so that the uses of the enum compile either way.

mod bodies;
mod conversions;
mod data;
mod features;
mod methods;
mod url_method;

use proc_macro2::TokenStream;
use quote::quote;

pub(crate) use self::bodies::Bodies;
use crate::table::Table;

/// Everything generated that has a name for users.
pub(crate) fn expand(table: &Table, bodies: &Bodies) -> TokenStream {
    let inherent = methods::inherent_impl(table, bodies);
    let catalog = catalog_impls(table, bodies);
    let conversions = conversions::impls(table, bodies);
    let features = features::impls(table);
    let data = data::impls(table, bodies);
    quote!(#inherent #catalog #conversions #features #data)
}

/// `impl ErrorCatalog` and its supertraits. Its methods have the bodies of the
/// inherent ones and do not call them.
fn catalog_impls(table: &Table, bodies: &Bodies) -> TokenStream {
    let (impl_generics, ty_generics, _) = table.catalog.original.generics.split_for_impl();
    let where_clause = table.where_clause();
    let this = table.this();
    let coded = coded_impl(table);
    let facade = &table.facade;
    let code_type = table.code_type.path();
    let name = methods::catalog_name(table);
    let Bodies { facts, codes, .. } = bodies;
    let url = url_method::constant(table);
    let methods = methods::of_trait(table, bodies);
    let try_from_code = try_from_code(table, bodies);
    let columns = columns_constant(table, bodies);
    let hex = table.catalog.attribute.hex.is_some();
    let hex = hex.then(|| {
        quote!(
            const __HEX: ::core::primitive::bool = true;
        )
    });
    quote! {
        #[automatically_derived]
        impl #impl_generics __facade::Derived for #this #ty_generics #where_clause {
            #facts
            #url
        }

        #coded

        #[automatically_derived]
        impl #impl_generics #facade::ErrorCatalog for #this #ty_generics #where_clause {
            type Code = #code_type;
            const NAME: &'static ::core::primitive::str = #name;
            const ENTRIES: #facade::Entries<Self> = #facade::Entries::__ALL;
            #hex
            #columns
            #codes
            #methods
            #try_from_code
        }
    }
}

/// `impl Coded`, whose code is the catalog itself.
fn coded_impl(table: &Table) -> TokenStream {
    let (impl_generics, ty_generics, _) = table.catalog.original.generics.split_for_impl();
    let (this, facade) = (table.this(), &table.facade);
    // An enum that is not `Copy` then gets one error, at its name.
    let where_clause = if table.catalog.original.generics.params.is_empty() {
        quote!(where for<'__a> #this: ::core::marker::Copy + ::core::cmp::Eq)
    } else {
        table.where_clause()
    };
    quote! {
        #[automatically_derived]
        impl #impl_generics #facade::Coded for #this #ty_generics #where_clause {
            type Catalog = Self;

            #[inline]
            fn error_code(&self) -> Self {
                __facade::copy(self)
            }
        }
    }
}

/// The trait's conversion from any code, if it never fails.
fn try_from_code(table: &Table, bodies: &Bodies) -> Option<TokenStream> {
    table.other.as_ref()?;
    let (query, body, facade) = (table.code_type.query(), &bodies.from_any_code, &table.facade);
    Some(quote! {
        #[inline]
        fn try_from_code(
            code: #query,
        ) -> ::core::result::Result<Self, #facade::TryFromCodeError<Self>> {
            ::core::result::Result::Ok(#body)
        }
    })
}

/// `COLUMNS`, if there are any.
fn columns_constant(table: &Table, bodies: &Bodies) -> Option<TokenStream> {
    let (facade, columns) = (&table.facade, &bodies.column_list);
    let constant = quote!(const COLUMNS: &'static [#facade::Column] = &[#(#columns),*];);
    (!columns.is_empty()).then_some(constant)
}
