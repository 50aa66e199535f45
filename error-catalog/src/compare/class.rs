//! Whom a difference breaks.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::difference::{CONDITION, Change, Difference, TYPE_OF_COLUMN};

/// The effect of a difference on users of the older table.
///
/// ```
/// use error_catalog::{Class, Format, Table};
///
/// let table = |document| Table::read(document, Format::Csv)?.into_clean();
/// let old = table("code,message\n7,door jamed\n9,no door\n")?;
/// let new = table("code,message\n7,door jammed\n8,door open\n")?;
/// let classes: Vec<Class> = new.compare_to(&old).iter().map(|each| each.class()).collect();
/// assert_eq!(classes, [Class::Text, Class::Additive, Class::Breaking]);
/// # Ok::<(), error_catalog::ReadError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A message, a description or a value of a column changed.
    Text,
    /// Something is new, or a code is `retired` or listed again.
    Additive,
    /// A code is gone, means something else, or has another variant, kind or form; or Rust code
    /// that uses the enum no longer compiles.
    Breaking,
}

impl Class {
    /// Every class.
    pub const ALL: [Self; 3] = [Self::Breaking, Self::Additive, Self::Text];

    /// `breaking`, `additive` or `text`.
    ///
    /// ```
    /// use error_catalog::Class;
    ///
    /// assert_eq!(Class::Breaking.name(), "breaking");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Additive => "additive",
            Self::Text => "text",
        }
    }
}

/// The [name](Class::name).
impl fmt::Display for Class {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Reads the [name](Class::name).
impl FromStr for Class {
    type Err = UnknownClass;

    fn from_str(name: &str) -> Result<Self, UnknownClass> {
        let class = Self::ALL.into_iter().find(|class| class.name() == name);
        class.ok_or_else(|| UnknownClass(name.to_owned()))
    }
}

/// A text is not the name of a [`Class`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0:?} is not a class; name breaking, additive or text")]
pub struct UnknownClass(String);

/// Whom a difference breaks.
#[derive(Clone, Copy, PartialEq)]
enum Breaks {
    /// Everyone who receives the codes, in any language.
    Everyone,
    /// Rust code of other crates that uses the enum.
    Crates,
}

impl Difference {
    /// The effect of the difference on users of the older table.
    ///
    /// ```
    /// use error_catalog::{Class, Diff, Format, Table};
    ///
    /// let table = |document| Table::read(document, Format::Csv)?.into_clean();
    /// let diff = Diff::new(&table("code,message\n7,a\n")?, &table("code,message\n7,b\n")?);
    /// let difference = diff.differences().first().ok_or("none")?;
    /// assert_eq!(difference.class(), Class::Text);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn class(&self) -> Class {
        match &self.change {
            _ if self.breaks().is_some() => Class::Breaking,
            change if change.is_of(CONDITION) => Class::Additive,
            Change::Reworded { .. } | Change::CommentDiffers | Change::CommentCode { .. } => {
                Class::Text
            }
            Change::Declared { key, old: Some(_), .. } if key == "url" => Class::Text,
            _ => Class::Additive,
        }
    }

    /// Whether the difference breaks everyone who receives the codes, and not only the Rust code
    /// of other crates.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let table = |document| Table::read(document, Format::Csv)?.into_clean();
    /// let old = table("code,name,message\n7,Jammed,jammed\n9,Gone,no door\n")?;
    /// let new = table("code,name,message\n7,Stuck,jammed\n")?;
    /// let differences = new.compare_to(&old);
    /// let breaking = differences.iter().map(|each| (each.field(), each.breaks_wire()));
    /// assert_eq!(breaking.collect::<Vec<_>>(), [("name", false), ("code", true)]);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn breaks_wire(&self) -> bool {
        self.breaks() == Some(Breaks::Everyone)
    }

    /// The difference without its place, after its class.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let table = |document| Table::read(document, Format::Csv)?.into_clean();
    /// let (old, new) = (table("code,message\n7,a\n")?, table("code,message\n7,a\n8,b\n")?);
    /// let differences = new.compare_to(&old);
    /// assert_eq!(differences[0].classified(), r#"additive: 8 is new: "b""#);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn classified(&self) -> String {
        let reason = match &self.change {
            Change::Added { .. } if self.is_exhaustive => {
                ", and the enum is not #[non_exhaustive], so a `match` on it no longer compiles"
            }
            _ => "",
        };
        format!("{}: {}{reason}", self.class_text(), self.text())
    }

    /// The class, and whom the difference breaks if that is not everyone.
    pub(crate) fn class_text(&self) -> String {
        let class = self.class();
        match self.breaks() {
            Some(Breaks::Crates) => format!("{class} for Rust code only"),
            _ => class.to_string(),
        }
    }

    fn breaks(&self) -> Option<Breaks> {
        use Breaks::{Crates, Everyone};
        match &self.change {
            Change::Added { .. } => self.is_exhaustive.then_some(Crates),
            Change::Reworded { column, new, .. } => match &**column {
                // The variant is not always there, or a `match` on the enum has to know it.
                CONDITION => (!new.is_empty() || self.is_exhaustive).then_some(Crates),
                // If its texts are different too, the code may mean something else.
                "name" if self.keeps_a_text() => Some(Crates),
                "name" | "kind" | "retryable" | "code" => Some(Everyone),
                _ => None,
            },
            Change::Declared { key, old, new } => breaks(key, old.is_some(), new.is_some()),
            Change::ColumnRemoved { .. } => Some(Crates),
            Change::Removed
            | Change::MeaningChanged
            | Change::CodeRemoved { .. }
            | Change::CodeMoved { .. }
            | Change::CodeSplit { .. }
            | Change::Renumbered { .. }
            | Change::EnumRemoved { .. } => Some(Everyone),
            Change::Retired
            | Change::ListedAgain
            | Change::CodeAdded { .. }
            | Change::CommentDiffers
            | Change::CommentCode { .. }
            | Change::ColumnAdded { .. }
            | Change::EnumAdded { .. } => None,
        }
    }

    fn keeps_a_text(&self) -> bool {
        let rows = self.old.as_ref().zip(self.new.as_ref());
        rows.is_some_and(|(old, new)| {
            old.message.trim() == new.message.trim()
                || old.description.trim() == new.description.trim()
        })
    }
}

/// Whom a changed declaration of an enum breaks: a fact that is gone, new or another one.
fn breaks(key: &str, was_there: bool, is_there: bool) -> Option<Breaks> {
    let is_gone = !is_there;
    match key {
        "code" | "hex" => Some(Breaks::Everyone),
        "serde" => was_there.then_some(Breaks::Everyone),
        "url" | "schemars" | "utoipa" | "pub" => is_gone.then_some(Breaks::Crates),
        "non_exhaustive" | "cfg" => is_there.then_some(Breaks::Crates),
        key if key.starts_with(TYPE_OF_COLUMN) => Some(Breaks::Crates),
        // `skip`, `other` and `code_enum`.
        _ => Some(Breaks::Crates),
    }
}
