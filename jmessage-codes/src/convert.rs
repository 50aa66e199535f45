//! Converts a code, or the text of a code, into a variant.

use crate::catalog::ErrorCatalog;
use crate::code::CatalogCode;
use crate::error::ParseCodeError;

/// Parses a code in the form in which the catalog `C` writes it, or in decimal.
pub(crate) fn parse_code<C: ErrorCatalog>(
    text: &str,
) -> Option<<C::Code as CatalogCode>::Query<'_>> {
    let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"));
    // `from_str_radix` accepts a plus sign.
    match digits.filter(|digits| C::__HEX && !digits.starts_with('+')) {
        Some(digits) => C::Code::__from_bits(u128::from_str_radix(digits, 16).ok()?),
        None => C::Code::__parse(text),
    }
}

/// The variant for the text of a code. For an unlisted code this is the `other` variant.
///
/// # Errors
///
/// Fails if the text is not a code, or if the catalog does not list it and has no `other`
/// variant.
#[inline]
pub fn parse<E: ErrorCatalog>(text: &str) -> Result<E, ParseCodeError<E>> {
    let code = parse_code::<E>(text).ok_or(ParseCodeError::Malformed)?;
    Ok(E::try_from_code(code)?)
}
