use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::time::Instant;

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

fn words(words: impl IntoIterator<Item = u64>) -> Keys {
    Keys::Words(words.into_iter().collect::<BTreeSet<_>>().into_iter().collect())
}

fn wide(words: impl IntoIterator<Item = u128>) -> Keys {
    Keys::Wide(words.into_iter().collect::<BTreeSet<_>>().into_iter().collect())
}

fn texts(texts: impl IntoIterator<Item = String>) -> Keys {
    Keys::Texts(texts.into_iter().collect::<BTreeSet<_>>().into_iter().collect())
}

/// All keys, and others near them.
fn near(keys: &Keys) -> Keys {
    match keys {
        Keys::Words(keys) => {
            let near = keys.iter().take(500).flat_map(|key| (0..64).map(move |bit| key ^ 1 << bit));
            words(near.chain(keys.iter().copied()))
        }
        Keys::Wide(keys) => {
            let near =
                keys.iter().take(500).flat_map(|key| (0..128).map(move |bit| key ^ 1 << bit));
            wide(near.chain(keys.iter().copied()))
        }
        Keys::Texts(keys) => {
            let near = keys.iter().take(500).flat_map(|key| {
                let shorter = key.char_indices().last().map_or("", |(last, _)| &key[..last]);
                [format!("{key}."), format!(".{key}"), shorter.to_owned(), key.to_uppercase()]
            });
            texts(near.chain(keys.iter().cloned()))
        }
    }
}

/// A key of any kind.
fn at(keys: &Keys, key: usize) -> (u128, &str) {
    match keys {
        Keys::Words(keys) => (keys[key].into(), ""),
        Keys::Wide(keys) => (keys[key], ""),
        Keys::Texts(keys) => (0, &keys[key]),
    }
}

fn positions(hash: &PerfectHash, queries: &Keys) -> Vec<usize> {
    let PerfectHash { seed, sample, bucket_bits, slot_bits, pilots } = hash;
    let hashes = queries.hashes(*sample, *seed).into_iter();
    let pilot = |hash| pilots[bucket(hash, *bucket_bits)];
    hashes.map(|hash| slot(hash, *bucket_bits, *slot_bits, pilot(hash))).collect()
}

/// Does what a lookup does: finds the position, and compares the key there.
fn assert_finds_all(index: &Index, keys: &Keys) {
    let listed: BTreeSet<_> = (0..keys.len()).map(|key| at(keys, key)).collect();
    let queries = near(keys);
    let ranks = |sorted: &[usize]| {
        let (_, rest) = sorted.split_last()?;
        let rank = |query| rest.partition_point(|&key| at(keys, key) < at(&queries, query));
        Some((0..queries.len()).map(rank).collect::<Vec<usize>>())
    };
    let positions = match &index.hash {
        Some(hash) => positions(hash, &queries),
        None => ranks(&index.keys).unwrap(),
    };
    for (query, position) in positions.into_iter().enumerate() {
        let query = at(&queries, query);
        assert_eq!(at(keys, index.keys[position]) == query, listed.contains(&query), "{query:?}");
    }
}

fn assert_hashed(name: &str, keys: &Keys) {
    let index = Index::build(keys);
    assert!(index.hash.is_some(), "{name}");
    assert!(index.keys.len() <= 8 * keys.len().max(2), "{name}");
    assert_finds_all(&index, keys);
    assert_finds_all(&Index::sorted(keys), keys);
}

fn assert_sorted(keys: &Keys) {
    let index = Index::build(keys);
    assert!(index.hash.is_none());
    assert_finds_all(&index, keys);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_words(keys in vec(any::<u64>(), 1..=2_000)) {
        assert_hashed("any", &words(keys));
    }

    #[test]
    fn any_wide(keys in vec(any::<u128>(), 1..=2_000)) {
        assert_hashed("any", &wide(keys));
    }

    #[test]
    fn any_texts(keys in vec(".{0,80}", 1..=300)) {
        assert_hashed("any", &texts(keys));
    }

    #[test]
    fn texts_of_few_letters(keys in vec("[ab\0]{0,140}", 1..=300)) {
        assert_hashed("few", &texts(keys));
    }

    /// In clusters, as vendors number their codes.
    #[test]
    fn clusters(starts in vec(any::<u64>(), 1..=40), length in 1..200_u64) {
        assert_hashed("clusters", &words(
            starts.into_iter().flat_map(|start| (0..length).map(move |code| start.wrapping_add(code)))
        ));
    }
}

#[test]
fn regular_integers() {
    for shift in [0, 8, 16, 32, 48] {
        for count in [1, 2, 3, 76, 5_000] {
            assert_hashed("shifted", &words((0..count).map(|key| key << shift)));
            assert_hashed("shifted", &wide((0..count).map(|key| u128::from(key) << (2 * shift))));
        }
    }
    assert_hashed("powers of two", &words((0..64).map(|bit| 1 << bit)));
    assert_hashed("powers of two", &wide((0..128).map(|bit| 1 << bit)));
    let pairs = |bits: u32| (0..bits).flat_map(move |one| (0..bits).map(move |two| (one, two)));
    assert_hashed("pairs of bits", &words(pairs(64).map(|(one, two)| 1 << one | 1 << two)));
    assert_hashed("pairs of bits", &wide(pairs(128).map(|(one, two)| 1 << one | 1 << two)));
    assert_hashed("all bytes", &words(0..256));
    // More positions than a pilot can reach.
    assert_hashed("many", &words(0..100_000));
    assert_hashed("negative", &words((0..1_000_u64).map(|code| code.wrapping_sub(500))));
}

/// Each kind of text is hard for some weaker hash.
fn kinds_of_texts(count: usize) -> Vec<(&'static str, Keys)> {
    let numbers = || 0..count;
    let padded = |width: usize| {
        move |number| format!("{:width$}", format!("Error in subsystem number {number:04}"))
    };
    let filler = "x".repeat(90);
    vec![
        ("padded to 80", texts(numbers().map(padded(80)))),
        ("padded to 72", texts(numbers().map(padded(72)))),
        ("padded to 200", texts(numbers().map(padded(200)))),
        ("padded in front", texts(numbers().map(|number| format!("{number:>120}")))),
        ("NUL bytes", texts(numbers().map(|number| format!("{number:\0>72}")))),
        ("NUL bytes at the end", texts(numbers().map(|number| format!("{number:\0<72}")))),
        ("lengths", texts(numbers().map(|number| "x".repeat(number)))),
        ("lengths of NUL", texts(numbers().map(|number| "\0".repeat(number)))),
        ("middle", texts(numbers().map(|number| format!("{filler}{number:05}{filler}")))),
        ("repeated", texts(numbers().map(|number| format!("{number:08}").repeat(9)))),
        (
            "swapped",
            texts(numbers().map(|number| format!("{number:08}{filler}{:08}", count - number))),
        ),
        ("digits", texts(numbers().map(|number| number.to_string()))),
        ("bits", texts(numbers().map(|number| format!("{number:0128b}").replace('0', "a")))),
    ]
}

#[test]
fn regular_texts() {
    for count in [1_000, 5_000] {
        for (name, keys) in kinds_of_texts(count) {
            assert_hashed(name, &keys);
        }
    }
}

/// Of every length, texts that differ in one byte, wherever it is.
#[test]
fn one_byte_anywhere() {
    for filler in ["a", " ", "\0"] {
        let mut all = Vec::new();
        for length in 0..=200 {
            let base = filler.repeat(length);
            all.extend((0..length).map(|at| format!("{}b{}", &base[..at], &base[at + 1..])));
            all.push(base);
        }
        for attempt in 0..4 {
            let hashes: HashSet<u64> =
                all.iter().map(|text| hash_text(text.as_bytes(), ALL, seed(attempt))).collect();
            assert_eq!(hashes.len(), all.len());
        }
        assert_hashed(filler, &texts(all));
    }
}

#[test]
#[ignore = "takes half a minute"]
fn a_million_texts_have_a_million_hashes() {
    let kinds: [fn(u32) -> String; 5] = [
        |number| format!("{:72}", format!("Error in subsystem number {number:06}")),
        |number| format!("{number:>72}"),
        |number| format!("{number:08}").repeat(9),
        |number| format!("{number:\0<72}"),
        |number| format!("{:032}{number:08}{:032}", 0, 0),
    ];
    for kind in kinds {
        let hashes: HashSet<u64> =
            (0..1_000_000).map(|number| hash_text(kind(number).as_bytes(), ALL, seed(0))).collect();
        assert_eq!(hashes.len(), 1_000_000);
    }
}

/// For every seed two keys that share bucket and slot.
fn crafted<T: Clone + Ord>(
    count: usize,
    candidates: &[T],
    hash: impl Fn(&T, u128) -> u64,
) -> Vec<T> {
    let mut keys = BTreeSet::new();
    for attempt in 0..SEEDS_PER_SIZE * SIZES {
        let (bucket_bits, slot_bits) = sizes(count, attempt);
        let mut seen = BTreeMap::new();
        let pair = candidates.iter().find_map(|key| {
            let hash = hash(key, seed(attempt));
            let place = (bucket(hash, bucket_bits), slot(hash, bucket_bits, slot_bits, 0));
            seen.insert(place, key).map(|other| [other.clone(), key.clone()])
        });
        keys.extend(pair.expect("enough candidates for a collision"));
    }
    let fill = candidates.iter().filter(|key| !keys.contains(key)).take(count - keys.len());
    let fill: Vec<T> = fill.cloned().collect();
    keys.into_iter().chain(fill).collect()
}

#[test]
fn keys_that_defeat_every_seed_are_sorted() {
    let candidates: Vec<u64> = (0..30_000).map(|key| key * 2 + 1).collect();
    assert_sorted(&words(crafted(72, &candidates, |key, seed| hash_word(*key, seed))));
    let candidates: Vec<u128> = (1..30_000).map(|key| ((key * key) << 70) | key).collect();
    assert_sorted(&wide(crafted(72, &candidates, |key, seed| hash_wide(*key, seed))));
    let candidates: Vec<String> = (0..30_000).map(|key| format!("{key:08}")).collect();
    let sample = Sample { pairs: 1, step: 8 };
    let hash = |key: &String, seed| hash_text(key.as_bytes(), sample, seed);
    assert_sorted(&texts(crafted(72, &candidates, hash)));
}

/// Keys that defeat only the first seeds do not get more slots than others.
#[test]
fn keys_that_defeat_the_first_seeds_are_hashed() {
    let keys: Vec<u64> = (0..30_000).map(|key| key * 2 + 1).collect();
    let mut crafted = crafted(72, &keys, |key, seed| hash_word(*key, seed));
    crafted.truncate(20);
    assert_hashed("some seeds", &words(crafted));
}

#[test]
fn the_same_keys_give_the_same_index() {
    let keys = words((0..1_000).map(|code| code * 7));
    assert_eq!(Index::build(&keys), Index::build(&keys));
}

/// `cargo test -p jmessage-codes-derive -- --ignored --nocapture`
#[test]
#[ignore = "prints how long building takes, and asserts nothing"]
fn time_to_build() {
    for count in [76_u32, 1_000, 5_000, 14_563, 20_000] {
        let mut kinds = vec![("dense", words(0..count.into()))];
        kinds.extend(kinds_of_texts(count as usize));
        for (name, keys) in kinds {
            let start = Instant::now();
            let index = Index::build(&keys);
            let (time, positions) = (start.elapsed(), index.keys.len());
            println!(
                "{count} {name}: {time:?}, {positions} positions, {:?}",
                index.hash.map(|hash| hash.sample)
            );
        }
    }
}
