//! A checked table, written out.

use std::collections::HashMap;
use std::ptr;

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::LitStr;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::perfect_hash::{self, PerfectHash, narrow_static};
use crate::surface::{Bodies, generated, surface};
use crate::table::{Code, CodeType, Description, Row, Table};

/// The impls, in a block of their own with the statics that they read.
pub(crate) fn expand(table: &Table) -> TokenStream {
    let rows = rows(table);
    let columns = columns(table);
    let formulas = formulas(table);
    let (code_statics, from_code) = from_code(table);
    let (message_statics, from_message) = from_message(table);
    let surface = surface(table, &bodies(table, from_code, from_message));
    quote! {
        #[allow(deprecated)]
        const _: () = {
            #rows
            #columns
            #formulas
            #code_statics
            #message_statics
            #surface
        };
    }
}

/// What the methods do with those statics.
fn bodies(table: &Table, from_code: TokenStream, from_message: TokenStream) -> Bodies {
    let rows = Literal::usize_unsuffixed(table.rows.len());
    let facade = &table.facade;
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        let (values, ty) = (column_static(index), &column.ty);
        // The type is named for rustc to say there if it is not `Copy`.
        quote!(#facade::__private::value::<#ty>(&#values[__ordinal(self)]))
    });
    let other = table.other.as_ref().map(|row| generated(&row.variant.ident));
    let kept =
        other.as_ref().map(|other| quote!(if let Self::#other(code) = self { return code; }));
    let unlisted = other.as_ref().map(
        |other| quote!(if let Self::#other(_) = self { return ::core::option::Option::None; }),
    );
    Bodies {
        from_code,
        from_message,
        entry: quote!(#unlisted ::core::option::Option::Some(__row(self))),
        code: quote!(#kept __row(self).code()),
        name: quote!(__row(self).name()),
        message: quote!(__row(self).message()),
        description: quote!(__row(self).description()),
        is_success: quote!(__row(self).is_success()),
        into_result: quote! {
            if __copy(&self).is_success() {
                ::core::result::Result::Ok(())
            } else {
                ::core::result::Result::Err(self)
            }
        },
        columns: columns.collect(),
        from_any_code: quote! {
            match Self::from_code(code) {
                ::core::option::Option::Some(variant) => variant,
                ::core::option::Option::None => Self::#other(code),
            }
        },
        entries: quote!(__TABLE.split_at(#rows).0),
    }
}

impl Table<'_> {
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

impl Code<'_> {
    fn to_literal(self) -> TokenStream {
        match self {
            Self::Integer(value) => value.to_tokens(),
            Self::Text(text) => generated_text(text).into_token_stream(),
        }
    }
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
    let entry_type = table.entry();
    let code_type = table.code_type.path();
    let length = Literal::usize_unsuffixed(table.rows.len() + usize::from(table.other.is_some()));
    let rows = table.rows.iter().map(|row| entry(table, row));
    let other = table.other.as_ref().map(|row| entry(table, row));
    let ordinal = ordinal(table);
    let copies = copies(table);
    quote! {
        const fn __entry(
            variant: #this,
            code: #code_type,
            name: &'static ::core::primitive::str,
            message: &'static ::core::primitive::str,
            description: &'static ::core::primitive::str,
        ) -> #entry_type {
            #facade::Entry::__new(variant, code, name, message, description)
        }

        static __TABLE: [#entry_type; #length] = [#(#rows,)* #other];

        #ordinal

        #[inline]
        const fn __row(variant: #this) -> &'static #entry_type {
            &__TABLE[__ordinal(variant)]
        }

        #copies
    }
}

/// The only place that asks the enum to be `Copy` and `Eq`; where it is not, it
/// is told so at its name.
pub(crate) fn copy(table: &Table) -> TokenStream {
    let this = table.this();
    let facade = &table.facade;
    let copy = quote_spanned!(this.span()=> #facade::__private::copy::<#this>);
    quote! {
        #[inline]
        const fn __copy(variant: &#this) -> #this {
            #copy(variant)
        }
    }
}

/// What copies variants.
fn copies(table: &Table) -> TokenStream {
    let this = table.this();
    let first = table.rows.first().map(|row| generated(&row.variant.ident));
    let copy = copy(table);
    quote! {
        #copy

        /// The variants of the first rows, then those of the further ones.
        const fn __variants<const LENGTH: ::core::primitive::usize>(
            first_rows: ::core::primitive::usize,
            further_rows: &[::core::primitive::usize],
        ) -> [#this; LENGTH] {
            let mut variants = [const { #this::#first }; LENGTH];
            let mut index = 0;
            while index < LENGTH {
                let row =
                    if index < first_rows { index } else { further_rows[index - first_rows] };
                variants[index] = __copy(__TABLE[row].__variant());
                index += 1;
            }
            variants
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

/// A column's value as an expression.
///
/// Whether its tokens are one is for rustc to say; the macro has it do so at
/// them, where otherwise it would say so of all that the derive writes.
pub(crate) fn value(table: &Table, value: &TokenStream) -> TokenStream {
    let facade = &table.facade;
    let mut tokens = value.clone().into_iter();
    let first = tokens.next();
    let is_word = matches!(first, Some(TokenTree::Ident(_) | TokenTree::Literal(_)));
    if is_word && tokens.next().is_none() {
        return value.clone();
    }
    quote!(#facade::__value!(#value))
}

/// Each column as an array beside the table.
fn columns(table: &Table) -> TokenStream {
    let rows = || table.rows.iter().chain(&table.other);
    let length = Literal::usize_unsuffixed(rows().count());
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        let name = column_static(index);
        let ty = &column.ty;
        let values = rows().filter_map(|row| row.values.get(index));
        let values = values.map(|tokens| value(table, tokens));
        // There rustc says if the type is not `Sync`.
        let span = ty.span().resolved_at(Span::call_site());
        let array = quote_spanned!(span=> [#ty; #length]);
        let unused = column.default.as_ref().filter(|default| {
            rows().all(|row| row.values.get(index).is_none_or(|value| !ptr::eq(*value, *default)))
        });
        // That too is held against the type.
        let unused = unused.map(|default| {
            let default = value(table, default);
            quote!(const _: #ty = #default;)
        });
        quote!(static #name: #array = [#(#values),*]; #unused)
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
    let code_type = table.code_type.path();
    let keys = Literal::usize_unsuffixed(codes.len());
    let rows = Literal::usize_unsuffixed(table.rows.len());
    let codes = codes.iter().map(|code| code.to_literal());
    let alias_rows = table.alias_rows().map(Literal::usize_unsuffixed);
    let statics = quote! {
        static __CODES: [#code_type; #keys] = [#(#codes),*];
        static __VARIANTS: [#this; #keys] =
            __variants(#rows, &[#(#alias_rows),*]);
        #hash_statics
    };
    let is_same = match table.code_type {
        CodeType::Integer(_) => quote!(__CODES[key] == code),
        CodeType::Text => quote!(__is_same_text(__CODES[key], code)),
    };
    let body = quote! {
        let key = #lookup;
        if #is_same {
            ::core::option::Option::Some(__copy(&__VARIANTS[key]))
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
    let length = Literal::usize_unsuffixed(rows.len());
    let rows = rows.iter().map(|row| Literal::usize_unsuffixed(*row));
    let statics = quote! {
        static __BEARERS: [#this; #length] =
            __variants(0, &[#(#rows),*]);
        #ends
        #hash_statics
    };
    let body = quote! {
        let start = #lookup;
        if !__is_same_text(__row(__copy(&__BEARERS[start])).message(), message) {
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
