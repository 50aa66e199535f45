//! Which facts of two tables are compared, and where those of two rows differ.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use jmessage_codes::Kind;

use super::difference::{CONDITION, Change, Difference, TYPE_OF_COLUMN};
use crate::source::columns::common_columns;
use crate::table::{Declaration, Field, Origin, Row, Table};

/// The facts that a newer table and an older one both have.
pub(super) struct Facts<'a> {
    pub(super) new: &'a Table,
    pub(super) old: &'a Table,
    /// For each column of the older table, where the newer one has it.
    columns: Vec<Option<usize>>,
    /// The columns of the older table whose texts tell its rows apart (a language does, a
    /// severity does not), each with its place in the newer one.
    telling: Vec<(usize, usize)>,
    has_descriptions: bool,
    has_names: bool,
}

/// The description, if there is one that is not just the message.
pub(crate) fn own_description(row: &Row) -> Option<&str> {
    let description = row.description.trim();
    Some(description).filter(|text| !text.is_empty() && *text != row.message.trim())
}

impl<'a> Facts<'a> {
    pub(super) fn new(new: &'a Table, old: &'a Table) -> Self {
        let is_named = |table: &Table| table.rows.iter().any(|row| !row.name.is_empty());
        let (is_new_enum, is_old_enum) = (new.origin.has_all(), old.origin.has_all());
        let columns = common_columns(new, old);
        let telling = columns.iter().enumerate().filter_map(|(index, place)| {
            let is_telling = old.column_type(index).is_text() && tells_apart(old, index);
            Some((index, (*place).filter(|_| is_telling)?))
        });
        Self {
            new,
            old,
            telling: telling.collect(),
            columns,
            has_descriptions: is_new_enum && is_old_enum
                || new.has(Field::Description) && (is_old_enum || old.has(Field::Description)),
            has_names: is_new_enum == is_old_enum && is_named(new) && is_named(old),
        }
    }

    /// Where the newer table has a column of the older one.
    pub(super) fn column(&self, old: usize) -> Option<usize> {
        self.columns.get(old).copied().flatten()
    }

    /// Where the declarations of two enums differ, besides their rows and the names of their
    /// columns.
    pub(super) fn declared(&self) -> Vec<Difference> {
        let (Some(old), Some(new)) = (&self.old.declaration, &self.new.declaration) else {
            return Vec::new();
        };
        let (olds, news) = (declared(old), declared(new));
        let keys: BTreeSet<&str> = olds.keys().chain(news.keys()).copied().collect();
        let changes = keys.into_iter().filter_map(|key| {
            let text = |facts: &BTreeMap<&str, &str>| facts.get(key).map(|text| (*text).to_owned());
            let (old, new) = (text(&olds), text(&news));
            // A column that is new or gone is another difference.
            let is_column = key.starts_with(TYPE_OF_COLUMN) && (old.is_none() || new.is_none());
            let change =
                Change::Declared { key: key.to_owned(), old: old.clone(), new: new.clone() };
            (old != new && !is_column).then_some(change)
        });
        let others = old.other.as_ref().zip(new.other.as_ref());
        let reworded = others.map(|(old, new)| self.reworded(old, new)).unwrap_or_default();
        let reworded = reworded.into_iter().filter(|change| !change.is_of("name"));
        let rows = reworded.map(|change| Difference {
            old: old.other.clone(),
            new: new.other.clone(),
            ..Difference::of_table(change)
        });
        changes.map(Difference::of_table).chain(rows).collect()
    }

    /// The columns that only one of the tables has, but that the other should have.
    pub(super) fn columns(&self) -> Vec<Difference> {
        let origins = (self.new.origin, self.old.origin);
        let mut changes = Vec::new();
        let are_enums = origins.0.has_all() && origins.1.has_all();
        if are_enums || matches!(origins, (Origin::Document, Origin::Document)) {
            let gone = self.old.columns.iter().zip(&self.columns);
            let gone = gone.filter(|(_, place)| place.is_none()).map(|(name, _)| name.clone());
            changes.extend(gone.map(|column| Change::ColumnRemoved { column }));
            let has = |table: &Table| table.has(Field::Description);
            if origins.0 == Origin::Document && has(self.old) && !has(self.new) {
                changes.push(Change::ColumnRemoved { column: "description".to_owned() });
            }
        }
        if are_enums || origins.0 == origins.1 || origins.0 == Origin::Import {
            let common: Vec<usize> = self.columns.iter().copied().flatten().collect();
            let new = self.new.columns.iter().enumerate();
            let new = new.filter(|(place, _)| !common.contains(place));
            changes.extend(new.map(|(_, name)| Change::ColumnAdded { column: name.clone() }));
        }
        changes.into_iter().map(Difference::of_table).collect()
    }

    /// The texts of a row that are different, including the kind.
    pub(super) fn reworded(&self, old: &Row, new: &Row) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut add = |column: &str, old: &str, new: &str, is_expression| {
            let (column, old, new) = (column.to_owned(), old.to_owned(), new.to_owned());
            changes.push(Change::Reworded { column, old, new, is_expression });
        };
        let mut reworded = |column: &str, old: &str, new: &str| add(column, old, new, false);
        if self.has_names && old.name != new.name {
            reworded("name", &old.name, &new.name);
        }
        if old.message.trim() != new.message.trim() {
            reworded("message", &old.message, &new.message);
        }
        if self.has_descriptions
            && own_description(old) != own_description(new)
            // A description that is or was the message does not count as one.
            && old.description.trim() != new.description.trim()
        {
            reworded("description", &old.description, &new.description);
        }
        if let (Some(old), Some(new)) = (kind(old), kind(new))
            && old != new
        {
            reworded("kind", &old, &new);
        }
        if let Some((old, new)) = self.retryable(old, new) {
            reworded("retryable", &old.to_string(), &new.to_string());
        }
        let are_sources = self.old.declaration.is_some() && self.new.declaration.is_some();
        if are_sources && old.condition != new.condition {
            reworded(CONDITION, &old.condition, &new.condition);
        }
        for (index, name) in self.old.columns.iter().enumerate() {
            let Some(place) = self.column(index) else { continue };
            if !self.is_same(old, index, new, place) {
                let is_expression = old.expressions.contains(&index);
                add(name, old.value(index), new.value(place), is_expression);
            }
        }
        changes
    }

    /// Whether the request may succeed later, for an older row and a newer one, if that differs.
    fn retryable(&self, old: &Row, new: &Row) -> Option<(bool, bool)> {
        let (old, new) = if self.has_names {
            // If no row says it, the kinds decide.
            old.retryable.or(new.retryable)?;
            (old.is_retryable()?, new.is_retryable()?)
        } else {
            // A document says it if an option names the column.
            let is_known = self.old.has(Field::Retryable) && self.new.has(Field::Retryable);
            let by_kind = new.kind.or(old.kind).filter(|_| is_known)?.is_retryable();
            (old.retryable.unwrap_or(by_kind), new.retryable.unwrap_or(by_kind))
        };
        (old != new).then_some((old, new))
    }

    /// Whether two rows have the same value in a column.
    fn is_same(&self, old: &Row, index: usize, new: &Row, place: usize) -> bool {
        let (value, cell) = (old.value(index), new.value(place));
        match (old.expressions.contains(&index), new.expressions.contains(&place)) {
            // Only the text of an expression is known.
            (true, true) => value == cell,
            (true, false) => false,
            (false, true) if self.old.declaration.is_some() => false,
            (false, _) => self.old.column_type(index).has_value(value, cell),
        }
    }

    /// The facts besides their codes in which two rows of the newer table differ.
    pub(super) fn apart(&self, one: &Row, two: &Row) -> Vec<String> {
        let facts = [
            ("name", self.has_names && one.name != two.name),
            ("message", one.message.trim() != two.message.trim()),
            ("description", self.has_descriptions && own_description(one) != own_description(two)),
            ("kind", kind(one) != kind(two)),
            ("retryable", one.is_retryable() != two.is_retryable()),
            ("retired", one.is_retired != two.is_retired),
        ];
        let facts = facts.into_iter().filter(|(_, differ)| *differ).map(|(name, _)| name);
        let columns = self.old.columns.iter().zip(&self.columns).enumerate();
        let columns = columns.filter_map(|(index, (name, place))| {
            let place = (*place)?;
            let column_type = self.old.column_type(index);
            (!column_type.has_value(one.value(place), two.value(place))).then_some(name.as_str())
        });
        facts.chain(columns).map(str::to_owned).collect()
    }

    /// The row with each message and description, if both tables have them; `None` if several
    /// rows have them.
    pub(super) fn by_texts(&self, rows: &'a [Row]) -> HashMap<(&'a str, &'a str), Option<usize>> {
        let mut by_texts = HashMap::new();
        for (place, row) in rows.iter().enumerate() {
            let description = own_description(row).filter(|_| self.has_descriptions);
            let texts = (row.message.trim(), description.unwrap_or_default());
            if texts != ("", "") {
                let is_first = !by_texts.contains_key(&texts);
                by_texts.insert(texts, is_first.then_some(place));
            }
        }
        by_texts
    }

    /// The texts of a row of the older table, and those of a row of the newer one in the same
    /// order: message, description and the columns that tell rows apart.
    pub(super) fn texts<'r>(
        &self,
        row: &'r Row,
        is_new: bool,
    ) -> impl Iterator<Item = &'r str> + use<'r, '_> {
        let description = own_description(row).filter(|_| self.has_descriptions);
        let columns = self
            .telling
            .iter()
            .map(move |(index, place)| row.value(if is_new { *place } else { *index }).trim());
        [row.message.trim(), description.unwrap_or_default()].into_iter().chain(columns)
    }
}

/// The declarations of an enum, each by its key.
fn declared(declaration: &Declaration) -> BTreeMap<&str, &str> {
    let facts = declaration.facts.iter().map(|(key, text)| (key.as_str(), text.as_str()));
    let non_exhaustive = ("non_exhaustive", "#[non_exhaustive]");
    let non_exhaustive = declaration.is_non_exhaustive.then_some(non_exhaustive);
    let other = declaration.other.as_ref().map(|row| ("other", row.name.as_str()));
    facts.chain(non_exhaustive).chain(other).collect()
}

/// Whether nine of ten texts of a column occur only once.
fn tells_apart(table: &Table, column: usize) -> bool {
    let texts = table.rows.iter().map(|row| row.value(column)).filter(|text| !text.is_empty());
    let (mut count, mut different) = (0, HashSet::new());
    for text in texts {
        count += 1;
        different.insert(text);
    }
    different.len() * 10 >= count * 9
}

/// The kind as text, or the text in its place.
fn kind(row: &Row) -> Option<String> {
    row.unknown_kind.clone().or_else(|| row.kind.map(|kind: Kind| format!("{kind:?}")))
}
