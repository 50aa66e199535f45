//! Where two tables differ.

mod class;
mod difference;
mod facts;
mod meaning;
mod pairs;

use std::collections::{HashMap, HashSet};

pub use self::class::{Class, UnknownClass};
pub(crate) use self::difference::what_is_declared;
pub use self::difference::{Change, Difference};
use self::facts::Facts;
pub(crate) use self::facts::own_description;
use self::meaning::Meanings;
use self::pairs::Pairs;
use crate::integer;
use crate::source::identifier::raw_identifier;
use crate::source::name::Names;
use crate::source::write_variant::Variant;
use crate::table::{Origin, Row, Table};
use crate::visible;

impl Table {
    /// Compares this table, such as that of a document, with an older one: of a catalog as
    /// [`Table::of`] returns it, of a source file, or of a document. First come the rows of this
    /// table in order, then the rows that only the older one has.
    ///
    /// Ignores the order of rows, the order of a row's codes, and blanks at the ends of a text,
    /// which most formats cannot express. Compares descriptions if the document has any, and the
    /// columns that both have under the same name. A retired variant that the document does not
    /// list is not a difference.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    /// use jmessage_codes::ErrorCatalog;
    ///
    /// #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
    /// enum Door {
    ///     #[code(7, "door jammed")]
    ///     Jammed,
    ///     #[code(9, "no door")]
    ///     Missing,
    /// }
    ///
    /// let document = "code,message\n7,door jammed\n8,door open\n";
    /// let table = Table::read(document, Format::Csv)?.into_clean()?;
    /// let differences = table.compare_to(&Table::of::<Door>());
    /// assert_eq!(
    ///     differences.iter().map(ToString::to_string).collect::<Vec<_>>(),
    ///     [
    ///         r#"line 3: 8 is new; add #[code(8, "door open")] DoorOpen,"#,
    ///         "9 `Missing` is no longer listed",
    ///     ],
    /// );
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    ///
    /// If both tables are of catalogs, compares every fact, including names, kinds, descriptions
    /// and columns; for two source files, also what the enums declare. A variant that is in both
    /// is the same row, whatever its code. For two documents, compares names and descriptions if
    /// both have any, and reports the columns that only one of them has.
    #[must_use]
    pub fn compare_to(&self, older: &Table) -> Vec<Difference> {
        Comparison::new(self, older).differences()
    }
}

/// A newer table and an older one, such as a document and a catalog.
struct Comparison<'a> {
    new: &'a Table,
    old: &'a Table,
    facts: Facts<'a>,
    meanings: Meanings,
    pairs: Pairs<'a>,
}

impl<'a> Comparison<'a> {
    fn new(new: &'a Table, old: &'a Table) -> Self {
        let facts = Facts::new(new, old);
        let pairs = Pairs::new(new, old);
        let rows = new.rows.iter().enumerate();
        let now = rows.flat_map(|(new, row)| pairs.olds(new).iter().map(move |old| (*old, row)));
        let now: Vec<(usize, &Row)> = now.collect();
        let mut meanings = Meanings::new(&facts);
        meanings.set_now(&facts, &now);
        Self { new, old, facts, meanings, pairs }
    }

    fn differences(&self) -> Vec<Difference> {
        let described = self.pairs.described();
        let renumbered = self.renumbered();
        let mut names = self.offers_lines().then(|| {
            // A new variant gets a name that no other has.
            Names::new(self.old.rows.iter().map(|row| row.name.clone()))
        });
        let mut found = self.facts.declared();
        found.extend(self.facts.columns());
        for (place, row) in self.new.rows.iter().enumerate() {
            let olds = self.pairs.olds(place);
            if let Some(old) = renumbered.get(&place) {
                found.extend(self.differences_of_renumbered(place, row, *old, &described));
                continue;
            } else if olds.is_empty() {
                let name = names.as_mut().map(|names| names.name(row));
                let variant = name.map(|name| self.offered_line(row, name));
                found.push(self.difference(Change::Added { variant }, Some(place), None));
            }
            for old in olds {
                found.extend(self.differences_of(place, row, *old, &described));
            }
        }
        let removed = self.removed(&renumbered.into_values().collect(), &self.givers(&found));
        found.extend(removed);
        found
    }

    /// Whether to offer lines of new variants, because the catalog is only known in its compiled
    /// form.
    fn offers_lines(&self) -> bool {
        matches!(self.new.origin, Origin::Document | Origin::Written)
            && self.old.origin == Origin::Enum
    }

    /// The differences of a row from one with its codes.
    fn differences_of<'s>(
        &'s self,
        place: usize,
        row: &'s Row,
        old: usize,
        described: &[Option<usize>],
    ) -> impl Iterator<Item = Difference> + 's {
        let changes = match described.get(old).copied().flatten() {
            Some(main) if main != place => self.split(row, main, &row.code),
            _ => self.changes(row, old),
        };
        let changes = changes.into_iter().map(|change| (change, None));
        changes.chain(self.codes_of(row, self.pairs.codes(row), old, described)).map(
            move |(change, other)| {
                let is_split = matches!(change, Change::CodeSplit { .. });
                let old = other.filter(|_| is_split).unwrap_or(old);
                Difference { other_place: other, ..self.difference(change, Some(place), Some(old)) }
            },
        )
    }

    /// The rows whose texts or names other rows seem to have now.
    fn givers(&self, found: &[Difference]) -> HashSet<usize> {
        let moved = found.iter().filter(|each| each.change == Change::MeaningChanged);
        let moved = moved.filter_map(|each| each.old_place.zip(each.new.as_ref()));
        moved.flat_map(|(place, new)| self.meanings.givers_to(place, new)).collect()
    }

    fn difference(&self, change: Change, new: Option<usize>, old: Option<usize>) -> Difference {
        let row = |table: &Table, place: Option<usize>| table.rows.get(place?).cloned();
        let mut new_row = row(self.new, new);
        if let (Change::CodeAdded { code, .. } | Change::CodeMoved { code, .. }, Some(row)) =
            (&change, &mut new_row)
        {
            row.line = row.line_of(code);
        }
        Difference {
            change,
            old: row(self.old, old),
            new: new_row,
            old_place: old,
            new_place: new,
            other_place: None,
            is_own: false,
            is_giver: false,
            is_exhaustive: self.is_exhaustive(),
        }
    }

    fn is_exhaustive(&self) -> bool {
        self.old.declaration.as_ref().is_some_and(|declared| !declared.is_non_exhaustive)
    }

    /// The differences in a row.
    fn changes(&self, new: &Row, place: usize) -> Vec<Change> {
        let Some(old) = self.old.rows.get(place) else { return Vec::new() };
        if self.is_used_again(new, place, old)
            || self.meanings.has_changed(&self.facts, place, old, new)
        {
            return vec![Change::MeaningChanged];
        }
        self.changed_facts(old, new)
    }

    /// The differences in a row that still means the same.
    fn changed_facts(&self, old: &Row, new: &Row) -> Vec<Change> {
        let mut changes = Vec::new();
        match (old.is_retired, new.is_retired) {
            (true, false) => changes.push(Change::ListedAgain),
            (false, true) => changes.push(Change::Retired),
            _ => {}
        }
        changes.extend(self.first_code(old, new));
        changes.extend(self.facts.reworded(old, new));
        changes
    }

    /// The first code of a variant, if another of its codes was the first before.
    fn first_code(&self, old: &Row, new: &Row) -> Option<Change> {
        let key = |code: &str| self.pairs.key(code);
        let has_old = new.aliases.iter().any(|alias| key(alias) == key(&old.code));
        (self.pairs.has_enums() && has_old).then(|| Change::Reworded {
            column: "code".to_owned(),
            old: old.code.clone(),
            new: new.code.clone(),
            is_expression: false,
        })
    }

    /// Whether another variant has the code now: the one that had it has another code, or the
    /// code was retired.
    fn is_used_again(&self, new: &Row, place: usize, old: &Row) -> bool {
        let is_retired = old.is_retired && !new.is_retired && self.pairs.has_enums();
        old.name != new.name && (is_retired || self.pairs.is_renumbered(place))
    }

    /// The differences of a row that is not the first with codes of one row of the older table.
    fn split(&self, row: &Row, main: usize, code: &str) -> Vec<Change> {
        let Some(main) = self.new.rows.get(main) else { return Vec::new() };
        let columns = self.facts.apart(main, row);
        if columns.is_empty() {
            return Vec::new();
        }
        vec![Change::CodeSplit { code: code.to_owned(), columns }]
    }

    /// The codes of a row that its row of the older table does not have, each with the other row
    /// that has it.
    fn codes_of<'r>(
        &self,
        row: &'r Row,
        codes: impl Iterator<Item = &'r str>,
        old: usize,
        described: &[Option<usize>],
    ) -> Vec<(Change, Option<usize>)> {
        let mut changes = Vec::new();
        for code in codes {
            match self.pairs.with_code(code) {
                Some(olds) if olds.contains(&old) => {}
                Some(others) => {
                    let others = others.iter().filter_map(|other| {
                        Some((self.moved(row, code, *other, described)?, Some(*other)))
                    });
                    changes.extend(others.take(1));
                }
                None => {
                    let (code, literal) = (code.to_owned(), self.literal(code));
                    changes.push((Change::CodeAdded { code, literal }, None));
                }
            }
        }
        changes
    }

    /// The change of a code of another row, which may stay there if both have the same facts.
    fn moved(
        &self,
        row: &Row,
        code: &str,
        other: usize,
        described: &[Option<usize>],
    ) -> Option<Change> {
        let old = self.old.rows.get(other)?;
        let main = described.get(other).copied().flatten();
        if !self.has_facts_of(old, row) {
            let is_kept = main.is_some_and(|main| self.split(row, main, code).is_empty());
            let change = Change::CodeMoved { code: code.to_owned(), from: old.name.clone() };
            return (!is_kept).then_some(change);
        }
        // The code is unchanged, but the other codes of its row are not.
        self.split(row, main?, code).pop()
    }

    fn has_facts_of(&self, old: &Row, new: &Row) -> bool {
        old.is_retired == new.is_retired && self.facts.reworded(old, new).is_empty()
    }

    /// The rows of the newer table that had another code, each with the place of that older row:
    /// the one with the same variant, or else one that is gone and whose texts they have.
    fn renumbered(&self) -> HashMap<usize, usize> {
        let listed = self.pairs.listed();
        let is_gone = |row: &Row| {
            !row.is_retired && row.codes().all(|code| !listed.contains(&self.pairs.key(code)))
        };
        let gone = self.facts.by_texts(&self.old.rows);
        let added = self.facts.by_texts(&self.new.rows);
        let pairs =
            added.into_iter().filter_map(|(texts, new)| Some((new?, (*gone.get(&texts)?)?)));
        let is_meant = |(new, old): &(usize, usize)| {
            self.pairs.olds(*new).is_empty()
                && !self.pairs.is_renumbered(*old)
                && self.old.rows.get(*old).is_some_and(is_gone)
        };
        pairs.filter(is_meant).chain(self.pairs.renumbered()).collect()
    }

    /// The differences of a row that had another code.
    fn differences_of_renumbered(
        &self,
        place: usize,
        row: &Row,
        old: usize,
        described: &[Option<usize>],
    ) -> Vec<Difference> {
        let others = self.pairs.with_code(&row.code).and_then(|others| others.first());
        let from = others.and_then(|other| self.old.rows.get(*other)).map(|row| row.name.clone());
        let mut changes = vec![Change::Renumbered { code: row.code.clone(), from }];
        if self.pairs.is_renumbered(old) {
            let aliases = self.pairs.codes(row).skip(1);
            let aliases = self.codes_of(row, aliases, old, described).into_iter();
            changes.extend(aliases.map(|(change, _)| change));
        }
        let facts = self.old.rows.get(old).map(|old| self.changed_facts(old, row));
        // The line has both names.
        changes.extend(facts.into_iter().flatten().filter(|change| !change.is_of("name")));
        changes.into_iter().map(|each| self.difference(each, Some(place), Some(old))).collect()
    }

    /// The rows and codes that only the older table has.
    fn removed(&self, renumbered: &HashSet<usize>, givers: &HashSet<usize>) -> Vec<Difference> {
        let listed = self.pairs.listed();
        let mut removed = Vec::new();
        for (place, row) in self.old.rows.iter().enumerate() {
            let codes = row.codes().filter(|code| !listed.contains(&self.pairs.key(code)));
            let codes: Vec<&str> = codes.collect();
            let is_renumbered = self.pairs.is_renumbered(place);
            if is_renumbered || codes.len() < row.aliases.len() + 1 {
                // A variant with another first code already has a line.
                let codes = codes.into_iter().filter(|code| !is_renumbered || *code != row.code);
                let changes = codes.map(|code| Change::CodeRemoved { code: code.to_owned() });
                removed.extend(changes.map(|change| self.difference(change, None, Some(place))));
            } else if !renumbered.contains(&place) && (!row.is_retired || self.new.origin.has_all())
            {
                removed.push(Difference {
                    is_giver: givers.contains(&place),
                    ..self.difference(Change::Removed, None, Some(place))
                });
            }
        }
        removed
    }

    /// The source line that lists a row.
    fn offered_line(&self, row: &Row, name: String) -> String {
        let value = |(index, name): (usize, &String)| {
            let value = match self.facts.column(index) {
                Some(place) => row.value(place),
                // The value may be required. Only for a text is one known to compile.
                None if self.holds_text(index) => "",
                None => return None,
            };
            let expression = self.old.column_type(index).expression(value)?;
            Some((raw_identifier(name).into_owned(), expression))
        };
        let codes = self.pairs.codes(row).map(|code| self.literal(code));
        let variant = Variant {
            values: self.old.columns.iter().enumerate().filter_map(value).collect(),
            ..Variant::new(self.new, row, name, codes)
        };
        variant.to_string()
    }

    fn literal(&self, code: &str) -> String {
        let number = integer::literal(code).filter(|_| self.pairs.code_type.is_integer());
        number.unwrap_or_else(|| visible::literal(code))
    }

    /// Whether a column of the older table has the type `&str`, as far as its values
    /// show. A compiled catalog gives a text without its quotes and the tokens of any
    /// other value, and it does not give the type.
    fn holds_text(&self, column: usize) -> bool {
        let is_other = |value: &str| {
            matches!(value, "true" | "false")
                || value.contains("::")
                || value.parse::<f64>().is_ok()
        };
        !self.old.rows.iter().all(|row| is_other(row.value(column)))
    }
}

/// For each row of the older table, the facts in which the newer one differs, whatever the row
/// means.
pub(crate) fn reworded(new: &Table, old: &Table) -> Vec<Vec<Difference>> {
    let comparison = Comparison::new(new, old);
    let rows = old.rows.iter().zip(comparison.pairs.described()).enumerate();
    let differences = rows.map(|(place, (row, main))| {
        let now = main.and_then(|main| new.rows.get(main));
        let changes = now.map_or_else(Vec::new, |now| comparison.facts.reworded(row, now));
        changes.into_iter().map(|change| comparison.difference(change, main, Some(place))).collect()
    });
    differences.collect()
}

/// For each row of the newer table the row of the older one with its codes.
pub(crate) fn matching(new: &Table, old: &Table) -> Vec<Option<usize>> {
    let pairs = Pairs::new(new, old);
    (0..new.rows.len()).map(|row| pairs.olds(row).last().copied()).collect()
}
