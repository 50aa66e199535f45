use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(skip(TryFrom<u32>))]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {}
