//! What the users of a catalog see: the methods, `impl ErrorCatalog` and the
//! conversions. Their bodies come from `expand`, or from `fallback` if the table
//! has errors, so that the uses of the enum compile either way.

mod conversions;
mod data;
mod features;
mod methods;
mod url_method;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::ast::Variant;
use crate::table::Table;

/// The bodies of the inherent methods, and some values.
pub(crate) struct Bodies {
    pub(crate) from_code: TokenStream,
    pub(crate) from_message: TokenStream,
    pub(crate) entry: TokenStream,
    pub(crate) code: TokenStream,
    pub(crate) name: TokenStream,
    pub(crate) message: TokenStream,
    pub(crate) description: TokenStream,
    pub(crate) kind: TokenStream,
    pub(crate) is_success: TokenStream,
    pub(crate) is_retryable: TokenStream,
    pub(crate) is_retired: TokenStream,
    pub(crate) aliases: TokenStream,
    pub(crate) into_result: TokenStream,
    /// One for each column.
    pub(crate) columns: Vec<TokenStream>,
    /// The conversion from any code, if there is an `other` variant.
    pub(crate) from_any_code: TokenStream,
    /// The entry of the code `code`.
    pub(crate) entry_of_code: TokenStream,
    /// The conversion from `error`, the enum with the data, if there is one.
    pub(crate) from_data: TokenStream,
    /// The constants of the hidden supertrait.
    pub(crate) facts: TokenStream,
    /// The hidden constants that depend on the code type.
    pub(crate) codes: TokenStream,
    /// The elements of `COLUMNS`.
    pub(crate) column_list: Vec<TokenStream>,
}

/// Everything generated that has a name for users.
pub(crate) fn expand(table: &Table, bodies: &Bodies) -> TokenStream {
    let inherent = methods::inherent_impl(table, bodies);
    let catalog = catalog_impls(table, bodies);
    let conversions = conversions::impls(table, bodies);
    let features = features::impls(table);
    let data = data::impls(table, bodies);
    quote!(#inherent #catalog #conversions #features #data)
}

impl Table<'_> {
    /// Whether the user has the impl or method with this name.
    fn skips(&self, name: &str) -> bool {
        self.catalog.attribute.skipped.iter().any(|skipped| skipped == name)
    }

    /// The where clause of the enum's impls.
    ///
    /// A generic enum is an error, and so is one whose variants have data, but uses of them
    /// should not be. So their impls claim the traits that `ErrorCatalog` requires. For other
    /// enums nothing is claimed: rustc reports what they lack, once and at their names.
    pub(crate) fn where_clause(&self) -> TokenStream {
        let generics = &self.catalog.original.generics;
        let (_, ty_generics, where_clause) = generics.split_for_impl();
        let has_data = self.catalog.variants.iter().any(Variant::has_data);
        if generics.params.is_empty() && (self.catalog.data.is_some() || !has_data) {
            return where_clause.to_token_stream();
        }
        let this = self.this();
        let predicates = where_clause.map(|clause| &clause.predicates);
        // rustc checks what is claimed of a type without parameters, unless a lifetime may matter.
        quote! {
            where
                for<'__any> #this #ty_generics: ::core::marker::Copy + ::core::cmp::Eq
                    + ::core::marker::Send + ::core::marker::Sync + 'static,
                #predicates
        }
    }
}

/// `impl ErrorCatalog` and its supertraits. Its methods have the bodies of the
/// inherent ones and do not call them.
fn catalog_impls(table: &Table, bodies: &Bodies) -> TokenStream {
    let (impl_generics, ty_generics, _) = table.catalog.original.generics.split_for_impl();
    let where_clause = table.where_clause();
    let this = table.this();
    // An enum that is not `Copy` is then an error once, at its name.
    let coded_where_clause = if table.catalog.original.generics.params.is_empty() {
        quote!(where for<'__a> #this: ::core::marker::Copy + ::core::cmp::Eq)
    } else {
        where_clause.clone()
    };
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

        #[automatically_derived]
        impl #impl_generics #facade::Coded for #this #ty_generics #coded_where_clause {
            type Catalog = Self;

            #[inline]
            fn error_code(&self) -> Self {
                __facade::copy(self)
            }
        }

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
