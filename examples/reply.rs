//! An app that acts on replies of JMessage: it registers a user who does not
//! exist, signs in again when the signature has expired, and shows other errors.

use jmessage_codes::WebCode;
use serde_json::Value;
use thiserror::Error;

/// What can go wrong in the app.
#[derive(Debug, Error)]
enum AppError {
    #[error("JMessage: {0}")]
    JMessage(#[from] WebCode),
    #[error("the reply is not JSON")]
    Json(#[from] serde_json::Error),
    #[error("the reply has no code")]
    NoCode,
}

/// The code of a reply, which is `{"code": …}` or `{"error": {"code": …}}`. The
/// code can be a number or text.
fn code(reply: &str) -> Result<WebCode, AppError> {
    let reply: Value = serde_json::from_str(reply)?;
    let body = reply.get("error").unwrap_or(&reply);
    let code = match body.get("code") {
        Some(Value::Number(number)) => {
            number.as_u64().and_then(|number| u32::try_from(number).ok())
        }
        Some(Value::String(text)) => text.parse().ok(),
        _ => None,
    };
    code.map(WebCode::from).ok_or(AppError::NoCode)
}

/// Returns an error unless the reply has a success code.
fn check(reply: &str) -> Result<(), AppError> {
    code(reply)?.into_result()?;
    Ok(())
}

fn act(reply: &str) -> String {
    match check(reply) {
        Ok(()) => "go on".to_owned(),
        Err(AppError::JMessage(WebCode::UserNotExist)) => "register the user".to_owned(),
        Err(AppError::JMessage(WebCode::SignatureExpired)) => "sign in again".to_owned(),
        Err(AppError::JMessage(WebCode::Other(number))) => {
            format!("show \"JMessage error {number}\", and report it")
        }
        Err(error) => format!("show \"{error}\""),
    }
}

fn main() {
    let replies = [
        r#"{"code": 0, "message": "success"}"#,
        r#"{"code": 880103, "message": "user not exist"}"#,
        r#"{"error": {"code": 880106, "message": "signatu is expire"}}"#,
        r#"{"code": "880209", "message": "beyond the frequency limit"}"#,
        r#"{"error": {"code": 889999, "message": "new since the table"}}"#,
        r#"{"message": "no code"}"#,
        "<html>502 Bad Gateway</html>",
    ];
    for reply in replies {
        println!("{reply}\n    -> {}", act(reply));
    }
}
