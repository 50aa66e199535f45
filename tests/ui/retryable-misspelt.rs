use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a", retriable = true)]
    A,
    #[code(2, "b", retriable)]
    B,
}

fn main() {}
