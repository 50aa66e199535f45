use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1 | 2, "a")]
    A,
    #[code(3 | 1, "b")]
    B,
    #[code(2, "c")]
    C,
}

fn main() {}
