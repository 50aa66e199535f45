use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    A,
    #[code(2, "b")]
    B,
}

fn main() {}
