//! The `other` variant, which keeps unlisted codes and only those.

use std::collections::{BTreeSet, HashSet};

use jmessage_codes::{ErrorCatalog, Unlisted, WebCode};

/// An unlisted code and its own field.
fn other(number: u32) -> (WebCode, Unlisted<WebCode>) {
    match WebCode::from(number) {
        code @ WebCode::Other(unlisted) => (code, unlisted),
        code => panic!("{code:?} is listed"),
    }
}

#[test]
fn an_unlisted_code_is_its_number() {
    let (code, unlisted) = other(881_999);
    assert_eq!(unlisted.get(), 881_999);
    assert_eq!(unlisted, 881_999);
    assert!(unlisted != 881_998);
    assert_eq!(
        (unlisted.to_string(), format!("{unlisted:>8}")),
        ("881999".into(), "  881999".into())
    );
    assert_eq!(format!("{unlisted:?} {code:?}"), "881999 Other(881999)");
    assert_eq!(code.code(), 881_999);
}

#[test]
fn unlisted_codes_compare_like_their_numbers() {
    let numbers = [7, 881_999, 1, 7];
    let codes = numbers.map(|number| other(number).1);
    for (one, first) in numbers.into_iter().zip(codes) {
        for (two, second) in numbers.into_iter().zip(codes) {
            assert_eq!(first == second, one == two);
            assert_eq!(first.cmp(&second), one.cmp(&two));
            assert_eq!(first.partial_cmp(&second), one.partial_cmp(&two));
        }
    }
    assert_eq!(codes.into_iter().collect::<HashSet<_>>().len(), 3);
    let sorted: BTreeSet<_> = codes.into_iter().collect();
    assert_eq!(sorted.into_iter().map(Unlisted::get).collect::<Vec<_>>(), [1, 7, 881_999]);
}

#[test]
fn it_takes_no_more_space_than_the_number() {
    assert_eq!(size_of::<Unlisted<WebCode>>(), size_of::<u32>());
    assert_eq!(size_of::<WebCode>(), 8);
}

const NONE: WebCode = WebCode::UserNotExist;
const KEPT: WebCode = WebCode::from_code_or_other(881_999);
const FOUND: WebCode = WebCode::from_code_or_other(880_103);

#[test]
fn any_code_in_a_constant() {
    assert_eq!((KEPT, FOUND), (WebCode::from(881_999), WebCode::UserNotExist));
    assert_eq!(
        match FOUND {
            NONE => "a pattern",
            _ => "no pattern",
        },
        "a pattern"
    );
}

/// The enum's name can be in place of `Self`, with any path before `Unlisted`.
macro_rules! with_every_code_type {
    ($($code:ident)*) => {$({
        #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
        #[catalog(code = $code)]
        enum Each {
            #[code(1, "one")]
            One,
            #[code(other, "unlisted")]
            Other(jmessage_codes::Unlisted<Each>),
        }

        let code = Each::from($code::MAX);
        assert!(matches!(code, Each::Other(unlisted) if unlisted == $code::MAX), "{code:?}");
        assert_eq!((code == $code::MAX, code == 2, Each::One == 1), (true, false, true));
    })*};
}

#[test]
fn every_code_type() {
    with_every_code_type!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32, hex)]
enum Hresult {
    #[code(0x8007_0005, "access denied")]
    AccessDenied,
    #[code(other, "unlisted")]
    Other(Unlisted<Self>),
}

#[test]
fn an_unlisted_code_of_bits_is_shown_as_bits() {
    let Hresult::Other(unlisted) = Hresult::from(-1) else { panic!("-1 is not listed") };
    assert_eq!((unlisted.to_string(), unlisted.get()), ("0xFFFFFFFF".to_owned(), -1));
    assert_eq!(format!("{:?}", Hresult::from(-1)), "Other(0xFFFFFFFF)");
    assert_ne!(Hresult::AccessDenied, -1);
}

#[cfg(feature = "serde")]
#[test]
fn an_unlisted_code_is_serialized_as_the_number() {
    let (code, unlisted) = other(881_999);
    let kept = serde_json::json!({ "code": code, "unlisted": unlisted });
    assert_eq!(kept.to_string(), r#"{"code":881999,"unlisted":881999}"#);
}
