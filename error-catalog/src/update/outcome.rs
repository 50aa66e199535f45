//! The result of an update, or why it did nothing.

use thiserror::Error;

use crate::compare::{Change, Difference};
use crate::source::{ImportError, SourceEnum, SourceError};

/// What happens to a variant that the document no longer lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Removed {
    /// It stays unchanged.
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
    /// The differences that are resolved.
    pub applied: Vec<Difference>,
    /// Facts about applied differences that the document does not have, such as the text of a
    /// column that only the enum has.
    pub notes: Vec<Note>,
    /// The differences that are not applied: a person has to look at them.
    pub findings: Vec<Note>,
}

/// A note for a person about a difference.
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
    /// The import could not write the document.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The document lists hardly any of the codes: it may be truncated, or another vendor's.
    #[error(
        "the document no longer lists {} of {} variants, so nothing is changed; is it whole, \
         and is it the right one?", _0.removed, _0.all
    )]
    ManyRemoved(ManyRemoved),
    /// The result would have a mistake.
    #[error("with these changes the enum would have mistakes, so nothing is changed: {0}")]
    Mistake(SourceError),
    /// The result would still differ where it was changed. This is a bug of this crate.
    #[error("the changes would not have their effect, so nothing is changed: {0}")]
    NoEffect(String),
}

/// How many variants of an enum its document no longer lists, if that is more than an update
/// retires or deletes by default: more than 5 and more than a third, or all of two or
/// more.
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
        let is_many = removed > 5 && removed * 3 > all || removed > 1 && removed == all;
        is_many.then_some(Self { removed, all })
    }
}
