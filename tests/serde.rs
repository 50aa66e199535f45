//! `#[catalog(serde)]`: serialized as the code, deserialized from the code in any
//! notation.
#![cfg(feature = "serde")]

use jmessage_codes::{ErrorCatalog, Unlisted, WebCode};
use serde_json::json;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i16, serde)]
enum Broker {
    #[code(0, "none", success)]
    None,
    #[code(-1, "unknown")]
    Unknown,
    #[code(300 | 301, "large")]
    Large,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(serde)]
enum State {
    #[code("00000", "successful completion", success)]
    SuccessfulCompletion,
    #[code("23505", "unique violation")]
    UniqueViolation,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = u128, serde)]
enum Wide {
    #[code(0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF, "all bits")]
    AllBits,
    #[code(other, "other")]
    Other(Unlisted<Self>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i32, hex, serde(string))]
enum Text {
    #[code(0x8000_4005, "unspecified")]
    Unspecified,
}

/// Through JSON and through a binary format that has only the code.
macro_rules! round_trip {
    ($($variant:expr => $json:expr;)*) => {$(
        assert_eq!(serde_json::to_value($variant).unwrap(), $json);
        assert_eq!(serde_json::from_value($json).ok(), Some($variant));
        let bytes = postcard::to_allocvec(&$variant).unwrap();
        assert_eq!(bytes, postcard::to_allocvec(&$variant.code()).unwrap());
        assert_eq!(postcard::from_bytes(&bytes), Ok($variant));
    )*};
}

#[test]
fn a_catalog_is_serialized_as_its_code() {
    round_trip! {
        WebCode::TargetUserNotExist => json!(880_203);
        WebCode::from(4_000_000_000) => json!(4_000_000_000_u32);
        Broker::Unknown => json!(-1);
        Broker::Large => json!(300);
        State::UniqueViolation => json!("23505");
        Wide::from(7) => json!("7");
        Wide::AllBits => json!(u128::MAX.to_string());
    }
}

#[test]
fn codes_can_be_numbers_or_text() {
    for json in [json!(301), json!("301"), json!(301_u64), json!(301_i64)] {
        assert_eq!(serde_json::from_value::<Broker>(json).unwrap(), Broker::Large);
    }
    let reply = r#"{"error": {"code": "880103"}, "codes": [880106, 1, "2"]}"#;
    let reply: serde_json::Value = serde_json::from_str(reply).unwrap();
    let code = serde_json::from_value(reply["error"]["code"].clone());
    assert_eq!(code.ok(), Some(WebCode::UserNotExist));
    let codes = serde_json::from_value(reply["codes"].clone());
    let expected = vec![WebCode::SignatureExpired, WebCode::from(1), WebCode::from(2)];
    assert_eq!(codes.ok(), Some(expected));
}

#[test]
fn errors_name_the_code_and_the_catalog() {
    const BROKER: &str = "a code of `Broker`, a decimal integer that fits i16";
    let table = [
        (json!(7), "code 7 is not listed in `Broker`".to_owned()),
        (json!("-7"), "code -7 is not listed in `Broker`".to_owned()),
        (json!(40_000), format!("invalid value: integer `40000`, expected {BROKER}")),
        (json!(-40_000), format!("invalid value: integer `-40000`, expected {BROKER}")),
        (json!("none"), format!("invalid value: string \"none\", expected {BROKER}")),
        (json!(1.5), format!("invalid value: floating point `1.5`, expected {BROKER}")),
        (json!(null), format!("invalid type: null, expected {BROKER}")),
        (json!([0]), format!("invalid type: sequence, expected {BROKER}")),
    ];
    for (json, message) in table {
        assert_eq!(serde_json::from_value::<Broker>(json).unwrap_err().to_string(), message);
    }
    let error = serde_json::from_value::<State>(json!("42000")).unwrap_err();
    assert_eq!(error.to_string(), "code \"42000\" is not listed in `State`");
    let error = serde_json::from_value::<State>(json!(23505)).unwrap_err();
    let message = "invalid type: integer `23505`, expected a code of `State`, a string";
    assert_eq!(error.to_string(), message);
    let error = serde_json::from_value::<Text>(json!(-1)).unwrap_err();
    let message = "invalid type: integer `-1`, expected a code of `Text`, a decimal integer that \
        fits i32, or 0x and its bits, as a string";
    assert_eq!(error.to_string(), message);
    for json in [json!("-1"), json!("0xFFFFFFFF")] {
        let error = serde_json::from_value::<Text>(json).unwrap_err();
        assert_eq!(error.to_string(), "code 0xFFFFFFFF is not listed in `Text`");
    }
    assert!(postcard::from_bytes::<Broker>(&postcard::to_allocvec(&7_i16).unwrap()).is_err());
}

#[test]
fn codes_can_be_the_keys_of_a_map() {
    let json = r#"{"00000": 3, "23505": 1}"#;
    let counts: std::collections::BTreeMap<String, u32> = serde_json::from_str(json).unwrap();
    let known: Vec<Option<State>> = counts.keys().map(|code| State::from_code(code)).collect();
    assert_eq!(known, [Some(State::SuccessfulCompletion), Some(State::UniqueViolation)]);
}

/// Above some number, a float may have been rounded from another integer.
#[test]
fn floats_that_may_be_rounded_are_refused() {
    use serde::de::value::{Error, F32Deserializer, F64Deserializer};
    use serde::de::{Deserialize, IntoDeserializer};

    let single = |number: f32| {
        let deserializer: F32Deserializer<Error> = number.into_deserializer();
        Wide::deserialize(deserializer).ok().map(Wide::code)
    };
    let double = |number: f64| {
        let deserializer: F64Deserializer<Error> = number.into_deserializer();
        Wide::deserialize(deserializer).ok().map(Wide::code)
    };
    assert_eq!(single(8_388_607.0), Some(0x7F_FFFF));
    assert_eq!(double(16_777_217.0), Some(0x100_0001));
    assert_eq!(double(4_503_599_627_370_495.0), Some((1 << 52) - 1));
    for number in [8_388_608.0, 16_777_216.0, -1.0, 0.5, f32::NAN, f32::INFINITY] {
        assert_eq!(single(number), None, "{number}");
    }
    for number in [4_503_599_627_370_496.0, 1e19, 1e300, -0.5, f64::NAN, f64::NEG_INFINITY] {
        assert_eq!(double(number), None, "{number}");
    }
}
