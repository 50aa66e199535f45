#![cfg_attr(feature = "web", doc = include_str!("../README.md"))]
#![cfg_attr(not(feature = "web"), doc = "Tables of error codes as enums.")]
#![no_std]
// docs.rs says which feature an item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]
// The derive's paths begin with the name of this crate.
#[cfg(feature = "alloc")]
extern crate alloc;
extern crate self as jmessage_codes;

// With the version, so that the error names it if the derive is of another one.
#[doc(hidden)]
#[path = "private.rs"]
pub mod __private_0_1_0;
mod any;
mod catalog;
mod code;
mod coded;
mod codes;
mod column;
mod convert;
mod derived;
mod disjoint;
mod entry;
mod error;
mod facts;
mod formula;
mod hex;
mod kind;
mod lookup;
mod maybe_listed;
mod numbers;
#[cfg(feature = "serde")]
mod serde;
mod shown;
mod texts;
mod unlisted;
mod variants;
#[cfg(feature = "web")]
mod web;

pub use any::{AnyCatalog, AnyCode, AnyEntries, AnyEntry};
pub use catalog::{Coded, Entries, Entry, ErrorCatalog, TryFromCodeError};
pub use code::CatalogCode;
pub use column::Column;
pub use entry::EntriesIter;
pub use error::ParseCodeError;
/// Makes an enum a catalog of error codes.
///
/// Each variant needs a `#[code(CODE, "message", "description")]`, and the enum can
/// have a `#[catalog(…)]`. [The crate's documentation](crate#a-table-of-your-own) has
/// all their options. The enum gets `const` methods and an implementation of the
/// [trait](trait@ErrorCatalog) of the same name. Lookups take constant time and do not
/// allocate.
///
/// ```
/// use jmessage_codes::{ErrorCatalog, Unlisted};
///
/// #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
/// enum Door {
///     #[code(7, "door jammed", "The door is jammed")]
///     Jammed,
///     #[code(other, "unlisted error")]
///     Other(Unlisted<Self>),
/// }
///
/// assert_eq!(Door::from(7), Door::Jammed);
/// assert_eq!(Door::Jammed.message(), "door jammed");
/// assert!(matches!(Door::from(8), Door::Other(code) if code == 8));
/// ```
///
/// Mistakes in a table are compile errors, each at its place and all reported at
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
pub use kind::{Kind, ParseKindError};
pub use maybe_listed::MaybeListed;
pub use unlisted::Unlisted;
pub use variants::{Variants, VariantsIter};
#[cfg(feature = "web")]
pub use web::{Operation, WebCode};

/// `#[catalog(serde)]` without the feature `serde`: an error.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_serde {
    ($catalog:ty, $form:ident) => {
        ::core::compile_error! {
            "#[catalog(serde)] needs the feature `serde` of `jmessage-codes`; enable it in Cargo.toml"
        }
    };
}

/// A column's value. If it is not an expression, rustc reports its tokens here.
#[doc(hidden)]
#[macro_export]
macro_rules! __value {
    ($value:expr) => {
        $value
    };
}
