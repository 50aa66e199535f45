use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = u8, range = -1..=300)]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {}
