//! A lookup by text.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::expand::hash;
use crate::perfect_hash::Index;
use crate::tokens::number_static;

/// The facts about a key: where its text is in the column, and its variants.
pub(super) struct Key {
    pub(super) place: (usize, usize),
    /// The position of the first variant, and how many further ones there are.
    pub(super) variants: (usize, usize),
}

/// The statics, and a constant `__NAME_INDEX`. `keys` and `hashes` are in the order of the index's
/// keys; `text` is the static with the column's text.
pub(super) fn text_index(
    [name, text]: [&str; 2],
    index: &Index,
    keys: &[Key],
    hashes: &[u64],
) -> TokenStream {
    let [constant, statics] = ["INDEX", "KEYS"].map(|part| format_ident!("__{name}_{part}"));
    let text = format_ident!("{text}");
    let parts = Parts::new(keys, index.hash.is_some());
    let ty = format_ident!("{}", parts.integer());
    let number = |key: &usize| parts.number(&keys[*key], hashes.get(*key).copied().unwrap_or(0));
    let numbers: Vec<u128> = index.keys.iter().map(number).collect();
    let mut definitions = number_static(&statics, parts.integer(), &numbers);
    let ends = parts.ends.map(Literal::u32_unsuffixed);
    let arguments = quote!(&#text, &#statics, __facade::Parts::new(#(#ends),*));
    let value = if let Some(hash) = &index.hash {
        let (pilots, numbers) = hash::numbers(name, hash);
        definitions.extend(pilots);
        let [pairs, step] = [hash.sample.pairs, hash.sample.step].map(Literal::usize_unsuffixed);
        quote!(hashed(#arguments, #numbers, #pairs, #step))
    } else {
        quote!(sorted(#arguments))
    };
    quote! {
        #definitions
        const #constant: __facade::TextIndex<::core::primitive::#ty> =
            __facade::TextIndex::#value;
    }
}

/// How the parts of a key's number are laid out.
struct Parts {
    /// Where each part ends, in bits: the facade's `Parts`.
    ends: [u32; 5],
}

/// With fewer bits, too many texts that the table does not list would be compared.
const LEAST_HASH_BITS: u32 = 4;

/// More are not needed.
const MOST_HASH_BITS: u32 = 32;

impl Parts {
    fn new(keys: &[Key], has_hash: bool) -> Self {
        let bits = |part: fn(&Key) -> usize| {
            let most = keys.iter().map(part).max().unwrap_or(0);
            usize::BITS - most.leading_zeros()
        };
        let start = bits(|key| key.place.0);
        let length = start + bits(|key| key.place.1);
        let first = length + bits(|key| key.variants.0);
        let further = first + bits(|key| key.variants.1);
        let least = further + if has_hash { LEAST_HASH_BITS } else { 0 };
        let width = [32, 64].into_iter().find(|width| *width >= least).unwrap_or(128);
        let hash = if has_hash { width.min(further + MOST_HASH_BITS) } else { further };
        Self { ends: [start, length, first, further, hash] }
    }

    fn integer(&self) -> &'static str {
        match self.ends[4] {
            0..=32 => "u32",
            33..=64 => "u64",
            _ => "u128",
        }
    }

    fn number(&self, key: &Key, hash: u64) -> u128 {
        let [start, length, first, further, end] = self.ends;
        let hash = u128::from(hash) & ((1 << (end - further)) - 1);
        let part = |value: usize, at: u32| (value as u128) << at;
        part(key.place.0, 0)
            | part(key.place.1, start)
            | part(key.variants.0, length)
            | part(key.variants.1, first)
            | if end == further { 0 } else { hash << further }
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, Parts};

    #[test]
    fn a_number_is_as_wide_as_its_parts_need() {
        let parts = |start, length, first, has_hash| {
            Parts::new(&[Key { place: (start, length), variants: (first, 0) }], has_hash)
        };
        assert_eq!(parts(1_000, 60, 100, true).ends, [10, 16, 23, 23, 32]);
        assert_eq!(parts(1_000, 60, 100, true).integer(), "u32");
        // Too few bits would be left for the hash.
        assert_eq!(parts(1_000_000, 60, 100, true).integer(), "u64");
        assert_eq!(parts(1_000_000, 60, 10, false).ends, [20, 26, 30, 30, 30]);
        assert_eq!(parts(1_000_000, 60, 10, false).integer(), "u32");
        assert_eq!(parts(1 << 31, 1 << 30, 1 << 20, true).ends, [32, 63, 84, 84, 116]);
        assert_eq!(parts(1 << 31, 1 << 30, 1 << 20, true).integer(), "u128");
    }

    #[test]
    fn a_number_has_all_parts() {
        let key = Key { place: (5, 3), variants: (2, 1) };
        let number = Parts { ends: [3, 5, 7, 8, 12] }.number(&key, 0xABC);
        assert_eq!(number, 5 | 3 << 3 | 2 << 5 | 1 << 7 | 0xC << 8);
    }
}
