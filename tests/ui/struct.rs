use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
struct S {
    #[code(1, "a")]
    code: u32,
}

fn main() {}
