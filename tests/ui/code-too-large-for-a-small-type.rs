use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = u8)]
enum E {
    #[code(1, "a")]
    A,
    #[code(256, "b")]
    B,
}

fn main() {}
