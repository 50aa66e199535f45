//! Lists side by side: one of codes, and others with their texts in the same order, as OpenAPI has
//! them in `enum`, `x-enum-varnames` and `x-enum-descriptions`.

use serde_json::value::RawValue;

use super::value::{Value, is_scalar, text};
use crate::read::error::ReadError;
use crate::read::find_columns::Named;
use crate::read::headings;

/// Each row has the headings, so long ones would take too much memory.
const LONGEST: usize = 200;

/// A heading with the values below it.
type ValueList<'a> = (String, Vec<&'a RawValue>);

/// A code, and the cells of its row.
pub(super) type CodeWithCells<'a> = (&'a RawValue, Vec<(String, String)>);

/// The rows of an object of lists.
pub(super) struct SideBySide<'a> {
    pub(super) rows: Vec<CodeWithCells<'a>>,
    /// Whether the lists have the same length. Otherwise a code could get the text of another, so
    /// that the rows have only the codes.
    pub(super) are_even: bool,
}

pub(super) fn side_by_side<'a>(
    members: &[(String, &'a RawValue)],
    named: &Named,
) -> Result<Option<SideBySide<'a>>, ReadError> {
    let is_openapi = members.iter().any(|(key, _)| key.starts_with("x-enum"));
    let mut lists = Vec::new();
    for (key, value) in members {
        let Value::Array(values) = Value::open(value)? else { continue };
        if key.len() > LONGEST {
            return Ok(None);
        }
        if values.iter().all(|value| is_scalar(value)) {
            lists.push((heading(key, is_openapi), values));
        }
    }
    let is_code =
        |(heading, _): &ValueList<'_>| headings::is_code(heading) || named.is_code(heading);
    let codes = lists.iter().find(|list| is_code(list)).map(|(_, codes)| codes.clone());
    let Some(codes) = codes.filter(|codes| !codes.is_empty()) else { return Ok(None) };
    let is_text = |(heading, _): &ValueList<'_>| headings::is_text(heading) || named.has(heading);
    if !lists.iter().any(|list| is_text(list) && !is_code(list)) {
        return Ok(None);
    }
    let are_even = lists.iter().all(|(_, values)| values.len() == codes.len());
    lists.retain(|list| are_even || is_code(list));
    let row = |(index, code): (usize, &&'a RawValue)| {
        let values = lists.iter().map(|(heading, values)| (heading, values.get(index)));
        let cells = values.map(|(heading, value)| {
            Ok((heading.clone(), value.map(|value| text(value)).transpose()?.unwrap_or_default()))
        });
        Ok((*code, cells.collect::<Result<_, ReadError>>()?))
    };
    let rows = codes.iter().enumerate().map(row).collect::<Result<_, _>>()?;
    Ok(Some(SideBySide { rows, are_even }))
}

fn heading(key: &str, is_openapi: bool) -> String {
    match key.strip_prefix("x-enum") {
        _ if !is_openapi => key.to_owned(),
        None if key == "enum" => "code".to_owned(),
        None => key.to_owned(),
        Some(rest) => {
            let rest = rest.trim_start_matches('-').to_lowercase();
            rest.strip_prefix("var").unwrap_or(&rest).to_owned()
        }
    }
}
