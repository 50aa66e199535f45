//! What a schema says about a table, for both `schemars` and `utoipa`.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::iter::once;

use serde_json::Value;
use serde_json::value::Serializer;

use crate::catalog::ErrorCatalog;
use crate::code::sealed::Sealed;
use crate::handles::Entry;
use crate::serde::{Form, serialize_code};

/// What a schema says about a row.
pub(crate) struct RowSchema {
    /// The code and the aliases, as serde writes them.
    pub(crate) values: Vec<Value>,
    pub(crate) title: &'static str,
    /// `None` if the row has no text.
    pub(crate) description: Option<&'static str>,
    pub(crate) is_retired: bool,
}

impl RowSchema {
    fn new<C: ErrorCatalog>(entry: Entry<C>, values: Vec<Value>) -> Self {
        Self {
            values,
            title: entry.name(),
            description: Some(entry.description()).filter(|text| !text.is_empty()),
            is_retired: entry.is_retired(),
        }
    }
}

/// The rows in declaration order.
pub(crate) fn rows<C: ErrorCatalog>(form: Form) -> impl Iterator<Item = RowSchema> {
    C::ENTRIES.iter().map(move |entry| {
        let codes = once(entry.code()).chain(entry.aliases().iter().copied());
        RowSchema::new(entry, codes.map(|code| value::<C>(code, form)).collect())
    })
}

/// The `other` variant, which can have any value.
pub(crate) fn other<C: ErrorCatalog>() -> RowSchema {
    // Its texts come after those of the rows.
    RowSchema::new(Entry::<C>::__new(C::__ROWS), Vec::new())
}

fn value<C: ErrorCatalog>(code: C::Code, form: Form) -> Value {
    // A JSON value has no numbers beyond 64 bits. The derive refuses a form with them.
    serialize_code::<C, _>(code, form, Serializer).unwrap_or_default()
}

/// What integers that serde writes as text look like, as a regular expression.
pub(crate) fn pattern<C: ErrorCatalog>() -> String {
    if C::__HEX {
        format!("^0x[0-9A-F]{{{}}}$", size_of::<C::Code>() * 2)
    } else {
        "^-?[0-9]+$".to_owned()
    }
}

/// The lowest and the highest number that serde writes to JSON; `None` if it writes texts.
pub(crate) fn limits<C: ErrorCatalog>(form: Form) -> Option<(i64, u64)> {
    if form.writes_text::<C>(true) { None } else { C::Code::LIMITS }
}
