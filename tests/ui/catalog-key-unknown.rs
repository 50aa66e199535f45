use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(kode = u16, version = 3)]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {}
