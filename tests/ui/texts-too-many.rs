use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a", "described", "once more", "and again")]
    A,
}

fn main() {}
