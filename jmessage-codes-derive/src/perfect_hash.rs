//! The perfect hash: the formula, and the builder that finds its numbers.
//!
//! The scheme is that of pilots, known from `PTHash` (Pibiri and Trani, SIGIR
//! 2021, <https://arxiv.org/abs/2104.10402>). A key is multiplied into a 64-bit
//! *hash*; its top bits name a *bucket*, the bits below them a *slot*. Each
//! bucket has a *pilot*, a number that is xored onto the slots of its keys and
//! chosen such that no two keys of the table end in the same slot. A lookup is
//! then one multiplication, the load of the pilot, the load of the slot's
//! content, and one comparison with the key that is there, since a key that is
//! not in the table ends in some slot too.
//!
//! # Why the builder ends
//!
//! It tries one multiplier after the other, and every few of them doubles the
//! slots. A multiplier serves if (1) no two keys share both bucket and slot
//! before the pilots, and (2) every bucket finds a pilot.
//!
//! (1) Bucket and slot are the top L bits of `key * multiplier`, a family of
//! hashes in which two keys collide with a probability of at most 2 / 2^L over
//! the odd multipliers (Dietzfelbinger et al., J. Algorithms 25, 1997). Of n
//! keys fewer than n² / 2^L pairs are then expected to collide, so once L has
//! grown past 2 log2 n + 1, at least every second multiplier serves.
//! (2) A bucket of k keys finds a pilot at the latest when there are more slots
//! than k times the keys placed: each key is kept from at most one pilot by
//! each of those. That is so once there are n² slots.
//!
//! Both are far from what real tables need: most are done at the first size.
//! For keys of 128 bits product and multiplier are as wide. For texts (1) rests
//! on the folded products being as good as random.

#![allow(
    clippy::cast_lossless,
    clippy::cast_possible_truncation,
    reason = "hashing takes words apart, and its formulas must be `const`"
)]

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

/// Defines functions for the macro itself, and in a function of the given name
/// the tokens that define the same functions in generated code: what a lookup
/// computes is thus what the builder has computed.
macro_rules! formula {
    ($tokens:ident: $(
        $(#[$attribute:meta])*
        const fn $name:ident($($argument:tt)*) -> ::core::primitive::$output:ident $body:tt
    )*) => {
        $(
            $(#[$attribute])*
            pub(crate) const fn $name($($argument)*) -> ::core::primitive::$output $body
        )*

        pub(crate) fn $tokens() -> TokenStream {
            quote!($(
                $(#[$attribute])*
                const fn $name($($argument)*) -> ::core::primitive::$output $body
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
        multiplier: ::core::primitive::u64,
    ) -> ::core::primitive::u64 {
        key.wrapping_mul(multiplier)
    }
}

formula! { wide_formula:
    #[inline]
    const fn __hash_wide(
        key: ::core::primitive::u128,
        multiplier: ::core::primitive::u64,
    ) -> ::core::primitive::u64 {
        // A multiplier as wide as the key, of which the half that is passed on makes
        // the other by a step of splitmix64.
        let other = (multiplier ^ (multiplier >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let wide = (other as ::core::primitive::u128) << 64 | multiplier as ::core::primitive::u128;
        (key.wrapping_mul(wide) >> 64) as ::core::primitive::u64
    }
}

// Reads eight bytes at a time and folds the 128-bit product of each with the
// multiplier, as wyhash does (<https://github.com/wangyi-fudan/wyhash>). The
// last read may overlap the one before it, so that no byte is read alone.
formula! { text_formula:
    const fn __fold(word: ::core::primitive::u64, multiplier: ::core::primitive::u64) -> ::core::primitive::u64 {
        let product = (word as ::core::primitive::u128) * (multiplier as ::core::primitive::u128);
        (product as ::core::primitive::u64) ^ ((product >> 64) as ::core::primitive::u64)
    }

    /// The text's first and last bytes as one number; all bytes of a text of
    /// at most eight, and the last eight of a longer one.
    const fn __last_word(bytes: &[::core::primitive::u8]) -> ::core::primitive::u64 {
        if let ::core::option::Option::Some(last) = bytes.last_chunk::<8>() {
            return ::core::primitive::u64::from_le_bytes(*last);
        }
        if let (::core::option::Option::Some(first), ::core::option::Option::Some(last)) =
            (bytes.first_chunk::<4>(), bytes.last_chunk::<4>())
        {
            let first = ::core::primitive::u32::from_le_bytes(*first) as ::core::primitive::u64;
            let last = ::core::primitive::u32::from_le_bytes(*last) as ::core::primitive::u64;
            return first | last << 32;
        }
        match bytes {
            [first, .., last] => {
                let middle = bytes[bytes.len() / 2] as ::core::primitive::u64;
                (*first as ::core::primitive::u64) | middle << 8 | (*last as ::core::primitive::u64) << 16
            }
            [only] => *only as ::core::primitive::u64,
            [] => 0,
        }
    }

    const fn __hash_text(
        text: &::core::primitive::str,
        multiplier: ::core::primitive::u64,
    ) -> ::core::primitive::u64 {
        let mut rest = text.as_bytes();
        // Multiplied, lest a length and a word that differ in the same bits cancel
        // each other under every multiplier.
        let mut hash = (rest.len() as ::core::primitive::u64).wrapping_mul(multiplier);
        while rest.len() > 8 {
            let ::core::option::Option::Some((chunk, behind)) = rest.split_first_chunk::<8>() else {
                break;
            };
            hash = __fold(hash ^ ::core::primitive::u64::from_le_bytes(*chunk), multiplier);
            rest = behind;
        }
        // Overlapping the chunk before, where there is one.
        let last = if text.len() > 8 { __last_word(text.as_bytes()) } else { __last_word(rest) };
        __fold(hash ^ last, multiplier)
    }

    const fn __is_same_text(one: &::core::primitive::str, two: &::core::primitive::str) -> ::core::primitive::bool {
        let mut one = one.as_bytes();
        let mut two = two.as_bytes();
        if one.len() != two.len() {
            return false;
        }
        while let (
            ::core::option::Option::Some((chunk_of_one, behind_one)),
            ::core::option::Option::Some((chunk_of_two, behind_two)),
        ) = (one.split_first_chunk::<8>(), two.split_first_chunk::<8>())
        {
            if ::core::primitive::u64::from_le_bytes(*chunk_of_one)
                != ::core::primitive::u64::from_le_bytes(*chunk_of_two)
            {
                return false;
            }
            one = behind_one;
            two = behind_two;
        }
        __last_word(one) == __last_word(two)
    }
}

/// The numbers of a perfect hash, over keys that are known by their positions.
pub(crate) struct PerfectHash {
    multiplier: u64,
    bucket_bits: u32,
    slot_bits: u32,
    /// For each bucket what is xored onto the slots of its keys.
    pilots: Vec<usize>,
    /// For each slot the position of its key. Zero where it is empty: the key
    /// at zero has another slot, so that no key that hashes here equals it.
    positions: Vec<usize>,
}

/// After so many multipliers in vain the slots are doubled.
const MULTIPLIERS_PER_SIZE: u32 = 16;

impl PerfectHash {
    /// Finds the numbers for keys of which `hashes` tells the hashes under a
    /// multiplier. The keys must differ. The same keys give the same numbers.
    pub(crate) fn build(hashes: impl Fn(u64) -> Vec<u64>) -> Self {
        let mut attempt = 0;
        loop {
            let multiplier = multiplier(u64::from(attempt));
            let hashes = hashes(multiplier);
            let bucket_bits = bits_for(hashes.len().div_ceil(3));
            let slot_bits = bits_for(hashes.len()) + attempt / MULTIPLIERS_PER_SIZE;
            let mut hash = Self {
                multiplier,
                bucket_bits,
                slot_bits,
                pilots: vec![0; 1 << bucket_bits],
                positions: vec![0; 1 << slot_bits],
            };
            if hash.place_all(&hashes).is_some() {
                return hash;
            }
            attempt += 1;
        }
    }

    /// Finds a slot for every key; `None` where a bucket finds no pilot.
    fn place_all(&mut self, hashes: &[u64]) -> Option<()> {
        let mut is_taken = vec![false; self.positions.len()];
        for (bucket, keys) in self.buckets_by_size(hashes) {
            let slots: Vec<usize> = keys.iter().map(|&key| self.slot(hashes[key], 0)).collect();
            let is_free = |pilot: &usize| slots.iter().all(|slot| !is_taken[slot ^ pilot]);
            if has_duplicate(&slots) {
                return None;
            }
            let pilot = (0..self.positions.len()).find(is_free)?;
            self.pilots[bucket] = pilot;
            for (key, slot) in keys.iter().zip(slots) {
                is_taken[slot ^ pilot] = true;
                self.positions[slot ^ pilot] = *key;
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
        __slot(hash, self.slot_shift(), self.positions.len() - 1, pilot)
    }

    /// The same hash, leading elsewhere: from each position to what it maps to.
    pub(crate) fn map_positions(mut self, map: impl Fn(usize) -> usize) -> Self {
        for position in &mut self.positions {
            *position = map(*position);
        }
        self
    }

    /// The statics that [`lookup`](Self::lookup) reads.
    pub(crate) fn statics(&self, pilots: &Ident, positions: &Ident) -> TokenStream {
        let pilots = narrow_static(pilots, &self.pilots);
        let positions = narrow_static(positions, &self.positions);
        quote!(#pilots #positions)
    }

    /// The position of the only key that can have the hash, as an expression
    /// of its hash.
    pub(crate) fn lookup(
        &self,
        hash: &TokenStream,
        pilots: &Ident,
        positions: &Ident,
    ) -> TokenStream {
        let bucket_shift = Literal::u32_unsuffixed(self.bucket_shift());
        let slot_shift = Literal::u32_unsuffixed(self.slot_shift());
        let mask = Literal::usize_unsuffixed(self.positions.len() - 1);
        quote! {{
            let hash = #hash;
            let pilot = #pilots[__bucket(hash, #bucket_shift)] as ::core::primitive::usize;
            #positions[__slot(hash, #slot_shift, #mask, pilot)] as ::core::primitive::usize
        }}
    }

    pub(crate) fn multiplier(&self) -> Literal {
        Literal::u64_unsuffixed(self.multiplier)
    }
}

/// The odd multipliers in the order in which they are tried: splitmix64, which
/// gives each number once (Steele, Lea, Flood, OOPSLA 2014).
fn multiplier(attempt: u64) -> u64 {
    let mut mixed = (attempt + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (mixed ^ (mixed >> 31)) | 1
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
    use super::*;

    /// Texts of every length that look alike in their bits.
    #[test]
    fn short_texts_find_slots() {
        let texts: Vec<String> = (1..5_u32)
            .flat_map(|length| (0..10_u32.pow(length)).map(move |n| (n, length as usize)))
            .map(|(number, length)| format!("{number:0length$}"))
            .chain(["", "OK", "NKK"].map(str::to_owned))
            .collect();
        let hash = PerfectHash::build(|multiplier| {
            texts.iter().map(|text| __hash_text(text, multiplier)).collect()
        });
        assert!(hash.positions.len() <= 4 * texts.len());
    }

    #[test]
    fn wide_keys_of_high_bits_find_slots() {
        let keys: Vec<u128> = (0..128).map(|bit| 1 << bit).collect();
        let pairs = keys.iter().flat_map(|one| keys.iter().map(move |two| one | two));
        let mut keys: Vec<u128> = pairs.collect();
        keys.extend([0, u128::MAX, u128::MAX - 1, u128::MAX >> 1, u64::MAX.into()]);
        keys.sort_unstable();
        keys.dedup();
        let hash = PerfectHash::build(|multiplier| {
            keys.iter().map(|key| __hash_wide(*key, multiplier)).collect()
        });

        assert!(hash.positions.len() <= 4 * keys.len());
    }
}
