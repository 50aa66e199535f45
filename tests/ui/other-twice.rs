use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a")]
    A,
    #[code(other, "other")]
    Other(u32),
    #[code(other, "another")]
    Another(u32),
}

fn main() {}
