//! Tables whose keys are hard for a hash, or chosen to defeat it. They compile, and
//! every lookup finds its variant.

mod compiler;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Write};

use jmessage_codes::__private_0_1_0::{Sample, bucket, hash_text, hash_wide, hash_word, slot};

#[test]
fn hard_keys() {
    let mut modules = vec![
        random("u64", 500),
        random("i128", 500),
        random("&str", 500),
        padded_messages("thousand", 1_000),
        padded_messages("eight_hundred", 800),
        long_codes(800),
        crafted_texts(),
    ];
    for integer in ["u16", "u32", "u64", "usize", "i16", "i32", "i64", "isize"] {
        modules.push(crafted_words(integer));
    }
    modules.extend(["u128", "i128"].map(crafted_wide));
    let (mut sources, mut calls) = (String::new(), String::new());
    for module in modules {
        sources.push_str(&module.source());
        let _ = writeln!(calls, "    {}::check();", module.name);
    }
    compiler::run("hard_keys", &format!("{sources}fn main() {{\n{calls}}}\n"));
}

/// A catalog, and a function that looks everything up in it.
struct Module {
    name: String,
    code_type: &'static str,
    /// The literals of the codes and the messages, by row.
    rows: Vec<(Vec<String>, String)>,
    is_sorted: bool,
}

impl Module {
    fn source(&self) -> String {
        let Self { name, code_type, rows, is_sorted } = self;
        let attribute = match *code_type {
            "&str" => String::new(),
            integer => format!("#[catalog(code = {integer})]"),
        };
        let (mut variants, mut checks) = (String::new(), String::new());
        for (row, (codes, message)) in rows.iter().enumerate() {
            let _ = writeln!(variants, "#[code({}, {message:?})] V{row},", codes.join(" | "));
            for code in codes {
                let _ = writeln!(checks, "({code}, {message:?}, Hard::V{row}),");
            }
        }
        format!(
            "mod {name} {{
    #[derive(Clone, Copy, Debug, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
    {attribute}
    pub enum Hard {{ {variants} }}
    static LISTED: &[({code_type}, &str, Hard)] = &[{checks}];
    const FIRST: Option<Hard> = Hard::from_code({first});

    pub fn check() {{
        assert_eq!(FIRST, Some(Hard::V0));
        let mut codes = std::collections::BTreeSet::new();
        for &(code, message, variant) in LISTED {{
            assert_eq!(Hard::from_code(code), Some(variant));
            assert_eq!(Hard::from_message(message), [variant]);
            assert!(Hard::from_message(&message[1..]).is_empty());
            codes.insert(code);
        }}
        for &(code, ..) in LISTED {{
            for near in {near} {{
                assert_eq!(Hard::from_code(near).is_some(), codes.contains(&near), \"{{near:?}}\");
            }}
        }}
        // Without a hash there is no unused position.
        let positions = <Hard as jmessage_codes::__private_0_1_0::Derived>::__BY_POSITION.len();
        assert_eq!(positions == LISTED.len(), {is_sorted});
    }}
}}
",
            first = rows[0].0[0],
            near = if *code_type == "&str" {
                "[&code[1..], \"\", \"~\"]"
            } else {
                "[code.wrapping_add(1), code.wrapping_sub(1), !code]"
            },
        )
    }
}

/// Numbered messages with blanks up to a length, as fixed-width formats have them.
fn padded_messages(name: &str, count: usize) -> Module {
    let message = |number| format!("{:80}", format!("Error in subsystem number {number:04}"));
    let rows = (0..count).map(|number| (vec![number.to_string()], message(number)));
    Module { name: name.to_owned(), code_type: "u32", rows: rows.collect(), is_sorted: false }
}

/// Random codes, and random messages of every length from 1 to 100.
fn random(code_type: &'static str, count: u64) -> Module {
    let number = |index| splitmix(1_000 + index);
    let code = |index: u64| match code_type {
        "&str" => format!("{:?}", format!("{:x}", number(index))),
        _ => (number(index) >> (index % 60)).to_string(),
    };
    let message = |index: u64| {
        let length = usize::try_from(index % 100).unwrap();
        format!("{}{:x}", "a".repeat(length), number(index))
    };
    let rows: BTreeMap<String, String> =
        (0..count).map(|index| (code(index), message(index))).collect();
    let name = format!("random_{}", code_type.trim_start_matches('&'));
    let rows = rows.into_iter().map(|(code, message)| (vec![code], message)).collect();
    Module { name, code_type, rows, is_sorted: false }
}

fn long_codes(count: usize) -> Module {
    let code = |number: usize| format!("{:?}", format!("{number:08}").repeat(9));
    let rows = (0..count).map(|number| (vec![code(number)], format!("message {number}")));
    Module {
        name: "long_codes".to_owned(),
        code_type: "&str",
        rows: rows.collect(),
        is_sorted: false,
    }
}

/// How many keys a crafted table has.
const CRAFTED: usize = 80;

fn crafted_words(integer: &'static str) -> Module {
    let is_signed = integer.starts_with('i');
    // 16 bits are enough to defeat the search.
    let candidates: Vec<i64> =
        (0..30_000).map(|key| if is_signed { key - 15_000 } else { 2 * key + 1 }).collect();
    let codes =
        crafted(&candidates, |key, seed| hash_word(u64::from_le_bytes(key.to_le_bytes()), seed));
    crafted_module(integer, &codes)
}

fn crafted_wide(integer: &'static str) -> Module {
    let candidates: Vec<i128> = (1..30_000).map(|key| ((key * key) << 70) | key).collect();
    let codes =
        crafted(&candidates, |key, seed| hash_wide(u128::from_le_bytes(key.to_le_bytes()), seed));
    crafted_module(integer, &codes)
}

fn crafted_texts() -> Module {
    let codes = crafted_messages().into_iter().map(|text| format!("{text:?}"));
    crafted_module("&str", &codes.collect::<Vec<_>>())
}

fn crafted_messages() -> Vec<String> {
    let candidates: Vec<String> = (0..30_000).map(|key| format!("{key:08}")).collect();
    let sample = Sample { pairs: 1, step: 8 };
    crafted(&candidates, |key, seed| hash_text(key.as_bytes(), sample, seed))
}

/// Every tenth code has the next one as an alias. A table of fewer messages than
/// those crafted would need others.
fn crafted_module(code_type: &'static str, codes: &[impl Display]) -> Module {
    let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
    let mut rows: Vec<(Vec<String>, String)> = Vec::new();
    for (codes, messages) in codes.chunks(10).zip(crafted_messages().chunks(9)) {
        let (aliases, others) = codes.split_at(2);
        let codes =
            [aliases.to_vec()].into_iter().chain(others.iter().map(|code| vec![code.clone()]));
        rows.extend(codes.zip(messages.iter().cloned()));
    }
    let name = format!("crafted_{}", code_type.trim_start_matches('&'));
    Module { name, code_type, rows, is_sorted: true }
}

/// Keys that defeat every seed that the derive tries: for each, two of them share bucket and slot.
fn crafted<T: Clone + Ord>(candidates: &[T], hash: impl Fn(&T, u128) -> u64) -> Vec<T> {
    let mut keys = BTreeSet::new();
    for attempt in 0..36 {
        let (bucket_bits, slot_bits) = (5, 7 + u32::try_from(attempt / 12).unwrap());
        let mut seen = BTreeMap::new();
        let pair = candidates.iter().find_map(|key| {
            let hash = hash(key, seed(attempt));
            let place = (bucket(hash, bucket_bits), slot(hash, bucket_bits, slot_bits, 0));
            seen.insert(place, key).map(|other| [other.clone(), key.clone()])
        });
        keys.extend(pair.unwrap());
    }
    let others = candidates.iter().filter(|key| !keys.contains(key));
    let others: Vec<T> = others.take(CRAFTED - keys.len()).cloned().collect();
    keys.into_iter().chain(others).collect()
}

/// The seeds of the derive.
fn seed(attempt: u64) -> u128 {
    let (high, low) = (splitmix(2 * attempt), splitmix(2 * attempt + 1));
    (u128::from(high) << 64) | u128::from(low) | 1
}

fn splitmix(index: u64) -> u64 {
    let mut mixed = (index + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
