//! The lookups that generated code calls.
//!
//! A lookup takes a key and returns a *position*. If the table lists the key, it is
//! at that position; so the caller compares it with the key there.

use crate::formula::{Sample, bucket, hash_text, hash_wide, hash_word, short_word, slot, word};

/// The numbers of a perfect hash. A position is a slot.
#[derive(Debug)]
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
    pub const fn find_word(&self, key: u64) -> usize {
        self.find(hash_word(key, self.seed))
    }

    /// The position of an integer of up to 128 bits.
    #[inline]
    #[must_use]
    pub const fn find_wide(&self, key: u128) -> usize {
        self.find(hash_wide(key, self.seed))
    }

    /// The position of a text, of which these bytes are hashed: see [`Sample`].
    #[inline]
    #[must_use]
    pub const fn find_text(&self, key: &str, pairs: usize, step: usize) -> usize {
        self.find(hash_text(key.as_bytes(), Sample { pairs, step }, self.seed))
    }

    #[inline]
    const fn find(&self, hash: u64) -> usize {
        let bucket = bucket(hash, self.bucket_bits);
        // Always so; it spares the compiled program a panic.
        let pilot = if bucket < self.pilots.len() { self.pilots[bucket] } else { 0 };
        slot(hash, self.bucket_bits, self.slot_bits, pilot)
    }
}

macro_rules! rank {
    ($(#[$doc:meta])* $name:ident of $key:ty, by $is_less:path) => {
        $(#[$doc])*
        #[must_use]
        pub const fn $name(sorted: &[$key], key: $key) -> usize {
            // Without the last key every rank is a position.
            let [rest @ .., _] = sorted else { return 0 };
            let (mut rest, mut rank) = (rest, 0);
            while let Some((front, [middle, back @ ..])) = rest.split_at_checked(rest.len() / 2) {
                if $is_less(*middle, key) {
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
    rank_of_word of u64, by is_less_word
}
rank! {
    /// The position of an integer of up to 128 bits among sorted keys.
    rank_of_wide of u128, by is_less_wide
}
rank! {
    /// The position of a text among sorted keys.
    rank_of_text of &str, by is_less_text
}

const fn is_less_word(one: u64, two: u64) -> bool {
    one < two
}

const fn is_less_wide(one: u128, two: u128) -> bool {
    one < two
}

const fn is_less_text(one: &str, two: &str) -> bool {
    let (mut one, mut two) = (one.as_bytes(), two.as_bytes());
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
#[must_use]
pub const fn is_same_text(one: &str, two: &str) -> bool {
    let (mut one, mut two) = (one.as_bytes(), two.as_bytes());
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
