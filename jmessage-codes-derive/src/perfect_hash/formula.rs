//! The formulas of the perfect hash.
//!
//! The builder in the derive and the lookups in the facade must compute the same
//! numbers, so each has a copy of this file. A test compares the copies. All of it
//! is `const` and cannot panic.
//!
//! A key becomes a 64-bit *hash*. Its top bits are the number of a *bucket*, the
//! bits below them that of a *slot*. Each bucket has a *pilot*, a number that is
//! combined by XOR with the slots of the bucket's keys. The builder chooses the
//! pilots so that no two keys share a slot.

#![allow(clippy::cast_lossless, clippy::cast_possible_truncation, reason = "`From` is not `const`")]

/// The hash of an integer of up to 64 bits. The seed is odd, so different keys
/// have different hashes. The top bits depend on all bits of the key.
#[inline]
#[must_use]
pub const fn hash_word(key: u64, seed: u128) -> u64 {
    key.wrapping_mul(seed as u64)
}

/// The hash of an integer of up to 128 bits: the top half of the product, which
/// depends on all bits of the key.
#[inline]
#[must_use]
pub const fn hash_wide(key: u128, seed: u128) -> u64 {
    (key.wrapping_mul(seed) >> 64) as u64
}

/// Which bytes of a text are hashed: pairs of words of 8 bytes, one word from
/// the start and one from the end, and each next pair `step` bytes further in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// How many pairs; zero means all bytes.
    pub pairs: usize,
    /// From one pair to the next, in bytes.
    pub step: usize,
}

/// The hash of a text.
///
/// In most tables a few bytes tell the texts apart. Reading only these takes
/// the same few instructions for every text. If all bytes are read, no two
/// texts are known to have the same hash under every seed.
///
/// Words overlap in short texts, so no byte is missed and there is no remainder
/// to read. Each pair of words is mixed with the hash of the pairs before it, so
/// the order of the words counts, and repeated words do not cancel out.
#[inline(always)]
#[allow(clippy::inline_always, reason = "where it is called the sample is a constant")]
#[must_use]
pub const fn hash_text(text: &[u8], sample: Sample, seed: u128) -> u64 {
    let (low, high) = (seed as u64, (seed >> 64) as u64);
    // The length is multiplied because a plain length could cancel out a
    // difference in the first word: "aaaaaaaa" and "`aaaaaaaa" differ in the
    // same bit of both.
    let mut hash = (text.len() as u64).wrapping_mul(high) ^ low;
    let Some(last) = text.len().checked_sub(8) else {
        let word = short_word(text);
        return mix(word ^ hash, word ^ high);
    };
    let (step, end) = match sample.pairs {
        0 => (8, text.len().div_ceil(2)),
        pairs => (sample.step, sample.step * pairs),
    };
    let mut start = 0;
    while start < end {
        let first = if start < last { start } else { last };
        hash = mix(word(text, first) ^ hash, word(text, last - first) ^ high);
        start += step;
    }
    hash
}

/// Both halves of the product of two words, and the words themselves: if one
/// word is zero, the product is too, but the other word is not lost.
#[inline]
const fn mix(one: u64, two: u64) -> u64 {
    let product = (one as u128) * (two as u128);
    one ^ two ^ (product as u64) ^ ((product >> 64) as u64)
}

/// Eight bytes of a text, which must be inside it.
#[inline]
pub(crate) const fn word(text: &[u8], start: usize) -> u64 {
    if let Some((_, rest)) = text.split_at_checked(start) {
        if let Some(word) = rest.first_chunk::<8>() {
            return u64::from_le_bytes(*word);
        }
    }
    0
}

/// All bytes of a text of fewer than eight.
#[inline]
pub(crate) const fn short_word(text: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (text.first_chunk::<4>(), text.last_chunk::<4>()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return first as u64 | (last as u64) << 32;
    }
    match *text {
        [one] => one as u64,
        [one, two] => one as u64 | (two as u64) << 8,
        [one, two, three] => one as u64 | (two as u64) << 8 | (three as u64) << 16,
        _ => 0,
    }
}

/// The bucket of a hash.
#[inline]
#[must_use]
pub const fn bucket(hash: u64, bucket_bits: u32) -> usize {
    (hash >> (u64::BITS - bucket_bits)) as usize
}

/// The slot of a hash in a bucket with this pilot; below `1 << slot_bits`.
#[inline]
#[must_use]
pub const fn slot(hash: u64, bucket_bits: u32, slot_bits: u32, pilot: u16) -> usize {
    let bits = hash >> (u64::BITS - bucket_bits - slot_bits);
    ((bits ^ pilot as u64) & ((1 << slot_bits) - 1)) as usize
}
