use jmessage_codes::{ErrorCatalog, assert_disjoint};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Door {
    #[code(7, "a")]
    Jammed,
    #[code(7, "b")]
    Open,
    #[code(8.5, "c")]
    Gone,
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Window {
    #[code(0, "a", success)]
    Fine,
}

assert_disjoint!(Door, Window);

fn main() {}
