//! Brings an enum up to date in its source file.

mod accept;
mod argument_edits;
mod changes;
mod differences;
mod discriminants;
mod edits;
mod gap;
mod insert;
mod outcome;
mod place;
mod texts;
mod variant_comment;

use self::changes::{Changes, advice};
use self::insert::NewVariants;
pub use self::outcome::{ManyRemoved, Note, Removed, UpdateError, Updated};
use self::place::Places;
use crate::compare::{Change, Difference};
use crate::source::{Import, ImportError, SourceEnum, SourceFile};
use crate::table::Table;

/// Brings an enum up to date with its document, in place.
///
/// New rows go where the document has them. Reworded texts change inside their literals, and so
/// do the columns that the document has. Kinds change if the import takes them from a column.
/// Everything else stays: names, other columns, comments, the order, the layout.
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

impl Update {
    /// An update in which new rows look the way this import would write them.
    #[must_use]
    pub fn new(import: Import) -> Self {
        Self { import, removed: Removed::default(), max_removed: 0 }
    }

    /// Sets what happens to variants that the document no longer lists.
    ///
    /// ```
    /// use error_catalog::{Format, Import, Removed, SourceFile, Table, Update};
    ///
    /// let source = SourceFile::parse(r#"
    /// #[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
    /// pub enum Door {
    ///     #[code(7, "door jammed")] Jammed,
    ///     #[code(9, "no door")] Missing,
    /// }
    /// "#)?;
    /// let document = Table::read("code,message\n7,door jammed\n", Format::Csv)?.into_clean()?;
    /// let update = Update::new(Import::new("Door")).removed(Removed::Delete);
    /// let updated = update.apply(&source, &source.enums()[0], &document)?;
    /// assert!(!updated.source.contains("Missing"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn removed(mut self, removed: Removed) -> Self {
        self.removed = removed;
        self
    }

    /// Allows the update to retire or delete this many variants. By default, it fails if that
    /// would be more than 5, and more than a third of those that are not retired, or all of
    /// two or more: the document may be truncated, or the wrong one.
    ///
    /// ```
    /// use error_catalog::{Format, Import, SourceFile, Table, Update, UpdateError};
    ///
    /// let variant = |code| format!("#[code({code}, \"door {code}\")] Door{code},\n");
    /// let variants: String = (1..=9).map(variant).collect();
    /// let source = SourceFile::parse(format!(
    ///     "#[derive(Clone, Copy, PartialEq, Eq, jmessage_codes::ErrorCatalog)]
    ///     pub enum Door {{
    ///         {variants}
    ///     }}"
    /// ))?;
    /// let document = Table::read("code,message\n1,door 1\n", Format::Csv)?.into_clean()?;
    /// let update = Update::new(Import::new("Door"));
    /// let updated = update.apply(&source, &source.enums()[0], &document);
    /// assert!(matches!(updated, Err(UpdateError::ManyRemoved(_))));
    ///
    /// // The document is the right one.
    /// let updated = update.max_removed(8).apply(&source, &source.enums()[0], &document)?;
    /// assert_eq!(updated.applied.len(), 8);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn max_removed(mut self, variants: usize) -> Self {
        self.max_removed = variants;
        self
    }

    /// Applies the differences to the file that has the enum.
    ///
    /// # Errors
    ///
    /// [`UpdateError`] if the import could not write the document, if the document lists too few
    /// of the codes, or if the result would not be a catalog.
    pub fn apply(
        &self,
        file: &SourceFile,
        source: &SourceEnum,
        document: &Table,
    ) -> Result<Updated, UpdateError> {
        let document = self.import.plan(document, Some(source))?.table;
        let differences = differences::differences(source, &document);
        self.require_most(source, &differences)?;
        let places = Places::new(&file.text, source);
        let mut changes = Changes::new(self.removed, &places, &document, &differences);
        let count = without_kept(&differences).count();
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
        let rest =
            parsed.map_or_else(Vec::new, |parsed| differences::differences(parsed, &document));
        // After the update, which may have made descriptions equal to the doc comments.
        findings.retain(|note| note.difference.change != Change::CommentDiffers);
        findings.extend(stale_comments(&rest));
        require_effect(&rest, count - applied.len())?;
        Ok(Updated { source: updated, applied, notes, findings })
    }

    /// Where the enum differs from what an import of the document would write today: in codes,
    /// texts, recorded columns, and in kind and success if an option says where they come from.
    ///
    /// Like [`Table::compare_to`], but a person's additions are not differences, such as a doc
    /// comment for a row without a description in the document.
    ///
    /// # Errors
    ///
    /// [`ImportError`] if the import could not write the document, such as one without a column
    /// that it asks for.
    #[doc(hidden)]
    pub fn differences(
        &self,
        source: &SourceEnum,
        document: &Table,
    ) -> Result<Vec<Difference>, ImportError> {
        let document = self.import.plan(document, Some(source))?.table;
        Ok(differences::differences(source, &document))
    }

    /// Records in a comment above variants that their texts, kinds and columns differ from the
    /// document's on purpose. Then checks do not report them and updates do not change them,
    /// until the document changes these texts again.
    ///
    /// Returns the whole file, and the codes whose variants differ from the document.
    ///
    /// # Errors
    ///
    /// [`UpdateError`] if the import could not write the document.
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
    /// let updated = update.apply(&file, &file.enums()[0], &document)?;
    /// assert_eq!((updated.applied, updated.findings), (vec![], vec![]));
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

/// The doc comments that are not the descriptions.
fn stale_comments(rest: &[Difference]) -> impl Iterator<Item = Note> {
    let comments = rest.iter().filter(|each| each.change == Change::CommentDiffers).cloned();
    comments.map(|difference| Note { text: advice(&difference.change).to_owned(), difference })
}

/// Fails if the updated enum has differences besides those that were not applied.
fn require_effect(rest: &[Difference], expected: usize) -> Result<(), UpdateError> {
    if without_kept(rest).count() == expected {
        return Ok(());
    }
    let rest = rest.iter().map(Difference::text).collect::<Vec<_>>();
    Err(UpdateError::NoEffect(rest.join("; ")))
}

/// The differences without those that no update applies, but that can disappear with another
/// change.
fn without_kept(differences: &[Difference]) -> impl Iterator<Item = &Difference> {
    let is_kept =
        |change: &Change| matches!(change, Change::CommentDiffers | Change::ColumnRemoved { .. });
    differences.iter().filter(move |each| !is_kept(&each.change))
}
