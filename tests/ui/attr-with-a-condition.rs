use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(code_enum = AppCode)]
enum AppError {
    #[code(1, "read failed", attr(#[cfg(any())]))]
    Read(u8),
}

fn main() {
    println!("{}", AppCode::Read.code());
}
