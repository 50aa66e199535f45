use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a")]
    A,
    #[code(other | 2, "other")]
    Other(u32),
    #[code(3, "b", other)]
    B,
}

fn main() {}
