use jmessage_codes::{ErrorCatalog, Unlisted};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(other, "other")]
    Other(Unlisted<Self>),
}

fn main() {}
