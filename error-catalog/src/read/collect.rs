//! Collects the rows of all tables of a document into one.

use std::collections::HashMap;

use super::grid::{Grid, GridRow};
use super::headings::Places;
use super::report::{Finding, Problem};
use crate::table::{Field, Row, Table};

/// The table of the rows of all grids, and the findings in them.
pub(super) fn collect(grids: &[(&Grid<'_>, Places)]) -> (Table, Vec<Finding>) {
    let mut columns: Vec<String> = Vec::new();
    for (name, _) in grids.iter().flat_map(|(_, places)| &places.further) {
        if !columns.contains(name) {
            columns.push(name.clone());
        }
    }
    let mut collector = Collector { columns, ..Collector::default() };
    for (grid, places) in grids {
        grid.rows.iter().for_each(|row| collector.add(grid, places, row));
    }
    let rows = &collector.rows;
    let has = |field| match field {
        Field::Aliases => rows.iter().any(|row| !row.aliases.is_empty()),
        Field::Name => grids.iter().any(|(_, places)| places.name.is_some()),
        Field::Description => grids.iter().any(|(_, places)| places.description.is_some()),
        _ => true,
    };
    let table = Table {
        title: "Error codes".to_owned(),
        has_text_codes: false,
        fields: Field::list(has, collector.columns.len()),
        columns: collector.columns,
        rows: collector.rows,
    };
    (table, collector.findings)
}

#[derive(Default)]
struct Collector {
    columns: Vec<String>,
    rows: Vec<Row>,
    findings: Vec<Finding>,
    /// The line of each code.
    lines: HashMap<String, usize>,
}

impl Collector {
    fn add(&mut self, grid: &Grid<'_>, places: &Places, row: &GridRow<'_>) {
        let expected = grid.headings.len();
        let found = row.cells.len();
        match &row.problem {
            Some(Problem::NotARow) => return self.report(row, Problem::NotARow),
            Some(problem) => self.report(row, problem.clone()),
            None if found != expected => self.report(row, Problem::CellCount { found, expected }),
            None => {}
        }
        let cell = |index: usize| match row.cells.get(index..) {
            // Most likely a stray separator split the last text.
            Some(cells) if index + 1 == expected => cells.join(" "),
            Some([cell, ..]) => cell.clone(),
            _ => String::new(),
        };
        let code = cell(places.code).trim().to_owned();
        if code.is_empty() {
            return self.report(row, Problem::NoCode);
        }
        let aliases = split_aliases(&places.aliases.map(cell).unwrap_or_default());
        for code in std::iter::once(&code).chain(&aliases) {
            if let Some(&first_line) = self.lines.get(code) {
                return self.report(row, Problem::CodeTwice { code: code.clone(), first_line });
            }
            self.lines.insert(code.clone(), row.line);
        }
        let value = |name: &String| {
            let column = places.further.iter().find(|(further, _)| further == name);
            column.map(|&(_, index)| cell(index)).unwrap_or_default()
        };
        self.rows.push(Row {
            line: Some(row.line),
            code,
            aliases,
            name: places.name.map(cell).unwrap_or_default(),
            message: cell(places.message),
            description: places.description.map(cell).unwrap_or_default(),
            values: self.columns.iter().map(value).collect(),
        });
    }

    fn report(&mut self, row: &GridRow<'_>, problem: Problem) {
        self.findings.push(Finding::new(row.line, row.text(), problem));
    }
}

fn split_aliases(cell: &str) -> Vec<String> {
    let aliases = cell.split(',').map(str::trim).filter(|alias| !alias.is_empty());
    aliases.map(str::to_owned).collect()
}
