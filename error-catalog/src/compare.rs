//! Where two tables differ.

mod difference;
mod meaning;

use std::collections::{HashMap, HashSet};

use jmessage_codes::ErrorCatalog;

pub use self::difference::{Change, Difference};
use self::meaning::Meanings;
use crate::code_type::CodeType;
use crate::integer::{self, Integer};
use crate::source::identifier::{column_method, raw_identifier};
use crate::source::name::Names;
use crate::source::variant::Variant;
use crate::table::{Field, Row, Table};
use crate::visible;

impl Table {
    /// Compares the table of a document with a catalog: first the rows of the
    /// document in order, then the rows that only the enum has.
    ///
    /// Ignores the order of rows, the order of a row's codes, and blanks at the
    /// ends of a text, which most formats cannot express. Compares descriptions if
    /// the document has any, and the columns that both have under one name. A retired
    /// variant that the document does not list is no difference.
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
    /// let differences = table.compare::<Door>();
    /// assert_eq!(
    ///     differences.iter().map(ToString::to_string).collect::<Vec<_>>(),
    ///     [
    ///         r#"line 3: 8 is new; add #[code(8, "door open")] DoorOpen,"#,
    ///         "9 `Missing` is no longer listed",
    ///     ],
    /// );
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn compare<C: ErrorCatalog>(&self) -> Vec<Difference> {
        self.compare_to(&Self::of::<C>())
    }

    /// As [`compare`](Self::compare), for an older table of any origin: of a catalog as
    /// [`Table::of`] returns it, of a source file, or of a document.
    ///
    /// Compares names and kinds too if both tables are of catalogs, and names if both are
    /// of documents.
    #[must_use]
    pub fn compare_to(&self, older: &Table) -> Vec<Difference> {
        Comparison::new(self, older).differences()
    }

    /// The test that a catalog is what the vendor's document says.
    ///
    /// # Panics
    ///
    /// If they differ, with one line for each difference.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    /// use jmessage_codes::WebCode;
    ///
    /// # let document = Table::of::<WebCode>().to_markdown();
    /// Table::read(&document, Format::Markdown).unwrap().table.assert_matches::<WebCode>();
    /// ```
    #[track_caller]
    pub fn assert_matches<C: ErrorCatalog>(&self) {
        let differences = self.compare::<C>();
        let lines: Vec<String> = differences.iter().map(Difference::to_string).collect();
        assert!(
            lines.is_empty(),
            "`{}` is not what the document says:\n  {}",
            C::NAME,
            lines.join("\n  ")
        );
    }
}

/// The description, if it is there and not the message again.
pub(crate) fn own_description(row: &Row) -> Option<&str> {
    let description = row.description.trim();
    Some(description).filter(|text| !text.is_empty() && *text != row.message.trim())
}

/// A code as it is compared: the same number in any base, or the same text.
#[derive(PartialEq, Eq, Hash)]
enum Code<'a> {
    Number(Integer),
    Text(&'a str),
}

/// A newer table and an older one, such as a document and a catalog.
struct Comparison<'a> {
    new: &'a Table,
    old: &'a Table,
    has_text_codes: bool,
    /// The type of the codes, if it is known.
    code_type: Option<CodeType>,
    /// For each column of the older table, where the newer one has the same.
    columns: Vec<Option<usize>>,
    compares_descriptions: bool,
    compares_names: bool,
    meanings: Meanings<'a>,
    /// The rows of the older table by their codes. Several have the same if conditions
    /// compile only one of them.
    by_code: HashMap<Code<'a>, Vec<usize>>,
}

impl<'a> Comparison<'a> {
    fn new(new: &'a Table, old: &'a Table) -> Self {
        let is_named = |table: &Table| table.rows.iter().any(|row| !row.name.is_empty());
        let mut comparison = Self {
            new,
            old,
            has_text_codes: new.has_text_codes || old.has_text_codes,
            code_type: old.code_type.or(new.code_type),
            columns: common_columns(new, old),
            compares_descriptions: new.has(Field::Description)
                && (old.has(Field::Description) || is_catalog(old)),
            compares_names: is_catalog(new) == is_catalog(old) && is_named(new) && is_named(old),
            meanings: Meanings::default(),
            by_code: HashMap::new(),
        };
        for (place, row) in old.rows.iter().enumerate() {
            for code in row.codes() {
                let code = comparison.code(code);
                comparison.by_code.entry(code).or_default().push(place);
            }
        }
        let now = new.rows.iter();
        let now = now.flat_map(|row| comparison.olds(row).iter().map(move |old| (*old, row)));
        comparison.meanings = Meanings::new(&old.rows, now);
        comparison
    }

    fn differences(&self) -> Vec<Difference> {
        let described = self.described();
        let mut names = Names::new(self.old.rows.iter().map(|row| row.name.clone()));
        let mut found = Vec::new();
        for (place, row) in self.new.rows.iter().enumerate() {
            let olds = self.olds(row);
            if olds.is_empty() {
                let variant = self.offered_line(row, names.name(row));
                found.push(self.difference(Change::Added { variant }, Some(place), None));
            }
            for old in olds {
                let changes = match described.get(*old).copied().flatten() {
                    Some(main) if main != place => self.split(row, main),
                    _ => self.texts(row, *old),
                };
                let changes = changes.into_iter().chain(self.codes_of(row, *old));
                found
                    .extend(changes.map(|change| self.difference(change, Some(place), Some(*old))));
            }
        }
        found.extend(self.removed());
        found
    }

    /// For each row of the older table the row of the newer one that has its texts: the
    /// one with its first code, or else the first with any of its codes.
    fn described(&self) -> Vec<Option<usize>> {
        let mut described = vec![None; self.old.rows.len()];
        for (place, row) in self.new.rows.iter().enumerate() {
            for old in self.olds(row) {
                let (Some(old_row), Some(main)) =
                    (self.old.rows.get(*old), described.get_mut(*old))
                else {
                    continue;
                };
                let has_first = row.codes().any(|code| self.code(code) == self.code(&old_row.code));
                if has_first || main.is_none() {
                    *main = Some(place);
                }
            }
        }
        described
    }

    /// The rows of the older table with the first of a row's codes that any has.
    fn olds<'s>(&'s self, row: &'s Row) -> &'s [usize] {
        let olds = row.codes().find_map(|code| self.by_code.get(&self.code(code)));
        olds.map_or(&[], Vec::as_slice)
    }

    fn difference(&self, change: Change, new: Option<usize>, old: Option<usize>) -> Difference {
        let row = |table: &Table, place: Option<usize>| table.rows.get(place?).cloned();
        Difference {
            change,
            old: row(self.old, old),
            new: row(self.new, new),
            old_place: old,
            new_place: new,
        }
    }

    /// The row's codes, each once whatever its base.
    fn codes<'r>(&self, row: &'r Row) -> impl Iterator<Item = &'r str> {
        let mut seen = HashSet::new();
        row.codes().filter(move |code| seen.insert(self.code(code)))
    }

    fn code<'c>(&self, code: &'c str) -> Code<'c> {
        let number = integer::loose(code).filter(|_| !self.has_text_codes);
        let bits = integer::hexadecimal(code).zip(self.code_type);
        match (number, bits) {
            (None, _) => Code::Text(code),
            (_, Some((bits, code_type))) => Code::Number(code_type.with_bits(bits)),
            (Some(number), None) => Code::Number(number),
        }
    }

    /// What is different in the texts of a row.
    fn texts(&self, new: &Row, place: usize) -> Vec<Change> {
        let Some(old) = self.old.rows.get(place) else { return Vec::new() };
        if self.meanings.has_changed(place, old, new) {
            return vec![Change::MeaningChanged];
        }
        let mut changes = Vec::new();
        match (old.is_retired, new.is_retired) {
            (true, false) => changes.push(Change::ListedAgain),
            (false, true) => changes.push(Change::Retired),
            _ => {}
        }
        let mut reworded = |column: &str, old: &str, new: &str| {
            let (old, new) = (old.to_owned(), new.to_owned());
            changes.push(Change::Reworded { column: column.to_owned(), old, new });
        };
        if self.compares_names && old.name != new.name {
            reworded("name", &old.name, &new.name);
        }
        if old.message.trim() != new.message.trim() {
            reworded("message", &old.message, &new.message);
        }
        if self.compares_descriptions && own_description(old) != own_description(new) {
            reworded("description", &old.description, &new.description);
        }
        if let (Some(old), Some(new)) = (old.kind, new.kind)
            && old != new
            && self.compares_names
        {
            reworded("kind", old.name(), new.name());
        }
        for (index, name) in self.old.columns.iter().enumerate() {
            let Some(place) = self.columns.get(index).copied().flatten() else { continue };
            let (old, new) = (old.value(index), new.value(place));
            if !self.old.column_type(index).has_value(old, new) {
                reworded(name, old, new);
            }
        }
        changes
    }

    /// What a row says that is not the first with codes of one row of the older table.
    fn split(&self, row: &Row, main: usize) -> Vec<Change> {
        let has_texts_of = |main: &Row| {
            main.message.trim() == row.message.trim()
                && own_description(main) == own_description(row)
        };
        if self.new.rows.get(main).is_some_and(has_texts_of) {
            return Vec::new();
        }
        vec![Change::CodeSplit { code: row.code.clone() }]
    }

    /// The codes of a row that its row of the older table does not have.
    fn codes_of(&self, row: &Row, old: usize) -> Vec<Change> {
        let change = |code: &str| match self.by_code.get(&self.code(code)) {
            Some(olds) if olds.contains(&old) => None,
            Some(others) => Some(Change::CodeMoved {
                code: code.to_owned(),
                from: self.old.rows.get(*others.first()?)?.name.clone(),
            }),
            None => Some(Change::CodeAdded { code: code.to_owned(), literal: self.literal(code) }),
        };
        self.codes(row).filter_map(change).collect()
    }

    /// The rows and codes that only the older table has.
    fn removed(&self) -> Vec<Difference> {
        let listed = self.new.rows.iter().flat_map(Row::codes);
        let listed: HashSet<Code> = listed.map(|code| self.code(code)).collect();
        let mut removed = Vec::new();
        for (place, row) in self.old.rows.iter().enumerate() {
            let codes = row.codes().filter(|code| !listed.contains(&self.code(code)));
            let codes: Vec<&str> = codes.collect();
            if codes.len() < row.aliases.len() + 1 {
                let changes =
                    codes.iter().map(|code| Change::CodeRemoved { code: (*code).to_owned() });
                removed.extend(changes.map(|change| self.difference(change, None, Some(place))));
            } else if !row.is_retired || is_catalog(self.new) {
                removed.push(self.difference(Change::Removed, None, Some(place)));
            }
        }
        removed
    }

    /// The line of source that lists a row.
    fn offered_line(&self, row: &Row, name: String) -> String {
        let value = |(index, name): (usize, &String)| {
            let value = match self.columns.get(index).copied().flatten() {
                Some(place) => row.value(place),
                // The value may be required. Only for a text is there one that
                // surely compiles.
                None if self.holds_text(index) => "",
                None => return None,
            };
            let expression = self.old.column_type(index).expression(value)?;
            Some((raw_identifier(name).into_owned(), expression))
        };
        let codes = self.codes(row).map(|code| self.literal(code));
        let variant = Variant {
            values: self.old.columns.iter().enumerate().filter_map(value).collect(),
            ..Variant::new(self.new, row, name, codes)
        };
        variant.to_string()
    }

    fn literal(&self, code: &str) -> String {
        let number = integer::literal(code).filter(|_| !self.has_text_codes);
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

/// For each row of the newer table the row of the older one with its codes.
pub(crate) fn matching(new: &Table, old: &Table) -> Vec<Option<usize>> {
    let comparison = Comparison::new(new, old);
    new.rows.iter().map(|row| comparison.olds(row).last().copied()).collect()
}

fn is_catalog(table: &Table) -> bool {
    table.rows.iter().all(|row| row.kind.is_some())
}

/// For each column of the older table, where the newer one has the same: by its name,
/// or by the name that an enum would give it.
pub(crate) fn common_columns(new: &Table, old: &Table) -> Vec<Option<usize>> {
    let identifiers = new.columns.iter().map(|name| column_method(name).ok()).collect::<Vec<_>>();
    let place = |name: &String| {
        let by_name = new.columns.iter().position(|column| column == name);
        let raw = raw_identifier(name);
        by_name.or_else(|| identifiers.iter().position(|each| each.as_deref() == Some(&*raw)))
    };
    old.columns.iter().map(place).collect()
}
