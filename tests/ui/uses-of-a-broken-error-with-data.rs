use jmessage_codes::{Coded, ErrorCatalog};

#[derive(Debug, ErrorCatalog)]
#[catalog(code_enum = AppCode, column(retriable: bool = false))]
pub enum AppError {
    #[code(1, "read failed")]
    Read { path: String },
    #[code(1, "chat failed")]
    Chat(Box<dyn std::error::Error>),
}

fn log(error: &impl Coded) {
    println!("{}", error.error_code().message());
}

fn act(code: AppCode) -> bool {
    match code {
        AppCode::Read => true,
        AppCode::Chat => code.retriable(),
    }
}

fn main() {
    const FOUND: Option<AppCode> = AppCode::from_code(1);
    let error = AppError::Read { path: String::new() };
    log(&error);
    println!("{FOUND:?} {} {}", error.code(), error.retriable());
    println!("{}", act(error.error_code()));
}
