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
    /// Whether a comment above the variant records that its text differs on purpose.
    pub(crate) is_own: bool,
    /// Whether the row is gone, and another row seems to have its texts or its name now.
    pub(crate) is_giver: bool,
    /// Whether the older table is of an enum that is not `#[non_exhaustive]`.
    pub(crate) is_exhaustive: bool,
}

/// What the key of the type of a column begins with.
pub(super) const TYPE_OF_COLUMN: &str = "column ";

/// The name under which the `#[cfg(…)]` of a variant is compared. No column can have it.
pub(super) const CONDITION: &str = "#[cfg]";

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
    /// A text is different.
    #[non_exhaustive]
    Reworded {
        /// `message`, `description`, `name`, `kind`, `retryable`, `code` (of two enums: which of
        /// the codes is the first), `#[cfg]` (of two source files: when the variant is there), or
        /// the name of a column.
        column: String,
        /// The text in the older table.
        old: String,
        /// The text in the newer table.
        new: String,
        /// Whether the older one is an expression, whose value only rustc knows.
        is_expression: bool,
    },
    /// The texts have hardly a word in common, so the code seems to mean something else.
    MeaningChanged,
    /// The row has a further code.
    #[non_exhaustive]
    CodeAdded {
        /// The code.
        code: String,
        /// The code as an enum would write it.
        literal: String,
    },
    /// The row has one code less.
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
    /// A row with another code has the variant, or else the texts of a row that is gone.
    #[non_exhaustive]
    Renumbered {
        /// The new code.
        code: String,
        /// The name of the row of the older table that has the new code.
        from: Option<String>,
    },
    /// The doc comment of a variant begins with its code, but does not have its description.
    CommentDiffers,
    /// The doc comment of a variant begins with a code that is not its own.
    #[non_exhaustive]
    CommentCode {
        /// The code in the comment.
        code: String,
    },
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
    /// The enum's declarations besides its rows differ. Reported for enums in source files.
    #[non_exhaustive]
    Declared {
        /// `code`, `hex`, `code_enum`, `url`, `serde`, `schemars`, `utoipa` or `skip`: the
        /// argument of `#[catalog(…)]`; `column NAME`: the type of a column; `other`: the variant
        /// for unlisted codes; `non_exhaustive`; `pub`; `cfg`.
        key: String,
        /// What the older enum declares.
        old: Option<String>,
        /// What the newer enum declares.
        new: Option<String>,
    },
    /// Only the newer source has the enum. Reported by [`Against`](crate::Against).
    #[non_exhaustive]
    EnumAdded {
        /// The name of the enum.
        name: String,
    },
    /// Only the older source has the enum. Reported by [`Against`](crate::Against).
    #[non_exhaustive]
    EnumRemoved {
        /// The name of the enum.
        name: String,
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

impl Change {
    /// Whether this text is different: the name, the kind or that of another column.
    pub(super) fn is_of(&self, name: &str) -> bool {
        matches!(self, Self::Reworded { column, .. } if column == name)
    }
}

impl Difference {
    /// A difference that does not belong to a row.
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
            is_exhaustive: false,
        }
    }

    /// The code of the row, in the older table if it has the row.
    ///
    /// ```
    /// use error_catalog::{Diff, Format, Table};
    ///
    /// let table = |document| Table::read(document, Format::Csv)?.into_clean();
    /// let diff = Diff::new(&table("code,message\n7,a\n")?, &table("code,message\n7,b\n")?);
    /// let difference = diff.differences().first().ok_or("none")?;
    /// assert_eq!(difference.code(), "7");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn code(&self) -> &str {
        self.row().map_or("", Row::code)
    }

    /// The name of the row, in the older table if it has the row.
    ///
    /// ```
    /// use error_catalog::{Diff, Format, Table};
    ///
    /// let table = |document| Table::read(document, Format::Csv)?.into_clean();
    /// let diff = Diff::new(&table("code,message\n7,a\n")?, &table("code,message\n7,b\n")?);
    /// let difference = diff.differences().first().ok_or("none")?;
    /// assert_eq!(difference.name(), "");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        self.row().map_or("", Row::name)
    }

    /// What differs: `message`, `description`, `name`, `kind`, `retryable`, `alias`, `comment`,
    /// the name of a column, what the enum declares, or `code` if the row itself is new, gone or
    /// another.
    ///
    /// ```
    /// use error_catalog::{Diff, Format, Table};
    ///
    /// let table = |document| Table::read(document, Format::Csv)?.into_clean();
    /// let diff = Diff::new(&table("code,message\n7,a\n")?, &table("code,message\n7,b\n")?);
    /// let difference = diff.differences().first().ok_or("none")?;
    /// assert_eq!(difference.field(), "message");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn field(&self) -> &str {
        match &self.change {
            Change::Reworded { column, .. }
            | Change::ColumnAdded { column }
            | Change::ColumnRemoved { column } => column,
            Change::CodeAdded { .. }
            | Change::CodeRemoved { .. }
            | Change::CodeMoved { .. }
            | Change::CodeSplit { .. } => "alias",
            Change::CommentDiffers | Change::CommentCode { .. } => "comment",
            Change::Declared { key, .. } => key,
            Change::EnumAdded { .. } | Change::EnumRemoved { .. } => "enum",
            Change::Added { .. }
            | Change::Removed
            | Change::Retired
            | Change::ListedAgain
            | Change::MeaningChanged
            | Change::Renumbered { .. } => "code",
        }
    }

    fn row(&self) -> Option<&Row> {
        self.old.as_ref().or(self.new.as_ref())
    }

    /// The difference with its place in front: `NEW:LINE: `, or `OLD:LINE: ` if the newer
    /// table does not have the row.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let table = |document| Table::read(document, Format::Csv)?.into_clean();
    /// let (old, new) = (table("code,message\n7,a\n8,b\n")?, table("code,message\n8,b\n")?);
    /// let differences = new.compare_to(&old);
    /// assert_eq!(differences[0].in_files("new.csv", "old.csv"), "old.csv:2: 7 is no longer listed");
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
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
    ///
    /// ```
    /// use error_catalog::{Diff, Format, Table};
    ///
    /// let table = |document| Table::read(document, Format::Csv)?.into_clean();
    /// let diff = Diff::new(&table("code,message\n7,a\n")?, &table("code,message\n7,b\n")?);
    /// let difference = diff.differences().first().ok_or("none")?;
    /// assert_eq!(difference.text(), r#"the message of 7 is "b" now, was "a""#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
            Change::MeaningChanged => {
                let [old, new] = self.meanings();
                format!(
                    "the meaning of {code}{name} seems to have changed: it is {new} now, was {old}"
                )
            }
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
            Change::Renumbered { code: new, from } => self.renumbered(new, from.as_deref()),
            Change::CommentDiffers => {
                format!("the doc comment of {code}{name} is not its description")
            }
            Change::CommentCode { code: other } => {
                format!("the doc comment of {code}{name} begins with another code, `{other}`")
            }
            Change::ColumnAdded { column } => format!("the column {} is new", literal(column)),
            Change::ColumnRemoved { column } => format!("the column {} is gone", literal(column)),
            Change::Declared { key, old, new } => declared(key, old.as_deref(), new.as_deref()),
            Change::EnumAdded { name } => format!("the enum `{name}` is new"),
            Change::EnumRemoved { name } => format!("the enum `{name}` is gone"),
        };
        // Codes and names are without quotes.
        visible::line(&text)
    }

    /// What the code meant and what it means now: the first of its texts that differs, or the
    /// variants.
    pub(crate) fn meanings(&self) -> [String; 2] {
        let texts = |text: fn(&Row) -> &str| {
            [&self.old, &self.new].map(|row| row.as_ref().map_or("", text).trim().to_owned())
        };
        let differ = |[old, new]: &[String; 2]| !old.is_empty() && !new.is_empty() && old != new;
        let messages = texts(Row::message);
        let described = [messages.clone(), texts(Row::description)].into_iter().find(differ);
        let names = texts(Row::name);
        if described.is_none() && differ(&names) && messages[0] == messages[1] {
            return names.map(|name| format!("`{name}`"));
        }
        described.unwrap_or(messages).map(|text| literal(&text))
    }

    fn renumbered(&self, new: &str, from: Option<&str>) -> String {
        let quoted = |name: &str| match name {
            "" => String::new(),
            name => format!(" `{name}`"),
        };
        let (code, name) = (self.code(), self.name());
        let (old, now) = (quoted(name), self.new.as_ref().map_or("", Row::name));
        let from = from.map(|from| format!(", which was `{from}`")).unwrap_or_default();
        if !name.is_empty() && name == now {
            return format!("{code}{old} is {new} now{from}");
        }
        format!("{code}{old} seems to be {new}{} now, which has its texts", quoted(now))
    }
}

/// The meaning of the key of [`Change::Declared`].
pub(crate) fn what_is_declared(key: &str) -> String {
    match key {
        "code" => "the type of the codes".to_owned(),
        "other" => "the variant for unlisted codes".to_owned(),
        "non_exhaustive" => "the attribute".to_owned(),
        "pub" => "the visibility".to_owned(),
        "cfg" => "the condition".to_owned(),
        key if key.starts_with(TYPE_OF_COLUMN) => format!("the type of the {key}"),
        _ => "the argument".to_owned(),
    }
}

fn declared(key: &str, old: Option<&str>, new: Option<&str>) -> String {
    let what = what_is_declared(key);
    match (old, new) {
        (Some(old), Some(new)) => format!("{what} is `{new}` now, was `{old}`"),
        (Some(old), None) => format!("{what} `{old}` is gone"),
        (None, new) => format!("{what} `{}` is new", new.unwrap_or_default()),
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
