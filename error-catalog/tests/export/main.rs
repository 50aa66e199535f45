//! What an export writes.
#![cfg(feature = "export")]

#[path = "../common/hostile.rs"]
mod hostile;

mod hostile_tables;
mod html;
mod round_trip;
mod templates;
mod typescript;
mod written;
