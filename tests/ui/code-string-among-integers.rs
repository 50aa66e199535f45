use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a")]
    A,
    #[code("2", "b")]
    B,
    #[code(3, "c")]
    C,
}

fn main() {}
