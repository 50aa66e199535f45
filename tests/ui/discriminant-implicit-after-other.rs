use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[repr(u8)]
enum E {
    #[code(_, "a")]
    A = 7,
    #[code(other, "other")]
    Other(u32),
    #[code(_, "b")]
    B,
}

fn main() {}
