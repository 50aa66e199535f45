use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code("00000", "a")]
    A,
    #[code(other, "other")]
    Other(&'static str),
}

fn main() {}
