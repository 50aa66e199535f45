use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(code_enum(#[derive(Default)]))]
enum AppError {
    #[code(1, "read failed")]
    Read(u8),
}

fn main() {}
