use jmessage_codes::ErrorCatalog;

const FIRST: isize = 6;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(_, "a")]
    A = FIRST,
    #[code(7, "b")]
    B,
    #[code(_, "c")]
    C,
}

fn main() {}
