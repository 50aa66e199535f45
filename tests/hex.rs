//! `hex`: codes whose bits are what people know them by.

use jmessage_codes::{AnyCatalog, ErrorCatalog, ParseCodeError, TryFromCodeError, assert_disjoint};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32, hex)]
#[cfg_attr(feature = "serde", catalog(serde))]
enum Hresult {
    #[code(0, "S_OK", success)]
    Ok,
    #[code(0x8007_0005 | 0x8003_0005, "E_ACCESSDENIED", kind = PermissionDenied)]
    AccessDenied,
    #[code(-2_147_467_259, "E_FAIL")]
    Fail,
    #[code(0x7FFF_FFFF, "the greatest")]
    Greatest,
}

fn bits(code: i32) -> u32 {
    u32::from_ne_bytes(code.to_ne_bytes())
}

#[test]
fn a_literal_has_the_bits_of_a_signed_type() {
    const DENIED: Option<Hresult> = Hresult::from_code(-2_147_024_891);
    assert_eq!(DENIED, Some(Hresult::AccessDenied));
    let codes = Hresult::ENTRIES.iter().map(|entry| bits(entry.code()));
    assert_eq!(codes.collect::<Vec<_>>(), [0, 0x8007_0005, 0x8000_4005, 0x7FFF_FFFF]);
    assert_eq!(Hresult::AccessDenied.entry().unwrap().aliases(), [-2_147_287_035]);
}

#[test]
fn codes_are_displayed_with_all_digits() {
    let entry = Hresult::AccessDenied.entry().unwrap();
    assert_eq!(entry.to_string(), "0x80070005 AccessDenied: E_ACCESSDENIED");
    assert_eq!(
        format!("{entry:?}"),
        "Entry { code: 0x80070005, aliases: [0x80030005], name: \"AccessDenied\", \
         message: \"E_ACCESSDENIED\", description: \"E_ACCESSDENIED\", kind: PermissionDenied, \
         retryable: false, retired: false, .. }"
    );
    let erased = AnyCatalog::of::<Hresult>().find("0x80030005").unwrap();
    assert_eq!(format!("{}|{:>12}", erased.code(), erased.code()), "0x80070005|  0x80070005");
    let error = Hresult::try_from(1).unwrap_err();
    assert_eq!(error.to_string(), "code 0x00000001 is not listed in `Hresult`");
    assert!(format!("{error:?}").contains("Some(0x00000001)"));
}

#[test]
fn text_is_read_in_hexadecimal_and_in_decimal() {
    let texts =
        ["0x80070005", "0X80070005", "0x080070005", "-2147024891", "0x80030005", "-2147287035"];
    for text in texts {
        assert_eq!(text.parse(), Ok(Hresult::AccessDenied), "{text}");
        assert!(AnyCatalog::of::<Hresult>().find(text).is_some(), "{text}");
    }
    assert_eq!("0x0".parse(), Ok(Hresult::Ok));
    let unlisted = Hresult::try_from(0x1F).unwrap_err();
    assert_eq!("0x1f".parse::<Hresult>(), Err(ParseCodeError::NotListed(unlisted)));
    let error = ParseCodeError::NotListed(unlisted);
    assert_eq!(error.to_string(), "code 0x0000001F is not listed in `Hresult`");
    for malformed in [
        "",
        "0x",
        "0x+5",
        "0x-5",
        "-0x5",
        "80070005h",
        "2147942405",
        "0x180070005",
        "0xG",
        "0x 5",
        "0x100000000000000000000000000000000",
    ] {
        assert_eq!(malformed.parse::<Hresult>(), Err(ParseCodeError::Malformed), "{malformed:?}");
    }
    assert_eq!(
        "E_FAIL".parse::<Hresult>().unwrap_err().to_string(),
        "not a code of `Hresult`: expected a decimal integer that fits i32, or 0x and its bits",
    );
}

/// The least, the greatest and an unlisted code of a type.
macro_rules! widths {
    ($($module:ident: $code:ty, $one:literal = $one_text:literal, $all:literal = $all_text:literal;)*) => {$(
        mod $module {
            use jmessage_codes::ErrorCatalog;

            #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
            #[catalog(code = $code, hex)]
            enum Width {
                #[code($one, "one")]
                One,
                #[code($all, "all bits")]
                All,
            }

            #[test]
            fn display_and_text() {
                let all: $code = if <$code>::MIN == 0 { <$code>::MAX } else { <$code>::MIN | <$code>::MAX };
                let texts = Width::ENTRIES.iter().map(|entry| entry.to_string());
                let expected = [concat!($one_text, " One: one"), concat!($all_text, " All: all bits")];
                assert_eq!(texts.collect::<Vec<_>>(), expected);
                assert_eq!(Width::from_code(all), Some(Width::All));
                assert_eq!($all_text.parse(), Ok(Width::All));
                assert_eq!(all.to_string().parse(), Ok(Width::All));
                assert!(concat!($all_text, "0").parse::<Width>().is_err());
            }
        }
    )*};
}

widths! {
    u8_codes: u8, 0x1 = "0x01", 0xFF = "0xFF";
    i8_codes: i8, 0x1 = "0x01", 0xFF = "0xFF";
    u16_codes: u16, 0x1 = "0x0001", 0xFFFF = "0xFFFF";
    i16_codes: i16, 0o1 = "0x0001", 0b1111_1111_1111_1111 = "0xFFFF";
    u32_codes: u32, 0x1 = "0x00000001", 0xffff_ffff = "0xFFFFFFFF";
    i32_codes: i32, 1 = "0x00000001", -1 = "0xFFFFFFFF";
    u64_codes: u64, 0x1 = "0x0000000000000001", 0xFFFF_FFFF_FFFF_FFFF = "0xFFFFFFFFFFFFFFFF";
    i64_codes: i64, 0x1 = "0x0000000000000001", 0xFFFF_FFFF_FFFF_FFFF = "0xFFFFFFFFFFFFFFFF";
    u128_codes: u128, 0x1 = "0x00000000000000000000000000000001",
        0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF = "0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF";
    i128_codes: i128, 0x1 = "0x00000000000000000000000000000001",
        0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF = "0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF";
}

/// As in C headers: the discriminant is the unsigned number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32, hex, range = 0x8000_0000..=0x8FFF_FFFF)]
#[repr(u32)]
enum FromC {
    #[code(_, "unexpected")]
    Unexpected = 0x8000_FFFF,
    #[code(0x8000_4001, "not implemented")]
    NotImplemented = 0x8000_4001,
}

#[test]
fn discriminants_and_ranges_have_the_same_bits() {
    assert_eq!(bits(FromC::Unexpected.code()), FromC::Unexpected as u32);
    assert_eq!("0x80004001".parse(), Ok(FromC::NotImplemented));
}

assert_disjoint!(Hresult, FromC);

#[test]
fn without_hex_nothing_changes() {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
    enum Decimal {
        #[code(0x10, "sixteen")]
        Sixteen,
    }

    assert_eq!(Decimal::Sixteen.entry().unwrap().to_string(), "16 Sixteen: sixteen");
    assert_eq!("0x10".parse::<Decimal>(), Err(ParseCodeError::Malformed));
    let error: TryFromCodeError<Decimal> = Decimal::try_from(17).unwrap_err();
    assert_eq!(error.to_string(), "code 17 is not listed in `Decimal`");
}
