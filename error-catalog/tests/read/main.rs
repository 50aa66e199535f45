//! Documents to tables.

#[cfg(feature = "export")]
#[path = "../common/hostile.rs"]
mod hostile;
#[macro_use]
#[path = "../common/named_cases.rs"]
mod named_cases;
#[path = "../common/program.rs"]
mod program;

mod accounts;
mod bytes;
#[cfg(feature = "cli")]
mod cases;
mod documents;
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
#[cfg(feature = "export")]
mod panics;
mod regex;
mod vendor;
#[cfg(feature = "xlsx")]
mod workbooks;
mod xml;
mod yaml;
