//! Codes in lists, headings and other text beside the tables that are read.

use std::collections::{BTreeSet, HashSet};

use super::code_kind::CodeKind;
use super::finding::{Finding, Mention, beginning};
use super::grid::Document;
use super::headings;
use super::pattern::{Pattern, first, letters, of_one_letter};
use super::problem::Problem;
use super::report::FoundTable;
use super::roles::LeftOut;
use super::years::{Years, is_history};
use crate::code_type::CodeKey;
use crate::integer::{self, Integer};
use crate::table::Row;

/// A finding for each code of a list that looks like those of the tables but is in none of them,
/// and those in other text.
///
/// `found` are the lists in the report.
pub(super) fn find(
    document: Document<'_>,
    found: &[FoundTable],
    rows: &[Row],
    kind: &CodeKind,
) -> (Vec<Finding>, Vec<Mention>) {
    let codes: Vec<&str> = rows.iter().flat_map(Row::codes).collect();
    let mut tables = CodeShapes::of(&codes);
    let mut keys: HashSet<CodeKey> =
        codes.iter().map(|code| CodeKey::new(code, kind.known_type())).collect();
    let is_beside = |found: &FoundTable| found.left_out.as_ref().is_some_and(LeftOut::is_of_list);
    let mut findings = Vec::new();
    for (list, found) in document.lists.iter().zip(found).filter(|(_, found)| is_beside(found)) {
        let rows = list.grid.rows.iter().filter_map(|row| Some((row, row.cell(0)?)));
        let rows: Vec<_> = rows.filter(|(_, code)| !code.is_empty()).collect();
        let codes: Vec<&str> = rows.iter().map(|(_, code)| *code).collect();
        if are_other_things(found, &codes) || !tables.are_like(&codes) {
            continue;
        }
        for (row, code) in rows {
            tables.years.add(code);
            if keys.insert(CodeKey::new(code, kind.known_type())) {
                let code = beginning(code);
                let (written_as, number) = (list.written_as, found.number);
                let problem = Problem::BesideTables { code, written_as, number };
                findings.push(Finding::new(row.line, &row.text(), problem));
            }
        }
    }
    let is_new = |mention: &Mention| {
        let code = first(&mention.code);
        tables.may_have(code) && keys.insert(CodeKey::new(code, kind.known_type()))
    };
    let mut mentions = document.mentions;
    mentions.sort_by_key(|mention| mention.line);
    mentions.retain(is_new);
    (findings, mentions)
}

/// Whether the codes of a list are names of other things, years or numbers of things.
fn are_other_things(found: &FoundTable, codes: &[&str]) -> bool {
    let are_names = codes.iter().all(|code| Pattern::of(code) == Pattern::Name);
    let title = found.title.as_deref().unwrap_or_default();
    match found.left_out {
        Some(LeftOut::MaybeYears) => is_history(title),
        // Such as `1000 messages per day`.
        Some(LeftOut::MaybeCounts) => codes.iter().all(|code| code.ends_with('0')),
        _ => are_names && headings::is_of_other_names(title),
    }
}

/// What the codes of all tables have in common.
struct CodeShapes {
    patterns: HashSet<Pattern>,
    /// The lengths of integers without those of zero, and the longest.
    lengths: HashSet<usize>,
    longest: usize,
    /// The lengths of codes such as `A0001`.
    of_one_letter: HashSet<usize>,
    /// The kinds of letters in each code that is a name.
    names: HashSet<BTreeSet<char>>,
    has_statuses: bool,
    years: Years,
}

/// Whether a code may be an HTTP status.
fn is_status(code: &str) -> bool {
    matches!(integer::any(first(code)), Some(Integer::Natural(100..=599)))
}

impl CodeShapes {
    fn of(codes: &[&str]) -> Self {
        let integers = codes.iter().filter_map(|code| integer::loose(code).map(|it| (code, it)));
        let lengths = integers.filter(|(_, integer)| *integer != Integer::Natural(0));
        let lengths: HashSet<usize> = lengths.map(|(code, _)| code.len()).collect();
        let names = codes.iter().filter(|code| Pattern::of(code) == Pattern::Name);
        Self {
            patterns: codes.iter().map(|code| Pattern::of(code)).collect(),
            longest: lengths.iter().copied().max().unwrap_or_default(),
            lengths,
            of_one_letter: codes.iter().filter_map(|code| of_one_letter(code)).collect(),
            names: names.map(|name| letters(name)).collect(),
            has_statuses: codes.iter().any(|code| is_status(code)),
            years: Years::beside(codes.iter().copied()),
        }
    }

    /// Whether most codes of a list are like these.
    fn are_like(&self, codes: &[&str]) -> bool {
        let like = codes.iter().filter(|code| self.is_like(code)).count();
        let are_statuses = !self.has_statuses && codes.iter().all(|code| is_status(code));
        let are_years = codes.iter().all(|code| self.years.may_have(code));
        like * 2 > codes.len() && !are_statuses && !are_years
    }

    /// Whether a code in a text is like these.
    fn may_have(&self, code: &str) -> bool {
        let is_other = !self.has_statuses && is_status(code) || self.years.may_have(code);
        let is_long = code.len() > self.longest;
        !is_other && self.is_like(code) && !(Pattern::of(code) == Pattern::Integer && is_long)
    }

    fn is_like(&self, code: &str) -> bool {
        let pattern = Pattern::of(code);
        let length = first(code).len();
        let is_long = self.lengths.contains(&length) || length > self.longest;
        if pattern == Pattern::Name {
            return self.names.contains(&letters(code));
        }
        let is_lettered =
            of_one_letter(code).is_some_and(|length| self.of_one_letter.contains(&length));
        is_lettered || self.patterns.contains(&pattern) && (pattern != Pattern::Integer || is_long)
    }
}
