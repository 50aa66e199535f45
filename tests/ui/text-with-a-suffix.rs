use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a"suffix)]
    A,
    #[code(2, "b", "c"suffix)]
    B,
}

fn main() {}
