use jmessage_codes::{ErrorCatalog, Unlisted};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[repr(u8)]
enum E {
    #[code(_, "a")]
    A = 7,
    #[code(other, "other")]
    Other(Unlisted<Self>),
    #[code(_, "b")]
    B,
}

fn main() {}
