//! Logging for embedded programs: `#[derive(defmt::Format)]` works on a catalog that has an
//! `other` variant, and the results of lookups can be logged.
//!
//! All of it is generic or `#[inline]`: otherwise a program that logs nothing would need a logger
//! to link.

use defmt::{Format, Formatter, write};

use crate::catalog::{ErrorCatalog, TryFromCodeError};
use crate::code::sealed::Sealed;
use crate::error::ParseCodeError;
use crate::kind::Kind;
use crate::maybe_listed::MaybeListed;
use crate::shown::Shown;
use crate::unlisted::Unlisted;

/// As the catalog writes the code.
impl<C: ErrorCatalog> Format for Shown<C> {
    fn format(&self, formatter: Formatter<'_>) {
        let bits = self.0.to_bits().filter(|_| C::__HEX);
        #[allow(clippy::cast_possible_truncation, reason = "the code has so many bytes")]
        match bits {
            Some((bits, 1)) => write!(formatter, "{=u8:#04X}", bits as u8),
            Some((bits, 2)) => write!(formatter, "{=u16:#06X}", bits as u16),
            Some((bits, 4)) => write!(formatter, "{=u32:#010X}", bits as u32),
            Some((bits, 8)) => write!(formatter, "{=u64:#018X}", bits as u64),
            Some((bits, _)) => write!(formatter, "{=u128:#034X}", bits),
            None => self.0.format(formatter),
        }
    }
}

impl<C: ErrorCatalog> Format for Unlisted<C> {
    fn format(&self, formatter: Formatter<'_>) {
        Shown::<C>(self.get()).format(formatter);
    }
}

impl<C: ErrorCatalog> Format for TryFromCodeError<C> {
    fn format(&self, formatter: Formatter<'_>) {
        if let Some(code) = self.code() {
            write!(formatter, "code {} is not listed in `{=str}`", Shown::<C>(code), C::NAME);
        } else {
            write!(formatter, "the code is not listed in `{=str}`", C::NAME);
        }
    }
}

impl<C: ErrorCatalog> Format for ParseCodeError<C> {
    fn format(&self, formatter: Formatter<'_>) {
        match self {
            Self::Malformed => write!(formatter, "not a code of `{=str}`", C::NAME),
            Self::NotListed(error) => error.format(formatter),
        }
    }
}

impl<C, T: AsRef<str>> Format for MaybeListed<C, T> {
    fn format(&self, formatter: Formatter<'_>) {
        Format::format(self.code(), formatter);
    }
}

impl Format for Kind {
    #[inline]
    fn format(&self, formatter: Formatter<'_>) {
        Format::format(self.name(), formatter);
    }
}
