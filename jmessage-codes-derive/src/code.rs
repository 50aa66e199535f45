//! Codes: the literals in the attributes, their values and their types.

use std::fmt::{self, Display};

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{LitInt, LitStr, Token};

/// A code as it is written.
pub(crate) enum CodeLiteral {
    Integer(IntegerLiteral),
    Text(LitStr),
}

impl ToTokens for CodeLiteral {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Integer(literal) => literal.to_tokens(tokens),
            Self::Text(literal) => literal.to_tokens(tokens),
        }
    }
}

/// An integer as it is written, with its sign.
pub(crate) struct IntegerLiteral {
    pub(crate) minus: Option<Token![-]>,
    pub(crate) literal: LitInt,
}

impl IntegerLiteral {
    /// `None` where the number is beyond even 128 bits.
    pub(crate) fn value(&self) -> Option<Integer> {
        let magnitude = self.literal.base10_digits().parse().ok()?;
        Some(Integer { negative: self.minus.is_some() && magnitude != 0, magnitude })
    }
}

impl ToTokens for IntegerLiteral {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.minus.to_tokens(tokens);
        self.literal.to_tokens(tokens);
    }
}

/// As written, suffix and base included.
impl Display for IntegerLiteral {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minus = if self.minus.is_some() { "-" } else { "" };
        write!(formatter, "{minus}{}", self.literal)
    }
}

/// A number of any integer type.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Integer {
    negative: bool,
    magnitude: u128,
}

impl Integer {
    /// The number in 128 bits of two's complement.
    pub(crate) fn bits(self) -> u128 {
        if self.negative { self.magnitude.wrapping_neg() } else { self.magnitude }
    }

    /// The low half of [`bits`](Self::bits).
    #[allow(clippy::cast_possible_truncation, reason = "it is the low half that is wanted")]
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

/// In the order in which one is suggested for a number that does not fit: the
/// usual width first.
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
    // The widest there is: on a smaller target rustc itself refuses the literal.
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

    /// The usual type that holds both numbers.
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

    /// The negative number that the literal's bits mean in this type, for a
    /// hexadecimal, octal or binary literal that only the unsigned type of the
    /// same width holds.
    pub(crate) fn reinterpret(self, literal: &IntegerLiteral) -> Option<Integer> {
        let value = literal.value()?;
        let limit = u128::MAX >> (128 - self.bits);
        let written = literal.literal.token().to_string();
        let is_bits = ["0x", "0o", "0b"].iter().any(|prefix| written.starts_with(prefix));
        let is_above = is_bits && self.signed && value > self.max() && value.magnitude <= limit;
        is_above.then(|| Integer { negative: true, magnitude: limit - value.magnitude + 1 })
    }

    pub(crate) fn is_wider_than_a_word(self) -> bool {
        self.bits > 64
    }

    pub(crate) fn name(self) -> &'static str {
        self.name
    }

    /// The type by a path that nothing in the caller's scope can shadow.
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
