//! The lookup by code.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::expand::hash;
use crate::expand::text_index::{Key, text_index};
use crate::integer::{Integer, IntegerType};
use crate::packed::Packed;
use crate::perfect_hash::{Index, Keys};
use crate::table::{Code, CodeType, Table};
use crate::text_column::text_column;
use crate::tokens::{list, number_static};

/// The codes by row, then the aliases, each with its position.
pub(super) struct Codes<'a> {
    listed: Vec<Listed<'a>>,
    rows: usize,
    keys: Keys,
    index: Index,
    /// The position of each of them.
    positions: Vec<usize>,
}

/// A code or an alias, and its row.
struct Listed<'a> {
    code: Code<'a>,
    row: usize,
}

impl<'a> Codes<'a> {
    pub(super) fn new(table: &'a Table, build: fn(&Keys) -> Index) -> Self {
        let rows = || table.rows.iter().enumerate();
        let codes = rows().filter_map(|(row, each)| Some((*each.codes.first()?, row)));
        let aliases = rows()
            .flat_map(|(row, each)| each.codes.iter().skip(1).map(move |alias| (*alias, row)));
        let listed: Vec<Listed> =
            codes.chain(aliases).map(|(code, row)| Listed { code, row }).collect();
        let keys = keys(table.code_type, &listed);
        let index = build(&keys);
        let mut positions = vec![0; listed.len()];
        for (position, key) in index.keys.iter().enumerate() {
            positions[*key] = position;
        }
        Self { listed, rows: table.rows.len(), keys, index, positions }
    }

    /// How many positions there are.
    pub(super) fn length(&self) -> usize {
        self.index.keys.len()
    }

    /// The positions of the rows.
    pub(super) fn positions(&self) -> &[usize] {
        self.positions.split_at(self.rows).0
    }

    /// The position of each alias, and its row.
    pub(super) fn aliases(&self) -> Vec<(usize, usize)> {
        let aliases = self.positions.iter().zip(&self.listed).skip(self.rows);
        aliases.map(|(position, listed)| (*position, listed.row)).collect()
    }

    /// The codes, and the function that looks one up.
    pub(super) fn expand(&self, table: &Table) -> TokenStream {
        let this = table.this();
        let query = table.code_type.query();
        let (items, body) = match table.code_type {
            CodeType::Integer(integer) => self.of_integers(integer),
            CodeType::Text => self.of_texts(),
        };
        let aliases = self.alias_column(table);
        quote! {
            #items
            #aliases

            #[inline]
            const fn __from_code(code: #query) -> ::core::option::Option<#this> {
                #body
            }
        }
    }

    fn of_integers(&self, integer: IntegerType) -> (TokenStream, TokenStream) {
        let code_type = integer.path();
        let codes: Vec<Integer> = self.integers().collect();
        let (codes, aliases) = codes.split_at(self.rows);
        let aliases = aliases.iter().zip(self.positions.iter().skip(self.rows));
        let aliases = aliases.map(|(code, position)| {
            let (code, position) = (code.to_tokens(), Literal::usize_unsuffixed(*position));
            quote!((#position, #code))
        });
        let (codes, length) = (list(codes), Literal::usize_unsuffixed(self.length()));
        let (index, position) = self.position();
        let items = quote! {
            #index
            static __CODE_AT: [#code_type; #length] = __facade::arrange_codes(
                [#codes],
                __POSITIONS,
                &[#(#aliases),*],
            );
            const __CODES: __facade::Codes<#code_type> =
                __facade::Codes::by_position(&__CODE_AT, __POSITIONS);
        };
        let body = quote! {
            let position = #position;
            __facade::variant(&__VARIANTS[position], __CODE_AT[position] == code)
        };
        (items, body)
    }

    /// The data that an integer's position is computed from, and that position.
    fn position(&self) -> (TokenStream, TokenStream) {
        let (ty, of_hash, of_rank) = match self.keys {
            Keys::Wide(_) => ("u128", "find_wide", "rank_of_wide"),
            _ => ("u64", "find_word", "rank_of_word"),
        };
        let [of_type, of_hash, of_rank] =
            [ty, of_hash, of_rank].map(|name| format_ident!("{name}"));
        let argument = quote!(code as ::core::primitive::#of_type);
        if let Some(hash) = &self.index.hash {
            let (pilots, hash) = hash::numbers("CODE", hash);
            let items = quote! {
                #pilots
                const __CODE_INDEX: __facade::Hash = #hash;
            };
            return (items, quote!(__CODE_INDEX.#of_hash(#argument)));
        }
        let sorted: Vec<u128> = self.index.keys.iter().map(|key| self.keys.integer(*key)).collect();
        let items = number_static(&format_ident!("__CODE_INDEX"), ty, &sorted);
        (items, quote!(__facade::#of_rank(&__CODE_INDEX, #argument)))
    }

    fn of_texts(&self) -> (TokenStream, TokenStream) {
        let texts: Vec<&str> = self.texts().collect();
        let packed = Packed::new(&texts);
        let column = text_column("CODE_TEXTS", &packed);
        let places = (0..texts.len()).map(|key| Key { place: packed.place(key), variants: (0, 0) });
        let index = text_index(
            ["CODE", "__CODE_TEXTS_TEXT"],
            &self.index,
            &places.collect::<Vec<_>>(),
            &self.index.hashes(&self.keys),
        );
        let length = Literal::usize_unsuffixed(self.rows);
        let items = quote! {
            #column
            #index
            static __CODE_OF_ROW: [&::core::primitive::str; #length] =
                __facade::spread(__CODE_TEXTS);
            const __CODES: __facade::Codes<&'static ::core::primitive::str> =
                __facade::Codes::by_row(&__CODE_OF_ROW);
        };
        let position = quote!(__CODE_INDEX.find_position(code));
        (items, quote!(__facade::variant_at(&__VARIANTS, #position)))
    }

    /// The aliases by row.
    fn alias_column(&self, table: &Table) -> TokenStream {
        let code_type = table.code_type.path();
        let aliases = self.listed.get(self.rows..).unwrap_or_default();
        let (statics, value) = if aliases.is_empty() {
            (TokenStream::new(), quote!(NONE))
        } else {
            let length = Literal::usize_unsuffixed(aliases.len());
            let codes = aliases.iter().map(|alias| alias.code.to_literal());
            let rows: Vec<usize> = aliases.iter().map(|alias| alias.row).collect();
            let rows = number_static(&format_ident!("__ROW_OF_ALIAS"), "u32", &rows);
            let codes = quote!(static __ALIAS: [#code_type; #length] = [#(#codes),*];);
            (quote!(#codes #rows), quote!(new(&__ALIAS, &__ROW_OF_ALIAS)))
        };
        quote! {
            #statics
            const __ALIASES: __facade::Aliases<#code_type> =
                __facade::Aliases::#value;
        }
    }

    fn integers(&self) -> impl Iterator<Item = Integer> {
        self.listed.iter().filter_map(|listed| match listed.code {
            Code::Integer(value) => Some(value),
            Code::Text(_) => None,
        })
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        self.listed.iter().filter_map(|listed| match listed.code {
            Code::Integer(_) => None,
            Code::Text(text) => Some(text.value.as_str()),
        })
    }
}

fn keys(code_type: CodeType, listed: &[Listed]) -> Keys {
    let integers = listed.iter().filter_map(|listed| match listed.code {
        Code::Integer(value) => Some(value),
        Code::Text(_) => None,
    });
    let texts = listed.iter().filter_map(|listed| match listed.code {
        Code::Integer(_) => None,
        Code::Text(text) => Some(text.value.clone()),
    });
    match code_type {
        CodeType::Integer(integer) if integer.is_wider_than_a_word() => {
            Keys::Wide(integers.map(Integer::bits).collect())
        }
        CodeType::Integer(_) => Keys::Words(integers.map(Integer::low_word).collect()),
        CodeType::Text => Keys::Texts(texts.collect()),
    }
}
