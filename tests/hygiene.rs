//! The derive in a module where every name that generated code could use means
//! something else, and where every lint is an error.
#![no_implicit_prelude]
#![deny(warnings, missing_docs, clippy::pedantic, clippy::nursery)]
#![allow(clippy::std_instead_of_core)]

use ::jmessage_codes::ErrorCatalog;
use ::std::prelude::rust_2024::{Clone, Copy, Debug, Eq, PartialEq};
use ::std::{assert, assert_eq};

mod core {}

/// Names of the prelude and of the primitive types, for other types.
#[allow(non_camel_case_types, dead_code, unreachable_pub)]
mod shadows {
    pub struct Option;
    pub struct Result;
    pub struct Some;
    pub struct None;
    pub struct Ok;
    pub struct Err;
    pub struct String;
    pub struct TryFrom;
    pub struct FromStr;
    pub struct Entry;
    pub struct u8;
    pub struct u32;
    pub struct u64;
    pub struct usize;
    pub struct bool;
    pub struct str;
}

#[allow(unused_imports)]
use shadows::*;

/// A catalog that uses every feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i16, range = -1..=200, column(retriable: ::core::primitive::bool = false))]
#[cfg_attr(feature = "serde", catalog(serde))]
pub enum Broker {
    /// Has the name of a prelude item.
    #[code(0, "none", success)]
    None,
    /// Described by a comment.
    #[code(5 | 105, "some", retriable = true)]
    Some,
    /// Any other code.
    #[code(other, "other")]
    Err(::jmessage_codes::Unlisted<Self>),
}

/// An error with data.
#[derive(Debug, ErrorCatalog)]
#[catalog(code_enum = FailureCode, column(retriable: ::core::primitive::bool = false))]
pub enum Failure<T> {
    /// Has the name of a prelude item.
    #[code(1, "some", retriable = true)]
    Some(T),
    /// Has the name of another.
    #[code(2, "none")]
    None,
}

#[test]
fn an_error_with_data() {
    let failure = Failure::Some(7);
    assert_eq!(failure.error_code(), FailureCode::Some);
    assert_eq!((failure.code(), failure.retriable()), (1, true));
    assert!(Failure::<()>::None.error_code() == 2);
    assert_eq!(FailureCode::from_code(2), ::core::option::Option::Some(FailureCode::None));
}

#[test]
fn integers_in_a_module() {
    assert!(Broker::from_code(105) == ::core::option::Option::Some(Broker::Some));
    assert_eq!(<Broker as ::core::convert::From<_>>::from(7).code(), 7);
    assert_eq!(Broker::from_message("none"), [Broker::None]);
    assert!(Broker::Some.retriable());
    assert!(Broker::None.into_result().is_ok());
}

#[test]
fn strings_in_a_function() {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
    enum State {
        #[code("00000", "ok", success)]
        Ok,
        #[code("23505", "unique violation")]
        UniqueViolation,
    }

    assert!(State::from_code("23505").is_some());
    assert!(<State as ::core::convert::TryFrom<_>>::try_from("42").is_err());
    assert!("00000".parse::<State>() == ::core::result::Result::Ok(State::Ok));
}

#[test]
fn wide_codes_in_a_block() {
    let found = {
        #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
        #[catalog(code = u128)]
        enum Wide {
            #[code(0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF, "all bits")]
            AllBits,
        }

        Wide::from_code(::core::primitive::u128::MAX).map(Wide::name)
    };
    assert!(found == ::core::option::Option::Some("AllBits"));
}
