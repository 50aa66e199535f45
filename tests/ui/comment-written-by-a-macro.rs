use jmessage_codes::{ErrorCatalog, Unlisted};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    /// The first part is a literal.
    #[doc = concat!("The second ", "is not.")]
    #[code(1, "a")]
    A,
    #[doc = include_str!("struct.rs")]
    #[code(2, "b")]
    B,
    #[doc = concat!("With a ", "description.")]
    #[code(3, "c", "d")]
    C,
    #[doc = stringify!(for any other code)]
    #[code(other, "e")]
    Other(Unlisted<Self>),
}

fn main() {
    let _ = (E::A.description(), E::from(7).code());
}
