//! Codes that the table does not list.

use core::fmt;
use core::hash::{Hash, Hasher};

use crate::catalog::ErrorCatalog;
#[cfg(feature = "serde")]
use crate::serde::{Form, serialize_code};
use crate::shown::Shown;

/// A code that the catalog `C` does not list: the field of its `other` variant.
///
/// Only conversions make one, as in `WebCode::from(881999)`, and only for an
/// unlisted code. So a listed code is never in an `other` variant.
///
/// It can be compared with a number. It is displayed the way the catalog displays its codes, and
/// serialized the way `#[catalog(serde)]` does:
///
/// ```
/// # #[cfg(feature = "web")] {
/// use jmessage_codes::WebCode;
///
/// match WebCode::from(881999) {
///     WebCode::Other(code) => {
///         assert_eq!(code.get(), 881999);
///         assert_eq!(code, 881999);
///         assert_eq!(code.to_string(), "881999");
///     }
///     _ => unreachable!("the table does not list 881999"),
/// }
/// # }
/// ```
pub struct Unlisted<C: ErrorCatalog> {
    kept: C::Code,
}

/// Keeps a code that the catalog does not list. Called by generated code only. If it were an
/// associated function, rustc would suggest it wherever a number is in place of a code.
#[must_use]
pub const fn unlisted<C: ErrorCatalog>(code: C::Code) -> Unlisted<C> {
    Unlisted { kept: code }
}

impl<C: ErrorCatalog> Unlisted<C> {
    /// The code.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::WebCode;
    ///
    /// let WebCode::Other(unlisted) = WebCode::from(881999) else { return Err("listed") };
    /// assert_eq!(unlisted.get(), 881999);
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[inline]
    #[must_use]
    #[doc(alias("code", "value"))]
    pub const fn get(self) -> C::Code {
        self.kept
    }
}

// By hand, since a derive would require the same traits of `C`.

impl<C: ErrorCatalog> Clone for Unlisted<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: ErrorCatalog> Copy for Unlisted<C> {}

impl<C: ErrorCatalog> PartialEq for Unlisted<C> {
    fn eq(&self, other: &Self) -> bool {
        self.kept == other.kept
    }
}

impl<C: ErrorCatalog> Eq for Unlisted<C> {}

impl<C: ErrorCatalog> PartialOrd for Unlisted<C> {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<C: ErrorCatalog> Ord for Unlisted<C> {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.kept.cmp(&other.kept)
    }
}

impl<C: ErrorCatalog> Hash for Unlisted<C> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.kept.hash(state);
    }
}

impl<C: ErrorCatalog> fmt::Debug for Unlisted<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&Shown::<C>(self.kept), formatter)
    }
}

impl<C: ErrorCatalog> fmt::Display for Unlisted<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Shown::<C>(self.kept), formatter)
    }
}

// There is no `Deserialize`, since it would accept any number.
#[cfg(feature = "serde")]
impl<C: ErrorCatalog> serde::Serialize for Unlisted<C> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_code::<C, S>(self.kept, Form::Any, serializer)
    }
}

macro_rules! compare_with {
    ($($integer:ident)*) => {$(
        impl<C: ErrorCatalog<Code = $integer>> PartialEq<$integer> for Unlisted<C> {
            fn eq(&self, code: &$integer) -> bool {
                self.kept == *code
            }
        }
    )*};
}

compare_with!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

#[cfg(all(test, feature = "serde", feature = "web"))]
mod tests {
    use super::Unlisted;
    use crate::WebCode;

    /// Does not compile if [`Unlisted`] can be deserialized, since the trait's
    /// parameter would be ambiguous.
    #[test]
    fn an_unlisted_code_cannot_be_deserialized() {
        trait IsNotRead<Marker> {
            const YES: bool = true;
        }
        impl<T> IsNotRead<()> for T {}
        impl<T: serde::de::DeserializeOwned> IsNotRead<u8> for T {}

        const { assert!(<Unlisted<WebCode> as IsNotRead<_>>::YES) };
    }
}
