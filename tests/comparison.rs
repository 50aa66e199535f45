//! A catalog can be compared with its code.

use jmessage_codes::{ErrorCatalog, WebCode};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i16)]
enum Broker {
    #[code(0, "none", success)]
    None,
    #[code(-1 | 5 | 105, "not available")]
    NotAvailable,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum State {
    #[code("00000", "successful completion", success)]
    SuccessfulCompletion,
    #[code("23505" | "2350F", "unique violation")]
    UniqueViolation,
}

#[test]
fn integers() {
    let code = WebCode::from(880_203);
    assert_eq!(code, 880_203);
    assert!(code == 880_203 && code != 880_204);
    assert_eq!(WebCode::from(881_999), 881_999);
    assert_ne!(WebCode::from(881_999), 881_998);
    for number in i16::MIN..=i16::MAX {
        assert_eq!(Broker::None == number, number == 0);
        assert_eq!(Broker::NotAvailable == number, [-1, 5, 105].contains(&number));
    }
}

#[test]
fn strings() {
    let text = String::from("2350F");
    assert_eq!(State::UniqueViolation, "23505");
    assert!(State::UniqueViolation == *text && State::UniqueViolation == text.as_str());
    for other in ["00000", "2350", "23505 ", "2350f", ""] {
        assert!(State::UniqueViolation != other && State::UniqueViolation != *other);
    }
    assert_eq!(State::SuccessfulCompletion, "00000");
}

/// If a number could be compared with the enum, this would be ambiguous.
// With schemas it is, since they need serde_json, which compares numbers with its values.
#[cfg(not(any(feature = "schemars", feature = "utoipa")))]
#[test]
fn numbers_still_compare_with_what_is_inferred() {
    assert!(5_u32 == "5".parse().unwrap());
}
