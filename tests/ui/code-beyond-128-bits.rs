use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(340282366920938463463374607431768211456, "a")]
    A,
}

fn main() {}
