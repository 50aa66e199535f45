use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(code_enum(#[derive(Default)] AppCode))]
enum AppError {
    #[code(1, "read failed")]
    Read(u8),
    #[code(2, "write failed")]
    Write(u8),
}

fn main() {
    println!("{}", AppCode::default().code());
}
