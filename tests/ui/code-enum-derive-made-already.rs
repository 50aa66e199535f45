use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(code_enum(
    #[derive(Clone, Default, core::fmt::Debug, ErrorCatalog)]
    #[catalog(hex)]
    AppCode
))]
enum AppError {
    #[code(1, attr(#[default] #[code(1, "read failed")]), "read failed")]
    Read(u8),
}

fn main() {
    println!("{}", AppCode::default().code());
}
