use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32, hex)]
enum E {
    #[code(0x180070005, "a")]
    A,
    #[code(2147942405, "b")]
    B,
}

fn main() {}
