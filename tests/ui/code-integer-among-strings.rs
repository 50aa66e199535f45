use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code("00000", "a")]
    A,
    #[code(23505, "b")]
    B,
    #[code("23503", "c")]
    C,
}

fn main() {}
