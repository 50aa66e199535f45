use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a", retryable = true, retryable = false)]
    A,
}

fn main() {}
