//! Which rows of two tables belong together.

use std::collections::{HashMap, HashSet};

use crate::code_type::{CodeKey, CodeType};
use crate::table::{Row, Table};

/// The rows of two tables, by their codes and, for two enums, by their variants.
pub(super) struct Pairs<'a> {
    new: &'a Table,
    old: &'a Table,
    pub(super) code_type: CodeType,
    /// The rows of the older table by their codes. Several have the same if conditions
    /// compile only one of them.
    by_code: HashMap<CodeKey, Vec<usize>>,
    /// For each row of the newer table the row of the older one with its variant. Several have
    /// one name if conditions compile only one of them; then they are the same in order.
    named: Vec<Option<[usize; 1]>>,
    /// The rows of the older table whose variants have only other codes now.
    renumbered: HashSet<usize>,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(new: &'a Table, old: &'a Table) -> Self {
        let mut pairs = Self {
            new,
            old,
            code_type: common_type(new, old),
            by_code: HashMap::new(),
            named: Vec::new(),
            renumbered: HashSet::new(),
        };
        for (place, row) in old.rows.iter().enumerate() {
            for code in row.codes() {
                pairs.by_code.entry(pairs.key(code)).or_default().push(place);
            }
        }
        if pairs.has_enums() {
            pairs.named = named(new, old);
            pairs.renumbered = pairs.renumbered().map(|(_, old)| old).collect();
        }
        pairs
    }

    /// Whether both tables are of enums, whose variants have lasting names.
    pub(super) fn has_enums(&self) -> bool {
        [self.new, self.old].iter().all(|table| table.origin.has_all())
    }

    pub(super) fn key(&self, code: &str) -> CodeKey {
        CodeKey::new(code, Some(self.code_type))
    }

    /// The row's codes, each once whatever its base.
    pub(super) fn codes<'r>(&self, row: &'r Row) -> impl Iterator<Item = &'r str> {
        let mut seen = HashSet::new();
        row.codes().filter(move |code| seen.insert(self.key(code)))
    }

    /// Every code of the newer table.
    pub(super) fn listed(&self) -> HashSet<CodeKey> {
        self.new.rows.iter().flat_map(Row::codes).map(|code| self.key(code)).collect()
    }

    /// The rows of the older table with a code.
    pub(super) fn with_code(&self, code: &str) -> Option<&[usize]> {
        self.by_code.get(&self.key(code)).map(Vec::as_slice)
    }

    /// For a row of the newer table, the rows of the older one with the first of its codes that
    /// any of them has; for two enums, the row with its variant.
    pub(super) fn olds(&self, new: usize) -> &[usize] {
        if let Some(Some(named)) = self.named.get(new) {
            return named;
        }
        let mut codes = self.new.rows.get(new).into_iter().flat_map(Row::codes);
        codes.find_map(|code| self.with_code(code)).unwrap_or_default()
    }

    /// The rows of the newer table whose variants have none of the codes that they had, each
    /// with the row of the older one.
    pub(super) fn renumbered(&self) -> impl Iterator<Item = (usize, usize)> {
        let rows = self.new.rows.iter().zip(&self.named).enumerate();
        rows.filter_map(|(place, (row, named))| {
            let [old] = (*named)?;
            let has_old = |code| self.with_code(code).is_some_and(|olds| olds.contains(&old));
            (!row.codes().any(has_old)).then_some((place, old))
        })
    }

    /// Whether the variant of a row of the older table has only other codes now.
    pub(super) fn is_renumbered(&self, old: usize) -> bool {
        self.renumbered.contains(&old)
    }

    /// For each row of the older table the row of the newer one that has its texts: the
    /// one with its first code, or else the first with any of its codes.
    pub(super) fn described(&self) -> Vec<Option<usize>> {
        let mut described = vec![None; self.old.rows.len()];
        for (place, row) in self.new.rows.iter().enumerate() {
            for old in self.olds(place) {
                let (Some(old_row), Some(main)) =
                    (self.old.rows.get(*old), described.get_mut(*old))
                else {
                    continue;
                };
                let has_first = row.codes().any(|code| self.key(code) == self.key(&old_row.code));
                if has_first || main.is_none() {
                    *main = Some(place);
                }
            }
        }
        described
    }
}

fn named(new: &Table, old: &Table) -> Vec<Option<[usize; 1]>> {
    let (news, olds) = (by_name(&new.rows), by_name(&old.rows));
    let mut named = vec![None; new.rows.len()];
    for (name, places) in news {
        let Some(olds) = olds.get(name).filter(|olds| olds.len() == places.len()) else { continue };
        for (new, old) in places.into_iter().zip(olds) {
            if let Some(named) = named.get_mut(new) {
                *named = Some([*old]);
            }
        }
    }
    named
}

fn by_name(rows: &[Row]) -> HashMap<&str, Vec<usize>> {
    let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, row) in rows.iter().enumerate() {
        by_name.entry(&row.name).or_default().push(place);
    }
    by_name
}

/// The type by which codes of two tables are compared: that of the enum, if one is of an enum;
/// of two others, strings if the codes of one are.
fn common_type(new: &Table, old: &Table) -> CodeType {
    match (new.origin.has_all(), old.origin.has_all()) {
        (false, true) => old.code_type,
        (true, false) => new.code_type,
        _ if old.code_type.is_integer() => new.code_type,
        _ => old.code_type,
    }
}
