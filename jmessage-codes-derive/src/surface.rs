//! What a catalog shows to its users: the methods, `impl ErrorCatalog` and the
//! conversions. What they do is in the [`Bodies`], those of `expand` for a table
//! that is right and those of `fallback` for one that is not, so that both are
//! used alike.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

use crate::doc_table;
use crate::table::{CodeType, Table};

/// The bodies of the inherent methods and some more.
pub(crate) struct Bodies {
    pub(crate) from_code: TokenStream,
    pub(crate) from_message: TokenStream,
    pub(crate) entry: TokenStream,
    pub(crate) code: TokenStream,
    pub(crate) name: TokenStream,
    pub(crate) message: TokenStream,
    pub(crate) description: TokenStream,
    pub(crate) is_success: TokenStream,
    pub(crate) into_result: TokenStream,
    /// One for each column.
    pub(crate) columns: Vec<TokenStream>,
    /// From a code that may be unlisted, where there is an `other` variant.
    pub(crate) from_any_code: TokenStream,
    /// The value of `ENTRIES`.
    pub(crate) entries: TokenStream,
}

/// All that is generated and can be named.
pub(crate) fn surface(table: &Table, bodies: &Bodies) -> TokenStream {
    let inherent = inherent(table, bodies);
    let catalog = catalog(table, bodies);
    let conversions = conversions(table, bodies);
    let serde = serde(table);
    quote!(#inherent #catalog #conversions #serde)
}

/// A name of the user's that leads the tools to where it is written, while the
/// lints see that the code around it is not.
pub(crate) fn generated(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(ident.span().resolved_at(Span::call_site()));
    ident
}

impl Table<'_> {
    /// The enum's name.
    pub(crate) fn this(&self) -> Ident {
        generated(&self.catalog.original.ident)
    }

    /// The type of an entry, by both parameters: naming the code type through
    /// the trait would ask the enum to have it already.
    pub(crate) fn entry(&self) -> TokenStream {
        let (facade, this) = (&self.facade, self.this());
        let (_, parameters, _) = self.catalog.original.generics.split_for_impl();
        let code_type = self.code_type.path();
        quote!(#facade::Entry<#this #parameters, #code_type>)
    }

    /// The enum is a catalog under a bound that always holds where there is no
    /// error. Being higher-ranked, it is not looked into by itself, so that an
    /// enum that is not `Copy` is told so by `__copy` alone.
    pub(crate) fn header(&self) -> Header {
        let (facade, this) = (&self.facade, self.this());
        let (generics, parameters, bounds) = self.catalog.original.generics.split_for_impl();
        let this = quote!(#this #parameters);
        let further = bounds.map(|bounds| &bounds.predicates);
        Header {
            generics: quote!(#generics),
            bounds: quote!(#bounds),
            catalog_bounds: quote!(where for<'__catalog> #this: #facade::CatalogEnum, #further),
            this,
        }
    }
}

/// The parts of an impl around `for`.
pub(crate) struct Header {
    pub(crate) generics: TokenStream,
    pub(crate) this: TokenStream,
    /// What the enum itself asks of its parameters.
    pub(crate) bounds: TokenStream,
    /// The same, and that the enum is a catalog.
    catalog_bounds: TokenStream,
}

impl CodeType {
    /// The type of a code.
    pub(crate) fn path(self) -> TokenStream {
        match self {
            Self::Integer(integer) => integer.path(),
            Self::Text => quote!(&'static ::core::primitive::str),
        }
    }

    /// The type that a code is looked up by.
    fn query(self) -> TokenStream {
        match self {
            Self::Integer(integer) => integer.path(),
            Self::Text => quote!(&::core::primitive::str),
        }
    }
}

/// The inherent methods, all of them `const`.
fn inherent(table: &Table, bodies: &Bodies) -> TokenStream {
    let Header { generics, this, bounds, .. } = table.header();
    let visibility = &table.catalog.original.vis;
    let query = table.code_type.query();
    let code_type = table.code_type.path();
    let entry_type = table.entry();
    let accessors = column_accessors(table, bodies);
    let Bodies {
        from_code,
        from_message,
        entry,
        code,
        name,
        message,
        description,
        is_success,
        into_result,
        ..
    } = bodies;
    quote! {
        #[allow(dead_code)]
        impl #generics #this #bounds {
            /// The variant that a code stands for; `None` for a code that is not listed.
            ///
            /// Takes constant time and does not allocate.
            #[must_use]
            #[inline]
            #visibility const fn from_code(code: #query) -> ::core::option::Option<Self> {
                #from_code
            }

            /// All variants that bear a message, in declaration order; empty where none does.
            ///
            /// Compares to the byte. Takes constant time beyond reading the message once, and does
            /// not allocate.
            #[must_use]
            #visibility const fn from_message(message: &::core::primitive::str) -> &'static [Self] {
                #from_message
            }

            /// This variant's entry in the table; `None` for an unlisted code.
            #[must_use]
            #[inline]
            #visibility const fn entry(self) -> ::core::option::Option<&'static #entry_type> {
                #entry
            }

            /// The code; where several codes mean this variant, the first.
            #[must_use]
            #[inline]
            #visibility const fn code(self) -> #code_type {
                #code
            }

            /// The variant's identifier.
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

            /// What the code means; the message where the table says no more.
            #[must_use]
            #[inline]
            #visibility const fn description(self) -> &'static ::core::primitive::str {
                #description
            }

            /// Whether this code is no error.
            #[must_use]
            #[inline]
            #visibility const fn is_success(self) -> ::core::primitive::bool {
                #is_success
            }

            /// `Ok` for a code that is no error, and otherwise this variant as the error.
            ///
            /// # Errors
            ///
            /// This variant, unless it is a success.
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
    let accessors = table.columns.iter().zip(&bodies.columns).map(|(column, body)| {
        let (attributes, name, ty) = (&column.attributes, &column.name, &column.ty);
        let is_documented = attributes.iter().any(|attribute| attribute.path().is_ident("doc"));
        let doc = format!("The column `{}` of the table.", name.unraw());
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

/// `impl ErrorCatalog`, by the inherent methods.
fn catalog(table: &Table, bodies: &Bodies) -> TokenStream {
    let Header { generics, this, catalog_bounds, .. } = table.header();
    let facade = &table.facade;
    let code_type = table.code_type.path();
    let query = table.code_type.query();
    let name = Literal::string(&table.catalog.original.ident.unraw().to_string());
    let entries = &bodies.entries;
    let doc_table = doc_table::markdown(table);
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        let name = column.name.unraw().to_string();
        let values = table.rows.iter().filter_map(|row| row.values.get(index));
        let values = values.map(|value| doc_table::value_text(value));
        quote!(#facade::Column::__new(#name, &[#(#values),*]))
    });
    let columns: Vec<TokenStream> = columns.collect();
    let columns = (!columns.is_empty())
        .then(|| quote!(const COLUMNS: &'static [#facade::Column] = &[#(#columns),*];));
    quote! {
        #[automatically_derived]
        impl #generics #facade::ErrorCatalog for #this #catalog_bounds {
            type Code = #code_type;
            const NAME: &'static ::core::primitive::str = #name;
            #[doc = #doc_table]
            const ENTRIES: &'static [#facade::Entry<Self>] = #entries;
            #columns

            #[inline]
            fn from_code(code: #query) -> ::core::option::Option<Self> {
                Self::from_code(code)
            }

            fn from_message(message: &::core::primitive::str) -> &'static [Self] {
                Self::from_message(message)
            }

            #[inline]
            fn entry(self) -> ::core::option::Option<&'static #facade::Entry<Self>> {
                Self::entry(self)
            }

            #[inline]
            fn code(self) -> #code_type {
                Self::code(self)
            }

            #[inline]
            fn name(self) -> &'static ::core::primitive::str {
                Self::name(self)
            }

            #[inline]
            fn message(self) -> &'static ::core::primitive::str {
                Self::message(self)
            }

            #[inline]
            fn description(self) -> &'static ::core::primitive::str {
                Self::description(self)
            }

            #[inline]
            fn is_success(self) -> ::core::primitive::bool {
                Self::is_success(self)
            }

            #[inline]
            fn into_result(self) -> ::core::result::Result<(), Self> {
                Self::into_result(self)
            }
        }
    }
}

/// `From`, `TryFrom` and `FromStr`.
///
/// The errors are named in full: `Self::Error` could be a variant.
fn conversions(table: &Table, bodies: &Bodies) -> TokenStream {
    let Header { generics, this, bounds, .. } = table.header();
    let code_type = table.code_type.path();
    let from_code = match (&table.other, table.code_type) {
        (Some(_), _) => from_any_code(table, bodies),
        (None, CodeType::Integer(_)) => try_from_code(table),
        (None, CodeType::Text) => try_from_text(table),
    };
    quote! {
        #[automatically_derived]
        impl #generics ::core::convert::From<#this> for #code_type #bounds {
            #[inline]
            fn from(variant: #this) -> Self {
                variant.code()
            }
        }

        #from_code
    }
}

fn from_any_code(table: &Table, bodies: &Bodies) -> TokenStream {
    let Header { generics, this, bounds, .. } = table.header();
    let query = table.code_type.query();
    let body = &bodies.from_any_code;
    let from_str = from_str(
        table,
        &quote!(::core::result::Result::Ok(<Self as ::core::convert::From<_>>::from(code))),
    );
    quote! {
        #[automatically_derived]
        impl #generics ::core::convert::From<#query> for #this #bounds {
            /// The variant that the code stands for, and for an unlisted code the one that keeps
            /// it.
            #[inline]
            fn from(code: #query) -> Self {
                #body
            }
        }

        #from_str
    }
}

fn try_from_code(table: &Table) -> TokenStream {
    let Header { generics, this, catalog_bounds, .. } = table.header();
    let facade = &table.facade;
    let code_type = table.code_type.path();
    let from_str = from_str(
        table,
        &quote! {
            <Self as ::core::convert::TryFrom<#code_type>>::try_from(code)
                .map_err(#facade::ParseCodeError::Unknown)
        },
    );
    quote! {
        #[automatically_derived]
        impl #generics ::core::convert::TryFrom<#code_type> for #this #catalog_bounds {
            type Error = #facade::UnknownCode<Self>;

            #[inline]
            fn try_from(
                code: #code_type,
            ) -> ::core::result::Result<Self, #facade::UnknownCode<Self>> {
                Self::from_code(code)
                    .ok_or(#facade::UnknownCode::__new(::core::option::Option::Some(code)))
            }
        }

        #from_str
    }
}

/// Reads an integer code from text; `found` is what becomes of the `code`.
fn from_str(table: &Table, found: &TokenStream) -> TokenStream {
    let Header { generics, this, catalog_bounds, .. } = table.header();
    let facade = &table.facade;
    let code_type = table.code_type.path();
    quote! {
        #[automatically_derived]
        impl #generics ::core::str::FromStr for #this #catalog_bounds {
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

fn try_from_text(table: &Table) -> TokenStream {
    let Header { generics, this, catalog_bounds, .. } = table.header();
    let facade = &table.facade;
    quote! {
        #[automatically_derived]
        impl #generics ::core::convert::TryFrom<&::core::primitive::str> for #this #catalog_bounds {
            type Error = #facade::UnknownCode<Self>;

            #[inline]
            fn try_from(
                code: &::core::primitive::str,
            ) -> ::core::result::Result<Self, #facade::UnknownCode<Self>> {
                Self::from_code(code)
                    .ok_or(#facade::UnknownCode::__new(::core::option::Option::None))
            }
        }

        #[automatically_derived]
        impl #generics ::core::str::FromStr for #this #catalog_bounds {
            type Err = #facade::UnknownCode<Self>;

            #[inline]
            fn from_str(
                code: &::core::primitive::str,
            ) -> ::core::result::Result<Self, #facade::UnknownCode<Self>> {
                <Self as ::core::convert::TryFrom<&::core::primitive::str>>::try_from(code)
            }
        }
    }
}

/// At the key, since the macro is an error where the facade lacks the feature.
fn serde(table: &Table) -> Option<TokenStream> {
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
