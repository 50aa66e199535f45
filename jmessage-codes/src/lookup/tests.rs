extern crate std;

use std::boxed::Box;
use std::string::String;
use std::vec::Vec;
use std::{assert, assert_eq, format};

use super::{Found, Parts, TextIndex, is_same, rank_of_wide, rank_of_word};

/// Of every length, and with a difference in every place.
#[test]
fn texts_are_the_same_to_the_byte() {
    for length in 0..200 {
        let text = "a".repeat(length);
        let is_same_text = |one: &str, two: &str| is_same(one.as_bytes(), two.as_bytes());
        assert!(is_same_text(&text, &text.clone()));
        assert!(!is_same_text(&text, &format!("{text}a")));
        assert!(!is_same_text(&format!("{text}a"), &text));
        for place in 0..length {
            let other = format!("{}b{}", &text[..place], &text[place + 1..]);
            assert!(!is_same_text(&text, &other), "{length} {place}");
        }
    }
}

/// Sorted texts of up to 15 bytes, whose numbers have twelve bits for the start.
fn sorted(texts: &[&str]) -> TextIndex<u32> {
    let text: &'static str = Box::leak(texts.concat().into_boxed_str());
    let mut start = 0;
    let keys = texts.iter().map(|text| {
        let length = u32::try_from(text.len()).unwrap();
        let key = start | length << 12;
        start += length;
        key
    });
    let keys: &'static [u32] = Box::leak(keys.collect());
    TextIndex::<u32>::sorted(Box::leak(Box::new(text)), keys, Parts::new(12, 16, 16, 16, 16))
}

/// The rank of a listed key is its position, and that of any other key is a position too.
#[test]
fn ranks_are_positions() {
    for count in 1..70_u64 {
        let words: Vec<u64> = (0..count).map(|key| 3 * key + 1).collect();
        let wide: Vec<u128> = words.iter().map(|key| u128::from(*key) << 70).collect();
        let texts: Vec<String> = words.iter().map(|key| format!("{key:03}")).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let texts = sorted(&texts);
        for key in 0..3 * count + 2 {
            let rank = words[..words.len() - 1].partition_point(|each| *each < key);
            assert_eq!(rank_of_word(&words, key), rank);
            assert_eq!(rank_of_wide(&wide, u128::from(key) << 70), rank);
            let text = format!("{key:03}");
            assert_eq!(texts.rank(text.as_bytes()), rank);
            assert_eq!(texts.find_position(&text), (words[rank] == key).then_some(rank));
        }
    }
    let texts = sorted(&["", "a", "a\0", "ab", "b"]);
    assert_eq!(texts.rank(b"a"), 1);
    assert_eq!(texts.rank(b"aa"), 3);
    assert_eq!(texts.find_position("aa"), None);
    assert_eq!(rank_of_word(&[], 1), 0);
}

/// As in a table with megabytes of text.
#[test]
fn a_number_of_128_bits_has_all_parts() {
    static TEXT: &str = "abc";
    static KEYS: [u128; 2] =
        [1 << 32 | (u32::MAX as u128) << 64, 1 | 2 << 32 | 7 << 64 | (u32::MAX as u128) << 96];
    let index = TextIndex::<u128>::sorted(&TEXT, &KEYS, Parts::new(32, 64, 96, 128, 128));
    assert_eq!(index.find("a"), Some(Found { first: 0xFFFF_FFFF, further: 0 }));
    assert_eq!(index.find("bc"), Some(Found { first: 7, further: 0xFFFF_FFFF }));
    assert_eq!(index.find("b"), None);
}
