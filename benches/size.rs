//! Prints how many bytes a code takes in a program, besides its texts.
//!
//! For each table the bench compiles a small program that looks up by code and
//! by message, for this machine and for the web. The figure is how much larger
//! the program is than the one with the smallest table, without the texts, for
//! each code that it has more.
#![forbid(unsafe_code)]

use std::collections::HashSet;
use std::process::Command;
use std::{env, fs, io};

use jmessage_codes_benches::is_bench;
use jmessage_codes_benches::output::{number, print_headings, print_row, print_section};
use jmessage_codes_benches::project::{NAME, Project};
use jmessage_codes_benches::source::{Form, catalog, code, description};
use jmessage_codes_benches::table::{Row, Table};

const INTEGERS: Form = Form { strings: false, repeated: false, column: false, other: false };

/// What a program does with a table.
#[derive(Clone, Copy, PartialEq)]
enum Use {
    /// It looks up by code and by message, and prints the code and all texts.
    All,
    /// The same, but without a lookup by message.
    ByCode,
    /// It looks up by code, and prints the message.
    Message,
    /// The same as `All`, with a table that someone writes by hand.
    ByHand,
    /// The same as `ByCode`, with that table.
    ByHandByCode,
}

const PROGRAMS: [(&str, Form, Use); 8] = [
    ("integers", INTEGERS, Use::All),
    ("integers, `other` variant", Form { other: true, ..INTEGERS }, Use::All),
    ("integers, the message is the description", Form { repeated: true, ..INTEGERS }, Use::All),
    ("strings", Form { strings: true, ..INTEGERS }, Use::All),
    ("integers, without `from_message`", INTEGERS, Use::ByCode),
    ("integers, `from_code` and `message` alone", INTEGERS, Use::Message),
    ("by hand", INTEGERS, Use::ByHand),
    ("by hand, by code alone", INTEGERS, Use::ByHandByCode),
];
const WASM: &str = "wasm32-unknown-unknown";

fn main() -> io::Result<()> {
    if !is_bench() {
        return Ok(());
    }
    let project = Project::new("size", "src/main.rs")?;
    let [smallest, tables @ ..] = Table::ALL;
    let tables = asked(&tables);
    print_headings(&tables);
    print_target("ELF", smallest, &tables, |source| {
        project.build(source, |cargo| {
            cargo.arg("--release");
        })?;
        loaded_bytes(&fs::read(project.path("target/release").join(NAME))?)
    })?;
    if !has_wasm()? {
        eprintln!("wasm is left out; to include it, run `rustup target add {WASM}`");
        return Ok(());
    }
    print_target("wasm", smallest, &tables, |source| {
        project.build(source, |cargo| {
            cargo.args(["--release", "--target", WASM]);
        })?;
        let file = format!("target/{WASM}/release/{NAME}.wasm");
        Ok(fs::read(project.path(&file))?.len())
    })
}

/// The tables whose names are arguments of the program; all if there are none.
fn asked(tables: &[Table]) -> Vec<Table> {
    let is_asked = |table: &&Table| env::args().any(|each| each == table.to_string());
    let asked: Vec<Table> = tables.iter().filter(is_asked).copied().collect();
    if asked.is_empty() { tables.to_vec() } else { asked }
}

fn print_target(
    name: &str,
    smallest: Table,
    tables: &[Table],
    bytes: impl Fn(&str) -> io::Result<usize>,
) -> io::Result<()> {
    print_section(name, tables);
    for (name, form, uses) in PROGRAMS {
        let size = |table| {
            let bytes = bytes(&program(table, form, uses))?;
            io::Result::Ok(float(bytes) - float(text_bytes(table, form, uses)))
        };
        let base = size(smallest)?;
        let mut cells = Vec::new();
        for &table in tables {
            let codes = float(table.count() - smallest.count());
            cells.push(number(Some((size(table)? - base) / codes)));
        }
        print_row(name, &cells);
    }
    Ok(())
}

/// A program that can print any variant. `black_box` keeps the compiler from
/// doing the lookups, and so from leaving out the table.
fn program(table: Table, form: Form, uses: Use) -> String {
    let rows = table.rows();
    let key = code(&rows[0], form);
    let by_code = if form.other { "Some(Catalog::from(key))" } else { "Catalog::from_code(key)" };
    let (items, found) = match uses {
        Use::All => (
            catalog(&rows, form),
            format!("{by_code}.into_iter().chain(Catalog::from_message(text))"),
        ),
        Use::ByCode | Use::Message => (catalog(&rows, form), format!("{by_code}.into_iter()")),
        Use::ByHand => {
            (by_hand(&rows), "by_code(key).into_iter().chain(by_message(text))".to_owned())
        }
        Use::ByHandByCode => (by_hand(&rows), "by_code(key).into_iter()".to_owned()),
    };
    let printed: &[&str] = match uses {
        Use::All | Use::ByCode => &["code()", "name()", "message()", "description()"],
        Use::Message => &["message()"],
        Use::ByHand | Use::ByHandByCode => &["0", "1", "2", "3"],
    };
    let printed = printed.iter().map(|part| format!("println!(\"{{}}\", found.{part});"));
    let printed: String = printed.collect();
    format!(
        "{items}
        fn main() {{
            let key = std::hint::black_box({key});
            let text = std::hint::black_box(\"\");
            let _ = text;
            for found in {found} {{ {printed} }}
        }}"
    )
}

/// The table that a C programmer would write: sorted by code, and searched through for a
/// message.
fn by_hand(rows: &[Row]) -> String {
    let mut sorted: Vec<&Row> = rows.iter().collect();
    sorted.sort_by_key(|row| row.code);
    let rows: String = sorted
        .iter()
        .map(|Row { code, name, message, description }| {
            format!("({code}, {name:?}, {message:?}, {description:?}),\n")
        })
        .collect();
    format!(
        "type Row = (u32, &'static str, &'static str, &'static str);
        static TABLE: [Row; {}] = [{rows}];
        fn by_code(code: u32) -> Option<&'static Row> {{
            let found = TABLE.binary_search_by_key(&code, |row| row.0);
            found.ok().map(|index| &TABLE[index])
        }}
        #[allow(dead_code)]
        fn by_message(message: &str) -> impl Iterator<Item = &'static Row> {{
            TABLE.iter().filter(move |row| row.2 == message)
        }}",
        sorted.len()
    )
}

/// The bytes of the texts that a program needs; a text that occurs twice counts once.
fn text_bytes(table: Table, form: Form, uses: Use) -> usize {
    let mut texts = HashSet::new();
    for row in table.rows() {
        if uses != Use::Message {
            if form.strings {
                // Without the quotes of the literal.
                texts.insert(code(&row, form).trim_matches('"').to_owned());
            }
            texts.insert(description(&row, form).to_owned());
            texts.insert(row.name);
        }
        texts.insert(row.message);
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

/// The little-endian integer of this many bytes at this position.
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
