//! The perfect hash: the formula, and the builder that finds its numbers.
//!
//! The scheme is that of pilots, known from `PTHash` (Pibiri and Trani, SIGIR
//! 2021, <https://arxiv.org/abs/2104.10402>). A key is multiplied into a 64-bit
//! *hash*; its top bits name a *bucket*, the bits below them a *slot*. Each
//! bucket has a *pilot*, a number that is xored onto the slots of its keys and
//! chosen such that no two keys of the table end in the same slot. A lookup is
//! then one multiplication, the load of the pilot, the load of what is in the
//! slot, and one comparison with the key of that, since a key that is not in
//! the table ends in some slot too.
//!
//! # Why the builder ends
//!
//! It tries one multiplier after the other, and every few of them doubles the
//! slots. A multiplier serves if (1) no two keys share both bucket and slot
//! before the pilots, and (2) every bucket finds a pilot.
//!
//! (1) Bucket and slot are the top L bits of `key * multiplier`, a family of
//! hashes in which two keys collide with a probability of at most 2 / 2^L over
//! the odd multipliers (Dietzfelbinger et al., J. Algorithms 25, 1997); for
//! keys of 128 bits so are product and multiplier. Of n keys fewer than
//! n² / 2^L pairs are then expected to collide, so once L has grown past
//! 2 log2 n + 1, at least every second multiplier serves, and 16 of them fail
//! together once in 65,536 tables. Should they, the slots double again; with
//! all bits of the product no two keys collide.
//! (2) A bucket of k keys finds a pilot at the latest when there are more slots
//! than k times the keys placed: each key is kept from at most one pilot by
//! each of those. That is so once there are n² slots.
//!
//! Both are far from what real tables need: most are done at the first size.
//! For texts (1) rests on the products of their words being as good as random,
//! in all 128 bits of the multiplier; no text is known to make them otherwise,
//! and the texts are the table's own, not those that are looked up.

#![allow(
    clippy::cast_lossless,
    clippy::cast_possible_truncation,
    reason = "hashing takes words apart, and its formulas must be `const`"
)]

use std::collections::HashSet;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

/// Defines functions for the macro itself, and in a function of the given name
/// the tokens that define the same functions in generated code: what a lookup
/// computes is thus what the builder has computed.
macro_rules! formula {
    ($tokens:ident: $(
        $(#[$attribute:meta])*
        const fn $name:ident($($argument:tt)*) -> $output:ty { $($body:tt)* }
    )*) => {
        $(
            $(#[$attribute])*
            pub(crate) const fn $name($($argument)*) -> $output { $($body)* }
        )*

        pub(crate) fn $tokens() -> TokenStream {
            quote!($(
                $(#[$attribute])*
                const fn $name($($argument)*) -> $output { $($body)* }
            )*)
        }
    };
}

formula! { slot_formula:
    #[inline]
    const fn __bucket(hash: ::core::primitive::u64, shift: ::core::primitive::u32) -> ::core::primitive::usize {
        (hash >> shift) as ::core::primitive::usize
    }

    #[inline]
    const fn __slot(
        hash: ::core::primitive::u64,
        shift: ::core::primitive::u32,
        mask: ::core::primitive::usize,
        pilot: ::core::primitive::usize,
    ) -> ::core::primitive::usize {
        ((hash >> shift) as ::core::primitive::usize ^ pilot) & mask
    }
}

formula! { word_formula:
    #[inline]
    const fn __hash_word(
        key: ::core::primitive::u64,
        multiplier: ::core::primitive::u128,
    ) -> ::core::primitive::u64 {
        key.wrapping_mul(multiplier as ::core::primitive::u64)
    }
}

formula! { wide_formula:
    #[inline]
    const fn __hash_wide(
        key: ::core::primitive::u128,
        multiplier: ::core::primitive::u128,
    ) -> ::core::primitive::u64 {
        (key.wrapping_mul(multiplier) >> 64) as ::core::primitive::u64
    }
}

// Texts are hashed and compared in blocks of 64 bytes. A block is read as words
// from its start on and as many to its end, which overlap where it is short: so
// the texts of most lengths take one way, and no branch has to be guessed. Two
// words are folded into one as wyhash does
// (<https://github.com/wangyi-fudan/wyhash>).
formula! { text_formula:
    #[inline]
    const fn __word(
        block: &[::core::primitive::u8],
        start: ::core::primitive::usize,
    ) -> ::core::primitive::u64 {
        if let ::core::option::Option::Some((_, rest)) = block.split_at_checked(start) {
            if let ::core::option::Option::Some(word) = rest.first_chunk::<8>() {
                return ::core::primitive::u64::from_le_bytes(*word);
            }
        }
        0
    }

    /// All bytes of a block of fewer than eight.
    const fn __short_word(block: &[::core::primitive::u8]) -> ::core::primitive::u64 {
        if let (::core::option::Option::Some(first), ::core::option::Option::Some(last)) =
            (block.first_chunk::<4>(), block.last_chunk::<4>())
        {
            let first = ::core::primitive::u32::from_le_bytes(*first) as ::core::primitive::u64;
            let last = ::core::primitive::u32::from_le_bytes(*last) as ::core::primitive::u64;
            return first | last << 32;
        }
        match block {
            [first, .., last] => {
                let middle = block[block.len() / 2] as ::core::primitive::u64;
                *first as ::core::primitive::u64
                    | middle << 8
                    | (*last as ::core::primitive::u64) << 16
            }
            [only] => *only as ::core::primitive::u64,
            [] => 0,
        }
    }

    const fn __fold(
        one: ::core::primitive::u64,
        two: ::core::primitive::u64,
    ) -> ::core::primitive::u64 {
        let product = (one as ::core::primitive::u128) * (two as ::core::primitive::u128);
        (product as ::core::primitive::u64) ^ ((product >> 64) as ::core::primitive::u64)
    }

    #[inline]
    const fn __hash_block(
        block: &[::core::primitive::u8],
        reach: ::core::primitive::usize,
        seed: ::core::primitive::u64,
        multiplier: ::core::primitive::u128,
    ) -> ::core::primitive::u64 {
        let low = multiplier as ::core::primitive::u64;
        let high = (multiplier >> 64) as ::core::primitive::u64;
        let ::core::option::Option::Some(last) = block.len().checked_sub(8) else {
            return __fold(__short_word(block) ^ seed ^ low, high);
        };
        let mut hash = 0;
        let mut start = 0;
        while start < reach {
            let first = if last < start { last } else { start };
            let front = __word(block, first) ^ seed ^ low;
            let back = __word(block, last - first) ^ high;
            hash = ::core::primitive::u64::rotate_left(hash, 16).wrapping_add(__fold(front, back));
            start += 8;
        }
        hash
    }

    /// The hash of a text, of which so many bytes are read at either end of
    /// each block.
    #[inline]
    const fn __hash_text(
        text: &::core::primitive::str,
        reach: ::core::primitive::usize,
        multiplier: ::core::primitive::u128,
    ) -> ::core::primitive::u64 {
        let mut rest = text.as_bytes();
        // Multiplied, lest a length and a word that differ in the same bits cancel
        // each other under every multiplier.
        let mut hash = (rest.len() as ::core::primitive::u64)
            .wrapping_mul((multiplier >> 64) as ::core::primitive::u64);
        while rest.len() > 64 {
            let (block, behind) = rest.split_at(64);
            hash = __hash_block(block, reach, hash, multiplier);
            rest = behind;
        }
        __hash_block(rest, reach, hash, multiplier)
    }

    /// Of blocks that are equally long.
    #[inline]
    const fn __is_same_block(
        one: &[::core::primitive::u8],
        two: &[::core::primitive::u8],
    ) -> ::core::primitive::bool {
        let ::core::option::Option::Some(last) = two.len().checked_sub(8) else {
            return __short_word(one) == __short_word(two);
        };
        let mut difference = 0;
        let mut start = 0;
        while start < 32 {
            let first = if last < start { last } else { start };
            difference |= __word(one, first) ^ __word(two, first);
            difference |= __word(one, last - first) ^ __word(two, last - first);
            start += 8;
        }
        difference == 0
    }

    #[inline]
    const fn __is_same_text(
        one: &::core::primitive::str,
        two: &::core::primitive::str,
    ) -> ::core::primitive::bool {
        let (mut one, mut two) = (one.as_bytes(), two.as_bytes());
        if one.len() != two.len() {
            return false;
        }
        while two.len() > 64 {
            let (block_of_one, behind_one) = one.split_at(64);
            let (block_of_two, behind_two) = two.split_at(64);
            if !__is_same_block(block_of_one, block_of_two) {
                return false;
            }
            (one, two) = (behind_one, behind_two);
        }
        __is_same_block(one, two)
    }
}

/// What is looked up by, each key once.
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
    /// Texts, of which no more is hashed than what tells them apart.
    pub(crate) fn texts(texts: Vec<String>) -> Self {
        let tells_apart = |reach: &usize| {
            let mut known = HashSet::new();
            texts.iter().all(|text| known.insert(__hash_text(text, *reach, multiplier(0))))
        };
        // The whole of a block, for which another multiplier may have to do.
        let reach = [8, 16].into_iter().find(tells_apart).unwrap_or(32);
        Self::Texts { texts, reach }
    }

    fn hashes(&self, multiplier: u128) -> Vec<u64> {
        match self {
            Self::Words(keys) => keys.iter().map(|key| __hash_word(*key, multiplier)).collect(),
            Self::Wide(keys) => keys.iter().map(|key| __hash_wide(*key, multiplier)).collect(),
            Self::Texts { texts, reach } => {
                texts.iter().map(|text| __hash_text(text, *reach, multiplier)).collect()
            }
        }
    }

    /// The hash of an argument, in generated code.
    fn hash_expression(&self, argument: &Ident, multiplier: u128) -> TokenStream {
        let multiplier = Literal::u128_unsuffixed(multiplier);
        match self {
            Self::Words(_) => quote!(__hash_word(#argument as ::core::primitive::u64, #multiplier)),
            Self::Wide(_) => quote!(__hash_wide(#argument as ::core::primitive::u128, #multiplier)),
            Self::Texts { reach, .. } => {
                let reach = Literal::usize_unsuffixed(*reach);
                quote!(__hash_text(#argument, #reach, #multiplier))
            }
        }
    }
}

/// The numbers of a perfect hash, over keys that are known by their positions.
pub(crate) struct PerfectHash {
    multiplier: u128,
    bucket_bits: u32,
    slot_bits: u32,
    /// For each bucket what is xored onto the slots of its keys.
    pilots: Vec<usize>,
    /// For each slot the position of its key. Zero where it is empty: the key
    /// at zero has another slot, so that no key that hashes here equals it.
    keys: Vec<usize>,
}

/// After so many multipliers in vain the slots are doubled.
const MULTIPLIERS_PER_SIZE: u32 = 16;

/// So many times at the most, which is far more than what (1) and (2) take.
const SIZES: u32 = 12;

impl PerfectHash {
    /// Finds the numbers. The same keys give the same numbers.
    ///
    /// `None` after more attempts than any table takes, lest a weakness of the
    /// formulas be a compiler that never ends.
    pub(crate) fn build(keys: &Keys) -> Option<Self> {
        (0..MULTIPLIERS_PER_SIZE * SIZES).find_map(|attempt| {
            let multiplier = multiplier(u64::from(attempt));
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

    /// Finds a slot for every key; `None` where a bucket finds no pilot.
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

    /// The buckets that hold keys, the fullest first, since it is the hardest
    /// to place.
    fn buckets_by_size(&self, hashes: &[u64]) -> Vec<(usize, Vec<usize>)> {
        let mut buckets = vec![Vec::new(); self.pilots.len()];
        for (key, hash) in hashes.iter().enumerate() {
            buckets[__bucket(*hash, self.bucket_shift())].push(key);
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
        __slot(hash, self.slot_shift(), self.keys.len() - 1, pilot)
    }

    /// For each slot the position of the only key that can be looked up there.
    pub(crate) fn keys_by_slot(&self) -> &[usize] {
        &self.keys
    }

    /// The static that [`lookup`](Self::lookup) reads.
    pub(crate) fn pilots_static(&self, name: &Ident) -> TokenStream {
        narrow_static(name, &self.pilots)
    }

    /// The slot of an argument, as an expression.
    pub(crate) fn lookup(&self, keys: &Keys, argument: &Ident, pilots: &Ident) -> TokenStream {
        let hash = keys.hash_expression(argument, self.multiplier);
        let bucket_shift = Literal::u32_unsuffixed(self.bucket_shift());
        let slot_shift = Literal::u32_unsuffixed(self.slot_shift());
        let mask = Literal::usize_unsuffixed(self.keys.len() - 1);
        quote! {{
            let hash = #hash;
            let pilot = #pilots[__bucket(hash, #bucket_shift)] as ::core::primitive::usize;
            __slot(hash, #slot_shift, #mask, pilot)
        }}
    }
}

/// The odd multipliers in the order in which they are tried, two numbers of
/// splitmix64 (Steele, Lea, Flood, OOPSLA 2014) side by side.
fn multiplier(attempt: u64) -> u128 {
    let (high, low) = (splitmix(2 * attempt), splitmix(2 * attempt + 1));
    u128::from(high) << 64 | u128::from(low) | 1
}

fn splitmix(index: u64) -> u64 {
    let mut mixed = (index + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// How many bits count to at least `count`; one at the least, which keeps all
/// shifts below the width of a hash.
fn bits_for(count: usize) -> u32 {
    count.next_power_of_two().ilog2().max(1)
}

fn has_duplicate(slots: &[usize]) -> bool {
    slots.iter().enumerate().any(|(index, slot)| slots[..index].contains(slot))
}

/// An array of the narrowest integers that hold all numbers.
pub(crate) fn narrow_static(name: &Ident, numbers: &[usize]) -> TokenStream {
    let greatest = numbers.iter().copied().max().unwrap_or(0);
    let width = match greatest {
        0..=0xFF => "u8",
        0x100..=0xFFFF => "u16",
        _ => "u32",
    };
    let width = Ident::new(width, Span::call_site());
    let length = Literal::usize_unsuffixed(numbers.len());
    let numbers = numbers.iter().map(|number| Literal::usize_unsuffixed(*number));
    quote! {
        static #name: [::core::primitive::#width; #length] = [#(#numbers),*];
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::time::Instant;

    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::Index;

    use super::*;

    /// What the generated code does: the position of the key in the slot.
    fn find<T: PartialEq>(hash: &PerfectHash, keys: &[T], key: &T, hashed: u64) -> Option<usize> {
        let pilot = hash.pilots[__bucket(hashed, hash.bucket_shift())];
        let position = hash.keys[hash.slot(hashed, pilot)];
        (keys[position] == *key).then_some(position)
    }

    /// An integer of any of the types.
    trait Integer: Copy + Ord + std::fmt::Debug {
        fn keys(values: &[Self]) -> Keys;
        fn near(self) -> Vec<Self>;
        fn from_bits(bits: u128) -> Self;
    }

    macro_rules! integers {
        ($($name:ident: $integer:ty = $keys:ident of $key:ty),* $(,)?) => {
            $(
                #[allow(clippy::cast_sign_loss, clippy::cast_possible_wrap)]
                impl Integer for $integer {
                    fn keys(values: &[Self]) -> Keys {
                        Keys::$keys(values.iter().map(|value| *value as $key).collect())
                    }

                    fn near(self) -> Vec<Self> {
                        let flipped = (0..Self::BITS).map(|bit| self ^ (1 << bit));
                        flipped.chain([self.wrapping_add(1), self.wrapping_sub(1)]).collect()
                    }

                    fn from_bits(bits: u128) -> Self {
                        bits as Self
                    }
                }
            )*

            proptest! {
                #![proptest_config(ProptestConfig::with_cases(6))]

                $(
                    #[test]
                    fn $name(bits in table(), misses in vec(any::<u128>(), 1_000)) {
                        check_integers::<$integer>(&bits, &misses);
                    }
                )*
            }
        };
    }

    integers! {
        u8_codes: u8 = Words of u64,
        u16_codes: u16 = Words of u64,
        u32_codes: u32 = Words of u64,
        u64_codes: u64 = Words of u64,
        usize_codes: usize = Words of u64,
        u128_codes: u128 = Wide of u128,
        i8_codes: i8 = Words of u64,
        i16_codes: i16 = Words of u64,
        i32_codes: i32 = Words of u64,
        i64_codes: i64 = Words of u64,
        isize_codes: isize = Words of u64,
        i128_codes: i128 = Wide of u128,
    }

    /// The codes of a table: anywhere, or in clusters as vendors have them.
    fn table() -> impl Strategy<Value = Vec<u128>> {
        let uniform = vec(any::<u128>(), 1..=5_000);
        let clusters = vec(any::<u128>(), 1..=40);
        let members = vec((any::<Index>(), 0..200_u128), 1..=5_000);
        let clustered = (clusters, members).prop_map(|(clusters, members)| {
            let code =
                |(cluster, offset): (Index, u128)| cluster.get(&clusters).wrapping_add(offset);
            members.into_iter().map(code).collect()
        });
        prop_oneof![uniform, clustered]
    }

    /// Holds the hash of a table against a map, for all codes, what is near
    /// them, and more that are likely misses.
    fn check_integers<T: Integer>(bits: &[u128], misses: &[u128]) {
        let codes: BTreeSet<T> = bits.iter().map(|bits| T::from_bits(*bits)).collect();
        let codes: Vec<T> = codes.into_iter().collect();
        let positions: BTreeMap<T, usize> = codes.iter().copied().zip(0..).collect();
        let hash = PerfectHash::build(&T::keys(&codes)).unwrap();
        let mut queries = codes.clone();
        queries.extend(codes.iter().take(500).flat_map(|code| code.near()));
        queries.extend(misses.iter().map(|bits| T::from_bits(*bits)));
        let hashes = T::keys(&queries).hashes(hash.multiplier);
        for (query, hashed) in queries.iter().zip(hashes) {
            let found = find(&hash, &codes, query, hashed);
            assert_eq!(found, positions.get(query).copied(), "{query:?}");
        }
    }

    #[test]
    fn sets_that_defeat_weaker_hashes() {
        let check_words = |bits: &[u128]| {
            check_integers::<u64>(bits, &[]);
            check_integers::<i64>(bits, &[]);
        };
        let check_wide = |bits: &[u128]| {
            check_integers::<u128>(bits, &[]);
            check_integers::<i128>(bits, &[]);
        };
        let check = |bits: &[u128]| {
            check_words(bits);
            check_wide(bits);
        };
        let powers_of_two: Vec<u128> = (0..128).map(|bit| 1 << bit).collect();
        check_wide(&powers_of_two);
        check_words(&powers_of_two[..64]);
        check(&(0..10_000).collect::<Vec<_>>());
        for bits in [8, 16, 32, 48] {
            check(&(0..5_000).map(|code| code << bits).collect::<Vec<_>>());
        }
        check_wide(&(0..5_000).map(|code| code << 64).collect::<Vec<_>>());
        let extremes = [i64::MAX as u128, 1 << 63, (1 << 63) + 1, u64::MAX.into(), 0, 1];
        check(&extremes);
        check_wide(&[0, 1, 1 << 127, u128::MAX, u128::MAX >> 1, u64::MAX.into(), 1 << 64]);
        check(&[0]);
        check(&[880_203]);
    }

    fn check_texts(texts: &[String], misses: &[String]) {
        let texts: BTreeSet<String> = texts.iter().cloned().collect();
        let texts: Vec<String> = texts.into_iter().collect();
        let positions: BTreeMap<&str, usize> = texts.iter().map(String::as_str).zip(0..).collect();
        let keys = Keys::texts(texts.clone());
        let Keys::Texts { reach, .. } = keys else { unreachable!("texts are texts") };
        let hash = PerfectHash::build(&keys).unwrap();
        let near = texts.iter().take(500).flat_map(|text| {
            let shorter = text.char_indices().last().map_or("", |(last, _)| &text[..last]);
            [format!("{text}."), format!(".{text}"), shorter.to_owned(), text.to_uppercase()]
        });
        let near: Vec<String> = near.collect();
        for query in texts.iter().chain(&near).chain(misses) {
            let hashed = __hash_text(query, reach, hash.multiplier);
            let found = find(&hash, &texts, query, hashed);
            assert_eq!(found, positions.get(query.as_str()).copied(), "{query:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn texts(texts in vec(".{0,80}", 1..=300), misses in vec(".{0,80}", 100)) {
            check_texts(&texts, &misses);
        }

        #[test]
        fn texts_of_few_letters(texts in vec("[ab]{0,140}", 1..=300), misses in vec("[ab]{0,9}", 100)) {
            check_texts(&texts, &misses);
        }

        #[test]
        fn texts_are_the_same_to_the_byte(one in "[ab]{0,200}", index in any::<Index>()) {
            prop_assert!(__is_same_text(&one, &one));
            if let Some(last) = one.len().checked_sub(1) {
                let at = index.index(one.len());
                let two = format!("{}c{}", &one[..at], &one[at + 1..]);
                prop_assert!(!__is_same_text(&one, &two));
                prop_assert!(!__is_same_text(&one, &one[..last]));
            }
        }
    }

    #[test]
    fn texts_that_differ_in_the_middle_alone() {
        let filler = "x".repeat(60);
        let texts = (0..2_000).map(|number| format!("{filler}{number:04}{filler}"));
        check_texts(&texts.collect::<Vec<_>>(), &[]);
        let texts = (0..1_000).map(|number| "x".repeat(number));
        check_texts(&texts.collect::<Vec<_>>(), &[]);
    }

    /// Of every length, and alike in their bits.
    #[test]
    fn short_texts() {
        let digits = (1..5_u32).flat_map(|length| {
            (0..10_u32.pow(length)).map(move |number| format!("{number:0$}", length as usize))
        });
        let texts: Vec<String> = digits.chain(["", "OK", "NKK"].map(str::to_owned)).collect();
        check_texts(&texts, &[]);
    }

    #[test]
    fn pairs_of_bits() {
        let bits = || (0..128).map(|bit| 1_u128 << bit);
        let pairs: Vec<u128> = bits().flat_map(|one| bits().map(move |two| one | two)).collect();
        check_integers::<u128>(&pairs, &[]);
        check_integers::<u64>(&pairs, &[]);
    }

    #[test]
    fn the_same_keys_give_the_same_numbers() {
        let keys = Keys::Words((0..1_000).map(|code| code * 7).collect());
        let (one, two) = (PerfectHash::build(&keys).unwrap(), PerfectHash::build(&keys).unwrap());
        assert_eq!((one.multiplier, one.pilots, one.keys), (two.multiplier, two.pilots, two.keys),);
    }

    /// `cargo test -p jmessage-codes-derive -- --ignored --nocapture`
    #[test]
    #[ignore = "prints how long building takes, and asserts nothing"]
    fn time_to_build() {
        // 16,384 fill all slots, which is what takes the longest.
        for count in [76, 1_000, 5_000, 10_000, 16_384, 20_000] {
            let dense: Vec<u64> = (0..count).collect();
            let spread = dense.iter().map(|code| code.wrapping_mul(code << 20)).collect();
            let texts = dense.iter().map(|code| format!("message number {code} of the table"));
            let texts = Keys::texts(texts.collect());
            for (name, keys) in
                [("dense", Keys::Words(dense)), ("spread", Keys::Words(spread)), ("texts", texts)]
            {
                let start = Instant::now();
                let hash = PerfectHash::build(&keys).unwrap();
                let (time, slots) = (start.elapsed(), hash.keys.len());
                let largest = hash.pilots.iter().max().copied().unwrap_or(0);
                println!("{count} {name}: {time:?}, {slots} slots, largest pilot {largest}");
            }
        }
    }
}
