use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(code_enum(#[derive(strum::EnumIter, strum::AsRefStr)] AppCode))]
enum AppError {
    #[code(1, attr(#[strum(serialize = "read")]), "read failed")]
    Read(u8),
    #[code(1, "write failed")]
    Write(u8),
}

fn main() {
    println!("{}", <AppCode as strum::IntoEnumIterator>::iter().count());
}
