//! `#[catalog(code_enum = NAME)]`: an application's own error, whose variants hold data.
//!
//! Every lint that could fire in generated code is an error here.
#![deny(warnings, missing_docs, missing_debug_implementations, unused, deprecated)]
#![deny(clippy::pedantic, clippy::nursery, unreachable_pub)]

use std::collections::{BTreeSet, HashSet};
use std::fmt::Debug;
use std::io;

use jmessage_codes::{AnyCatalog, Entry, ErrorCatalog, Kind, WebCode, assert_disjoint};

/// An error with every form of a variant.
#[derive(Debug, thiserror::Error, ErrorCatalog)]
#[catalog(code_enum = AppCode, code = u16, range = 1000..=1999)]
#[catalog(column(
    /// Whether the same request may succeed later.
    retriable: bool = false
))]
// Without a doc comment it gets one.
#[catalog(column(#[doc(alias = "severity")] level: u8 = 3))]
#[non_exhaustive]
#[allow(non_camel_case_types)]
pub enum AppError {
    /// A file cannot be read.
    #[doc(alias = "1001")]
    #[error("cannot read {path}")]
    #[code(1001 | 1101, "read failed", kind = Unavailable, retriable = true)]
    Read {
        /// The file.
        path: String,
        /// Why.
        source: io::Error,
    },
    #[error(transparent)]
    #[code(1002, "chat failed", "The <server> *refused*")]
    #[allow(missing_docs)]
    Chat(#[from] WebCode),
    /// There is no session.
    #[error("no session")]
    #[code(1003, "")]
    NoSession,
    /// Raw, empty, and with a destructor inside.
    #[error("type")]
    #[code(1004, "raw")]
    r#type {},
    /// A tuple of none.
    #[error("empty")]
    #[code(1005, "empty")]
    Empty(),
    /// Never happens.
    #[error("never")]
    #[code(1006, "never")]
    Never(std::convert::Infallible, Vec<u8>),
}

fn read_error() -> AppError {
    AppError::Read { path: "a.txt".to_owned(), source: io::ErrorKind::NotFound.into() }
}

const CATALOG: AnyCatalog = AnyCatalog::of::<AppCode>();
assert_disjoint!(AppCode, SmallCode);

#[test]
fn the_error_has_the_texts_of_its_code() {
    let error = read_error();
    assert_eq!(error.error_code(), AppCode::Read);
    assert_eq!(error.code(), 1001);
    assert_eq!(error.name(), "Read");
    assert_eq!(error.message(), "read failed");
    assert_eq!(error.description(), "A file cannot be read.");
    assert_eq!((error.kind(), AppCode::Chat.kind()), (Kind::Unavailable, Kind::Unknown));
    assert!(error.retriable() && error.level() == 3);
    assert_eq!(error.to_string(), "cannot read a.txt");
    let chat = AppError::from(WebCode::UserNotExist);
    assert_eq!((chat.code(), chat.retriable()), (1002, false));
    assert_eq!(chat.description(), "The <server> *refused*");
    let others = [AppError::NoSession, AppError::r#type {}, AppError::Empty()];
    assert_eq!(others.each_ref().map(AppError::name), ["NoSession", "type", "Empty"]);
    assert_eq!(
        others.map(|error| error.error_code()),
        [AppCode::NoSession, AppCode::r#type, AppCode::Empty]
    );
}

#[test]
fn the_codes_are_a_catalog() {
    const FOUND: Option<AppCode> = AppCode::from_code(1101);
    assert_eq!(FOUND, Some(AppCode::Read));
    assert_eq!(AppCode::try_from(1002), Ok(AppCode::Chat));
    assert!(AppCode::try_from(1999).is_err());
    assert_eq!("1003".parse(), Ok(AppCode::NoSession));
    assert_eq!(AppCode::from_message("raw"), [AppCode::r#type]);
    assert_eq!(AppCode::NAME, "AppCode");
    assert_eq!(u16::from(AppCode::Never), 1006);
    assert!(AppCode::Read == 1101 && AppCode::Read.retriable());
    let names: Vec<&str> = AppCode::ENTRIES.iter().map(Entry::name).collect();
    assert_eq!(names, ["Read", "Chat", "NoSession", "type", "Empty", "Never"]);
    let debug: Vec<String> =
        AppCode::ENTRIES.iter().map(|entry| format!("{:?}", entry.variant())).collect();
    assert_eq!(debug, names);
    let sorted: BTreeSet<AppCode> = AppCode::ENTRIES.iter().map(Entry::variant).collect();
    let hashed: HashSet<AppCode> = sorted.iter().copied().collect();
    assert_eq!((sorted.first(), hashed.len()), (Some(&AppCode::Read), 6));
    assert_eq!(CATALOG.find("1101").unwrap().to_string(), "1001 Read: read failed");
}

#[test]
fn success_and_retries() {
    #[derive(Debug, ErrorCatalog)]
    #[catalog(code_enum = OutcomeCode)]
    enum Outcome {
        #[code(0, "done", success)]
        Done(()),
        #[code(1, "later", kind = Unavailable)]
        Later(()),
    }

    let [done, later] = [Outcome::Done(()), Outcome::Later(())];
    assert!(done.is_success() && !done.is_retryable());
    assert!(!later.is_success() && later.is_retryable());
}

#[test]
fn the_codes_are_ordered_by_number() {
    #[derive(Debug, ErrorCatalog)]
    #[catalog(code_enum = ByNumber, code = i16)]
    enum Unordered {
        #[code(7 | 1, "seven")]
        Seven(()),
        #[code(-3, "minus three")]
        MinusThree(()),
        #[code(5, "five")]
        Five(()),
    }

    let mut codes: Vec<ByNumber> = ByNumber::ENTRIES.variants().collect();
    codes.sort_unstable();
    assert_eq!(codes, [ByNumber::MinusThree, ByNumber::Five, ByNumber::Seven]);
    assert!(ByNumber::Five < ByNumber::Seven && BorrowedCode::Text < BorrowedCode::Array);
    let errors = [Unordered::MinusThree(()), Unordered::Five(()), Unordered::Seven(())];
    assert!(errors.iter().map(Unordered::error_code).eq(codes));
}

/// An error with every kind of parameter, and with string codes.
#[derive(ErrorCatalog)]
#[catalog(code_enum = BorrowedCode)]
pub(crate) enum Borrowed<'a, T: ?Sized + Debug, U, const N: usize = 1>
where
    U: Default,
    [U; N]: Debug,
{
    #[code("a", "text")]
    Text(&'a T),
    #[code("b", "array")]
    Array([U; N]),
}

impl<T: ?Sized + Debug, U: Default, const N: usize> Drop for Borrowed<'_, T, U, N>
where
    [U; N]: Debug,
{
    fn drop(&mut self) {}
}

#[test]
fn errors_with_parameters_and_a_destructor() {
    let error: Borrowed<'_, str, u8, 2> = Borrowed::Text("a");
    assert_eq!((error.code(), error.message()), ("a", "text"));
    let error: Borrowed<'_, str, u8, 2> = Borrowed::Array([1, 2]);
    assert_eq!((error.code(), error.message()), ("b", "array"));
    assert_eq!(error.error_code(), BorrowedCode::Array);
    assert_eq!(BorrowedCode::try_from("a"), Ok(BorrowedCode::Text));
}

#[test]
#[allow(clippy::type_repetition_in_bounds, reason = "about the enum itself")]
fn an_error_with_bounds_in_two_places() {
    /// clippy refuses that for functions.
    #[derive(ErrorCatalog)]
    #[catalog(code_enum = BoundCode)]
    enum Bound<T: Clone>
    where
        T: Default,
    {
        #[code(1, "bound")]
        Of(T),
    }

    assert_eq!(Bound::Of(7).error_code(), BoundCode::Of);
}

/// Data is not needed, and variants can have discriminants, and be conditional.
#[derive(Debug, ErrorCatalog)]
#[catalog(code_enum = SmallCode, code = u16)]
#[repr(u8)]
enum SmallError {
    #[code(_, "one")]
    One = 200,
    #[cfg(not(test))]
    #[code(_, "never in a test")]
    Never(()) = 7,
    #[cfg(test)]
    #[code(_, "in a test")]
    Always(()) = 3,
    #[deprecated]
    #[code(_, "old")]
    Old(()),
}

#[test]
fn discriminants_and_conditional_variants() {
    assert_eq!(SmallError::One.error_code(), SmallCode::One);
    assert_eq!(SmallError::Always(()).error_code(), SmallCode::Always);
    #[allow(deprecated)]
    let old = SmallError::Old(());
    assert_eq!(old.error_code(), SmallCode::Old);
    assert!(SmallCode::One == 200 && SmallCode::Old == 4);
    assert_eq!([SmallCode::One as u8, SmallCode::Always as u8, SmallCode::Old as u8], [200, 3, 4]);
    assert_eq!(size_of::<SmallCode>(), 1);
}

#[test]
fn an_error_inside_a_function() {
    #[derive(Debug, ErrorCatalog)]
    #[catalog(code_enum = r#match)]
    enum Local {
        #[code(1, "one")]
        One(()),
    }

    const ONE: r#match = r#match::One;
    assert_eq!(Local::One(()).error_code(), ONE);
    assert_eq!(r#match::from_code(1).map(r#match::name), Some("One"));
}
