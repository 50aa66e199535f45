//! The columns of an enum: their methods, types and values.

use super::error::ImportError;
use super::identifier::{column_method, raw_identifier};
use super::parse::SourceEnum;
use crate::code_type::CodeType;
use crate::column_type::ColumnType;
use crate::integer;
use crate::table::{Origin, Row, Table};

/// A column of the table that the enum has too.
pub(crate) struct EnumColumn {
    /// The place in the table.
    place: usize,
    /// The name in the table.
    name: String,
    /// The name in an enum, with `r#` if needed.
    pub(super) method: String,
    pub(super) value_type: ColumnType,
    /// The default in the enum.
    default: Option<String>,
}

impl EnumColumn {
    /// The columns that were asked for, each by its name or as `NAME:TYPE`. For an existing enum,
    /// also the columns that it has, all with the types that it has.
    pub(super) fn find(
        specifications: &[String],
        table: &Table,
        older: Option<&SourceEnum>,
    ) -> Result<Vec<Self>, ImportError> {
        let mut columns: Vec<Self> = Vec::new();
        // A written document has the columns of an enum.
        let asked = |column: &&String| {
            !specifications.iter().any(|each| each.split(':').next() == Some(column.as_str()))
        };
        let written = table.columns.iter().filter(|_| table.origin == Origin::Written);
        for specification in specifications.iter().chain(written.filter(asked)) {
            let column = Self::new(specification, table)?;
            if let Some(first) = columns.iter().find(|first| first.method == column.method) {
                let (first, second) = (first.name.clone(), column.name);
                return Err(ImportError::SameMethod { first, second, method: column.method });
            }
            columns.push(column);
        }
        for column in older.into_iter().flat_map(|older| Self::of_enum(table, older)) {
            match columns.iter_mut().find(|each| each.method == column.method) {
                Some(recorded) => *recorded = Self { place: recorded.place, ..column },
                None => columns.push(column),
            }
        }
        Ok(columns)
    }

    /// The columns of an enum that the table has too, or could have.
    fn of_enum(table: &Table, older: &SourceEnum) -> Vec<Self> {
        let places = common_columns(table, older.table()).into_iter();
        let columns = places.zip(&older.attribute.columns).map(|(place, column)| {
            Some(Self {
                place: place?,
                name: column.name.clone(),
                method: raw_identifier(&column.name).into_owned(),
                value_type: column.column_type,
                default: column.default.as_ref().map(|(text, _)| text.clone()),
            })
        });
        columns.flatten().collect()
    }

    /// The text of a row of the document. An empty cell is the default, if there is one.
    pub(super) fn cell<'r>(&'r self, row: &'r Row) -> &'r str {
        let cell = row.value(self.place);
        let default = self.default.as_deref().filter(|_| cell.trim().is_empty());
        default.unwrap_or(cell)
    }

    fn new(specification: &str, table: &Table) -> Result<Self, ImportError> {
        let (name, type_name) = match specification.rsplit_once(':') {
            Some((name, type_name)) => (name, Some(type_name)),
            None => (specification, None),
        };
        let no_name =
            |problem| ImportError::NotAName { what: "a column", name: name.to_owned(), problem };
        let method = column_method(name).map_err(no_name)?;
        let place = table.columns.iter().position(|column| column == name);
        let place = place.ok_or_else(|| ImportError::NoSuchColumn {
            name: name.to_owned(),
            columns: table.columns.clone(),
        })?;
        let value_type = match type_name {
            Some(type_name) => parse_type(name, type_name)?,
            None => known_type(table, place).unwrap_or_else(|| guess_type(table, place)),
        };
        Ok(Self { place, name: name.to_owned(), method, value_type, default: None })
    }

    /// The name in the enum, without `r#`.
    pub(super) fn name(&self) -> String {
        self.method.trim_start_matches("r#").to_owned()
    }

    /// `column(NAME: TYPE)`.
    pub(super) fn declaration(&self) -> String {
        format!("column({}: {})", self.method, self.value_type)
    }

    /// The value of an enum's row, whose columns have it at this index, as Rust writes it.
    pub(super) fn value(&self, row: &Row, index: usize) -> Result<String, ImportError> {
        let cell = row.value(index);
        self.value_type.expression(cell).ok_or_else(|| ImportError::Value {
            line: row.line,
            column: self.name.clone(),
            value: cell.to_owned(),
            column_type: self.value_type.to_string(),
        })
    }

    /// The value of the variant for unlisted codes.
    pub(super) fn empty_value(&self) -> String {
        match self.value_type {
            ColumnType::Bool => "false".to_owned(),
            ColumnType::Integer(_) => "0".to_owned(),
            ColumnType::Text | ColumnType::Other => r#""""#.to_owned(),
        }
    }
}

/// For each column of the older table, its place in the newer one: by its name, or by the name
/// that an enum would give it.
pub(crate) fn common_columns(new: &Table, old: &Table) -> Vec<Option<usize>> {
    let identifiers = new.columns.iter().map(|name| column_method(name).ok()).collect::<Vec<_>>();
    let place = |name: &String| {
        let by_name = new.columns.iter().position(|column| column == name);
        let raw = raw_identifier(name);
        by_name.or_else(|| identifiers.iter().position(|each| each.as_deref() == Some(&*raw)))
    };
    old.columns.iter().map(place).collect()
}

fn parse_type(column: &str, name: &str) -> Result<ColumnType, ImportError> {
    let unknown = || ImportError::NoSuchType { column: column.to_owned(), name: name.to_owned() };
    Ok(match name {
        "bool" => ColumnType::Bool,
        // The reader has it.
        "url" => ColumnType::Text,
        _ => match name.parse::<CodeType>().map_err(|_| unknown())? {
            CodeType::Str => ColumnType::Text,
            integer => ColumnType::Integer(integer),
        },
    })
}

/// The type that the column has in the enum of the table.
fn known_type(table: &Table, place: usize) -> Option<ColumnType> {
    table.column_types.get(place).copied().filter(|column| *column != ColumnType::Other)
}

/// A column is `bool` or an integer if every one of its cells is. An empty cell is a text.
fn guess_type(table: &Table, place: usize) -> ColumnType {
    let cells = || table.rows.iter().map(|row| row.value(place).trim());
    if cells().all(|cell| ColumnType::Bool.expression(cell).is_some()) {
        return ColumnType::Bool;
    }
    // With leading zeros it is a code or a version.
    let numbers: Option<Vec<_>> = cells().map(integer::any).collect();
    let integer = numbers.as_deref().and_then(CodeType::lasting);
    integer.map_or(ColumnType::Text, ColumnType::Integer)
}
