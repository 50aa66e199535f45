//! Codes in JSON.

use serde::{Serialize, Serializer};

use crate::code_type::CodeType;
use crate::integer::{self, Integer};
use crate::table::{Row, Table};

/// A code in JSON: a number or a string, the same for all codes of a document.
pub(crate) struct CodeValue<'a> {
    pub(crate) code: &'a str,
    pub(crate) is_number: bool,
}

/// Whether the codes of these tables are numbers in JSON: integers, all of them decimal and of at
/// most 64 bits, which is the limit of most JSON readers. A hexadecimal code is a string, as the
/// catalog displays it.
pub(crate) fn are_numbers<'a>(tables: impl IntoIterator<Item = &'a Table>) -> bool {
    tables.into_iter().all(|table| {
        let mut codes = table.rows.iter().flat_map(Row::codes);
        let is_number = |code: &str| integer::decimal(code).is_some_and(has_64_bits);
        table.code_type.is_integer() && codes.all(is_number)
    })
}

fn has_64_bits(number: Integer) -> bool {
    CodeType::I64.holds(number) || CodeType::U64.holds(number)
}

impl Serialize for CodeValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match integer::decimal(self.code).filter(|_| self.is_number) {
            Some(number) => number.serialize(serializer),
            None => serializer.serialize_str(self.code),
        }
    }
}
