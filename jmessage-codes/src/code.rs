//! The types a code can have.

use core::fmt::{Debug, Display};
use core::hash::Hash;

/// The type of a catalog's codes: any primitive integer, or `&'static str`.
///
/// No other type can implement it. To choose the type, write `#[catalog(code = TYPE)]`, or write
/// the codes as string literals.
pub trait CatalogCode:
    Copy + Debug + Display + Eq + Hash + Ord + Send + Sync + sealed::Sealed + 'static
{
    /// The argument of a lookup: the integer itself, or a `&str` with any lifetime.
    type Query<'a>: Copy + Debug + Display + Eq + Hash + Ord;

    /// Describes the text of a code, for error messages.
    #[doc(hidden)]
    const __EXPECTED: &'static str;

    /// The code as the argument of a lookup.
    ///
    /// ```
    /// use jmessage_codes::{CatalogCode, ErrorCatalog};
    ///
    /// /// Whether another catalog with codes of the same type lists this code too.
    /// fn is_shared<A: ErrorCatalog, B: ErrorCatalog<Code = A::Code>>(variant: A) -> bool {
    ///     B::from_code(variant.code().to_query()).is_some()
    /// }
    ///
    /// #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
    /// enum Door {
    ///     #[code("J", "door jammed")]
    ///     Jammed,
    /// }
    ///
    /// #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
    /// enum Window {
    ///     #[code("J", "window jammed")]
    ///     Jammed,
    /// }
    ///
    /// assert!(is_shared::<Door, Window>(Door::Jammed));
    /// ```
    fn to_query(self) -> Self::Query<'static>;

    /// The code that was looked up, or `None` for a string: a copy would have to borrow
    /// or allocate.
    #[doc(hidden)]
    fn __of_query(query: Self::Query<'_>) -> Option<Self>;

    /// Whether this is the code that is looked up.
    #[doc(hidden)]
    fn __is(self, query: Self::Query<'_>) -> bool;

    /// The code with these bits, if they fit and the codes are integers.
    #[doc(hidden)]
    fn __from_bits<'a>(bits: u128) -> Option<Self::Query<'a>>;

    /// The decimal code in a text, if it fits. A string code is the text itself.
    #[doc(hidden)]
    fn __parse(text: &str) -> Option<Self::Query<'_>>;
}

pub(crate) mod sealed {
    /// Seals `CatalogCode`. Its methods are called only by this crate.
    pub trait Sealed: Sized {
        /// The bits of an integer, and how many bytes it has.
        fn to_bits(self) -> Option<(u128, usize)>;

        /// Logs the code.
        #[cfg(feature = "defmt")]
        fn format(self, formatter: defmt::Formatter<'_>);

        /// The number as a code, if the codes are integers and it fits.
        #[cfg(feature = "serde")]
        fn from_signed(number: i128) -> Option<Self>;

        /// The number as a code, if the codes are integers and it fits.
        #[cfg(feature = "serde")]
        fn from_unsigned(number: u128) -> Option<Self>;

        /// Whether numbers of this type are too large for many formats.
        #[cfg(feature = "serde")]
        const IS_WIDE: bool;

        /// Whether the codes are strings.
        #[cfg(feature = "serde")]
        const IS_TEXT: bool;

        /// The lowest and the highest code, if they are integers of at most 64 bits.
        #[cfg(any(feature = "schemars", feature = "utoipa"))]
        const LIMITS: Option<(i64, u64)>;

        /// Writes the code as a value of its own type.
        #[cfg(feature = "serde")]
        fn serialize<S: serde::Serializer>(self, serializer: S) -> Result<S::Ok, S::Error>;

        /// Asks a format for a value of this type.
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
            #[allow(trivial_numeric_casts, clippy::cast_sign_loss)]
            #[allow(clippy::cast_lossless, reason = "the bits are wanted")]
            fn to_bits(self) -> Option<(u128, usize)> {
                Some((self as u128 & (u128::MAX >> (128 - Self::BITS)), size_of::<Self>()))
            }

            #[cfg(feature = "defmt")]
            fn format(self, formatter: defmt::Formatter<'_>) {
                defmt::Format::format(&self, formatter);
            }

            #[cfg(feature = "serde")]
            const IS_WIDE: bool = Self::BITS > 64;

            #[cfg(feature = "serde")]
            const IS_TEXT: bool = false;

            #[cfg(any(feature = "schemars", feature = "utoipa"))]
            #[allow(trivial_numeric_casts, clippy::cast_lossless, reason = "any integer")]
            #[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, clippy::cast_sign_loss)]
            const LIMITS: Option<(i64, u64)> =
                if Self::IS_WIDE { None } else { Some((Self::MIN as i64, Self::MAX as u64)) };

            #[cfg(feature = "serde")]
            fn serialize<S: serde::Serializer>(self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&self, serializer)
            }

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
            const __EXPECTED: &'static str =
                concat!("a decimal integer that fits ", stringify!($integer));

            fn to_query(self) -> Self {
                self
            }

            fn __of_query(query: Self) -> Option<Self> {
                Some(query)
            }

            fn __is(self, query: Self) -> bool {
                self == query
            }

            #[allow(trivial_numeric_casts, clippy::cast_possible_truncation)]
            #[allow(clippy::cast_possible_wrap, reason = "the bits are wanted")]
            fn __from_bits<'a>(bits: u128) -> Option<Self::Query<'a>> {
                let code = bits as Self;
                (sealed::Sealed::to_bits(code)?.0 == bits).then_some(code)
            }

            fn __parse(text: &str) -> Option<Self> {
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
    fn to_bits(self) -> Option<(u128, usize)> {
        None
    }

    #[cfg(feature = "defmt")]
    fn format(self, formatter: defmt::Formatter<'_>) {
        defmt::Format::format(self, formatter);
    }

    #[cfg(feature = "serde")]
    const IS_WIDE: bool = false;

    #[cfg(feature = "serde")]
    const IS_TEXT: bool = true;

    #[cfg(any(feature = "schemars", feature = "utoipa"))]
    const LIMITS: Option<(i64, u64)> = None;

    #[cfg(feature = "serde")]
    fn serialize<S: serde::Serializer>(self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }

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
    const __EXPECTED: &'static str = "a string";

    fn to_query(self) -> Self {
        self
    }

    fn __of_query(_: &str) -> Option<Self> {
        None
    }

    fn __is(self, query: &str) -> bool {
        self == query
    }

    fn __from_bits<'a>(_: u128) -> Option<Self::Query<'a>> {
        None
    }

    fn __parse(text: &str) -> Option<&str> {
        Some(text)
    }
}
