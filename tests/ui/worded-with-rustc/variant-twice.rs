use jmessage_codes::{ErrorCatalog, Unlisted};

#[derive(Clone, Copy, ErrorCatalog)]
#[repr(u8)]
enum E {
    #[code(1, "a")]
    A = 1,
    #[code(2, "b")]
    A = 2,
    #[code(3, "c")]
    r#B,
    #[code(4, "d")]
    B,
    #[code(other, "e")]
    Other(Unlisted<Self>),
}

impl PartialEq for E {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for E {}

fn main() {
    let _ = (E::from(1).code(), E::A.message());
}
