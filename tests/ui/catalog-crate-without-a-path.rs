use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(crate = 3 + 4)]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {}
