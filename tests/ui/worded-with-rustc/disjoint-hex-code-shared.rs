use jmessage_codes::{ErrorCatalog, assert_disjoint};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32, hex)]
enum E {
    #[code(0x80004005, "a")]
    A,
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32)]
enum F {
    #[code(-2147467259, "b")]
    B,
}

assert_disjoint!(F, E);

fn main() {}
