//! The codes of an enum: their type, and how Rust writes them.

use std::collections::HashMap;

use super::error::ImportError;
use super::variant::text_literal;
use crate::code_type::CodeType;
use crate::integer::{self, Integer};
use crate::table::Row;

/// The type that the caller chose, or else the smallest integer type that holds
/// every code, or else `str`.
pub(super) fn find_type(chosen: Option<CodeType>, rows: &[Row]) -> Result<CodeType, ImportError> {
    let code_type = chosen.unwrap_or_else(|| {
        let integers: Option<Vec<Integer>> =
            codes_of(rows).map(|(_, code)| integer::any(code)).collect();
        integers.and_then(|integers| CodeType::smallest(&integers)).unwrap_or(CodeType::Str)
    });
    require(code_type, rows)?;
    Ok(code_type)
}

/// The code as Rust writes it.
pub(super) fn literal(code_type: CodeType, code: &str) -> String {
    let number = integer::literal(code).filter(|_| code_type.is_integer());
    number.unwrap_or_else(|| text_literal(code))
}

/// Checks that every code fits the type and no number is there twice.
fn require(code_type: CodeType, rows: &[Row]) -> Result<(), ImportError> {
    if !code_type.is_integer() {
        return Ok(());
    }
    let mut seen: HashMap<Integer, &str> = HashMap::new();
    for (row, code) in codes_of(rows) {
        let number = integer::any(code).filter(|number| code_type.holds(*number));
        let number = number.ok_or_else(|| ImportError::DoesNotFit {
            line: row.line,
            code: code.to_owned(),
            code_type,
        })?;
        if let Some(first) = seen.insert(number, code) {
            return Err(ImportError::SameNumber {
                line: row.line,
                code: code.to_owned(),
                first: first.to_owned(),
            });
        }
    }
    Ok(())
}

/// Every code with its row.
pub(super) fn codes_of(rows: &[Row]) -> impl Iterator<Item = (&Row, &str)> {
    rows.iter().flat_map(|row| row.codes().map(move |code| (row, code)))
}
