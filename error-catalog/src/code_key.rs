//! Codes as they are compared.

use crate::code_type::CodeType;
use crate::integer::{self, Integer};

/// A code as it is compared: the same number in any base, or the same text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum CodeKey {
    Number(Integer),
    Text(String),
}

impl CodeKey {
    /// A code of this type; `None` for integers whose type is not known yet. A code that is
    /// not of the type is a text.
    pub(crate) fn new(code: &str, code_type: Option<CodeType>) -> Self {
        let number = match code_type {
            Some(code_type) => code_type.read(code),
            None => integer::any(code),
        };
        number.map_or_else(|| Self::Text(code.to_owned()), Self::Number)
    }
}
