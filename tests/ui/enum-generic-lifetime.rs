use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E<'a> {
    #[code(1, "a")]
    A,
    #[code(2, "b")]
    B(&'a str),
}

fn main() {}
