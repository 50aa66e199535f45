use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::*;

/// Does what generated code does: finds the position of the key in the slot.
fn find<T: PartialEq>(hash: &PerfectHash, keys: &[T], key: &T, hashed: u64) -> Option<usize> {
    let pilot = hash.pilots[formula::bucket(hashed, hash.bucket_shift())];
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
            #[allow(
 clippy::cast_possible_truncation,
 clippy::cast_possible_wrap,
 clippy::cast_sign_loss
 )]
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
                fn $name(bits in table(500), misses in vec(any::<u128>(), 100)) {
                    check_integers::<$integer>(&bits, &misses);
                }
            )*
        }

        mod full_size {
            use super::*;

            proptest! {
                #![proptest_config(ProptestConfig::with_cases(24))]

                $(
                    #[test]
                    #[ignore = "all of them take a minute"]
                    fn $name(bits in table(5_000), misses in vec(any::<u128>(), 1_000)) {
                        check_integers::<$integer>(&bits, &misses);
                    }
                )*
            }
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
fn table(size: usize) -> impl Strategy<Value = Vec<u128>> {
    let uniform = vec(any::<u128>(), 1..=size);
    let clusters = vec(any::<u128>(), 1..=40);
    let members = vec((any::<Index>(), 0..200_u128), 1..=size);
    let clustered = (clusters, members).prop_map(|(clusters, members)| {
        let code = |(cluster, offset): (Index, u128)| cluster.get(&clusters).wrapping_add(offset);
        members.into_iter().map(code).collect()
    });
    prop_oneof![uniform, clustered]
}

/// Compares the hash of a table with a map, for all codes, for others near them,
/// and for `misses`.
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
        let hashed = formula::hash_text(query, reach, hash.multiplier);
        let found = find(&hash, &texts, query, hashed);
        assert_eq!(found, positions.get(query.as_str()).copied(), "{query:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn texts(texts in vec(".{0,80}", 1..=100), misses in vec(".{0,80}", 50)) {
        check_texts(&texts, &misses);
    }

    #[test]
    fn texts_of_few_letters(texts in vec("[ab]{0,140}", 1..=100), misses in vec("[ab]{0,9}", 50)) {
        check_texts(&texts, &misses);
    }

    #[test]
    fn texts_are_the_same_to_the_byte(one in "[ab]{0,200}", index in any::<Index>()) {
        prop_assert!(formula::is_same_text(&one, &one));
        if let Some(last) = one.len().checked_sub(1) {
            let at = index.index(one.len());
            let two = format!("{}c{}", &one[..at], &one[at + 1..]);
            prop_assert!(!formula::is_same_text(&one, &two));
            prop_assert!(!formula::is_same_text(&one, &one[..last]));
        }
    }
}

#[test]
fn texts_that_differ_only_in_the_middle() {
    let filler = "x".repeat(60);
    let texts = (0..2_000).map(|number| format!("{filler}{number:04}{filler}"));
    check_texts(&texts.collect::<Vec<_>>(), &[]);
    let texts = (0..1_000).map(|number| "x".repeat(number));
    check_texts(&texts.collect::<Vec<_>>(), &[]);
}

/// Of every length, with similar bits.
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
