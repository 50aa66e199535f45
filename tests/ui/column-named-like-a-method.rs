use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(message: &str), column(name: &str), column(from_code: u8 = 0))]
enum E {
    #[code(1, "a", message = "b", name = "c")]
    A,
}

fn main() {}
