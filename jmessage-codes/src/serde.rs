//! `#[catalog(serde)]`: a catalog is serialized as its code.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserializer, Serializer};

use crate::catalog::ErrorCatalog;
use crate::code::CatalogCode;
use crate::code::sealed::Sealed;
use crate::convert::parse_code;
use crate::error::Expected;
use crate::shown::Shown;

/// How a catalog is written and read. A form must read back exactly what it writes: a binary format
/// would read text as a wrong number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `serde`: as the code. If the format says whether a value is a number or text, it is
    /// read from both.
    Any,
    /// `serde(number)`.
    Number,
    /// `serde(string)`.
    String,
}

impl Form {
    /// Whether an integer is written as text.
    ///
    /// Integers that are too large for JSON values and other readable formats are, too.
    pub(crate) fn writes_text<C: ErrorCatalog>(self, is_human_readable: bool) -> bool {
        match self {
            Self::Any => C::Code::IS_WIDE && is_human_readable,
            Self::Number => false,
            Self::String => true,
        }
    }
}

/// Writes the code of a variant.
///
/// # Errors
///
/// Returns the serializer's errors.
pub fn serialize<C: ErrorCatalog, S: Serializer>(
    variant: C,
    form: Form,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serialize_code::<C, S>(variant.code(), form, serializer)
}

pub(crate) fn serialize_code<C: ErrorCatalog, S: Serializer>(
    code: C::Code,
    form: Form,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    if !C::Code::IS_TEXT && form.writes_text::<C>(serializer.is_human_readable()) {
        serializer.collect_str(&Shown::<C>(code))
    } else {
        code.serialize(serializer)
    }
}

/// Reads a catalog from a code.
///
/// # Errors
///
/// Fails if the input is not a code, or if the catalog does not list it and has no `other`
/// variant.
pub fn deserialize<'de, C: ErrorCatalog, D: Deserializer<'de>>(
    form: Form,
    deserializer: D,
) -> Result<C, D::Error> {
    let visitor = CodeVisitor { form, catalog: PhantomData };
    match form {
        Form::String => deserializer.deserialize_str(visitor),
        // A string catalog asks for a string, as `String` does: a format that guesses
        // the type would turn `00000` into a number.
        Form::Any if !C::Code::IS_TEXT && deserializer.is_human_readable() => {
            deserializer.deserialize_any(visitor)
        }
        Form::Any | Form::Number => C::Code::deserialize(deserializer, visitor),
    }
}

struct CodeVisitor<C> {
    form: Form,
    catalog: PhantomData<C>,
}

impl<C: ErrorCatalog> CodeVisitor<C> {
    fn find<E: Error>(&self, code: Option<C::Code>, unexpected: Unexpected) -> Result<C, E> {
        let Some(code) = code else { return Err(E::invalid_value(unexpected, self)) };
        C::try_from_code(code.to_query()).map_err(E::custom)
    }

    /// Finds a code that is written as a float of this precision.
    fn find_whole<E: Error>(&self, number: f64, digits: u32) -> Result<C, E> {
        #[allow(clippy::cast_possible_truncation, reason = "compared below")]
        let whole = number as i64;
        // At the limit and above, a float may have been rounded from another integer. Some JSON
        // readers round twice, so the limit is one bit below the mantissa.
        #[allow(clippy::cast_precision_loss, clippy::float_cmp, reason = "within the limit")]
        let is_whole = whole.unsigned_abs() < 1 << digits && whole as f64 == number;
        let code = if is_whole { C::Code::from_signed(whole.into()) } else { None };
        self.find(code, Unexpected::Float(number))
    }
}

impl<C: ErrorCatalog> Visitor<'_> for CodeVisitor<C> {
    type Value = C;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let is_number_as_text = self.form == Form::String && !C::Code::IS_TEXT;
        let form = if is_number_as_text { ", as a string" } else { "" };
        write!(formatter, "a code of `{}`, {}{form}", C::NAME, Expected::<C>(self.catalog))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<C, E> {
        self.find(C::Code::from_signed(number.into()), Unexpected::Signed(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<C, E> {
        self.find(C::Code::from_unsigned(number.into()), Unexpected::Unsigned(number))
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<C, E> {
        self.find(C::Code::from_signed(number), Unexpected::Other("integer"))
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<C, E> {
        self.find(C::Code::from_unsigned(number), Unexpected::Other("integer"))
    }

    /// Some writers have only floats.
    fn visit_f64<E: Error>(self, number: f64) -> Result<C, E> {
        self.find_whole(number, f64::MANTISSA_DIGITS - 1)
    }

    fn visit_f32<E: Error>(self, number: f32) -> Result<C, E> {
        self.find_whole(number.into(), f32::MANTISSA_DIGITS - 1)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<C, E> {
        let Some(code) = parse_code::<C>(text) else {
            return Err(E::invalid_value(Unexpected::Str(text), &self));
        };
        C::try_from_code(code).map_err(|error| {
            // The error of a conversion does not contain a string code.
            if C::Code::IS_TEXT {
                E::custom(format_args!("code {text:?} is not listed in `{}`", C::NAME))
            } else {
                E::custom(error)
            }
        })
    }
}

/// Implements serde's traits: the expansion of `#[catalog(serde)]`. Its names begin with
/// `__`, since the user's code may have any other. `__facade` is imported around it.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_serde {
    ($catalog:ty, $form:ident) => {
        #[automatically_derived]
        impl __facade::serde::Serialize for $catalog {
            fn serialize<__S: __facade::serde::Serializer>(
                &self,
                __serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                __facade::serialize(__facade::copy(self), __facade::Form::$form, __serializer)
            }
        }

        #[automatically_derived]
        impl<'de> __facade::serde::Deserialize<'de> for $catalog {
            fn deserialize<__D: __facade::serde::Deserializer<'de>>(
                __deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                __facade::deserialize(__facade::Form::$form, __deserializer)
            }
        }
    };
}
