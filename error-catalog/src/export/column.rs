//! The columns and values of a table, for a template.

use minijinja::value::Value;

use super::html_text::shared_path;
use super::names;
use crate::column_type::ColumnType;
use crate::integer::{self, Integer};
use crate::table::{Row, Table};

pub(super) struct Column<'a> {
    pub(super) name: &'a str,
    identifier: String,
    index: usize,
    form: Form,
    /// The path that all values begin with.
    path: &'a str,
    /// Whether all values are `true` or `false`.
    is_flag: bool,
}

/// What all values of a column are, whatever the type allows.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Form {
    Text,
    Bool,
    Integer { smallest: Integer, largest: Integer },
}

impl Form {
    pub(super) fn of(table: &Table, index: usize) -> Self {
        let mut values = table.rows.iter().map(|row| row.value(index));
        match table.column_type(index) {
            ColumnType::Bool if values.all(is_boolean) => Self::Bool,
            ColumnType::Integer(_) => {
                let numbers: Option<Vec<Integer>> = values.map(number).collect();
                let ends = numbers.and_then(|numbers| {
                    Some((numbers.iter().min().copied()?, numbers.iter().max().copied()?))
                });
                ends.map_or(Self::Text, |(smallest, largest)| Self::Integer { smallest, largest })
            }
            _ => Self::Text,
        }
    }
}

impl<'a> Column<'a> {
    pub(super) fn all(table: &'a Table) -> Vec<Self> {
        let names = table.columns.iter().zip(names::columns(&table.columns)).enumerate();
        let values = |index| table.rows.iter().map(move |row: &Row| row.value(index));
        let column = |(index, (name, identifier)): (usize, (&'a String, String))| Self {
            name,
            identifier,
            index,
            form: Form::of(table, index),
            path: shared_path(values(index)),
            is_flag: values(index).all(is_boolean),
        };
        names.map(column).collect()
    }

    pub(super) fn value(&self) -> Value {
        let (form, smallest, largest) = match self.form {
            Form::Text => ("text", Value::from(()), Value::from(())),
            Form::Bool => ("bool", Value::from(()), Value::from(())),
            Form::Integer { smallest, largest } => {
                ("integer", integer_value(smallest), integer_value(largest))
            }
        };
        map([
            ("name", self.name.into()),
            ("identifier", safe(self.identifier.as_str())),
            ("type", safe(form)),
            ("smallest", smallest),
            ("largest", largest),
            ("path", self.path.into()),
            ("is_flag", self.is_flag.into()),
        ])
    }

    /// The value of a row.
    pub(super) fn cell(&self, row: &Row) -> Value {
        let text = row.value(self.index);
        match self.form {
            Form::Text => text.into(),
            Form::Bool => (text == "true").into(),
            Form::Integer { .. } => number(text).map_or_else(|| text.into(), integer_value),
        }
    }
}

fn is_boolean(value: &str) -> bool {
    matches!(value, "true" | "false")
}

/// A number as Rust or a document writes it.
pub(super) fn number(value: &str) -> Option<Integer> {
    integer::decimal(&value.replace('_', ""))
}

pub(super) fn map<const N: usize>(pairs: [(&'static str, Value); N]) -> Value {
    Value::from_pairs(pairs)
}

/// A value that needs no escaping in any output: a name or a number of ours.
pub(super) fn safe(text: impl Into<String>) -> Value {
    Value::from_safe_string(text.into())
}

pub(super) fn integer_value(number: Integer) -> Value {
    match number {
        Integer::Negative(number) => number.into(),
        Integer::Natural(number) => number.into(),
    }
}
