use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i8)]
enum E {
    #[code(-129, "a")]
    A,
}

fn main() {}
