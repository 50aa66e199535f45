use jmessage_codes::ErrorCatalog;

const RETRYABLE: bool = true;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a", retryable = "true")]
    A,
    #[code(2, "b", retryable = 1)]
    B,
    #[code(3, "c", retryable = RETRYABLE)]
    C,
    #[code(4, "d", retryable = !true)]
    D,
}

fn main() {}
