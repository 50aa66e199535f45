use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32)]
enum E {
    #[code(1, "a")]
    A,
    #[code(other, "other")]
    Other(i32),
}

fn main() {}
