//! Integers of any primitive type, and those types.

use std::fmt::{self, Display};

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};

/// A number of any integer type.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Integer {
    negative: bool,
    magnitude: u128,
}

impl Integer {
    pub(crate) fn new(has_minus: bool, magnitude: u128) -> Self {
        Self { negative: has_minus && magnitude != 0, magnitude }
    }

    /// From a text in any of Rust's spellings. This does not use rustc's lexer, which may
    /// report its own errors in a text that only resembles a number.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let suffix = IntegerType::names().find(|name| digits.ends_with(name)).unwrap_or_default();
        let digits = digits.strip_suffix(suffix)?.replace('_', "");
        let bases = [("0x", 16), ("0o", 8), ("0b", 2), ("", 10)];
        let (digits, base) =
            bases.iter().find_map(|(prefix, base)| Some((digits.strip_prefix(prefix)?, *base)))?;
        let is_number = digits.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let magnitude = u128::from_str_radix(digits, base).ok().filter(|_| is_number)?;
        Some(Self::new(text.starts_with('-'), magnitude))
    }

    /// One more.
    pub(crate) fn successor(self) -> Option<Self> {
        let magnitude = if self.negative {
            self.magnitude.checked_sub(1)?
        } else {
            self.magnitude.checked_add(1)?
        };
        Some(Self::new(self.negative, magnitude))
    }

    /// The number in 128 bits of two's complement.
    pub(crate) fn bits(self) -> u128 {
        if self.negative { self.magnitude.wrapping_neg() } else { self.magnitude }
    }

    /// The low half of [`bits`](Self::bits).
    #[allow(clippy::cast_possible_truncation, reason = "only the low half is wanted")]
    pub(crate) fn low_word(self) -> u64 {
        self.bits() as u64
    }

    /// As an unsuffixed literal with its sign.
    pub(crate) fn to_tokens(self) -> TokenStream {
        let literal = Literal::u128_unsuffixed(self.magnitude);
        if self.negative { quote!(-#literal) } else { literal.into_token_stream() }
    }

    fn key(self) -> (bool, u128) {
        (!self.negative, if self.negative { u128::MAX - self.magnitude } else { self.magnitude })
    }
}

impl Ord for Integer {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for Integer {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Display for Integer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", if self.negative { "-" } else { "" }, self.magnitude)
    }
}

/// A primitive integer type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct IntegerType {
    name: &'static str,
    signed: bool,
    bits: u32,
}

const fn integer_type(name: &'static str, signed: bool, bits: u32) -> IntegerType {
    IntegerType { name, signed, bits }
}

/// The usual widths first: the first type that is large enough is suggested for a
/// number that does not fit.
static INTEGER_TYPES: [IntegerType; 12] = [
    integer_type("u32", false, 32),
    integer_type("i32", true, 32),
    integer_type("u64", false, 64),
    integer_type("i64", true, 64),
    integer_type("u128", false, 128),
    integer_type("i128", true, 128),
    integer_type("u8", false, 8),
    integer_type("u16", false, 16),
    integer_type("i8", true, 8),
    integer_type("i16", true, 16),
    // As on 64-bit targets; on a smaller one rustc rejects a literal that is too large.
    integer_type("usize", false, 64),
    integer_type("isize", true, 64),
];

impl IntegerType {
    pub(crate) const U32: Self = INTEGER_TYPES[0];

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        INTEGER_TYPES.iter().copied().find(|integer| integer.name == name)
    }

    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        INTEGER_TYPES.iter().map(|integer| integer.name)
    }

    /// The most usual type that holds both numbers.
    pub(crate) fn that_holds(low: Integer, high: Integer) -> Option<Self> {
        INTEGER_TYPES.iter().copied().find(|integer| integer.holds(low) && integer.holds(high))
    }

    pub(crate) fn holds(self, value: Integer) -> bool {
        self.min() <= value && value <= self.max()
    }

    pub(crate) fn min(self) -> Integer {
        let magnitude = if self.signed { 1 << (self.bits - 1) } else { 0 };
        Integer { negative: self.signed, magnitude }
    }

    pub(crate) fn max(self) -> Integer {
        let bits = if self.signed { self.bits - 1 } else { self.bits };
        Integer { negative: false, magnitude: u128::MAX >> (128 - bits) }
    }

    /// The negative number that has the bits of `value` in this type, if only the
    /// unsigned type of the same width has room for `value`.
    pub(crate) fn reinterpret(self, value: Integer) -> Option<Integer> {
        let limit = u128::MAX >> (128 - self.bits);
        let needs_unsigned = self.signed && value > self.max() && value.magnitude <= limit;
        needs_unsigned.then(|| Integer { negative: true, magnitude: limit - value.magnitude + 1 })
    }

    /// The bits of a number that fits, as `0x` and all digits.
    pub(crate) fn hex(self, value: Integer) -> String {
        let bits = value.bits() & (u128::MAX >> (128 - self.bits));
        format!("0x{bits:0width$X}", width = self.bits as usize / 4)
    }

    pub(crate) fn is_wider_than_a_word(self) -> bool {
        self.bits > 64
    }

    pub(crate) fn name(self) -> &'static str {
        self.name
    }

    /// The path of the type, which nothing in the user's scope can shadow.
    pub(crate) fn path(self) -> TokenStream {
        let name = Ident::new(self.name, Span::call_site());
        quote!(::core::primitive::#name)
    }
}

impl Display for IntegerType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::Integer;

    #[test]
    fn reads_any_spelling_and_nothing_else() {
        for text in ["880203", "0880203", "880_203", "0xD6E4B", "0xd6e4b", "880203u32"] {
            assert!(Integer::from_text(text) == Some(Integer::new(false, 880_203)), "{text}");
        }
        for text in ["-5", "-0b101", "-0o5", "-5i8", "-0_5"] {
            assert!(Integer::from_text(text) == Some(Integer::new(true, 5)), "{text}");
        }
        for text in ["", "-", "+5", "- 5", "--5", "0x", "u32", "5x", "0b2", "5.0", "五", "it's"] {
            assert!(Integer::from_text(text).is_none(), "{text}");
        }
    }
}
