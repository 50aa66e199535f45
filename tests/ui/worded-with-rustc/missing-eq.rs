use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, ErrorCatalog)]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {}
