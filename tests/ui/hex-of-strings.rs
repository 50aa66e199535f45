use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(hex)]
enum E {
    #[code("0x01", "a")]
    A,
}

fn main() {}
