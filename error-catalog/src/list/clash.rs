//! Codes and ranges that two catalogs have.

use std::collections::HashMap;
use std::fmt;
use std::path::PathBuf;

use jmessage_codes::Kind;

use super::listed_catalog::{CodeGroup, ListedCatalog};
use crate::integer::Integer;
use crate::table::Row;
use crate::visible;

/// A code, or a part of a range, that two catalogs have.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Clash {
    /// The code, or the numbers as `FIRST..=LAST`.
    pub code: String,
    /// The catalog that comes later.
    pub at: ClashPlace,
    /// The one before it.
    pub other: ClashPlace,
}

/// A catalog, or a variant of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClashPlace {
    /// The file.
    pub path: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
    /// The name of the enum.
    pub catalog: String,
    /// The name of the variant; `None` if this is about the range of the catalog.
    pub variant: Option<String>,
}

impl ClashPlace {
    fn of(catalog: &ListedCatalog, row: Option<&Row>) -> Self {
        Self {
            path: catalog.path.clone(),
            line: row.and_then(Row::line).unwrap_or(catalog.source.line()),
            catalog: catalog.source.name().to_owned(),
            variant: row.map(|row| row.name().to_owned()),
        }
    }

    fn called(&self) -> String {
        match &self.variant {
            Some(variant) => format!("`{}::{variant}`", self.catalog),
            None => format!("the range of `{}`", self.catalog),
        }
    }
}

/// `FILE:LINE`.
impl fmt::Display for ClashPlace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&visible::line(&format!("{}:{}", self.path.display(), self.line)))
    }
}

impl fmt::Display for Clash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, at, other } = self;
        let (code, has) = (visible::line(code), at.called());
        write!(formatter, "{at}: {code} clashes: {has} has it, and {} in {other}", other.called())
    }
}

/// The clashes of codes, then those of ranges.
pub(super) fn find(catalogs: &[ListedCatalog]) -> Vec<Clash> {
    let mut clashes = of_codes(catalogs);
    clashes.extend(of_ranges(catalogs));
    clashes
}

fn of_codes(catalogs: &[ListedCatalog]) -> Vec<Clash> {
    let mut clashes = Vec::new();
    let mut firsts: HashMap<_, (&ListedCatalog, &Row)> = HashMap::new();
    for catalog in catalogs {
        for (key, row) in catalog.keys() {
            let (first, other) =
                *firsts.entry((&catalog.group, key.clone())).or_insert((catalog, row));
            let is_success = [row, other].iter().all(|row| row.kind() == Some(Kind::Ok));
            if !is_same(catalog, first) && !is_success {
                let code = row.codes().find(|code| catalog.key(code) == key);
                clashes.push(Clash {
                    code: code.unwrap_or_default().to_owned(),
                    at: ClashPlace::of(catalog, Some(row)),
                    other: ClashPlace::of(first, Some(other)),
                });
            }
        }
    }
    clashes
}

/// Compares ranges in the order of their beginnings, each with the earlier one that reaches
/// farthest.
fn of_ranges(catalogs: &[ListedCatalog]) -> Vec<Clash> {
    let range = |catalog| Some((ListedCatalog::range(catalog)?, catalog));
    let mut ranges: Vec<((Integer, Integer), &ListedCatalog)> =
        catalogs.iter().filter_map(range).collect();
    ranges.sort_by_key(|((first, _), _)| *first);
    let mut farthest: HashMap<&CodeGroup, (Integer, &ListedCatalog)> = HashMap::new();
    let mut clashes = Vec::new();
    for ((first, last), catalog) in ranges {
        let (end, other) = *farthest.entry(&catalog.group).or_insert((last, catalog));
        if !is_same(catalog, other) && first <= end {
            let text = |number| catalog.code_text(number);
            let code = format!("{}..={}", text(first), text(last.min(end)));
            let (at, other) = (ClashPlace::of(catalog, None), ClashPlace::of(other, None));
            clashes.push(Clash { code, at, other });
        }
        if last > end {
            farthest.insert(&catalog.group, (last, catalog));
        }
    }
    clashes
}

/// Whether both are the same enum, of which conditions may compile only one form.
fn is_same(one: &ListedCatalog, two: &ListedCatalog) -> bool {
    one.path == two.path && one.source.path() == two.source.path()
}
