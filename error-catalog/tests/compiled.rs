//! Written enums compile, and the catalog has the texts of the document.
//!
//! All enums are modules of one program, because each start of the compiler takes
//! seconds. The program depends on the facade alone.

mod hostile;

use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use error_catalog::{Format, Import, Table};
use jmessage_codes::ErrorCatalog;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use self::hostile::{rows, table};

#[derive(Default)]
struct Program {
    modules: String,
    main: String,
}

impl Program {
    /// Adds the enum of a table, and the check that the compiled catalog has its rows.
    fn add(&mut self, module: &str, table: &Table, import: &Import) {
        let source = import.write(table).unwrap();
        writeln!(self.modules, "pub mod {module} {{\n{source}}}").unwrap();
        writeln!(self.main, "    check::<{module}::Imported>(&[").unwrap();
        for row in table.rows() {
            // An empty description is none, and an enum without one has its message.
            let description = Some(row.description()).filter(|text| !text.trim().is_empty());
            let texts = (row.code(), row.message(), description.unwrap_or(row.message()));
            writeln!(self.main, "        ({texts:?}, &{:?}),", row.values()).unwrap();
        }
        writeln!(self.main, "    ]);").unwrap();
    }

    fn run(&self, name: &str) {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(directory.join("src")).unwrap();
        let manifest = format!(
            "[package]\nname = {name:?}\nedition = \"2024\"\n\n[dependencies]\n\
             jmessage-codes = {{ path = '{}', default-features = false }}\n\n[workspace]\n",
            workspace.join("jmessage-codes").display(),
        );
        fs::write(directory.join("Cargo.toml"), manifest).unwrap();
        // The same versions, so that no registry is needed.
        fs::copy(workspace.join("Cargo.lock"), directory.join("Cargo.lock")).unwrap();
        let Self { modules, main } = self;
        let source = format!("{CHECK}\n{modules}\nfn main() {{\n{main}}}\n");
        fs::write(directory.join("src/main.rs"), source).unwrap();
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["run", "--quiet", "--offline"]).current_dir(directory);
        // Beside the workspace's own, which the program must not lock or rebuild.
        cargo.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs"));
        let output = cargo.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

/// The texts of each row: code, message and description; the columns.
const CHECK: &str = r#"#![deny(warnings)]

type Texts<'a> = ((&'a str, &'a str, &'a str), &'a [&'a str]);

fn check<C: jmessage_codes::ErrorCatalog>(rows: &[Texts]) {
    assert_eq!(C::ENTRIES.len(), rows.len());
    for (index, (entry, (texts, values))) in C::ENTRIES.iter().zip(rows).enumerate() {
        let code = entry.code().to_string();
        assert_eq!((&*code, entry.message(), entry.description()), *texts);
        let columns = C::COLUMNS.iter().map(|column| column.values()[index]);
        assert!(columns.eq(values.iter().copied()), "{code}");
        assert!(C::from_message(entry.message()).contains(&entry.variant()), "{code}");
    }
}
"#;

/// A program with this many enums of hostile texts.
fn hostile_program(enums: usize) -> Program {
    let mut program = Program::default();
    let mut runner = TestRunner::deterministic();
    for number in 0..enums {
        let table = table(&rows().new_tree(&mut runner).unwrap().current());
        program.add(&format!("hostile_{number}"), &table, &Import::new("Imported").column("zh"));
    }
    program
}

#[test]
fn enums_of_vendors_and_of_hostile_texts_and_offered_lines() {
    let mut program = hostile_program(8);
    let vendor = include_str!("../../tests/data/jmessage-web-error-codes.md");
    let vendor = Table::read(vendor, Format::Markdown).unwrap().table;
    program.add("vendor", &vendor, &Import::new("Imported").success("0").other("Other"));
    program.modules.push_str(&offered());
    program.run("imported");
}

#[test]
#[ignore = "takes a minute"]
fn many_enums_of_hostile_texts() {
    hostile_program(300).run("many-imported");
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = u16, column(zh: &str), column(r#type: &str), column(retriable: bool = false))]
enum Window {
    #[code(1 | 2, "gone", zh = "没有", r#type = "a")]
    Gone,
}

/// An enum like [`Window`], of the lines that `compare` offers for it.
fn offered() -> String {
    let document = "code,aliases,message,zh\n8,\"9, 0X0A\",open,开\n007,,\"a \"\"text\"\"\",\n";
    let table = Table::read(document, Format::Csv).unwrap().into_clean().unwrap();
    let lines = table.compare::<Window>().iter().map(ToString::to_string).collect::<Vec<_>>();
    let lines = lines.iter().filter_map(|line| line.split_once("add ")).map(|(_, line)| line);
    let lines: Vec<&str> = lines.collect();
    assert_eq!(lines.len(), 2);
    format!(
        "#[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]\n\
         #[catalog(code = u16, column(zh: &str), column(r#type: &str))]\n\
         #[catalog(column(retriable: bool = false))]\n\
         pub enum Offered {{\n{}\n}}\n",
        lines.join("\n"),
    )
}
