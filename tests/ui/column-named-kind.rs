use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(kind: u8 = 1))]
enum E {
    #[code(1, "a", kind = NotFound)]
    A,
}

fn main() {}
