use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code("23505", "a")]
    A,
    #[code(r"23505", "b")]
    B,
}

fn main() {}
