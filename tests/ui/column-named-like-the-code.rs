use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(code_enum = AppCode, column(error_code: u8 = 1))]
enum E {
    #[code(1, "a")]
    A(u32),
}

fn main() {}
