use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = u16)]
enum E {
    #[code("1", "a")]
    A,
    #[code("2", "b")]
    B,
}

fn main() {}
