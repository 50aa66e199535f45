use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32, hex)]
enum E {
    #[code(0x80070005, "a")]
    A,
    #[code(-2147024891, "b")]
    B,
}

fn main() {}
