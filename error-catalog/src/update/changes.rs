//! The changes of one enum, and those that are left to a person.

use std::collections::{HashMap, HashSet};

use jmessage_codes::Kind;

use super::argument_edits::ArgumentEdits;
use super::edits::Edits;
use super::insert::{NewVariants, code_literal};
use super::outcome::{Note, Removed};
use super::place::Places;
use super::texts;
use super::variant_comment;
use crate::column_type::ColumnType;
use crate::compare::{Change, Difference};
use crate::source::doc_comment;
use crate::source::parse::code::TextLiteral;
use crate::source::parse::source_text::Edit;
use crate::source::parse::variant::SourceVariant;
use crate::table::{Field, Row, Table};
use crate::visible;

/// The changes of one file.
pub(super) struct Changes<'a> {
    removed: Removed,
    places: &'a Places<'a>,
    has_descriptions: bool,
    /// Whether a column of texts is gone, so that another may have been read in its place.
    is_shifted: bool,
    /// The rows with codes that have other facts than the rest now, so that no fact is that of the
    /// whole row.
    split: HashSet<usize>,
    /// The attributes whose texts are changed, each with the text that an import would write in
    /// its doc comment.
    worded: HashMap<usize, String>,
    /// The places of the variants that are deleted.
    deleted: HashSet<usize>,
    pub(super) edits: Edits,
    pub(super) applied: Vec<Difference>,
    pub(super) notes: Vec<Note>,
    pub(super) findings: Vec<Note>,
}

impl<'a> Changes<'a> {
    pub(super) fn new(
        removed: Removed,
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
            removed,
            places,
            has_descriptions: document.has(Field::Description),
            is_shifted: differences
                .iter()
                .any(|each| matches!(each.change, Change::ColumnRemoved { .. })),
            split: split.collect(),
            worded: HashMap::new(),
            deleted: HashSet::new(),
            edits: Edits::default(),
            applied: Vec::new(),
            notes: Vec::new(),
            findings: Vec::new(),
        }
    }

    /// The variants that will be deleted.
    pub(super) fn gone(&self, differences: &[Difference]) -> HashSet<usize> {
        let is_deleted = self.removed == Removed::Delete;
        let removed =
            differences.iter().filter(|each| is_deleted && each.change == Change::Removed);
        removed.filter_map(|each| self.deleted(each).ok()).collect()
    }

    pub(super) fn apply(&mut self, difference: Difference, new: &NewVariants) {
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

    /// Makes the change, if an update can. The error says why a person has to make it.
    fn change(
        &mut self,
        difference: &Difference,
        variant: &'a SourceVariant,
    ) -> Result<bool, String> {
        match (&difference.change, self.removed) {
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
            (Change::CommentCode { code }, _) => {
                let is_deleted = self.deleted.contains(&variant.place);
                let row = difference.old.as_ref().filter(|_| !is_deleted);
                row.map_or(Ok(()), |row| self.set_comment_code(variant, row, code))?;
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
            return Err("change it, or accept the document's text again".to_owned());
        }
        let columns = &self.places.source.attribute.columns;
        match (column, columns.iter().find(|each| each.name == column)) {
            ("message" | "description", _) if self.is_shifted => {
                return Err("a column is gone, and this may be its text; look at it".to_owned());
            }
            ("message" | "description", _) => self.set_texts(variant, place, new),
            ("kind", _) => {
                let kind = new.kind.filter(|_| new.unknown_kind.is_none());
                let unknown = "this is not a kind; expected an HTTP status, or a gRPC code or its \
                               name";
                self.arguments(variant).set_kind(kind.ok_or(unknown)?);
            }
            ("retryable", _) => {
                let kind = new.kind.or(difference.old.as_ref().and_then(Row::kind));
                let by_kind = kind.unwrap_or(Kind::Unknown).is_retryable();
                let own = new.retryable.filter(|own| *own != by_kind);
                self.arguments(variant).set_retryable(own);
            }
            (_, Some(column)) => {
                let is_text = column.column_type == ColumnType::Text;
                let expression = column.column_type.expression(text);
                let expression = expression
                    .ok_or("the column cannot have this value; write your own, and accept it")?;
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
        if !self.worded.contains_key(&variant.code.end) {
            let source = self.places.source;
            let arguments = self.arguments(variant);
            let text = texts::set(arguments, (source, variant), (old, &new), has_descriptions);
            self.worded.insert(variant.code.end, text);
        }
    }

    /// Writes the variant's own code in its doc comment and in its alias in the documentation, if
    /// the comment is otherwise what an import writes. Its texts were changed before.
    fn set_comment_code(
        &mut self,
        variant: &'a SourceVariant,
        row: &Row,
        other: &str,
    ) -> Result<(), String> {
        let Places { text, source, .. } = *self.places;
        let code = variant_comment::own_code(text, variant, row).unwrap_or_default();
        let imported = |of: &str| variant_comment::imported(source, text, (variant, row), of);
        let new_text = self.worded.get(&variant.code.end);
        let old_text = variant_comment::text_of(variant);
        if new_text.is_none() || imported(old_text).is_none() {
            let now = new_text.map_or(old_text, String::as_str);
            let range = imported(now).ok_or("write its own code there, or another comment")?;
            let comment = format!("/// {}", doc_comment::of_row(code, now));
            self.edits.push(Edit { range, text: comment });
        }
        let (other, code) = (doc_comment::code(other), doc_comment::code(code));
        let alias = variant.aliases.iter().find(|alias| alias.text == other);
        if !variant.aliases.iter().any(|alias| alias.text == code) {
            let edit = |alias: &TextLiteral| Edit {
                range: alias.range.clone(),
                text: visible::literal(code),
            };
            self.edits.extend(alias.map(edit));
        }
        Ok(())
    }

    fn arguments(&mut self, variant: &'a SourceVariant) -> ArgumentEdits<'_> {
        ArgumentEdits { text: self.places.text, code: &variant.code, edits: &mut self.edits }
    }

    fn delete(&mut self, difference: &Difference) -> Result<(), String> {
        let place = self.deleted(difference)?;
        let variant = self.places.source.variants.get(place);
        self.deleted.extend(variant.map(|variant| variant.place));
        let range = variant.map(|variant| self.places.range_of(variant));
        // The comment would be about the next variant.
        let own = variant.and_then(|variant| variant.own.as_ref());
        let own = own.map(|own| self.places.range_of_comment(&own.range));
        let own = own.filter(|own| range.as_ref().is_some_and(|range| own.end <= range.start));
        self.edits.extend(range.into_iter().chain(own).map(Edit::delete));
        Ok(())
    }

    /// The variant to delete. The error says why it must stay.
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

/// Advice about a change that no update makes.
pub(super) fn advice(change: &Change) -> &'static str {
    match change {
        Change::MeaningChanged => {
            "if it has, give the code another variant; if it has not, write the new texts"
        }
        Change::CodeMoved { .. } => "move the code to the other variant, or give it one",
        Change::CodeSplit { .. } => "give the code a variant",
        Change::CodeRemoved { .. } => {
            "one code of several cannot be retired: remove it, or give it a variant with `retired`"
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
