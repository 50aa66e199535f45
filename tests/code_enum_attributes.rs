//! What `#[catalog(code_enum(…))]` and `attr(…)` put on the enum of the codes.
//!
//! Every lint that could fire in generated code is an error here.
#![deny(warnings, missing_debug_implementations, unused, deprecated)]
#![deny(clippy::pedantic, clippy::nursery, unreachable_pub)]

use jmessage_codes::ErrorCatalog;
use strum::IntoEnumIterator;

/// The enum of the codes has the further derives that its users need, and its discriminants are the
/// codes.
#[derive(Debug, ErrorCatalog)]
#[catalog(code = i32, hex, code_enum(
    /// The codes of the driver.
    #[derive(strum::EnumIter, strum::AsRefStr, Default)]
    #[strum(serialize_all = "kebab-case")]
    #[non_exhaustive]
    #[repr(i32)]
    DriverCode
))]
#[non_exhaustive]
#[repr(u8)]
enum DriverError {
    #[code(0x8000_4005 | 7, "no driver", attr(#[strum(serialize = "none")]))]
    NoDriver(()),
    #[code(3, "driver too old", attr(#[default]), attr(#[doc(alias = "old")]))]
    TooOld {},
}

#[test]
fn attributes_for_the_enum_of_the_codes_and_its_variants() {
    assert_eq!(DriverError::NoDriver(()).error_code(), DriverCode::NoDriver);
    assert_eq!(DriverError::TooOld {}.error_code(), DriverCode::TooOld);
    let codes: Vec<(DriverCode, i32)> =
        DriverCode::iter().map(|code| (code, code as i32)).collect();
    assert_eq!(codes, [(DriverCode::NoDriver, -0x7FFF_BFFB), (DriverCode::TooOld, 3)]);
    assert!(codes.iter().all(|(code, number)| code.code() == *number));
    let names = codes.iter().map(|(code, _)| code.as_ref());
    assert_eq!(names.collect::<Vec<_>>(), ["none", "too-old"]);
    assert_eq!(DriverCode::default(), DriverCode::TooOld);
    assert_eq!(size_of::<DriverCode>(), 4);
}

/// The enum of the codes has the `#[repr]` of the enum with the data unless it has its own.
#[derive(Debug, ErrorCatalog)]
#[catalog(code_enum(WideCode), code = u16)]
#[repr(u16)]
enum WideError {
    #[code(1001, "one")]
    One(()),
    #[code(2002 | 7, "two")]
    Two,
}

#[test]
fn the_discriminants_are_the_codes() {
    assert_eq!([WideCode::One as u16, WideCode::Two as u16], [1001, 2002]);
    assert_eq!((WideError::One(()).name(), WideError::Two.name()), ("One", "Two"));
}

/// String codes cannot be discriminants.
#[derive(Debug, ErrorCatalog)]
#[catalog(code_enum(#[repr(u8)] TextCode))]
enum TextError {
    #[code("a", "one")]
    One(()),
    #[code("b", "two")]
    Two,
}

#[test]
fn string_codes_have_positions() {
    assert_eq!([TextCode::One as u8, TextCode::Two as u8], [0, 1]);
    assert_eq!((TextError::One(()).code(), TextError::Two.code()), ("a", "b"));
}
