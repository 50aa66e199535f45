#![cfg_attr(feature = "web", doc = include_str!("../README.md"))]
#![cfg_attr(not(feature = "web"), doc = "Tables of error codes as enums.")]
#![no_std]
// docs.rs shows which feature an item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]
#[cfg(feature = "alloc")]
extern crate alloc;
// The paths that the derive writes begin with the name of this crate.
extern crate self as jmessage_codes;

// The name has the version, so that an error about a derive of another version shows it.
#[doc(hidden)]
#[path = "private.rs"]
pub mod __private_0_1_0;
mod any;
mod any_entry;
mod any_table;
// It has nothing but documentation.
#[cfg(doc)]
pub mod beside_other_crates;
#[cfg(feature = "serde")]
mod by_name;
mod catalog;
mod code;
mod coded;
mod codes;
mod column;
mod convert;
#[cfg(feature = "defmt")]
mod defmt;
mod derived;
mod disjoint;
mod entries;
mod entry;
mod error;
mod facts;
mod formula;
mod handles;
mod hex;
mod kind;
mod lookup;
mod maybe_listed;
mod numbers;
#[cfg(any(feature = "schemars", feature = "utoipa"))]
mod schema;
#[cfg(feature = "schemars")]
mod schemars;
#[cfg(feature = "serde")]
mod serde;
mod shown;
mod texts;
mod unlisted;
mod url;
#[cfg(feature = "utoipa")]
mod utoipa;
mod variants;
#[cfg(feature = "web")]
mod web;

pub use any::{AnyCatalog, AnyEntries};
pub use any_entry::{AnyCode, AnyEntry};
pub use catalog::{Coded, ErrorCatalog, TryFromCodeError};
pub use code::CatalogCode;
pub use column::Column;
pub use entries::EntriesIter;
pub use error::ParseCodeError;
pub use handles::{Entries, Entry, Url};
#[doc = include_str!("derive.md")]
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
    ($($catalog:tt)*) => {
        ::core::compile_error! {
            "#[catalog(serde)] needs the feature `serde` of `jmessage-codes`; enable it in Cargo.toml"
        }
    };
}

/// `#[catalog(schemars)]` without the feature `schemars`: an error.
#[cfg(not(feature = "schemars"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_schemars {
    ($($catalog:tt)*) => {
        ::core::compile_error! {
            "#[catalog(schemars)] needs the feature `schemars` of `jmessage-codes`; enable it in Cargo.toml"
        }
    };
}

/// `#[catalog(utoipa)]` without the feature `utoipa`: an error.
#[cfg(not(feature = "utoipa"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_utoipa {
    ($($catalog:tt)*) => {
        ::core::compile_error! {
            "#[catalog(utoipa)] needs the feature `utoipa` of `jmessage-codes`; enable it in Cargo.toml"
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
