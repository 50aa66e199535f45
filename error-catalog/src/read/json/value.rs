//! JSON values that know their place in the text.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::read::error::ReadError;
use crate::read::finding::beginning;
use crate::read::format::Format;
use crate::read::grid::Lines;

/// The members of an object, including those with the same key.
pub(in crate::read) type Members<'a> = Vec<(String, &'a RawValue)>;

/// A value, opened by one level.
pub(in crate::read) enum Value<'a> {
    Object(Members<'a>),
    Array(Vec<&'a RawValue>),
    Scalar,
}

impl<'a> Value<'a> {
    pub(in crate::read) fn open(raw: &'a RawValue) -> Result<Self, ReadError> {
        Ok(match raw.get().bytes().next() {
            Some(b'{') => Self::Object(parse::<MembersOf<'a>>(raw.get())?.0),
            Some(b'[') => Self::Array(parse(raw.get())?),
            _ => Self::Scalar,
        })
    }
}

pub(super) fn is_object(raw: &RawValue) -> bool {
    raw.get().starts_with('{')
}

pub(super) fn is_array(raw: &RawValue) -> bool {
    raw.get().starts_with('[')
}

pub(super) fn is_scalar(raw: &RawValue) -> bool {
    !is_object(raw) && !is_array(raw)
}

pub(in crate::read) fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, ReadError> {
    serde_json::from_str(text).map_err(|error| {
        // The parser's place is one in a part of the document, so it is not shown.
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        let error = format!("{reason} in {}; fix the document", beginning(text));
        ReadError::malformed(Format::Json, error)
    })
}

/// The error of a document, with its line counted from the first line of the document.
pub(super) fn malformed(error: &serde_json::Error, lines: &Lines<'_>) -> ReadError {
    let text = error.to_string();
    let reason = text.split(" at line ").next().unwrap_or_default();
    let (line, column) = (lines.at(0) + error.line().saturating_sub(1), error.column());
    let advice = "fix the document, or convert it if it is not JSON, such as JSON5";
    let error = format!("line {line}, column {column}: {reason}; {advice}");
    ReadError::malformed(Format::Json, error)
}

/// The text of a string; nothing for null; any other value as the document writes it.
pub(super) fn text(value: &RawValue) -> Result<String, ReadError> {
    match value.get() {
        "null" => Ok(String::new()),
        text if text.starts_with('"') => parse(text),
        text => Ok(text.to_owned()),
    }
}

/// The texts of an array.
pub(super) fn cells(row: &RawValue) -> Result<Vec<String>, ReadError> {
    match Value::open(row)? {
        Value::Array(values) => values.into_iter().map(text).collect(),
        _ => Ok(Vec::new()),
    }
}

struct MembersOf<'a>(Members<'a>);

impl<'de> Deserialize<'de> for MembersOf<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MembersVisitor;

        impl<'de> Visitor<'de> for MembersVisitor {
            type Value = MembersOf<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(MembersOf(members))
            }
        }

        deserializer.deserialize_map(MembersVisitor)
    }
}
