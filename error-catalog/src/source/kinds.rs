//! Kinds from a column of HTTP statuses, or of gRPC codes or their names.

use jmessage_codes::Kind;

use super::error::ImportError;
use crate::table::{Row, Table};

/// The column of a table that has the kinds.
pub(super) struct Kinds {
    place: usize,
    /// Whether the numbers are those of gRPC, and not HTTP statuses.
    is_grpc: bool,
}

impl Kinds {
    pub(super) fn find(name: &str, table: &Table) -> Result<Self, ImportError> {
        let place = table.columns.iter().position(|column| column == name);
        let place = place.ok_or_else(|| ImportError::NoSuchColumn {
            name: name.to_owned(),
            columns: table.columns.clone(),
        })?;
        let mut numbers = table.rows.iter().filter_map(|row| number(row.value(place)));
        let is_grpc = numbers.all(|number| number <= 16);
        Ok(Self { place, is_grpc })
    }

    /// The kind of a row; `None` if its cell is empty or a success of HTTP. The error is a
    /// cell that says no kind.
    pub(super) fn kind(&self, row: &Row) -> Result<Option<Kind>, String> {
        let cell = row.value(self.place).trim();
        if cell.is_empty() {
            return Ok(None);
        }
        let kind = match number(cell) {
            // Some vendors answer errors with 200.
            Some(200..=299) if !self.is_grpc => return Ok(None),
            Some(code) if self.is_grpc => Some(Kind::from_grpc_code(code.into())),
            Some(status) => Kind::from_http_status(status),
            // As the pages of this crate write it.
            None if letters(cell) == "success" => Some(Kind::Ok),
            None => Kind::ALL.into_iter().find(|kind| letters(kind.name()) == letters(cell)),
        };
        kind.map(Some).ok_or_else(|| cell.to_owned())
    }
}

/// The number at the start of a cell, as in `404` or `404 Not Found`.
fn number(cell: &str) -> Option<u16> {
    cell.split_whitespace().next()?.parse().ok()
}

/// `NOT_FOUND`, `NotFound` and `not found` are the same kind, and some write `CANCELED`.
fn letters(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphabetic);
    let letters: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
    letters.replace("canceled", "cancelled")
}
