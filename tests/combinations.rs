//! The forms of a catalog together: an error with data whose codes are bits, skipped
//! impls, retired codes and kinds in each.
#![deny(warnings)]
#![allow(dead_code, reason = "nobody reads the data")]

use jmessage_codes::{Coded, ErrorCatalog, Kind, MaybeListed, Unlisted};

/// Bits, and columns that name the enum of the codes.
#[derive(Debug, ErrorCatalog)]
#[catalog(code_enum = BitsCode, code = i32, hex)]
#[catalog(column(hint: &str = "none"), column(next: Option<Self> = Some(Self::Denied)))]
#[cfg_attr(feature = "serde", catalog(serde(string)))]
enum Bits {
    #[code(0x8007_0005 | 0x8003_0005, "denied", kind = PermissionDenied, hint = "ask")]
    Denied(String),
    #[code(0x8000_4005, "failed", retired, next = None)]
    Failed { bytes: Vec<u8> },
    #[code(0, "ok", success)]
    Ok,
}

#[test]
fn an_error_with_data_whose_codes_are_bits() {
    let denied = Bits::Denied("a".to_owned());
    assert_eq!((denied.code(), denied.kind()), (-2_147_024_891, Kind::PermissionDenied));
    assert_eq!((denied.hint(), denied.next()), ("ask", Some(BitsCode::Denied)));
    assert_eq!(Bits::Failed { bytes: Vec::new() }.next(), None);
    assert_eq!(Bits::Ok.kind(), Kind::Ok);
    assert_eq!(denied.error_code(), -2_147_287_035);
    let entry = BitsCode::Failed.entry().unwrap();
    assert_eq!(
        (entry.is_retired(), entry.to_string().as_str()),
        (true, "0x80004005 Failed: failed")
    );
    assert_eq!("0x80030005".parse(), Ok(BitsCode::Denied));
    let error = BitsCode::try_from(1).unwrap_err();
    assert_eq!(error.to_string(), "code 0x00000001 is not listed in `BitsCode`");
}

/// Skips everything that can be skipped.
#[derive(Debug, ErrorCatalog)]
#[catalog(code_enum = BareCode, code = u16, column(level: u8 = 3))]
#[catalog(skip(
    NAME,
    ENTRIES,
    from_code,
    from_code_or_other,
    from_message,
    entry,
    code,
    name,
    message,
    description,
    kind,
    is_success,
    is_retryable,
    is_retired,
    aliases,
    into_result,
    error_code,
    From,
    TryFrom,
    FromStr,
    PartialEq
))]
#[cfg_attr(feature = "serde", catalog(serde(number)))]
enum Bare {
    #[code(1, "one", kind = NotFound)]
    One(u8),
    #[code(2, "two")]
    Two,
}

impl From<BareCode> for u16 {
    fn from(_: BareCode) -> Self {
        9
    }
}

impl From<&Bare> for BareCode {
    fn from(_: &Bare) -> Self {
        Self::Two
    }
}

#[test]
fn an_error_with_data_without_the_methods() {
    let one = Bare::One(0);
    let code = Coded::error_code(&one);
    assert_eq!((code, one.level(), code.level()), (BareCode::One, 3, 3));
    assert_eq!((ErrorCatalog::code(code), ErrorCatalog::kind(code)), (1, Kind::NotFound));
    assert_eq!((BareCode::from(&one), u16::from(code)), (BareCode::Two, 9));
    assert_eq!(format!("{code:?} {:?}", Bare::Two), "One Two");
}

/// Wide bits with an `other` variant, and a method of the user's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i128, hex, skip(from_code_or_other, PartialEq, From))]
#[cfg_attr(feature = "serde", catalog(serde))]
enum Wide {
    #[code(0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF, "all", retired)]
    All,
    #[code(other, "other", kind = Internal)]
    Other(Unlisted<Self>),
}

impl Wide {
    const fn from_code_or_other() -> u8 {
        1
    }
}

const SIXTEEN: &str = "0x00000000000000000000000000000010";

#[test]
fn unlisted_bits_without_the_conversion() {
    assert_eq!((Wide::from_code_or_other(), Wide::from_code(-1)), (1, Some(Wide::All)));
    let parsed: Wide = "0x10".parse().unwrap();
    let Wide::Other(code) = parsed else { panic!("16 is not listed") };
    assert_eq!((code.to_string().as_str(), code.get()), (SIXTEEN, 16));
    assert_eq!(("16".parse(), parsed.kind()), (Ok(parsed), Kind::Internal));
}

/// Strings, with another comparison.
#[derive(Debug, ErrorCatalog)]
#[catalog(code_enum = TextCode, skip(PartialEq))]
#[cfg_attr(feature = "serde", catalog(serde))]
enum Text<'a, T: ?Sized> {
    #[code("00001" | "00002", "one", retired)]
    One(&'a T),
}

impl PartialEq<str> for TextCode {
    fn eq(&self, _: &str) -> bool {
        false
    }
}

impl PartialEq<&str> for TextCode {
    fn eq(&self, _: &&str) -> bool {
        false
    }
}

#[test]
fn codes_of_an_error_with_data_in_a_field_for_unlisted_ones() {
    let one = Text::One("a");
    assert_eq!(one.code(), "00001");
    assert_ne!(one.error_code(), "00001");
    assert_ne!(one.error_code(), *"00001");
    let kept = MaybeListed::<TextCode, &str>::new("00002");
    assert_eq!((kept.listed(), kept.code()), (Some(TextCode::One), "00002"));
    assert_eq!(MaybeListed::<TextCode, &str>::new("9").listed(), None);
}

/// The names of constants are those of parameters in generated code.
#[test]
fn inside_a_function_beside_constants() {
    #![allow(non_upper_case_globals)]
    const code: u8 = 1;
    const error: u8 = 2;

    #[derive(ErrorCatalog)]
    #[catalog(code_enum = LocalCode, column(sum: u8 = code + error), column(error: u8 = error))]
    #[repr(u8)]
    enum Local {
        #[code(_, "one", kind = NotFound, retired)]
        One(()) = 4,
        #[code(_ | 9, "two")]
        Two { error: u8 },
    }

    let two = Local::Two { error };
    assert_eq!((two.code(), two.sum(), two.error()), (5, 3, 2));
    assert_eq!(Local::One(()).kind(), Kind::NotFound);
    assert_eq!(LocalCode::from_code(9), Some(LocalCode::Two));
}

#[cfg(feature = "serde")]
#[test]
fn each_is_written_and_read_as_its_form_says() {
    fn round_trip<C>(variant: C, json: &str)
    where
        C: PartialEq + std::fmt::Debug + serde::Serialize + serde::de::DeserializeOwned,
    {
        assert_eq!(serde_json::to_string(&variant).ok().as_deref(), Some(json));
        assert_eq!(serde_json::from_str::<C>(json).ok(), Some(variant));
    }
    round_trip(BitsCode::Denied, "\"0x80070005\"");
    round_trip(BareCode::Two, "2");
    round_trip(TextCode::One, "\"00001\"");
    round_trip(MaybeListed::<TextCode, String>::new("9".to_owned()), "\"9\"");
    let Ok(wide @ Wide::Other(unlisted)) = "16".parse() else { panic!("16 is not listed") };
    let json = format!("\"{SIXTEEN}\"");
    round_trip(wide, &json);
    assert_eq!(serde_json::to_string(&unlisted).ok(), Some(json));
}
