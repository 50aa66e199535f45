//! Which tables of a document are read.

use std::collections::HashSet;

use super::code_kind::{CodeKind, Tally};
use super::find_columns::{ColumnPlaces, Named};
use super::finding::beginning;
use super::grid::{Document, Grid, Listed};
use super::headings;
use super::pattern;
use super::report::{Finding, FoundColumn, FoundTable, Problem, Report};
use super::roles::{LeftOut, WrittenAs};
use crate::code_type::CodeType;

/// The caller's choices.
#[derive(Clone, Debug, Default)]
pub(super) struct Wishes {
    pub(super) named: Named,
    /// The numbers of the tables to read. Without numbers and words, all are read.
    pub(super) tables: Vec<usize>,
    /// The words in the headings above the tables to read.
    pub(super) sections: Vec<String>,
    /// The names of the sheets of a workbook to read.
    pub(super) sheets: Vec<String>,
    pub(super) code_type: Option<CodeType>,
}

impl Wishes {
    /// Whether the caller chose none.
    fn is_empty(&self) -> bool {
        self.tables.is_empty() && self.sections.is_empty() && self.sheets.is_empty()
    }

    fn wants(&self, number: usize, grid: &Grid<'_>) -> bool {
        self.is_empty()
            || self.tables.contains(&number)
            || self.sections.iter().any(|words| is_under(grid, words))
            || self.sheets.iter().any(|name| is_sheet(grid, name))
    }

    /// Why a list is left out. If tables are read, a list is read only by its number, since it
    /// may repeat them.
    fn leaves_out(
        &self,
        number: usize,
        list: &Listed<'_>,
        chosen: &[Chosen<'_, '_>],
    ) -> Option<LeftOut> {
        let is_beside = |words: &String| chosen.iter().any(|table| is_under(table.grid, words));
        let under = self.sections.iter().filter(|words| is_under(&list.grid, words));
        if self.tables.contains(&number) {
            None
        } else if self.is_empty() && !chosen.is_empty() || under.clone().any(is_beside) {
            Some(list.doubt.clone().unwrap_or(LeftOut::BesideTables))
        } else if self.is_empty() || under.count() > 0 {
            list.doubt.clone().filter(|doubt| *doubt != LeftOut::InText)
        } else {
            Some(LeftOut::NotChosen)
        }
    }

    /// The first choice that no table meets.
    pub(super) fn missing(&self, document: &Document<'_>) -> Option<String> {
        let grids = || document.grids.iter().chain(document.lists.iter().map(|list| &list.grid));
        let mut numbers = self.tables.iter();
        let number = numbers.find(|number| !(1..=grids().count()).contains(number));
        let none = |meets: fn(&Grid<'_>, &str) -> bool| {
            move |text: &&String| !grids().any(|grid| meets(grid, text))
        };
        let words = self.sections.iter().find(none(is_under));
        let sheet = self.sheets.iter().find(none(is_sheet));
        let number = number.map(ToString::to_string);
        let words = words.map(|words| format!("under {words:?}"));
        number.or(words).or_else(|| sheet.map(|name| format!("in a sheet {name:?}")))
    }
}

fn is_sheet(grid: &Grid<'_>, name: &str) -> bool {
    grid.title.as_deref() == Some(name)
}

/// Whether the heading above a table contains words, ignoring case and blanks.
fn is_under(grid: &Grid<'_>, words: &str) -> bool {
    let form =
        |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    grid.title.as_ref().is_some_and(|title| form(title).contains(&form(words)))
}

/// A table that is read.
pub(super) struct Chosen<'g, 'a> {
    pub(super) grid: &'g Grid<'a>,
    pub(super) places: ColumnPlaces,
    pub(super) tally: Tally,
    /// Its index in the report.
    index: usize,
}

impl Chosen<'_, '_> {
    /// Whether a key of a row is the heading of the codes.
    pub(super) fn is_code(&self, key: &str) -> bool {
        let heading = self.grid.headings.get(self.places.code);
        heading.is_some_and(|heading| beginning(heading) == key)
    }
}

/// The tables to read, and what their codes are. The report gets every table.
pub(super) fn choose_tables<'g, 'a>(
    wishes: &Wishes,
    document: &'g Document<'a>,
    report: &mut Report,
) -> (Vec<Chosen<'g, 'a>>, CodeKind) {
    let mut chosen = chosen(wishes, document, report);
    let kind = one_kind(wishes.code_type, &mut chosen, report);
    (chosen, kind)
}

/// A finding for each table that may not be what it was taken for.
pub(super) fn doubts(wishes: &Wishes, chosen: &[Chosen<'_, '_>], report: &Report) -> Vec<Finding> {
    let with_headings = chosen.iter().filter(|_| !wishes.named.are_numbers);
    let rows = with_headings.filter_map(|table| row_as_headings(table, &wishes.named.code));
    rows.chain(report.tables.iter().filter_map(left_out)).collect()
}

/// The tables that the caller wants and that have columns of codes and texts.
fn chosen<'g, 'a>(
    wishes: &Wishes,
    document: &'g Document<'a>,
    report: &mut Report,
) -> Vec<Chosen<'g, 'a>> {
    let Document { grids, lists, hidden, .. } = document;
    let mut chosen = Vec::new();
    let mut add = |grid: &'g Grid<'a>, written_as, places: Result<ColumnPlaces, LeftOut>| {
        let index = report.tables.len();
        report.tables.push(found_table(index + 1, grid, written_as, &places));
        places.ok().map(|places| Chosen {
            grid,
            tally: Tally::of(grid, places.code),
            places,
            index,
        })
    };
    for (index, grid) in grids.iter().enumerate() {
        let places = if wishes.wants(index + 1, grid) {
            ColumnPlaces::find(&wishes.named, grid)
                .and_then(|places| own_codes(wishes, grid, places))
        } else {
            Err(LeftOut::NotChosen)
        };
        chosen.extend(add(grid, WrittenAs::Table, places));
    }
    let mut chosen_lists = Vec::new();
    for (number, list) in (grids.len() + 1..).zip(lists) {
        let places = match wishes.leaves_out(number, list, &chosen) {
            Some(reason) => Err(reason),
            None => ColumnPlaces::find(&wishes.named, &list.grid),
        };
        chosen_lists.extend(add(&list.grid, list.written_as, places));
    }
    chosen.extend(chosen_lists);
    for grid in hidden {
        add(grid, WrittenAs::Table, Err(LeftOut::Hidden));
    }
    chosen
}

/// A finding for a table that is left out but looks like a table of codes.
fn left_out(table: &FoundTable) -> Option<Finding> {
    let reason = table.left_out.clone().filter(LeftOut::is_finding)?;
    let problem = Problem::Table { rows: table.rows, reason };
    let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
    Some(Finding::new(table.line, &headings.join(" | "), problem))
}

/// Fails if most rows of a table share their code with others, as errors share a status, and
/// another column has a different name in each row. If that is a column of codes, it is read
/// instead.
fn own_codes(
    wishes: &Wishes,
    grid: &Grid<'_>,
    places: ColumnPlaces,
) -> Result<ColumnPlaces, LeftOut> {
    let rows = || grid.rows.iter().filter(|row| !row.is_section);
    let cells = |column| rows().map(move |row| row.cell(column).unwrap_or_default().trim());
    let codes = rows().count();
    let own = cells(places.code).collect::<HashSet<_>>().len();
    if !wishes.named.code.is_empty() || own * 2 >= codes {
        return Ok(places);
    }
    let is_name = |cell: &str| !cell.is_empty() && !cell.contains(char::is_whitespace);
    let has_names = |column: &usize| {
        let mut seen = HashSet::new();
        cells(*column).all(|cell| is_name(cell) && seen.insert(cell))
    };
    let heading = |column: usize| grid.headings.get(column).cloned().unwrap_or_default();
    let names: Vec<usize> = (0..grid.headings.len()).filter(has_names).collect();
    let code = names.iter().find(|column| headings::is_code(&heading(**column)));
    if let Some(code) = code {
        let by_own = Named { code: vec![heading(*code)], ..wishes.named.clone() };
        return ColumnPlaces::find(&by_own, grid);
    }
    match names.first() {
        None => Ok(places),
        Some(names) => Err(LeftOut::SharedCodes {
            heading: heading(places.code),
            other: heading(*names),
            rows: codes - own,
        }),
    }
}

/// A finding for headings that look like a row.
fn row_as_headings(table: &Chosen<'_, '_>, codes: &[String]) -> Option<Finding> {
    let Chosen { grid, places, .. } = table;
    let heading = grid.headings.get(places.code)?.trim();
    let is_numbered = codes.iter().any(|code| code.trim().parse::<usize>().is_ok());
    let is_row = headings::is_row_as_heading(grid, places.code)
        || is_numbered && may_be_row(grid, places.code, heading);
    let problem = Problem::RowAsHeadings { heading: beginning(heading) };
    is_row.then(|| Finding::new(grid.line, &grid.headings.join(" | "), problem))
}

/// Whether the headings may be a row, if the caller names a column by its number: the heading is
/// written like the codes below it, or no heading is known.
fn may_be_row(grid: &Grid<'_>, column: usize, heading: &str) -> bool {
    let rows = || grid.rows.iter().filter(|row| !row.is_section);
    // The headings of JSON are in each row.
    if rows().any(|row| row.columns.is_some()) || headings::is_any(heading) {
        return false;
    }
    let letters = pattern::letters(heading);
    let is_alike = |code: &&str| pattern::letters(code) == letters;
    let alike = rows().filter_map(|row| row.cell(column)).filter(is_alike).count();
    // Words look alike, such as a heading and the names below it.
    let is_word = letters.iter().all(|letter| matches!(letter, 'A' | 'a' | ' '));
    !is_word && alike * 2 > rows().count() || !grid.headings.iter().any(|it| headings::is_any(it))
}

fn found_table(
    number: usize,
    grid: &Grid<'_>,
    written_as: WrittenAs,
    places: &Result<ColumnPlaces, LeftOut>,
) -> FoundTable {
    let columns = grid.headings.len();
    let uses = places.as_ref().map(|places| places.uses(columns)).unwrap_or_default();
    let mut uses = uses.into_iter();
    let mut links = vec![0; columns];
    for (column, _) in grid.rows.iter().flat_map(|row| &row.links) {
        if let Some(count) = links.get_mut(*column) {
            *count += 1;
        }
    }
    let mut links = links.into_iter();
    let headings = grid.headings.iter();
    let (sections, rows): (Vec<_>, Vec<_>) = grid.rows.iter().partition(|row| row.is_section);
    FoundTable {
        number,
        written_as,
        line: grid.line,
        last_line: grid.rows.iter().map(|row| row.line).max().unwrap_or(0).max(grid.line),
        title: grid.title.clone(),
        columns: headings
            .map(|heading| FoundColumn {
                heading: heading.clone(),
                read_as: uses.next(),
                links: links.next().unwrap_or_default(),
            })
            .collect(),
        rows: rows.len(),
        sections: sections.iter().map(|row| (row.line, row.section().to_owned())).collect(),
        left_out: places.as_ref().err().cloned(),
    }
}

/// Leaves out the tables whose codes are of another kind than those of most rows.
fn one_kind(
    code_type: Option<CodeType>,
    chosen: &mut Vec<Chosen<'_, '_>>,
    report: &mut Report,
) -> CodeKind {
    let tally = sum(chosen);
    let all = CodeKind::of(code_type, &tally);
    let is_one = matches!(&all, CodeKind::Text(_)) && tally.has_one_length();
    if code_type.is_some() || is_one || all.is_of_fixed_length() {
        return all;
    }
    let count = |has_integers: bool| -> usize {
        let same = chosen.iter().filter(|table| table.tally.is_mostly_integers() == has_integers);
        same.map(|table| table.tally.codes).sum()
    };
    let has_integers = count(true) >= count(false);
    chosen.retain(|table| {
        let other = table.tally.is_mostly_integers();
        let stays = other == has_integers || table.tally.codes == 0;
        if let Some(found) = report.tables.get_mut(table.index).filter(|_| !stays) {
            found.left_out = Some(LeftOut::OtherCodes { has_integers: other });
            found.columns.iter_mut().for_each(|column| column.read_as = None);
        }
        stays
    });
    CodeKind::of(code_type, &sum(chosen))
}

fn sum(chosen: &[Chosen<'_, '_>]) -> Tally {
    let mut sum = Tally::default();
    for table in chosen {
        sum.join(&table.tally);
    }
    sum
}
