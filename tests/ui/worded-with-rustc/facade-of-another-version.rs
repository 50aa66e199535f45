/// The crate of another version: what generated code calls has another name.
mod old {
    pub use jmessage_codes::{
        Coded, Entries, Entry, ErrorCatalog, Kind, ParseCodeError, TryFromCodeError, Variants,
    };
}

#[derive(Clone, Copy, PartialEq, Eq, old::ErrorCatalog)]
#[catalog(crate = old)]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {}
