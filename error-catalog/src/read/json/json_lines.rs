//! Reads JSON Lines: each line is an object that is a row.

use serde_json::value::RawValue;

use super::builder::Builder;
use super::value::{is_object, parse};
use crate::read::error::ReadError;
use crate::read::finding::Finding;
use crate::read::grid::{Document, Input};
use crate::read::problem::Problem;

/// The rows of a JSON Lines file; `None` if the first line is not an object.
pub(super) fn json_lines<'a>(input: &Input<'a, '_>) -> Option<Result<Document<'a>, ReadError>> {
    let first = input.text.lines().find(|line| !line.trim().is_empty())?;
    parse::<&RawValue>(first.trim()).ok().filter(|first| is_object(first))?;
    Some(rows(input))
}

fn rows<'a>(input: &Input<'a, '_>) -> Result<Document<'a>, ReadError> {
    let Input { text, lines, room } = *input;
    let mut builder = Builder::new(room);
    let mut findings = Vec::new();
    let lines = text.split('\n').scan(0, |offset, line| {
        let start = *offset;
        *offset += line.len() + 1;
        Some((lines.at(start), line.trim()))
    });
    for (number, line) in lines.filter(|(_, line)| !line.is_empty()) {
        match serde_json::from_str::<&RawValue>(line) {
            Ok(value) => builder.add(number, value)?,
            Err(error) => {
                let problem = Problem::NotJson { error: error.to_string() };
                room.take_finding(line.len());
                findings.push(Finding::new(number, line, problem));
                room.check()?;
            }
        }
    }
    Ok(Document { grids: vec![builder.finish(1, None)], findings, ..Document::default() })
}
