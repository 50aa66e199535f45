use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(__entry_of_code: u8 = 1))]
enum E {
    #[code(1, "a")]
    A,
}

fn main() {}
