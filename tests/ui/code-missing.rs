use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code("message", "description")]
    A,
    #[code(2, "b")]
    B,
}

fn main() {}
