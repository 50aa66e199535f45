//! What the derive and the facade have in common, and the parts of a lookup.

use jmessage_codes::__private::{is_same_text, rank_of_text, rank_of_wide, rank_of_word};

#[test]
fn the_two_copies_of_the_formulas_are_the_same() {
    let facade = include_str!("../jmessage-codes/src/formula.rs");
    let derive = include_str!("../jmessage-codes-derive/src/perfect_hash/formula.rs");
    assert!(facade == derive, "copy the file that you changed over the other");
}

/// Of every length, and with a difference in every place.
#[test]
fn texts_are_the_same_to_the_byte() {
    for length in 0..200 {
        let text = "a".repeat(length);
        assert!(is_same_text(&text, &text.clone()));
        assert!(!is_same_text(&text, &format!("{text}a")));
        assert!(!is_same_text(&format!("{text}a"), &text));
        for place in 0..length {
            let other = format!("{}b{}", &text[..place], &text[place + 1..]);
            assert!(!is_same_text(&text, &other), "{length} {place}");
        }
    }
}

/// For a listed key the rank is its position, and always it is some position.
#[test]
fn ranks_are_positions() {
    for count in 1..70_u64 {
        let words: Vec<u64> = (0..count).map(|key| 3 * key + 1).collect();
        let wide: Vec<u128> = words.iter().map(|key| u128::from(*key) << 70).collect();
        let texts: Vec<String> = words.iter().map(|key| format!("{key:03}")).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        for key in 0..3 * count + 2 {
            let rank = words[..words.len() - 1].partition_point(|each| *each < key);
            assert_eq!(rank_of_word(&words, key), rank);
            assert_eq!(rank_of_wide(&wide, u128::from(key) << 70), rank);
            assert_eq!(rank_of_text(&texts, &format!("{key:03}")), rank);
        }
    }
    assert_eq!(rank_of_text(&["", "a", "a\0", "ab", "b"], "a"), 1);
    assert_eq!(rank_of_text(&["", "a", "a\0", "ab", "b"], "aa"), 3);
    assert_eq!(rank_of_word(&[], 1), 0);
}
