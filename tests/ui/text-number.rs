use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a", 1)]
    A,
    #[code(2, -2)]
    B,
}

fn main() {}
