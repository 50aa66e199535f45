use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(16, "a")]
    A,
    #[code(0x10, "b")]
    B,
    #[code(0o20, "c")]
    C,
    #[code(0b1_0000, "d")]
    D,
}

fn main() {}
