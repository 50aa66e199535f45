//! What the build script writes: for each table its enums and maps, and the
//! functions `by_code` and `by_message`, which return a table's contenders.

include!(concat!(env!("OUT_DIR"), "/tables.rs"));
