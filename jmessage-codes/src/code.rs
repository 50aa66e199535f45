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

pub(crate) mod sealed {
    /// Keeps the implementations to this crate, and has what only it calls.
    pub trait Sealed: Sized {
        /// The number as a code, where codes are integers and it fits.
        #[cfg(feature = "serde")]
        fn from_signed(number: i128) -> Option<Self>;

        /// The number as a code, where codes are integers and it fits.
        #[cfg(feature = "serde")]
        fn from_unsigned(number: u128) -> Option<Self>;

        /// Has a visitor visit the code in a format that must be told the type.
        #[cfg(feature = "serde")]
        fn deserialize<'de, D, V>(deserializer: D, visitor: V) -> Result<V::Value, D::Error>
        where
            D: serde::Deserializer<'de>,
            V: serde::de::Visitor<'de>;
    }
}

macro_rules! integer_codes {
    ($($integer:ident as $serde:ident)*) => {$(
        impl sealed::Sealed for $integer {
            #[cfg(feature = "serde")]
            fn from_signed(number: i128) -> Option<Self> {
                number.try_into().ok()
            }

            #[cfg(feature = "serde")]
            fn from_unsigned(number: u128) -> Option<Self> {
                number.try_into().ok()
            }

            #[cfg(feature = "serde")]
            fn deserialize<'de, D, V>(deserializer: D, visitor: V) -> Result<V::Value, D::Error>
            where
                D: serde::Deserializer<'de>,
                V: serde::de::Visitor<'de>,
            {
                deserializer.$serde(visitor)
            }
        }

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

integer_codes! {
    u8 as deserialize_u8
    u16 as deserialize_u16
    u32 as deserialize_u32
    u64 as deserialize_u64
    u128 as deserialize_u128
    usize as deserialize_u64
    i8 as deserialize_i8
    i16 as deserialize_i16
    i32 as deserialize_i32
    i64 as deserialize_i64
    i128 as deserialize_i128
    isize as deserialize_i64
}

impl sealed::Sealed for &'static str {
    #[cfg(feature = "serde")]
    fn from_signed(_: i128) -> Option<Self> {
        None
    }

    #[cfg(feature = "serde")]
    fn from_unsigned(_: u128) -> Option<Self> {
        None
    }

    #[cfg(feature = "serde")]
    fn deserialize<'de, D, V>(deserializer: D, visitor: V) -> Result<V::Value, D::Error>
    where
        D: serde::Deserializer<'de>,
        V: serde::de::Visitor<'de>,
    {
        deserializer.deserialize_str(visitor)
    }
}

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
