//! `skip(…)`: impls and methods that another derive or the user makes. Everything else
//! of the catalog still works.

use jmessage_codes::{AnyCatalog, AnyEntry, Entry, ErrorCatalog, Unlisted, assert_disjoint};

/// `num_enum` makes `TryFrom` and `From`, and `strum` makes `FromStr` of the names.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    ErrorCatalog,
    num_enum::TryFromPrimitive,
    num_enum::IntoPrimitive,
    strum::EnumString,
)]
#[catalog(code = u8, skip(From, TryFrom, FromStr))]
#[cfg_attr(feature = "serde", catalog(serde))]
#[repr(u8)]
enum Numbers {
    #[code(_, "one")]
    One = 1,
    #[code(_ | 20, "two")]
    Two,
}

#[test]
fn beside_other_derives() {
    assert_eq!(Numbers::try_from(2), Ok(Numbers::Two));
    assert!(Numbers::try_from(20).is_err(), "num_enum knows no alias");
    assert_eq!(u8::from(Numbers::Two), 2);
    assert_eq!("Two".parse(), Ok(Numbers::Two));
    assert!("2".parse::<Numbers>().is_err(), "strum knows no code");
    assert_eq!(Numbers::from_code(20), Some(Numbers::Two));
    assert_eq!(AnyCatalog::of::<Numbers>().find("20").map(AnyEntry::name), Some("Two"));
}

/// `strum` also makes `TryFrom<&str>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog, strum::EnumString)]
#[catalog(skip(TryFrom, FromStr))]
#[cfg_attr(feature = "serde", catalog(serde))]
enum Texts {
    #[code("00000", "ok", success)]
    Ok,
    #[strum(serialize = "duplicate")]
    #[code("23505", "unique violation")]
    UniqueViolation,
}

#[test]
fn strings_beside_strum() {
    assert_eq!(Texts::try_from("duplicate"), Ok(Texts::UniqueViolation));
    assert_eq!("Ok".parse(), Ok(Texts::Ok));
    assert_eq!(Texts::from_code("23505"), Some(Texts::UniqueViolation));
    assert_eq!(<&str>::from(Texts::Ok), "00000");
}

/// Every method is the user's own, with another meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(
    column(level: u8 = 3),
    skip(
        from_code, from_message, entry, code, name, message, description, kind, is_success,
        is_retryable, into_result, From, FromStr, PartialEq
    )
)]
#[cfg_attr(feature = "serde", catalog(serde))]
enum Methods {
    #[code(1 | 10, "one", "The first", kind = NotFound, retryable = true)]
    One,
    #[code(other, "other")]
    Other(Unlisted<Self>),
}

impl PartialEq<u32> for Methods {
    fn eq(&self, _: &u32) -> bool {
        false
    }
}

/// An error with methods of its own. The enum of its codes then lacks them too, apart from the
/// methods of the trait.
#[derive(ErrorCatalog)]
#[catalog(code_enum = OwnCode, skip(code, error_code, is_retryable))]
enum Own {
    #[code(7, "a")]
    A(u8),
}

impl Own {
    fn code(&self) -> u8 {
        let Self::A(code) = self;
        *code
    }

    fn error_code(&self) -> u8 {
        self.code() + 1
    }

    fn is_retryable(&self) -> u8 {
        self.code() + 2
    }
}

#[test]
fn an_error_with_data() {
    let own = Own::A(1);
    assert_eq!((own.code(), own.error_code(), own.is_retryable(), own.name()), (1, 2, 3, "A"));
    assert_eq!(jmessage_codes::Coded::error_code(&own), OwnCode::A);
}

#[allow(clippy::unused_self, reason = "as the derive's own")]
impl Methods {
    fn from_code(_: &str) -> u8 {
        100
    }

    fn from_message() -> u8 {
        101
    }

    fn entry(self) -> u8 {
        102
    }

    fn code(self) -> String {
        "E0001".to_owned()
    }

    fn name(self) -> u8 {
        104
    }

    fn message(self) -> u8 {
        105
    }

    fn description(self) -> u8 {
        106
    }

    fn kind(self) -> u8 {
        107
    }

    fn is_success(self) -> u8 {
        108
    }

    fn is_retryable(self) -> u8 {
        110
    }

    fn into_result(self) -> u8 {
        109
    }
}

impl std::str::FromStr for Methods {
    type Err = ();

    fn from_str(_: &str) -> Result<Self, ()> {
        Ok(Self::One)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
#[catalog(skip(from_code, name, is_success, entry, code))]
enum Elsewhere {
    #[code(2, "two")]
    Two,
}

assert_disjoint!(Methods, Elsewhere);
assert_disjoint!(Elsewhere, Methods; except success);

#[test]
fn methods_of_the_user() {
    let one = Methods::One;
    let methods = [one.name(), one.message(), one.description(), one.kind(), one.is_success()];
    assert_eq!(methods, [104, 105, 106, 107, 108]);
    assert_eq!([Methods::from_code(""), Methods::from_message()], [100, 101]);
    assert_eq!([one.entry(), one.into_result(), one.is_retryable()], [102, 109, 110]);
    assert_eq!((one.code().as_str(), one.level()), ("E0001", 3));
    assert_eq!("anything".parse(), Ok(Methods::One));
}

/// The trait does not go through the user's methods.
fn through_the_trait<C: ErrorCatalog<Code = u32> + std::fmt::Debug>(variant: C) {
    assert_eq!(C::from_code(10), Some(variant));
    assert_eq!(C::from_message("one"), [variant]);
    assert_eq!(variant.entry().map(Entry::code), Some(1));
    assert_eq!(variant.code(), 1);
    assert_eq!(
        (variant.name(), variant.message(), variant.description()),
        ("One", "one", "The first"),
    );
    assert_eq!(variant.kind(), jmessage_codes::Kind::NotFound);
    assert!(!variant.is_success());
    assert!(variant.is_retryable());
    assert_eq!(variant.into_result(), Err(variant));
    assert_eq!(C::ENTRIES.get(0).map(|entry| entry.to_string()).as_deref(), Some("1 One: one"));
    let catalog = AnyCatalog::of::<C>();
    assert_eq!(catalog.find("10").map(AnyEntry::message), Some("one"));
    assert!(catalog.find("2").is_none());
}

#[test]
fn the_trait_and_the_erased_catalog_need_no_method() {
    through_the_trait(Methods::One);
}

#[cfg(feature = "serde")]
#[test]
fn serde_needs_no_conversion() {
    fn round_trip<C>(variant: C, json: serde_json::Value)
    where
        C: PartialEq + std::fmt::Debug + serde::Serialize + serde::de::DeserializeOwned,
    {
        assert_eq!(serde_json::to_value(&variant).ok().as_ref(), Some(&json));
        assert_eq!(serde_json::from_value::<C>(json).ok(), Some(variant));
    }
    round_trip(Numbers::Two, 2.into());
    round_trip(Texts::UniqueViolation, "23505".into());
    round_trip(Methods::One, 1.into());
    let text = |text: &str| serde_json::from_value::<Methods>(text.into()).ok();
    assert_eq!(text("10"), Some(Methods::One));
    assert_eq!(text("7"), Some(Methods::from_code_or_other(7)));
    assert_eq!(text("seven"), None);
}
