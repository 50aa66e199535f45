//! The types a code can have.

use core::fmt::{Debug, Display};
use core::hash::Hash;

/// A type of error codes: every primitive integer, and `&'static str`.
///
/// The trait is sealed; the type of a catalog's codes is chosen with
/// `#[catalog(code = TYPE)]`, or by writing the codes as string literals.
pub trait CatalogCode:
    Copy + Debug + Display + Eq + Hash + Ord + Send + Sync + sealed::Sealed + 'static
{
    /// What a code is looked up by: the integer itself, and for strings a
    /// `&str` of any lifetime.
    type Query<'a>: Copy + Debug + Display + Eq + Hash + Ord;

    /// What the text of a code looks like, for error messages.
    const EXPECTED: &'static str;

    /// This code as something to look up.
    fn to_query(self) -> Self::Query<'static>;

    /// Reads a code from text, which for a string catalog is the text itself.
    ///
    /// `None` where the text is no decimal integer of this type. Blanks are
    /// not trimmed.
    ///
    /// ```
    /// use jmessage_codes::CatalogCode;
    ///
    /// assert_eq!(u32::parse_query("880203"), Some(880203));
    /// assert_eq!(i16::parse_query("-1"), Some(-1));
    /// assert_eq!(u8::parse_query("256"), None);
    /// assert_eq!(<&str>::parse_query("00000"), Some("00000"));
    /// ```
    fn parse_query(text: &str) -> Option<Self::Query<'_>>;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! integer_codes {
    ($($integer:ident)*) => {$(
        impl sealed::Sealed for $integer {}

        impl CatalogCode for $integer {
            type Query<'a> = Self;
            const EXPECTED: &'static str =
                concat!("a decimal integer that fits ", stringify!($integer));

            fn to_query(self) -> Self {
                self
            }

            fn parse_query(text: &str) -> Option<Self> {
                text.parse().ok()
            }
        }
    )*};
}

integer_codes!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

impl sealed::Sealed for &'static str {}

impl CatalogCode for &'static str {
    type Query<'a> = &'a str;
    const EXPECTED: &'static str = "a listed code";

    fn to_query(self) -> Self {
        self
    }

    fn parse_query(text: &str) -> Option<&str> {
        Some(text)
    }
}
