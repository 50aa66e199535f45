//! The columns that say the kind of a row.

use jmessage_codes::Kind;

use super::error::ImportError;
use crate::column_type::boolean;
use crate::kinds::Kinds;
use crate::table::{Field, Origin, Row, Table};

/// The columns that the options name.
pub(super) struct KindColumns {
    kinds: Option<Kinds>,
    retryable: Option<Retryable>,
}

impl KindColumns {
    pub(super) fn find(
        kind: Option<&str>,
        retryable: Option<&str>,
        table: &Table,
    ) -> Result<Self, ImportError> {
        // A written document has them at their place.
        let is_further = |column: &&str, field: Field| {
            table.origin != Origin::Written || !column.eq_ignore_ascii_case(field.heading())
        };
        let kind = kind.filter(|column| is_further(column, Field::Kind));
        let retryable = retryable.filter(|column| is_further(column, Field::Retryable));
        let kinds = |name| Kinds::find(name, table).ok_or_else(|| no_column(name, table));
        Ok(Self {
            kinds: kind.map(kinds).transpose()?,
            retryable: retryable.map(|name| Retryable::find(name, table)).transpose()?,
        })
    }

    pub(super) fn says_retryable(&self) -> bool {
        self.retryable.is_some()
    }

    /// Sets the facts of a row of the document from its cells.
    pub(super) fn set(&self, mut row: Row) -> Result<Row, ImportError> {
        if let Some(kinds) = self.kinds.as_ref().filter(|_| row.kind != Some(Kind::Ok)) {
            (row.kind, row.unknown_kind) = match kinds.kind(&row) {
                Ok(kind) => (Some(kind.unwrap_or(Kind::Unknown)), None),
                // The reader has reported it.
                Err(_) if row.unknown_kind.is_some() => (Some(Kind::Unknown), None),
                Err(cell) => (None, Some(cell)),
            };
        } else {
            row.unknown_kind = None;
        }
        if let Some(retryable) = &self.retryable {
            row.retryable = retryable.of(&row)?;
        }
        Ok(row)
    }
}

/// The column of a table that says whether the same request may succeed later.
struct Retryable {
    name: String,
    place: usize,
}

impl Retryable {
    fn find(name: &str, table: &Table) -> Result<Self, ImportError> {
        let place = table.columns.iter().position(|column| column == name);
        let place = place.ok_or_else(|| no_column(name, table))?;
        Ok(Self { name: name.to_owned(), place })
    }

    /// Its value for a row; `None` if the cell is empty.
    fn of(&self, row: &Row) -> Result<Option<bool>, ImportError> {
        let cell = row.value(self.place).trim();
        if cell.is_empty() {
            return Ok(None);
        }
        boolean(cell).map(Some).ok_or_else(|| ImportError::Value {
            line: row.line,
            column: self.name.clone(),
            value: cell.to_owned(),
            column_type: "true or false".to_owned(),
        })
    }
}

fn no_column(name: &str, table: &Table) -> ImportError {
    ImportError::NoSuchColumn { name: name.to_owned(), columns: table.columns.clone() }
}
