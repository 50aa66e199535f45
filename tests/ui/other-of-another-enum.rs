use jmessage_codes::{ErrorCatalog, Unlisted, WebCode};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a")]
    A,
    #[code(other, "other")]
    Other(Unlisted<WebCode>),
}

fn main() {}
