use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(range = 0..=1)]
enum E {
    #[code(_, "a")]
    A = 1,
    #[code(_, "b")]
    B,
}

fn main() {}
