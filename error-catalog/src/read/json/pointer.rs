//! JSON Pointers, which are the titles of tables.

use serde_json::value::RawValue;

use super::value::Value;
use crate::read::error::ReadError;
use crate::read::headings;

/// The value at a JSON Pointer.
pub(super) fn resolve<'a>(
    root: &'a RawValue,
    pointer: &str,
) -> Result<Option<&'a RawValue>, ReadError> {
    let mut value = root;
    for part in pointer.split('/').skip(1) {
        let key = part.replace("~1", "/").replace("~0", "~");
        let inner = match Value::open(value)? {
            Value::Object(members) => {
                members.into_iter().find(|(each, _)| *each == key).map(|(_, value)| value)
            }
            Value::Array(values) => {
                key.parse().ok().and_then(|index: usize| values.get(index).copied())
            }
            Value::Scalar => None,
        };
        let Some(inner) = inner else { return Ok(None) };
        value = inner;
    }
    Ok(Some(value).filter(|_| pointer.is_empty() || pointer.starts_with('/')))
}

pub(super) fn join(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

pub(super) fn title(pointer: &str) -> Option<String> {
    Some(pointer.to_owned()).filter(|pointer| !pointer.is_empty())
}

/// Whether the last key says what the keys in its value are, and not codes.
pub(super) fn is_of_other_names(pointer: &str) -> bool {
    headings::is_of_other_names(pointer.rsplit('/').next().unwrap_or_default())
}
