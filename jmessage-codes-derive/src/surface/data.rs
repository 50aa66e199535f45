//! What an enum with data gets in addition to the enum of its codes.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;

use super::bodies::Bodies;
use super::{methods, url_method};
use crate::table::Table;
use crate::tokens::{column_attributes, generated, generated_lifetimes};

/// The methods that the enum with the data has too.
const METHODS: [&str; 7] =
    ["code", "name", "message", "description", "kind", "is_success", "is_retryable"];

/// The impls of the enum with the data, and the conversion from it.
pub(super) fn impls(table: &Table, bodies: &Bodies) -> Option<TokenStream> {
    let data = table.catalog.data?;
    let (impl_generics, ty_generics, where_clause) = data.generics.split_for_impl();
    let impl_generics = generated_lifetimes(impl_generics);
    let (this, data_type) = (table.this(), generated(&data.ident));
    let (facade, visibility) = (&table.facade, &data.vis);
    let from_data = &bodies.from_data;
    let error_code = (!table.skips("error_code")).then(|| {
        quote! {
            /// The code, as a variant of the catalog.
            #[must_use]
            #[inline]
            #visibility const fn error_code(&self) -> #this {
                self.__error_code()
            }
        }
    });
    let methods = methods(table, bodies);
    let url = url_method::method_of_data(table);
    let impls_of_codes = impls_of_codes(table);
    Some(quote! {
        impl #impl_generics #data_type #ty_generics #where_clause {
            // Not a free function: clippy would check how it writes the bounds of the parameters.
            #[doc(hidden)]
            const fn __error_code(&self) -> #this {
                #from_data
            }

            #error_code
            #methods
            #url
        }

        #[automatically_derived]
        impl #impl_generics #facade::Coded for #data_type #ty_generics #where_clause {
            type Catalog = #this;

            #[inline]
            fn error_code(&self) -> #this {
                self.__error_code()
            }
        }

        #impls_of_codes
    })
}

/// The impls of the enum of the codes that the enum with the data could not derive for it.
fn impls_of_codes(table: &Table) -> TokenStream {
    let (this, facade) = (table.this(), &table.facade);
    quote! {
        // By code and not by position in the source, so that a new variant changes nothing.
        #[automatically_derived]
        impl ::core::cmp::Ord for #this {
            #[inline]
            fn cmp(&self, variant: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp(&__facade::code(*self), &__facade::code(*variant))
            }
        }

        #[automatically_derived]
        impl ::core::cmp::PartialOrd for #this {
            #[inline]
            fn partial_cmp(&self, variant: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, variant))
            }
        }

        // The derived one has a `match` over all variants.
        #[automatically_derived]
        impl ::core::fmt::Debug for #this {
            fn fmt(
                &self,
                formatter: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::fmt::Result {
                formatter.write_str(#facade::ErrorCatalog::name(*self))
            }
        }
    }
}

/// Some methods of the catalog, and the columns, by reference.
fn methods(table: &Table, bodies: &Bodies) -> TokenStream {
    let (this, facade, visibility) = (table.this(), &table.facade, &table.catalog.original.vis);
    let methods = methods::of_catalog(table, bodies);
    let methods = methods.iter().filter(|method| METHODS.contains(&method.name));
    let methods = methods.filter(|method| !table.skips(method.name)).map(|method| {
        let (name, doc) = (Ident::new(method.name, Span::call_site()), method.doc);
        // After `(self)`.
        let output = method.signature.clone().into_iter().skip(1);
        quote! {
            #[doc = #doc]
            #[must_use]
            #[inline]
            #visibility fn #name(&self) #(#output)* {
                <#this as #facade::ErrorCatalog>::#name(self.__error_code())
            }
        }
    });
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        let (attributes, name) = (column_attributes(column), &column.name);
        let ty = with_name(&table.column_type(index), &this);
        quote! {
            #attributes
            #[must_use]
            #[inline]
            #visibility const fn #name(&self) -> #ty {
                #this::#name(self.__error_code())
            }
        }
    });
    methods.chain(columns).collect()
}

/// A type with the catalog's name in place of `Self`, which is another enum here.
fn with_name(ty: &TokenStream, this: &Ident) -> TokenStream {
    let tokens = ty.clone().into_iter().map(|token| match token {
        TokenTree::Ident(ident) if ident == "Self" => this.clone().into(),
        TokenTree::Group(group) => {
            Group::new(group.delimiter(), with_name(&group.stream(), this)).into()
        }
        token => token,
    });
    tokens.collect()
}
