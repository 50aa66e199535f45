//! Large tables, generated here: they compile, and answer as an ordered map does.

use std::fmt::Write;
use std::path::Path;

#[test]
fn large_tables() {
    let cases = trybuild::TestCases::new();
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for (name, program) in [("integers", integers()), ("strings", strings())] {
        let path = directory.join(name).with_extension("rs");
        std::fs::write(&path, program).unwrap();
        cases.pass(path);
    }
}

/// 5,000 codes in clusters of a few dozen, as vendors number them, some of them
/// negative and every hundredth with an alias.
fn integers() -> String {
    let codes = (0..5_000_i64).map(|index| (index / 37 - 20) * 1_000 + index % 37);
    let rows = codes.enumerate().map(|(index, code)| match index % 100 {
        0 => format!("{code} | {}", code + 500),
        _ => code.to_string(),
    });
    program("#[catalog(code = i64)]", "i64", rows, "[code - 1, code + 1, code + 500, -code]")
}

/// 300 codes of five characters, as SQLSTATE has them, a tenth with an alias.
fn strings() -> String {
    let codes = (0..300).map(|index| format!("{:02}{:03X}", index / 9, index % 9 * 256 + 5));
    let rows = codes.enumerate().map(|(index, code)| match index % 10 {
        0 => format!("{code:?} | \"{code}A\""),
        _ => format!("{code:?}"),
    });
    let near = r#"[&code[1..], &format!("{code} "), &code.to_lowercase(), &format!("{code}A")]"#;
    program("", "&str", rows, near)
}

/// A program that holds a catalog against a map of its rows, at every code and
/// near it.
fn program(
    attribute: &str,
    code_type: &str,
    rows: impl Iterator<Item = String>,
    near: &str,
) -> String {
    let mut variants = String::new();
    let mut pairs = String::new();
    for (index, codes) in rows.enumerate() {
        let _ =
            writeln!(variants, "    #[code({codes}, \"m{}\", \"d{index}\")] V{index},", index / 3);
        for code in codes.split(" | ") {
            let _ = writeln!(pairs, "    ({code}, V{index}),");
        }
    }
    format!(
        "use std::collections::BTreeMap;
use jmessage_codes::ErrorCatalog;
use Large::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
{attribute}
enum Large {{
{variants}}}

static PAIRS: &[({code_type}, Large)] = &[
{pairs}];

fn main() {{
    let map: BTreeMap<{code_type}, Large> = PAIRS.iter().copied().collect();
    for &(code, variant) in PAIRS {{
        assert_eq!(Large::from_code(code), Some(variant));
        for near in {near} {{
            assert_eq!(Large::from_code(near), map.get(&near).copied(), \"{{near:?}}\");
        }}
    }}
    for entry in Large::ENTRIES {{
        assert_eq!(map[&entry.code()], entry.variant());
        let bearers = Large::from_message(entry.message());
        assert!(bearers.len() <= 3 && bearers.contains(&entry.variant()));
    }}
}}
"
    )
}
