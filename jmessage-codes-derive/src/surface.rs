//! What the users of a catalog see: the methods, `impl ErrorCatalog` and the
//! conversions. Their bodies come from `expand`, or from `fallback` if the table
//! has errors, so that the uses of the enum compile either way.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;

use crate::doc_table;
use crate::table::{CodeType, Table};

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
    pub(crate) into_result: TokenStream,
    /// One for each column.
    pub(crate) columns: Vec<TokenStream>,
    /// The conversion from any code, if there is an `other` variant.
    pub(crate) from_any_code: TokenStream,
    /// The value of `ENTRIES`.
    pub(crate) entries: TokenStream,
    /// The value of `VARIANTS`.
    pub(crate) variants: TokenStream,
}

/// Everything generated that has a name for users.
pub(crate) fn expand(table: &Table, bodies: &Bodies) -> TokenStream {
    let inherent = inherent_impl(table, bodies);
    let catalog = catalog_impls(table, bodies);
    let into_code = into_code_impl(table);
    let from_code = match (&table.other, table.code_type) {
        (Some(_), _) => from_any_code_impls(table, bodies),
        (None, CodeType::Integer(_)) => try_from_code_impls(table),
        (None, CodeType::Text) => try_from_text_impls(table),
    };
    let serde = serde_impls(table);
    quote!(#inherent #catalog #into_code #from_code #serde)
}

impl Table<'_> {
    /// The where clause of the enum's impls.
    ///
    /// A generic enum is an error, but its uses should not be, so its impls claim
    /// that it is what `ErrorCatalog` requires. Nothing is claimed about an enum that
    /// is not generic: rustc reports what it lacks, once and at its name.
    pub(crate) fn where_clause(&self) -> TokenStream {
        let generics = &self.catalog.original.generics;
        let (_, ty_generics, where_clause) = generics.split_for_impl();
        if generics.params.is_empty() {
            return where_clause.to_token_stream();
        }
        let this = self.this();
        let predicates = where_clause.map(|clause| &clause.predicates);
        quote! {
            where
                #this #ty_generics: ::core::marker::Copy + ::core::cmp::Eq
                    + ::core::marker::Send + ::core::marker::Sync + 'static,
                #predicates
        }
    }
}

/// The inherent methods, all of them `const`.
fn inherent_impl(table: &Table, bodies: &Bodies) -> TokenStream {
    let (impl_generics, ty_generics, _) = table.catalog.original.generics.split_for_impl();
    let where_clause = table.where_clause();
    let this = table.this();
    let facade = &table.facade;
    let visibility = &table.catalog.original.vis;
    let query = table.code_type.query();
    let code_type = table.code_type.path();
    let accessors = column_accessors(table, bodies);
    let Bodies {
        from_code,
        from_message,
        entry,
        code,
        name,
        message,
        description,
        kind,
        is_success,
        into_result,
        ..
    } = bodies;
    quote! {
        impl #impl_generics #this #ty_generics #where_clause {
            /// The variant for a code, or `None` if the table does not list it.
            ///
            /// Takes constant time and does not allocate.
            #[must_use]
            #[inline]
            #visibility const fn from_code(code: #query) -> ::core::option::Option<Self> {
                #from_code
            }

            /// All variants with this message, in declaration order; empty if there are none.
            ///
            /// The messages must be equal to the byte. Takes constant time beyond reading the
            /// message once, and does not allocate.
            #[must_use]
            #visibility const fn from_message(message: &::core::primitive::str) -> &'static [Self] {
                #from_message
            }

            /// This variant's entry in the table, or `None` for an unlisted code.
            #[must_use]
            #[inline]
            #visibility const fn entry(self) -> ::core::option::Option<&'static #facade::Entry<Self>> {
                #entry
            }

            /// The code; the first one if the variant has several.
            #[must_use]
            #[inline]
            #visibility const fn code(self) -> #code_type {
                #code
            }

            /// The name of the variant.
            #[must_use]
            #[inline]
            #visibility const fn name(self) -> &'static ::core::primitive::str {
                #name
            }

            /// The vendor's message.
            #[must_use]
            #[inline]
            #visibility const fn message(self) -> &'static ::core::primitive::str {
                #message
            }

            /// What the code means; the message if the table has no description.
            #[must_use]
            #[inline]
            #visibility const fn description(self) -> &'static ::core::primitive::str {
                #description
            }

            /// The kind of answer.
            #[must_use]
            #[inline]
            #visibility const fn kind(self) -> #facade::Kind {
                #kind
            }

            /// Whether this code means success.
            #[must_use]
            #[inline]
            #visibility const fn is_success(self) -> ::core::primitive::bool {
                #is_success
            }

            /// `Ok(())` for a success code, otherwise `Err(self)`.
            ///
            /// # Errors
            ///
            /// `self`, unless the code means success.
            #[inline]
            #visibility const fn into_result(self) -> ::core::result::Result<(), Self> {
                #into_result
            }

            #accessors
        }
    }
}

fn column_accessors(table: &Table, bodies: &Bodies) -> TokenStream {
    let visibility = &table.catalog.original.vis;
    let columns = table.columns.iter().zip(&bodies.columns).enumerate();
    let accessors = columns.map(|(index, (column, body))| {
        let (attributes, name, ty) = (&column.attributes, &column.name, table.column_type(index));
        let is_documented = attributes.iter().any(|attribute| attribute.path().is_ident("doc"));
        let doc = format!("The value of the column `{}`.", name.unraw());
        let doc = (!is_documented).then(|| quote!(#[doc = #doc]));
        quote! {
            #(#attributes)*
            #doc
            #[must_use]
            #[inline]
            #visibility const fn #name(self) -> #ty {
                #body
            }
        }
    });
    accessors.collect()
}

/// `impl ErrorCatalog` and its hidden supertrait. Its methods have the bodies of the
/// inherent ones and do not call them.
fn catalog_impls(table: &Table, bodies: &Bodies) -> TokenStream {
    let (impl_generics, ty_generics, _) = table.catalog.original.generics.split_for_impl();
    let where_clause = table.where_clause();
    let this = table.this();
    let facade = &table.facade;
    let code_type = table.code_type.path();
    let query = table.code_type.query();
    let name = Literal::string(&table.catalog.original.ident.unraw().to_string());
    let Bodies {
        from_code,
        from_message,
        entry,
        code,
        name: variant_name,
        message,
        description,
        kind,
        is_success,
        into_result,
        entries,
        variants,
        ..
    } = bodies;
    let doc_table = doc_table::markdown(table);
    let columns = columns_constant(table);
    quote! {
        #[automatically_derived]
        impl #impl_generics #facade::__private::Derived for #this #ty_generics #where_clause {
            const VARIANTS: &'static [Self] = #variants;
        }

        #[automatically_derived]
        impl #impl_generics #facade::ErrorCatalog for #this #ty_generics #where_clause {
            type Code = #code_type;
            const NAME: &'static ::core::primitive::str = #name;
            #[doc = #doc_table]
            const ENTRIES: &'static [#facade::Entry<Self>] = #entries;
            #columns

            #[inline]
            fn from_code(code: #query) -> ::core::option::Option<Self> {
                #from_code
            }

            fn from_message(message: &::core::primitive::str) -> &'static [Self] {
                #from_message
            }

            #[inline]
            fn entry(self) -> ::core::option::Option<&'static #facade::Entry<Self>> {
                #entry
            }

            #[inline]
            fn code(self) -> #code_type {
                #code
            }

            #[inline]
            fn name(self) -> &'static ::core::primitive::str {
                #variant_name
            }

            #[inline]
            fn message(self) -> &'static ::core::primitive::str {
                #message
            }

            #[inline]
            fn description(self) -> &'static ::core::primitive::str {
                #description
            }

            #[inline]
            fn kind(self) -> #facade::Kind {
                #kind
            }

            #[inline]
            fn is_success(self) -> ::core::primitive::bool {
                #is_success
            }

            #[inline]
            fn into_result(self) -> ::core::result::Result<(), Self> {
                #into_result
            }
        }
    }
}

/// `COLUMNS`, if there are any.
fn columns_constant(table: &Table) -> Option<TokenStream> {
    if table.columns.is_empty() {
        return None;
    }
    let facade = &table.facade;
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        let name = column.name.unraw().to_string();
        let values = table.rows.iter().filter_map(|row| row.values.get(index));
        let values = values.map(|value| doc_table::value_text(value));
        quote!(#facade::Column::__new(#name, &[#(#values),*]))
    });
    Some(quote!(const COLUMNS: &'static [#facade::Column] = &[#(#columns),*];))
}

/// `From` the enum for its code type.
fn into_code_impl(table: &Table) -> TokenStream {
    let (impl_generics, ty_generics, _) = table.catalog.original.generics.split_for_impl();
    let where_clause = table.where_clause();
    let this = table.this();
    let facade = &table.facade;
    let code_type = table.code_type.path();
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::convert::From<#this #ty_generics> for #code_type #where_clause {
            #[inline]
            fn from(variant: #this #ty_generics) -> Self {
                #facade::__private::code(variant)
            }
        }
    }
}

/// `From` and `FromStr`, with an `other` variant for the unlisted codes.
fn from_any_code_impls(table: &Table, bodies: &Bodies) -> TokenStream {
    let (impl_generics, ty_generics, _) = table.catalog.original.generics.split_for_impl();
    let where_clause = table.where_clause();
    let this = table.this();
    let query = table.code_type.query();
    let body = &bodies.from_any_code;
    let from_str = from_str_impl(table, &quote!(::core::result::Result::Ok(#body)));
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::convert::From<#query> for #this #ty_generics #where_clause {
            /// The variant for a code; for an unlisted code the one that keeps it.
            #[inline]
            fn from(code: #query) -> Self {
                #body
            }
        }

        #from_str
    }
}

// In the following impls the error types are written out, since `Self::Error` could
// be a variant.

/// `TryFrom` and `FromStr` for integer codes.
fn try_from_code_impls(table: &Table) -> TokenStream {
    let (impl_generics, ty_generics, _) = table.catalog.original.generics.split_for_impl();
    let where_clause = table.where_clause();
    let this = table.this();
    let facade = &table.facade;
    let code_type = table.code_type.path();
    let from_str = from_str_impl(
        table,
        &quote! {
            #facade::__private::from_code::<Self>(code).ok_or(
                #facade::ParseCodeError::Unknown(
                    #facade::UnknownCode::__new(::core::option::Option::Some(code)),
                ),
            )
        },
    );
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::convert::TryFrom<#code_type> for #this #ty_generics #where_clause {
            type Error = #facade::UnknownCode<Self>;

            #[inline]
            fn try_from(
                code: #code_type,
            ) -> ::core::result::Result<Self, #facade::UnknownCode<Self>> {
                #facade::__private::from_code::<Self>(code)
                    .ok_or(#facade::UnknownCode::__new(::core::option::Option::Some(code)))
            }
        }

        #from_str
    }
}

/// `FromStr` for integer codes; `found` is what to do with the `code`.
fn from_str_impl(table: &Table, found: &TokenStream) -> TokenStream {
    let (impl_generics, ty_generics, _) = table.catalog.original.generics.split_for_impl();
    let where_clause = table.where_clause();
    let this = table.this();
    let facade = &table.facade;
    let code_type = table.code_type.path();
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::str::FromStr for #this #ty_generics #where_clause {
            type Err = #facade::ParseCodeError<Self>;

            fn from_str(
                text: &::core::primitive::str,
            ) -> ::core::result::Result<Self, #facade::ParseCodeError<Self>> {
                match <#code_type as #facade::CatalogCode>::parse_query(text) {
                    ::core::option::Option::Some(code) => #found,
                    ::core::option::Option::None => {
                        ::core::result::Result::Err(#facade::ParseCodeError::Malformed)
                    }
                }
            }
        }
    }
}

/// `TryFrom` and `FromStr` for string codes.
fn try_from_text_impls(table: &Table) -> TokenStream {
    let (impl_generics, ty_generics, _) = table.catalog.original.generics.split_for_impl();
    let where_clause = table.where_clause();
    let this = table.this();
    let facade = &table.facade;
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::convert::TryFrom<&::core::primitive::str>
            for #this #ty_generics #where_clause
        {
            type Error = #facade::UnknownCode<Self>;

            #[inline]
            fn try_from(
                code: &::core::primitive::str,
            ) -> ::core::result::Result<Self, #facade::UnknownCode<Self>> {
                #facade::__private::from_code::<Self>(code)
                    .ok_or(#facade::UnknownCode::__new(::core::option::Option::None))
            }
        }

        #[automatically_derived]
        impl #impl_generics ::core::str::FromStr for #this #ty_generics #where_clause {
            type Err = #facade::UnknownCode<Self>;

            #[inline]
            fn from_str(
                code: &::core::primitive::str,
            ) -> ::core::result::Result<Self, #facade::UnknownCode<Self>> {
                #facade::__private::from_code::<Self>(code)
                    .ok_or(#facade::UnknownCode::__new(::core::option::Option::None))
            }
        }
    }
}

/// The call is at the key, since the macro is an error if the facade lacks the
/// feature.
fn serde_impls(table: &Table) -> Option<TokenStream> {
    let span = table.catalog.attribute.serde.as_ref()?.span();
    if !table.catalog.original.generics.params.is_empty() {
        return None;
    }
    let this = table.this();
    let facade = &table.facade;
    let call = quote!(#facade::__impl_serde! { #this }).into_iter();
    let call = call.map(|mut token| {
        token.set_span(span.resolved_at(token.span()));
        token
    });
    Some(call.collect())
}
