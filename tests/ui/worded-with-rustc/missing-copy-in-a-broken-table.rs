use jmessage_codes::ErrorCatalog;

#[derive(Clone, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a")]
    A,
    #[code(1, "b")]
    B,
}

fn main() {}
