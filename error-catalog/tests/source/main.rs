//! Tables to enums, and enums in their source files.

// The mistakes that the derive reports.
#[allow(dead_code, reason = "the places of errors are not compared")]
#[path = "../../../tests/mistakes/kinds.rs"]
mod kinds;
#[allow(dead_code, reason = "the places of errors are not compared")]
#[path = "../../../tests/mistakes/table.rs"]
mod table;

mod enums;
mod import;
mod names;
mod refused;
