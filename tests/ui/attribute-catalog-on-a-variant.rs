use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[catalog(code = u8)]
    #[code(1, "a")]
    A,
}

fn main() {}
