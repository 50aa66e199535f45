use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code("00000", "a")]
    A,
    #[code("00001", "b")]
    B,
    #[code(_, "c")]
    C = 7,
}

fn main() {}
