use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(codes::A, "a")]
    A,
    #[code(u32::MAX, "b")]
    B,
}

fn main() {}
