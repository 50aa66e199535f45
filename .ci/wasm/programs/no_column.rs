//! The table as it would be without the column.
include!(concat!(env!("OUT_DIR"), "/no_column.rs"));
wasm::export!(Code: name message description);
