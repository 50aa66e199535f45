//! Codes as their catalog writes them: in decimal, or as the bits in hexadecimal.

use core::fmt;

use crate::code::sealed::Sealed;
use crate::{CatalogCode, ErrorCatalog};

/// A code that is displayed as the catalog `C` writes it.
pub(crate) struct Shown<C: ErrorCatalog>(pub(crate) C::Code);

impl<C: ErrorCatalog> Clone for Shown<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: ErrorCatalog> Copy for Shown<C> {}

impl<C: ErrorCatalog> fmt::Display for Shown<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match hex::<C>(self.0) {
            Some(hex) => formatter.pad(hex.as_str()),
            None => fmt::Display::fmt(&self.0, formatter),
        }
    }
}

impl<C: ErrorCatalog> fmt::Debug for Shown<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match hex::<C>(self.0) {
            Some(hex) => formatter.write_str(hex.as_str()),
            None => fmt::Debug::fmt(&self.0, formatter),
        }
    }
}

/// Several codes, for debugging.
pub(crate) struct ShownAll<C: ErrorCatalog>(pub(crate) &'static [C::Code]);

impl<C: ErrorCatalog> fmt::Debug for ShownAll<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.0.iter().map(|code| Shown::<C>(*code))).finish()
    }
}

fn hex<C: ErrorCatalog>(code: C::Code) -> Option<Hex> {
    let (bits, width) = code.to_bits().filter(|_| C::__HEX)?;
    Some(Hex::new(bits, width))
}

/// Parses a code as the catalog `C` writes it, and in decimal.
pub(crate) fn parse_code<C: ErrorCatalog>(
    text: &str,
) -> Option<<C::Code as CatalogCode>::Query<'_>> {
    let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"));
    match digits.filter(|_| C::__HEX) {
        // Without this, a sign would be read too.
        Some(digits) if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            C::Code::__from_bits(u128::from_str_radix(digits, 16).ok()?)
        }
        Some(_) => None,
        None => C::Code::parse_query(text),
    }
}

/// What [`parse_code`] reads.
pub(crate) struct Expected<C>(pub(crate) core::marker::PhantomData<C>);

impl<C: ErrorCatalog> fmt::Display for Expected<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(C::Code::EXPECTED)?;
        if C::__HEX { formatter.write_str(", or 0x and its bits") } else { Ok(()) }
    }
}

/// `0x` and all hexadecimal digits of an integer.
#[derive(Clone, Copy)]
pub(crate) struct Hex {
    bytes: [u8; 2 + 32],
    length: usize,
}

impl Hex {
    /// `width` is the number of bytes.
    pub(crate) const fn new(bits: u128, width: usize) -> Self {
        let mut hex = Self { bytes: [b'0'; 2 + 32], length: 2 + 2 * width };
        hex.bytes[1] = b'x';
        let mut rest = bits;
        let mut index = hex.length;
        while index > 2 {
            index -= 1;
            #[allow(clippy::cast_possible_truncation, reason = "a digit fits")]
            let digit = (rest % 16) as u8;
            hex.bytes[index] = if digit < 10 { b'0' + digit } else { b'A' + digit - 10 };
            rest /= 16;
        }
        hex
    }

    pub(crate) const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}
