use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a", alias = 2)]
    A,
    #[code(3, "b", retry, aliases = [9])]
    B,
    #[code(4, "c", NotFound)]
    C,
    #[code(5, "d", ok)]
    D,
    #[code(6, "e", deprecated)]
    E,
    #[code(7, "f", fallback)]
    F,
    #[code(8, "g", status = 404)]
    G,
}

fn main() {}
