//! Enums that are brought up to date in their source file.

#[macro_use]
#[path = "../common/named_cases.rs"]
mod named_cases;

mod applied;
mod codes;
mod edits;
mod guard;
mod variants;
