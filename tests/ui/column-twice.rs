use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(severity: u8), column(severity: u16))]
enum E {
    #[code(1, "a", severity = 3)]
    A,
}

fn main() {}
