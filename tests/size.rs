//! Large tables, generated here: they compile, every lookup returns what an ordered map
//! returns, and every row has its texts, of which the descriptions are more than 16 bits
//! can count.

mod compiler;

use std::fmt::Write;

#[test]
fn large_tables() {
    run("large_tables", 1_000, 100);
}

#[test]
#[ignore = "takes half a minute"]
fn large_tables_at_full_size() {
    run("large_tables_at_full_size", 5_000, 300);
}

/// Runs a program with a catalog of integer codes and one of string codes.
fn run(name: &str, integers: usize, strings: usize) {
    let (integers, strings) = (integer_catalog(integers), string_catalog(strings));
    let program = format!(
        "mod integers {{{integers}}}
mod strings {{{strings}}}

fn main() {{
    integers::check();
    strings::check();
}}
"
    );
    compiler::run(name, &program);
}

/// Codes in clusters of a few dozen, as vendors number them, some of them negative
/// and every hundredth with an alias.
fn integer_catalog(rows: usize) -> String {
    let codes =
        (0..i64::try_from(rows).unwrap()).map(|index| (index / 37 - 20) * 1_000 + index % 37);
    let rows = codes.enumerate().map(|(index, code)| match index % 100 {
        0 => format!("{code} | {}", code + 500),
        _ => code.to_string(),
    });
    catalog("#[catalog(code = i64)]", "i64", rows, "[code - 1, code + 1, code + 500, -code]")
}

/// Codes of five characters, like those of SQLSTATE, every tenth with an alias.
fn string_catalog(rows: usize) -> String {
    let codes = (0..rows).map(|index| format!("{:02}{:03X}", index / 9, index % 9 * 256 + 5));
    let rows = codes.enumerate().map(|(index, code)| match index % 10 {
        0 => format!("{code:?} | \"{code}A\""),
        _ => format!("{code:?}"),
    });
    let near = r#"[&code[1..], &format!("{code} "), &code.to_lowercase(), &format!("{code}A")]"#;
    catalog("", "&str", rows, near)
}

/// A catalog, and a function that compares it with a map of its rows at every code
/// and near it.
fn catalog(
    attribute: &str,
    code_type: &str,
    rows: impl Iterator<Item = String>,
    near: &str,
) -> String {
    let mut variants = String::new();
    let mut pairs = String::new();
    for (index, codes) in rows.enumerate() {
        let _ = writeln!(
            variants,
            "    #[code({codes}, \"m{}\", \"d{index:80}\")] V{index},",
            index / 3
        );
        for code in codes.split(" | ") {
            let _ = writeln!(pairs, "    ({code}, V{index}),");
        }
    }
    format!(
        "
use std::collections::BTreeMap;
use jmessage_codes::ErrorCatalog;
use Large::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
{attribute}
enum Large {{
{variants}}}

static PAIRS: &[({code_type}, Large)] = &[
{pairs}];

pub fn check() {{
    let map: BTreeMap<{code_type}, Large> = PAIRS.iter().copied().collect();
    for &(code, variant) in PAIRS {{
        assert_eq!(Large::from_code(code), Some(variant));
        for near in {near} {{
            assert_eq!(Large::from_code(near), map.get(&near).copied(), \"{{near:?}}\");
        }}
    }}
    for (index, entry) in Large::ENTRIES.iter().enumerate() {{
        assert_eq!(map[&entry.code()], entry.variant());
        assert_eq!(entry.name(), format!(\"V{{index}}\"));
        assert_eq!(entry.message(), format!(\"m{{}}\", index / 3));
        assert_eq!(entry.description(), format!(\"d{{index:80}}\"));
        let same = Large::from_message(entry.message());
        assert!(same.len() <= 3 && same.contains(&entry.variant()));
    }}
}}
"
    )
}
