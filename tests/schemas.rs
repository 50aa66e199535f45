//! `#[catalog(schemars)]` and `#[catalog(utoipa)]`: schemas that list what serde writes.
//!
//! `.ci/beside` validates replies with them. Every lint that could fire in generated code is an
//! error here.
#![cfg(all(feature = "schemars", feature = "utoipa"))]
#![deny(warnings, missing_docs, missing_debug_implementations, unused, deprecated)]
#![deny(clippy::pedantic, clippy::nursery, unreachable_pub)]

use jmessage_codes::{ErrorCatalog, MaybeListed, Unlisted, WebCode};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::{PartialSchema, ToSchema};

/// A closed table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(code = i16, serde, schemars, utoipa)]
pub enum Broker {
    /// No error.
    #[code(0, "none", success)]
    None,
    /// `-1`: It failed.
    #[code(-1 | 7 | 8, "unknown")]
    Unknown,
    /// Not any more.
    #[code(9, "", "", retired)]
    Stale,
}

macro_rules! forms {
    ($($name:ident: $($catalog:meta),+; $code:literal)*) => {$(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
        #[catalog(schemars, utoipa)]
        $(#[$catalog])+
        enum $name {
            #[code($code, "one")]
            One,
            #[code(other, "other", "Any other code")]
            Other(Unlisted<Self>),
        }
    )*};
}

forms! {
    Any: catalog(code = u8, serde); 7
    Number: catalog(code = i64, serde(number)); -7
    Text: catalog(code = u32, serde(string)); 7
    Hex: catalog(code = i32, hex, serde(string)); 0x8000_0001
    Wide: catalog(code = u128, serde); 0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF
    // What `serde` would write.
    Alone: catalog(code = u64); 18_446_744_073_709_551_615
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(serde, schemars, utoipa)]
enum State {
    #[code("00000", "successful completion", success)]
    Successful,
    #[code("23505", "unique violation")]
    Unique,
}

/// An error with data.
#[derive(Debug, ErrorCatalog)]
#[catalog(
    code_enum(
        /// The code of a failure.
        AppCode
    ),
    code = u16,
    serde,
    schemars,
    utoipa
)]
pub enum AppError {
    /// A file cannot be read.
    #[code(1001, "read failed")]
    Read(()),
}

fn of_schemars<T: JsonSchema>() -> Value {
    let mut schema = schema_for!(T).to_value();
    let parts = schema.as_object_mut().expect("a schema is an object");
    parts.remove("$schema");
    parts.remove("title");
    schema
}

fn of_utoipa<T: PartialSchema>() -> Value {
    serde_json::to_value(T::schema()).expect("a schema is JSON")
}

/// The two forms differ in how one value is written, and in where the type is.
fn normal(schema: &Value) -> Value {
    match schema {
        Value::Object(parts) => {
            let parts = parts.iter().filter(|(name, _)| *name != "type");
            let parts = parts.map(|(name, value)| match &**name {
                "const" => ("enum".to_owned(), json!([value])),
                _ => (name.clone(), normal(value)),
            });
            parts.collect()
        }
        Value::Array(values) => values.iter().map(normal).collect(),
        value => value.clone(),
    }
}

/// Both describe what is written, and each value with one alternative.
fn check<C: ErrorCatalog + JsonSchema + PartialSchema + Serialize>(is_open: bool) {
    let schema = of_schemars::<C>();
    let of_utoipa = of_utoipa::<C>();
    assert_eq!(normal(&schema), normal(&of_utoipa), "{}", C::NAME);
    let [listed, of_utoipa] =
        [&schema, &of_utoipa].map(|schema| if is_open { &schema["anyOf"][0] } else { schema });
    let rows = listed["oneOf"].as_array().expect("there is a list");
    assert_eq!(rows.len(), C::ENTRIES.len(), "{}", C::NAME);
    for (entry, row) in C::ENTRIES.iter().zip(rows) {
        let written = serde_json::to_value(entry.variant()).expect("serde writes it");
        let values = row.get("enum").cloned().unwrap_or_else(|| json!([row["const"]]));
        assert_eq!(values[0], written, "{entry}");
        assert_eq!(values.as_array().map(Vec::len), Some(1 + entry.aliases().len()), "{entry}");
        assert_eq!(row["title"], entry.name());
        assert_eq!(row["description"].as_str().unwrap_or_default(), entry.description());
        assert_eq!(row["deprecated"].as_bool().unwrap_or_default(), entry.is_retired());
        let ty = if written.is_string() { "string" } else { "integer" };
        assert_eq!(listed["type"], ty);
        assert_eq!(of_utoipa["oneOf"][entry.index()]["type"], ty);
    }
}

#[test]
fn schemas_list_what_serde_writes() {
    check::<WebCode>(true);
    check::<Broker>(false);
    check::<State>(false);
    check::<AppCode>(false);
    check::<Number>(true);
    check::<Text>(true);
    check::<Hex>(true);
    check::<Wide>(true);
    check::<Any>(true);
}

#[test]
fn a_closed_table_lists_its_rows() {
    let expected = json!({
        "description": "A closed table.",
        "type": "integer",
        "oneOf": [
            {"const": 0, "title": "None", "description": "No error."},
            {"enum": [-1, 7, 8], "title": "Unknown", "description": "It failed."},
            {"const": 9, "title": "Stale", "deprecated": true},
        ],
    });
    assert_eq!(of_schemars::<Broker>(), expected);
}

#[test]
fn other_codes_are_of_the_same_type() {
    let other = |ty: Value| {
        let mut other = json!({"title": "Other", "description": "Any other code"});
        other.as_object_mut().unwrap().extend(ty.as_object().unwrap().clone());
        other
    };
    let integer = |lowest: i64, highest: u64| {
        other(json!({"type": "integer", "minimum": lowest, "maximum": highest}))
    };
    assert_eq!(of_schemars::<Any>()["anyOf"][1], integer(0, 255));
    assert_eq!(of_schemars::<Number>()["anyOf"][1], integer(i64::MIN, i64::MAX.unsigned_abs()));
    assert_eq!(of_schemars::<Alone>()["anyOf"][1], integer(0, u64::MAX));
    assert_eq!(of_schemars::<Alone>()["anyOf"][0]["oneOf"][0]["const"], u64::MAX);
    let text = |pattern: &str| other(json!({"type": "string", "pattern": pattern}));
    assert_eq!(of_schemars::<Text>()["anyOf"][1], text("^-?[0-9]+$"));
    assert_eq!(of_schemars::<Wide>()["anyOf"][1], text("^-?[0-9]+$"));
    assert_eq!(of_utoipa::<Hex>()["anyOf"][1], text("^0x[0-9A-F]{8}$"));
    assert_eq!(of_schemars::<Hex>()["anyOf"][0]["oneOf"][0]["const"], "0x80000001");
}

#[test]
fn an_enum_of_codes_is_described_as_its_documentation_says() {
    assert_eq!(of_schemars::<AppCode>()["description"], "The code of a failure.");
    assert_eq!(of_utoipa::<AppCode>()["description"], "The code of a failure.");
}

#[test]
fn a_field_of_any_text_is_open() {
    let schema = of_schemars::<MaybeListed<State, String>>();
    assert_eq!(schema["anyOf"][0], of_schemars::<State>());
    assert_eq!(schema["anyOf"][1], json!({"type": "string"}));
    let of_utoipa = of_utoipa::<MaybeListed<State, &str>>();
    assert_eq!(normal(&schema), normal(&of_utoipa));
    assert_eq!(of_utoipa["anyOf"][1]["type"], "string");
}

/// Two catalogs of one name have two schemas, and a catalog has one wherever it is used.
#[test]
fn schemas_are_shared_by_name() {
    #[allow(unreachable_pub, reason = "clippy wants `pub` here")]
    mod second {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
        #[catalog(schemars)]
        pub enum State {
            #[code("1", "one")]
            One,
        }
    }

    #[derive(Debug, JsonSchema)]
    #[expect(dead_code, reason = "only its schema is used")]
    struct Reply {
        code: State,
        before: Option<State>,
        other: second::State,
        kept: MaybeListed<State, String>,
        borrowed: MaybeListed<State, &'static str>,
        other_kept: MaybeListed<second::State, String>,
    }

    /// utoipa's derive asks more of fields of a generic type.
    #[derive(Debug, ToSchema)]
    #[expect(dead_code, reason = "only its schema is used")]
    struct OpenReply {
        kept: MaybeListed<State, String>,
        codes: Vec<Option<State>>,
    }

    assert_eq!(OpenReply::name(), "OpenReply");
    assert_eq!(MaybeListed::<State, String>::name(), "MaybeListedState");
    let schema = of_schemars::<Reply>();
    let names: Vec<&String> = schema["$defs"].as_object().unwrap().keys().collect();
    assert_eq!(names, ["MaybeListedState", "MaybeListedState2", "State", "State2"]);
    assert_eq!(schema["properties"]["code"], json!({"$ref": "#/$defs/State"}));
}
