use jmessage_codes::{ErrorCatalog, assert_disjoint};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Door {
    #[code("00000", "a", success)]
    A,
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Window {
    #[code("23505", "a")]
    A,
    #[code("00000", "c")]
    C,
}

assert_disjoint!(Door, Window; except success);

fn main() {}
