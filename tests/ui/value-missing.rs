use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(retriable: bool = false), column(level: u8))]
enum E {
    #[code(1, "a", retriable, level)]
    A,
    #[code(2, "b", retriable = , level = 1)]
    B,
}

fn main() {}
