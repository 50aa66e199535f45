//! The roles of columns, and the reasons to leave a table out.

use std::fmt;

use thiserror::Error;

use crate::table::Field;
use crate::visible::shown;

/// The use of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ColumnUse {
    /// A part of every table.
    Role(Role),
    /// The further column of this name, which the caller asked for.
    Named(String),
    /// The further column of this name, which was not asked for. The table has it; an enum has it
    /// only if you ask for it.
    Further(String),
}

/// What a table can have for each row, besides its further columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// The codes.
    Code,
    /// The messages.
    Message,
    /// The descriptions.
    Description,
    /// The names of the variants.
    Name,
    /// Further codes with the same meaning.
    Aliases,
    /// The kinds. Never detected from a vendor's heading.
    Kind,
    /// Whether the same request may succeed later. Never detected from a vendor's heading.
    Retryable,
    /// Whether the codes are no longer listed. Never detected from a vendor's heading.
    Retired,
}

impl Role {
    /// Those that a heading can name.
    pub(super) const ALL: [Self; 5] =
        [Self::Code, Self::Message, Self::Description, Self::Name, Self::Aliases];

    /// The field of a table.
    pub(super) const fn field(self) -> Field {
        match self {
            Self::Code => Field::Code,
            Self::Message => Field::Message,
            Self::Description => Field::Description,
            Self::Name => Field::Name,
            Self::Aliases => Field::Aliases,
            Self::Kind => Field::Kind,
            Self::Retryable => Field::Retryable,
            Self::Retired => Field::Retired,
        }
    }

    /// The option that names the column.
    pub(super) const fn argument(self) -> &'static str {
        match self {
            Self::Code => "--code",
            Self::Message => "--message",
            Self::Description => "--description",
            Self::Name => "--variant",
            Self::Kind => "--kind",
            Self::Retryable => "--retryable",
            Self::Aliases | Self::Retired => "--column",
        }
    }
}

/// In lower case, as in `description`.
impl fmt::Display for Role {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Code => "code",
            Self::Message => "message",
            Self::Description => "description",
            Self::Name => "name",
            Self::Aliases => "aliases",
            Self::Kind => "kind",
            Self::Retryable => "retryable",
            Self::Retired => "retired",
        })
    }
}

/// How a document writes a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WrittenAs {
    /// As a table, or the equivalent of the format, such as a JSON array.
    Table,
    /// As items of a list that begin with a code.
    List,
    /// As headings that begin with a code.
    Headings,
    /// As definitions of codes, each a `<dt>` with its `<dd>`.
    Definitions,
    /// As paragraphs or lines that begin with a code, or that are a name with its code.
    Paragraphs,
}

/// `a table`, `a list` and so on.
impl fmt::Display for WrittenAs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Table => "a table",
            Self::List => "a list",
            Self::Headings => "headings",
            Self::Definitions => "definitions",
            Self::Paragraphs => "paragraphs",
        })
    }
}

/// Why a table is left out.
///
/// Its text names options, as that of a [`ReadError`](super::ReadError) does.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum LeftOut {
    /// The caller chose other tables.
    #[error("it is not among those that you chose")]
    NotChosen,
    /// The table is in a code block, a comment or a hidden sheet.
    #[error("it is in a code block, a comment or a hidden sheet")]
    Hidden,
    /// It is a table of Markdown or HTML in a string of JSON, YAML, TOML or XML, and the document
    /// has other tables.
    #[error("it is in a text of the document; choose it with --table N")]
    InText,
    /// It is a list, or headings or paragraphs with codes, and the document has tables.
    #[error("the document has tables; choose it with --table N")]
    BesideTables,
    /// It is a list, or headings or paragraphs, and its codes may be years.
    #[error("its codes may be years; choose it with --table N")]
    MaybeYears,
    /// It is a list, or headings or paragraphs, of HTTP statuses, with other codes below them.
    #[error(
        "its codes may be HTTP statuses that have the codes below them; choose it with --table N"
    )]
    MaybeStatuses,
    /// It is a list, and its codes may be how many of something there are.
    #[error("its codes may be numbers of things; choose it with --table N")]
    MaybeCounts,
    /// It is a list, or headings or paragraphs, and its codes have no digits.
    #[error("its codes may be other names; choose it with --table N")]
    MaybeNames,
    /// It is a numbered list, and its numbers may count steps.
    #[error("its numbers may count steps; choose it with --table N")]
    MaybeSteps,
    /// Another list or the headings have its rows, too.
    #[error("its rows are in another list or in headings, with more text")]
    Repeated,
    /// Other tables are in it.
    #[error("other tables are in it; choose it with --table N, or a part with --pointer")]
    #[non_exhaustive]
    Around {
        /// Whether it has codes and is not a server's response to a successful request.
        may_be_rows: bool,
    },
    /// It is made of a list of codes and lists of their texts, but one has more entries.
    #[error("its lists have different lengths; mend the document")]
    UnevenLists,
    /// Its rows are lists of JSON without headings.
    #[error(
        "its rows are lists without headings; pass --table N, and --code 1, --message 2 and the \
         like with the numbers of the columns"
    )]
    NoHeadings,
    /// No heading is known as that of codes.
    #[error("it has no column of codes")]
    NoCodes,
    /// It does not have the heading that the caller named for codes, but another that is known.
    #[error("its codes are under {}; pass --code HEADING for it too, or --table N", shown(heading))]
    #[non_exhaustive]
    OtherHeading {
        /// The heading.
        heading: String,
    },
    /// No heading is known for codes, but words or numbers in the table look like codes.
    #[error("no heading is known for its codes; pass --code HEADING or --table N")]
    UnknownCodes,
    /// Its heading may be that of codes, and below it are names without blanks.
    #[error("the names under {} may be codes; pass --code HEADING or --table N", shown(heading))]
    #[non_exhaustive]
    MaybeCodes {
        /// The heading.
        heading: String,
    },
    /// A heading is a code, so the headings may be a row.
    #[error(
        "its headings look like a row; pass --no-headings, and --code {number} and the like with \
         the numbers of the columns"
    )]
    #[non_exhaustive]
    RowAsHeadings {
        /// The number of the column, counted from 1.
        number: usize,
    },
    /// Most rows share their code with others, and another column has a different name in each
    /// row.
    #[error(
        "{rows} of its rows have the code of another row under {}; pass --code {}, or --code {} to \
         read it all the same",
        shown(heading),
        shown(other),
        shown(heading)
    )]
    #[non_exhaustive]
    SharedCodes {
        /// The heading of the codes.
        heading: String,
        /// The heading of the names.
        other: String,
        /// The number of rows that have the code of another.
        rows: usize,
    },
    /// The table has codes, but no heading that is known for messages.
    #[error("it has codes but no column of messages; pass --message HEADING or --table N")]
    NoMessages,
    /// The table has codes, but not the heading that the caller named for the messages.
    #[error("it has codes but no heading {}; pass --table N", shown(heading))]
    #[non_exhaustive]
    NoSuchHeading {
        /// The heading that the caller named.
        heading: String,
    },
    /// Two columns have the same heading.
    #[error(
        "two columns have the heading {}; pass {} with the number of one, counted from 1",
        shown(heading),
        role.argument()
    )]
    #[non_exhaustive]
    SameHeading {
        /// The role of the column.
        role: Role,
        /// The heading.
        heading: String,
    },
    /// The codes of this table are strings and those of the others are integers, or
    /// the other way round.
    #[error("its codes are {}; choose with --table N or --code-type str", kinds(*has_integers))]
    #[non_exhaustive]
    OtherCodes {
        /// Whether the codes of this table are integers.
        has_integers: bool,
    },
}

fn kinds(has_integers: bool) -> &'static str {
    if has_integers {
        "integers and those of the other tables are strings"
    } else {
        "strings and those of the other tables are integers"
    }
}

impl LeftOut {
    /// Whether the table seems to have rows of codes that were not left out on purpose.
    pub(super) fn is_finding(&self) -> bool {
        match self {
            Self::NotChosen | Self::Hidden | Self::NoCodes => false,
            Self::Around { may_be_rows } => *may_be_rows,
            _ => !self.is_of_list(),
        }
    }

    /// Whether only a list of items can be left out so.
    pub(super) fn is_of_list(&self) -> bool {
        matches!(
            self,
            Self::BesideTables
                | Self::MaybeYears
                | Self::MaybeStatuses
                | Self::MaybeCounts
                | Self::MaybeNames
                | Self::MaybeSteps
                | Self::Repeated
        )
    }
}

/// The source of the texts of a further column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    Column(usize),
    /// The address of the first link in each cell of a column.
    Link(usize),
    /// The last row above that is a section.
    Section,
}

impl Source {
    /// The index of the column, if it is one.
    pub(super) fn column(self) -> Option<usize> {
        match self {
            Self::Column(index) => Some(index),
            Self::Link(_) | Self::Section => None,
        }
    }
}
