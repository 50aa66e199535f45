use jmessage_codes::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(code_enum(#[derive(Clone, strum::EnumIter, core::fmt::Debug)] AppCode))]
enum AppError {
    #[code(1, "read failed")]
    Read(u8),
}

fn main() {
    println!("{}", <AppCode as strum::IntoEnumIterator>::iter().count());
}
