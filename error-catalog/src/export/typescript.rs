//! Writes a TypeScript module.

use std::collections::BTreeSet;
use std::fmt::Write;

use heck::{ToLowerCamelCase, ToUpperCamelCase};
use jmessage_codes::Kind;

use crate::column_type::ColumnType;
use crate::integer::{self, Integer};
use crate::source::doc_comment;
use crate::source::name::Names;
use crate::table::{Field, Row, Table};
use crate::visible;

pub(super) fn write(table: &Table) -> String {
    let module = Module::new(table);
    let mut source = String::new();
    module.push_codes(&mut source);
    module.push_interface(&mut source);
    module.push_entries(&mut source);
    source
}

/// How TypeScript writes the codes.
#[derive(Clone, Copy, PartialEq)]
enum Codes {
    Number,
    /// Beyond the integers that a number can express.
    BigInt,
    Text,
}

impl Codes {
    fn of(table: &Table) -> Self {
        let codes = table.rows.iter().flat_map(Row::codes);
        // Where the codes are integers, `007` is 7.
        let numbers: Option<Vec<Integer>> = codes.map(integer::loose).collect();
        match numbers.filter(|_| table.code_type.is_integer()) {
            None => Self::Text,
            Some(numbers) if numbers.iter().all(|number| is_safe(*number)) => Self::Number,
            Some(_) => Self::BigInt,
        }
    }

    fn type_name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::BigInt => "bigint",
            Self::Text => "string",
        }
    }

    fn literal(self, code: &str) -> String {
        match self {
            Self::Number => integer::literal(code).unwrap_or_default(),
            Self::BigInt => integer::literal(code).unwrap_or_default() + "n",
            Self::Text => text_literal(code),
        }
    }
}

/// Whether `Number.isSafeInteger` is true for it.
fn is_safe(number: Integer) -> bool {
    const LARGEST: u128 = (1 << 53) - 1;
    match number {
        Integer::Natural(number) => number <= LARGEST,
        Integer::Negative(number) => number.unsigned_abs() <= LARGEST,
    }
}

struct Module<'a> {
    table: &'a Table,
    codes: Codes,
    /// The name of the object of codes and of their type.
    name: String,
    /// The name of each row.
    names: Vec<String>,
    /// The key and the type of each column.
    columns: Vec<(String, &'static str)>,
}

impl<'a> Module<'a> {
    fn new(table: &'a Table) -> Self {
        // Names of a document may be empty or there twice.
        let mut names = Names::new(table.rows.iter().map(|row| row.name.clone()));
        let mut used = BTreeSet::new();
        let name = |row: &'a Row| {
            let is_own = !row.name.is_empty() && used.insert(&row.name);
            if is_own { row.name.clone() } else { names.name(row) }
        };
        let columns = table.columns.iter().enumerate().map(|(index, name)| {
            let is_taken = KEYS.contains(&name.as_str());
            let key = if is_taken { format!("{name}Column") } else { name.clone() };
            (key_literal(&key), column_type(table, index))
        });
        Self {
            table,
            codes: Codes::of(table),
            name: type_name(&table.title),
            names: table.rows.iter().map(name).collect(),
            columns: columns.collect(),
        }
    }

    fn rows(&self) -> impl Iterator<Item = (&'a Row, &String)> {
        self.table.rows.iter().zip(&self.names)
    }

    /// The object of the codes, and their union.
    fn push_codes(&self, source: &mut String) {
        let name = &self.name;
        let _ = writeln!(source, "/** The codes of {name}. */\nexport const {name} = {{");
        for (row, key) in self.rows() {
            let text = if row.description.is_empty() { &row.message } else { &row.description };
            // A star and a slash would end the comment.
            let doc = doc_comment::of_row(&row.code, text).replace("*/", "* /");
            let (key, code) = (key_literal(key), self.codes.literal(&row.code));
            let _ = writeln!(source, "  /** {doc} */\n  {key}: {code},");
        }
        let _ = writeln!(
            source,
            "}} as const;\n\n/** A code of {name}. */\n\
             export type {name} = (typeof {name})[keyof typeof {name}];\n"
        );
    }

    /// The type of an entry.
    fn push_interface(&self, source: &mut String) {
        let name = &self.name;
        let _ = writeln!(
            source,
            "/** What the table says about a code. */\nexport interface {name}Entry {{\n  \
             readonly code: {name};\n  readonly name: keyof typeof {name};"
        );
        let codes = self.codes.type_name();
        for &field in &self.table.fields {
            let line = match field {
                Field::Aliases => format!("aliases: readonly {codes}[]"),
                Field::Message => "message: string".to_owned(),
                Field::Description => "description: string".to_owned(),
                Field::Kind => format!("kind: {}", self.kinds()),
                Field::Retired => "retired: boolean".to_owned(),
                Field::Column(index) => match self.columns.get(index) {
                    Some((key, column_type)) => format!("{key}: {column_type}"),
                    None => continue,
                },
                Field::Code | Field::Name => continue,
            };
            let _ = writeln!(source, "  readonly {line};");
        }
        source.push_str("}\n\n");
    }

    /// The union of the kinds that some row has.
    fn kinds(&self) -> String {
        let kinds = self.table.rows.iter().filter_map(|row| row.kind);
        let kinds: BTreeSet<Kind> = kinds.collect();
        kinds.iter().map(|kind| format!("\"{kind:?}\"")).collect::<Vec<_>>().join(" | ")
    }

    /// The entries, and the map of them by code.
    fn push_entries(&self, source: &mut String) {
        let (name, codes) = (&self.name, self.codes.type_name());
        let _ = writeln!(source, "const entries: readonly {name}Entry[] = [");
        for (row, key) in self.rows() {
            let _ = writeln!(source, "  {},", self.entry(row, key));
        }
        let pairs = if self.table.has(Field::Aliases) {
            "entries.flatMap((entry) => [entry.code, ...entry.aliases].map((code) => [code, entry]))"
        } else {
            "entries.map((entry) => [entry.code, entry])"
        };
        let variable = format!("{}Entries", name.to_lower_camel_case());
        let _ = writeln!(
            source,
            "];\n\n/** The entry of each code, aliases included. `get` takes any code. */\n\
             export const {variable}: ReadonlyMap<{codes}, {name}Entry> = new Map<{codes}, \
             {name}Entry>(\n  {pairs},\n);"
        );
    }

    fn entry(&self, row: &Row, key: &str) -> String {
        let mut entry =
            format!("{{ code: {}, name: {}", self.codes.literal(&row.code), text_literal(key));
        for &field in &self.table.fields {
            let value = match field {
                Field::Code | Field::Name => continue,
                Field::Aliases => {
                    let aliases = row.aliases.iter().map(|alias| self.codes.literal(alias));
                    format!("aliases: [{}]", aliases.collect::<Vec<_>>().join(", "))
                }
                Field::Retired => format!("retired: {}", row.is_retired),
                Field::Column(index) => match self.columns.get(index) {
                    Some((key, "string")) => format!("{key}: {}", text_literal(row.value(index))),
                    Some((key, _)) => format!("{key}: {}", row.value(index).replace('_', "")),
                    None => continue,
                },
                field => {
                    let key = field.heading().to_lowercase();
                    format!("{key}: {}", text_literal(&field.text(row)))
                }
            };
            entry.extend([", ", &value]);
        }
        entry + " }"
    }
}

/// The keys of an entry that are not columns.
const KEYS: [&str; 7] = ["code", "name", "aliases", "message", "description", "kind", "retired"];

/// A column of another type than `string` has only values that TypeScript writes alike.
fn column_type(table: &Table, index: usize) -> &'static str {
    let mut values = table.rows.iter().map(|row| row.value(index));
    match table.column_type(index) {
        ColumnType::Bool if values.all(|value| matches!(value, "true" | "false")) => "boolean",
        ColumnType::Integer(_) if values.all(is_number) => "number",
        _ => "string",
    }
}

fn is_number(value: &str) -> bool {
    integer::decimal(&value.replace('_', "")).is_some_and(is_safe)
}

/// A type's name from a title; JavaScript's own names get an end.
fn type_name(title: &str) -> String {
    let name = title.to_upper_camel_case();
    let is_own = matches!(name.as_str(), "Map" | "ReadonlyMap" | "Object" | "Array" | "String");
    if is_identifier(&name) && !is_own { name } else { "ErrorCodes".to_owned() }
}

/// A key of an object: a name, or a text in quotes.
fn key_literal(key: &str) -> String {
    match key {
        // Without the brackets it would be the object's prototype.
        "__proto__" => format!("[{}]", text_literal(key)),
        _ if is_identifier(key) => key.to_owned(),
        _ => text_literal(key),
    }
}

fn is_identifier(name: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$');
    !name.starts_with(|first: char| first.is_ascii_digit())
        && !name.is_empty()
        && name.chars().all(is_part)
}

/// A text in quotes. Escapes what could hide other characters, and the end of a script.
fn text_literal(text: &str) -> String {
    let mut literal = "\"".to_owned();
    for (character, is_hidden) in visible::characters(text) {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            '\n' => literal.push_str("\\n"),
            '/' if literal.ends_with('<') => literal.push_str("\\/"),
            _ if is_hidden => {
                let _ = write!(literal, "\\u{{{:x}}}", u32::from(character));
            }
            _ => literal.push(character),
        }
    }
    literal + "\""
}
