//! Which items are rows.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::beginning::Beginning;
use super::outline::{Group, Item, Outline};
use crate::integer::{self, Integer};
use crate::read::finding::first_characters;
use crate::read::grid::{Grid, GridRow, Input, Listed};
use crate::read::pattern::{Pattern, first, is_range, is_several, of_one_letter};
use crate::read::problem::Problem;
use crate::read::roles::{LeftOut, WrittenAs};
use crate::table::Field;

/// The lists of an outline whose items are rows.
pub(super) fn lists<'a>(outline: &Outline, input: &Input<'a, '_>) -> Vec<Listed<'a>> {
    let mut groups: Vec<Vec<usize>> = outline.groups.iter().map(|_| Vec::new()).collect();
    for (index, item) in outline.items.iter().enumerate() {
        if let Some(group) = groups.get_mut(item.group) {
            group.push(index);
        }
    }
    let codes: Vec<Option<Beginning<'_>>> =
        outline.items.iter().map(|item| code(outline, item)).collect();
    let code = |item: &usize| codes.get(*item).copied().flatten();
    let mut counted = Vec::new();
    for (group, mut items) in outline.groups.iter().zip(groups) {
        // Items that nearly have codes count neither for a list nor against it.
        let mut near = 0;
        if matches!(group.written_as, WrittenAs::Headings | WrittenAs::Paragraphs) {
            let is_near = |item: &usize, is_named| {
                let block =
                    outline.items.get(*item).and_then(|item| outline.blocks.get(item.first?));
                let is_heading = group.written_as == WrittenAs::Headings;
                is_heading && block.is_some_and(|block| is_near_code(&block.text, is_named))
            };
            near = trim(&mut items, code, is_near);
        }
        let begun: Vec<_> = items.iter().filter_map(code).collect();
        if are_rows(group.written_as, &begun, items.len() - near) {
            counted.push((group, items, doubt(&begun)));
        }
    }
    let rows: HashSet<usize> = counted.iter().flat_map(|(_, items, _)| items).copied().collect();
    let mut texts = texts(outline, &rows);
    for (group, items, _) in &counted {
        if group.written_as == WrittenAs::Definitions {
            share(&mut texts, items);
        }
    }
    let lists = counted.into_iter().map(|(group, items, doubt)| {
        let rows = items.into_iter().filter_map(|index| {
            let item = outline.items.get(index)?;
            let first = item.first.and_then(|first| outline.blocks.get(first));
            let first = first.map_or("", |block| &block.text);
            let texts = texts.get(&index).map(Vec::as_slice).unwrap_or_default();
            let cells = cells(first, code(&index), texts);
            input.room.take_row(input.lines.at(item.offset), &cells);
            Some((item.offset, cells))
        });
        listed(input, group, rows.collect(), doubt)
    });
    // Such as the numbers of pages.
    let has_text = |row: &GridRow<'_>| row.cells.iter().skip(1).any(|cell| !cell.is_empty());
    let mut lists: Vec<Listed<'_>> =
        lists.filter(|list| list.grid.rows.iter().any(has_text)).collect();
    lists.sort_by_key(|list| list.grid.line);
    mark_repeated(&mut lists);
    lists
}

fn code<'o>(outline: &'o Outline, item: &Item) -> Option<Beginning<'o>> {
    let block = outline.blocks.get(item.first?)?;
    let group = outline.groups.get(item.group)?;
    Beginning::read(block, group.written_as)
}

/// Headings before and after those with codes are not rows, unless they nearly have codes, like
/// `1003-1005 Title` and, among names with codes, `Old error (2)`. Returns the number of these.
fn trim<'t>(
    items: &mut Vec<usize>,
    code: impl Fn(&usize) -> Option<Beginning<'t>>,
    is_near: impl Fn(&usize, bool) -> bool,
) -> usize {
    let first = items.iter().position(|item| code(item).is_some());
    let last = items.iter().rposition(|item| code(item).is_some());
    let (Some(first), Some(last)) = (first, last) else {
        items.clear();
        return 0;
    };
    let is_near = |item: &&usize, beside: usize| {
        let beside = items.get(beside).and_then(&code);
        is_near(item, beside.is_some_and(|code| !code.name.is_empty()))
    };
    let above = items.iter().take(first).rev().take_while(|item| is_near(item, first)).count();
    let below = items.iter().skip(last + 1).take_while(|item| is_near(item, last)).count();
    items.truncate(last + 1 + below);
    items.drain(..first - above);
    above + below
}

/// Whether a heading begins with several codes, or ends with one in brackets like names with
/// codes.
fn is_near_code(text: &str, is_named: bool) -> bool {
    let begins = text.split([' ', ':']).next().is_some_and(is_range);
    let inner = text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('('));
    begins || is_named && inner.is_some_and(|(_, code)| integer::loose(code).is_some())
}

/// Whether the items of a group are rows: most of this many begin with codes of one pattern.
fn are_rows(written_as: WrittenAs, codes: &[Beginning<'_>], items: usize) -> bool {
    let mut patterns: HashMap<Pattern, usize> = HashMap::new();
    let mut lengths: HashMap<usize, usize> = HashMap::new();
    let mut of_letters: HashMap<usize, usize> = HashMap::new();
    for code in codes {
        if let Some(length) = of_one_letter(code.code) {
            *of_letters.entry(length).or_default() += 1;
        }
        let pattern = Pattern::of(code.code);
        if pattern == Pattern::Integer {
            *lengths.entry(code.code.len()).or_default() += 1;
        }
        *patterns.entry(pattern).or_default() += 1;
    }
    // Digits alone can be one of the codes that have letters.
    let with_digits =
        |length: &usize, count| count + lengths.get(length).copied().unwrap_or_default();
    let alike = patterns.iter().map(|(pattern, count)| match pattern {
        Pattern::Mixed(length) => with_digits(length, count),
        _ => *count,
    });
    let alike = alike.chain(of_letters.iter().map(|(length, count)| with_digits(length, count)));
    let is_single = matches!(codes, [code] if code.is_weak || is_word(code.code));
    let is_numbered = written_as == WrittenAs::Headings && are_numbers_of_sections(codes);
    !is_single && !is_numbered && alike.max().unwrap_or_default() * 2 > items
}

/// A reason to doubt a list with these codes.
fn doubt(codes: &[Beginning<'_>]) -> Option<LeftOut> {
    let is_name = |code: &&Beginning<'_>| Pattern::of(code.code) == Pattern::Name;
    if codes.iter().filter(is_name).count() * 2 > codes.len() {
        Some(LeftOut::MaybeNames)
    } else if codes.iter().all(|code| code.is_bare && is_year(code.code)) {
        Some(LeftOut::MaybeYears)
    } else {
        None
    }
}

/// Whether a code may be a word, such as `HTTP2` and `X509`.
fn is_word(code: &str) -> bool {
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    matches!(Pattern::of(code), Pattern::Letters(_)) && digits < 4
}

/// Whether these are the numbers 1, 2, 3, …
fn are_numbers_of_sections(codes: &[Beginning<'_>]) -> bool {
    let mut expected = Integer::Natural(0);
    codes.iter().all(|code| {
        expected = expected.successor().unwrap_or(expected);
        code.is_bare && integer::decimal(code.code) == Some(expected)
    })
}

fn is_year(code: &str) -> bool {
    matches!(integer::decimal(first(code)), Some(Integer::Natural(1900..=2099)))
}

/// The texts of each row, below its beginning.
fn texts<'o>(outline: &'o Outline, rows: &HashSet<usize>) -> HashMap<usize, Vec<&'o str>> {
    let mut row_of: Vec<Option<usize>> = Vec::with_capacity(outline.items.len());
    for (index, item) in outline.items.iter().enumerate() {
        let above = item.parent.and_then(|parent| row_of.get(parent).copied().flatten());
        row_of.push(if rows.contains(&index) { Some(index) } else { above });
    }
    let mut texts: HashMap<usize, Vec<&str>> = HashMap::new();
    for (index, block) in outline.blocks.iter().enumerate() {
        let Some(row) = row_of.get(block.owner).copied().flatten() else { continue };
        let is_beginning = outline.items.get(row).is_some_and(|item| item.first == Some(index));
        if !is_beginning {
            texts.entry(row).or_default().push(&block.text);
        }
    }
    texts
}

/// Definitions without a text share that of the next, as in `<dt>1<dt>2<dd>text`.
fn share(texts: &mut HashMap<usize, Vec<&str>>, items: &[usize]) {
    for (item, next) in items.iter().rev().skip(1).zip(items.iter().rev()) {
        if let Some(shared) = texts.get(next).filter(|_| !texts.contains_key(item)).cloned() {
            texts.insert(*item, shared);
        }
    }
}

const FIELDS: [Field; 4] = [Field::Code, Field::Name, Field::Message, Field::Description];

/// The cells of a row under [`FIELDS`].
fn cells(item: &str, code: Option<Beginning<'_>>, texts: &[&str]) -> [String; 4] {
    let (code, name, rest) = code.map_or(("", "", item), |code| (code.code, code.name, code.rest));
    let mut texts = texts.iter().copied();
    let own = [rest, name].into_iter().find(|text| !text.is_empty());
    let message = own.or_else(|| texts.next()).unwrap_or_default();
    let description = texts.collect::<Vec<_>>().join("\n");
    [code.to_owned(), name.to_owned(), message.to_owned(), description]
}

/// The list of rows, each with its offset, without columns that have no text.
fn listed<'a>(
    input: &Input<'a, '_>,
    group: &Group,
    rows: Vec<(usize, [String; 4])>,
    doubt: Option<LeftOut>,
) -> Listed<'a> {
    let has: [bool; 4] = std::array::from_fn(|column| {
        let is_needed = matches!(FIELDS.get(column), Some(Field::Code | Field::Message));
        is_needed || rows.iter().any(|(_, cells)| cells.get(column).is_some_and(|c| !c.is_empty()))
    });
    let kept = |cells: [String; 4]| -> Vec<String> {
        cells.into_iter().zip(has).filter(|(_, has)| *has).map(|(cell, _)| cell).collect()
    };
    let row = |(offset, cells): (usize, [String; 4])| {
        let line = first_characters(input.text.get(offset..).unwrap_or_default()).lines().next();
        let problem =
            is_several(cells.first().map_or("", String::as_str)).then_some(Problem::SeveralCodes);
        let row = GridRow::new(input.lines.at(offset), line.map(str::trim), kept(cells));
        GridRow { problem, ..row }
    };
    let rows: Vec<GridRow<'a>> = rows.into_iter().map(row).collect();
    let grid = Grid {
        line: rows.first().map_or(1, |row| row.line),
        title: group.title.clone(),
        headings: kept(FIELDS.map(|field| field.heading().to_owned())),
        rows,
    };
    Listed { grid, written_as: group.written_as, doubt }
}

/// Marks the lists whose rows are all in another list with more text, such as tables of contents.
fn mark_repeated(lists: &mut [Listed<'_>]) {
    let length = |list: &Listed<'_>| -> usize {
        list.grid.rows.iter().flat_map(|row| &row.cells).map(String::len).sum()
    };
    let mut order: Vec<&mut Listed<'_>> = lists.iter_mut().collect();
    order.sort_by_key(|list| Reverse(length(list)));
    let mut seen: HashSet<Vec<String>> = HashSet::new();
    for list in order {
        let keys: Vec<_> = list.grid.rows.iter().map(key).collect();
        if keys.iter().all(|key| seen.contains(key)) {
            list.doubt = Some(LeftOut::Repeated);
        }
        seen.extend(keys);
    }
}

/// The code of a row, and its name or else its message, ignoring case.
fn key(row: &GridRow<'_>) -> Vec<String> {
    row.cells.iter().take(2).map(|cell| cell.to_lowercase()).collect()
}
