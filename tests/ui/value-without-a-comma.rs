use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(retriable: bool = false), column(severity: u8 = 0))]
enum E {
    #[code(1, "a", retriable = true severity = 3)]
    A,
    #[code(2, "b", severity = 3 severity = 3)]
    B,
}

fn main() {}
