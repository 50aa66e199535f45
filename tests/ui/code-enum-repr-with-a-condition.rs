use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(code_enum(#[cfg_attr(all(), repr(u8))] AppCode))]
enum AppError {
    #[code(10, "a")]
    A(u8),
}

fn main() {}
