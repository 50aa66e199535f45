//! A service whose errors hold data. Each has a code in a table, and one function turns any of
//! them into problem details (RFC 9457).
//!
//! ```sh
//! cargo run --example problem --features serde
//! ```

use std::error::Error;
use std::fmt::{self, Display};
use std::fs;
use std::io;

use jmessage_codes::{Coded, ErrorCatalog, WebCode};
use serde_json::json;

/// What can go wrong in the service. The enum `AppCode` has the codes, for clients and
/// for the documentation.
#[derive(Debug, thiserror::Error, ErrorCatalog)]
#[catalog(code_enum = AppCode, code = u16, range = 1000..=1999)]
#[catalog(url = "https://example.com/problems/AppCode/{code}")]
enum AppError {
    /// The settings cannot be read.
    // Clients need not know the files of the service, so the text leaves out the cause.
    #[error("the service is not set up")]
    #[code(1001, "no settings", kind = Internal)]
    Settings(#[from] io::Error),
    /// JMessage refused the message.
    #[error("the message was not sent")]
    #[code(1002, "chat failed", kind = Unavailable)]
    Chat(#[from] WebCode),
    /// The text does not fit into a message.
    #[error("the text has {length} characters, but only {most} fit")]
    #[code(1003, "text too long", kind = InvalidArgument)]
    TooLong { length: usize, most: usize },
}

/// What a client gets.
#[derive(Debug)]
struct Response {
    status: u16,
    content_type: &'static str,
    body: String,
}

impl Response {
    fn text(body: String) -> Self {
        Self { status: 200, content_type: "text/plain; charset=utf-8", body }
    }
}

impl Display for Response {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { status, content_type, body } = self;
        write!(formatter, "HTTP/1.1 {status}\nContent-Type: {content_type}\n\n{body}")
    }
}

/// The problem details of any error with a code: of `AppError`, and of each catalog. In a
/// web framework this is the one `impl<E: Coded + Error> IntoResponse for Problem<E>`.
fn problem<E: Coded + Error>(error: &E) -> Response {
    // The cause is for the log, not for the client.
    if let Some(cause) = error.source() {
        eprintln!("{error}, because: {cause}");
    }
    let code = error.error_code();
    // The status, the type and the title are the same whenever the code is the same.
    let status = code.kind().http_status();
    let details = json!({
        "type": problem_type(code),
        "title": code.description(),
        "status": status,
        // Only the detail is about this request.
        "detail": error.to_string(),
    });
    Response { status, content_type: "application/problem+json", body: format!("{details:#}") }
}

/// The URL that explains the code. A catalog without URLs gets a page of ours, with the catalog
/// in its address, since two catalogs can have the same code.
fn problem_type<C: ErrorCatalog>(code: C) -> String {
    let ours = || format!("https://example.com/problems/{}/{}", C::NAME, code.code());
    code.url().map_or_else(ours, |url| url.to_string())
}

/// Answers a request. `problem` takes the app's own errors and JMessage's codes.
fn answer(request: &str) -> Response {
    let (method, argument) = request.split_once(' ').unwrap_or((request, ""));
    let result = match method {
        "settings" => settings(),
        "send" => send(argument),
        "find" => return find(argument).map_or_else(|code| problem(&code), Response::text),
        _ => return Response { status: 404, content_type: "text/plain", body: String::new() },
    };
    result.map_or_else(|error| problem(&error), Response::text)
}

fn settings() -> Result<String, AppError> {
    Ok(fs::read_to_string("no such directory/settings.toml")?)
}

/// Sends a text through JMessage, which plays busy if the text ends with `!`.
fn send(text: &str) -> Result<String, AppError> {
    const MOST: usize = 20;
    let length = text.chars().count();
    if length > MOST {
        return Err(AppError::TooLong { length, most: MOST });
    }
    WebCode::from(if text.ends_with('!') { 882_005 } else { 0 }).into_result()?;
    Ok("sent".to_owned())
}

/// Looks for a user in JMessage, which here has only Ann.
fn find(user: &str) -> Result<String, WebCode> {
    WebCode::from(if user == "Ann" { 0 } else { 880_103 }).into_result()?;
    Ok(user.to_owned())
}

fn main() {
    let requests =
        ["send Hello", "send Hello!", "send A greeting that is too long", "settings", "find Bob"];
    for request in requests {
        println!("> {request}\n{}\n", answer(request));
    }

    // A client finds the meaning of a code in the same table.
    assert_eq!(AppCode::try_from(1003), Ok(AppCode::TooLong));
}
