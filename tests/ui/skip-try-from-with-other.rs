use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(skip(TryFrom))]
enum E {
    #[code(1, "a")]
    A,
    #[code(other, "other")]
    Other(u32),
}

fn main() {}
