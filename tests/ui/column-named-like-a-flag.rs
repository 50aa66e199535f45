use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(success: bool = false), column(other: u8 = 0))]
enum E {
    #[code(0, "a", success)]
    A,
}

fn main() {}
