//! The codes of an enum: their type, and how Rust writes them.

use std::collections::HashMap;

use super::error::ImportError;
use crate::code_type::CodeType;
use crate::integer::{self, Integer};
use crate::table::Row;
use crate::visible;

/// The codes of an enum.
#[derive(Clone, Copy)]
pub(super) struct EnumCodes {
    pub(super) code_type: CodeType,
    /// Whether hexadecimal literals are the bits of the numbers.
    pub(super) is_hex: bool,
}

impl EnumCodes {
    /// Codes of this type. They are `hex` if most codes are hexadecimal, or if one fits only in
    /// that way.
    pub(super) fn find(code_type: CodeType, rows: &[Row]) -> Result<Self, ImportError> {
        let numbers = || codes_of(rows).filter_map(|(_, code)| integer::hexadecimal(code));
        let is_mostly_hex = numbers().count() * 2 > codes_of(rows).count();
        let is_bits = numbers().any(|number| !code_type.holds(number));
        let is_hex = code_type.is_integer() && (is_mostly_hex || is_bits);
        let codes = Self { code_type, is_hex };
        codes.require(rows)?;
        Ok(codes)
    }

    /// The format of a description and a code, as a string literal.
    pub(super) fn format(self) -> String {
        let code = if self.is_hex {
            // All digits of the type, after `0x`.
            let width = self.code_type.hex(Integer::Natural(0)).len();
            format!("{{:#0{width}X}}")
        } else {
            "{}".to_owned()
        };
        format!("\"{{}} ({code})\"")
    }

    /// The code as Rust writes it.
    pub(super) fn literal(self, code: &str) -> String {
        let number = integer::literal(code).filter(|_| self.code_type.is_integer());
        number.unwrap_or_else(|| visible::literal(code))
    }

    /// Checks that every code fits the type and no number occurs twice.
    fn require(self, rows: &[Row]) -> Result<(), ImportError> {
        if !self.code_type.is_integer() {
            return Ok(());
        }
        let mut seen: HashMap<Integer, &str> = HashMap::new();
        for (row, code) in codes_of(rows) {
            let number = self.code_type.read(code).ok_or_else(|| ImportError::DoesNotFit {
                line: row.line,
                code: code.to_owned(),
                code_type: self.code_type,
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
}

/// Every code with its row.
pub(super) fn codes_of(rows: &[Row]) -> impl Iterator<Item = (&Row, &str)> {
    rows.iter().flat_map(|row| row.codes().map(move |code| (row, code)))
}
