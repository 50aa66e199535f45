//! How to use a catalog together with other crates.
//!
//! A catalog is an enum, so most derives work on it as on any other. Those of strum, `clap` and
//! `enum-map` use the names of the variants; for serde, use
//! [the key](derive@crate::ErrorCatalog#serde). Derives for the enum that `code_enum` makes go
//! before [its name](derive@crate::ErrorCatalog#errors-with-data). CI compiles the snippets
//! below.
//!
//! # What databases return
//!
//! Databases and other libraries return `i64` and `String`. A catalog converts from its own code
//! type only: with more impls, the type of 7 in `Door::try_from(7)` would be ambiguous. Each
//! conversion takes one line:
//!
//! ```ignore
#![doc = include_str!("beside/conversions.rs")]
//! ```
//!
//! # sqlx
//!
//! With an integer in `#[repr(…)]`, the discriminants of the enum that `code_enum` makes are its
//! codes. The derive of sqlx stores discriminants.
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
//! Use `#[catalog(utoipa)]`. The same applies to schemars and aide.
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
//! The derive of miette takes the code from its own attribute and ignores a method `code()`.
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
//! `#[catalog(serde)]` is all that postcard needs. Only its derive for `MaxSize` would be wrong:
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
