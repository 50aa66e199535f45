use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i16)]
#[repr(i16)]
enum E {
    #[code(-3, "a")]
    A = 3,
    #[code(4, "b")]
    B = -0x4,
}

fn main() {}
