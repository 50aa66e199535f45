//! The next free code of a catalog.

use std::collections::HashSet;
use std::iter;

use super::listed_catalog::ListedCatalog;
use crate::code_type::CodeKey;
use crate::integer::Integer;
use crate::table::Row;

/// The code after all others, or else any free one. The error says why there is none.
pub(super) fn code(
    catalog: &ListedCatalog,
    taken: &HashSet<CodeKey>,
) -> Result<String, &'static str> {
    if catalog.source.code_type().is_integer() {
        number(catalog, taken).ok_or("every code in its range is or was used")
    } else {
        text(catalog, taken).ok_or("its codes do not all end with a number after the same text")
    }
}

fn number(catalog: &ListedCatalog, taken: &HashSet<CodeKey>) -> Option<String> {
    let (first, last) = catalog.range().or_else(|| catalog.source.code_type().range())?;
    let number = |key| match key {
        CodeKey::Number(number) => Some(number),
        CodeKey::Text(_) => None,
    };
    let mut own: Vec<Integer> = catalog.keys().filter_map(|(key, _)| number(key)).collect();
    own.sort_unstable();
    let is_inside = |number: &Integer| (first..=last).contains(number);
    let is_free =
        |number: &Integer| is_inside(number) && !taken.contains(&CodeKey::Number(*number));
    let free_from = |start: Option<Integer>, next: fn(Integer) -> Option<Integer>| {
        let numbers = iter::successors(start, |number| next(*number));
        numbers.take_while(is_inside).find(is_free)
    };
    // If all codes are negative, they are counted down.
    let is_negative = |number: &Integer| *number < Integer::Natural(0);
    let is_counted_down = !catalog.source.attribute.is_hex && own.last().is_some_and(is_negative);
    let beyond = if is_counted_down {
        free_from(own.first().and_then(|own| own.predecessor()), Integer::predecessor)
    } else {
        free_from(own.last().and_then(|own| own.successor()), Integer::successor)
    };
    // A number such as the highest of the type may stand for all others.
    let after = || own.iter().rev().filter_map(|own| own.successor()).find(is_free);
    let start = if catalog.range().is_some() { first } else { first.max(Integer::Natural(0)) };
    let next = beyond.or_else(after).or_else(|| free_from(Some(start), Integer::successor))?;
    Some(catalog.code_text(next))
}

/// For codes such as `E1001`, or `01`.
fn text(catalog: &ListedCatalog, taken: &HashSet<CodeKey>) -> Option<String> {
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

/// A code without the digits at its end, and those digits.
fn parts(code: &str) -> (&str, &str) {
    let start = code.trim_end_matches(|each: char| each.is_ascii_digit());
    code.split_at(start.len())
}
