use jmessage_codes::ErrorCatalog;

const MESSAGE: &str = "a";

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, MESSAGE)]
    A,
    #[code(2, texts::MESSAGE)]
    B,
}

fn main() {}
