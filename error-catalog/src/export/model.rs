//! The data of a table for a template.

use jmessage_codes::Kind;
use minijinja::value::Value;

use super::column::{Column, integer_value, map, safe};
use super::fields::{heading, is_used, text, written_fields};
use super::names;
use crate::integer::{self, Integer};
use crate::source::doc_comment;
use crate::table::{Field, Row, Table};

const STYLE: &str = include_str!("templates/page.css");
const SCRIPT: &str = include_str!("templates/page.js");

// SHA-256 in Base64. The page's policy allows only the script and the style with
// these hashes, so a text that got past the escaping still could not run. A test
// compares the hashes with the files.
const STYLE_HASH: &str = "eUcxpdoL3xCKelCExQVZvsbPP8XFwBTgFkElMmYZjkw=";
const SCRIPT_HASH: &str = "tz4G5Xys9NspQShenNR0AmCwlNbIqarjYW/H1llLiwU=";

/// What a page says around the table.
#[derive(Clone, Debug, Default)]
pub(super) struct PageTexts {
    pub(super) title: String,
    pub(super) introduction: String,
    pub(super) source: String,
    pub(super) date: String,
}

/// A heading, and the indexes of the rows below it.
pub(super) type RowGroup = (Option<String>, Vec<usize>);

/// All of it.
pub(super) fn of(table: &Table, around: &PageTexts, groups: Vec<RowGroup>) -> Value {
    let model = Model::new(table);
    let entries: Vec<Value> =
        table.rows.iter().enumerate().map(|(index, row)| model.entry(index, row)).collect();
    let groups = groups.into_iter().map(|(heading, rows)| {
        let entries = rows.iter().filter_map(|index| entries.get(*index).cloned());
        map([("heading", heading.into()), ("entries", entries.collect())])
    });
    map([
        ("catalog", model.catalog()),
        ("columns", model.columns.iter().map(Column::value).collect()),
        ("fields", model.fields()),
        ("kinds", kinds(&table.rows)),
        ("groups", groups.collect()),
        ("entries", entries.into()),
        ("page", page(around)),
    ])
}

fn page(around: &PageTexts) -> Value {
    map([
        ("title", around.title.as_str().into()),
        ("introduction", around.introduction.as_str().into()),
        ("source", around.source.as_str().into()),
        ("date", around.date.as_str().into()),
        ("style", safe(STYLE)),
        ("style_hash", safe(STYLE_HASH)),
        ("script", safe(SCRIPT)),
        ("script_hash", safe(SCRIPT_HASH)),
    ])
}

struct Model<'a> {
    table: &'a Table,
    written: Vec<Field>,
    columns: Vec<Column<'a>>,
    /// Whether every code is an integer.
    has_integers: bool,
    keys: Vec<String>,
    identifiers: Vec<String>,
    constants: Vec<String>,
}

impl<'a> Model<'a> {
    fn new(table: &'a Table) -> Self {
        let mut codes = table.rows.iter().flat_map(Row::codes);
        let identifiers = names::identifiers(&table.rows);
        Self {
            table,
            written: written_fields(table),
            columns: Column::all(table),
            // Where the codes are integers, `007` is 7.
            has_integers: table.code_type.is_integer()
                && codes.all(|code| integer::loose(code).is_some()),
            keys: names::keys(&table.rows),
            constants: names::constants(&table.rows, &identifiers),
            identifiers,
        }
    }

    fn catalog(&self) -> Value {
        let codes = || self.table.rows.iter().flat_map(Row::codes);
        let numbers: Vec<Integer> = codes().filter_map(|code| self.number(code)).collect();
        let end = |number: Option<&Integer>| number.copied().map_or(Value::from(()), integer_value);
        let is_hex = self.has_integers && codes().any(|code| integer::hexadecimal(code).is_some());
        map([
            ("name", self.table.title.as_str().into()),
            ("identifier", safe(names::type_name(&self.table.title))),
            ("code_type", safe(self.table.code_type.name())),
            ("is_integer", self.has_integers.into()),
            ("is_hex", is_hex.into()),
            ("smallest", end(numbers.iter().min())),
            ("largest", end(numbers.iter().max())),
        ])
    }

    /// The number of a code; `None` if the codes are strings.
    fn number(&self, code: &str) -> Option<Integer> {
        let number = self.table.code_type.read(code).or_else(|| integer::loose(code));
        number.filter(|_| self.has_integers)
    }

    /// A code as a value, as the catalog displays it, and as a literal.
    fn code(&self, code: &str) -> [(&'static str, Value); 3] {
        let number = self.number(code);
        let literal = number.and_then(|_| integer::literal(code));
        [
            ("code", number.map_or_else(|| code.into(), integer_value)),
            ("shown", code.into()),
            ("literal", literal.map_or(Value::from(()), safe)),
        ]
    }

    fn entry(&self, index: usize, row: &Row) -> Value {
        let name = |names: &[String]| names.get(index).cloned().unwrap_or_default();
        let described = if row.description.is_empty() { &row.message } else { &row.description };
        let values = || self.columns.iter().map(|column| column.cell(row));
        let by_name = self.columns.iter().map(|column| column.name).zip(values());
        let facts = [
            ("aliases", row.aliases.iter().map(|alias| map(self.code(alias))).collect()),
            ("name", row.name.as_str().into()),
            ("key", name(&self.keys).into()),
            ("identifier", safe(name(&self.identifiers))),
            ("constant", safe(name(&self.constants))),
            ("message", row.message.as_str().into()),
            ("description", row.description.as_str().into()),
            ("doc", doc_comment::of_row(&row.code, described).into()),
            ("kind", row.kind.map_or(Value::from(()), |kind| safe(format!("{kind:?}")))),
            ("success", (row.kind == Some(Kind::Ok)).into()),
            ("retryable", row.is_retryable().unwrap_or_default().into()),
            ("retired", row.is_retired.into()),
            ("link", row.url.as_deref().map_or(Value::from(()), Value::from)),
            ("values", values().collect()),
            ("columns", Value::from_pairs(by_name)),
            ("texts", self.written.iter().map(|field| Value::from(text(*field, row))).collect()),
        ];
        Value::from_pairs(self.code(&row.code).into_iter().chain(facts))
    }

    /// The fields of each row in a document, in order.
    fn fields(&self) -> Value {
        let field = |(index, field): (usize, &Field)| {
            let column = match field {
                Field::Column(column) => self.columns.get(*column),
                _ => None,
            };
            map([
                ("index", index.into()),
                ("role", safe(role(*field))),
                ("heading", heading(self.table, *field).into()),
                ("is_used", is_used(self.table, *field).into()),
                ("column", column.map_or(Value::from(()), Column::value)),
            ])
        };
        self.written.iter().enumerate().map(field).collect()
    }
}

/// The kinds of the rows, the most frequent first and success last.
fn kinds(rows: &[Row]) -> Value {
    let mut counts: Vec<(Kind, usize)> = Vec::new();
    for kind in rows.iter().filter_map(|row| row.kind) {
        match counts.iter_mut().find(|(each, _)| *each == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((kind, 1)),
        }
    }
    counts.sort_by_key(|(kind, count)| (*kind == Kind::Ok, std::cmp::Reverse(*count)));
    let kind = |(kind, count): (Kind, usize)| {
        map([
            ("name", safe(format!("{kind:?}"))),
            ("grpc", kind.grpc_code().into()),
            ("http", kind.http_status().into()),
            ("retryable", kind.is_retryable().into()),
            ("count", count.into()),
        ])
    };
    counts.into_iter().map(kind).collect()
}

const fn role(field: Field) -> &'static str {
    match field {
        Field::Code => "code",
        Field::Aliases => "aliases",
        Field::Name => "name",
        Field::Message => "message",
        Field::Description => "description",
        Field::Kind => "kind",
        Field::Retryable => "retryable",
        Field::Retired => "retired",
        Field::Column(_) => "column",
    }
}
