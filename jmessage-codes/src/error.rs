//! The errors of conversions into a catalog.

use core::error::Error;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

use crate::catalog::{ErrorCatalog, TryFromCodeError};
use crate::code::CatalogCode;
use crate::shown::Shown;

impl<C: ErrorCatalog> TryFromCodeError<C> {
    /// The code that was looked up, or `None` if the codes are strings: a copy would
    /// have to borrow or allocate, and the caller still has the text.
    ///
    /// ```
    /// use jmessage_codes::ErrorCatalog;
    ///
    /// # #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
    /// # enum Door {
    /// #     #[code(7, "door jammed")]
    /// #     Jammed,
    /// # }
    /// let unlisted = Door::try_from(8).map_err(|error| error.code());
    /// assert_eq!(unlisted, Err(Some(8)));
    /// ```
    #[must_use]
    pub const fn code(&self) -> Option<C::Code> {
        self.code
    }
}

impl<C: ErrorCatalog> Clone for TryFromCodeError<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: ErrorCatalog> Copy for TryFromCodeError<C> {}

impl<C: ErrorCatalog> PartialEq for TryFromCodeError<C> {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl<C: ErrorCatalog> Eq for TryFromCodeError<C> {}

impl<C: ErrorCatalog> Hash for TryFromCodeError<C> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code.hash(state);
    }
}

impl<C: ErrorCatalog> fmt::Debug for TryFromCodeError<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("TryFromCodeError")
            .field("catalog", &C::NAME)
            .field("code", &self.code.map(Shown::<C>))
            .finish()
    }
}

impl<C: ErrorCatalog> fmt::Display for TryFromCodeError<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code {
            Some(code) => {
                write!(formatter, "code {} is not listed in `{}`", Shown::<C>(code), C::NAME)
            }
            None => write!(formatter, "the code is not listed in `{}`", C::NAME),
        }
    }
}

impl<C: ErrorCatalog> Error for TryFromCodeError<C> {}

/// A text that is not a code of the catalog `C`: the error of `FromStr` if the codes
/// are integers.
///
/// It says what was expected but does not contain the text, so it neither borrows nor allocates.
///
/// ```
/// # #[cfg(feature = "web")] {
/// use jmessage_codes::WebCode;
///
/// let error = "user not exist".parse::<WebCode>().err().ok_or("a code")?;
/// assert_eq!(
///     error.to_string(),
///     "not a code of `WebCode`: expected a decimal integer that fits u32",
/// );
/// # }
/// # Ok::<(), &str>(())
/// ```
#[non_exhaustive]
pub enum ParseCodeError<C: ErrorCatalog> {
    /// The text is not an integer of the code type.
    Malformed,
    /// The text is a code, but the catalog does not list it. Never happens if the
    /// catalog has an `other` variant.
    NotListed(TryFromCodeError<C>),
}

impl<C: ErrorCatalog> Clone for ParseCodeError<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: ErrorCatalog> Copy for ParseCodeError<C> {}

impl<C: ErrorCatalog> ParseCodeError<C> {
    fn unlisted(&self) -> Option<&TryFromCodeError<C>> {
        match self {
            Self::Malformed => None,
            Self::NotListed(unlisted) => Some(unlisted),
        }
    }
}

impl<C: ErrorCatalog> PartialEq for ParseCodeError<C> {
    fn eq(&self, other: &Self) -> bool {
        self.unlisted() == other.unlisted()
    }
}

impl<C: ErrorCatalog> Eq for ParseCodeError<C> {}

impl<C: ErrorCatalog> Hash for ParseCodeError<C> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.unlisted().hash(state);
    }
}

impl<C: ErrorCatalog> fmt::Debug for ParseCodeError<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed => formatter.write_str("Malformed"),
            Self::NotListed(unlisted) => {
                formatter.debug_tuple("NotListed").field(unlisted).finish()
            }
        }
    }
}

impl<C: ErrorCatalog> fmt::Display for ParseCodeError<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed => {
                write!(
                    formatter,
                    "not a code of `{}`: expected {}",
                    C::NAME,
                    Expected::<C>(PhantomData)
                )
            }
            Self::NotListed(unlisted) => fmt::Display::fmt(unlisted, formatter),
        }
    }
}

impl<C: ErrorCatalog> Error for ParseCodeError<C> {}

impl<C: ErrorCatalog> From<TryFromCodeError<C>> for ParseCodeError<C> {
    fn from(unlisted: TryFromCodeError<C>) -> Self {
        Self::NotListed(unlisted)
    }
}

/// Describes what a code looks like as text.
pub(crate) struct Expected<C>(pub(crate) PhantomData<C>);

impl<C: ErrorCatalog> fmt::Display for Expected<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(C::Code::__EXPECTED)?;
        if C::__HEX { formatter.write_str(", or 0x and its bits") } else { Ok(()) }
    }
}
