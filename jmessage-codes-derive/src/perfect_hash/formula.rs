// The formulas of the lookups. This file is compiled twice, so that the builder
// and the lookups compute the same: as a module of the macro, and as text in
// every expansion, inside a module that imports what is used here by name.
//
// Texts are hashed and compared in blocks of 64 bytes. A block is read as words
// from its start on and as many words to its end. In a short block they overlap,
// so that texts of most lengths take the same path and no branch has to be
// predicted. Two words are folded into one as in wyhash
// (<https://github.com/wangyi-fudan/wyhash>).

#[inline]
pub(super) const fn bucket(hash: u64, shift: u32) -> usize {
    (hash >> shift) as usize
}

#[inline]
pub(super) const fn slot(hash: u64, shift: u32, mask: usize, pilot: usize) -> usize {
    ((hash >> shift) as usize ^ pilot) & mask
}

#[inline]
pub(super) const fn hash_word(key: u64, multiplier: u128) -> u64 {
    key.wrapping_mul(multiplier as u64)
}

#[inline]
pub(super) const fn hash_wide(key: u128, multiplier: u128) -> u64 {
    (key.wrapping_mul(multiplier) >> 64) as u64
}

#[inline]
const fn word(block: &[u8], start: usize) -> u64 {
    if let Some((_, rest)) = block.split_at_checked(start) {
        if let Some(word) = rest.first_chunk::<8>() {
            return u64::from_le_bytes(*word);
        }
    }
    0
}

/// All bytes of a block of fewer than eight.
const fn short_word(block: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (block.first_chunk::<4>(), block.last_chunk::<4>()) {
        let first = u32::from_le_bytes(*first) as u64;
        let last = u32::from_le_bytes(*last) as u64;
        return first | last << 32;
    }
    match block {
        [first, .., last] => {
            let middle = block[block.len() / 2] as u64;
            *first as u64 | middle << 8 | (*last as u64) << 16
        }
        [only] => *only as u64,
        [] => 0,
    }
}

const fn fold(one: u64, two: u64) -> u64 {
    let product = (one as u128) * (two as u128);
    (product as u64) ^ ((product >> 64) as u64)
}

#[inline]
const fn hash_block(block: &[u8], reach: usize, seed: u64, multiplier: u128) -> u64 {
    let low = multiplier as u64;
    let high = (multiplier >> 64) as u64;
    let Some(last) = block.len().checked_sub(8) else {
        return fold(short_word(block) ^ seed ^ low, high);
    };
    let mut hash = 0;
    let mut start = 0;
    while start < reach {
        let first = if last < start { last } else { start };
        let front = word(block, first) ^ seed ^ low;
        let back = word(block, last - first) ^ high;
        hash = u64::rotate_left(hash, 16).wrapping_add(fold(front, back));
        start += 8;
    }
    hash
}

/// The hash of a text. It reads `reach` bytes at either end of each block.
#[inline]
pub(super) const fn hash_text(text: &str, reach: usize, multiplier: u128) -> u64 {
    let mut rest = text.as_bytes();
    // Multiplied, since otherwise a length and a word that differ in the same bits
    // would cancel each other under every multiplier.
    let mut hash = (rest.len() as u64).wrapping_mul((multiplier >> 64) as u64);
    while rest.len() > 64 {
        let (block, behind) = rest.split_at(64);
        hash = hash_block(block, reach, hash, multiplier);
        rest = behind;
    }
    hash_block(rest, reach, hash, multiplier)
}

/// For blocks of the same length.
#[inline]
const fn is_same_block(one: &[u8], two: &[u8]) -> bool {
    let Some(last) = two.len().checked_sub(8) else {
        return short_word(one) == short_word(two);
    };
    let mut difference = 0;
    let mut start = 0;
    while start < 32 {
        let first = if last < start { last } else { start };
        difference |= word(one, first) ^ word(two, first);
        difference |= word(one, last - first) ^ word(two, last - first);
        start += 8;
    }
    difference == 0
}

#[inline]
pub(super) const fn is_same_text(one: &str, two: &str) -> bool {
    let (mut one, mut two) = (one.as_bytes(), two.as_bytes());
    if one.len() != two.len() {
        return false;
    }
    while two.len() > 64 {
        let (block_of_one, behind_one) = one.split_at(64);
        let (block_of_two, behind_two) = two.split_at(64);
        if !is_same_block(block_of_one, block_of_two) {
            return false;
        }
        (one, two) = (behind_one, behind_two);
    }
    is_same_block(one, two)
}
