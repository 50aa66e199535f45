//! An app that acts on the replies of JMessage, in the language of its user.
//!
//! ```sh
//! cargo run --example reply --features serde
//! ```
//!
//! It registers a user who does not exist, tries again later where that can help and does no
//! harm, and treats "already done" as success. It shows any other error to its user, and logs a
//! code that the table does not list.

use std::fmt;
use std::thread;
use std::time::Duration;

use jmessage_codes::{ErrorCatalog, Kind, Operation, WebCode};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The forms of a reply: `{"error": {"code": …}}`, `{"code": …}`, the bare code, and the one that
/// the SDK makes for a request without an answer:
/// `{"rid": …, "data": …, "response_timeout": true}`. It is generic, so that it also reads the
/// codes of other catalogs.
#[derive(Deserialize)]
#[serde(untagged, expecting = "the reply has no code of a known catalog")]
enum Reply<C> {
    Nested { error: Body<C> },
    Flat(Body<C>),
    TimedOut { response_timeout: bool },
    Bare(C),
}

#[derive(Deserialize)]
struct Body<C> {
    code: C,
}

/// The code of a reply; for a timeout, the given code. With serde, a catalog reads a number or
/// text, and keeps an unlisted code if it has an `other` variant.
fn code_of<C: DeserializeOwned>(reply: &str, timed_out: C) -> serde_json::Result<C> {
    Ok(match serde_json::from_str(reply)? {
        Reply::Nested { error: Body { code } } | Reply::Flat(Body { code }) | Reply::Bare(code) => {
            code
        }
        Reply::TimedOut { response_timeout: true } => timed_out,
        Reply::TimedOut { response_timeout: false } => {
            return Err(serde::de::Error::custom("the reply has no code"));
        }
    })
}

/// The codes that apps based on the vendor's sample have besides those of the SDK.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog, thiserror::Error)]
#[error("{} ({})", self.description(), self.code())]
#[catalog(code = i8, serde, column(description_zh: &str))]
enum AppCode {
    #[code(-1, "own error", "The app refused the request", description_zh = "应用拒绝了该请求")]
    OwnError,
    #[code(
        -2,
        "timeout",
        "There was no answer in time",
        kind = DeadlineExceeded,
        description_zh = "请求超时，请稍后再试"
    )]
    TimedOut,
}

/// A code of a reply. `WebCode` has codes from 0 to 4,294,967,295: it refuses -1 instead of
/// wrapping it into an unlisted code, so serde tries the next catalog.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
enum Code {
    Web(WebCode),
    App(AppCode),
}

/// The requests of the app. `Display` writes the name.
#[derive(Clone, Copy, Debug)]
enum Request {
    Login,
    Logout,
    Register,
    LookUp,
    ChangePassword,
    AddFriend,
    Send,
}

impl Request {
    /// Whether repeating the request is harmless if the first one took effect after all. A
    /// message would arrive twice, and the old password would be wrong.
    fn may_be_repeated(self) -> bool {
        matches!(self, Self::Login | Self::Logout | Self::Register | Self::LookUp)
    }
}

impl fmt::Display for Request {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self:?}")
    }
}

/// What can go wrong in the app.
#[derive(Debug, thiserror::Error)]
enum AppError {
    #[error("JMessage: {0}")]
    JMessage(WebCode),
    #[error("app: {0}")]
    App(AppCode),
    #[error("the name is taken")]
    NameTaken,
    #[error("there is no such user")]
    NoSuchUser,
    #[error("the old password is wrong")]
    WrongPassword,
    #[error("cannot read the reply: {0}")]
    Reply(#[from] serde_json::Error),
}

impl AppError {
    /// The one place that knows 882002, whose meaning depends on the request. (Its operation
    /// does not help: that is the server.)
    fn new(code: Code, request: Request) -> Self {
        match (code, request) {
            (Code::Web(WebCode::ServerOperationRefused), Request::Register) => Self::NameTaken,
            (Code::Web(WebCode::ServerOperationRefused), Request::LookUp) => Self::NoSuchUser,
            (Code::Web(WebCode::ServerOperationRefused), Request::ChangePassword) => {
                Self::WrongPassword
            }
            (Code::Web(code), _) => Self::JMessage(code),
            (Code::App(code), _) => Self::App(code),
        }
    }

    /// The kind of a code. The app acts on it, so it need not list the codes.
    fn kind(&self) -> Kind {
        match self {
            Self::JMessage(code) => code.kind(),
            Self::App(code) => code.kind(),
            Self::NameTaken => Kind::AlreadyExists,
            Self::NoSuchUser => Kind::NotFound,
            Self::WrongPassword => Kind::Unauthenticated,
            Self::Reply(_) => Kind::Unknown,
        }
    }

    /// Whether to try again later: after "too fast", but not after "no such user", and after a
    /// timeout only where repeating is harmless.
    fn is_worth_a_retry(&self, request: Request) -> bool {
        match self {
            _ if self.kind() == Kind::DeadlineExceeded => request.may_be_repeated(),
            // "The group is full" has the same kind as "too fast", but waiting does not help.
            Self::JMessage(code) => code.is_retryable(),
            _ => self.kind().is_retryable(),
        }
    }
}

/// Plays the SDK, with prepared replies.
struct Sdk<'a> {
    replies: &'a [&'a str],
}

impl Sdk<'_> {
    fn call(&mut self, request: Request) -> &str {
        let (reply, rest) = self.replies.split_first().unwrap_or((&"", &[]));
        self.replies = rest;
        println!("  {request} -> {reply}");
        reply
    }
}

/// Sends a request once.
fn send_once(sdk: &mut Sdk, request: Request) -> Result<(), AppError> {
    match code_of(sdk.call(request), Code::App(AppCode::TimedOut))? {
        // It succeeded, or there was nothing left to do: they are already friends.
        Code::Web(code) if code.is_done() => Ok(()),
        code => Err(AppError::new(code, request)),
    }
}

/// How long to wait before each retry. The array also limits the number of tries. Real waits are
/// longer.
const WAITS: [Duration; 3] =
    [Duration::from_millis(1), Duration::from_millis(2), Duration::from_millis(4)];

/// Sends a request, and sends it again where that can help.
fn send(sdk: &mut Sdk, request: Request) -> Result<(), AppError> {
    for wait in WAITS {
        match send_once(sdk, request) {
            Err(error) if error.is_worth_a_retry(request) => thread::sleep(wait),
            result => return result,
        }
    }
    send_once(sdk, request)
}

/// Logs in. Registers a user who does not exist; in other requests `NotFound` is about another
/// user or a group, which the app cannot register. Logs another user out.
fn login(sdk: &mut Sdk) -> Result<(), AppError> {
    match send(sdk, Request::Login) {
        Err(AppError::JMessage(WebCode::AlreadyLogin)) => {
            send(sdk, Request::Logout)?;
            send(sdk, Request::Login)
        }
        Err(error) if error.kind() == Kind::NotFound => sign_up(sdk),
        result => result,
    }
}

/// Registers a user and logs in. If the name is taken, the user may have registered before;
/// the password will show it.
fn sign_up(sdk: &mut Sdk) -> Result<(), AppError> {
    match send(sdk, Request::Register) {
        Ok(()) | Err(AppError::NameTaken) => send(sdk, Request::Login),
        error => error,
    }
}

#[derive(Clone, Copy)]
enum Language {
    English,
    Chinese,
}

/// What the user sees. The number is for support.
fn text(error: &AppError, language: Language) -> String {
    let texts = |english: &str, chinese: &str| match language {
        Language::English => english.to_owned(),
        Language::Chinese => chinese.to_owned(),
    };
    let (text, number) = match error {
        AppError::JMessage(code) => {
            (texts(code.description_en(), code.description_zh()), i64::from(code.code()))
        }
        AppError::App(code) => {
            (texts(code.description(), code.description_zh()), i64::from(code.code()))
        }
        AppError::NameTaken => return texts("The name is taken", "用户名已被使用"),
        AppError::NoSuchUser => return texts("There is no such user", "没有该用户"),
        AppError::WrongPassword => return texts("The old password is wrong", "原密码错误"),
        AppError::Reply(_) => return texts("Service not available", "服务不可用"),
    };
    format!("{text} ({number})")
}

/// What the developer sees for errors that the app does not handle. `Other` has the number, and
/// the operation comes from its first digits.
fn log_line(error: &AppError) -> Option<String> {
    match error {
        AppError::JMessage(code @ WebCode::Other(number)) => {
            let operation = code.operation().map_or("unknown", Operation::description);
            Some(format!("unlisted code {number}, operation: {operation}"))
        }
        AppError::Reply(_) => Some(error.to_string()),
        _ => None,
    }
}

/// Plays a scene: what the app does with these replies of the SDK.
fn play(
    title: &str,
    language: Language,
    replies: &[&str],
    act: fn(&mut Sdk) -> Result<(), AppError>,
) {
    println!("{title}");
    let Err(error) = act(&mut Sdk { replies }) else {
        println!("  done");
        return;
    };
    println!("  user sees: {}", text(&error, language));
    if let Some(line) = log_line(&error) {
        println!("  log: {line}");
    }
}

fn main() {
    use Language::{Chinese, English};

    let success = r#"{"code": 0, "message": "success"}"#;
    let no_user = r#"{"error": {"code": 880103, "message": "user not exist"}}"#;
    let refused = r#"{"code": 882002}"#;
    play("A new user", English, &[no_user, success, success], login);
    play("Registered before", English, &[refused, success], sign_up);
    play("Registering did not help", Chinese, &[no_user, success, no_user], login);
    play("Another user is logged in", English, &["880107", success, success], login);
    play("A login is under way", English, &["880109", success], login);
    play("A code that is not listed", Chinese, &[r#"{"code": 880199}"#], login);

    let friends = r#"{"code": 881302, "message": "already is friend"}"#;
    play("Already friends", English, &[friends], |sdk| send(sdk, Request::AddFriend));
    let too_fast = r#"{"code": "880209"}"#;
    let replies = [too_fast, too_fast, success];
    play("Too fast", English, &replies, |sdk| send(sdk, Request::Send));
    play("No such recipient", Chinese, &["880203"], |sdk| send(sdk, Request::Send));
    play("Nobody found", English, &[refused], |sdk| send(sdk, Request::LookUp));
    play("Not the old password", Chinese, &[refused], |sdk| send(sdk, Request::ChangePassword));
    play("Refused for another reason", English, &[refused], |sdk| send(sdk, Request::Send));

    // A message that is sent again may arrive twice, a lookup does no harm.
    play("Busy for long", Chinese, &["882005"; 4], |sdk| send(sdk, Request::LookUp));
    play("Sent, perhaps", English, &["882005"], |sdk| send(sdk, Request::Send));
    let timed_out = r#"{"rid": 7, "data": {}, "response_timeout": true}"#;
    play("No answer", English, &[timed_out, "-2", success], |sdk| send(sdk, Request::LookUp));
    play("No answer to a message", Chinese, &[timed_out], |sdk| send(sdk, Request::Send));
    play("The app's own code", English, &[r#"{"code": -1}"#], |sdk| send(sdk, Request::Send));
    // A negative code is never an unlisted code of the SDK.
    play("No catalog has it", English, &["-3"], |sdk| send(sdk, Request::Send));

    play("No code", English, &[r#"{"message": "no code"}"#], |sdk| send(sdk, Request::Send));
    play("Not JSON", Chinese, &["<html>502 Bad Gateway</html>"], |sdk| send(sdk, Request::Send));
}
