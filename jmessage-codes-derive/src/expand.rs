//! A checked table, written out.

use std::collections::HashMap;
use std::ptr;

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::LitStr;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::perfect_hash::{self, Keys, PerfectHash, narrow_static};
use crate::surface::{Bodies, generated, surface};
use crate::table::{Code, CodeType, Description, Row, Table};

/// The impls, in a block of their own with the statics that they read.
///
/// `None` where no perfect hash is found.
pub(crate) fn expand(table: &Table) -> Option<TokenStream> {
    let rows = rows(table);
    let columns = columns(table);
    let formulas = formulas(table);
    let (code_statics, from_code) = from_code(table)?;
    let (message_statics, from_message) = from_message(table)?;
    let surface = surface(table, &bodies(table, from_code, from_message));
    Some(quote! {
        #[allow(deprecated)]
        const _: () = {
            #rows
            #columns
            #formulas
            #code_statics
            #message_statics
            #surface
        };
    })
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

/// A key of the lookup by code.
struct Key<'a> {
    code: &'a Code<'a>,
    /// The position of its row.
    row: usize,
    is_alias: bool,
}

impl Table<'_> {
    fn keys(&self) -> Vec<Key<'_>> {
        let rows = self.rows.iter().enumerate();
        let keys = rows.flat_map(|(row, Row { codes, .. })| {
            let codes = codes.iter().enumerate();
            codes.map(move |(index, code)| Key { code, row, is_alias: index > 0 })
        });
        keys.collect()
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

        /// The variants of the rows at the positions.
        const fn __variants<const LENGTH: ::core::primitive::usize>(
            rows: &[::core::primitive::usize; LENGTH],
        ) -> [#this; LENGTH] {
            let mut variants = [const { #this::#first }; LENGTH];
            let mut index = 0;
            while index < LENGTH {
                variants[index] = __copy(__TABLE[rows[index]].__variant());
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
///
/// A variant is itself the index into the table, and as narrow as one can be,
/// so the variants stand by slot, and the codes by variant. No index can lie
/// outside of its array: there are as many slots as a masked number can name,
/// and codes for all variants. The variant is read whatever the comparison
/// says, and so there is no branch.
fn from_code(table: &Table) -> Option<(TokenStream, TokenStream)> {
    let keys = table.keys();
    let hashed = code_keys(table.code_type, &keys);
    let hash = PerfectHash::build(&hashed)?;
    let pilots = format_ident!("__CODE_PILOTS");
    let lookup = hash.lookup(&hashed, &format_ident!("code"), &pilots);
    let pilots = hash.pilots_static(&pilots);
    let this = table.this();
    let slots = Literal::usize_unsuffixed(hash.keys_by_slot().len());
    let keys_by_slot: Vec<&Key> = hash.keys_by_slot().iter().map(|&key| &keys[key]).collect();
    let rows_by_slot = keys_by_slot.iter().map(|key| Literal::usize_unsuffixed(key.row));
    let (codes, is_same) = match table.code_type {
        CodeType::Integer(_) => compare_integers(table, &keys_by_slot),
        CodeType::Text => compare_texts(&keys_by_slot),
    };
    let statics = quote! {
        #pilots
        static __VARIANTS: [#this; #slots] = __variants(&[#(#rows_by_slot),*]);
        #codes
    };
    let body = quote! {
        let slot = #lookup;
        let variant = __copy(&__VARIANTS[slot]);
        if #is_same { ::core::option::Option::Some(variant) } else { ::core::option::Option::None }
    };
    Some((statics, body))
}

fn code_keys(code_type: CodeType, keys: &[Key]) -> Keys {
    let integers = keys.iter().filter_map(|key| match key.code {
        Code::Integer(value) => Some(value),
        Code::Text(_) => None,
    });
    let texts = keys.iter().filter_map(|key| match key.code {
        Code::Integer(_) => None,
        Code::Text(text) => Some(text.value()),
    });
    match code_type {
        CodeType::Integer(integer) if integer.is_wider_than_a_word() => {
            Keys::Wide(integers.map(|value| value.bits()).collect())
        }
        CodeType::Integer(_) => Keys::Words(integers.map(|value| value.low_word()).collect()),
        CodeType::Text => Keys::texts(texts.collect()),
    }
}

/// The statics and the expression of whether the `variant` in a `slot` has the
/// `code`.
fn compare_integers(table: &Table, keys_by_slot: &[&Key]) -> (TokenStream, TokenStream) {
    let code_type = table.code_type.path();
    let codes = table.rows.iter().filter_map(|row| row.codes.first());
    let codes = codes.map(|code| code.to_literal());
    // Behind them one for `other`, which is in no slot.
    let other = table.other.as_ref().map(|_| Literal::u8_unsuffixed(0));
    let length = Literal::usize_unsuffixed(table.rows.len() + usize::from(other.is_some()));
    let mut statics = quote!(static __CODES: [#code_type; #length] = [#(#codes,)* #other];);
    let code = quote!(__CODES[__ordinal(__copy(&variant))]);
    if !keys_by_slot.iter().any(|key| key.is_alias) {
        return (statics, quote!(#code == code));
    }
    let differences = keys_by_slot.iter().map(|key| match &table.rows[key.row].codes[..] {
        [canonical, ..] if key.is_alias => {
            let (alias, canonical) = (key.code.to_literal(), canonical.to_literal());
            quote!(#alias ^ #canonical)
        }
        _ => quote!(0),
    });
    let slots = Literal::usize_unsuffixed(keys_by_slot.len());
    statics.extend(quote! {
        /// The bits in which an alias differs from the canonical code.
        static __ALIAS_BITS: [#code_type; #slots] = [#(#differences),*];
    });
    (statics, quote!(#code ^ __ALIAS_BITS[slot] == code))
}

fn compare_texts(keys_by_slot: &[&Key]) -> (TokenStream, TokenStream) {
    if !keys_by_slot.iter().any(|key| key.is_alias) {
        let is_same = quote!(__is_same_text(__row(__copy(&variant)).code(), code));
        return (TokenStream::new(), is_same);
    }
    let slots = Literal::usize_unsuffixed(keys_by_slot.len());
    let codes = keys_by_slot.iter().map(|key| key.code.to_literal());
    let statics = quote! {
        static __CODES: [&::core::primitive::str; #slots] = [#(#codes),*];
    };
    (statics, quote!(__is_same_text(__CODES[slot], code)))
}

/// The statics and the body of `from_message`.
///
/// By slot stands the row that bears the message, or the first of several, with
/// all of them side by side in another array. The table's own variant is lent
/// out: rustc takes a time over an array of variants that grows with its square.
fn from_message(table: &Table) -> Option<(TokenStream, TokenStream)> {
    let groups = message_groups(table);
    let messages = Keys::texts(groups.iter().map(|(message, _)| message.clone()).collect());
    let hash = PerfectHash::build(&messages)?;
    let pilots = format_ident!("__MESSAGE_PILOTS");
    let lookup = hash.lookup(&messages, &format_ident!("message"), &pilots);
    let pilots = hash.pilots_static(&pilots);
    let groups_by_slot: Vec<&[usize]> =
        hash.keys_by_slot().iter().map(|&group| &groups[group].1[..]).collect();
    let first_rows: Vec<usize> = groups_by_slot.iter().map(|group| group[0]).collect();
    let first_rows = narrow_static(&format_ident!("__BEARERS"), &first_rows);
    let (shared, several) = shared_messages(table, &groups_by_slot);
    let length = Literal::usize_unsuffixed(table.rows.len());
    let statics = quote!(#pilots #first_rows #shared);
    let body = quote! {
        let slot = #lookup;
        let row = __BEARERS[slot] as ::core::primitive::usize;
        // Always so, and said so that no panic is compiled.
        if row < #length {
            let entry = &__TABLE[row];
            if __is_same_text(entry.message(), message) {
                #several
                return ::core::slice::from_ref(entry.__variant());
            }
        }
        &[]
    };
    Some((statics, body))
}

/// The statics of the messages that several variants bear, and what returns
/// these where there is such a one in a `slot`.
fn shared_messages(table: &Table, groups_by_slot: &[&[usize]]) -> (TokenStream, TokenStream) {
    let (mut rows, mut starts, mut ends) = (Vec::new(), Vec::new(), Vec::new());
    for group in groups_by_slot {
        starts.push(rows.len());
        if group.len() > 1 {
            rows.extend(group.iter().map(|row| Literal::usize_unsuffixed(*row)));
        }
        ends.push(rows.len());
    }
    if rows.is_empty() {
        return (TokenStream::new(), TokenStream::new());
    }
    let this = table.this();
    let length = Literal::usize_unsuffixed(rows.len());
    let starts = narrow_static(&format_ident!("__SHARED_STARTS"), &starts);
    let ends = narrow_static(&format_ident!("__SHARED_ENDS"), &ends);
    let statics = quote! {
        static __SHARED: [#this; #length] = __variants(&[#(#rows),*]);
        #starts
        #ends
    };
    let several = quote! {
        let start = __SHARED_STARTS[slot] as ::core::primitive::usize;
        let end = __SHARED_ENDS[slot] as ::core::primitive::usize;
        if start < end {
            if let ::core::option::Option::Some((front, _)) = __SHARED.split_at_checked(end) {
                if let ::core::option::Option::Some((_, several)) = front.split_at_checked(start) {
                    return several;
                }
            }
        }
    };
    (statics, several)
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
