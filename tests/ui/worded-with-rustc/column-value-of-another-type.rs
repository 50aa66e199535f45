use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(retriable: bool = false))]
enum E {
    #[code(1, "a", retriable = "yes")]
    A,
    #[code(2, "b", retriable = missing(2))]
    B,
}

fn main() {}
