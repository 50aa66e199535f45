//! Enums that are brought up to date in their source file.

#[path = "../common/hostile.rs"]
mod hostile;
#[macro_use]
#[path = "../common/named_cases.rs"]
mod named_cases;
#[path = "../common/program.rs"]
mod program;

mod applied;
mod codes;
mod edited;
mod edits;
mod guard;
mod layout;
mod layouts;
mod properties;
mod variants;
