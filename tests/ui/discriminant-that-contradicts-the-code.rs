use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(411, "gone")]
    Gone = 410,
    #[code(0x1F5 | 503, "b")]
    B = 503,
}

fn main() {}
