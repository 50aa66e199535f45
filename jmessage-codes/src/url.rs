//! `#[catalog(url = "…")]`: the URLs that explain the codes.

use core::fmt::{self, Debug, Display, Formatter, Write};
use core::hash::{Hash, Hasher};

use crate::catalog::ErrorCatalog;
use crate::derived::UrlPart;
use crate::handles::Url;
use crate::shown::Shown;

/// The URL of a variant, for generated code.
#[inline]
#[must_use]
pub const fn url<C: ErrorCatalog>(variant: C) -> Url<C> {
    Url { variant }
}

impl<C: ErrorCatalog> Display for Url<C> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        for part in C::__URL {
            match part {
                UrlPart::Text(text) => formatter.write_str(text)?,
                UrlPart::Code => write!(Encoded(formatter), "{}", Shown::<C>(self.variant.code()))?,
                UrlPart::Name => Encoded(formatter).write_str(self.variant.name())?,
            }
        }
        Ok(())
    }
}

impl<C: ErrorCatalog> Debug for Url<C> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "Url({self})")
    }
}

/// Writes all characters that can have a meaning in a URL as `%` and their bytes.
struct Encoded<'a, 'b>(&'a mut Formatter<'b>);

impl Write for Encoded<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                self.0.write_char(byte.into())?;
            } else {
                write!(self.0, "%{byte:02X}")?;
            }
        }
        Ok(())
    }
}

// By hand, since a derive would require the same traits of `C`.

impl<C: ErrorCatalog> Clone for Url<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: ErrorCatalog> Copy for Url<C> {}

impl<C: ErrorCatalog> PartialEq for Url<C> {
    fn eq(&self, other: &Self) -> bool {
        self.variant == other.variant
    }
}

impl<C: ErrorCatalog> Eq for Url<C> {}

impl<C: ErrorCatalog> Hash for Url<C> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // A variant need not be `Hash`.
        self.variant.code().hash(state);
    }
}

#[cfg(feature = "serde")]
impl<C: ErrorCatalog> serde::Serialize for Url<C> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
