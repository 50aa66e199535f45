use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code("a", 1)]
    A,
    #[code("b", 2, "described")]
    B,
    #[code(3, "c")]
    C,
}

fn main() {}
