use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a")]
    A(u32),
    #[code(2, "b")]
    B { number: u32 },
    #[code(3, "c")]
    C(),
    #[code(4, "d")]
    D {},
}

fn main() {}
