use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(1, "a")]
    A,
    #[code(4_294_967_296, "b")]
    B,
}

fn main() {}
