use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(5, "a")]
    A,
    #[code(_, "b")]
    B,
    #[code(_, "c")]
    C,
}

fn main() {}
