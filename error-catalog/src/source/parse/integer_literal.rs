//! Integers as Rust writes them.

use syn::LitInt;

use crate::code_type::CodeType;
use crate::integer::Integer;

/// An integer literal with its sign.
#[derive(Clone, Debug)]
pub(crate) struct IntegerLiteral {
    is_negative: bool,
    digits: String,
    /// Whether it is hexadecimal, octal or binary.
    is_bits: bool,
    suffix: String,
}

impl IntegerLiteral {
    pub(super) fn new(is_negative: bool, literal: &LitInt) -> Self {
        let written = literal.token().to_string();
        let is_bits = ["0x", "0o", "0b"].iter().any(|prefix| written.starts_with(prefix));
        let suffix = literal.suffix().to_owned();
        Self { is_negative, digits: literal.base10_digits().to_owned(), is_bits, suffix }
    }

    /// `None` if there is a sign already.
    pub(super) fn negated(self) -> Option<Self> {
        (!self.is_negative).then_some(Self { is_negative: true, ..self })
    }

    /// `None` if the number needs more than 128 bits.
    pub(super) fn value(&self) -> Option<Integer> {
        if !self.is_negative {
            return self.digits.parse().ok().map(Integer::Natural);
        }
        format!("-{}", self.digits).parse::<i128>().ok().map(Integer::from)
    }

    /// The number as a code. In a `hex` catalog bits are those of the type.
    pub(super) fn code(&self, code_type: CodeType, is_hex: bool) -> Option<Integer> {
        let value = self.value()?;
        if is_hex && self.is_bits { Some(code_type.with_bits(value)) } else { Some(value) }
    }

    /// What is wrong with the number as a code of this type.
    pub(super) fn problem(&self, code_type: CodeType, is_hex: bool) -> Option<String> {
        let suffix = &self.suffix;
        if !suffix.is_empty() && suffix != code_type.name() {
            return Some(format!(
                "suffix `{suffix}` does not match the code type {code_type}; remove it"
            ));
        }
        let fits = self.code(code_type, is_hex).is_some_and(|number| code_type.holds(number));
        (!fits).then(|| format!("this code does not fit {code_type}"))
    }
}
