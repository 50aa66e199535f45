//! The lookups that generated code calls.
//!
//! A lookup takes a key and returns a *position*. If the table lists the key, it is at that
//! position, so the lookup compares it with the key there.

#[cfg(test)]
mod tests;

use crate::formula::{Sample, bucket, hash_text, hash_wide, hash_word, short_word, slot, word};

/// The numbers of a perfect hash. A position is a slot.
#[derive(Clone, Copy, Debug)]
pub struct Hash {
    seed: u128,
    bucket_bits: u32,
    slot_bits: u32,
    /// One for each bucket.
    pilots: &'static [u16],
}

impl Hash {
    /// The numbers that the derive found.
    #[must_use]
    pub const fn new(seed: u128, bucket_bits: u32, slot_bits: u32, pilots: &'static [u16]) -> Self {
        Self { seed, bucket_bits, slot_bits, pilots }
    }

    /// The position of an integer of up to 64 bits.
    #[inline]
    #[must_use]
    pub const fn find_word(self, key: u64) -> usize {
        self.find(hash_word(key, self.seed))
    }

    /// The position of an integer of up to 128 bits.
    #[inline]
    #[must_use]
    pub const fn find_wide(self, key: u128) -> usize {
        self.find(hash_wide(key, self.seed))
    }

    #[inline]
    const fn find(self, hash: u64) -> usize {
        let bucket = bucket(hash, self.bucket_bits);
        // Always true; it spares the compiled program a panic.
        let pilot = if bucket < self.pilots.len() { self.pilots[bucket] } else { 0 };
        slot(hash, self.bucket_bits, self.slot_bits, pilot)
    }
}

/// A lookup by text.
///
/// It has one number for each position: where the key is in the column of texts, which variants
/// have it, and a part of its hash. With that part, most texts that the table does not list are
/// refused without reading the column.
#[derive(Clone, Copy, Debug)]
pub struct TextIndex<T: 'static> {
    text: &'static &'static str,
    keys: &'static [T],
    parts: Parts,
    /// `None` if the keys are sorted.
    hash: Option<(Hash, Sample)>,
}

/// Where the parts of a key's number end, in bits: where the text starts, its length, the
/// first of its variants, how many further ones there are, and the part of the hash.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    start: u32,
    length: u32,
    first: u32,
    further: u32,
    hash: u32,
}

impl Parts {
    /// The ends that the derive chose.
    #[must_use]
    pub const fn new(start: u32, length: u32, first: u32, further: u32, hash: u32) -> Self {
        Self { start, length, first, further, hash }
    }
}

/// Variants that are side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub(crate) first: usize,
    pub(crate) further: usize,
}

impl<T> TextIndex<T> {
    /// Sorted keys, which are parts of a column's text.
    #[must_use]
    pub const fn sorted(text: &'static &'static str, keys: &'static [T], parts: Parts) -> Self {
        Self { text, keys, parts, hash: None }
    }

    /// Keys by slot.
    #[must_use]
    pub const fn hashed(
        text: &'static &'static str,
        keys: &'static [T],
        parts: Parts,
        hash: Hash,
        pairs: usize,
        step: usize,
    ) -> Self {
        Self { text, keys, parts, hash: Some((hash, Sample { pairs, step })) }
    }
}

macro_rules! text_index {
    ($($number:ident)*) => {$(
        #[allow(trivial_numeric_casts, clippy::cast_possible_truncation, reason = "they fit")]
        #[allow(clippy::inline_always, reason = "in the caller all numbers are constants")]
        #[allow(clippy::cast_lossless, reason = "`From` is not `const`")]
        impl TextIndex<$number> {
            /// The variants with this text.
            #[inline(always)]
            #[must_use]
            pub const fn find(self, text: &str) -> Option<Found> {
                match self.number(text) {
                    Some((_, number)) => {
                        let Parts { length, first, further, .. } = self.parts;
                        Some(Found {
                            first: Self::part(number, length, first),
                            further: Self::part(number, first, further),
                        })
                    }
                    None => None,
                }
            }

            /// The position of this text.
            #[inline(always)]
            #[must_use]
            pub const fn find_position(self, text: &str) -> Option<usize> {
                match self.number(text) {
                    Some((position, _)) => Some(position),
                    None => None,
                }
            }

            #[inline(always)]
            const fn number(self, text: &str) -> Option<(usize, $number)> {
                let (position, hash) = match self.hash {
                    Some((numbers, sample)) => {
                        let hash = hash_text(text.as_bytes(), sample, numbers.seed);
                        (numbers.find(hash), hash)
                    }
                    None => (self.rank(text.as_bytes()), 0),
                };
                if position >= self.keys.len() {
                    return None;
                }
                let number = self.keys[position];
                let Parts { start, length, further, hash: end, .. } = self.parts;
                let is_hash = Self::part(number, further, end) == hash as usize & mask(end - further);
                // The lengths are compared last and without a branch. Otherwise the compiler
                // replaces the query's length by the one in the table, and the branches on the
                // length wait for the table.
                let is_long = Self::part(number, start, length) == text.len();
                if is_hash && is_same(self.key(number, text.len()), text.as_bytes()) & is_long {
                    Some((position, number))
                } else {
                    None
                }
            }

            /// How many keys are less than this one. The search leaves out the last key,
            /// so the result is always a position.
            const fn rank(self, text: &[u8]) -> usize {
                let (mut start, mut end) = (0, self.keys.len().saturating_sub(1));
                while start < end {
                    let middle = start + (end - start) / 2;
                    let key = self.keys[middle];
                    let length = Self::part(key, self.parts.start, self.parts.length);
                    if is_less(self.key(key, length), text) {
                        start = middle + 1;
                    } else {
                        end = middle;
                    }
                }
                start
            }

            /// The bytes of a key from its start, or nothing.
            #[inline(always)]
            const fn key(self, number: $number, length: usize) -> &'static [u8] {
                let start = Self::part(number, 0, self.parts.start);
                if let Some((_, rest)) = self.text.as_bytes().split_at_checked(start) {
                    if let Some((key, _)) = rest.split_at_checked(length) {
                        return key;
                    }
                }
                &[]
            }

            /// The part of a number between two bits.
            #[inline(always)]
            const fn part(number: $number, from: u32, to: u32) -> usize {
                if from == to { 0 } else { (number >> from) as usize & mask(to - from) }
            }
        }
    )*};
}

text_index!(u32 u64 u128);

/// A mask of so many bits; no part has more than 32.
#[inline(always)]
#[allow(clippy::cast_possible_truncation, reason = "no number has more bits than an address")]
#[allow(clippy::inline_always, reason = "as above")]
const fn mask(bits: u32) -> usize {
    ((1_u64 << bits) - 1) as usize
}

macro_rules! rank {
    ($(#[$doc:meta])* $name:ident of $key:ident) => {
        $(#[$doc])*
        #[must_use]
        pub const fn $name(sorted: &[$key], key: $key) -> usize {
            // The search leaves out the last key, so that every rank is a position.
            let [rest @ .., _] = sorted else { return 0 };
            let (mut rest, mut rank) = (rest, 0);
            while let Some((front, [middle, back @ ..])) = rest.split_at_checked(rest.len() / 2) {
                if *middle < key {
                    rank += front.len() + 1;
                    rest = back;
                } else {
                    rest = front;
                }
            }
            rank
        }
    };
}

rank! {
    /// The position of an integer of up to 64 bits among sorted keys: the lookup of a
    /// table for which no perfect hash was found.
    rank_of_word of u64
}
rank! {
    /// The position of an integer of up to 128 bits among sorted keys.
    rank_of_wide of u128
}

const fn is_less(mut one: &[u8], mut two: &[u8]) -> bool {
    while let ([first, rest_of_one @ ..], [second, rest_of_two @ ..]) = (one, two) {
        if *first != *second {
            return *first < *second;
        }
        (one, two) = (rest_of_one, rest_of_two);
    }
    one.len() < two.len()
}

/// Whether two texts are the same: `==` as a `const fn`, and as fast. Texts of
/// 16 to 32 bytes, the usual length of a code, take one comparison.
#[inline]
const fn is_same(mut one: &[u8], mut two: &[u8]) -> bool {
    if one.len() != two.len() {
        return false;
    }
    if two.len() < 16 {
        let Some(last) = two.len().checked_sub(8) else {
            return short_word(one) == short_word(two);
        };
        return (word(one, 0) ^ word(two, 0)) | (word(one, last) ^ word(two, last)) == 0;
    }
    // Sixteen bytes from both ends, which overlap in short texts.
    while let (Some(front_one), Some(front_two), Some(back_one), Some(back_two)) = (
        one.first_chunk::<16>(),
        two.first_chunk::<16>(),
        one.last_chunk::<16>(),
        two.last_chunk::<16>(),
    ) {
        let front = u128::from_le_bytes(*front_one) ^ u128::from_le_bytes(*front_two);
        let back = u128::from_le_bytes(*back_one) ^ u128::from_le_bytes(*back_two);
        if front | back != 0 {
            return false;
        }
        if two.len() <= 32 {
            return true;
        }
        (one, two) = (one.split_at(16).1, two.split_at(16).1);
    }
    true
}
