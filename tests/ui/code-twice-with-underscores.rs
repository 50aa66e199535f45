use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1_000, "a")]
    A,
    #[code(1000, "b")]
    B,
}

fn main() {}
