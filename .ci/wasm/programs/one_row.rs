//! A table of one row.
use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(description_zh: &str))]
enum Code {
    #[code(0, "", "", success, description_zh = "")]
    Success,
    #[code(other, "", "", description_zh = "")]
    Other(u32),
}

wasm::export!(Code: name message description description_zh);
