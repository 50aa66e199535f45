use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(_, "a")]
    A,
    #[code(_, "b")]
    B,
}

fn main() {}
