//! One place where two tables differ, and its text.

use std::fmt;

use crate::table::{Row, line_prefix};
use crate::visible::{self, literal};

/// One place where two tables differ: a newer one, such as a vendor's document, and an
/// older one, such as an enum. Displays as a line that says what to do in the enum.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// What changed.
    pub change: Change,
    /// The row in the older table; `None` if only the newer one has it.
    pub old: Option<Row>,
    /// The row in the newer table; `None` if only the older one has it.
    pub new: Option<Row>,
    /// The number of the row in each table.
    pub(crate) old_place: Option<usize>,
    pub(crate) new_place: Option<usize>,
    /// The number of another row in the older table, which has the code.
    pub(crate) other_place: Option<usize>,
    /// Whether a comment above the variant records that its text is another on purpose.
    pub(crate) is_own: bool,
    /// Whether the row is gone and its texts or its name seem to be another row's now.
    pub(crate) is_giver: bool,
}

/// What changed from the older table to the newer one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// Only the newer table has the row.
    #[non_exhaustive]
    Added {
        /// The line to paste into the enum, if the tables are those of a document and of an
        /// enum that only rustc has read.
        variant: Option<String>,
    },
    /// Only the older table has the row. Not reported if the row is retired there.
    Removed,
    /// The newer table says that the code is retired.
    Retired,
    /// The older table says that the code is retired, and the newer one lists it.
    ListedAgain,
    /// A text is another one.
    #[non_exhaustive]
    Reworded {
        /// `message`, `description`, `name`, `kind`, or the name of a column.
        column: String,
        /// The text in the older table.
        old: String,
        /// The text in the newer table.
        new: String,
        /// Whether the older one is an expression, whose value only rustc knows.
        is_expression: bool,
    },
    /// The texts have hardly a word in common: the code seems to mean something else.
    MeaningChanged,
    /// The row has a further code.
    #[non_exhaustive]
    CodeAdded {
        /// The code.
        code: String,
        /// The code as an enum would write it.
        literal: String,
    },
    /// The row has a code less.
    #[non_exhaustive]
    CodeRemoved {
        /// The code.
        code: String,
    },
    /// The row has a code that another row of the older table has.
    #[non_exhaustive]
    CodeMoved {
        /// The code.
        code: String,
        /// The name of the other row.
        from: String,
    },
    /// The row is gone, and a row with a new code has its texts.
    #[non_exhaustive]
    Renumbered {
        /// The new code.
        code: String,
    },
    /// The doc comment of a variant begins with its code, but does not have its description.
    CommentDiffers,
    /// Only the newer table has the column.
    #[non_exhaustive]
    ColumnAdded {
        /// The name of the column.
        column: String,
    },
    /// Only the older table has the column.
    #[non_exhaustive]
    ColumnRemoved {
        /// The name of the column, or `description`.
        column: String,
    },
    /// Two codes of one row of the older table have different facts in the newer one.
    #[non_exhaustive]
    CodeSplit {
        /// The code that is not the first.
        code: String,
        /// The facts that differ: `message`, `description`, `kind`, `retired`, or columns.
        columns: Vec<String>,
    },
}

impl Difference {
    /// A difference that no row has.
    pub(crate) fn of_table(change: Change) -> Self {
        Self {
            change,
            old: None,
            new: None,
            old_place: None,
            new_place: None,
            other_place: None,
            is_own: false,
            is_giver: false,
        }
    }

    /// The code of the row, in the older table if it has the row.
    #[must_use]
    pub fn code(&self) -> &str {
        self.row().map_or("", Row::code)
    }

    /// The name of the row, in the older table if it has the row.
    #[must_use]
    pub fn name(&self) -> &str {
        self.row().map_or("", Row::name)
    }

    fn row(&self) -> Option<&Row> {
        self.old.as_ref().or(self.new.as_ref())
    }

    /// The difference with its place in front: `NEW:LINE: `, or `OLD:LINE: ` if the newer
    /// table does not have the row.
    #[must_use]
    pub fn in_files(&self, new: impl fmt::Display, old: impl fmt::Display) -> String {
        let line = |row: &Option<Row>| row.as_ref().and_then(Row::line);
        let place = match (line(&self.new), line(&self.old)) {
            (Some(line), _) => format!("{new}:{line}"),
            (None, Some(line)) => format!("{old}:{line}"),
            (None, None) if self.old.is_some() => old.to_string(),
            (None, None) => new.to_string(),
        };
        format!("{}: {}", visible::line(&place), self.text())
    }

    /// The difference without its place.
    #[must_use]
    pub fn text(&self) -> String {
        let code = self.code();
        let name = match self.name() {
            "" => String::new(),
            name => format!(" `{name}`"),
        };
        let text = match &self.change {
            Change::Added { .. } => {
                format!("{code} is new: {}", literal(self.new.as_ref().map_or("", Row::message)))
            }
            Change::Removed => format!("{code}{name} is no longer listed"),
            Change::Retired => format!("{code}{name} is retired now"),
            Change::ListedAgain => format!("{code}{name} is retired, but listed again"),
            Change::Reworded { column, old, new, is_expression } => {
                let own = if self.is_own { "; the enum has its own" } else { "" };
                let old = if *is_expression { format!("`{old}`") } else { literal(old) };
                let new = literal(new);
                format!("the {column} of {code}{name} is {new} now, was {old}{own}")
            }
            Change::MeaningChanged => format!(
                "the meaning of {code}{name} seems to have changed: it is {} now, was {}",
                literal(self.new.as_ref().map_or("", Row::message)),
                literal(self.old.as_ref().map_or("", Row::message)),
            ),
            Change::CodeAdded { code: alias, .. } => {
                format!("{alias} is a new code of {code}{name}")
            }
            Change::CodeRemoved { code: alias } => {
                format!("{alias}, a code of {code}{name}, is no longer listed")
            }
            Change::CodeMoved { code: alias, from } => {
                format!("{alias} means the same as {code}{name} now, but was `{from}`")
            }
            Change::CodeSplit { code: alias, columns } => {
                let columns = columns.join(" and ");
                format!("{alias}, a code of {code}{name}, differs from it in its {columns} now")
            }
            Change::Renumbered { code: new } => {
                format!("{code}{name} seems to be {new} now, which has its texts")
            }
            Change::CommentDiffers => {
                format!("the doc comment of {code}{name} is not its description")
            }
            Change::ColumnAdded { column } => format!("the column {} is new", literal(column)),
            Change::ColumnRemoved { column } => format!("the column {} is gone", literal(column)),
        };
        // Codes and names are without quotes.
        visible::line(&text)
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.new.as_ref().and_then(Row::line);
        formatter.write_str(&line_prefix(line))?;
        match &self.change {
            Change::Added { variant: Some(variant) } => {
                write!(formatter, "{} is new; add {variant}", self.code())
            }
            Change::CodeAdded { literal, .. } => {
                write!(formatter, "{}; add `| {literal}` to its codes", self.text())
            }
            Change::CodeSplit { .. } => write!(formatter, "{}; give it a variant", self.text()),
            _ => formatter.write_str(&self.text()),
        }
    }
}
