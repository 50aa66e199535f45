use jmessage_codes::{ErrorCatalog, Unlisted};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(severity: u8))]
enum E {
    #[code(1, "a", severity = 3)]
    A,
    #[code(2, "b")]
    B,
    #[code(other, "c")]
    Other(Unlisted<Self>),
}

fn main() {}
