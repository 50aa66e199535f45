use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a", retired)]
    A,
    #[code(1, "b")]
    B,
}

fn main() {}
