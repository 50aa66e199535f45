//! The search for a perfect hash.
//!
//! The scheme is that of `PTHash` (Pibiri and Trani, SIGIR 2021,
//! <https://arxiv.org/abs/2104.10402>); [`formula`] says what a lookup computes.
//!
//! The search tries a fixed number of seeds, each in time proportional to the number
//! of keys. It fails only on keys that someone chose to defeat every seed; the lookup
//! is then a binary search over the sorted keys, which cannot fail.

// Its items are `pub`, since the facade, which has the same file, makes them public.
#[allow(unreachable_pub)]
mod formula;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use self::formula::{Sample, bucket, hash_text, hash_wide, hash_word, slot};

/// The keys of a lookup, each once.
pub(crate) enum Keys {
    /// Integers of up to 64 bits.
    Words(Vec<u64>),
    /// Integers of up to 128 bits.
    Wide(Vec<u128>),
    Texts(Vec<String>),
}

impl Keys {
    fn len(&self) -> usize {
        match self {
            Self::Words(keys) => keys.len(),
            Self::Wide(keys) => keys.len(),
            Self::Texts(keys) => keys.len(),
        }
    }

    /// An integer; zero for a text.
    pub(crate) fn integer(&self, key: usize) -> u128 {
        match self {
            Self::Words(keys) => keys[key].into(),
            Self::Wide(keys) => keys[key],
            Self::Texts(_) => 0,
        }
    }

    fn hashes(&self, sample: Sample, seed: u128) -> Vec<u64> {
        match self {
            Self::Words(keys) => keys.iter().map(|key| hash_word(*key, seed)).collect(),
            Self::Wide(keys) => keys.iter().map(|key| hash_wide(*key, seed)).collect(),
            Self::Texts(keys) => {
                keys.iter().map(|key| hash_text(key.as_bytes(), sample, seed)).collect()
            }
        }
    }

    /// The fewest bytes that tell all texts apart.
    fn sample(&self) -> Sample {
        if !matches!(self, Self::Texts(_)) {
            return ALL;
        }
        SAMPLES
            .into_iter()
            .map(|(pairs, step)| Sample { pairs, step })
            .find(|sample| self.is_told_apart(*sample))
            .unwrap_or(ALL)
    }

    fn is_told_apart(&self, sample: Sample) -> bool {
        let Self::Texts(texts) = self else { return true };
        let mut known = HashSet::with_capacity(texts.len());
        texts.iter().all(|text| known.insert(hash_text(text.as_bytes(), sample, seed(0))))
    }
}

const ALL: Sample = Sample { pairs: 0, step: 8 };

/// The pairs and steps to try, the cheapest first. Steps of 10 and 12 reach the
/// middle of texts of 30 to 50 bytes, the usual length of a message.
const SAMPLES: [(usize, usize); 7] = [(1, 8), (2, 8), (2, 10), (2, 12), (3, 8), (3, 10), (3, 12)];

/// Where each key is, and how to find it.
#[derive(Debug, PartialEq)]
pub(crate) struct Index {
    /// For each position its key, as an index into the keys. Unused positions have key 0, whose
    /// own position is another one, so a lookup that ends at an unused position finds nothing.
    pub(crate) keys: Vec<usize>,
    /// `None` if the positions are the ranks of the sorted keys.
    pub(crate) hash: Option<PerfectHash>,
}

impl Index {
    /// The same keys give the same index.
    pub(crate) fn build(keys: &Keys) -> Self {
        PerfectHash::search(keys).unwrap_or_else(|| Self::sorted(keys))
    }

    /// The hashes of the keys; empty if the keys are sorted.
    pub(crate) fn hashes(&self, keys: &Keys) -> Vec<u64> {
        self.hash.as_ref().map_or(Vec::new(), |hash| keys.hashes(hash.sample, hash.seed))
    }

    /// Takes all keys. The lookup searches all but the last: the number of those
    /// that are less than a key is then always a position.
    pub(crate) fn sorted(keys: &Keys) -> Self {
        let mut sorted: Vec<usize> = (0..keys.len()).collect();
        match keys {
            Keys::Words(keys) => sorted.sort_by_key(|&key| keys[key]),
            Keys::Wide(keys) => sorted.sort_by_key(|&key| keys[key]),
            Keys::Texts(keys) => sorted.sort_by_key(|&key| &keys[key]),
        }
        Self { keys: sorted, hash: None }
    }
}

/// The numbers of a perfect hash.
#[derive(Debug, PartialEq)]
pub(crate) struct PerfectHash {
    pub(crate) seed: u128,
    pub(crate) sample: Sample,
    pub(crate) bucket_bits: u32,
    pub(crate) slot_bits: u32,
    /// One for each bucket.
    pub(crate) pilots: Vec<u16>,
}

/// How many seeds are tried for each number of slots. At least one in three works, so ordinary
/// keys need more slots once in a hundred tables.
const SEEDS_PER_SIZE: u64 = 12;

/// How many numbers of slots are tried, each twice the one before.
const SIZES: u64 = 3;

/// A larger bucket comes from a bad seed: three keys are usual.
const LARGEST_BUCKET: usize = 32;

/// How many pilots a seed may try for each key. Two are usual, eight at most.
const TRIES_PER_KEY: usize = 64;

impl PerfectHash {
    fn search(keys: &Keys) -> Option<Index> {
        let sample = keys.sample();
        (0..SEEDS_PER_SIZE * SIZES).find_map(|attempt| {
            let (bucket_bits, slot_bits) = sizes(keys.len(), attempt);
            let pilots = vec![0; 1 << bucket_bits];
            let seed = seed(attempt);
            let hash = Self { seed, sample, bucket_bits, slot_bits, pilots };
            hash.place(&keys.hashes(sample, seed))
        })
    }

    /// Chooses the pilots; `None` if a bucket finds none.
    fn place(mut self, hashes: &[u64]) -> Option<Index> {
        let buckets = Buckets::new(hashes, self.bucket_bits)?;
        let mut placed = vec![0; 1 << self.slot_bits];
        let mut is_taken = vec![false; placed.len()];
        let mut tries = TRIES_PER_KEY * hashes.len() + 1_000;
        let mut slots = Vec::with_capacity(LARGEST_BUCKET);
        for number in buckets.largest_first() {
            let keys = buckets.keys(number);
            slots.clear();
            slots.extend(
                keys.iter()
                    .map(|&key| slot(hashes[key as usize], self.bucket_bits, self.slot_bits, 0)),
            );
            let pilot = find_pilot(&slots, &is_taken, &mut tries)?;
            self.pilots[number] = pilot;
            for (&key, &slot) in keys.iter().zip(&slots) {
                let slot = slot ^ usize::from(pilot);
                // Two keys of one bucket in one slot: no pilot separates them.
                if std::mem::replace(&mut is_taken[slot], true) {
                    return None;
                }
                placed[slot] = key as usize;
            }
        }
        Some(Index { keys: placed, hash: Some(self) })
    }
}

/// How many bits number the buckets and the slots.
fn sizes(count: usize, attempt: u64) -> (u32, u32) {
    let doubled = u32::try_from(attempt / SEEDS_PER_SIZE).unwrap_or(0);
    // An eighth stays free, because the last free slots are hard to hit.
    (bits_for(count / 3), bits_for(count + count / 8) + doubled)
}

/// The first pilot with which all keys of a bucket get free slots.
fn find_pilot(slots: &[usize], is_taken: &[bool], tries: &mut usize) -> Option<u16> {
    let end = is_taken.len().min(1 << 16);
    let mut pilot = 0;
    while pilot < end {
        if *tries == 0 {
            return None;
        }
        *tries -= 1;
        if slots.iter().all(|slot| !is_taken[slot ^ pilot]) {
            return u16::try_from(pilot).ok();
        }
        pilot += 1;
    }
    None
}

/// The keys in the order of their buckets.
struct Buckets {
    keys: Vec<u32>,
    /// Where each bucket begins, and where the last one ends.
    starts: Vec<usize>,
}

impl Buckets {
    /// `None` if a bucket has too many keys.
    fn new(hashes: &[u64], bucket_bits: u32) -> Option<Self> {
        let mut starts = vec![0; (1 << bucket_bits) + 1];
        for hash in hashes {
            starts[bucket(*hash, bucket_bits) + 1] += 1;
        }
        if starts.iter().any(|size| *size > LARGEST_BUCKET) {
            return None;
        }
        for number in 1..starts.len() {
            starts[number] += starts[number - 1];
        }
        let mut ends = starts.clone();
        let mut keys = vec![0; hashes.len()];
        for (hash, key) in hashes.iter().zip(0..) {
            let end = &mut ends[bucket(*hash, bucket_bits)];
            keys[*end] = key;
            *end += 1;
        }
        Some(Self { keys, starts })
    }

    fn keys(&self, number: usize) -> &[u32] {
        &self.keys[self.starts[number]..self.starts[number + 1]]
    }

    /// The largest comes first, as the hardest to place. Empty ones are left out.
    fn largest_first(&self) -> Vec<usize> {
        let mut by_size = vec![Vec::new(); LARGEST_BUCKET + 1];
        for number in 0..self.starts.len() - 1 {
            by_size[self.keys(number).len()].push(number);
        }
        by_size.into_iter().skip(1).rev().flatten().collect()
    }
}

/// The odd seeds in the order in which they are tried: two numbers of
/// splitmix64 (Steele, Lea, Flood, OOPSLA 2014) side by side.
fn seed(attempt: u64) -> u128 {
    let (high, low) = (splitmix(2 * attempt), splitmix(2 * attempt + 1));
    u128::from(high) << 64 | u128::from(low) | 1
}

fn splitmix(index: u64) -> u64 {
    let mut mixed = (index + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// How many bits count to at least `count`; at least one, which keeps all
/// shifts below the width of a hash.
fn bits_for(count: usize) -> u32 {
    count.next_power_of_two().ilog2().max(1)
}
