//! Objects whose keys are codes.

use std::collections::HashSet;

use serde_json::value::RawValue;

use super::value::{Members, Value, is_object, is_scalar};
use crate::integer;
use crate::read::error::ReadError;
use crate::read::find_columns::Named;
use crate::read::headings;
use crate::read::pattern::Pattern;

/// The members of objects of texts, if most of their keys are codes: each member is a row, as in
/// `[{"1001": "a"}, {"1002": "b"}]`.
pub(super) fn members_with_codes<'a>(
    values: &[&'a RawValue],
    named: &Named,
) -> Result<Option<Members<'a>>, ReadError> {
    let mut all = Vec::new();
    for value in values {
        let Value::Object(members) = Value::open(value)? else { return Ok(None) };
        let may_be_row = |(key, value): &(String, &RawValue)| {
            let is_heading = headings::is_any(key) || named.has(key);
            is_scalar(value) && (is_code(key) && !named.has(key) || !is_heading)
        };
        if !members.iter().all(may_be_row) {
            return Ok(None);
        }
        all.extend(members);
    }
    Ok(Some(all).filter(|all| has_codes_as_keys(all)))
}

/// Whether most of the keys are integers.
pub(super) fn has_numbers(members: &[(String, &RawValue)]) -> bool {
    members.iter().filter(|(key, _)| integer::any(key).is_some()).count() * 2 > members.len()
}

/// Whether most of the keys are codes, whatever is around them.
pub(super) fn has_codes_as_keys(members: &[(String, &RawValue)]) -> bool {
    members.iter().filter(|(key, _)| is_code(key)).count() * 2 > members.len()
}

/// Whether the keys are codes such as `E1001`, and the values texts.
pub(super) fn are_texts_of_codes(members: &[(String, &RawValue)]) -> bool {
    members.iter().all(|(key, value)| is_code(key) && value.get().starts_with('"'))
}

/// Whether the values are all texts, or all integers. An object with both is more likely a thing
/// with its properties.
pub(super) fn are_alike(members: &[(String, &RawValue)]) -> bool {
    let all = |is: fn(&str) -> bool| members.iter().all(|(_, value)| is(value.get()));
    all(|value| value.starts_with('"')) || all(|value| integer::any(value).is_some())
}

/// Whether a key is a code whatever is around it: an integer, or such as `E1001`.
pub(super) fn is_code(key: &str) -> bool {
    let is_other = |pattern| pattern == Pattern::Name || pattern == Pattern::Integer;
    let has_lower = key.contains(|letter: char| letter.is_ascii_lowercase());
    integer::any(key).is_some()
        || !has_lower && Pattern::of_code(key).is_some_and(|pattern| !is_other(pattern))
}

/// Whether a key is a word, such as the name of a group, and not a constant.
pub(super) fn is_word(key: &str) -> bool {
    key.starts_with(|first: char| first.is_ascii_lowercase())
        && key.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// The heading of the texts that all objects among the members have.
pub(super) fn shared_text(members: &[(String, &RawValue)]) -> Result<Option<String>, ReadError> {
    let mut shared: Option<Vec<String>> = None;
    for (_, value) in members.iter().filter(|(_, value)| is_object(value)) {
        let Value::Object(inner) = Value::open(value)? else { continue };
        if let Some(shared) = &mut shared {
            let keys: HashSet<&str> = inner.iter().map(|(key, _)| key.as_str()).collect();
            shared.retain(|key| keys.contains(key.as_str()));
        } else {
            let texts =
                inner.into_iter().filter(|(key, value)| is_scalar(value) && headings::is_text(key));
            shared = Some(texts.map(|(key, _)| key).collect());
        }
    }
    Ok(shared.and_then(|shared| shared.into_iter().next()))
}

pub(super) fn looks_like_code(key: &str) -> bool {
    key.bytes().any(|byte| byte.is_ascii_digit() || byte == b'_')
        || !key.bytes().any(|byte| byte.is_ascii_lowercase())
}
