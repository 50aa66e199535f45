//! Which items are rows.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::beginning::Beginning;
use super::cells::{Cells, ListCells, fields_of_all, grid, place};
use super::mentions::{mentions, of_row};
use super::outline::{Group, Outline};
use super::text_below::{Below, Columns, RowText};
use crate::integer::{self, Integer};
use crate::read::finding::Mention;
use crate::read::grid::{GridRow, Input, Listed};
use crate::read::pattern::{Pattern, ends_with_code, is_range, of_one_letter};
use crate::read::roles::{LeftOut, WrittenAs};
use crate::read::years::{Years, is_history};

/// A numbered list that begins lower counts its items.
const FIRST_CODE: u128 = 100;

/// A numbered list that begins with at most this number may continue another.
const LAST_STEP: u128 = 9;

/// The lists of an outline whose items are rows, and the codes in the text outside of them.
pub(super) fn lists<'a>(
    outline: &Outline,
    input: &Input<'a, '_>,
) -> (Vec<Listed<'a>>, Vec<Mention>) {
    let mut items: Vec<Vec<usize>> = outline.groups.iter().map(|_| Vec::new()).collect();
    for (index, item) in outline.items.iter().enumerate() {
        if let Some(group) = items.get_mut(item.group) {
            group.push(index);
        }
    }
    let groups = outline.groups.iter().zip(items);
    let groups = groups.filter_map(|(group, items)| ListRows::of(outline, group, items));
    let mut groups: Vec<ListRows<'_>> = groups.collect();
    mark_statuses(outline, &mut groups);
    leave_facts(outline, &mut groups);
    settle_years(&mut groups);
    let below = below(outline, &groups);
    let mut mentions = mentions(&below, input);
    let texts: Vec<_> = groups.iter().map(|rows| rows.texts(outline)).collect();
    let columns = Columns::of(&texts, &below);
    let cells = groups.iter().map(|rows| rows.cells(outline, &below, &columns, input));
    let cells: Vec<ListCells> = cells.collect();
    let sure = groups.iter().zip(&cells).filter(|(rows, _)| rows.doubt.is_none());
    let fields = fields_of_all(sure.map(|(_, cells)| cells), &columns);
    let lists = groups.into_iter().zip(cells).map(|(rows, cells)| {
        let (written_as, title) = (rows.group.written_as, rows.group.title.clone());
        let grid = grid(input, title, &columns, &fields, cells);
        Listed { grid, written_as, doubt: rows.doubt }
    });
    // Others are, for example, the numbers of pages.
    let has_text = |row: &GridRow<'_>| row.cells.iter().skip(1).any(|cell| !cell.is_empty());
    let (mut lists, bare): (Vec<Listed<'_>>, Vec<_>) =
        lists.partition(|list| list.grid.rows.iter().any(has_text));
    mentions.extend(bare.iter().flat_map(|list| &list.grid.rows).flat_map(of_row));
    lists.sort_by_key(|list| list.grid.line);
    mark_repeated(&mut lists);
    (lists, mentions)
}

/// The texts below the rows.
fn below<'o>(outline: &'o Outline, groups: &[ListRows<'o>]) -> Below<'o> {
    let (sure, doubtful): (Vec<_>, Vec<_>) = groups.iter().partition(|it| it.doubt.is_none());
    let items = |groups: &[&ListRows<'_>]| -> HashSet<usize> {
        groups.iter().flat_map(|rows| rows.indexes()).collect()
    };
    let mut below = Below::new(outline, &items(&sure), &items(&doubtful));
    for rows in groups.iter().filter(|rows| rows.group.written_as == WrittenAs::Definitions) {
        below.share(&rows.indexes());
    }
    below
}

/// A group whose items are rows.
struct ListRows<'o> {
    group: &'o Group,
    /// The index of each item, and what it begins with.
    items: Vec<(usize, Option<Beginning<'o>>)>,
    doubt: Option<LeftOut>,
}

impl<'o> ListRows<'o> {
    /// `None` if the items are not rows.
    fn of(outline: &'o Outline, group: &'o Group, items: Vec<usize>) -> Option<Self> {
        let item = |index: usize| outline.items.get(index);
        let block = |index: usize| outline.blocks.get(item(index)?.first?);
        let read = |index| Some((index, Beginning::read(block(index)?, group.written_as)));
        let begun = |index: usize| read(index).unwrap_or((index, None));
        let mut items: Vec<_> = items.into_iter().map(begun).collect();
        // Items that nearly have codes count neither for a list nor against it.
        let mut near = 0;
        if matches!(group.written_as, WrittenAs::Headings | WrittenAs::Paragraphs) {
            let is_heading = group.written_as == WrittenAs::Headings;
            near = trim(&mut items, |index, is_named| {
                (is_heading || is_named)
                    && block(index).is_some_and(|block| is_near_code(&block.text, is_named))
            });
        }
        let codes = |items: &[(usize, Option<Beginning<'o>>)]| -> Vec<Beginning<'o>> {
            items.iter().filter_map(|(_, code)| *code).collect()
        };
        if !are_rows(group.written_as, &codes(&items), items.len() - near) {
            let numbers = items.iter().map(|(index, _)| item(*index)?.number.as_deref());
            let numbers: Vec<&str> = numbers.collect::<Option<_>>()?;
            let is_count = match ItemNumbers::of(&numbers) {
                ItemNumbers::Codes => None,
                ItemNumbers::MaybeCodes => Some(LeftOut::MaybeSteps),
                ItemNumbers::Count => return None,
            };
            for ((index, begun), number) in items.iter_mut().zip(numbers) {
                *begun = Some(Beginning::of_number(number, block(*index)));
            }
            let doubt = is_count.or_else(|| doubt_of_codes(&codes(&items)));
            return Some(Self { group, items, doubt });
        }
        let doubt = doubt_of_codes(&codes(&items));
        Some(Self { group, items, doubt })
    }

    fn indexes(&self) -> Vec<usize> {
        self.items.iter().map(|(index, _)| *index).collect()
    }

    /// The text of each row after its code.
    fn texts(&self, outline: &'o Outline) -> Vec<RowText<'o>> {
        let text = |(item, code): &(usize, Option<Beginning<'o>>)| {
            let block = outline.blocks.get(outline.items.get(*item)?.first?)?;
            Some((block, place(code.as_ref()?.rest, block)))
        };
        self.items.iter().map(|row| (row.0, text(row))).collect()
    }

    fn cells(
        &self,
        outline: &Outline,
        below: &Below<'_>,
        columns: &Columns,
        input: &Input<'_, '_>,
    ) -> ListCells {
        let rows = self.items.iter().filter_map(|(index, code)| {
            let item = outline.items.get(*index)?;
            let first = item.first.and_then(|first| outline.blocks.get(first));
            let cells = Cells::of(first, code.as_ref(), below.of(*index), columns);
            input.room.take_row(input.lines.at(item.offset), &cells.texts);
            // Definitions can share a long text.
            input.room.check().is_ok().then_some((item.offset, cells))
        });
        rows.collect()
    }
}

/// The headings around those with codes are not rows, unless they nearly have codes, as
/// `1003-1005 Title` and, beside names with codes, `Old error (2)`. Returns the number of these.
fn trim(
    items: &mut Vec<(usize, Option<Beginning<'_>>)>,
    is_near: impl Fn(usize, bool) -> bool,
) -> usize {
    let first = items.iter().position(|(_, code)| code.is_some());
    let last = items.iter().rposition(|(_, code)| code.is_some());
    let (Some(first), Some(last)) = (first, last) else {
        items.clear();
        return 0;
    };
    let is_near = |(index, _): &&(usize, Option<Beginning<'_>>), beside: usize| {
        let beside = items.get(beside).and_then(|(_, code)| code.as_ref());
        is_near(*index, beside.is_some_and(|code| !code.name.is_empty()))
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
    begins || is_named && ends_with_code(text)
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
    // A word of only digits can belong to codes that have letters.
    let with_digits =
        |length: &usize, count| count + lengths.get(length).copied().unwrap_or_default();
    let alike = patterns.iter().map(|(pattern, count)| match pattern {
        Pattern::Mixed(length) => with_digits(length, count),
        _ => *count,
    });
    let alike = alike.chain(of_letters.iter().map(|(length, count)| with_digits(length, count)));
    let is_single = matches!(codes, [code] if code.is_weak || code.is_bare && is_word(code.code));
    let may_be_numbered = matches!(written_as, WrittenAs::Headings | WrittenAs::Paragraphs);
    let is_numbered = may_be_numbered && are_numbers_of_sections(codes);
    !is_single && !is_numbered && alike.max().unwrap_or_default() * 2 > items
}

/// What speaks against a list with these codes.
fn doubt_of_codes(codes: &[Beginning<'_>]) -> Option<LeftOut> {
    let is_name = |code: &&Beginning<'_>| Pattern::of(code.code) == Pattern::Name;
    let years = Years::beside([]);
    if codes.iter().filter(is_name).count() * 2 > codes.len() {
        Some(LeftOut::MaybeNames)
    } else if codes.iter().all(|code| code.is_bare && years.may_have(code.code)) {
        Some(LeftOut::MaybeYears)
    } else if codes.iter().filter(|code| code.may_count).count() * 2 > codes.len() {
        Some(LeftOut::MaybeCounts)
    } else {
        None
    }
}

/// Marks the lists of HTTP statuses whose items have the rows of other lists below them.
fn mark_statuses(outline: &Outline, groups: &mut [ListRows<'_>]) {
    let is_status = |(_, code): &&(usize, Option<Beginning<'_>>)| {
        let number = code.as_ref().map(|code| integer::decimal(code.code));
        number.is_none_or(|number| matches!(number, Some(Integer::Natural(100..=599))))
    };
    let certain = groups.iter().filter(|rows| rows.doubt.is_none());
    let others = certain.flat_map(|rows| &rows.items).filter(|item| !is_status(item));
    let above: HashSet<usize> =
        others.filter_map(|(item, _)| outline.items.get(*item)?.parent).collect();
    for rows in groups {
        let are_statuses = rows.items.iter().all(|item| is_status(&item));
        if are_statuses && rows.items.iter().any(|(item, _)| above.contains(item)) {
            rows.doubt = Some(LeftOut::MaybeStatuses);
        }
    }
}

/// Leaves paragraphs such as `Status code: 404` to the rows that are headings, if each has at most
/// one.
fn leave_facts(outline: &Outline, groups: &mut Vec<ListRows<'_>>) {
    let is_sure =
        |rows: &&ListRows<'_>| rows.group.written_as == WrittenAs::Headings && rows.doubt.is_none();
    let headings: HashSet<usize> =
        groups.iter().filter(is_sure).flat_map(ListRows::indexes).collect();
    let heading = |index: usize| {
        let item = outline.items.get(index)?;
        let is_worded = outline.blocks.get(item.first?)?.is_worded();
        item.parent.filter(|parent| is_worded && headings.contains(parent))
    };
    groups.retain(|rows| {
        let mut seen = HashSet::new();
        let mut parents = rows.items.iter().map(|(index, _)| heading(*index));
        rows.group.written_as != WrittenAs::Paragraphs
            || !parents.all(|parent| parent.is_some_and(|parent| seen.insert(parent)))
    });
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

/// Lets the lists whose codes cannot be years beside the other codes be read.
fn settle_years(groups: &mut [ListRows<'_>]) {
    fn codes<'r>(rows: &'r ListRows<'_>) -> impl Iterator<Item = &'r str> {
        rows.items.iter().filter_map(|(_, code)| code.as_ref()).map(|code| code.code)
    }
    let certain = groups.iter().filter(|rows| rows.doubt.is_none());
    let mut years = Years::beside(certain.flat_map(codes));
    for rows in groups.iter_mut().filter(|rows| rows.doubt == Some(LeftOut::MaybeYears)) {
        let is_history = rows.group.title.as_deref().is_some_and(is_history);
        if !is_history && !codes(rows).all(|code| years.may_have(code)) {
            codes(rows).for_each(|code| years.add(code));
            rows.doubt = None;
        }
    }
}

/// What the numbers of a list are.
enum ItemNumbers {
    Codes,
    MaybeCodes,
    Count,
}

impl ItemNumbers {
    fn of(written: &[&str]) -> Self {
        let numbers = || written.iter().filter_map(|number| integer::loose(number));
        let mut expected = None;
        // They begin where no count begins, or one of them is far after the one before.
        let are_codes = numbers().any(|number| {
            let is_next = expected == Some(number);
            expected = number.successor();
            !is_next && !matches!(number, Integer::Natural(..FIRST_CODE))
        });
        match numbers().next() {
            _ if are_codes => Self::Codes,
            None | Some(Integer::Natural(1..=LAST_STEP)) => Self::Count,
            _ => Self::MaybeCodes,
        }
    }
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
