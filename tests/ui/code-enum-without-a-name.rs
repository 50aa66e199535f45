use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(code_enum(#[derive(strum::EnumIter)]))]
enum AppError {
    #[code(1, "read failed")]
    Read(u8),
}

fn main() {}
