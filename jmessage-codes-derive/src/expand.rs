//! A checked table, written out.

use std::collections::HashMap;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::LitStr;
use syn::ext::IdentExt;

use crate::check::{Code, CodeType, Description, Row, Table};
use crate::doc_table;
use crate::perfect_hash::{self, PerfectHash, narrow_static};

/// The impls, in a block of their own with the statics that they read.
pub(crate) fn expand(table: &Table) -> TokenStream {
    let rows = rows(table);
    let columns = columns(table);
    let formulas = formulas(table);
    let (code_statics, from_code) = from_code(table);
    let (message_statics, from_message) = from_message(table);
    let inherent = inherent(table, &from_code, &from_message);
    let catalog = catalog(table);
    let conversions = conversions(table);
    let serde = serde(table);
    quote! {
        #[allow(deprecated)]
        const _: () = {
            #rows
            #columns
            #formulas
            #code_statics
            #message_statics
            #inherent
            #catalog
            #conversions
            #serde
        };
    }
}

impl Table<'_> {
    /// The enum's name.
    fn this(&self) -> Ident {
        generated(&self.catalog.original.ident)
    }

    /// The keys of the lookup by code: the canonical code of each row, then the
    /// aliases.
    fn codes(&self) -> impl Iterator<Item = &Code<'_>> {
        let canonical = self.rows.iter().filter_map(|row| row.codes.first());
        canonical.chain(self.rows.iter().flat_map(|row| row.codes.iter().skip(1)))
    }

    /// The position of the row that each alias belongs to.
    fn alias_rows(&self) -> impl Iterator<Item = usize> {
        let aliases = |row: &Row| row.codes.len().saturating_sub(1);
        self.rows.iter().enumerate().flat_map(move |(index, row)| vec![index; aliases(row)])
    }
}

impl CodeType {
    /// The type of a code.
    fn path(self) -> TokenStream {
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

impl Code<'_> {
    fn to_literal(self) -> TokenStream {
        match self {
            Self::Integer(value) => value.to_tokens(),
            Self::Text(text) => generated_text(text).into_token_stream(),
        }
    }
}

/// A name of the user's that leads the tools to where it is written, while the
/// lints see that the code around it is not.
fn generated(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(ident.span().resolved_at(Span::call_site()));
    ident
}

fn generated_text(text: &LitStr) -> Literal {
    let mut text = text.token();
    text.set_span(text.span().resolved_at(Span::call_site()));
    text
}

/// The table itself: the entries, and behind them the texts of `other`.
fn rows(table: &Table) -> TokenStream {
    let facade = &table.facade;
    let this = table.this();
    let code_type = table.code_type.path();
    let length = Literal::usize_unsuffixed(table.rows.len() + usize::from(table.other.is_some()));
    let rows = table.rows.iter().map(|row| entry(table, row));
    let other = table.other.as_ref().map(|row| entry(table, row));
    let ordinal = ordinal(table);
    quote! {
        const fn __entry(
            variant: #this,
            code: #code_type,
            name: &'static ::core::primitive::str,
            message: &'static ::core::primitive::str,
            description: &'static ::core::primitive::str,
        ) -> #facade::Entry<#this> {
            #facade::Entry::__new(variant, code, name, message, description)
        }

        static __TABLE: [#facade::Entry<#this>; #length] = [#(#rows,)* #other];

        #ordinal

        #[inline]
        const fn __row(variant: #this) -> &'static #facade::Entry<#this> {
            &__TABLE[__ordinal(variant)]
        }
    }
}

fn entry(table: &Table, row: &Row) -> TokenStream {
    let this = table.this();
    let variant = generated(&row.variant.ident);
    let name = Literal::string(&row.variant.ident.unraw().to_string());
    let message = row.message.map(generated_text);
    let description = match &row.description {
        Description::Literal(text) => Some(generated_text(text)),
        Description::Comment(text) => Some(Literal::string(text)),
        Description::Message => message.clone(),
    };
    let Some((code, aliases)) = row.codes.split_first() else {
        return quote!(__entry(#this::#variant(0), 0, #name, #message, #description));
    };
    let code = code.to_literal();
    let mut entry = quote!(__entry(#this::#variant, #code, #name, #message, #description));
    if !aliases.is_empty() {
        let aliases = aliases.iter().map(|code| code.to_literal());
        entry.extend(quote!(.__aliases(&[#(#aliases),*])));
    }
    if row.is_success {
        entry.extend(quote!(.__success()));
    }
    entry
}

/// From a variant to the position of its row.
///
/// The cast is what rustc compiles fast at any size; it takes a `match` where
/// the discriminants are not the positions, or cannot be had since a variant
/// has a field.
fn ordinal(table: &Table) -> TokenStream {
    let this = table.this();
    let is_position = |row: &Row| row.variant.discriminant.is_none();
    let body = if table.other.is_none() && table.rows.iter().all(is_position) {
        quote!(variant as ::core::primitive::usize)
    } else {
        let variants = table.rows.iter().map(|row| generated(&row.variant.ident));
        let positions = (0..table.rows.len()).map(Literal::usize_unsuffixed);
        let other = table.other.as_ref().map(|row| {
            let other = generated(&row.variant.ident);
            let position = Literal::usize_unsuffixed(table.rows.len());
            quote!(#this::#other(_) => #position,)
        });
        quote!(match variant { #(#this::#variants => #positions,)* #other })
    };
    quote! {
        #[inline]
        const fn __ordinal(variant: #this) -> ::core::primitive::usize {
            #body
        }
    }
}

fn column_static(index: usize) -> Ident {
    format_ident!("__COLUMN_{index}")
}

/// Each column as an array beside the table.
fn columns(table: &Table) -> TokenStream {
    let rows = || table.rows.iter().chain(&table.other);
    let length = Literal::usize_unsuffixed(rows().count());
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        let name = column_static(index);
        let ty = &column.ty;
        let values = rows().filter_map(|row| row.values.get(index));
        quote!(static #name: [#ty; #length] = [#(#values),*];)
    });
    columns.collect()
}

/// The functions that the lookups compute with.
fn formulas(table: &Table) -> TokenStream {
    let by_word = match table.code_type {
        CodeType::Integer(integer) if integer.is_wider_than_a_word() => {
            Some(perfect_hash::wide_formula())
        }
        CodeType::Integer(_) => Some(perfect_hash::word_formula()),
        CodeType::Text => None,
    };
    let slot = perfect_hash::slot_formula();
    let by_text = perfect_hash::text_formula();
    quote!(#by_word #slot #by_text)
}

/// The statics and the body of `from_code`.
fn from_code(table: &Table) -> (TokenStream, TokenStream) {
    let codes: Vec<&Code> = table.codes().collect();
    let hash = PerfectHash::build(|multiplier| {
        codes.iter().map(|code| code_hash(table.code_type, code, multiplier)).collect()
    });
    let (pilots, positions) = (format_ident!("__CODE_PILOTS"), format_ident!("__CODE_POSITIONS"));
    let lookup = hash.lookup(&code_hash_expression(table.code_type, &hash), &pilots, &positions);
    let hash_statics = hash.statics(&pilots, &positions);
    let this = table.this();
    let facade = &table.facade;
    let code_type = table.code_type.path();
    let keys = Literal::usize_unsuffixed(codes.len());
    let rows = Literal::usize_unsuffixed(table.rows.len());
    let codes = codes.iter().map(|code| code.to_literal());
    let alias_rows = table.alias_rows().map(Literal::usize_unsuffixed);
    let statics = quote! {
        static __CODES: [#code_type; #keys] = [#(#codes),*];
        static __VARIANTS: [#this; #keys] =
            #facade::__private::variants(&__TABLE, #rows, &[#(#alias_rows),*]);
        #hash_statics
    };
    let is_same = match table.code_type {
        CodeType::Integer(_) => quote!(__CODES[key] == code),
        CodeType::Text => quote!(__is_same_text(__CODES[key], code)),
    };
    let body = quote! {
        let key = #lookup;
        if #is_same {
            ::core::option::Option::Some(#facade::__private::copy(&__VARIANTS[key]))
        } else {
            ::core::option::Option::None
        }
    };
    (statics, body)
}

fn code_hash(code_type: CodeType, code: &Code, multiplier: u64) -> u64 {
    match (code, code_type) {
        (Code::Integer(value), CodeType::Integer(integer)) if integer.is_wider_than_a_word() => {
            perfect_hash::__hash_wide(value.bits(), multiplier)
        }
        (Code::Integer(value), _) => perfect_hash::__hash_word(value.low_word(), multiplier),
        (Code::Text(text), _) => perfect_hash::__hash_text(&text.value(), multiplier),
    }
}

/// The same of the argument `code`, in generated code.
fn code_hash_expression(code_type: CodeType, hash: &PerfectHash) -> TokenStream {
    let multiplier = hash.multiplier();
    match code_type {
        CodeType::Integer(integer) if integer.is_wider_than_a_word() => {
            quote!(__hash_wide(code as ::core::primitive::u128, #multiplier))
        }
        CodeType::Integer(_) => quote!(__hash_word(code as ::core::primitive::u64, #multiplier)),
        CodeType::Text => quote!(__hash_text(code, #multiplier)),
    }
}

/// The statics and the body of `from_message`.
///
/// The variants are grouped by message, so that all that bear one stand side
/// by side; the perfect hash leads to the first of a group.
fn from_message(table: &Table) -> (TokenStream, TokenStream) {
    let groups = message_groups(table);
    let messages: Vec<&str> = groups.iter().map(|(message, _)| message.as_str()).collect();
    let hash = PerfectHash::build(|multiplier| {
        messages.iter().map(|message| perfect_hash::__hash_text(message, multiplier)).collect()
    });
    let mut rows = Vec::new();
    let mut starts = Vec::new();
    let mut ends = Vec::new();
    for (_, group) in &groups {
        starts.push(rows.len());
        rows.extend(group);
        ends.resize(rows.len(), rows.len());
    }
    let hash = hash.map_positions(|group| starts[group]);
    let (pilots, starts) = (format_ident!("__MESSAGE_PILOTS"), format_ident!("__MESSAGE_STARTS"));
    let multiplier = hash.multiplier();
    let lookup = hash.lookup(&quote!(__hash_text(message, #multiplier)), &pilots, &starts);
    let hash_statics = hash.statics(&pilots, &starts);
    let ends = narrow_static(&format_ident!("__MESSAGE_ENDS"), &ends);
    let this = table.this();
    let facade = &table.facade;
    let length = Literal::usize_unsuffixed(rows.len());
    let rows = rows.iter().map(|row| Literal::usize_unsuffixed(*row));
    let statics = quote! {
        static __BEARERS: [#this; #length] =
            #facade::__private::variants(&__TABLE, 0, &[#(#rows),*]);
        #ends
        #hash_statics
    };
    let body = quote! {
        let start = #lookup;
        if !__is_same_text(__row(#facade::__private::copy(&__BEARERS[start])).message(), message) {
            return &[];
        }
        let end = __MESSAGE_ENDS[start] as ::core::primitive::usize;
        __BEARERS.split_at(end).0.split_at(start).1
    };
    (statics, body)
}

/// Each message in order of first appearance, with the rows that bear it.
fn message_groups(table: &Table) -> Vec<(String, Vec<usize>)> {
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    let mut by_message: HashMap<String, usize> = HashMap::new();
    for (row, message) in table.rows.iter().enumerate() {
        let message = message.message.map(LitStr::value).unwrap_or_default();
        let group = *by_message.entry(message.clone()).or_insert(groups.len());
        if group == groups.len() {
            groups.push((message, Vec::new()));
        }
        groups[group].1.push(row);
    }
    groups
}

/// The inherent methods, all of them `const`.
fn inherent(table: &Table, from_code: &TokenStream, from_message: &TokenStream) -> TokenStream {
    let this = table.this();
    let visibility = &table.catalog.original.vis;
    let query = table.code_type.query();
    let code_type = table.code_type.path();
    let accessors = column_accessors(table);
    let (kept, unlisted) = match &table.other {
        Some(other) => {
            let other = generated(&other.variant.ident);
            (
                Some(quote!(if let Self::#other(code) = self { return code; })),
                Some(
                    quote!(if let Self::#other(_) = self { return ::core::option::Option::None; }),
                ),
            )
        }
        None => (None, None),
    };
    let facade = &table.facade;
    quote! {
        #[allow(dead_code)]
        impl #this {
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
            #visibility const fn entry(self) -> ::core::option::Option<&'static #facade::Entry<Self>> {
                #unlisted
                ::core::option::Option::Some(__row(self))
            }

            /// The code; where several codes mean this variant, the first.
            #[must_use]
            #[inline]
            #visibility const fn code(self) -> #code_type {
                #kept
                __row(self).code()
            }

            /// The variant's identifier.
            #[must_use]
            #[inline]
            #visibility const fn name(self) -> &'static ::core::primitive::str {
                __row(self).name()
            }

            /// The vendor's message.
            #[must_use]
            #[inline]
            #visibility const fn message(self) -> &'static ::core::primitive::str {
                __row(self).message()
            }

            /// What the code means; the message where the table says no more.
            #[must_use]
            #[inline]
            #visibility const fn description(self) -> &'static ::core::primitive::str {
                __row(self).description()
            }

            /// Whether this code is no error.
            #[must_use]
            #[inline]
            #visibility const fn is_success(self) -> ::core::primitive::bool {
                __row(self).is_success()
            }

            /// `Ok` for a code that is no error, and otherwise this variant as the error.
            ///
            /// # Errors
            ///
            /// This variant, unless it is a success.
            #[inline]
            #visibility const fn into_result(self) -> ::core::result::Result<(), Self> {
                if #facade::__private::copy(&self).is_success() {
                    ::core::result::Result::Ok(())
                } else {
                    ::core::result::Result::Err(self)
                }
            }

            #accessors
        }
    }
}

fn column_accessors(table: &Table) -> TokenStream {
    let visibility = &table.catalog.original.vis;
    let accessors = table.columns.iter().enumerate().map(|(index, column)| {
        let values = column_static(index);
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
                #values[__ordinal(self)]
            }
        }
    });
    accessors.collect()
}

/// `impl ErrorCatalog`, by the inherent methods.
fn catalog(table: &Table) -> TokenStream {
    let this = table.this();
    let facade = &table.facade;
    let code_type = table.code_type.path();
    let query = table.code_type.query();
    let name = Literal::string(&table.catalog.original.ident.unraw().to_string());
    let rows = Literal::usize_unsuffixed(table.rows.len());
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
        impl #facade::ErrorCatalog for #this {
            type Code = #code_type;
            const NAME: &'static ::core::primitive::str = #name;
            #[doc = #doc_table]
            const ENTRIES: &'static [#facade::Entry<Self>] = __TABLE.split_at(#rows).0;
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
fn conversions(table: &Table) -> TokenStream {
    let this = table.this();
    let code_type = table.code_type.path();
    let from_code = match (&table.other, table.code_type) {
        (Some(other), _) => from_any_code(table, other),
        (None, CodeType::Integer(_)) => try_from_code(table),
        (None, CodeType::Text) => try_from_text(table),
    };
    quote! {
        #[automatically_derived]
        impl ::core::convert::From<#this> for #code_type {
            #[inline]
            fn from(variant: #this) -> Self {
                variant.code()
            }
        }

        #from_code
    }
}

fn from_any_code(table: &Table, other: &Row) -> TokenStream {
    let this = table.this();
    let code_type = table.code_type.path();
    let other = generated(&other.variant.ident);
    let from_str = from_str(table, &quote!(::core::result::Result::Ok(Self::from(code))));
    quote! {
        #[automatically_derived]
        impl ::core::convert::From<#code_type> for #this {
            /// The variant that the code stands for, and for an unlisted code the one that keeps
            /// it.
            #[inline]
            fn from(code: #code_type) -> Self {
                match Self::from_code(code) {
                    ::core::option::Option::Some(variant) => variant,
                    ::core::option::Option::None => Self::#other(code),
                }
            }
        }

        #from_str
    }
}

fn try_from_code(table: &Table) -> TokenStream {
    let this = table.this();
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
        impl ::core::convert::TryFrom<#code_type> for #this {
            type Error = #facade::UnknownCode<Self>;

            #[inline]
            fn try_from(code: #code_type) -> ::core::result::Result<Self, Self::Error> {
                Self::from_code(code)
                    .ok_or(#facade::UnknownCode::__new(::core::option::Option::Some(code)))
            }
        }

        #from_str
    }
}

/// Reads an integer code from text; `found` is what becomes of the `code`.
fn from_str(table: &Table, found: &TokenStream) -> TokenStream {
    let this = table.this();
    let facade = &table.facade;
    let code_type = table.code_type.path();
    quote! {
        #[automatically_derived]
        impl ::core::str::FromStr for #this {
            type Err = #facade::ParseCodeError<Self>;

            fn from_str(text: &::core::primitive::str) -> ::core::result::Result<Self, Self::Err> {
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
    let this = table.this();
    let facade = &table.facade;
    quote! {
        #[automatically_derived]
        impl<'code> ::core::convert::TryFrom<&'code ::core::primitive::str> for #this {
            type Error = #facade::UnknownCode<Self>;

            #[inline]
            fn try_from(
                code: &'code ::core::primitive::str,
            ) -> ::core::result::Result<Self, Self::Error> {
                Self::from_code(code)
                    .ok_or(#facade::UnknownCode::__new(::core::option::Option::None))
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for #this {
            type Err = #facade::UnknownCode<Self>;

            #[inline]
            fn from_str(code: &::core::primitive::str) -> ::core::result::Result<Self, Self::Err> {
                <Self as ::core::convert::TryFrom<&::core::primitive::str>>::try_from(code)
            }
        }
    }
}

fn serde(table: &Table) -> Option<TokenStream> {
    let span = table.catalog.attribute.serde.as_ref()?.span();
    let this = table.this();
    let facade = &table.facade;
    // At the key, since the macro is an error where the facade lacks the feature.
    Some(quote_spanned!(span=> #facade::__impl_serde!(#this);))
}
