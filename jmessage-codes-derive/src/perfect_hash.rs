//! A perfect hash: its formulas, and the builder that finds its numbers.
//!
//! The scheme is that of `PTHash` (Pibiri and Trani, SIGIR 2021,
//! <https://arxiv.org/abs/2104.10402>). A key is multiplied into a 64-bit *hash*;
//! its top bits choose a *bucket*, the bits below them a *slot*. Each bucket has a
//! *pilot*, a number that is combined by XOR with the slots of its keys, chosen so
//! that no two keys of the table share a slot. A lookup is one multiplication, the
//! load of the pilot, the load of the slot's content, and a comparison with the key
//! in it: a key that is not in the table also leads to some slot.
//!
//! # Why the builder ends
//!
//! It tries one multiplier after the other, and doubles the slots after every few
//! of them. A multiplier succeeds if (1) no two keys share both bucket and slot
//! before the pilots are applied, and (2) every bucket finds a pilot.
//!
//! (1) Bucket and slot are the top L bits of `key * multiplier`. Over the odd
//! multipliers, two keys collide with a probability of at most 2 / 2^L in this
//! family of hashes (Dietzfelbinger et al., J. Algorithms 25, 1997); for keys of
//! 128 bits, product and multiplier have 128 bits too. Fewer than n² / 2^L pairs of
//! n keys are then expected to collide, so once L exceeds 2 log2 n + 1, at least
//! every second multiplier succeeds, and 16 of them fail together for one table in
//! 65,536. Then the slots double again; with all bits of the product no two keys
//! collide.
//! (2) A bucket of k keys finds a pilot at the latest when there are more slots
//! than k times the keys already placed, since each of those rules out at most one
//! pilot for each of the k. That is the case with n² slots.
//!
//! Real tables need far less: most succeed at the first size. For texts, (1)
//! assumes that the products of their words are as good as random over all 128 bits
//! of the multiplier. No text is known for which they are not, and only the table's
//! own texts matter, not those that are looked up.

#[allow(
    dead_code,
    clippy::cast_lossless,
    clippy::cast_possible_truncation,
    reason = "only lookups compare; hashing takes words apart, and `From` is not `const`"
)]
mod formula;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

/// The formulas, for generated code.
pub(crate) fn formulas() -> TokenStream {
    // This text is compiled here too, so it always parses.
    let text: TokenStream = include_str!("perfect_hash/formula.rs").parse().unwrap_or_default();
    quote! {
        mod __formula {
            use ::core::option::Option::Some;
            use ::core::primitive::{bool, str, u8, u32, u64, u128, usize};

            #text
        }
    }
}

/// The keys, each once.
pub(crate) enum Keys {
    /// Integers of up to 64 bits.
    Words(Vec<u64>),
    /// Integers of 128 bits.
    Wide(Vec<u128>),
    Texts {
        texts: Vec<String>,
        /// How much of a block is hashed at either end.
        reach: usize,
    },
}

impl Keys {
    /// Texts. Only as much of each is hashed as is needed to distinguish them.
    pub(crate) fn texts(texts: Vec<String>) -> Self {
        let is_enough = |reach: &usize| {
            let mut known = HashSet::new();
            let multiplier = nth_multiplier(0);
            texts.iter().all(|text| known.insert(formula::hash_text(text, *reach, multiplier)))
        };
        // With 32 all of a block is hashed; if two texts still collide, they need
        // another multiplier.
        let reach = [8, 16].into_iter().find(is_enough).unwrap_or(32);
        Self::Texts { texts, reach }
    }

    fn hashes(&self, multiplier: u128) -> Vec<u64> {
        match self {
            Self::Words(keys) => {
                keys.iter().map(|key| formula::hash_word(*key, multiplier)).collect()
            }
            Self::Wide(keys) => {
                keys.iter().map(|key| formula::hash_wide(*key, multiplier)).collect()
            }
            Self::Texts { texts, reach } => {
                texts.iter().map(|text| formula::hash_text(text, *reach, multiplier)).collect()
            }
        }
    }

    /// The hash of an argument, in generated code.
    fn hash_expression(&self, argument: &Ident, multiplier: u128) -> TokenStream {
        let multiplier = Literal::u128_unsuffixed(multiplier);
        match self {
            Self::Words(_) => {
                quote!(__formula::hash_word(#argument as ::core::primitive::u64, #multiplier))
            }
            Self::Wide(_) => {
                quote!(__formula::hash_wide(#argument as ::core::primitive::u128, #multiplier))
            }
            Self::Texts { reach, .. } => {
                let reach = Literal::usize_unsuffixed(*reach);
                quote!(__formula::hash_text(#argument, #reach, #multiplier))
            }
        }
    }
}

/// The numbers of a perfect hash. A key is known by its position in [`Keys`].
pub(crate) struct PerfectHash {
    multiplier: u128,
    bucket_bits: u32,
    slot_bits: u32,
    /// For each bucket the number that is combined by XOR with the slots of its keys.
    pilots: Vec<usize>,
    /// For each slot the position of its key. An empty slot has zero: the key at
    /// zero is in another slot, so it equals no key that hashes here.
    keys: Vec<usize>,
}

/// The slots are doubled after this many failed multipliers.
const MULTIPLIERS_PER_SIZE: u32 = 16;

/// The most sizes to try, far more than (1) and (2) need.
const SIZES: u32 = 12;

impl PerfectHash {
    /// Finds the numbers. The same keys give the same numbers.
    ///
    /// `None` after more attempts than any table needs, so that a weak hash cannot
    /// hang the compiler.
    pub(crate) fn build(keys: &Keys) -> Option<Self> {
        (0..MULTIPLIERS_PER_SIZE * SIZES).find_map(|attempt| {
            let multiplier = nth_multiplier(u64::from(attempt));
            let hashes = keys.hashes(multiplier);
            let bucket_bits = bits_for(hashes.len().div_ceil(3));
            let slot_bits = bits_for(hashes.len()) + attempt / MULTIPLIERS_PER_SIZE;
            let mut hash = Self {
                multiplier,
                bucket_bits,
                slot_bits,
                pilots: vec![0; 1 << bucket_bits],
                keys: vec![0; 1 << slot_bits],
            };
            hash.place_all(&hashes).map(|()| hash)
        })
    }

    /// Finds a slot for every key; `None` if a bucket finds no pilot.
    fn place_all(&mut self, hashes: &[u64]) -> Option<()> {
        let mut is_taken = vec![false; self.keys.len()];
        for (bucket, keys) in self.buckets_by_size(hashes) {
            let slots: Vec<usize> = keys.iter().map(|&key| self.slot(hashes[key], 0)).collect();
            let is_free = |pilot: &usize| slots.iter().all(|slot| !is_taken[slot ^ pilot]);
            if has_duplicate(&slots) {
                return None;
            }
            let pilot = (0..self.keys.len()).find(is_free)?;
            self.pilots[bucket] = pilot;
            for (key, slot) in keys.iter().zip(slots) {
                is_taken[slot ^ pilot] = true;
                self.keys[slot ^ pilot] = *key;
            }
        }
        Some(())
    }

    /// The buckets with keys, the fullest first, since it is the hardest to place.
    fn buckets_by_size(&self, hashes: &[u64]) -> Vec<(usize, Vec<usize>)> {
        let mut buckets = vec![Vec::new(); self.pilots.len()];
        for (key, hash) in hashes.iter().enumerate() {
            buckets[formula::bucket(*hash, self.bucket_shift())].push(key);
        }
        let mut buckets: Vec<_> = buckets.into_iter().enumerate().collect();
        buckets.retain(|(_, keys)| !keys.is_empty());
        buckets.sort_by_key(|(_, keys)| std::cmp::Reverse(keys.len()));
        buckets
    }

    fn bucket_shift(&self) -> u32 {
        u64::BITS - self.bucket_bits
    }

    fn slot_shift(&self) -> u32 {
        self.bucket_shift() - self.slot_bits
    }

    fn slot(&self, hash: u64, pilot: usize) -> usize {
        formula::slot(hash, self.slot_shift(), self.keys.len() - 1, pilot)
    }

    /// For each slot the position of the only key that a lookup can find there.
    pub(crate) fn keys_by_slot(&self) -> &[usize] {
        &self.keys
    }

    /// The static that [`lookup`](Self::lookup) reads.
    pub(crate) fn pilots_static(&self, name: &Ident) -> TokenStream {
        narrow_static(name, &self.pilots)
    }

    /// The expression of an argument's slot.
    pub(crate) fn lookup(&self, keys: &Keys, argument: &Ident, pilots: &Ident) -> TokenStream {
        let hash = keys.hash_expression(argument, self.multiplier);
        let bucket_shift = Literal::u32_unsuffixed(self.bucket_shift());
        let slot_shift = Literal::u32_unsuffixed(self.slot_shift());
        let mask = Literal::usize_unsuffixed(self.keys.len() - 1);
        quote! {{
            let hash = #hash;
            let pilot = #pilots[__formula::bucket(hash, #bucket_shift)] as ::core::primitive::usize;
            __formula::slot(hash, #slot_shift, #mask, pilot)
        }}
    }
}

/// The odd multiplier to try at an attempt: two numbers of splitmix64 (Steele, Lea,
/// Flood, OOPSLA 2014) side by side.
fn nth_multiplier(attempt: u64) -> u128 {
    let (high, low) = (splitmix(2 * attempt), splitmix(2 * attempt + 1));
    u128::from(high) << 64 | u128::from(low) | 1
}

fn splitmix(index: u64) -> u64 {
    let mut mixed = (index + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// How many bits are enough for `count` numbers; at least one, which keeps all
/// shifts below the width of a hash.
fn bits_for(count: usize) -> u32 {
    count.next_power_of_two().ilog2().max(1)
}

fn has_duplicate(slots: &[usize]) -> bool {
    slots.iter().enumerate().any(|(index, slot)| slots[..index].contains(slot))
}

/// A static array of the narrowest integers that hold all numbers.
pub(crate) fn narrow_static(name: &Ident, numbers: &[usize]) -> TokenStream {
    let integer = narrow_type(numbers.iter().copied().max().unwrap_or(0));
    let length = Literal::usize_unsuffixed(numbers.len());
    let numbers = numbers.iter().map(|number| Literal::usize_unsuffixed(*number));
    quote!(static #name: [#integer; #length] = [#(#numbers),*];)
}

/// The narrowest unsigned type that holds a number of rows or slots.
pub(crate) fn narrow_type(greatest: usize) -> TokenStream {
    let name = match greatest {
        0..=0xFF => "u8",
        0x100..=0xFFFF => "u16",
        _ => "u32",
    };
    let name = Ident::new(name, Span::call_site());
    quote!(::core::primitive::#name)
}
