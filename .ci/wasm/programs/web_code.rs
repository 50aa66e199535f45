//! The whole table.
wasm::export!(jmessage_codes::WebCode: name message description description_zh description_en);
