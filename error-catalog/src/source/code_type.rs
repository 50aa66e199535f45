//! The type of an enum's codes.

use std::collections::HashMap;

use super::error::ImportError;
use super::variant::text_literal;
use crate::integer::{self, Integer};
use crate::table::Row;

pub(super) enum CodeType {
    Integer(IntegerType),
    Text,
}

impl CodeType {
    /// The type of this name, or else the smallest that holds every code.
    pub(super) fn find(name: Option<&str>, rows: &[Row]) -> Result<Self, ImportError> {
        let integers: Option<Vec<Integer>> =
            codes_of(rows).map(|(_, code)| integer::any(code)).collect();
        let code_type = match (name, integers) {
            (Some("str" | "&str" | "&'static str"), _) | (None, None) => Self::Text,
            (Some(name), _) => Self::Integer(
                IntegerType::from_name(name)
                    .ok_or_else(|| ImportError::NoCodeType(name.to_owned()))?,
            ),
            (None, Some(integers)) => {
                IntegerType::smallest(&integers).map_or(Self::Text, Self::Integer)
            }
        };
        code_type.require(rows)?;
        Ok(code_type)
    }

    /// The integer type's name.
    pub(super) fn integer(&self) -> Option<&'static str> {
        match self {
            Self::Integer(integer) => Some(integer.name),
            Self::Text => None,
        }
    }

    pub(super) fn literal(&self, code: &str) -> String {
        let number = self.integer().and_then(|_| integer::literal(code));
        number.unwrap_or_else(|| text_literal(code))
    }

    /// Checks that every code fits the type and no number is there twice.
    fn require(&self, rows: &[Row]) -> Result<(), ImportError> {
        let Self::Integer(code_type) = self else { return Ok(()) };
        let mut seen: HashMap<Integer, &str> = HashMap::new();
        for (row, code) in codes_of(rows) {
            let number = integer::any(code).filter(|number| code_type.holds(*number));
            let number = number.ok_or_else(|| ImportError::DoesNotFit {
                line: row.line,
                code: code.to_owned(),
                code_type: code_type.name,
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

#[derive(Clone, Copy)]
pub(super) struct IntegerType {
    name: &'static str,
    low: Integer,
    high: Integer,
}

macro_rules! integer_types {
    ($($unsigned:ident $signed:ident)*) => {
        /// The smaller types first.
        static INTEGER_TYPES: [IntegerType; 12] = [$(
            IntegerType {
                name: stringify!($unsigned),
                low: Integer::Natural(0),
                high: Integer::Natural($unsigned::MAX as u128),
            },
            IntegerType {
                name: stringify!($signed),
                low: Integer::Negative($signed::MIN as i128),
                high: Integer::Natural($signed::MAX as u128),
            },
        )*];
    };
}

integer_types!(u8 i8 u16 i16 u32 i32 u64 i64 u128 i128 usize isize);

impl IntegerType {
    fn from_name(name: &str) -> Option<Self> {
        INTEGER_TYPES.iter().copied().find(|integer| integer.name == name)
    }

    fn smallest(numbers: &[Integer]) -> Option<Self> {
        let holds_all = |integer: &IntegerType| numbers.iter().all(|number| integer.holds(*number));
        INTEGER_TYPES.iter().copied().find(holds_all)
    }

    fn holds(&self, number: Integer) -> bool {
        (self.low..=self.high).contains(&number)
    }
}
