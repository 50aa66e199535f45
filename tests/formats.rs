//! Each form of `#[catalog(serde)]` in each format: what is written is read back.
#![cfg(feature = "serde")]

use std::fmt::Debug;

use jmessage_codes::{Entry, ErrorCatalog, WebCode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The catalog `$name` with the same codes in each form.
macro_rules! forms {
    ($($name:ident: $code:ty, ($($key:tt)*), $low:literal, $high:literal;)*) => {$(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ErrorCatalog)]
        #[catalog(code = $code, $($key)*)]
        enum $name {
            #[code($low, "low")]
            Low,
            #[code($high, "high")]
            High,
            #[code(other, "other")]
            Other(jmessage_codes::Unlisted<Self>),
        }
    )*};
}

forms! {
    Any: u32, (serde), 0, 4_294_967_295;
    Number: u32, (serde(number)), 0, 4_294_967_295;
    Text: u32, (serde(string)), 0, 4_294_967_295;
    AnySigned: i16, (serde), -32768, 32767;
    NumberSigned: i16, (serde(number)), -32768, 32767;
    TextSigned: i16, (serde(string)), -32768, 32767;
    AnyHex: i32, (hex, serde), 0x8007_0005, 0x7FFF_FFFF;
    TextHex: i32, (hex, serde(string)), 0x8007_0005, 0x7FFF_FFFF;
    AnyLong: u64, (serde), 0, 9_223_372_036_854_775_807;
    NumberLong: u64, (serde(number)), 0, 9_223_372_036_854_775_807;
    TextLong: u64, (serde(string)), 0, 18_446_744_073_709_551_615;
    AnyWide: u128, (serde), 0, 340_282_366_920_938_463_463_374_607_431_768_211_455;
    TextWide: u128, (serde(string)), 0, 340_282_366_920_938_463_463_374_607_431_768_211_455;
    NumberWide: u128, (serde(number)), 0, 340_282_366_920_938_463_463_374_607_431_768_211_455;
    AnyWideSigned: i128, (serde), -170_141_183_460_469_231_731_687_303_715_884_105_728,
        170_141_183_460_469_231_731_687_303_715_884_105_727;
}

/// A format that guesses types would read each of these texts as something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ErrorCatalog)]
#[catalog(serde)]
enum State {
    #[code("00000", "a number with zeros")]
    Zeros,
    #[code("1E100", "a float")]
    Float,
    #[code("true", "a bool")]
    True,
    #[code("null", "nothing")]
    Null,
    #[code("-7", "a number")]
    Negative,
    #[code("a,b \"c\" & <d>", "punctuation")]
    Punctuation,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Reply<C> {
    code: C,
}

/// In XML, as an attribute.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Reply")]
struct Attribute<C> {
    #[serde(rename = "@code")]
    code: C,
}

type Result<T> = std::result::Result<T, String>;

const FORMATS: [&str; 11] = [
    "json",
    "json value",
    "xml element",
    "xml attribute",
    "csv",
    "yaml",
    "toml",
    "urlencoded",
    "postcard",
    "bincode",
    "msgpack",
];

fn said<T, E: std::fmt::Display>(result: std::result::Result<T, E>) -> Result<T> {
    result.map_err(|error| error.to_string())
}

fn write<C: Serialize>(format: &str, code: C) -> Result<Vec<u8>> {
    let reply = Reply { code };
    let text = match format {
        "json" => said(serde_json::to_string(&reply)),
        "json value" => said(serde_json::to_value(&reply)).map(|value| value.to_string()),
        "xml element" => said(quick_xml::se::to_string(&reply)),
        "xml attribute" => said(quick_xml::se::to_string(&Attribute { code: reply.code })),
        "csv" => {
            let mut writer = csv::Writer::from_writer(Vec::new());
            said(writer.serialize(&reply))?;
            return said(writer.into_inner());
        }
        "yaml" => said(serde_yaml_ng::to_string(&reply)),
        "toml" => said(toml::to_string(&reply)),
        "urlencoded" => said(serde_urlencoded::to_string(&reply)),
        _ => return write_binary(format, reply.code),
    };
    text.map(String::into_bytes)
}

fn write_binary<C: Serialize>(format: &str, code: C) -> Result<Vec<u8>> {
    let reply = Reply { code };
    match format {
        "postcard" => said(postcard::to_allocvec(&reply)),
        "bincode" => said(bincode::serialize(&reply)),
        "msgpack" => said(rmp_serde::to_vec(&reply)),
        _ => unreachable!("{}", format),
    }
}

fn read<C: DeserializeOwned>(format: &str, bytes: &[u8]) -> Result<C> {
    let text = || std::str::from_utf8(bytes).expect("text");
    let reply: Result<Reply<C>> = match format {
        "json" => said(serde_json::from_slice(bytes)),
        "json value" => {
            let value: serde_json::Value = said(serde_json::from_slice(bytes))?;
            said(serde_json::from_value(value))
        }
        "xml element" => said(quick_xml::de::from_str(text())),
        "xml attribute" => {
            let attribute: Attribute<C> = said(quick_xml::de::from_str(text()))?;
            return Ok(attribute.code);
        }
        "csv" => {
            let mut reader = csv::Reader::from_reader(bytes);
            said(reader.deserialize().next().expect("a row"))
        }
        "yaml" => said(serde_yaml_ng::from_str(text())),
        "toml" => said(toml::from_str(text())),
        "urlencoded" => said(serde_urlencoded::from_str(text())),
        _ => return read_binary(format, bytes),
    };
    reply.map(|reply| reply.code)
}

fn read_binary<C: DeserializeOwned>(format: &str, bytes: &[u8]) -> Result<C> {
    let reply: Result<Reply<C>> = match format {
        "postcard" => said(postcard::from_bytes(bytes)),
        "bincode" => said(bincode::deserialize(bytes)),
        "msgpack" => said(rmp_serde::from_slice(bytes)),
        _ => unreachable!("{}", format),
    };
    reply.map(|reply| reply.code)
}

/// Reads every variant back, from every format but those in `without`, which report an
/// error.
fn round_trip<C>(without: &[&str], unlisted: &[C])
where
    C: ErrorCatalog + Debug + Serialize + DeserializeOwned,
{
    for format in FORMATS {
        let variants = C::ENTRIES.iter().map(Entry::variant);
        let mut failed = false;
        for variant in variants.chain(unlisted.iter().copied()) {
            let read = write(format, variant).and_then(|bytes| read::<C>(format, &bytes));
            match read {
                Ok(read) => assert_eq!(read, variant, "{} in {format}", C::NAME),
                Err(error) if without.contains(&format) => failed = !error.is_empty(),
                Err(error) => panic!("{} in {format}, {variant:?}: {error}", C::NAME),
            }
        }
        assert_eq!(failed, without.contains(&format), "{} in {format}", C::NAME);
    }
}

/// A test for each form, with the formats that cannot have it and codes that are not listed.
macro_rules! round_trips {
    ($($name:ident: $catalog:ty, $without:expr, [$($unlisted:expr),*];)*) => {$(
        #[test]
        fn $name() {
            round_trip::<$catalog>(&$without, &[$(<$catalog>::from($unlisted)),*]);
        }
    )*};
}

// An element of XML does not say whether it is a number or text, so only `serde(number)` and
// `serde(string)` read one. Some formats have no numbers of 128 bits.
round_trips! {
    web_code: WebCode, ["xml element"], [881_999];
    any: Any, ["xml element"], [7, 880_203];
    number: Number, [], [7, 880_203];
    text: Text, [], [7, 880_203];
    any_signed: AnySigned, ["xml element"], [-7, 300];
    number_signed: NumberSigned, [], [-7, 300];
    text_signed: TextSigned, [], [-7, 300];
    any_hex: AnyHex, ["xml element"], [-7, 300];
    text_hex: TextHex, [], [-7, 300];
    any_long: AnyLong, ["xml element"], [7, 1 << 53];
    number_long: NumberLong, [], [7, 1 << 53];
    text_long: TextLong, [], [7, 1 << 53];
    any_wide: AnyWide, ["xml element"], [7, 1 << 64];
    text_wide: TextWide, [], [7, 1 << 64];
    number_wide: NumberWide, ["json value", "urlencoded"], [7, 1 << 64];
    any_wide_signed: AnyWideSigned, ["xml element"], [-7, 1 << 64];
    state: State, [], [];
}

#[test]
fn a_code_is_written_as_the_form_says() {
    let json = |bytes: Result<Vec<u8>>| String::from_utf8(bytes.unwrap()).unwrap();
    let table = [
        (write("json", Any::High), r#"{"code":4294967295}"#),
        (write("json", Number::High), r#"{"code":4294967295}"#),
        (write("json", Text::High), r#"{"code":"4294967295"}"#),
        (write("json", Text::from(7)), r#"{"code":"7"}"#),
        (write("json", TextSigned::Low), r#"{"code":"-32768"}"#),
        (write("json", AnyHex::Low), r#"{"code":-2147024891}"#),
        (write("json", TextHex::Low), r#"{"code":"0x80070005"}"#),
        // JSON's readers have no numbers of 128 bits.
        (write("json", AnyWide::from(7)), r#"{"code":"7"}"#),
        (write("json", NumberWide::from(7)), r#"{"code":7}"#),
        (write("json", State::Zeros), r#"{"code":"00000"}"#),
        (write("xml element", Number::from(7)), "<Reply><code>7</code></Reply>"),
        (write("csv", State::Float), "code\n1E100\n"),
        (write("urlencoded", TextHex::Low), "code=0x80070005"),
        (write("toml", Any::from(7)), "code = 7\n"),
        (write("toml", Text::from(7)), "code = \"7\"\n"),
        (write("yaml", State::Zeros), "code: '00000'\n"),
    ];
    for (written, expected) in table {
        assert_eq!(json(written), expected);
    }
}

/// Binary formats do not say whether a code is a number or text, so each form writes
/// what it asks for: otherwise the length of a text would be read as a code.
#[test]
fn binary_formats_have_the_number_or_the_text() {
    for format in ["postcard", "bincode", "msgpack"] {
        let number = write_binary(format, 300_u32);
        assert_eq!(write_binary(format, Any::from(300)), number, "{format}");
        assert_eq!(write_binary(format, Number::from(300)), number, "{format}");
        let text = write_binary(format, "300");
        assert_eq!(write_binary(format, Text::from(300)), text, "{format}");
        assert_eq!(read_binary::<String>(format, &text.unwrap()).as_deref(), Ok("300"));
        let wide = write_binary(format, 1_u128 << 64);
        assert_eq!(write_binary(format, AnyWide::from(1 << 64)), wide, "{format}");
        assert_eq!(
            write_binary(format, TextWide::from(1 << 64)),
            write_binary(format, "18446744073709551616")
        );
        assert_eq!(write_binary(format, State::Zeros), write_binary(format, "00000"), "{format}");
    }
}

/// A binary format reads as many bytes as the type of the codes has.
#[test]
fn binary_formats_have_codes_of_every_type() {
    macro_rules! every_type {
        ($($code:ident)*) => {$({
            #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
            #[catalog(code = $code, serde)]
            enum Each {
                #[code(1, "one")]
                One,
                #[code(other, "other")]
                Other(jmessage_codes::Unlisted<Self>),
            }

            for format in ["postcard", "bincode", "msgpack"] {
                for code in [$code::MIN, 1, 100, $code::MAX] {
                    let written = write_binary(format, Each::from(code));
                    assert_eq!(written, write_binary(format, code), "{code} in {format}");
                    let read = read_binary::<Each>(format, &written.unwrap());
                    assert_eq!(read, Ok(Each::from(code)), "{code} in {format}");
                }
            }
        })*};
    }

    every_type!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);
}

/// What each form reads; `None` is an error.
#[test]
fn a_code_is_read_as_the_form_says() {
    fn check<C: ErrorCatalog<Code: PartialEq> + DeserializeOwned + Debug>(
        format: &str,
        cases: &[(&str, Option<C::Code>)],
    ) {
        for (input, expected) in cases {
            let read = read::<C>(format, input.as_bytes()).ok();
            assert_eq!(read.map(C::code), *expected, "{} from {format}: {input}", C::NAME);
        }
    }

    check::<WebCode>(
        "json",
        &[
            (r#"{"code": 880203}"#, Some(880_203)),
            (r#"{"code": "880203"}"#, Some(880_203)),
            (r#"{"code": 880203.0}"#, Some(880_203)),
            (r#"{"code": 8.80203e5}"#, Some(880_203)),
            (r#"{"code": -0.0}"#, Some(0)),
            (r#"{"code": 880203.5}"#, None),
            (r#"{"code": 4294967296.0}"#, None),
            (r#"{"code": -1.0}"#, None),
            (r#"{"code": 1e300}"#, None),
            (r#"{"code": true}"#, None),
            (r#"{"code": null}"#, None),
        ],
    );
    check::<AnyLong>(
        "json",
        &[
            (r#"{"code": 562949953421311.0}"#, Some((1 << 49) - 1)),
            // A float of 2^52 or more may have been rounded from another number, in two steps.
            (r#"{"code": 4624069476334016.000}"#, None),
            (r#"{"code": 9007199254740991.0}"#, None),
            (r#"{"code": 9007199254740992.0}"#, None),
            (r#"{"code": 9007199254740993.0}"#, None),
            (r#"{"code": 9007199254740994.0}"#, None),
            (r#"{"code": 9007199254740992}"#, Some(1 << 53)),
            (r#"{"code": 9007199254740994}"#, Some((1 << 53) + 2)),
        ],
    );
    check::<Number>(
        "json",
        &[(r#"{"code": 7}"#, Some(7)), (r#"{"code": 7.0}"#, Some(7)), (r#"{"code": "7"}"#, None)],
    );
    check::<Text>("json", &[(r#"{"code": "7"}"#, Some(7)), (r#"{"code": 7}"#, None)]);
    check::<AnyHex>(
        "json",
        &[
            (r#"{"code": "0x80070005"}"#, Some(-2_147_024_891)),
            (r#"{"code": "-2147024891"}"#, Some(-2_147_024_891)),
            (r#"{"code": -2147024891}"#, Some(-2_147_024_891)),
            (r#"{"code": 2147942405}"#, None),
        ],
    );
    check::<AnyWide>(
        "json",
        &[
            (r#"{"code": "340282366920938463463374607431768211455"}"#, Some(u128::MAX)),
            (r#"{"code": 18446744073709551615}"#, Some(u128::from(u64::MAX))),
            (r#"{"code": 340282366920938463463374607431768211455}"#, None),
        ],
    );
    check::<NumberWide>(
        "json",
        &[(r#"{"code": 340282366920938463463374607431768211455}"#, Some(u128::MAX))],
    );
    check::<State>("json", &[(r#"{"code": "-7"}"#, Some("-7")), (r#"{"code": -7}"#, None)]);
    check::<State>("csv", &[("code\n00000\n", Some("00000")), ("code\n0\n", None)]);
    check::<State>("yaml", &[("code: 00000", Some("00000")), ("code: true", Some("true"))]);
    check::<WebCode>("csv", &[("code\n880203\n", Some(880_203)), ("code\nnone\n", None)]);
    check::<WebCode>("yaml", &[("code: 0x10", Some(16)), ("code: '16'", Some(16))]);
    check::<TextHex>("urlencoded", &[("code=0x7fffffff", Some(i32::MAX)), ("code=0x", None)]);
    check::<Number>(
        "xml element",
        &[("<R><code>7</code></R>", Some(7)), ("<R><code>seven</code></R>", None)],
    );
}

#[test]
fn codes_are_keys_of_maps_in_every_form() {
    fn check<C: ErrorCatalog + Serialize + DeserializeOwned + std::hash::Hash>(
        code: C,
        json: &str,
    ) {
        let map = std::collections::HashMap::from([(code, 1)]);
        assert_eq!(serde_json::to_string(&map).unwrap(), json);
        let read: std::collections::HashMap<C, u8> = serde_json::from_str(json).unwrap();
        assert!(read.contains_key(&code), "{json}");
    }
    check(Any::from(7), r#"{"7":1}"#);
    check(Number::from(7), r#"{"7":1}"#);
    check(TextHex::Low, r#"{"0x80070005":1}"#);
    check(AnyWide::High, r#"{"340282366920938463463374607431768211455":1}"#);
    check(State::Zeros, r#"{"00000":1}"#);
}
