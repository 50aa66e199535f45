//! How a lookup finds the position of its key.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::perfect_hash::{Index, Keys, PerfectHash};
use crate::table::Table;

/// The static that a lookup needs, and the position of its argument.
pub(super) struct Position {
    pub(super) statics: TokenStream,
    pub(super) expression: TokenStream,
}

/// `argument` is also what the static is named after.
pub(super) fn position(table: &Table, keys: &Keys, index: &Index, argument: &str) -> Position {
    let name = format_ident!("__{}_INDEX", argument.to_uppercase());
    let argument = format_ident!("{argument}");
    match &index.hash {
        Some(hash) => hashed(table, keys, hash, &name, &argument),
        None => sorted(table, keys, index, &name, &argument),
    }
}

fn hashed(
    table: &Table,
    keys: &Keys,
    hash: &PerfectHash,
    name: &Ident,
    argument: &Ident,
) -> Position {
    let facade = &table.facade;
    let PerfectHash { seed, sample, bucket_bits, slot_bits, pilots } = hash;
    let seed = Literal::u128_unsuffixed(*seed);
    let (bucket_bits, slot_bits) =
        (Literal::u32_unsuffixed(*bucket_bits), Literal::u32_unsuffixed(*slot_bits));
    let pilots = pilots.iter().copied().map(Literal::u16_unsuffixed);
    let expression = match keys {
        Keys::Words(_) => quote!(#name.find_word(#argument as ::core::primitive::u64)),
        Keys::Wide(_) => quote!(#name.find_wide(#argument as ::core::primitive::u128)),
        Keys::Texts(_) => {
            let pairs = Literal::usize_unsuffixed(sample.pairs);
            let step = Literal::usize_unsuffixed(sample.step);
            quote!(#name.find_text(#argument, #pairs, #step))
        }
    };
    let statics = quote! {
        static #name: #facade::__private::Hash =
            #facade::__private::Hash::new(#seed, #bucket_bits, #slot_bits, &[#(#pilots),*]);
    };
    Position { statics, expression }
}

fn sorted(table: &Table, keys: &Keys, index: &Index, name: &Ident, argument: &Ident) -> Position {
    let facade = &table.facade;
    let length = Literal::usize_unsuffixed(index.keys.len());
    let sorted = index.keys.iter();
    let (key_type, sorted, expression): (_, Vec<Literal>, _) = match keys {
        Keys::Words(keys) => (
            quote!(::core::primitive::u64),
            sorted.map(|&key| Literal::u64_unsuffixed(keys[key])).collect(),
            quote!(rank_of_word(&#name, #argument as ::core::primitive::u64)),
        ),
        Keys::Wide(keys) => (
            quote!(::core::primitive::u128),
            sorted.map(|&key| Literal::u128_unsuffixed(keys[key])).collect(),
            quote!(rank_of_wide(&#name, #argument as ::core::primitive::u128)),
        ),
        Keys::Texts(keys) => (
            quote!(&::core::primitive::str),
            sorted.map(|&key| Literal::string(&keys[key])).collect(),
            quote!(rank_of_text(&#name, #argument)),
        ),
    };
    Position {
        statics: quote!(static #name: [#key_type; #length] = [#(#sorted),*];),
        expression: quote!(#facade::__private::#expression),
    }
}
