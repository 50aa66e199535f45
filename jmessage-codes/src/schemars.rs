//! `#[catalog(schemars)]`: the JSON Schema of a catalog lists its codes.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::any::type_name;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use crate::catalog::ErrorCatalog;
use crate::maybe_listed::MaybeListed;
use crate::schema::{RowSchema, limits, other, pattern, rows};
use crate::serde::Form;

/// The schema of a catalog; an open one has an `other` variant. The description may be empty.
#[must_use]
pub fn json_schema<C: ErrorCatalog>(form: Form, is_open: bool, description: &str) -> Schema {
    let mut schema = if is_open {
        open::<C>(form, &described(of_type::<C>(form), &other::<C>()))
    } else {
        listed::<C>(form)
    };
    if !description.is_empty() {
        schema.insert("description".into(), description.into());
    }
    schema.into()
}

/// Any code that serde writes. Only integers can be unlisted.
fn of_type<C: ErrorCatalog>(form: Form) -> Map<String, Value> {
    object(match limits::<C>(form) {
        Some((lowest, highest)) => {
            json!({"type": "integer", "minimum": lowest, "maximum": highest})
        }
        None => json!({"type": "string", "pattern": pattern::<C>()}),
    })
}

/// The codes that the table lists.
fn listed<C: ErrorCatalog>(form: Form) -> Map<String, Value> {
    let rows = rows::<C>(form).map(|row| {
        let schema = match &row.values[..] {
            [code] => json!({"const": code}),
            codes => json!({"enum": codes}),
        };
        Value::Object(described(object(schema), &row))
    });
    let rows: Vec<Value> = rows.collect();
    let ty = if limits::<C>(form).is_some() { "integer" } else { "string" };
    object(json!({"type": ty, "oneOf": rows}))
}

/// The listed codes, and any other.
fn open<C: ErrorCatalog>(form: Form, others: &Map<String, Value>) -> Map<String, Value> {
    object(json!({"anyOf": [listed::<C>(form), others]}))
}

fn described(mut schema: Map<String, Value>, row: &RowSchema) -> Map<String, Value> {
    schema.insert("title".into(), row.title.into());
    if let Some(description) = row.description {
        schema.insert("description".into(), description.into());
    }
    if row.is_retired {
        schema.insert("deprecated".into(), true.into());
    }
    schema
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

/// As text, listed or not.
impl<C: ErrorCatalog<Code = &'static str>, T> JsonSchema for MaybeListed<C, T> {
    fn schema_name() -> Cow<'static, str> {
        format!("MaybeListed{}", C::NAME).into()
    }

    fn schema_id() -> Cow<'static, str> {
        type_name::<MaybeListed<C, String>>().into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        open::<C>(Form::Any, &object(json!({"type": "string"}))).into()
    }
}

/// Implements `JsonSchema`: the expansion of `#[catalog(schemars)]`. `__facade` is imported
/// around it.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_schemars {
    ($catalog:ty, $name:literal, $form:ident, $is_open:literal, $description:literal) => {
        #[automatically_derived]
        impl __facade::schemars::JsonSchema for $catalog {
            fn schema_name() -> __facade::Cow<'static, ::core::primitive::str> {
                __facade::Cow::Borrowed($name)
            }

            fn schema_id() -> __facade::Cow<'static, ::core::primitive::str> {
                __facade::Cow::Borrowed(::core::concat!(::core::module_path!(), "::", $name))
            }

            fn json_schema(
                _: &mut __facade::schemars::SchemaGenerator,
            ) -> __facade::schemars::Schema {
                __facade::json_schema::<$catalog>(__facade::Form::$form, $is_open, $description)
            }
        }
    };
}
