//! Writes the enums, maps and matches of each table. At thousands of variants
//! they are too long to keep in the repository.

use std::collections::HashSet;
use std::fmt::{self, Write as _};
use std::path::Path;
use std::{env, fs};

// These files are modules of the library too, where what they export is public.
#[allow(dead_code, unreachable_pub)]
#[path = "src/random.rs"]
mod random;
#[allow(unreachable_pub)]
#[path = "src/source.rs"]
mod source;
#[allow(dead_code, unreachable_pub)]
#[path = "src/table.rs"]
mod table;

use source::{Form, catalog};
use table::{Row, Table};

fn main() {
    for path in ["build.rs", "src/random.rs", "src/source.rs", "src/table.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let directory = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let mut source = String::new();
    tables(&mut source).expect("writing to a string cannot fail");
    fs::write(Path::new(&directory).join("tables.rs"), source).expect("OUT_DIR is writable");
}

/// A module for each table, and the functions that select one.
fn tables(source: &mut String) -> fmt::Result {
    for table in Table::ALL {
        write_module(source, table, &table.rows())?;
    }
    select(source, "by_code", "rows: &[Row], codes: &[u32]", "rows, codes")?;
    select(source, "by_message", "messages: &[String]", "messages")?;
    writeln!(source, "use crate::{{contender::Contender, table::{{Row, Table}}}};")
}

fn select(source: &mut String, name: &str, parameters: &str, arguments: &str) -> fmt::Result {
    writeln!(source, "pub(crate) fn {name}(table: Table, {parameters}) -> Vec<Contender> {{")?;
    writeln!(source, "match table {{")?;
    for table in Table::ALL {
        writeln!(source, "Table::{table:?} => {}::{name}({arguments}),", module(table))?;
    }
    // Only compiled, by another bench.
    writeln!(source, "Table::HundredThousand => Vec::new(), }} }}")
}

fn module(table: Table) -> String {
    format!("{table:?}").to_lowercase()
}

fn write_module(source: &mut String, table: Table, rows: &[Row]) -> fmt::Result {
    writeln!(source, "pub(crate) mod {} {{", module(table))?;
    writeln!(source, "use crate::{{by_code, by_message, contender::{{Contender, Variant}}}};")?;
    source.push_str(&catalog(rows, Form::default()));
    variant(source, "Catalog", POSITION)?;
    write_by_code(source, rows, table.has_match_arms())?;
    write_by_message(source, rows, table.has_match_arms())?;
    writeln!(source, "}}")
}

/// The number of a variant: the first discriminant is zero.
const POSITION: &str = "self as u32 + 1";

fn variant(source: &mut String, name: &str, number: &str) -> fmt::Result {
    writeln!(source, "impl Variant for {name} {{ fn number(self) -> u32 {{ {number} }} }}")
}

fn write_by_code(source: &mut String, rows: &[Row], has_match_arms: bool) -> fmt::Result {
    let mut map = phf_codegen::Map::new();
    for row in rows {
        map.entry(row.code, format!("Catalog::{}", row.name));
    }
    writeln!(source, "static CODES: phf::Map<u32, Catalog> = {};", map.build())?;
    let structures = "by_code::structures(rows, codes, &CODES)";
    let match_arms = "by_code::match_arms(codes, plain_match, Discriminants::from_repr)";
    let signature = "by_code(rows: &[crate::table::Row], codes: &[u32])";
    if !has_match_arms {
        return function(source, signature, &[structures]);
    }
    plain_match(source, rows)?;
    discriminants(source, rows)?;
    function(source, signature, &[structures, match_arms])
}

/// A function that returns the contenders of all these vectors.
fn function(source: &mut String, signature: &str, vectors: &[&str]) -> fmt::Result {
    let vectors = vectors.join(", ");
    writeln!(source, "pub(crate) fn {signature} -> Vec<Contender> {{")?;
    writeln!(source, "[{vectors}].into_iter().flatten().collect() }}")
}

fn plain_match(source: &mut String, rows: &[Row]) -> fmt::Result {
    writeln!(source, "fn plain_match(code: u32) -> Option<Catalog> {{ Some(match code {{")?;
    for Row { code, name, .. } in rows {
        writeln!(source, "{code} => Catalog::{name},")?;
    }
    writeln!(source, "_ => return None }}) }}")
}

/// The enum for strum and `num_enum`: the codes are the discriminants.
fn discriminants(source: &mut String, rows: &[Row]) -> fmt::Result {
    let derives = "Clone, Copy, PartialEq, Eq, strum::FromRepr, num_enum::TryFromPrimitive";
    writeln!(source, "#[derive({derives})] #[repr(u32)] pub enum Discriminants {{")?;
    for Row { code, name, .. } in rows {
        writeln!(source, "{name} = {code},")?;
    }
    writeln!(source, "}}")?;
    variant(source, "Discriminants", "self as u32")
}

fn write_by_message(source: &mut String, rows: &[Row], has_match_arms: bool) -> fmt::Result {
    // phf and strum find one variant for a message: here the first.
    let mut seen = HashSet::new();
    let firsts: Vec<(usize, &Row)> =
        rows.iter().enumerate().filter(|(_, row)| seen.insert(&row.message)).collect();
    let mut map = phf_codegen::Map::new();
    for (_, row) in &firsts {
        map.entry(row.message.as_str(), format!("Catalog::{}", row.name));
    }
    writeln!(source, "static MESSAGES: phf::Map<&str, Catalog> = {};", map.build())?;
    let structures = "by_message::structures(messages, &MESSAGES)";
    let match_arms = "by_message::match_arms::<Strings, PhfStrings>(messages)";
    let signature = "by_message(messages: &[String])";
    if !has_match_arms {
        return function(source, signature, &[structures]);
    }
    strings(source, "Strings", "", &firsts)?;
    strings(source, "PhfStrings", "#[strum(use_phf)]", &firsts)?;
    function(source, signature, &[structures, match_arms])
}

/// The enum for strum's `FromStr`, numbered like `Catalog`.
fn strings(
    source: &mut String,
    name: &str,
    attribute: &str,
    rows: &[(usize, &Row)],
) -> fmt::Result {
    writeln!(source, "#[derive(Clone, Copy, strum::EnumString)] {attribute} pub enum {name} {{")?;
    for (position, Row { name, message, .. }) in rows {
        writeln!(source, "#[strum(serialize = {message:?})] {name} = {position},")?;
    }
    writeln!(source, "}}")?;
    variant(source, name, POSITION)
}
