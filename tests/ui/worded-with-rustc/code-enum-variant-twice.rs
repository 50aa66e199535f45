use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(code_enum = AppCode)]
enum E {
    #[code(1, "a")]
    A(u8),
    #[code(2, "b")]
    A(u8),
}

fn main() {}
