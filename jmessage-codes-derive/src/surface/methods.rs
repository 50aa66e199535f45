//! The methods. The enum has them as `const fn` and through the trait.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;

use super::bodies::Bodies;
use super::url_method;
use crate::doc_table;
use crate::reserved::{ENTRIES as ENTRIES_CONSTANT, NAME as NAME_CONSTANT};
use crate::table::{CodeType, Table};
use crate::tokens::{self, column_attributes};

pub(super) struct Method<'a> {
    pub(super) name: &'static str,
    pub(super) doc: &'static str,
    /// The parameters and the type of the result.
    pub(super) signature: TokenStream,
    body: &'a TokenStream,
}

const FROM_CODE: &str = "The variant for a code, or `None` if the table does not list it.

Takes constant time and does not allocate.";
const FROM_CODE_OR_OTHER: &str =
    "The variant for a code. For an unlisted code this is the `other` variant, which keeps it.

Takes constant time and does not allocate.";
const FROM_MESSAGE: &str =
    "All variants with this message, in declaration order, the retired ones after the
others; empty if there are none.

The message must match byte for byte. Takes constant time apart from reading the
message once, and does not allocate.";
const ENTRY: &str = "This variant's entry in the table, or `None` for an unlisted code.";
const CODE: &str = "The code; the first one if the variant has several.";
/// Of an enum that `as` can cast.
const CODE_AND_PLACE: &str = "The code; the first one if the variant has several.

`as` is not the code but the index of the variant, counted from 0, unless the enum has
explicit discriminants.";
const NAME: &str = "The name of the variant.";
const MESSAGE: &str = "The vendor's message.";
const DESCRIPTION: &str = "What the code means; the message if the table has no description.";
const KIND: &str = "The kind of the code.";
const IS_SUCCESS: &str = "Whether this code means success.";
const IS_RETRYABLE: &str =
    "Whether the same request may succeed later. If the row does not say, the kind decides.";
const IS_RETIRED: &str = "Whether the vendor no longer lists the code. Lookups still find it.";
const ALIASES: &str = "The codes of the variant after the first.";
const INTO_RESULT: &str = "`Ok(())` for a success code, otherwise `Err(self)`.

# Errors

Returns `self` unless the code means success.";

/// Those of the trait, without the columns.
pub(super) fn of_catalog<'a>(table: &Table, bodies: &'a Bodies) -> Vec<Method<'a>> {
    let facade = &table.facade;
    let (code, query) = (table.code_type.path(), table.code_type.query());
    let option = quote!(::core::option::Option);
    let str = quote!(::core::primitive::str);
    let text = || quote!((self) -> &'static #str);
    let bool = || quote!((self) -> ::core::primitive::bool);
    let all = [
        ("from_code", FROM_CODE, quote!((code: #query) -> #option<Self>), &bodies.from_code),
        (
            "from_message",
            FROM_MESSAGE,
            quote!((message: &#str) -> #facade::Variants<Self>),
            &bodies.from_message,
        ),
        ("entry", ENTRY, quote!((self) -> #option<#facade::Entry<Self>>), &bodies.entry),
        ("code", CODE, quote!((self) -> #code), &bodies.code),
        ("name", NAME, text(), &bodies.name),
        ("message", MESSAGE, text(), &bodies.message),
        ("description", DESCRIPTION, text(), &bodies.description),
        ("kind", KIND, quote!((self) -> #facade::Kind), &bodies.kind),
        ("is_success", IS_SUCCESS, bool(), &bodies.is_success),
        ("is_retryable", IS_RETRYABLE, bool(), &bodies.is_retryable),
        ("is_retired", IS_RETIRED, bool(), &bodies.is_retired),
        ("aliases", ALIASES, quote!((self) -> &'static [#code]), &bodies.aliases),
        (
            "into_result",
            INTO_RESULT,
            quote!((self) -> ::core::result::Result<(), Self>),
            &bodies.into_result,
        ),
    ];
    let all = all.into_iter();
    all.map(|(name, doc, signature, body)| Method { name, doc, signature, body }).collect()
}

/// The method that only the enum has and not the trait, if there is an `other` variant.
fn from_code_or_other<'a>(table: &Table, bodies: &'a Bodies) -> Option<Method<'a>> {
    table.other.as_ref()?;
    let query = table.code_type.query();
    Some(Method {
        name: "from_code_or_other",
        doc: FROM_CODE_OR_OTHER,
        signature: quote!((code: #query) -> Self),
        body: &bodies.from_any_code,
    })
}

impl Method<'_> {
    fn item(&self, visibility: &TokenStream) -> TokenStream {
        let (name, signature, body) =
            (Ident::new(self.name, Span::call_site()), &self.signature, self.body);
        quote!(#[inline] #visibility fn #name #signature { #body })
    }
}

/// The methods of the trait, which do not call those of the enum.
pub(super) fn of_trait(table: &Table, bodies: &Bodies) -> TokenStream {
    of_catalog(table, bodies).iter().map(|method| method.item(&TokenStream::new())).collect()
}

/// The methods of the enum.
pub(super) fn inherent_impl(table: &Table, bodies: &Bodies) -> TokenStream {
    let (impl_generics, ty_generics, _) = table.catalog.original.generics.split_for_impl();
    let where_clause = table.where_clause();
    let (this, facade) = (table.this(), &table.facade);
    let visibility = table.catalog.original.vis.to_token_stream();
    let methods = of_catalog(table, bodies).into_iter().chain(from_code_or_other(table, bodies));
    let is_integer = matches!(table.code_type, CodeType::Integer(_));
    let has_place = is_integer && table.other.is_none();
    let methods = methods.filter(|method| !table.skips(method.name)).map(|method| {
        let doc = if method.name == "code" && has_place { CODE_AND_PLACE } else { method.doc };
        let item = method.item(&quote!(#visibility const));
        // A `Result` must be used without it.
        let must_use = (method.name != "into_result").then(|| quote!(#[must_use]));
        let aliases = other_names(method.name);
        let aliases = (!aliases.is_empty()).then(|| quote!(#[doc(alias(#(#aliases),*))]));
        quote!(#[doc = #doc] #aliases #must_use #item)
    });
    let constants = constants(table);
    let accessors = column_accessors(table, bodies);
    let query = table.code_type.query();
    let entry_of_code = &bodies.entry_of_code;
    let url = url_method::method(table);
    quote! {
        impl #impl_generics #this #ty_generics #where_clause {
            #constants

            #(#methods)*

            #accessors

            #url

            /// For `assert_disjoint!`, since a trait's methods cannot be `const`.
            #[doc(hidden)]
            #visibility const fn __entry_of_code(
                code: #query,
            ) -> ::core::option::Option<#facade::Entry<Self>> {
                #entry_of_code
            }
        }
    }
}

/// Other names for a method. A search of the documentation finds the method by them, and rustc
/// suggests it for them if the enum is in the same crate.
fn other_names(method: &str) -> &'static [&'static str] {
    match method {
        "from_code" => &["get", "lookup"],
        "from_message" => &["by_message"],
        "code" => &["number", "value"],
        "entry" => &["is_listed", "is_unlisted"],
        _ => &[],
    }
}

/// The constants of the trait, so that they need no import. They are found by the names that
/// other crates use, too.
fn constants(table: &Table) -> TokenStream {
    let (facade, name) = (&table.facade, catalog_name(table));
    let visibility = &table.catalog.original.vis;
    let doc_table = tokens::string(&doc_table::markdown(table));
    let all = [
        (
            NAME_CONSTANT,
            quote! {
                /// The name of the enum.
                #visibility const NAME: &'static ::core::primitive::str = #name;
            },
        ),
        (
            ENTRIES_CONSTANT,
            quote! {
                /// The table: an entry for each variant in declaration order, without the
                /// `other` variant.
                ///
                #[doc = #doc_table]
                #[doc(alias("ALL", "CODES", "VARIANTS", "iter", "list", "values"))]
                #visibility const ENTRIES: #facade::Entries<Self> = #facade::Entries::__ALL;
            },
        ),
    ];
    all.into_iter().filter(|(name, _)| !table.skips(name)).map(|(_, constant)| constant).collect()
}

/// The enum's name, as a literal.
pub(super) fn catalog_name(table: &Table) -> Literal {
    Literal::string(&table.catalog.original.ident.unraw().to_string())
}

fn column_accessors(table: &Table, bodies: &Bodies) -> TokenStream {
    let visibility = &table.catalog.original.vis;
    let columns = table.columns.iter().zip(&bodies.columns).enumerate();
    let accessors = columns.map(|(index, (column, body))| {
        let (attributes, name) = (column_attributes(column), &column.name);
        let ty = table.column_type(index);
        quote! {
            #attributes
            #[must_use]
            #[inline]
            #visibility const fn #name(self) -> #ty {
                #body
            }
        }
    });
    accessors.collect()
}
