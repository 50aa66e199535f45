//! What the benches share: the tables, the queries, the contenders, and the
//! packages that a bench compiles.
#![forbid(unsafe_code)]

mod by_code;
mod by_message;
pub mod contender;
pub mod contenders;
#[allow(clippy::pedantic, unreachable_pub, reason = "a program writes it and nobody reads it")]
mod generated;
pub mod output;
pub mod project;
pub mod queries;
pub mod random;
pub mod source;
pub mod table;

/// Whether this program runs as a bench. `cargo test --all-targets` runs the
/// same programs to see that they start.
#[must_use]
pub fn is_bench() -> bool {
    std::env::args().any(|argument| argument == "--bench")
}
