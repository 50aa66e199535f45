//! Real replies are valid by the schemas of the catalog, whichever crate makes them.

use jmessage_codes::WebCode;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::OpenApi;

use beside::utoipa::Document;

#[derive(Serialize, JsonSchema)]
struct Reply {
    code: WebCode,
}

/// The schema that clients of the program get.
fn of_openapi() -> Value {
    let mut document = serde_json::to_value(Document::openapi()).expect("it is JSON");
    let path = "/paths/~1reply/get/responses/200/content/application~1json/schema";
    let reply = document.pointer(path).cloned().expect("the response has a schema");
    document["$ref"] = reply["$ref"].clone();
    document
}

#[test]
fn replies_are_valid() {
    for schema in [schema_for!(Reply).to_value(), of_openapi()] {
        let validator = jsonschema::validator_for(&schema).expect("it is a schema");
        let is_valid = |code: Value| validator.is_valid(&json!({"code": code}));
        for code in WebCode::ENTRIES.variants().chain([881_999, u32::MAX].map(WebCode::from)) {
            let reply = serde_json::to_value(Reply { code }).expect("it is JSON");
            assert!(validator.is_valid(&reply), "{reply}");
        }
        let others = [json!("880103"), json!(-1), json!(0.5), json!(null), json!("UserNotExist")];
        assert!(!others.into_iter().any(is_valid), "{schema:#}");
    }
}

/// The document says what a code means.
#[test]
fn the_document_lists_the_codes() {
    let document = of_openapi();
    let listed = &document["components"]["schemas"]["WebCode"]["anyOf"][0]["oneOf"];
    let listed = listed.as_array().expect("there is a list");
    assert_eq!(listed.len(), WebCode::ENTRIES.len());
    let found = listed.iter().find(|row| row["enum"] == json!([880_103]));
    let description = WebCode::UserNotExist.description();
    let expected = json!({
        "type": "integer", "enum": [880_103], "title": "UserNotExist", "description": description,
    });
    assert_eq!(found, Some(&expected));
}
