use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(7, "a")]
    A,
    #[code(007, "b")]
    B,
}

fn main() {}
