//! What has a code: catalogs, errors with data, a user's own type, and pointers to them.

use jmessage_codes::{Coded, ErrorCatalog, ParseCodeError, TryFromCodeError, Unlisted, WebCode};

#[derive(Debug, ErrorCatalog)]
#[catalog(code_enum = AppCode, code = u16)]
enum AppError {
    #[code(1001 | 1101, "read failed", kind = Unavailable)]
    Read { _path: String },
}

/// An error that passes on the errors of a catalog.
#[derive(Debug)]
struct Failed {
    code: WebCode,
}

impl Coded for Failed {
    type Catalog = WebCode;

    fn error_code(&self) -> WebCode {
        self.code
    }
}

fn read_error() -> AppError {
    AppError::Read { _path: "a.txt".to_owned() }
}

/// What a web service does with any error, by value or by reference.
fn reply<E: Coded>(error: E) -> String {
    let code = error.error_code();
    format!("{} {}: {}", E::Catalog::NAME, code.code(), code.message())
}

/// The same without knowing the type of the error.
fn reply_to_any(error: &dyn Coded<Catalog = WebCode>) -> String {
    reply(error)
}

#[test]
fn one_function_serves_all() {
    const APP: &str = "AppCode 1001: read failed";
    const WEB: &str = "WebCode 880103: user not exist";
    let (error, failed) = (read_error(), Failed { code: WebCode::UserNotExist });
    let reference = &error;
    assert_eq!([reply(reference), reply::<&&AppError>(&reference), reply(AppCode::Read)], [APP; 3]);
    assert_eq!(reply(error), APP);
    assert_eq!([reply_to_any(&failed), reply(failed)], [WEB; 2]);
    assert_eq!([reply(WebCode::UserNotExist), reply_to_any(&WebCode::UserNotExist)], [WEB; 2]);
}

#[cfg(feature = "alloc")]
#[test]
fn boxes_are_coded() {
    use std::sync::Arc;

    let boxed: Box<dyn Coded<Catalog = WebCode>> = Box::new(Failed { code: WebCode::Success });
    assert_eq!(reply(&boxed), "WebCode 0: success");
    assert_eq!(reply(boxed), "WebCode 0: success");
    assert_eq!(reply(Box::new(read_error())), "AppCode 1001: read failed");
    let shared: Arc<dyn Coded<Catalog = AppCode> + Send + Sync> = Arc::new(read_error());
    assert_eq!(reply(shared), "AppCode 1001: read failed");
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ErrorCatalog)]
enum State {
    #[code("23505" | "2350F", "unique violation", retired)]
    UniqueViolation,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i16)]
enum Open {
    #[code(-1 | -2, "unknown", retired)]
    Unknown,
    #[code(other, "unlisted")]
    Other(Unlisted<Self>),
}

/// The conversion of code that is generic over catalogs.
fn receive<C: ErrorCatalog<Code = i16>>(number: i16) -> Result<C, TryFromCodeError<C>> {
    C::try_from_code(number)
}

#[test]
fn a_generic_conversion_fails_only_without_an_other_variant() {
    assert_eq!(receive(-2), Ok(Open::Unknown));
    assert_eq!(receive::<Open>(7).map(Open::code), Ok(7));
    assert_eq!(AppCode::try_from_code(1101), Ok(AppCode::Read));
    assert_eq!(AppCode::try_from_code(7).unwrap_err().code(), Some(7));
    assert_eq!(State::try_from_code("2350F"), Ok(State::UniqueViolation));
    assert_eq!(State::try_from_code("7").unwrap_err().code(), None);
    let errors = [1, 2, 1].map(|code| AppCode::try_from_code(code).unwrap_err());
    assert_eq!(std::collections::HashSet::from(errors).len(), 2);
}

#[test]
fn errors_are_equal_if_their_codes_are() {
    let [one, two, same] = [1, 2, 1].map(|code| AppCode::try_from(code).unwrap_err());
    assert!(one == same && one != two);
    let texts = ["1", "2", "one", "001", "two"];
    let errors = texts.map(|text| text.parse::<AppCode>().unwrap_err());
    let [unlisted, other, malformed, same, also_malformed] = errors;
    assert!(unlisted == same && unlisted == ParseCodeError::NotListed(one));
    assert!(malformed == also_malformed && malformed == ParseCodeError::Malformed);
    assert!(unlisted != other && unlisted != malformed);
}

/// The methods of the enum and those of the trait.
fn facts<C: ErrorCatalog>(code: C) -> (bool, &'static [C::Code]) {
    (code.is_retired(), code.aliases())
}

#[test]
fn a_variant_says_its_aliases_and_whether_it_is_retired() {
    const UNLISTED: Open = Open::from_code_or_other(7);
    const ALIASES: &[i16] = Open::Unknown.aliases();
    assert_eq!((Open::Unknown.is_retired(), ALIASES), (true, &[-2][..]));
    assert_eq!((UNLISTED.is_retired(), UNLISTED.aliases()), (false, &[][..]));
    assert_eq!(facts(Open::Unknown), (true, &[-2][..]));
    assert_eq!(facts(UNLISTED), (false, &[][..]));
    assert_eq!(facts(State::UniqueViolation), (true, &["2350F"][..]));
    assert_eq!(facts(AppCode::Read), (false, &[1101][..]));
}
