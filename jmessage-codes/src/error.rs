//! The errors of the conversions into a catalog.

use core::error::Error;
use core::fmt;
use core::marker::PhantomData;

use crate::catalog::ErrorCatalog;
use crate::code::CatalogCode;
use crate::shown::Shown;

/// A code that the catalog `C` does not list.
///
/// The error of `TryFrom`, and of `FromStr` if the codes are strings. It neither
/// allocates nor borrows.
///
/// ```
/// use jmessage_codes::ErrorCatalog;
///
/// #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
/// enum Door {
///     #[code(7, "door jammed")]
///     Jammed,
/// }
///
/// let error = Door::try_from(8).unwrap_err();
/// assert_eq!(error.code(), Some(8));
/// assert_eq!(error.to_string(), "code 8 is not listed in `Door`");
/// ```
pub struct UnknownCode<C: ErrorCatalog> {
    code: Option<C::Code>,
}

impl<C: ErrorCatalog> UnknownCode<C> {
    pub(crate) const fn new(code: Option<C::Code>) -> Self {
        Self { code }
    }

    /// The code that was looked up, or `None` if the codes are strings: a copy would
    /// have to borrow or allocate, and the caller still has the text.
    #[must_use]
    pub const fn code(&self) -> Option<C::Code> {
        self.code
    }
}

impl<C: ErrorCatalog> Clone for UnknownCode<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: ErrorCatalog> Copy for UnknownCode<C> {}

impl<C: ErrorCatalog> PartialEq for UnknownCode<C> {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl<C: ErrorCatalog> Eq for UnknownCode<C> {}

impl<C: ErrorCatalog> fmt::Debug for UnknownCode<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UnknownCode")
            .field("catalog", &C::NAME)
            .field("code", &self.code.map(Shown::<C>))
            .finish()
    }
}

impl<C: ErrorCatalog> fmt::Display for UnknownCode<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code {
            Some(code) => {
                write!(formatter, "code {} is not listed in `{}`", Shown::<C>(code), C::NAME)
            }
            None => write!(formatter, "the code is not listed in `{}`", C::NAME),
        }
    }
}

impl<C: ErrorCatalog> Error for UnknownCode<C> {}

/// A text that is not a code of the catalog `C`: the error of `FromStr` if the codes
/// are integers.
///
/// It says what was expected and does not contain the text, so it neither borrows nor
/// allocates.
///
/// ```
/// # #[cfg(feature = "web")] {
/// use jmessage_codes::WebCode;
///
/// let error = "user not exist".parse::<WebCode>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "not a code of `WebCode`: expected a decimal integer that fits u32",
/// );
/// # }
/// ```
#[non_exhaustive]
pub enum ParseCodeError<C: ErrorCatalog> {
    /// The text is not an integer of the code type.
    Malformed,
    /// The text is a code, but the catalog does not list it. Never happens if the
    /// catalog has an `other` variant.
    Unknown(UnknownCode<C>),
}

impl<C: ErrorCatalog> Clone for ParseCodeError<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: ErrorCatalog> Copy for ParseCodeError<C> {}

impl<C: ErrorCatalog> PartialEq for ParseCodeError<C> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Malformed, Self::Malformed) => true,
            (Self::Unknown(one), Self::Unknown(two)) => one == two,
            _ => false,
        }
    }
}

impl<C: ErrorCatalog> Eq for ParseCodeError<C> {}

impl<C: ErrorCatalog> fmt::Debug for ParseCodeError<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed => formatter.write_str("Malformed"),
            Self::Unknown(unknown) => formatter.debug_tuple("Unknown").field(unknown).finish(),
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
            Self::Unknown(unknown) => fmt::Display::fmt(unknown, formatter),
        }
    }
}

impl<C: ErrorCatalog> Error for ParseCodeError<C> {}

impl<C: ErrorCatalog> From<UnknownCode<C>> for ParseCodeError<C> {
    fn from(unknown: UnknownCode<C>) -> Self {
        Self::Unknown(unknown)
    }
}

/// What a text must be to be a code.
pub(crate) struct Expected<C>(pub(crate) PhantomData<C>);

impl<C: ErrorCatalog> fmt::Display for Expected<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(C::Code::EXPECTED)?;
        if C::__HEX { formatter.write_str(", or 0x and its bits") } else { Ok(()) }
    }
}
