//! `#[catalog(url = "…")]`: where the codes are explained.
//!
//! Every lint that could fire in generated code is an error here.
#![deny(warnings, missing_docs, missing_debug_implementations, unused, deprecated)]
#![deny(clippy::pedantic, clippy::nursery, unreachable_pub)]

use jmessage_codes::{AnyCatalog, AnyEntry, Coded, Entry, ErrorCatalog, Unlisted, Url, WebCode};

/// With a negative code and one that is not listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i16, url = "https://errors.example/{code}?of={name}#{code}")]
pub enum Broker {
    /// It failed.
    #[code(-1 | 7, "unknown")]
    Unknown,
    /// Raw and not ASCII.
    #[code(8, "ä")]
    r#Größe,
    /// Any other.
    #[code(other, "other")]
    Other(Unlisted<Self>),
}

/// The codes are shown as their bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32, hex, url = "/{code}")]
enum Bits {
    #[code(0x8000_4005, "no driver")]
    NoDriver,
}

/// Codes that have a meaning in a URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(url = "https://errors.example/all/{code}", skip(url))]
enum Text {
    #[code("a/b?c=d&e#f%20 \u{e9}\u{0}", "everything")]
    Everything,
    #[code("A-z_0.9~", "nothing")]
    Nothing,
}

/// An error with data, and a column of the name that the key would take.
#[derive(Debug, ErrorCatalog)]
#[catalog(code_enum = AppCode, url = "https://errors.example/{name}")]
pub enum AppError {
    /// A file cannot be read.
    #[code(1001, "read failed")]
    Read(()),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(column(url: &str))]
enum Linked {
    #[code(1, "one", url = "a column")]
    One,
}

fn of<E: Coded>(error: &E) -> Option<String> {
    error.error_code().url().map(|url| url.to_string())
}

#[test]
fn a_url_has_the_code_and_the_name() {
    const URL: Url<Broker> = Broker::Unknown.url();
    assert_eq!(URL.to_string(), "https://errors.example/-1?of=Unknown#-1");
    assert_eq!(format!("{URL:?}"), "Url(https://errors.example/-1?of=Unknown#-1)");
    assert_eq!(Broker::from(7).url(), URL);
    assert_ne!(Broker::from(9).url(), URL);
    let others = [Broker::r#Größe, Broker::from(9)].map(|code| code.url().to_string());
    assert_eq!(others[0], "https://errors.example/8?of=Gr%C3%B6%C3%9Fe#8");
    assert_eq!(others[1], "https://errors.example/9?of=Other#9");
    assert_eq!(Bits::NoDriver.url().to_string(), "/0x80004005");
    assert_eq!(AppError::Read(()).url().to_string(), "https://errors.example/Read");
    assert_eq!(AppCode::Read.url(), AppError::Read(()).url());
    assert_eq!(Broker::Unknown.entry().and_then(Entry::url), Some(URL));
    assert_eq!(WebCode::Success.entry().and_then(Entry::url), None);
}

#[test]
fn what_has_a_meaning_in_a_url_is_encoded() {
    let encoded = "https://errors.example/all/a%2Fb%3Fc%3Dd%26e%23f%2520%20%C3%A9%00";
    assert_eq!(of(&Text::Everything).as_deref(), Some(encoded));
    assert_eq!(of(&Text::Nothing).as_deref(), Some("https://errors.example/all/A-z_0.9~"));
}

#[test]
fn code_that_is_generic_finds_it() {
    assert_eq!(of(&AppError::Read(())).as_deref(), Some("https://errors.example/Read"));
    assert_eq!(of(&Bits::NoDriver).as_deref(), Some("/0x80004005"));
    assert_eq!((of(&WebCode::Success), of(&Linked::One)), (None, None));
    assert_eq!(Linked::One.url(), "a column");
    for entry in Broker::ENTRIES {
        let any = AnyEntry::from(entry).url().map(|url| url.to_string());
        assert_eq!(any, of(&entry.variant()));
    }
    let any = AnyCatalog::of::<Linked>().find("1");
    assert!(any.is_some_and(|entry| entry.url().is_none()));
}

#[cfg(feature = "serde")]
#[test]
fn a_url_is_serialized_as_it_is_displayed() {
    let url = Broker::Unknown.url();
    assert_eq!(serde_json::to_value(url).unwrap(), url.to_string());
}
