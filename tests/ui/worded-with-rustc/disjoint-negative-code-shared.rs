use jmessage_codes::{ErrorCatalog, assert_disjoint};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i64)]
enum Door {
    #[code(0, "a", success)]
    A,
    #[code(-9_223_372_036_854_775_808, "b")]
    B,
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i64)]
enum Window {
    #[code(0, "a", success)]
    A,
    #[code(-0x8000_0000_0000_0000, "c")]
    C,
}

assert_disjoint!(Door, Window; except success);

fn main() {}
