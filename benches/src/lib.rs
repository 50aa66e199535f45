//! What the benchmarks share: the tables, the contenders and the loops.
#![forbid(unsafe_code)]

pub mod contenders;
#[allow(clippy::pedantic, unreachable_pub, reason = "no one reads it")]
mod generated;
pub mod queries;
pub mod random;
pub mod table;
