use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(code_enum(#[derive(Clone, Default, core::fmt::Debug)] AppCode))]
enum AppError {
    #[code(1, attr(#[default]), "read failed")]
    Read(u8),
}

fn main() {
    println!("{}", AppCode::default().code());
}
