use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1u8, "a")]
    A,
    #[code(2u32, "b")]
    B,
    #[code(3i64, "c")]
    C,
}

fn main() {}
