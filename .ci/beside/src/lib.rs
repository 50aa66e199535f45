//! The snippets of the page "Beside other crates".

::uniffi::setup_scaffolding!();

pub mod axum;
pub mod borsh;
pub mod clap;
pub mod conversions;
pub mod diesel;
pub mod miette;
pub mod postcard;
pub mod proptest;
pub mod prost;
pub mod rkyv;
pub mod rusqlite;
pub mod sqlx;
pub mod tonic;
pub mod tracing;
pub mod uniffi;
pub mod utoipa;
