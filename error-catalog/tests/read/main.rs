//! Documents to tables.

#[macro_use]
#[path = "../common/named_cases.rs"]
mod named_cases;
#[cfg(feature = "cli")]
#[path = "../common/program.rs"]
mod program;

mod bytes;
#[cfg(feature = "cli")]
mod cases;
mod formats;
mod guesses;
mod item_columns;
mod items;
mod items_beside;
mod large;
#[cfg(feature = "cli")]
mod limits;
mod markup;
mod mentions;
mod missed;
mod no_headings;
mod options;
mod regex;
mod vendor;
#[cfg(feature = "xlsx")]
mod workbooks;
mod xml;
mod yaml;
