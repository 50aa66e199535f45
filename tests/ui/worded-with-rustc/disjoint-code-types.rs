use jmessage_codes::{ErrorCatalog, assert_disjoint};

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Door {
    #[code("1", "a")]
    A,
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum Window {
    #[code(1, "a")]
    A,
}

assert_disjoint!(Door, Window);

fn main() {}
