//! What someone would write without the crate.
include!(concat!(env!("OUT_DIR"), "/by_hand.rs"));
wasm::export!(Code: name message description description_zh description_en);
