use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(retryable: bool = false))]
enum E {
    #[code(1, "a", retryable = true)]
    A,
}

fn main() {}
