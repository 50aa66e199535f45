//! Requirements of a document.

use std::collections::HashSet;

use super::choose_tables::{Chosen, Wishes};
use super::error::ReadError;
use super::find_columns::ColumnPlaces;
use super::format::Format;
use super::grid::{Document, Grid};
use super::headings::plain;
use super::problem::Problem;
use super::report::{FoundTable, Report};
use super::roles::{LeftOut, Role, WrittenAs};
use super::seen::{SeenThings, Thing};

/// Checks that there is a table to read, and every table and heading that the caller named.
pub(super) fn require(
    wishes: &Wishes,
    document: &Document<'_>,
    chosen: &[Chosen<'_, '_>],
    report: &Report,
) -> Result<(), ReadError> {
    if let Some(table) = wishes.missing(document) {
        return Err(ReadError::NoSuchTable { table, report: report.clone().into() });
    }
    if report.tables.iter().all(is_hidden) {
        return Err(no_table(document.seen.clone(), report));
    }
    let lists = document.lists.iter().map(|list| &list.grid);
    let all = document.grids.iter().chain(lists).filter(|_| chosen.is_empty());
    let grids: Vec<&Grid<'_>> = chosen.iter().map(|table| table.grid).chain(all).collect();
    let is_there =
        |heading: &str| grids.iter().any(|grid| ColumnPlaces::has_heading(grid, heading));
    if let Some(heading) = wishes.named.headings().find(|heading| !is_there(heading)) {
        return Err(no_such_heading(heading, chosen.is_empty(), report));
    }
    if chosen.is_empty() { Err(nothing(report)) } else { Ok(()) }
}

fn is_hidden(table: &FoundTable) -> bool {
    table.left_out == Some(LeftOut::Hidden)
}

fn no_table(mut seen: SeenThings, report: &Report) -> ReadError {
    let rows = report.findings.iter().filter(|each| *each.problem() == Problem::NotARow);
    rows.for_each(|row| seen.add(Thing::Row, row.line()));
    report.tables.iter().for_each(|table| seen.add(Thing::Hidden, table.line));
    let format = report.read_as.as_ref().map(|read_as| read_as.format);
    let (found, advice) = match format {
        Some(Format::Json | Format::Yaml | Format::Toml | Format::Xml) => {
            (": no list of maps, and no map of codes".to_owned(), "read its lines with --regex")
        }
        _ if seen.is_empty() => (String::new(), seen.advice()),
        _ => (format!(", but {seen}"), seen.advice()),
    };
    ReadError::NoTable { found, advice, report: report.clone().into() }
}

fn no_such_heading(heading: &str, is_none_read: bool, report: &Report) -> ReadError {
    let is_read = |table: &&FoundTable| is_none_read || table.left_out.is_none();
    let headings = headings_of(report.tables.iter().filter(is_read));
    let form = plain(heading);
    let likeness = |other: &String| strsim::jaro_winkler(&plain(other), &form);
    let closest = headings.iter().map(|other| (likeness(other), other));
    let closest = closest.filter(|(likeness, _)| *likeness > ALIKE);
    // Among equals, the first.
    let closest = closest.rev().max_by(|(one, _), (two, _)| one.total_cmp(two));
    ReadError::NoSuchHeading {
        heading: heading.to_owned(),
        closest: closest.map(|(_, closest)| closest.clone()),
        headings,
        report: report.clone().into(),
    }
}

/// From this similarity on, two headings are alike: `Mesage` and `Message`, but not `Kind` and
/// `Code`.
const ALIKE: f64 = 0.75;

/// Why no table is read.
fn nothing(report: &Report) -> ReadError {
    let boxed = || Box::new(report.clone());
    let left_out =
        || report.tables.iter().filter_map(|table| Some((table, table.left_out.as_ref()?)));
    let first = |is: fn(&LeftOut) -> bool| left_out().find(|(_, reason)| is(reason));
    let is_of_headings = |reason: &LeftOut| {
        matches!(
            reason,
            LeftOut::SameHeading { .. }
                | LeftOut::RowAsHeadings { .. }
                | LeftOut::SharedCodes { .. }
                | LeftOut::UnevenLists
                | LeftOut::NoHeadings
        )
    };
    let is_no_table = |table: &FoundTable| table.written_as != WrittenAs::Table || is_hidden(table);
    if report.tables.iter().all(is_no_table)
        && let Some((list, reason)) = left_out().find(|(table, _)| !is_hidden(table))
    {
        let (number, written_as) = (list.number, list.written_as);
        let reason = reason.clone();
        return ReadError::NoTableButLists { number, written_as, reason, report: boxed() };
    }
    if let Some((table, reason)) = first(is_of_headings) {
        let (reason, headings) = (reason.clone(), headings_of([table]));
        return ReadError::Headings { reason, headings, report: boxed() };
    }
    let without_messages = first(|reason| matches!(reason, LeftOut::NoMessages));
    let (role, headings) = if let Some((table, _)) = without_messages {
        (Role::Message, headings_of([table]))
    } else {
        let tables = report.tables.iter().filter(|table| !is_no_table(table));
        (Role::Code, headings_of(tables))
    };
    ReadError::NoColumn { role, headings, report: boxed() }
}

/// Each heading once.
fn headings_of<'t>(tables: impl IntoIterator<Item = &'t FoundTable>) -> Vec<String> {
    let mut seen = HashSet::new();
    let columns = tables.into_iter().flat_map(|table| &table.columns);
    let headings = columns.map(|column| &column.heading);
    headings.filter(|heading| seen.insert(*heading)).cloned().collect()
}
