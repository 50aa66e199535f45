use jmessage_codes::{ErrorCatalog, Unlisted};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a")]
    A(u8),
    #[code(other, "other")]
    Other(Unlisted<Self>),
}

fn main() {
    println!("{:?} {}", E::from(1), E::from_code_or_other(2).code());
}
