//! Reads JSON: arrays of objects, objects keyed by code or by name, and JSON Lines.
//!
//! The rows can be anywhere in a document. This reader looks for arrays and objects of rows from
//! the outside inwards; each is a table, and its title is its JSON Pointer.

mod builder;
mod comments;
mod grid_maker;
mod in_texts;
mod inside;
mod json_lines;
mod keys;
mod lists;
mod pointer;
mod search;
mod value;

use serde_json::value::RawValue;

pub(super) use self::comments::without_comments;
use self::in_texts::in_texts;
use self::json_lines::json_lines;
use self::pointer::resolve;
use self::search::Search;
use self::value::malformed;
pub(super) use self::value::{Value, parse};
use super::error::ReadError;
use super::find_columns::Named;
use super::grid::{Document, Input};

pub(super) fn read<'a>(
    input: &Input<'a, '_>,
    pointer: Option<&str>,
    named: &Named,
    has_documents: bool,
) -> Result<Document<'a>, ReadError> {
    let mut search = Search::new(input, named);
    let whole: &RawValue = match serde_json::from_str(input.text) {
        Ok(whole) => whole,
        Err(error) => {
            return json_lines(input).unwrap_or_else(|| Err(malformed(&error, input.lines)));
        }
    };
    let pointer = pointer.unwrap_or_default();
    let texts = |value: &RawValue| in_texts(value, search.place(value), input, named);
    if has_documents && pointer.is_empty() {
        let texts = texts(whole);
        search.documents(whole)?;
        return Ok(search.finish(texts));
    }
    if let Some(start) = resolve(whole, pointer)? {
        let texts = texts(start);
        search.search(start, pointer, 0)?;
        return Ok(search.finish(texts));
    }
    search.search(whole, "", 0)?;
    let found = search.finish(Document::default()).grids.into_iter().filter_map(|grid| grid.title);
    Err(ReadError::NoSuchPointer { pointer: pointer.to_owned(), found: found.collect() })
}
