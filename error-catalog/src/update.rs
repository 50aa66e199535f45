//! Brings an enum up to date in its source file.

mod arguments;
mod discriminants;
mod edits;
mod gap;
mod insert;
mod literal;
mod place;
mod texts;

use std::collections::HashSet;

use thiserror::Error;

use self::arguments::Arguments;
use self::edits::Edits;
use self::insert::{NewVariants, code_literal};
use self::place::Places;
use crate::column_type::ColumnType;
use crate::compare::{Change, Difference, own_description};
use crate::source::parse::text::Edit;
use crate::source::parse::variant::SourceVariant;
use crate::source::{Import, SourceEnum, SourceError, SourceFile};
use crate::table::{Field, Row, Table};

/// Brings an enum up to date with its document, in place.
///
/// New rows go where the document has them. Reworded texts change inside their literals,
/// and so do the columns that the document has. Everything else stays as it is: names,
/// kinds, other columns, comments, the order, the layout.
///
/// ```
/// use error_catalog::{Format, Import, SourceFile, Table, Update};
///
/// let source = r#"
/// #[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
/// pub enum Door {
///     #[code(7, "door jamed", kind = Internal)] Stuck, // Call the janitor.
///     #[code(9, "no door")] Missing,
/// }
/// "#;
/// let source = SourceFile::parse(source)?;
/// let document = "code,message\n7,door jammed\n8,door open\n";
/// let document = Table::read(document, Format::Csv)?.into_clean()?;
/// let updated = Update::new(Import::new("Door")).apply(&source, &source.enums()[0], &document)?;
/// assert_eq!(updated.source, r#"
/// #[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
/// pub enum Door {
///     #[code(7, "door jammed", kind = Internal)] Stuck, // Call the janitor.
///     #[code(8, "door open")] DoorOpen,
///     #[code(9, "no door", retired)] Missing,
/// }
/// "#);
/// assert_eq!(updated.applied.len(), 3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Update {
    import: Import,
    removed: Removed,
}

/// What becomes of a variant that the document no longer lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Removed {
    /// It stays as it is.
    Keep,
    /// It gets `retired`: lookups still find it.
    #[default]
    Retire,
    /// It goes, with its attributes.
    Delete,
}

/// An updated source file.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Updated {
    /// The whole file.
    pub source: String,
    /// The differences that are no more.
    pub applied: Vec<Difference>,
    /// What the document does not say about applied differences, such as the text of a
    /// column that only the enum has.
    pub notes: Vec<Note>,
    /// The differences that are not applied: a person has to look at them.
    pub findings: Vec<Note>,
}

/// What a person has to know about a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// The difference.
    pub difference: Difference,
    /// What to do, or why it is not applied.
    pub text: String,
}

/// Why a file cannot be updated.
#[derive(Clone, Debug, Error)]
#[non_exhaustive]
pub enum UpdateError {
    /// The result would have a mistake.
    #[error("with these changes the enum would have mistakes, so nothing is changed: {0}")]
    Mistake(SourceError),
    /// The result would still differ in what was changed. This is a mistake of this crate.
    #[error("the changes would not have their effect, so nothing is changed: {0}")]
    NoEffect(String),
}

impl Update {
    /// An update in which new rows look as this import would write them.
    #[must_use]
    pub fn new(import: Import) -> Self {
        Self { import, removed: Removed::default() }
    }

    /// Sets what becomes of variants that the document no longer lists.
    #[must_use]
    pub fn removed(mut self, removed: Removed) -> Self {
        self.removed = removed;
        self
    }

    /// Where the enum and its document differ.
    ///
    /// As [`Table::compare_to`], but a doc comment that describes a row for which the
    /// document has no description is no difference.
    #[must_use]
    pub fn differences(&self, source: &SourceEnum, document: &Table) -> Vec<Difference> {
        let document = Table { rows: self.import.merged(document), ..document.clone() };
        differences(source, &document)
    }

    /// Applies the differences to the file that has the enum.
    ///
    /// # Errors
    ///
    /// [`UpdateError`] if the result would not be a catalog.
    pub fn apply(
        &self,
        file: &SourceFile,
        source: &SourceEnum,
        document: &Table,
    ) -> Result<Updated, UpdateError> {
        let document = Table { rows: self.import.merged(document), ..document.clone() };
        let places = Places::new(&file.text, source);
        let mut changes = Changes {
            update: self,
            places: &places,
            has_descriptions: document.has(Field::Description),
            worded: HashSet::new(),
            edits: Edits::default(),
            applied: Vec::new(),
            notes: Vec::new(),
            findings: Vec::new(),
        };
        let differences = differences(source, &document);
        let count = differences.len();
        let gone = changes.gone(&differences);
        let new = NewVariants::new(&self.import, &places, &document, &differences, &gone);
        for difference in differences {
            changes.apply(difference, &new);
        }
        let Changes { mut edits, applied, notes, findings, .. } = changes;
        edits.extend(new.edits());
        let updated = file.text.with(edits.finish(&file.text));
        let parsed = SourceFile::parse(updated.clone()).map_err(UpdateError::Mistake)?;
        require_effect(file, source, &parsed, &document, count - applied.len())?;
        Ok(Updated { source: updated, applied, notes, findings })
    }
}

/// Fails if the updated enum has other differences than those that were not applied.
fn require_effect(
    file: &SourceFile,
    source: &SourceEnum,
    updated: &SourceFile,
    document: &Table,
    expected: usize,
) -> Result<(), UpdateError> {
    let place = file.enums().iter().position(|each| each.body == source.body);
    let updated = place.and_then(|place| updated.enums().get(place));
    let rest = updated.map_or_else(Vec::new, |updated| differences(updated, document));
    if rest.len() == expected {
        return Ok(());
    }
    let rest = rest.iter().map(Difference::text).collect::<Vec<_>>();
    Err(UpdateError::NoEffect(rest.join("; ")))
}

fn differences(source: &SourceEnum, document: &Table) -> Vec<Difference> {
    let is_described_by_hand = |difference: &Difference| {
        let (Some(place), Some(new)) = (difference.old_place, &difference.new) else {
            return false;
        };
        let variant = source.variant(place);
        let has_literal = variant.is_some_and(|variant| variant.code.texts.len() > 1);
        matches!(&difference.change, Change::Reworded { column, .. } if column == "description")
            && own_description(new).is_none()
            && !has_literal
    };
    let mut differences = document.compare_to(source.table());
    differences.retain(|difference| !is_described_by_hand(difference));
    differences
}

/// The changes of one file.
struct Changes<'a> {
    update: &'a Update,
    places: &'a Places<'a>,
    has_descriptions: bool,
    /// The attributes whose texts are changed.
    worded: HashSet<usize>,
    edits: Edits,
    applied: Vec<Difference>,
    notes: Vec<Note>,
    findings: Vec<Note>,
}

impl<'a> Changes<'a> {
    /// The variants that will be deleted.
    fn gone(&self, differences: &[Difference]) -> HashSet<usize> {
        let is_deleted = self.update.removed == Removed::Delete;
        let removed =
            differences.iter().filter(|each| is_deleted && each.change == Change::Removed);
        let places = removed.filter_map(|each| self.places.source.listed.get(each.old_place?));
        places.copied().filter(|place| self.places.can_go(*place)).collect()
    }

    fn apply(&mut self, difference: Difference, new: &NewVariants) {
        let variant = difference.old_place.and_then(|place| self.places.source.variant(place));
        let applied = match variant {
            Some(variant) => self.change(&difference, variant),
            None => new.outcome(&difference),
        };
        match applied {
            Ok(true) => {
                let text = new.note().filter(|_| matches!(difference.change, Change::Added { .. }));
                let note = text.map(|text| Note { difference: difference.clone(), text });
                self.notes.extend(note);
                self.applied.push(difference);
            }
            Ok(false) => {}
            Err(text) => self.findings.push(Note { difference, text }),
        }
    }

    /// Whether the change is made. The error says why a person has to make it.
    fn change(
        &mut self,
        difference: &Difference,
        variant: &'a SourceVariant,
    ) -> Result<bool, String> {
        match (&difference.change, self.update.removed) {
            (Change::Removed | Change::CodeRemoved { .. }, Removed::Keep) => return Ok(false),
            (Change::Removed, Removed::Retire) | (Change::Retired, _) => {
                self.arguments(variant).retire();
            }
            (Change::Removed, Removed::Delete) => self.delete(difference.old_place)?,
            (Change::ListedAgain, _) => self.arguments(variant).list_again(),
            (Change::CodeAdded { code, .. }, _) => {
                let literal = code_literal(self.places.source, code)?;
                self.arguments(variant).add_code(&literal);
            }
            (Change::CodeRemoved { code }, Removed::Delete) => {
                let aliases = difference.old.iter().flat_map(Row::aliases);
                let alias = aliases.into_iter().position(|alias| alias == code);
                let alias = alias.ok_or("it is the first code of its variant; remove it there")?;
                self.arguments(variant).remove_alias(alias);
            }
            (Change::Reworded { column, new: text, .. }, _) => {
                if let (Some(old), Some(new)) = (&difference.old, &difference.new) {
                    self.reword(variant, column, (old, new), text)?;
                }
            }
            (change, _) => return Err(advice(change).to_owned()),
        }
        Ok(true)
    }

    fn reword(
        &mut self,
        variant: &'a SourceVariant,
        column: &str,
        rows: (&Row, &Row),
        text: &str,
    ) -> Result<(), String> {
        let columns = &self.places.source.attribute.columns;
        match (column, columns.iter().find(|each| each.name == column)) {
            ("message" | "description", _) => {
                // They are two differences of one variant.
                let has_descriptions = self.has_descriptions;
                if self.worded.insert(variant.code.end) {
                    texts::set(self.arguments(variant), variant, rows, has_descriptions);
                }
            }
            (_, Some(column)) => {
                let is_text = column.column_type == ColumnType::Text;
                let expression = column.column_type.expression(text);
                let expression = expression.ok_or("the column cannot have this value; write it")?;
                let text = is_text.then_some(text);
                self.arguments(variant).set_value(&column.name, &expression, text);
            }
            (_, None) => return Err("change it".to_owned()),
        }
        Ok(())
    }

    fn arguments(&mut self, variant: &'a SourceVariant) -> Arguments<'_> {
        Arguments { text: self.places.text, code: &variant.code, edits: &mut self.edits }
    }

    fn delete(&mut self, row: Option<usize>) -> Result<(), String> {
        let source = self.places.source;
        let place = row.and_then(|row| source.listed.get(row).copied());
        let place = place.filter(|place| self.places.can_go(*place));
        let place = place.ok_or("the code of the next variant is counted from it; retire it")?;
        let range = source.variants.get(place).map(|variant| self.places.range_of(variant));
        self.edits.extend(range.map(Edit::delete));
        Ok(())
    }
}

/// What a person has to do about a change that no update makes.
fn advice(change: &Change) -> &'static str {
    match change {
        Change::MeaningChanged => {
            "if it has, give the code another variant; if it has not, write the new texts"
        }
        Change::CodeMoved { .. } => "move the code to the other variant, or give it one",
        Change::CodeSplit { .. } => "give the code a variant",
        Change::CodeRemoved { .. } => {
            "one code of several cannot be retired: remove it, or keep it"
        }
        _ => "change it",
    }
}
