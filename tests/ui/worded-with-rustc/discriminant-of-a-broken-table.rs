use jmessage_codes::ErrorCatalog;

// rustc panics if a constant refers to an array with such a variant.
#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[repr(u8)]
enum E {
    #[code(2, "a")]
    A = 2,
    #[code(2, "b")]
    B = u8::MAX + 1,
}

fn main() {}
