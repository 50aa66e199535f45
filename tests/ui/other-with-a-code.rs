use jmessage_codes::{ErrorCatalog, Unlisted};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a")]
    A,
    #[code(other | 2, "other")]
    Other(Unlisted<Self>),
    #[code(3, "b", other)]
    B,
}

fn main() {}
