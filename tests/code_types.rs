//! Codes of every type and in every notation, even from a `macro_rules` macro.

use jmessage_codes::{CatalogCode, Entry, ErrorCatalog};

/// A catalog with the least and the greatest code of a type.
macro_rules! extremes {
    ($($visibility:vis $module:ident: $code:ty, $low:literal to $high:literal;)*) => {$(
        mod $module {
            use jmessage_codes::{ErrorCatalog, ParseCodeError};

            #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
            #[catalog(code = $code, range = $low..=$high)]
            $visibility enum Extreme {
                #[code($low, "low")]
                Low,
                #[code(1 | 0b10 | 0o3 | 0x4, "small", success)]
                Small,
                #[code($high, "high")]
                High,
            }

            #[test]
            fn lookups() {
                const LOW: Option<Extreme> = Extreme::from_code(<$code>::MIN);
                assert_eq!(LOW, Some(Extreme::Low));
                assert_eq!(Extreme::from_code(<$code>::MAX), Some(Extreme::High));
                for small in 1..=4 {
                    assert_eq!(Extreme::from_code(small), Some(Extreme::Small));
                }
                for unlisted in [5, <$code>::MIN + 10, <$code>::MAX - 1] {
                    assert_eq!(Extreme::from_code(unlisted), None);
                    let error = Extreme::try_from(unlisted).unwrap_err();
                    assert_eq!(error.code(), Some(unlisted));
                    assert_eq!(unlisted.to_string().parse(), Err::<Extreme, _>(error.into()));
                }
            }

            #[test]
            fn conversions() {
                assert_eq!(<$code>::from(Extreme::Low), <$code>::MIN);
                assert_eq!(<$code>::from(Extreme::High), <$code>::MAX);
                assert_eq!(Extreme::Small.code(), 1);
                assert_eq!(Extreme::Small.entry().unwrap().aliases(), [2, 3, 4]);
                assert_eq!(Extreme::try_from(<$code>::MAX), Ok(Extreme::High));
                assert_eq!(<$code>::MIN.to_string().parse(), Ok(Extreme::Low));
                for malformed in ["", " 1", "1 ", "0x1", "1.0", "-", "one", "999999999999999999999999999999999999999999"] {
                    assert_eq!(malformed.parse(), Err::<Extreme, _>(ParseCodeError::Malformed));
                }
            }
        }
    )*};
}

extremes! {
    pub u8_codes: u8, 0 to 255;
    pub(crate) u16_codes: u16, 0 to 0xFFFF;
    pub(super) u32_codes: u32, 0 to 4_294_967_295;
    u64_codes: u64, 0x0 to 0xFFFF_FFFF_FFFF_FFFF;
    u128_codes: u128, 0 to 340_282_366_920_938_463_463_374_607_431_768_211_455;
    usize_codes: usize, 0 to 18_446_744_073_709_551_615;
    i8_codes: i8, -128 to 127;
    i16_codes: i16, -0x8000 to 0x7FFF;
    i32_codes: i32, -2147483648i32 to 2147483647i32;
    i64_codes: i64, -9_223_372_036_854_775_808 to 9_223_372_036_854_775_807;
    pub(crate) i128_codes: i128,
        -170_141_183_460_469_231_731_687_303_715_884_105_728 to
        170_141_183_460_469_231_731_687_303_715_884_105_727;
    isize_codes: isize, -9_223_372_036_854_775_808 to 9_223_372_036_854_775_807;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum State {
    #[code("00000", "successful completion", success)]
    SuccessfulCompletion,
    #[code("0", "one zero")]
    OneZero,
    #[code("23505" | "2350F", "unique violation")]
    UniqueViolation,
    #[code("p0001", "lower case")]
    LowerCase,
    #[code("P0001", "raise exception")]
    RaiseException,
    #[code(r"é\漢 ", "not only letters")]
    NotOnlyLetters,
}

#[test]
fn string_codes_are_compared_to_the_byte() {
    const KNOWN: Option<State> = State::from_code("23505");
    assert_eq!(KNOWN, Some(State::UniqueViolation));
    let table = [
        ("00000", Some(State::SuccessfulCompletion)),
        ("0", Some(State::OneZero)),
        ("2350F", Some(State::UniqueViolation)),
        ("p0001", Some(State::LowerCase)),
        ("P0001", Some(State::RaiseException)),
        ("é\\漢 ", Some(State::NotOnlyLetters)),
        ("2350f", None),
        ("é\\漢", None),
        ("0000", None),
        ("000000", None),
        ("00000\0", None),
        ("", None),
    ];
    for (code, expected) in table {
        // The borrow ends before the result is used.
        let borrowed = String::from(code);
        assert_eq!(State::from_code(&borrowed), expected, "{code:?}");
        assert_eq!(State::try_from(borrowed.as_str()).ok(), expected);
        assert_eq!(borrowed.parse().ok(), expected);
    }
    assert_eq!(State::UniqueViolation.code(), "23505");
    assert_eq!(<&str>::from(State::OneZero), "0");
    assert_eq!(State::UniqueViolation.entry().unwrap().aliases(), ["2350F"]);
}

#[test]
fn the_error_for_an_unlisted_string_code_does_not_borrow() {
    let error = {
        let code = String::from("42");
        State::try_from(code.as_str()).unwrap_err()
    };
    assert_eq!(error.code(), None);
    assert_eq!(error.to_string(), "the code is not listed in `State`");
}

/// Looks up all codes and aliases of a catalog through the trait.
fn check_lookups<C: ErrorCatalog + std::fmt::Debug>() {
    for entry in C::ENTRIES {
        let codes = std::iter::once(entry.code()).chain(entry.aliases().iter().copied());
        for code in codes {
            assert_eq!(C::from_code(code.to_query()), Some(entry.variant()));
        }
        assert_eq!(entry.variant().entry().map(Entry::name), Some(entry.name()));
    }
}

#[test]
fn every_code_finds_its_variant() {
    check_lookups::<State>();
    check_lookups::<u8_codes::Extreme>();
    check_lookups::<i128_codes::Extreme>();
}
