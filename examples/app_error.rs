//! An app's own errors. They hold data, and each has a code in a table, so that a
//! client or a log can have the code and the documentation can list it.

use std::fmt::Display;
use std::fs;
use std::io;

use jmessage_codes::{Coded, ErrorCatalog, WebCode};

/// What can go wrong in the app. The enum `AppCode` has the codes.
#[derive(Debug, thiserror::Error, ErrorCatalog)]
#[catalog(code_enum = AppCode, code = u16, range = 1000..=1999)]
#[catalog(column(
    /// What the user can do.
    advice: &str = "Please report it"
))]
enum AppError {
    /// A file of the user's cannot be read.
    #[error("cannot read {path}: {source}")]
    #[code(1001, "read failed", advice = "Choose another file")]
    Read { path: String, source: io::Error },
    /// JMessage refused a request.
    #[error("JMessage: {0}")]
    #[code(1002, "chat failed")]
    Chat(#[from] WebCode),
    #[error("the text has {length} characters, but only {most} fit")]
    #[code(1003, "text too long", "The text does not fit into a message", advice = "Shorten it")]
    TooLong { length: usize, most: usize },
}

/// What a client gets: of any error with a code, whether it has data or not.
fn reply<E: Coded + Display>(error: &E) -> String {
    let code = error.error_code();
    format!("{} {} ({error})", code.code(), code.message())
}

fn text_of(path: &str) -> Result<String, AppError> {
    fs::read_to_string(path).map_err(|source| AppError::Read { path: path.to_owned(), source })
}

/// Sends a text to JMessage, which answers with a code.
fn send(text: &str, answer: u32) -> Result<(), AppError> {
    const MOST: usize = 20;
    let length = text.chars().count();
    if length > MOST {
        return Err(AppError::TooLong { length, most: MOST });
    }
    WebCode::from(answer).into_result()?;
    Ok(())
}

fn main() {
    println!("the table:");
    for entry in AppCode::ENTRIES {
        println!("  {entry}");
    }
    println!("replies:");
    let results = [
        text_of("missing.txt").map(drop),
        send("A greeting that is too long", 0),
        send("Hello", 880_203),
        send("Hello", 0),
    ];
    for error in results.into_iter().filter_map(Result::err) {
        println!("  {}. {}.", reply(&error), error.advice());
    }
    println!("  {}.", reply(&WebCode::UserNotExist));

    // A client has only the number.
    assert_eq!(AppCode::try_from(1003), Ok(AppCode::TooLong));
    assert!(AppCode::TooLong == 1003);
}
