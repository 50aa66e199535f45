use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(retriable: bool = false), column(severity: u8 = 0))]
enum E {
    #[code(1, "a", retriable = true true)]
    A,
    #[code(2, "b", severity = 3 +)]
    B,
    #[code(3, "c", severity = 1; 2)]
    C,
}

fn main() {}
