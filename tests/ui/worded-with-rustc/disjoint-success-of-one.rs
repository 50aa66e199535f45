use jmessage_codes::{ErrorCatalog, assert_disjoint};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Door {
    #[code(0, "fine", success)]
    Fine,
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Window {
    #[code(0, "broken")]
    Broken,
}

assert_disjoint!(Door, Window; except success);
assert_disjoint!(Window, Door; except success);

fn main() {}
