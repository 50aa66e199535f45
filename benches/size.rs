//! Prints how many bytes a code takes in a program, besides its texts.
//!
//! For each table the bench compiles a small program that looks up by code and
//! by message, for this machine and for the web. The figure is how much larger
//! the program is than the one with the smallest table, without the texts, for
//! each code that it has more.
#![forbid(unsafe_code)]

use std::collections::HashSet;
use std::process::Command;
use std::{fs, io};

use jmessage_codes_benches::is_bench;
use jmessage_codes_benches::output::{number, print_headings, print_row, print_section};
use jmessage_codes_benches::project::{NAME, Project};
use jmessage_codes_benches::source::{Form, catalog, code, description};
use jmessage_codes_benches::table::Table;

const INTEGERS: Form = Form { strings: false, repeated: false, column: false, other: false };
const FORMS: [(&str, Form); 4] = [
    ("integers", INTEGERS),
    ("integers, `other` variant", Form { other: true, ..INTEGERS }),
    ("integers, the message is the description", Form { repeated: true, ..INTEGERS }),
    ("strings", Form { strings: true, ..INTEGERS }),
];
const WASM: &str = "wasm32-unknown-unknown";

fn main() -> io::Result<()> {
    if !is_bench() {
        return Ok(());
    }
    let project = Project::new("size", "src/main.rs")?;
    print_headings(&Table::ALL[1..]);
    print_target("ELF", |form, table| {
        project.build(&program(table, form), |cargo| {
            cargo.arg("--release");
        })?;
        loaded_bytes(&fs::read(project.path("target/release").join(NAME))?)
    })?;
    if !has_wasm()? {
        eprintln!("wasm is left out; to include it, run `rustup target add {WASM}`");
        return Ok(());
    }
    print_target("wasm", |form, table| {
        project.build(&program(table, form), |cargo| {
            cargo.args(["--release", "--target", WASM]);
        })?;
        let file = format!("target/{WASM}/release/{NAME}.wasm");
        Ok(fs::read(project.path(&file))?.len())
    })
}

fn print_target(name: &str, bytes: impl Fn(Form, Table) -> io::Result<usize>) -> io::Result<()> {
    let [smallest, tables @ ..] = Table::ALL;
    print_section(name, &tables);
    for (name, form) in FORMS {
        let size =
            |table| io::Result::Ok(float(bytes(form, table)?) - float(text_bytes(table, form)));
        let base = size(smallest)?;
        let mut cells = Vec::new();
        for table in tables {
            let codes = float(table.count() - smallest.count());
            cells.push(number(Some((size(table)? - base) / codes)));
        }
        print_row(name, &cells);
    }
    Ok(())
}

/// A program that can print any variant. `black_box` keeps the compiler from
/// doing the lookups, and so from leaving out the table.
fn program(table: Table, form: Form) -> String {
    let rows = table.rows();
    let key = code(&rows[0], form);
    let lookup = if form.other { "Some(Catalog::from(key))" } else { "Catalog::from_code(key)" };
    catalog(&rows, form)
        + &format!(
            "fn main() {{
                let key = std::hint::black_box({key});
                let text = std::hint::black_box(\"\");
                for found in {lookup}.iter().chain(Catalog::from_message(text)) {{
                    println!(\"{{}}\", found.code());
                    println!(\"{{}}\", found.name());
                    println!(\"{{}}\", found.message());
                    println!(\"{{}}\", found.description());
                }}
            }}"
        )
}

/// The bytes of all texts; a text that occurs twice counts once.
fn text_bytes(table: Table, form: Form) -> usize {
    let mut texts = HashSet::new();
    for row in table.rows() {
        if form.strings {
            // Without the quotes of the literal.
            texts.insert(code(&row, form).trim_matches('"').to_owned());
        }
        texts.insert(description(&row, form).to_owned());
        texts.extend([row.name, row.message]);
    }
    texts.iter().map(String::len).sum()
}

/// The bytes that an ELF file loads into memory: those of its `PT_LOAD` segments.
fn loaded_bytes(elf: &[u8]) -> io::Result<usize> {
    let is_elf = elf.starts_with(b"\x7fELF\x02\x01");
    let bytes = is_elf.then(|| {
        let start = integer::<8>(elf, 0x20)?;
        let (length, count) = (integer::<2>(elf, 0x36)?, integer::<2>(elf, 0x38)?);
        let segments = (0..count).map(|index| start + index * length);
        let size =
            |at| Some(if integer::<4>(elf, at)? == 1 { integer::<8>(elf, at + 0x20)? } else { 0 });
        segments.map(size).sum::<Option<usize>>()
    });
    bytes.flatten().ok_or_else(|| io::Error::other("not a 64-bit little-endian ELF file"))
}

/// The little-endian integer of so many bytes at this position.
fn integer<const BYTES: usize>(elf: &[u8], at: usize) -> Option<usize> {
    let bytes = elf.get(at..at + BYTES)?;
    Some(bytes.iter().rev().fold(0, |value, byte| value << 8 | usize::from(*byte)))
}

fn has_wasm() -> io::Result<bool> {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM]);
    let output = String::from_utf8_lossy(&rustc.output()?.stdout).into_owned();
    fs::exists(output.trim())
}

fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::NAN, f64::from)
}
