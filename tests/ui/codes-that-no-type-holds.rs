use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(-5, "a")]
    A,
    #[code(0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF, "b")]
    B,
}

fn main() {}
