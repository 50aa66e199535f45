//! An app that acts on the replies of JMessage, in the language of its user.
//!
//! ```sh
//! cargo run --example reply --features serde
//! ```
//!
//! It registers a user who does not exist, tries again later where that can help, and
//! takes "already so" for done. It shows any other error to its user, and logs a code
//! that the table does not list.

use std::thread;
use std::time::Duration;

use jmessage_codes::{Kind, Operation, WebCode};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The three forms of a reply: `{"error": {"code": …}}`, `{"code": …}` and the bare code.
/// It is generic, so that it also reads the codes of another catalog.
#[derive(Deserialize)]
#[serde(untagged, expecting = "the reply has no code")]
enum Reply<C> {
    Nested { error: Body<C> },
    Flat(Body<C>),
    Bare(C),
}

#[derive(Deserialize)]
struct Body<C> {
    code: C,
}

/// The code of a reply. With serde a catalog reads a number or text, and keeps an
/// unlisted code if it has an `other` variant.
fn code_of<C: DeserializeOwned>(reply: &str) -> serde_json::Result<C> {
    Ok(match serde_json::from_str(reply)? {
        Reply::Nested { error: Body { code } } | Reply::Flat(Body { code }) | Reply::Bare(code) => {
            code
        }
    })
}

/// What can go wrong in the app.
#[derive(Debug, thiserror::Error)]
enum AppError {
    #[error("JMessage: {0}")]
    JMessage(#[from] WebCode),
    #[error("cannot read the reply: {0}")]
    Reply(#[from] serde_json::Error),
}

impl AppError {
    /// The kind of a code. The app acts on it, so it need not list the codes.
    fn kind(&self) -> Kind {
        match self {
            Self::JMessage(code) => code.kind(),
            Self::Reply(_) => Kind::Unknown,
        }
    }
}

/// Plays the SDK, with replies that are written beforehand.
struct Sdk<'a> {
    replies: &'a [&'a str],
}

impl Sdk<'_> {
    fn call(&mut self, request: &str) -> &str {
        let (reply, rest) = self.replies.split_first().unwrap_or((&"", &[]));
        self.replies = rest;
        println!("  {request} -> {reply}");
        reply
    }
}

/// Sends a request once.
fn send_once(sdk: &mut Sdk, request: &str) -> Result<(), AppError> {
    let code: WebCode = code_of(sdk.call(request))?;
    match code.into_result() {
        // What the request asks for is so: they are friends, the user is in the group.
        Err(error) if error.kind() == Kind::AlreadyExists => Ok(()),
        result => Ok(result?),
    }
}

/// How long to wait before each further try. The array has an end, and so have the tries.
/// Real waits are longer.
const WAITS: [Duration; 3] =
    [Duration::from_millis(1), Duration::from_millis(2), Duration::from_millis(4)];

/// Sends a request, and again where that can help: after "too fast" and "server busy",
/// but not after "no such user".
fn send(sdk: &mut Sdk, request: &str) -> Result<(), AppError> {
    for wait in WAITS {
        match send_once(sdk, request) {
            Err(error) if error.kind().is_retryable() => thread::sleep(wait),
            result => return result,
        }
    }
    send_once(sdk, request)
}

/// Logs in, and registers a user who does not exist. In other requests `NotFound` is
/// about another user or a group, which the app cannot register. (If the user who is logged
/// in may be another one, log out first: "already logged in" counts as done here.)
fn login(sdk: &mut Sdk) -> Result<(), AppError> {
    match send(sdk, "login") {
        Err(error) if error.kind() == Kind::NotFound => {
            send(sdk, "register")?;
            send(sdk, "login")
        }
        result => result,
    }
}

#[derive(Clone, Copy)]
enum Language {
    English,
    Chinese,
}

/// What the user sees. The number is for the support.
fn text(error: &AppError, language: Language) -> String {
    match (error, language) {
        (AppError::JMessage(code), Language::English) => code.to_string(),
        (AppError::JMessage(code), Language::Chinese) => {
            format!("{} ({})", code.description_zh(), code.code())
        }
        (AppError::Reply(_), Language::English) => "Service not available".to_owned(),
        (AppError::Reply(_), Language::Chinese) => "服务不可用".to_owned(),
    }
}

/// What the developer sees, of errors that the app was not made for. `Other` has the
/// number, and the operation comes from its first digits.
fn log_line(error: &AppError) -> Option<String> {
    match error {
        AppError::JMessage(code @ WebCode::Other(number)) => {
            let operation = code.operation().map_or("unknown", Operation::name);
            Some(format!("unlisted code {number}, operation: {operation}"))
        }
        AppError::JMessage(_) => None,
        AppError::Reply(_) => Some(error.to_string()),
    }
}

fn show(result: Result<(), AppError>, language: Language) {
    let Err(error) = result else {
        println!("  done");
        return;
    };
    println!("  user sees: {}", text(&error, language));
    if let Some(line) = log_line(&error) {
        println!("  log: {line}");
    }
}

/// Logs in with these replies of the SDK.
fn try_login(title: &str, replies: &[&str], language: Language) {
    println!("{title}");
    show(login(&mut Sdk { replies }), language);
}

/// Sends a request with these replies of the SDK.
fn try_request(title: &str, request: &str, replies: &[&str], language: Language) {
    println!("{title}");
    show(send(&mut Sdk { replies }, request), language);
}

fn main() {
    use Language::{Chinese, English};

    let success = r#"{"code": 0, "message": "success"}"#;
    let no_user = r#"{"error": {"code": 880103, "message": "user not exist"}}"#;
    try_login("A new user", &[no_user, success, success], English);
    try_login("Registering did not help", &[no_user, success, no_user], Chinese);
    try_login("A code that is not listed", &[r#"{"code": 880199}"#], Chinese);

    let friends = r#"{"code": 881302, "message": "already is friend"}"#;
    try_request("Already friends", "add friend", &[friends], English);
    let too_fast = r#"{"code": "880209"}"#;
    try_request("Too fast", "send", &[too_fast, too_fast, success], English);
    try_request("Busy for long", "send", &["882005"; 4], Chinese);
    try_request("No such user", "send", &["880203"], Chinese);
    let no_code = r#"{"message": "no code"}"#;
    try_request("No code", "send", &[no_code], English);
    try_request("Not JSON", "send", &["<html>502 Bad Gateway</html>"], Chinese);
}
