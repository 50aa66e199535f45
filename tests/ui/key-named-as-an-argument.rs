use jmessage_codes::ErrorCatalog;

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
enum E {
    #[code(code = 1, message = "a", description = "described")]
    A,
}

fn main() {}
