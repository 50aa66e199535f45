use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1)]
    A,
    #[code(2, success)]
    B,
    #[code(other)]
    Other(u32),
}

fn main() {}
