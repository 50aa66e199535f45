use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32, hex)]
#[repr(u32)]
enum E {
    #[code(0x80004005, "a")]
    A = 0x80070005,
}

fn main() {}
