use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(retriable: bool = false))]
enum E {
    #[code(success)]
    A,
    #[code(retriable = true)]
    B,
}

fn main() {}
