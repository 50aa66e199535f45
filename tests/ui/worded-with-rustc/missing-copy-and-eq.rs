use jmessage_codes::{ErrorCatalog, Unlisted};

#[derive(ErrorCatalog)]
enum E {
    #[code(1, "a")]
    A,
    #[code(other, "other")]
    Other(Unlisted<Self>),
}

fn main() {}
