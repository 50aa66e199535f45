//! Objects whose keys are codes.

use serde_json::value::RawValue;

use super::value::{Value, is_scalar};
use crate::integer;
use crate::read::error::ReadError;
use crate::read::find_columns::Named;
use crate::read::pattern::Pattern;

/// The members of objects whose keys are all codes and whose values are texts: each is a row,
/// as in `[{"1001": "a"}, {"1002": "b"}]`.
pub(super) fn members_with_codes<'a>(
    values: &[&'a RawValue],
    named: &Named,
) -> Result<Option<Vec<(String, &'a RawValue)>>, ReadError> {
    let mut all = Vec::new();
    for value in values {
        let Value::Object(members) = Value::open(value)? else { return Ok(None) };
        let is_row = |(key, value): &(String, &RawValue)| {
            is_code(key) && !named.has(key) && is_scalar(value)
        };
        if !members.iter().all(is_row) {
            return Ok(None);
        }
        all.extend(members);
    }
    Ok(Some(all).filter(|all| !all.is_empty()))
}

/// Whether most of the keys are integers.
pub(super) fn has_numbers(members: &[(String, &RawValue)]) -> bool {
    members.iter().filter(|(key, _)| integer::any(key).is_some()).count() * 2 > members.len()
}

/// Whether most of the keys are codes, whatever is around them.
pub(super) fn has_codes_as_keys(members: &[(String, &RawValue)]) -> bool {
    members.iter().filter(|(key, _)| is_code(key)).count() * 2 > members.len()
}

/// Whether a key is a code whatever is around it: an integer, or such as `E1001`.
pub(super) fn is_code(key: &str) -> bool {
    let is_other = |pattern| pattern == Pattern::Name || pattern == Pattern::Integer;
    let has_lower = key.contains(|letter: char| letter.is_ascii_lowercase());
    integer::any(key).is_some()
        || !has_lower && Pattern::of_code(key).is_some_and(|pattern| !is_other(pattern))
}

pub(super) fn looks_like_code(key: &str) -> bool {
    key.bytes().any(|byte| byte.is_ascii_digit() || byte == b'_')
        || !key.bytes().any(|byte| byte.is_ascii_lowercase())
}
