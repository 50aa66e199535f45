//! A field that keeps every string code, listed or not.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use jmessage_codes::{ErrorCatalog, MaybeListed};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
enum State {
    #[code("00000", "successful completion", success)]
    SuccessfulCompletion,
    #[code("23505" | "2350F", "unique violation")]
    UniqueViolation,
}

type Field<T> = MaybeListed<State, T>;

/// The text needs nothing but `AsRef<str>`.
fn check<T: AsRef<str>>(listed: Field<T>, alias: Field<T>, unlisted: Field<T>) {
    assert_eq!((listed.code(), listed.listed()), ("23505", Some(State::UniqueViolation)));
    assert_eq!((alias.code(), alias.listed()), ("2350F", Some(State::UniqueViolation)));
    assert_eq!((unlisted.code(), unlisted.listed()), ("XX999", None));
    assert_eq!(format!("{unlisted}|{unlisted:>7}|{unlisted:.2}"), "XX999|  XX999|XX");
    drop((listed, alias, unlisted));
}

#[test]
fn any_text_type() {
    const CODES: [&str; 3] = ["23505", "2350F", "XX999"];
    let [one, two, three] = CODES.map(Field::new);
    check(one, two, three);
    let [one, two, three] = CODES.map(|code| Field::new(code.to_owned()));
    check(one, two, three);
    let [one, two, three] = CODES.map(|code| Field::new(Arc::<str>::from(code)));
    check(one, two, three);
    let [one, two, three] = CODES.map(|code| Field::new(Box::<str>::from(code)));
    check(one, two, three);
}

#[test]
fn equality_order_and_hash_are_those_of_the_text() {
    const STATIC: Field<&str> = MaybeListed::new("00000");
    let copy = STATIC;
    assert_eq!(copy, STATIC);
    assert_eq!(format!("{copy:?}"), "MaybeListed(\"00000\")");
    let fields = ["XX999", "23505", "2350F", "23505"].map(|code| Field::new(code.to_owned()));
    let sorted: BTreeSet<Field<String>> = fields.iter().cloned().collect();
    let codes: Vec<&str> = sorted.iter().map(Field::code).collect();
    assert_eq!(codes, ["23505", "2350F", "XX999"]);
    assert_eq!(fields.into_iter().collect::<HashSet<_>>().len(), 3);
    assert_eq!(size_of::<Field<String>>(), size_of::<String>());
}

#[test]
fn conversions_and_comparisons() {
    let listed = Field::<String>::from_listed(State::UniqueViolation);
    let unlisted = Field::from("XX999".to_owned());
    assert_eq!(listed, State::UniqueViolation);
    assert_eq!(Field::new("2350F"), State::UniqueViolation);
    assert_ne!(unlisted, State::UniqueViolation);
    assert_ne!(listed, State::SuccessfulCompletion);
    assert!(listed == "23505" && unlisted == *"XX999");
    assert!(unlisted != "23505" && unlisted != *"23505");
    assert_eq!(unlisted.as_ref(), "XX999");
    assert_eq!([listed.into_inner(), unlisted.into_inner()], ["23505", "XX999"]);
}

#[cfg(feature = "serde")]
mod with_serde {
    use serde::{Deserialize, Serialize};

    use super::{Field, State};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Row {
        state: Field<String>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Borrowed<'a> {
        #[serde(borrow)]
        state: Field<&'a str>,
    }

    #[test]
    fn the_text_is_what_serde_sees() {
        for code in ["23505", "00000", "1E100", "true", ""] {
            let row = Row { state: Field::new(code.to_owned()) };
            let json = serde_json::to_string(&row).unwrap();
            assert_eq!(json, format!("{{\"state\":\"{code}\"}}"));
            assert_eq!(serde_json::from_str::<Row>(&json).unwrap(), row);
            assert_eq!(serde_json::from_str::<Borrowed>(&json).unwrap().state.code(), code);
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.serialize(&row).unwrap();
            let text = writer.into_inner().unwrap();
            let read = csv::Reader::from_reader(&*text).deserialize().next().unwrap();
            assert_eq!(read.ok(), Some(row));
            let bytes = postcard::to_allocvec(code).unwrap();
            let field: Field<String> = postcard::from_bytes(&bytes).unwrap();
            assert_eq!(postcard::to_allocvec(&field).unwrap(), bytes);
        }
        assert_eq!(Field::new("23505").listed(), Some(State::UniqueViolation));
        assert!(serde_json::from_str::<Row>(r#"{"state": 23505}"#).is_err());
    }
}
