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
pub use catalog::ErrorCatalog;
pub use code::CatalogCode;
pub use entry::{Column, Entry};
pub use error::{ParseCodeError, UnknownCode};
/// Makes an enum a catalog of error codes.
///
/// Each variant bears a `#[code(CODE, "message", "description")]`, the enum may
/// bear a `#[catalog(…)]`; what else may stand in them is in [the crate's
/// documentation](crate#a-table-of-your-own). The enum gets `const` methods and
/// an implementation of the [trait](trait@ErrorCatalog) of the same name.
/// Lookups take constant time and do not allocate.
///
/// ```
/// use jmessage_codes::ErrorCatalog;
///
/// #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
/// enum Door {
///     #[code(7, "door jammed", "The door is jammed")]
///     Jammed,
///     #[code(other, "unlisted error")]
///     Other(u32),
/// }
///
/// assert_eq!(Door::from(7), Door::Jammed);
/// assert_eq!(Door::Jammed.message(), "door jammed");
/// assert_eq!(Door::from(8), Door::Other(8));
/// ```
///
/// Every mistake in a table is a compile error at its place, all of them at
/// once.
///
/// ```compile_fail
/// # use jmessage_codes::ErrorCatalog;
/// # #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
/// # enum Door {
/// #[code(7, "door jammed")]
/// Jammed,
/// #[code(7, "door open")] // duplicate code 7: `Jammed` has it already
/// Open,
/// # }
/// ```
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
