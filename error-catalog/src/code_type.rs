//! The types that codes can have.

use std::any::TypeId;
use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::integer::{self, Integer};

macro_rules! code_types {
    ($($variant:ident $name:ident $low:expr, $high:expr;)*) => {
        /// The type of an enum's codes: an integer type, or `str`.
        ///
        /// ```
        /// use error_catalog::CodeType;
        ///
        /// assert_eq!("i16".parse(), Ok(CodeType::I16));
        /// assert_eq!(CodeType::I16.name(), "i16");
        /// assert_eq!("&str".parse(), Ok(CodeType::Str));
        /// assert!("f32".parse::<CodeType>().is_err());
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum CodeType {
            $(
                #[doc = concat!("`", stringify!($name), "`.")]
                $variant,
            )*
            /// `&'static str`.
            Str,
        }

        impl CodeType {
            /// The integer types, the smaller ones first.
            const INTEGERS: &[Self] = &[$(Self::$variant),*];

            /// The type's name: `u8`, `i8` and so on, or `str`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($name),)*
                    Self::Str => "str",
                }
            }

            /// The type of codes that is `T` in Rust; `None` if codes cannot have it.
            pub(crate) fn of<T: 'static>() -> Option<Self> {
                let integers = [$((TypeId::of::<$name>(), Self::$variant)),*];
                let text = (TypeId::of::<&'static str>(), Self::Str);
                let is_this = |(id, _): &(TypeId, Self)| *id == TypeId::of::<T>();
                integers.into_iter().chain([text]).find(is_this).map(|(_, code_type)| code_type)
            }

            /// The lowest and the highest number of an integer type.
            pub(crate) const fn range(self) -> Option<(Integer, Integer)> {
                match self {
                    $(Self::$variant => Some(($low, $high)),)*
                    Self::Str => None,
                }
            }
        }
    };
}

macro_rules! unsigned_and_signed {
    ($($unsigned_variant:ident $unsigned:ident $signed_variant:ident $signed:ident)*) => {
        code_types! {$(
            $unsigned_variant $unsigned
                Integer::Natural(0), Integer::Natural($unsigned::MAX as u128);
            $signed_variant $signed
                Integer::Negative($signed::MIN as i128), Integer::Natural($signed::MAX as u128);
        )*}
    };
}

unsigned_and_signed! {
    U8 u8 I8 i8 U16 u16 I16 i16 U32 u32 I32 i32 U64 u64 I64 i64 U128 u128 I128 i128
    Usize usize Isize isize
}

impl CodeType {
    /// Whether the number is in the range of an integer type.
    pub(crate) fn holds(self, number: Integer) -> bool {
        self.range().is_some_and(|(low, high)| (low..=high).contains(&number))
    }

    /// The smallest integer type of at least 32 bits that holds every number, if any. In a
    /// smaller type, a code that a vendor adds would often not fit.
    pub(crate) fn lasting(numbers: &[Integer]) -> Option<Self> {
        let low = numbers.iter().min().copied();
        let high = numbers.iter().max().copied();
        let holds_all = |integer: &Self| low.into_iter().chain(high).all(|n| integer.holds(n));
        let from_32_bits = Self::INTEGERS.iter().skip_while(|integer| **integer != Self::U32);
        from_32_bits.copied().find(holds_all)
    }

    /// The number that a document writes in decimal, or the bits of one in hexadecimal.
    pub(crate) fn read(self, code: &str) -> Option<Integer> {
        let bits = integer::hexadecimal(code).map(|bits| self.with_bits(bits));
        bits.or_else(|| integer::loose(code)).filter(|number| self.holds(*number))
    }

    /// The number with these bits, if only the unsigned type of the same width holds it.
    pub(crate) fn with_bits(self, number: Integer) -> Integer {
        match (number, self.range()) {
            (Integer::Natural(bits), Some((Integer::Negative(_), Integer::Natural(high))))
                if bits > high && bits <= self.all_bits() =>
            {
                // All bits set is -1, so the distance from there is the distance from -1.
                i128::try_from(self.all_bits() - bits).map_or(number, |far| (-1 - far).into())
            }
            _ => number,
        }
    }

    /// The bits of a number as `0x` and all digits of the type.
    pub(crate) fn hex(self, number: Integer) -> String {
        let all = self.all_bits();
        let bits = match number {
            Integer::Natural(number) => number,
            Integer::Negative(number) => all - number.unsigned_abs() + 1,
        };
        let width = all.count_ones() as usize / 4;
        format!("0x{bits:0width$X}")
    }

    /// Every bit of an integer type set.
    pub(crate) fn all_bits(self) -> u128 {
        match self.range() {
            Some((Integer::Negative(_), Integer::Natural(high))) => high << 1 | 1,
            Some((_, Integer::Natural(high))) => high,
            _ => 0,
        }
    }

    pub(crate) fn is_integer(self) -> bool {
        self != Self::Str
    }
}

/// The [name](CodeType::name).
impl fmt::Display for CodeType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Reads the [name](CodeType::name), and `&str` or `&'static str` for `str`.
impl FromStr for CodeType {
    type Err = UnknownCodeType;

    fn from_str(name: &str) -> Result<Self, UnknownCodeType> {
        if matches!(name, "str" | "&str" | "&'static str") {
            return Ok(Self::Str);
        }
        let found = Self::INTEGERS.iter().copied().find(|integer| integer.name() == name);
        found.ok_or_else(|| UnknownCodeType { name: name.to_owned() })
    }
}

/// Codes cannot have this type.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("codes cannot be {name:?}; name an integer type or str")]
pub struct UnknownCodeType {
    name: String,
}

/// A code in the form that is compared: the same number in any base, or the same text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum CodeKey {
    Number(Integer),
    Text(String),
}

impl CodeKey {
    /// A code of this type; `None` for integers whose type is not known yet. A code that does not
    /// have the type is a text.
    pub(crate) fn new(code: &str, code_type: Option<CodeType>) -> Self {
        let number = match code_type {
            Some(code_type) => code_type.read(code),
            None => integer::any(code),
        };
        number.map_or_else(|| Self::Text(code.to_owned()), Self::Number)
    }
}
