//! A listing in JSON.

use serde_json::{Value, json};

use super::clash::{Clash, ClashPlace};
use super::listed_catalog::ListedCatalog;
use crate::check::CheckError;

/// One object. Its `version` changes when readers of it have to change.
pub(super) fn write(
    catalogs: Vec<(&ListedCatalog, Option<String>)>,
    clashes: &[Clash],
    errors: &[CheckError],
) -> String {
    let catalogs = catalogs.into_iter().map(|(listed, next)| catalog(listed, next.as_deref()));
    let object = json!({
        "version": 1,
        "catalogs": catalogs.collect::<Vec<_>>(),
        "clashes": clashes.iter().map(clash).collect::<Vec<_>>(),
        "errors": errors.iter().map(ToString::to_string).collect::<Vec<_>>(),
    });
    format!("{object:#}\n")
}

fn catalog(listed: &ListedCatalog, next: Option<&str>) -> Value {
    let source = &listed.source;
    let text = |number| listed.code_text(number);
    let range = listed.range();
    let range = range.map(|(first, last)| json!({ "first": text(first), "last": text(last) }));
    json!({
        "file": listed.path.to_string_lossy(),
        "line": source.line(),
        "enum": source.name(),
        "code_enum": source.code_enum(),
        "code_type": source.code_type().name(),
        "codes": listed.keys().count(),
        "variants": listed.rows().len(),
        "retired": listed.retired(),
        "range": range,
        "next": next,
    })
}

fn clash(clash: &Clash) -> Value {
    json!({ "code": clash.code, "at": place(&clash.at), "other": place(&clash.other) })
}

fn place(place: &ClashPlace) -> Value {
    let ClashPlace { path, line, catalog, variant } = place;
    json!({
        "file": path.to_string_lossy(),
        "line": line,
        "enum": catalog,
        "name": variant,
    })
}
