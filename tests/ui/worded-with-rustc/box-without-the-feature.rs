use jmessage_codes::{Coded, ErrorCatalog};

#[derive(ErrorCatalog)]
#[catalog(code_enum = AppCode)]
enum AppError {
    #[code(1, "read failed")]
    Read(u8),
}

fn reply(_: impl Coded) {}

fn main() {
    reply(Box::new(AppError::Read(1)));
}
