//! The conversions between the enum and its codes.

use proc_macro2::TokenStream;
use quote::quote;

use super::bodies::Bodies;
use crate::table::{CodeType, Table};

/// The impls, except those that the user skips.
pub(super) fn impls(table: &Table, bodies: &Bodies) -> TokenStream {
    let from_code = match table.other {
        Some(_) => ("From", from_code_impl(table, bodies)),
        None => ("TryFrom", try_from_code_impl(table)),
    };
    let impls = [
        ("From", into_code_impl(table)),
        from_code,
        ("FromStr", from_str_impl(table)),
        ("PartialEq", eq_code_impls(table)),
    ];
    impls.into_iter().filter(|(name, _)| !table.skips(name)).map(|(_, tokens)| tokens).collect()
}

/// An impl of a trait for a type, with the generics of the enum.
fn impl_of(
    table: &Table,
    of: &TokenStream,
    for_type: &TokenStream,
    items: &TokenStream,
) -> TokenStream {
    let (impl_generics, _, _) = table.catalog.original.generics.split_for_impl();
    let where_clause = table.where_clause();
    quote! {
        #[automatically_derived]
        impl #impl_generics #of for #for_type #where_clause {
            #items
        }
    }
}

/// The enum with its generics.
fn enum_type(table: &Table) -> TokenStream {
    let (_, ty_generics, _) = table.catalog.original.generics.split_for_impl();
    let this = table.this();
    quote!(#this #ty_generics)
}

/// Converts the enum into its code.
fn into_code_impl(table: &Table) -> TokenStream {
    let this = enum_type(table);
    let items = quote! {
        #[inline]
        fn from(variant: #this) -> Self {
            __facade::code(variant)
        }
    };
    impl_of(table, &quote!(::core::convert::From<#this>), &table.code_type.path(), &items)
}

/// Converts a code into the enum; the `other` variant keeps an unlisted one.
fn from_code_impl(table: &Table, bodies: &Bodies) -> TokenStream {
    let (query, body) = (table.code_type.query(), &bodies.from_any_code);
    let items = quote! {
        /// The variant for a code. For an unlisted code this is the `other` variant.
        #[inline]
        fn from(code: #query) -> Self {
            #body
        }
    };
    impl_of(table, &quote!(::core::convert::From<#query>), &enum_type(table), &items)
}

// In the following impls the error types are written out, since `Self::Error` could
// be a variant.

/// Converts a code into the enum; an unlisted one is an error.
fn try_from_code_impl(table: &Table) -> TokenStream {
    let (query, facade) = (table.code_type.query(), &table.facade);
    let items = quote! {
        type Error = #facade::TryFromCodeError<Self>;

        #[inline]
        fn try_from(
            code: #query,
        ) -> ::core::result::Result<Self, #facade::TryFromCodeError<Self>> {
            __facade::try_from_code(code)
        }
    };
    impl_of(table, &quote!(::core::convert::TryFrom<#query>), &enum_type(table), &items)
}

fn from_str_impl(table: &Table) -> TokenStream {
    let facade = &table.facade;
    let (error, function) = match table.code_type {
        CodeType::Integer(_) => (quote!(ParseCodeError), quote!(parse)),
        CodeType::Text => (quote!(TryFromCodeError), quote!(try_from_code)),
    };
    let items = quote! {
        type Err = #facade::#error<Self>;

        #[inline]
        fn from_str(
            text: &::core::primitive::str,
        ) -> ::core::result::Result<Self, #facade::#error<Self>> {
            __facade::#function(text)
        }
    };
    impl_of(table, &quote!(::core::str::FromStr), &enum_type(table), &items)
}

/// Comparison of the enum with its code. The reverse would make `==` between a number and an
/// inferred type ambiguous in every crate that depends on this one.
fn eq_code_impls(table: &Table) -> TokenStream {
    let (this, query) = (enum_type(table), table.code_type.query());
    let types = match table.code_type {
        CodeType::Integer(_) => vec![(query, quote!(code))],
        CodeType::Text => {
            vec![(query, quote!(code)), (quote!(::core::primitive::str), quote!(&code))]
        }
    };
    let impls = types.into_iter().map(|(code_type, code)| {
        let items = quote! {
            /// Whether this is one of the variant's codes.
            #[inline]
            fn eq(&self, code: &#code_type) -> ::core::primitive::bool {
                __facade::has_code(self, #code)
            }
        };
        impl_of(table, &quote!(::core::cmp::PartialEq<#code_type>), &this, &items)
    });
    impls.collect()
}
