use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(code_enum(#[repr(u8)] AppCode), code = u16)]
enum AppError {
    #[code(1, "read failed")]
    Read(u8),
    #[code(1001 | 70, "write failed")]
    Write(u8),
}

fn main() {
    println!("{}", AppCode::Write as u8);
}
