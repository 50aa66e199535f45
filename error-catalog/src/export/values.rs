//! Values of a template.

use minijinja::value::Value;

use crate::integer::Integer;

pub(super) fn map<const N: usize>(pairs: [(&'static str, Value); N]) -> Value {
    Value::from_pairs(pairs)
}

/// What can stand in any output as it is: a name or a number of ours.
pub(super) fn safe(text: impl Into<String>) -> Value {
    Value::from_safe_string(text.into())
}

pub(super) fn integer_value(number: Integer) -> Value {
    match number {
        Integer::Negative(number) => number.into(),
        Integer::Natural(number) => number.into(),
    }
}
