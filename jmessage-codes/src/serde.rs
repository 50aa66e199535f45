//! `#[catalog(serde)]`: a catalog is serialized as its code.

use core::fmt;
use core::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, Unexpected, Visitor};

use crate::__private::try_from_code;
use crate::code::sealed::Sealed;
use crate::hex::{Expected, parse_code};
use crate::{CatalogCode, ErrorCatalog};

/// Reads a catalog from its code: a number of any width, or text. Formats that do
/// not describe themselves have the code type.
///
/// # Errors
///
/// If the input is not a code, or if the catalog does not list it and has no `other`
/// variant.
pub fn deserialize<'de, C, D>(deserializer: D) -> Result<C, D::Error>
where
    C: ErrorCatalog,
    D: Deserializer<'de>,
{
    if deserializer.is_human_readable() {
        deserializer.deserialize_any(CodeVisitor(PhantomData))
    } else {
        C::Code::deserialize(deserializer, CodeVisitor(PhantomData))
    }
}

struct CodeVisitor<C>(PhantomData<C>);

impl<C: ErrorCatalog> CodeVisitor<C> {
    fn find<E: Error>(&self, code: Option<C::Code>, unexpected: Unexpected) -> Result<C, E> {
        let Some(code) = code else { return Err(E::invalid_value(unexpected, self)) };
        try_from_code(code.to_query()).map_err(E::custom)
    }
}

impl<C: ErrorCatalog> Visitor<'_> for CodeVisitor<C> {
    type Value = C;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "a code of `{}`, {}", C::NAME, Expected::<C>(PhantomData))
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

    fn visit_str<E: Error>(self, text: &str) -> Result<C, E> {
        let Some(code) = parse_code::<C>(text) else {
            return Err(E::invalid_value(Unexpected::Str(text), &self));
        };
        let variant = C::__from_code_or_other(code);
        // A string code is not in the error of a conversion.
        let message = || E::custom(format_args!("code {code} is not listed in `{}`", C::NAME));
        variant.ok_or_else(message)
    }
}

/// Implements serde's traits: the expansion of `#[catalog(serde)]`. Its names begin with
/// `__`, since the user's code may have any other.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_serde {
    ($catalog:ty) => {
        #[automatically_derived]
        impl $crate::__private::serde::Serialize for $catalog {
            fn serialize<__S: $crate::__private::serde::Serializer>(
                &self,
                __serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                $crate::__private::serde::Serialize::serialize(
                    &$crate::ErrorCatalog::code($crate::__private::copy(self)),
                    __serializer,
                )
            }
        }

        #[automatically_derived]
        impl<'de> $crate::__private::serde::Deserialize<'de> for $catalog {
            fn deserialize<__D: $crate::__private::serde::Deserializer<'de>>(
                __deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                $crate::__private::deserialize(__deserializer)
            }
        }
    };
}
