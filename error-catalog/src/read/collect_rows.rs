//! Collects the rows of the tables that are read into one table.

use std::collections::{HashMap, HashSet};

use super::choose_tables::Chosen;
use super::code_kind::{CodeKind, Tally};
use super::finding::beginning;
use super::grid::GridRow;
use super::headings;
use super::pattern::{are_names, elements, is_constant, is_several, is_unmistakable, struck_out};
use super::report::{Codes, CodesReason, Finding, Problem};
use super::roles::Source;
use crate::code_type::CodeKey;
use crate::column_type::boolean;
use crate::integer;
use crate::kinds::Kinds;
use crate::table::{Field, Origin, Row, Table, Values, kind_called, split_aliases};

/// The table of the rows of all grids, what their codes are, and the findings in them.
pub(super) fn collect_rows(
    chosen: &[Chosen<'_, '_>],
    kind: &CodeKind,
) -> (Table, Codes, Vec<Finding>) {
    let mut columns: Vec<String> = Vec::new();
    let mut indexes: HashMap<&str, usize> = HashMap::new();
    for (name, _) in chosen.iter().flat_map(|table| &table.places.further) {
        indexes.entry(name).or_insert_with(|| {
            columns.push(name.clone());
            columns.len() - 1
        });
    }
    let mut collector = Collector::new(kind, columns.len());
    for table in chosen {
        let further = Further::new(table, &indexes);
        collector.section.clear();
        table.grid.rows.iter().for_each(|row| collector.add(table, &further, row));
    }
    let rows = &collector.rows;
    let is_written = !chosen.is_empty() && chosen.iter().all(|table| table.places.facts.is_some());
    let has = |field| match field {
        Field::Aliases => rows.iter().any(|row| !row.aliases.is_empty()),
        Field::Name => chosen.iter().any(|table| table.places.name.is_some()),
        Field::Description => chosen.iter().any(|table| table.places.description.is_some()),
        Field::Kind | Field::Retryable | Field::Retired => is_written,
        _ => true,
    };
    let codes = kind.codes(rows);
    let table = Table {
        title: "Error codes".to_owned(),
        origin: if is_written { Origin::Written } else { Origin::Document },
        column_types: Vec::new(),
        code_type: codes.code_type,
        fields: Field::list(has, columns.len()),
        columns,
        rows: collector.rows,
        declaration: None,
    };
    (table, codes, collector.findings)
}

/// Whether an object has its message under another key than the other rows.
fn other_message(table: &Chosen<'_, '_>, row: &GridRow<'_>) -> Option<Problem> {
    let Chosen { grid, places, .. } = table;
    let has_text = |index| row.cell(index).is_some_and(|cell| !cell.trim().is_empty());
    if row.columns.is_none() || has_text(places.message) {
        return None;
    }
    let heading = |index: usize| grid.headings.get(index).cloned();
    let columns = places.further.iter().filter_map(|(_, source)| source.column());
    let mut others = columns.filter(|index| has_text(*index)).filter_map(heading);
    let other = others.find(|heading| headings::is_text(heading))?;
    let heading = beginning(&heading(places.message)?);
    Some(Problem::OtherMessage { heading, other: beginning(&other) })
}

/// The cells of a written document that are not a kind, or neither yes nor no.
fn odd_facts(table: &Chosen<'_, '_>, row: &GridRow<'_>) -> Vec<Problem> {
    let Some(facts) = table.places.facts else { return Vec::new() };
    let cell = |place| row.cell(place).unwrap_or_default().trim();
    let kind =
        Some(cell(facts.kind)).filter(|kind| !kind.is_empty() && kind_called(kind).is_none());
    let kind = kind.map(|value| Problem::NoKind {
        column: Field::Kind.heading().to_owned(),
        value: beginning(value),
    });
    let flags = [facts.retryable, facts.retired].map(cell).into_iter();
    let flags = flags.filter(|flag| !matches!(*flag, "" | "retired") && boolean(flag).is_none());
    let flags = flags.map(|flag| Problem::NotAFlag { cell: beginning(flag) });
    kind.into_iter().chain(flags).collect()
}

/// A finding for each row whose cell says no kind.
pub(super) fn mark_unknown_kinds(column: &str, table: &mut Table) -> Vec<Finding> {
    let Some(kinds) = Kinds::find(column, table) else { return Vec::new() };
    let mut findings = Vec::new();
    for row in &mut table.rows {
        let Err(cell) = kinds.kind(row) else { continue };
        let text = format!("{} | {}", row.code, row.message);
        let (column, value) = (beginning(column), beginning(&cell));
        let problem = Problem::NoKind { column, value };
        findings.push(Finding::new(row.line.unwrap_or_default(), &text, problem));
        row.unknown_kind = Some(cell);
    }
    findings
}

/// Whether a row has a list instead of a code, or a list of codes instead of a name.
fn has_several_codes(row: &Row) -> bool {
    let names = elements(&row.name);
    elements(&row.code).len() > 1
        || names.len() > 1 && names.iter().all(|name| integer::any(name).is_some())
}

/// Whether a code has a second line, or more words than a code ever has, and its first word alone
/// looks like a code.
fn has_text(code: &str) -> bool {
    const MOST_WORDS: usize = 3;
    let mut words = code.split_whitespace();
    words.next().is_some_and(|first| is_unmistakable(first) || is_constant(first))
        && (code.contains('\n') || words.count() >= MOST_WORDS)
}

/// What people call a row.
fn name(row: &Row) -> &str {
    let text = if row.name.is_empty() { &row.message } else { &row.name };
    text.trim()
}

/// The further columns of one table, and where they are in the table of all.
struct Further {
    /// For each column of the table, the columns of the table of all.
    columns: Vec<Vec<usize>>,
    sections: Vec<usize>,
    /// The columns of links, each with where it is in the table of all.
    links: Vec<(usize, usize)>,
    /// Where a written document says which rows are retired.
    retired: Option<usize>,
}

impl Further {
    fn new(table: &Chosen<'_, '_>, indexes: &HashMap<&str, usize>) -> Self {
        let mut columns = vec![Vec::new(); table.grid.headings.len()];
        let (mut sections, mut links) = (Vec::new(), Vec::new());
        for (name, source) in &table.places.further {
            let Some(&index) = indexes.get(name.as_str()) else { continue };
            match source {
                Source::Section => sections.push(index),
                Source::Link(place) => links.push((*place, index)),
                Source::Column(place) => {
                    if let Some(targets) = columns.get_mut(*place) {
                        targets.push(index);
                    }
                }
            }
        }
        let is_retired = |name: &str| name.eq_ignore_ascii_case(Field::Retired.heading());
        let retired = table.places.further.iter().find_map(|(name, source)| match source {
            Source::Column(place) if is_retired(name) => Some(*place),
            _ => None,
        });
        Self { columns, sections, links, retired }
    }
}

struct Collector<'k> {
    kind: &'k CodeKind,
    /// The number of further columns.
    width: usize,
    rows: Vec<Row>,
    findings: Vec<Finding>,
    /// The index of the row that has a code, and the code as that row writes it.
    places: HashMap<CodeKey, (usize, String)>,
    section: String,
}

impl<'k> Collector<'k> {
    fn new(kind: &'k CodeKind, width: usize) -> Self {
        Self {
            kind,
            width,
            rows: Vec::new(),
            findings: Vec::new(),
            places: HashMap::new(),
            section: String::new(),
        }
    }

    fn add(&mut self, table: &Chosen<'_, '_>, further: &Further, row: &GridRow<'_>) {
        if row.is_section {
            row.section().clone_into(&mut self.section);
            return;
        }
        let expected = table.grid.headings.len();
        let found = row.cells.len();
        match &row.problem {
            Some(Problem::KeyTwice { key }) if table.is_code(key) => {
                return self.report(row, Problem::SeveralCodes);
            }
            Some(
                problem @ (Problem::CutCode
                | Problem::SeveralCodes
                | Problem::NotARow
                | Problem::NotJson { .. }),
            ) => {
                return self.report(row, problem.clone());
            }
            Some(problem) => self.report(row, problem.clone()),
            None if row.columns.is_none() && found != expected => {
                self.report(row, Problem::CellCount { found, expected });
            }
            None => {
                if let Some(problem) = other_message(table, row) {
                    self.report(row, problem);
                }
            }
        }
        for problem in odd_facts(table, row) {
            self.report(row, problem);
        }
        let made = self.row(table, further, row);
        match self.problem(&made, &table.tally) {
            Some(problem) => self.report(row, problem),
            None => self.keep(made),
        }
    }

    /// The row in the form of the table.
    fn row(&self, table: &Chosen<'_, '_>, further: &Further, row: &GridRow<'_>) -> Row {
        let expected = table.grid.headings.len();
        let places = &table.places;
        let cell = |index: usize| match row.cells.get(index..) {
            // A stray separator has most likely split the last text.
            Some(cells) if row.columns.is_none() && index + 1 == expected => cells.join(" "),
            _ => row.cell(index).unwrap_or_default().to_owned(),
        };
        let code = cell(places.code).trim().to_owned();
        let aliases = self.aliases(&code, &places.aliases.map(cell).unwrap_or_default());
        let values = row.indexed().flat_map(|(index, _)| {
            let targets = further.columns.get(index).into_iter().flatten();
            targets.map(move |target| (*target, cell(index)))
        });
        let facts = places.facts;
        let retired = facts.map(|facts| facts.retired).or(further.retired).map(cell);
        let retired = retired.unwrap_or_default();
        let retryable = facts.map(|facts| cell(facts.retryable)).unwrap_or_default();
        let kind = facts.and_then(|facts| kind_called(cell(facts.kind).trim()));
        let links = further
            .links
            .iter()
            .filter_map(|(column, target)| Some((*target, row.link(*column)?.to_owned())));
        let sections = further.sections.iter().map(|target| (*target, self.section.clone()));
        Row {
            line: Some(row.line),
            code,
            aliases,
            name: places.name.map(cell).unwrap_or_default(),
            message: cell(places.message),
            description: places.description.map(cell).unwrap_or_default(),
            kind,
            unknown_kind: None,
            retryable: boolean(&retryable),
            is_retired: retired.trim() == "retired"
                || facts.is_some() && boolean(&retired) == Some(true),
            keeps_name: facts.is_some(),
            url: None,
            values: Values::new(self.width, values.chain(links).chain(sections)),
            expressions: Vec::new(),
            alias_lines: Vec::new(),
            condition: String::new(),
        }
    }

    /// The aliases in a cell, without those that are another form of a code before.
    fn aliases(&self, code: &str, cell: &str) -> Vec<String> {
        let mut keys = HashSet::from([self.key(code)]);
        let mut aliases = Vec::new();
        for alias in split_aliases(cell) {
            if keys.insert(self.key(&alias)) {
                aliases.push(alias);
            }
        }
        aliases
    }

    fn key(&self, code: &str) -> CodeKey {
        CodeKey::new(code, self.kind.known_type())
    }

    /// Why a row is left out.
    fn problem(&self, row: &Row, tally: &Tally) -> Option<Problem> {
        if row.code.is_empty() {
            return Some(Problem::NoCode);
        }
        let are_chosen = matches!(self.kind, CodeKind::Text(CodesReason::Chosen));
        if !row.keeps_name {
            if let Some(code) = struck_out(&row.code) {
                return Some(Problem::StruckOut { code: beginning(code) });
            }
            let are_several = || is_several(&row.code) || are_names(&row.code);
            if !are_chosen && (are_several() || has_several_codes(row)) {
                return Some(Problem::SeveralCodes);
            }
            if !are_chosen && matches!(self.kind, CodeKind::Text(_)) && has_text(&row.code) {
                return Some(Problem::CodeWithText { code: beginning(&row.code) });
            }
        }
        let problems = row.codes().filter_map(|code| self.odd(code, tally));
        problems.chain(row.codes().filter_map(|code| self.repeated(code, row))).next()
    }

    fn odd(&self, code: &str, tally: &Tally) -> Option<Problem> {
        let code = beginning(code);
        match self.kind {
            CodeKind::Text(_) => None,
            CodeKind::Integers(Some(code_type)) => {
                let does_not_fit = code_type.read(&code).is_none();
                does_not_fit.then_some(Problem::DoesNotFit { code, code_type: *code_type })
            }
            CodeKind::Integers(None) if integer::any(&code).is_some() => None,
            CodeKind::Integers(None) => {
                let Tally { integers, codes, .. } = *tally;
                Some(match integer::loose(&code) {
                    Some(number) => {
                        Problem::PaddedCode { code, number: number.to_string(), integers, codes }
                    }
                    None => Problem::OddCode { code, integers, codes },
                })
            }
        }
    }

    fn repeated(&self, code: &str, row: &Row) -> Option<Problem> {
        let (index, first_code) = self.places.get(&self.key(code))?;
        let first = self.rows.get(*index)?;
        let first_line = first.line.unwrap_or_default();
        let (code, first_code) = (beginning(code), beginning(first_code));
        let is_same = name(first) == name(row);
        let (first_name, name) = (beginning(name(first)), beginning(name(row)));
        Some(if is_same {
            Problem::CodeTwice { code, first_code, first_line }
        } else {
            Problem::SecondName { code, first_code, first_line, first_name, name }
        })
    }

    fn keep(&mut self, row: Row) {
        for code in row.codes() {
            self.places.insert(self.key(code), (self.rows.len(), code.to_owned()));
        }
        self.rows.push(row);
    }

    fn report(&mut self, row: &GridRow<'_>, problem: Problem) {
        self.findings.push(Finding::new(row.line, &row.text(), problem));
    }
}
