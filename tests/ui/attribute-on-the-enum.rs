use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[code(1, "a")]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {}
