//! Codes and entries as text.

use core::fmt::{self, Debug, Display, Formatter};

use crate::catalog::ErrorCatalog;
use crate::code::sealed::Sealed;
use crate::entries::EntriesIter;
use crate::handles::{Entries, Entry};
use crate::hex::Hex;

/// A code that is displayed as the catalog `C` writes it.
pub(crate) struct Shown<C: ErrorCatalog>(pub(crate) C::Code);

impl<C: ErrorCatalog> Clone for Shown<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: ErrorCatalog> Copy for Shown<C> {}

impl<C: ErrorCatalog> Display for Shown<C> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match hex::<C>(self.0) {
            Some(hex) => formatter.pad(hex.as_str()),
            None => Display::fmt(&self.0, formatter),
        }
    }
}

impl<C: ErrorCatalog> Debug for Shown<C> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match hex::<C>(self.0) {
            Some(hex) => formatter.write_str(hex.as_str()),
            None => Debug::fmt(&self.0, formatter),
        }
    }
}

/// Several codes, for debugging.
struct ShownAll<C: ErrorCatalog>(&'static [C::Code]);

impl<C: ErrorCatalog> Debug for ShownAll<C> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.0.iter().map(|code| Shown::<C>(*code))).finish()
    }
}

fn hex<C: ErrorCatalog>(code: C::Code) -> Option<Hex> {
    let (bits, width) = code.to_bits().filter(|_| C::__HEX)?;
    Some(Hex::new(bits, width))
}

impl<C: ErrorCatalog> Debug for Entry<C> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Entry")
            .field("code", &Shown::<C>(self.code()))
            .field("aliases", &ShownAll::<C>(self.aliases()))
            .field("name", &self.name())
            .field("message", &self.message())
            .field("description", &self.description())
            .field("kind", &self.kind())
            .field("retryable", &self.is_retryable())
            .field("retired", &self.is_retired())
            .finish_non_exhaustive()
    }
}

/// The code, the variant's name and the message: `880103 UserNotExist: user not exist`.
impl<C: ErrorCatalog> Display for Entry<C> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}: {}", Shown::<C>(self.code()), self.name(), self.message())
    }
}

impl<C: ErrorCatalog> Debug for Entries<C> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.iter(), formatter)
    }
}

impl<C: ErrorCatalog> Debug for EntriesIter<C> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.clone()).finish()
    }
}
