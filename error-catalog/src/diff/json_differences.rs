//! Differences in JSON.

use serde_json::{Value, json};

use crate::code_value::CodeValue;
use crate::compare::{Change, Difference};
use crate::table::Row;

/// One object. Its `version` changes when readers of it have to change.
pub(super) fn write(differences: &[Difference], has_numbers: bool) -> String {
    let objects = differences.iter().map(|difference| object(difference, has_numbers));
    let document = json!({ "version": 1, "differences": objects.collect::<Vec<_>>() });
    format!("{document:#}\n")
}

fn object(difference: &Difference, has_numbers: bool) -> Value {
    let value = |code| json!(CodeValue { code, is_number: has_numbers });
    let (change, details) = change(&difference.change, value);
    let row = |row: &Option<Row>| {
        row.as_ref().map(|row| {
            json!({
                "line": row.line(),
                "message": row.message(),
                "description": row.description(),
            })
        })
    };
    let mut object = json!({
        "class": difference.class().name(),
        "breaks_wire": difference.breaks_wire(),
        "change": change,
        "code": value(difference.code()),
        "name": difference.name(),
        "old": row(&difference.old),
        "new": row(&difference.new),
    });
    if let (Some(object), Value::Object(details)) = (object.as_object_mut(), details) {
        object.extend(details);
    }
    object
}

/// The name of a change, and what only this change has.
fn change<'c>(change: &'c Change, value: impl Fn(&'c str) -> Value) -> (&'static str, Value) {
    match change {
        Change::Added { .. } => ("added", json!({})),
        Change::Removed => ("removed", json!({})),
        Change::Retired => ("retired", json!({})),
        Change::ListedAgain => ("listed-again", json!({})),
        Change::MeaningChanged => ("meaning-changed", json!({})),
        Change::Reworded { column, old, new, .. } => {
            ("reworded", json!({ "column": column, "from": old, "to": new }))
        }
        Change::CodeAdded { code, .. } => ("code-added", json!({ "alias": value(code) })),
        Change::CodeRemoved { code } => ("code-removed", json!({ "alias": value(code) })),
        Change::CodeMoved { code, from } => {
            ("code-moved", json!({ "alias": value(code), "from": from }))
        }
        Change::Renumbered { code, .. } => ("renumbered", json!({ "to": value(code) })),
        Change::CommentDiffers => ("comment-differs", json!({})),
        Change::CommentCode { code } => ("comment-code", json!({ "comment": value(code) })),
        Change::ColumnAdded { column } => ("column-added", json!({ "column": column })),
        Change::ColumnRemoved { column } => ("column-removed", json!({ "column": column })),
        Change::Declared { key, old, new } => {
            ("declared", json!({ "key": key, "from": old, "to": new }))
        }
        Change::EnumAdded { name } => ("enum-added", json!({ "name": name })),
        Change::EnumRemoved { name } => ("enum-removed", json!({ "name": name })),
        Change::CodeSplit { code, columns } => {
            ("code-split", json!({ "alias": value(code), "columns": columns }))
        }
    }
}
