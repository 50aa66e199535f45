use jmessage_codes::{ErrorCatalog, assert_disjoint};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Door {
    #[code(1, "a")]
    A,
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Window {
    #[code(2, "b")]
    B,
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Roof {
    #[code(2, "c")]
    C,
}

assert_disjoint!(Door, Window, Roof);
assert_disjoint!(Door, Window, Roof; except success);

fn main() {}
