use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(code_enum(#[derive(Default)] AppCode))]
enum AppError {
    #[code(1, attr(#[default]), "read failed")]
    Read(u8),
    #[code(1, "write failed")]
    Write(u8),
}

fn main() {
    println!("{}", AppCode::default().code());
}
