use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1 + 1, "a")]
    A,
    #[code(1 << 3, "b")]
    B,
    #[code((1), "c")]
    C,
}

fn main() {}
