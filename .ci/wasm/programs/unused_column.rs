//! The whole table, of which the program does not use the column.
include!(concat!(env!("OUT_DIR"), "/unused_column.rs"));
wasm::export!(Code: name message description);
