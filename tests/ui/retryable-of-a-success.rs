use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(0, "a", success, retryable = true)]
    A,
}

fn main() {}
