use std::fmt::Display;

use jmessage_codes::ErrorCatalog;
use miette::Diagnostic;

#[derive(Debug, thiserror::Error, ErrorCatalog)]
#[catalog(code_enum = AppCode, url = "https://errors.example/{code}")]
pub enum AppError {
    #[error("cannot read {path}")]
    #[code(1001, "read failed", "Check that the file is there")]
    Read { path: String },
}

/// By hand: the derive of miette knows only codes in its own attribute.
impl Diagnostic for AppError {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(self.error_code().code()))
    }

    fn url<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(self.error_code().url()))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(self.description()))
    }
}
