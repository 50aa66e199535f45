use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(level: u8 = 1), skip(level))]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {}
