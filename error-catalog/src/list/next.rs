//! The next free code of a catalog.

use std::collections::HashSet;
use std::iter;

use super::Listed;
use crate::code_key::CodeKey;
use crate::integer::Integer;
use crate::table::Row;

/// The code after the highest, or else the first that is free. The error says why there is none.
pub(super) fn code(catalog: &Listed, taken: &HashSet<CodeKey>) -> Result<String, &'static str> {
    if catalog.source.code_type().is_integer() {
        number(catalog, taken).ok_or("every code in its range is used or was")
    } else {
        text(catalog, taken).ok_or("its codes do not all end with a number behind the same text")
    }
}

fn number(catalog: &Listed, taken: &HashSet<CodeKey>) -> Option<String> {
    let source = &catalog.source;
    let (first, last) = catalog.range().or_else(|| source.code_type().range())?;
    let number = |key| match key {
        CodeKey::Number(number) => Some(number),
        CodeKey::Text(_) => None,
    };
    let mut own: Vec<Integer> = catalog.keys().filter_map(|(key, _)| number(key)).collect();
    own.sort_unstable();
    let is_free = |number: &Integer| !taken.contains(&CodeKey::Number(*number));
    let from = |first: Integer| {
        let numbers = iter::successors(Some(first), |number| number.successor());
        numbers.take_while(|number| *number <= last)
    };
    let behind_highest = own.last().and_then(|highest| highest.successor());
    let behind_highest = behind_highest.and_then(|next| from(next).find(is_free));
    // A number such as the highest of the type may stand for all others.
    let behind = || own.iter().rev().filter_map(|own| own.successor());
    let behind = || behind().filter(|next| *next <= last).find(is_free);
    let start = if catalog.range().is_some() { first } else { first.max(Integer::Natural(0)) };
    let next = behind_highest.or_else(behind).or_else(|| from(start).find(is_free))?;
    Some(catalog.code_text(next))
}

/// For codes such as `E1001`, or `01`.
fn text(catalog: &Listed, taken: &HashSet<CodeKey>) -> Option<String> {
    let codes = catalog.rows().iter().flat_map(Row::codes);
    let codes: Vec<(&str, &str)> = codes.map(parts).collect();
    let (start, width) = codes.first().map(|(start, digits)| (*start, digits.len()))?;
    let is_padded = codes.iter().any(|(_, digits)| digits.len() > 1 && digits.starts_with('0'));
    let is_alike =
        |(text, digits): &(&str, &str)| *text == start && (digits.len() == width || !is_padded);
    let numbers = codes.iter().map(|(_, digits)| digits.parse().ok());
    let numbers: Option<Vec<u128>> = numbers.collect();
    let highest = numbers.filter(|_| codes.iter().all(is_alike))?.into_iter().max()?;
    let width = if is_padded { width } else { 0 };
    let next = iter::successors(highest.checked_add(1), |number| number.checked_add(1));
    let mut codes = next.map(|number| format!("{start}{number:0width$}"));
    codes.find(|code| !taken.contains(&CodeKey::Text(code.clone())))
}

/// A code without the digits at its end, and these.
fn parts(code: &str) -> (&str, &str) {
    let start = code.trim_end_matches(|each: char| each.is_ascii_digit());
    code.split_at(start.len())
}
