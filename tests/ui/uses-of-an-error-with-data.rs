use std::io;

use jmessage_codes::{Coded, ErrorCatalog};

#[derive(Debug, thiserror::Error, ErrorCatalog)]
#[catalog(column(retriable: bool = false))]
pub enum AppError<T> {
    #[error("{} ({})", self.message(), self.code())]
    #[code(1, "read failed")]
    Read { path: String, source: io::Error },
    #[error("no session")]
    #[code(2, "no session")]
    NoSession(T),
}

fn log(error: &impl Coded) {
    println!("{}", error.error_code().message());
}

fn main() {
    let error = AppError::NoSession(7);
    log(&error);
    println!("{} {} {}", error.name(), error.description(), error.retriable());
}
