use jmessage_codes::{ErrorCatalog, WebCode};

// Other languages see a catalog of another crate as its number.
uniffi::custom_type!(WebCode, u32, {
    remote,
    lower: |code| code.code(),
    try_lift: |number| Ok(WebCode::from(number)),
});

/// They see the enum of the codes as an enum.
#[derive(Debug, thiserror::Error, ErrorCatalog, uniffi::Error)]
#[catalog(code_enum(#[derive(uniffi::Enum)] AppCode))]
pub enum AppError {
    #[error("cannot read {path}")]
    #[code(1001, "read failed")]
    Read { path: String },
}

#[uniffi::export]
pub fn send(text: String) -> Result<WebCode, AppError> {
    if text.is_empty() { Err(AppError::Read { path: text }) } else { Ok(WebCode::Success) }
}

#[uniffi::export]
pub fn app_code() -> AppCode {
    AppError::Read { path: String::new() }.error_code()
}
