use jmessage_codes::{ErrorCatalog, assert_disjoint};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Door {
    #[code(1, "a")]
    A,
    #[code(880203 | 7, "b")]
    B,
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Window {
    #[code(2, "a")]
    A,
    #[code(3 | 7, "c")]
    C,
}

assert_disjoint!(Door, Window);

fn main() {}
