//! The changes from one table to another, as a text to publish.

mod json_differences;
mod markdown_differences;

use crate::code_value::are_numbers;
use crate::compare::Difference;
use crate::table::Table;

/// What changed from an older table to a newer one: two documents, two sources, or one of
/// each.
///
/// ```
/// use error_catalog::{Diff, Format, Table};
///
/// let table = |document| Table::read(document, Format::Csv)?.into_clean();
/// let old = table("code,message\n7,door jamed\n9,no door\n")?;
/// let new = table("code,message\n7,door jammed\n8,door open\n")?;
/// let diff = Diff::new(&old, &new);
/// assert!(diff.to_markdown().starts_with("### Added\n\n- `8`: door open (additive)\n\n###"));
/// assert_eq!(diff.to_text(), "\
/// text: the message of 7 is \"door jammed\" now, was \"door jamed\"
/// additive: 8 is new: \"door open\"
/// breaking: 9 is no longer listed
/// ");
/// # Ok::<(), error_catalog::ReadError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Diff {
    differences: Vec<Difference>,
    /// Whether the codes of both tables are numbers.
    has_numbers: bool,
}

impl Diff {
    /// Compares the tables, as [`Table::compare_to`] does.
    ///
    /// ```
    /// use error_catalog::{Diff, Format, Table};
    ///
    /// let table = |document| Table::read(document, Format::Csv)?.into_clean();
    /// let diff = Diff::new(&table("code,message\n7,a\n")?, &table("code,message\n7,b\n")?);
    /// assert_eq!(diff.differences().len(), 1);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn new(old: &Table, new: &Table) -> Self {
        Self { differences: new.compare_to(old), has_numbers: are_numbers([old, new]) }
    }

    /// Whether the tables are the same.
    ///
    /// ```
    /// use error_catalog::{Diff, Format, Table};
    ///
    /// let table = |document| Table::read(document, Format::Csv)?.into_clean();
    /// let diff = Diff::new(&table("code,message\n7,a\n")?, &table("code,message\n7,b\n")?);
    /// assert!(!diff.is_empty());
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty()
    }

    /// The differences, in the order of the newer table.
    ///
    /// ```
    /// use error_catalog::{Diff, Format, Table};
    ///
    /// let table = |document| Table::read(document, Format::Csv)?.into_clean();
    /// let diff = Diff::new(&table("code,message\n7,a\n")?, &table("code,message\n7,b\n")?);
    /// assert_eq!(diff.differences().len(), 1);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn differences(&self) -> &[Difference] {
        &self.differences
    }

    /// One difference on each line, after its [`Class`](crate::Class).
    ///
    /// ```
    /// use error_catalog::{Diff, Format, Table};
    ///
    /// let table = |document| Table::read(document, Format::Csv)?.into_clean();
    /// let diff = Diff::new(&table("code,message\n7,a\n")?, &table("code,message\n7,b\n")?);
    /// assert!(diff.to_text().contains(r#"the message of 7 is "b" now, was "a""#));
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn to_text(&self) -> String {
        self.differences.iter().map(|difference| difference.classified() + "\n").collect()
    }

    /// A list for each kind of change, for a changelog. Every text is escaped.
    ///
    /// ```
    /// use error_catalog::{Diff, Format, Table};
    ///
    /// let table = |document| Table::read(document, Format::Csv)?.into_clean();
    /// let diff = Diff::new(&table("code,message\n7,a\n")?, &table("code,message\n7,b\n")?);
    /// assert!(diff.to_markdown().contains("`7`"));
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown_differences::write(&self.differences)
    }

    /// An object with the `version` of the format and the `differences`: objects with the keys
    /// `class`, `breaks_wire`, `change`, `code`, `name`, `old` and `new`, and those of the change.
    /// The codes are numbers or strings, as in [an export](Table). The README has a description.
    ///
    /// ```
    /// use error_catalog::{Diff, Format, Table};
    ///
    /// let table = |document| Table::read(document, Format::Csv)?.into_clean();
    /// let diff = Diff::new(&table("code,message\n7,a\n")?, &table("code,message\n7,b\n")?);
    /// assert!(diff.to_json().contains("\"version\""));
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        json_differences::write(&self.differences, self.has_numbers)
    }
}
