use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1foo, "a")]
    A,
    #[code(300u8, "b")]
    B,
}

fn main() {}
