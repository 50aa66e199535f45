use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(skip(From), skip(FromStr))]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {}
