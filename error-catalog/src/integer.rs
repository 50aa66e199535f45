//! Codes that are integers, as documents write them.

use std::fmt;

use serde::{Serialize, Serializer};

/// An integer of any type that a code can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Integer {
    /// Below zero.
    Negative(i128),
    /// Zero and above.
    Natural(u128),
}

impl From<i128> for Integer {
    fn from(number: i128) -> Self {
        u128::try_from(number).map_or(Self::Negative(number), Self::Natural)
    }
}

impl Integer {
    /// One less.
    pub(crate) fn predecessor(self) -> Option<Self> {
        match self {
            Self::Negative(number) => number.checked_sub(1).map(Self::Negative),
            Self::Natural(0) => Some(Self::Negative(-1)),
            Self::Natural(number) => Some(Self::Natural(number - 1)),
        }
    }

    /// One more.
    pub(crate) fn successor(self) -> Option<Self> {
        match self {
            Self::Negative(number) => Some(Self::from(number + 1)),
            Self::Natural(number) => number.checked_add(1).map(Self::Natural),
        }
    }
}

impl Serialize for Integer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
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

/// A decimal integer in its shortest form: no `+`, no leading zeros.
pub(crate) fn decimal(text: &str) -> Option<Integer> {
    parse_decimal(text).filter(|number| number.to_string() == text)
}

/// A decimal integer in its shortest form, or a hexadecimal one after `0x`.
pub(crate) fn any(text: &str) -> Option<Integer> {
    hexadecimal(text).or_else(|| decimal(text))
}

/// Like [`any`], and also a decimal integer with `+` or leading zeros.
pub(crate) fn loose(text: &str) -> Option<Integer> {
    hexadecimal(text).or_else(|| parse_decimal(text))
}

/// The literal of Rust for the integer that [`loose`] reads. Keeps the base and the digits of the
/// document if possible.
pub(crate) fn literal(text: &str) -> Option<String> {
    let number = loose(text)?;
    let is_literal = any(text).is_some();
    Some(if is_literal { text.replace("0X", "0x") } else { number.to_string() })
}

fn parse_decimal(text: &str) -> Option<Integer> {
    let natural = text.parse().map(Integer::Natural);
    natural.or_else(|_| text.parse::<i128>().map(Integer::from)).ok()
}

/// A hexadecimal integer after `0x` or `0X`.
pub(crate) fn hexadecimal(text: &str) -> Option<Integer> {
    let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"))?;
    // `from_str_radix` also takes a sign.
    let is_digits = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u128::from_str_radix(digits, 16).ok().filter(|_| is_digits).map(Integer::Natural)
}
