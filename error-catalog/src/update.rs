//! Brings an enum up to date in its source file.

mod accept;
mod arguments;
mod compare;
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
use crate::compare::{Change, Difference};
use crate::source::parse::text::Edit;
use crate::source::parse::variant::SourceVariant;
use crate::source::{Import, ImportError, SourceEnum, SourceError, SourceFile};
use crate::table::{Field, Row, Table};

/// Brings an enum up to date with its document, in place.
///
/// New rows go where the document has them. Reworded texts change inside their literals,
/// and so do the columns that the document has. Everything else stays as it is: names,
/// other columns, comments, the order, the layout. Kinds change if the import takes them from
/// a column.
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
    max_removed: usize,
}

/// What becomes of a variant that the document no longer lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Removed {
    /// It stays as it is.
    Keep,
    /// It gets `retired`: lookups still find it.
    #[default]
    Retire,
    /// It is deleted, with its attributes.
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
    /// The document is not one that the import could write.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The document lists hardly any of the codes: it may be cut, or another vendor's.
    #[error(
        "the document no longer lists {} of {} variants, so nothing is changed; is it whole, \
         and is it the right one?", _0.removed, _0.all
    )]
    ManyRemoved(ManyRemoved),
    /// The result would have a mistake.
    #[error("with these changes the enum would have mistakes, so nothing is changed: {0}")]
    Mistake(SourceError),
    /// The result would still differ in what was changed. This is a mistake of this crate.
    #[error("the changes would not have their effect, so nothing is changed: {0}")]
    NoEffect(String),
}

/// How many variants of an enum its document no longer lists, if that is more than an update
/// retires or deletes without being told: more than 5, and more than a third.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ManyRemoved {
    /// The number of variants that are not retired and that the document does not list.
    pub removed: usize,
    /// The number of variants that are not retired.
    pub all: usize,
}

impl ManyRemoved {
    pub(crate) fn find(source: &SourceEnum, differences: &[Difference]) -> Option<Self> {
        let removed = differences.iter().filter(|each| each.change == Change::Removed).count();
        let all = source.table().rows.iter().filter(|row| !row.is_retired).count();
        (removed > 5 && removed * 3 > all).then_some(Self { removed, all })
    }
}

impl Update {
    /// An update in which new rows look as this import would write them.
    #[must_use]
    pub fn new(import: Import) -> Self {
        Self { import, removed: Removed::default(), max_removed: 0 }
    }

    /// Sets what becomes of variants that the document no longer lists.
    #[must_use]
    pub fn removed(mut self, removed: Removed) -> Self {
        self.removed = removed;
        self
    }

    /// Allows to retire or delete this many variants. Without it, an update fails that would do
    /// that to more than 5 variants that are more than a third of those that are not retired:
    /// the document may be cut, or the wrong one.
    #[must_use]
    pub fn max_removed(mut self, variants: usize) -> Self {
        self.max_removed = variants;
        self
    }

    /// Applies the differences to the file that has the enum.
    ///
    /// # Errors
    ///
    /// [`UpdateError`] if the document is none that the import could write, if it lists too few
    /// of the codes, or if the result would not be a catalog.
    pub fn apply(
        &self,
        file: &SourceFile,
        source: &SourceEnum,
        document: &Table,
    ) -> Result<Updated, UpdateError> {
        let document = self.import.plan(document, Some(source))?.table;
        let differences = compare::differences(source, &document);
        self.require_most(source, &differences)?;
        let places = Places::new(&file.text, source);
        let mut changes = Changes::new(self, &places, &document, &differences);
        let count = without_comments(&differences).count();
        let gone = changes.gone(&differences);
        let new = NewVariants::new(&places, &document, &differences, &gone);
        for difference in differences {
            changes.apply(difference, &new);
        }
        let Changes { mut edits, applied, notes, mut findings, .. } = changes;
        edits.extend(new.edits());
        let updated = file.text.with(edits.finish(&file.text));
        let parsed = SourceFile::parse(updated.clone()).map_err(UpdateError::Mistake)?;
        let place = file.enums().iter().position(|each| each.body == source.body);
        let parsed = place.and_then(|place| parsed.enums().get(place));
        let rest = parsed.map_or_else(Vec::new, |parsed| compare::differences(parsed, &document));
        findings.extend(new_comments(&rest, &findings));
        require_effect(&rest, count - applied.len())?;
        Ok(Updated { source: updated, applied, notes, findings })
    }

    /// Where the enum differs from what an import of the document would write today: in codes,
    /// texts, recorded columns, and in kind and success if an option says where they come from.
    ///
    /// As [`Table::compare_to`], but what a person added is no difference, such as a doc comment
    /// that describes a row for which the document has no description.
    ///
    /// # Errors
    ///
    /// [`ImportError`] if the import could not write the document, such as one without a column
    /// that it asks for.
    pub fn differences(
        &self,
        source: &SourceEnum,
        document: &Table,
    ) -> Result<Vec<Difference>, ImportError> {
        let document = self.import.plan(document, Some(source))?.table;
        Ok(compare::differences(source, &document))
    }

    /// Records in a comment above variants that their texts, kinds and columns differ from the
    /// document's on purpose. Then no check reports them and no update changes them, until the
    /// document changes these texts again.
    ///
    /// Returns the whole file, and those of the codes whose variants differ from the document.
    ///
    /// # Errors
    ///
    /// [`UpdateError`] if the document is none that the import could write.
    ///
    /// ```
    /// use error_catalog::{Format, Import, SourceFile, Table, Update};
    ///
    /// let source = r#"
    /// #[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
    /// pub enum Door {
    ///     #[code(7, "The door is jammed")] Jammed,
    /// }
    /// "#;
    /// let file = SourceFile::parse(source)?;
    /// let document = Table::read("code,message\n7,door jamed\n", Format::Csv)?.into_clean()?;
    /// let update = Update::new(Import::new("Door"));
    /// let (source, codes) = update.accept(&file, &file.enums()[0], &document, &["7"])?;
    /// assert_eq!(codes, ["7"]);
    /// assert!(source.contains(r#"    // Own text instead of: message = "door jamed""#));
    /// let file = SourceFile::parse(source)?;
    /// assert!(update.differences(&file.enums()[0], &document)?.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn accept(
        &self,
        file: &SourceFile,
        source: &SourceEnum,
        document: &Table,
        codes: &[&str],
    ) -> Result<(String, Vec<String>), UpdateError> {
        let document = self.import.plan(document, Some(source))?.table;
        let (edits, accepted) = accept::edits(&file.text, source, &document, codes);
        let updated = file.text.with(edits);
        SourceFile::parse(updated.clone()).map_err(UpdateError::Mistake)?;
        Ok((updated, accepted))
    }

    fn require_most(
        &self,
        source: &SourceEnum,
        differences: &[Difference],
    ) -> Result<(), UpdateError> {
        let many = ManyRemoved::find(source, differences);
        let many = many.filter(|many| many.removed > self.max_removed);
        match many.filter(|_| self.removed != Removed::Keep) {
            Some(many) => Err(UpdateError::ManyRemoved(many)),
            None => Ok(()),
        }
    }
}

/// The doc comments that were the descriptions and are not since the update wrote others.
fn new_comments(rest: &[Difference], findings: &[Note]) -> Vec<Note> {
    let is_known = |difference: &Difference| {
        let mut known = findings.iter().map(|note| &note.difference);
        known.any(|each| each.change == difference.change && each.code() == difference.code())
    };
    let comments = rest.iter().filter(|each| each.change == Change::CommentDiffers);
    let new = comments.filter(|each| !is_known(each)).cloned();
    new.map(|difference| Note { text: advice(&difference.change).to_owned(), difference }).collect()
}

/// Fails if the updated enum has other differences than those that were not applied.
fn require_effect(rest: &[Difference], expected: usize) -> Result<(), UpdateError> {
    if without_comments(rest).count() == expected {
        return Ok(());
    }
    let rest = rest.iter().map(Difference::text).collect::<Vec<_>>();
    Err(UpdateError::NoEffect(rest.join("; ")))
}

/// The differences that are there before and after an update, if it does not apply them.
fn without_comments(differences: &[Difference]) -> impl Iterator<Item = &Difference> {
    differences.iter().filter(|each| each.change != Change::CommentDiffers)
}

/// The changes of one file.
struct Changes<'a> {
    update: &'a Update,
    places: &'a Places<'a>,
    has_descriptions: bool,
    /// The rows of which some codes have other facts now, so that none of the facts is that of
    /// the whole row.
    split: HashSet<usize>,
    /// The attributes whose texts are changed.
    worded: HashSet<usize>,
    edits: Edits,
    applied: Vec<Difference>,
    notes: Vec<Note>,
    findings: Vec<Note>,
}

impl<'a> Changes<'a> {
    fn new(
        update: &'a Update,
        places: &'a Places<'a>,
        document: &Table,
        differences: &[Difference],
    ) -> Self {
        let is_split = |each: &&Difference| {
            matches!(each.change, Change::CodeSplit { .. } | Change::CodeMoved { .. })
        };
        let split = differences.iter().filter(is_split);
        let split = split.filter_map(|each| each.other_place.or(each.old_place));
        Self {
            update,
            places,
            has_descriptions: document.has(Field::Description),
            split: split.collect(),
            worded: HashSet::new(),
            edits: Edits::default(),
            applied: Vec::new(),
            notes: Vec::new(),
            findings: Vec::new(),
        }
    }

    /// The variants that will be deleted.
    fn gone(&self, differences: &[Difference]) -> HashSet<usize> {
        let is_deleted = self.update.removed == Removed::Delete;
        let removed =
            differences.iter().filter(|each| is_deleted && each.change == Change::Removed);
        removed.filter_map(|each| self.deleted(each).ok()).collect()
    }

    fn apply(&mut self, difference: Difference, new: &NewVariants) {
        let variant = difference.old_place.and_then(|place| self.places.source.variant(place));
        let applied = match (&difference.change, variant) {
            (_, Some(variant)) => self.change(&difference, variant),
            (Change::Added { .. }, None) => new.outcome(&difference),
            (change, None) => Err(advice(change).to_owned()),
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
            (Change::Removed, Removed::Delete) => self.delete(difference)?,
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
                if difference.old_place.is_some_and(|place| self.split.contains(&place)) {
                    return Err("its codes differ now; give one of them a variant".to_owned());
                }
                self.reword(variant, difference, column, text)?;
            }
            (change, _) => return Err(advice(change).to_owned()),
        }
        Ok(true)
    }

    fn reword(
        &mut self,
        variant: &'a SourceVariant,
        difference: &Difference,
        column: &str,
        text: &str,
    ) -> Result<(), String> {
        let Some((place, new)) = difference.old_place.zip(difference.new.as_ref()) else {
            return Ok(());
        };
        if difference.is_own {
            return Err("change it, or accept the document's text once more".to_owned());
        }
        let columns = &self.places.source.attribute.columns;
        match (column, columns.iter().find(|each| each.name == column)) {
            ("message" | "description", _) => self.set_texts(variant, place, new),
            ("kind", _) => {
                let kind = new.kind.filter(|_| new.unknown_kind.is_none());
                let unknown = "this says no kind; expected an HTTP status, or a code of gRPC or \
                               its name";
                self.arguments(variant).set_kind(kind.ok_or(unknown)?);
            }
            (_, Some(column)) => {
                let is_text = column.column_type == ColumnType::Text;
                let expression = column.column_type.expression(text);
                let expression = expression.ok_or("the column cannot have this value; write it")?;
                let text = is_text.then_some(text);
                self.arguments(variant).set_value(&column.name, &expression, text)?;
            }
            (_, None) => return Err("change it".to_owned()),
        }
        Ok(())
    }

    /// Message and description are two differences of one variant.
    fn set_texts(&mut self, variant: &'a SourceVariant, place: usize, new: &Row) {
        let Some(old) = self.places.source.table().rows.get(place) else { return };
        let mut new = new.clone();
        for (name, _) in variant.own.iter().flat_map(|own| &own.texts) {
            match name.as_str() {
                "message" => new.message.clone_from(&old.message),
                "description" => new.description.clone_from(&old.description),
                _ => {}
            }
        }
        let has_descriptions = self.has_descriptions;
        if self.worded.insert(variant.code.end) {
            texts::set(self.arguments(variant), variant, (old, &new), has_descriptions);
        }
    }

    fn arguments(&mut self, variant: &'a SourceVariant) -> Arguments<'_> {
        Arguments { text: self.places.text, code: &variant.code, edits: &mut self.edits }
    }

    fn delete(&mut self, difference: &Difference) -> Result<(), String> {
        let place = self.deleted(difference)?;
        let variant = self.places.source.variants.get(place);
        let range = variant.map(|variant| self.places.range_of(variant));
        self.edits.extend(range.map(Edit::delete));
        Ok(())
    }

    /// The variant that will be deleted. The error says why it must not be.
    fn deleted(&self, difference: &Difference) -> Result<usize, String> {
        let source = self.places.source;
        if difference.is_giver {
            return Err("another code has its texts now; decide about that one first".to_owned());
        }
        let place = difference.old_place.and_then(|row| source.listed.get(row).copied());
        let place = place.filter(|place| self.places.can_go(*place));
        Ok(place.ok_or("the code of the next variant is counted from it; retire it")?)
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
        Change::Renumbered { .. } => "change the code of its variant, or give the new code one",
        Change::CommentDiffers => "write the description there too, or another comment",
        Change::ColumnAdded { .. } => "declare it in #[catalog(column(…))], or remove the option",
        Change::ColumnRemoved { .. } => {
            "if it has another heading now, name that; otherwise remove its texts"
        }
        _ => "change it",
    }
}
