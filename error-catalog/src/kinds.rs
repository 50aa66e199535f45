//! Kinds from a column of HTTP statuses, or of gRPC codes or their names.

use jmessage_codes::Kind;

use crate::table::{Row, Table};

/// The column of a table that has the kinds.
pub(crate) struct Kinds {
    place: usize,
    /// Whether the numbers are those of gRPC, and not HTTP statuses.
    is_grpc: bool,
}

impl Kinds {
    /// `None` if the table has no column of this name.
    pub(crate) fn find(name: &str, table: &Table) -> Option<Self> {
        let place = table.columns.iter().position(|column| column == name)?;
        let mut numbers = table.rows.iter().filter_map(|row| number(row.value(place)));
        let is_grpc = numbers.all(|number| number <= 16);
        Some(Self { place, is_grpc })
    }

    /// The kind of a row; `None` if its cell is empty or an HTTP status that is not an error. The
    /// error is a cell that is not a kind.
    pub(crate) fn kind(&self, row: &Row) -> Result<Option<Kind>, String> {
        let cell = row.value(self.place).trim();
        if cell.is_empty() {
            return Ok(None);
        }
        let kind = match number(cell) {
            // Some vendors answer errors with 200, or with a redirection.
            Some(100..=399) if !self.is_grpc => return Ok(None),
            Some(code) if self.is_grpc => Some(Kind::from_grpc_code(code.into())),
            Some(status) => Kind::from_http_status(status),
            // In the form that the pages of this crate use.
            None if letters(cell) == "success" => Some(Kind::Ok),
            None => Kind::ALL.into_iter().find(|kind| letters(kind.name()) == letters(cell)),
        };
        kind.map(Some).ok_or_else(|| cell.to_owned())
    }
}

/// The number at the start of a cell, as in `404` or `404 Not Found`. `None` if there are
/// several.
fn number(cell: &str) -> Option<u16> {
    let mut words = cell.split_whitespace();
    let number = words.next()?.parse().ok()?;
    let begins_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    (!words.any(begins_number)).then_some(number)
}

/// `NOT_FOUND`, `NotFound` and `not found` are the same kind, and some write `CANCELED`.
fn letters(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphabetic);
    let letters: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
    letters.replace("canceled", "cancelled")
}
