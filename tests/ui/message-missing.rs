use jmessage_codes::{ErrorCatalog, Unlisted};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1)]
    A,
    #[code(2, success)]
    B,
    #[code(other)]
    Other(Unlisted<Self>),
}

fn main() {}
