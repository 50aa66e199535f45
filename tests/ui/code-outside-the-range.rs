use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i16, range = -1..=200)]
enum E {
    #[code(-2, "a")]
    A,
    #[code(-1, "b")]
    B,
    #[code(201 | 200, "c")]
    C,
}

fn main() {}
