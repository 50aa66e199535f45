use jmessage_codes::{ErrorCatalog, Unlisted};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a")]
    A,
    Other(Unlisted<Self>),
}

fn main() {
    let _ = E::from(7);
}
