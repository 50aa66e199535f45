use jmessage_codes::{ErrorCatalog, WebCode};
use proptest::prelude::*;
use proptest::sample::select;

/// The variants of any catalog.
pub fn listed<C: ErrorCatalog + std::fmt::Debug>() -> impl Strategy<Value = C> {
    select(C::ENTRIES.variants().collect::<Vec<C>>())
}

/// Any code, listed or not.
pub fn any_code() -> impl Strategy<Value = WebCode> {
    prop_oneof![listed(), any::<u32>().prop_map(WebCode::from)]
}
