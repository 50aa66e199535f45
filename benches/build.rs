//! Writes the contenders that are source code, which at thousands of variants
//! is too long to keep.

use std::collections::HashSet;
use std::fmt::{self, Write as _};
use std::path::Path;
use std::{env, fs};

// The library exports what a build script can only use.
#[allow(unreachable_pub)]
#[path = "src/random.rs"]
mod random;
#[allow(unreachable_pub)]
#[path = "src/table.rs"]
mod table;

use table::{Row, table};

/// Beyond so many codes rustc takes minutes over the contenders that are one
/// arm a code.
const MOST_ARMS: usize = 5_000;

fn main() {
    for path in ["build.rs", "src/random.rs", "src/table.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    for count in [4, 76, 1_000, 5_000, 20_000] {
        write(&format!("codes_{count}.rs"), |source| codes(source, &table(count)));
    }
    for count in [76, 1_000] {
        write(&format!("messages_{count}.rs"), |source| messages(source, &table(count)));
    }
}

fn write(name: &str, contents: impl FnOnce(&mut String) -> fmt::Result) {
    let directory = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let mut source = String::new();
    contents(&mut source).expect("a string can be written to");
    fs::write(Path::new(&directory).join(name), source).expect("OUT_DIR can be written to");
}

fn codes(source: &mut String, rows: &[Row]) -> fmt::Result {
    catalog(source, rows)?;
    let mut map = phf_codegen::Map::new();
    for row in rows {
        map.entry(row.code, format!("Catalog::{}", row.name));
    }
    writeln!(source, "pub(crate) static PHF: phf::Map<u32, Catalog> = {};", map.build())?;
    if rows.len() <= MOST_ARMS {
        plain_match(source, rows)?;
        discriminants(source, rows)?;
    }
    Ok(())
}

/// The enum with our derive.
fn catalog(source: &mut String, rows: &[Row]) -> fmt::Result {
    writeln!(
        source,
        "#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]\npub(crate) enum Catalog {{"
    )?;
    for Row { code, name, message, description } in rows {
        writeln!(source, "#[code({code}, {message:?}, {description:?})] {name},")?;
    }
    writeln!(source, "}}")?;
    // The first is zero.
    variant(source, "Catalog", "self as u32 + 1")
}

fn variant(source: &mut String, name: &str, number: &str) -> fmt::Result {
    writeln!(source, "impl Variant for {name} {{ fn number(self) -> u32 {{ {number} }} }}")
}

fn plain_match(source: &mut String, rows: &[Row]) -> fmt::Result {
    writeln!(
        source,
        "pub(crate) fn from_code(code: u32) -> Option<Catalog> {{ Some(match code {{"
    )?;
    for Row { code, name, .. } in rows {
        writeln!(source, "{code} => Catalog::{name},")?;
    }
    writeln!(source, "_ => return None }}) }}")
}

/// The enum as strum and `num_enum` want it: the codes are the discriminants.
fn discriminants(source: &mut String, rows: &[Row]) -> fmt::Result {
    writeln!(source, "#[derive(Clone, Copy, PartialEq, Eq, FromRepr, TryFromPrimitive)]")?;
    writeln!(source, "#[repr(u32)]\npub(crate) enum Discriminants {{")?;
    for Row { code, name, .. } in rows {
        writeln!(source, "{name} = {code},")?;
    }
    writeln!(source, "}}")?;
    variant(source, "Discriminants", "self as u32")
}

fn messages(source: &mut String, rows: &[Row]) -> fmt::Result {
    let mut known = HashSet::new();
    // The peers keep one variant a message; of those that share one the first.
    let firsts: Vec<&Row> = rows.iter().filter(|row| known.insert(&row.message)).collect();
    let mut map = phf_codegen::Map::new();
    for row in &firsts {
        map.entry(row.message.as_str(), format!("Catalog::{}", row.name));
    }
    writeln!(source, "pub(crate) static PHF: phf::Map<&str, Catalog> = {};", map.build())?;
    strings(source, "Strings", "", &firsts)?;
    strings(source, "PhfStrings", "#[strum(use_phf)]", &firsts)
}

/// The enum as strum wants it.
fn strings(source: &mut String, name: &str, attribute: &str, rows: &[&Row]) -> fmt::Result {
    writeln!(source, "#[derive(Clone, Copy, EnumString)]\n{attribute}\npub(crate) enum {name} {{")?;
    for Row { name, message, .. } in rows {
        writeln!(source, "#[strum(serialize = {message:?})] {name},")?;
    }
    writeln!(source, "}}")?;
    variant(source, name, "self as u32 + 1")
}
