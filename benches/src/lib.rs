//! What the benchmarks share: the tables, the contenders and the loops.
#![forbid(unsafe_code)]

pub mod contenders;
mod generated;
pub mod queries;
pub mod random;
pub mod table;
