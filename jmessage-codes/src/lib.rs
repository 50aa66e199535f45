#![cfg_attr(feature = "web", doc = include_str!("../README.md"))]
#![cfg_attr(not(feature = "web"), doc = "Vendors' tables of error codes as enums.")]
#![cfg_attr(not(feature = "table"), no_std)]
// So that the derive's paths hold inside this crate too.
extern crate self as jmessage_codes;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod any;
mod catalog;
mod code;
mod disjoint;
mod entry;
mod error;
#[cfg(feature = "serde")]
mod serde;
#[cfg(feature = "table")]
pub mod table;
#[cfg(feature = "web")]
mod web;

pub use any::{AnyCatalog, AnyEntry};
pub use catalog::{CatalogEnum, ErrorCatalog};
pub use code::CatalogCode;
pub use entry::{Column, Entry};
pub use error::{ParseCodeError, UnknownCode};
/// Makes an enum a catalog of error codes.
pub use jmessage_codes_derive::ErrorCatalog;
#[cfg(feature = "web")]
pub use web::WebCode;

/// `#[catalog(serde)]` without the feature that it needs.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_serde {
    ($catalog:ty) => {
        ::core::compile_error! {
            "#[catalog(serde)] needs the feature `serde` of jmessage-codes"
        }
    };
}

/// A column's value. What is no expression is an error here, at its tokens.
#[doc(hidden)]
#[macro_export]
macro_rules! __value {
    ($value:expr) => {
        $value
    };
}
