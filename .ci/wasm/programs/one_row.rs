//! A table of one row.
use jmessage_codes::{ErrorCatalog, Unlisted};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(description_zh: &str), column(description_en: &str))]
enum Code {
    #[code(0, "", "", success, description_zh = "", description_en = "")]
    Success,
    #[code(other, "", "", description_zh = "", description_en = "")]
    Other(Unlisted<Self>),
}

wasm::export!(Code: name message description description_zh description_en);
