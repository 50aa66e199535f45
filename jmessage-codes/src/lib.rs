#![doc = include_str!("../README.md")]
#![no_std]
// So that the derive's paths hold inside this crate too.
extern crate self as jmessage_codes;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod catalog;
mod code;
mod entry;
mod error;
#[cfg(feature = "web")]
mod web;

pub use catalog::ErrorCatalog;
pub use code::CatalogCode;
pub use entry::{Column, Entry};
pub use error::{ParseCodeError, UnknownCode};
/// Makes an enum a catalog of error codes.
pub use jmessage_codes_derive::ErrorCatalog;
#[cfg(feature = "web")]
pub use web::WebCode;
