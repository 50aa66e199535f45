use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i8)]
enum E {
    #[code(0, "a")]
    A,
    #[code(-0, "b")]
    B,
}

fn main() {}
