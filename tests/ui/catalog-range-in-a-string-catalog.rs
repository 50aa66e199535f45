use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(range = 0..=9)]
enum E {
    #[code("00000", "a")]
    A,
}

fn main() {}
