//! The lookup by code.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::expand::position::{Position, position};
use crate::integer::Integer;
use crate::perfect_hash::{Index, Keys};
use crate::table::{Code, CodeType, Table};

/// The codes and aliases with the positions that they have.
pub(super) struct Codes<'a> {
    listed: Vec<Listed<'a>>,
    keys: Keys,
    index: Index,
}

/// A code or an alias, and its row.
struct Listed<'a> {
    code: Code<'a>,
    row: usize,
}

impl<'a> Codes<'a> {
    pub(super) fn new(table: &'a Table, build: fn(&Keys) -> Index) -> Self {
        let rows = table.rows.iter().enumerate();
        let listed: Vec<Listed> = rows
            .flat_map(|(row, each)| each.codes.iter().map(move |&code| Listed { code, row }))
            .collect();
        let keys = keys(table.code_type, &listed);
        let index = build(&keys);
        Self { listed, keys, index }
    }

    /// For each position its row.
    pub(super) fn rows(&self) -> Vec<usize> {
        self.by_position().map(|listed| listed.row).collect()
    }

    fn by_position(&self) -> impl ExactSizeIterator<Item = &Listed<'a>> {
        self.index.keys.iter().map(|&key| &self.listed[key])
    }

    /// The array of the codes, and the function that looks a code up in it.
    pub(super) fn expand(&self, table: &Table) -> TokenStream {
        let facade = &table.facade;
        let this = table.this();
        let (code_type, query) = (table.code_type.path(), table.code_type.query());
        let codes = self.by_position();
        let length = Literal::usize_unsuffixed(codes.len());
        let codes = codes.map(|listed| listed.code.to_literal());
        let Position { statics, expression } = position(table, &self.keys, &self.index, "code");
        let is_listed = match table.code_type {
            CodeType::Integer(_) => quote!(__CODES[position] == code),
            CodeType::Text => quote!(#facade::__private::is_same_text(__CODES[position], code)),
        };
        quote! {
            #statics
            static __CODES: [#code_type; #length] = [#(#codes),*];

            #[inline]
            const fn __from_code(code: #query) -> ::core::option::Option<#this> {
                let position = #expression;
                #facade::__private::variant(&__VARIANTS[position], #is_listed)
            }
        }
    }
}

fn keys(code_type: CodeType, listed: &[Listed]) -> Keys {
    let integers = listed.iter().filter_map(|listed| match listed.code {
        Code::Integer(value) => Some(value),
        Code::Text(_) => None,
    });
    let texts = listed.iter().filter_map(|listed| match listed.code {
        Code::Integer(_) => None,
        Code::Text(text) => Some(text.value()),
    });
    match code_type {
        CodeType::Integer(integer) if integer.is_wider_than_a_word() => {
            Keys::Wide(integers.map(Integer::bits).collect())
        }
        CodeType::Integer(_) => Keys::Words(integers.map(Integer::low_word).collect()),
        CodeType::Text => Keys::Texts(texts.collect()),
    }
}
