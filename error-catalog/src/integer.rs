//! Codes that are integers, as documents write them.

use std::fmt;

/// An integer of any type that a code can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Integer {
    /// Below zero.
    Negative(i128),
    /// Zero and above.
    Natural(u128),
}

impl serde::Serialize for Integer {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Negative(number) => serializer.serialize_i128(*number),
            Self::Natural(number) => serializer.serialize_u128(*number),
        }
    }
}

/// In decimal.
impl fmt::Display for Integer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Negative(number) => number.fmt(formatter),
            Self::Natural(number) => number.fmt(formatter),
        }
    }
}

/// A decimal integer that is written as Rust would: without a sign but `-`,
/// without leading zeros.
pub(crate) fn decimal(text: &str) -> Option<Integer> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits || digits.len() > 1 && digits.starts_with('0') {
        return None;
    }
    match text.parse() {
        Ok(natural) => Some(Integer::Natural(natural)),
        Err(_) => text.parse().ok().filter(|number| *number < 0).map(Integer::Negative),
    }
}

/// A decimal integer, or a hexadecimal one behind `0x`.
pub(crate) fn any(text: &str) -> Option<Integer> {
    let hexadecimal = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"));
    match hexadecimal {
        Some(digits) if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            u128::from_str_radix(digits, 16).ok().map(Integer::Natural)
        }
        Some(_) => None,
        None => decimal(text),
    }
}
