use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(range = 1..200)]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {}
