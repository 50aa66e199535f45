//! Written enums compile, and the catalog has the texts of the document.
//!
//! All enums are modules of one program, because each start of the compiler takes
//! seconds. The program depends on the facade alone.

use std::fmt::Write;

use error_catalog::{Format, Import, Reader, Table};
use jmessage_codes::ErrorCatalog;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::hostile::{rows, table, text};
use crate::program::Program;

/// Adds the enum of a table, and the check that the compiled catalog has its rows.
fn add(program: &mut Program, module: &str, table: &Table, import: &Import) {
    let source = import.write(table).unwrap();
    writeln!(program.items, "/// An enum.\npub mod {module} {{\n{source}}}").unwrap();
    writeln!(program.main, "    check::<{module}::Imported>(&[").unwrap();
    for row in table.rows() {
        // An empty description does not count, and a variant without one has its message.
        let description = Some(row.description()).filter(|text| !text.trim().is_empty());
        let texts = (row.code(), row.message(), description.unwrap_or(row.message()));
        writeln!(program.main, "        ({texts:?}, &{:?}),", row.values()).unwrap();
    }
    writeln!(program.main, "    ]);").unwrap();
}

/// The texts of each row: code, message and description; the columns.
const CHECK: &str = r#"
type Texts<'a> = ((&'a str, &'a str, &'a str), &'a [&'a str]);

fn check<C: jmessage_codes::ErrorCatalog>(rows: &[Texts]) {
    assert_eq!(C::ENTRIES.len(), rows.len());
    for (index, (entry, (texts, values))) in C::ENTRIES.iter().zip(rows).enumerate() {
        let code = entry.code().to_string();
        assert_eq!((&*code, entry.message(), entry.description()), *texts);
        let columns = C::COLUMNS.iter().filter_map(|column| column.value(index));
        assert!(columns.eq(values.iter().copied()), "{code}");
        assert!(C::from_message(entry.message()).contains(&entry.variant()), "{code}");
    }
}
"#;

/// A program with this many enums of hostile texts.
fn hostile_program(enums: usize) -> Program {
    let mut program = Program { items: CHECK.to_owned(), ..Program::default() };
    let mut runner = TestRunner::deterministic();
    for number in 0..enums {
        let table = table(&rows().new_tree(&mut runner).unwrap().current());
        let import = Import::new("Imported").column("zh:str");
        let import = if number % 2 == 0 { import } else { import.no_thiserror() };
        add(&mut program, &format!("hostile_{number}"), &table, &import);
    }
    program
}

#[test]
fn enums_of_vendors_and_of_hostile_texts_and_offered_lines() {
    let mut program = hostile_program(8);
    let vendor = include_str!("../../../tests/data/jmessage-web-error-codes.md");
    let vendor = Table::read(vendor, Format::Markdown).unwrap().table;
    let import = Import::new("Imported").success("0").other("Other");
    add(&mut program, "vendor", &vendor, &import);
    program.items.push_str(&offered());
    program.items.push_str(&wide());
    program.items.push_str(&long());
    let quoted = Table::read("code,message\n\"a\"\"b\",q\na\\b,r\n", Format::Csv).unwrap().table;
    add(&mut program, "quoted", &quoted, &Import::new("Imported"));
    hostile_imports(&mut program, &mut TestRunner::deterministic(), 30);
    program.run("imported");
}

#[test]
#[ignore = "takes a minute"]
fn many_enums_of_hostile_texts() {
    hostile_program(300).run("many-imported");
}

/// Everything printed compiles, with all of rustc's warnings as errors. What cannot be
/// printed is an error.
#[test]
#[ignore = "takes a minute"]
fn very_many_hostile_imports() {
    let mut runner = TestRunner::deterministic();
    let programs: [Program; 2] = std::array::from_fn(|_| {
        let mut program = Program::default();
        hostile_imports(&mut program, &mut runner, 1_250);
        program
    });
    // As many at a time as there usually are cores.
    std::thread::scope(|scope| {
        for (number, program) in programs.iter().enumerate() {
            scope.spawn(move || program.check(&format!("many-hostile-{number}")));
        }
    });
}

/// Adds this many enums whose codes, names, columns, texts and options are hostile.
fn hostile_imports(program: &mut Program, runner: &mut TestRunner, enums: usize) {
    let (mut tries, mut number) = (0, 0);
    while number < enums {
        tries += 1;
        let source = hostile_import().new_tree(runner).unwrap().current();
        if let Some(source) = source {
            writeln!(program.items, "/// An enum.\npub mod import_{number} {{\n{source}}}")
                .unwrap();
            number += 1;
        }
    }
    assert!(tries < 10 * enums, "{tries} tries");
}

type Cells = (String, String, String, String);

/// The source of an enum; `None` if a setting was refused.
fn hostile_import() -> impl Strategy<Value = Option<String>> {
    let name = prop_oneof![3 => select(&NAMES[..]).prop_map(str::to_owned), 1 => text()];
    let code = prop_oneof![
        select(&NAMES[..]).prop_map(str::to_owned),
        select(&CODES[..]).prop_map(str::to_owned),
        text()
    ];
    let cell = prop_oneof![3 => select(&CELLS[..]).prop_map(str::to_owned), 1 => text()];
    let rows = proptest::collection::vec((code, (name, text(), text(), cell)), 1..4);
    let options = (select(&NAMES[..]), select(&NAMES[..]), any::<[bool; 7]>());
    (rows, select(&NAMES[..]), options).prop_map(|(rows, enum_name, (column, other, options))| {
        let row = |(code, (name, message, description, cell)): &(String, Cells)| {
            serde_json::json!({
                "code": code, "name": name, "message": message, "description": description,
                column: cell,
            })
        };
        let document = rows.iter().map(row).collect::<serde_json::Value>().to_string();
        let [has_column, is_text, has_other, has_names, by_hand, has_aliases, has_success] =
            options;
        let reader = if has_names { Reader::new().variant("name") } else { Reader::new() };
        let table = reader.read(&document, Format::Json).ok()?.table;
        let mut import = Import::new(enum_name).comment("a comment");
        let column = if is_text { format!("{column}:str") } else { column.to_owned() };
        import = if has_column { import.column(column) } else { import };
        import = if has_success { import.success(&rows[0].0) } else { import };
        import = if has_other { import.other(other) } else { import };
        import = if by_hand { import.no_thiserror() } else { import };
        import = if has_aliases { import.merge_aliases() } else { import };
        import.write(&table).ok()
    })
}

/// Codes in every form.
const CODES: [&str; 10] =
    ["0", "-1", "7", "0x1F", "0xC0000005", "00000", "P0001", "1.2", "`:", "a\"b"];

/// Cells of columns that are texts, numbers or yes and no.
const CELLS: [&str; 8] = ["yes", "No", "TRUE", "0", "-1", "0X1F", "99999999999", "007"];

/// Names that Rust, its derives or the generated code could mistake for others.
const NAMES: [&str; 48] = [
    "Imported",
    "Door",
    "A",
    "Z9",
    "Ok",
    "Err",
    "Some",
    "None",
    "Option",
    "Result",
    "String",
    "Vec",
    "Box",
    "Debug",
    "Clone",
    "Copy",
    "Hash",
    "Eq",
    "PartialEq",
    "Error",
    "Display",
    "Formatter",
    "Unlisted",
    "Kind",
    "Entry",
    "ErrorCatalog",
    "Default",
    "From",
    "Sized",
    "Send",
    "Self",
    "self",
    "type",
    "gen",
    "crate",
    "fmt",
    "clone",
    "eq",
    "hash",
    "to_string",
    "source",
    "code",
    "u32",
    "str",
    "错误",
    "Überlauf",
    "NOT_FOUND",
    "1st",
];

/// An enum with 200 columns.
fn wide() -> String {
    let names: Vec<String> = (0..200).map(|column| format!("column{column}")).collect();
    let cells = vec!["x"; names.len()].join(",");
    let document = format!("code,message,{}\n7,jammed,{cells}\n", names.join(","));
    let table = Table::read(&document, Format::Csv).unwrap().into_clean().unwrap();
    let import = names.iter().fold(Import::new("Wide"), Import::column);
    format!("/// An enum.\npub mod wide {{\n{}}}\n", import.write(&table).unwrap())
}

/// An enum with so many variants that it does not derive `Debug`.
fn long() -> String {
    let rows: Vec<String> = (0..1_001).map(|code| format!("{code},message {code}\n")).collect();
    let table =
        Table::read(&format!("code,message\n{}", rows.concat()), Format::Csv).unwrap().table;
    let source = Import::new("Long").other("Other").write(&table).unwrap();
    format!("/// An enum.\npub mod long {{\n{source}}}\n")
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
    let lines = table
        .compare_to(&Table::of::<Window>())
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>();
    let lines = lines.iter().filter_map(|line| line.split_once("add ")).map(|(_, line)| line);
    let lines: Vec<&str> = lines.collect();
    assert_eq!(lines.len(), 2);
    format!(
        "#[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]\n\
         #[catalog(code = u16, column(zh: &str), column(r#type: &str))]\n\
         #[catalog(column(retriable: bool = false))]\n\
         #[allow(missing_docs)]\n\
         pub enum Offered {{\n{}\n}}\n",
        lines.join("\n"),
    )
}
