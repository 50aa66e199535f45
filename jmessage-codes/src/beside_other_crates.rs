//! What to write when a catalog meets another crate.
//!
//! A catalog is an enum, so most derives work on it as on any other: those of strum, `clap` and
//! `enum-map` with its names, serde's with [the key](derive@crate::ErrorCatalog#serde). Derives
//! for the enum of `code_enum` are written before
//! [its name](derive@crate::ErrorCatalog#errors-with-data). The snippets below are compiled with
//! each change of this crate.
//!
//! # What databases hand out
//!
//! Databases and other libraries hand out `i64` and `String`. A catalog converts from its own code
//! type only: with more impls `Door::try_from(7)` would not say which number 7 is. Each is one line:
//!
//! ```ignore
#![doc = include_str!("beside/conversions.rs")]
//! ```
//!
//! # sqlx
//!
//! With an integer in `#[repr(…)]` the discriminants of the enum of `code_enum` are its codes, which
//! is what the derive of sqlx writes.
//!
//! ```ignore
#![doc = include_str!("beside/sqlx.rs")]
//! ```
//!
//! # rusqlite
//!
//! ```ignore
#![doc = include_str!("beside/rusqlite.rs")]
//! ```
//!
//! # diesel
//!
//! ```ignore
#![doc = include_str!("beside/diesel.rs")]
//! ```
//!
//! # axum
//!
//! One impl serves all errors that have a code. actix's `ResponseError` and rocket's `Responder` take
//! the same status and body.
//!
//! ```ignore
#![doc = include_str!("beside/axum.rs")]
//! ```
//!
//! # utoipa
//!
//! With `#[catalog(utoipa)]`; the same goes for schemars and aide.
//!
//! ```ignore
#![doc = include_str!("beside/utoipa.rs")]
//! ```
//!
//! # tonic
//!
//! ```ignore
#![doc = include_str!("beside/tonic.rs")]
//! ```
//!
//! # clap
//!
//! ```ignore
#![doc = include_str!("beside/clap.rs")]
//! ```
//!
//! # miette
//!
//! The derive of miette takes the code from an attribute of its own and ignores a method `code()`.
//!
//! ```ignore
#![doc = include_str!("beside/miette.rs")]
//! ```
//!
//! # tracing
//!
//! ```ignore
#![doc = include_str!("beside/tracing.rs")]
//! ```
//!
//! # prost
//!
//! ```ignore
#![doc = include_str!("beside/prost.rs")]
//! ```
//!
//! # uniffi
//!
//! ```ignore
#![doc = include_str!("beside/uniffi.rs")]
//! ```
//!
//! # rkyv
//!
//! ```ignore
#![doc = include_str!("beside/rkyv.rs")]
//! ```
//!
//! # borsh
//!
//! ```ignore
#![doc = include_str!("beside/borsh.rs")]
//! ```
//!
//! # postcard
//!
//! `#[catalog(serde)]` is all that postcard needs. Its derive of `MaxSize` would be wrong:
//!
//! ```ignore
#![doc = include_str!("beside/postcard.rs")]
//! ```
//!
//! # proptest
//!
//! ```ignore
#![doc = include_str!("beside/proptest.rs")]
//! ```
