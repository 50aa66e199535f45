//! The lookup by code.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::integer::Integer;
use crate::perfect_hash::{Keys, PerfectHash, narrow_type};
use crate::table::{Code, CodeType, Table};

pub(super) struct FromCode {
    pub(super) statics: TokenStream,
    pub(super) body: TokenStream,
}

/// A code or an alias, and the row that it leads to.
struct Key<'a> {
    code: Code<'a>,
    row: usize,
}

/// Each slot holds a code beside its row. `None` if no perfect hash was found.
pub(super) fn expand(table: &Table) -> Option<FromCode> {
    let keys = all_keys(table);
    let hashed = hashed_keys(table.code_type, &keys);
    let hash = PerfectHash::build(&hashed)?;
    let pilots_name = format_ident!("__CODE_PILOTS");
    let pilots = hash.pilots_static(&pilots_name);
    let slot = hash.lookup(&hashed, &format_ident!("code"), &pilots_name);
    let facade = &table.facade;
    let code_type = table.code_type.path();
    let row_type = narrow_type(table.rows.len());
    let slots = hash.keys_by_slot().iter().map(|&key| {
        let Key { code, row } = &keys[key];
        let (code, row) = (code.to_literal(), Literal::usize_unsuffixed(*row));
        quote!((#code, #row))
    });
    let length = Literal::usize_unsuffixed(slots.len());
    let statics = quote! {
        #pilots
        static __CODES: [(#code_type, #row_type); #length] = [#(#slots),*];
    };
    let is_same = match table.code_type {
        CodeType::Integer(_) => quote!(listed == code),
        CodeType::Text => quote!(__formula::is_same_text(listed, code)),
    };
    let body = quote! {
        let (listed, row) = __CODES[#slot];
        // Read before the comparison, so that there is no branch to predict.
        let variant = #facade::__private::variant(row as ::core::primitive::usize);
        if #is_same { variant } else { ::core::option::Option::None }
    };
    Some(FromCode { statics, body })
}

fn all_keys<'a>(table: &'a Table) -> Vec<Key<'a>> {
    let rows = table.rows.iter().enumerate();
    rows.flat_map(|(row, each)| each.codes.iter().map(move |&code| Key { code, row })).collect()
}

fn hashed_keys(code_type: CodeType, keys: &[Key]) -> Keys {
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
            Keys::Wide(integers.map(Integer::bits).collect())
        }
        CodeType::Integer(_) => Keys::Words(integers.map(Integer::low_word).collect()),
        CodeType::Text => Keys::texts(texts.collect()),
    }
}
