//! A table of error codes.

mod table_row;

use jmessage_codes::{AnyEntry, Entry, ErrorCatalog, Kind};
use serde_json::value::RawValue;

pub use self::table_row::Row;
pub(crate) use self::table_row::{Values, kind_called};
use crate::code_type::CodeType;
use crate::column_type::ColumnType;

/// A table of error codes as text: from a document, or from a catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub(crate) title: String,
    pub(crate) origin: Origin,
    /// The type of the codes; for a document, the one that the reader found.
    pub(crate) code_type: CodeType,
    /// The fields of each row, in the order of the written document.
    pub(crate) fields: Vec<Field>,
    pub(crate) columns: Vec<String>,
    /// The type of each column; a column without one has texts.
    pub(crate) column_types: Vec<ColumnType>,
    pub(crate) rows: Vec<Row>,
    /// The declarations of the enum; `None` unless the table is of a source file.
    pub(crate) declaration: Option<Declaration>,
}

/// The declarations of an enum in a source file, besides its rows and the names of its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Declaration {
    pub(crate) is_non_exhaustive: bool,
    /// The arguments of `#[catalog(…)]` and the types of the columns, each by its key.
    pub(crate) facts: Vec<(String, String)>,
    /// The variant for unlisted codes. Its code is `other`.
    pub(crate) other: Option<Row>,
}

/// The source of a table, which decides which facts a comparison can rely on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A document. Only its codes and texts are known to be those of an enum.
    Document,
    /// A document, with the options of an import: every fact that an import would write.
    Import,
    /// A document that an export wrote: every fact.
    Written,
    /// An enum, compiled or in a source file: every fact.
    Enum,
}

impl Origin {
    /// Whether the table says everything that an enum has.
    pub(crate) fn has_all(self) -> bool {
        matches!(self, Self::Written | Self::Enum)
    }
}

impl Table {
    /// The table of a catalog, with its columns.
    ///
    /// ```
    /// use error_catalog::Table;
    /// use jmessage_codes::WebCode;
    ///
    /// let table = Table::of::<WebCode>();
    /// assert_eq!(table.rows()[0].name(), "Success");
    /// ```
    #[must_use]
    pub fn of<C: ErrorCatalog>() -> Self {
        let row = |(index, entry): (usize, Entry<C>)| Row {
            line: None,
            // As the catalog displays them: in hexadecimal if it is `hex`.
            code: AnyEntry::from(entry).code().to_string(),
            aliases: AnyEntry::from(entry).aliases().map(|alias| alias.to_string()).collect(),
            name: entry.name().to_owned(),
            message: entry.message().to_owned(),
            description: entry.description().to_owned(),
            kind: Some(entry.kind()),
            unknown_kind: None,
            retryable: Some(entry.is_retryable()),
            is_retired: entry.is_retired(),
            url: ErrorCatalog::url(entry.variant()).map(|url| url.to_string()),
            keeps_name: true,
            values: value_texts::<C>(index),
            expressions: Vec::new(),
            alias_lines: Vec::new(),
            condition: String::new(),
        };
        let has = |field| match field {
            Field::Aliases => C::ENTRIES.iter().any(|entry| !entry.aliases().is_empty()),
            Field::Description => {
                C::ENTRIES.iter().any(|entry| entry.description() != entry.message())
            }
            Field::Kind => C::ENTRIES.iter().any(|entry| entry.kind() != Kind::Unknown),
            Field::Retired => C::ENTRIES.iter().any(Entry::is_retired),
            _ => true,
        };
        Self {
            title: C::NAME.to_owned(),
            origin: Origin::Enum,
            code_type: CodeType::of::<C::Code>().unwrap_or(CodeType::Str),
            fields: Field::list(has, C::COLUMNS.len()),
            columns: C::COLUMNS.iter().map(|column| column.name().to_owned()).collect(),
            column_types: Vec::new(),
            rows: C::ENTRIES.iter().enumerate().map(row).collect(),
            declaration: None,
        }
    }

    /// The catalog's name; for a document, "Error codes".
    ///
    /// ```
    /// use error_catalog::Table;
    /// use jmessage_codes::WebCode;
    ///
    /// assert_eq!(Table::of::<WebCode>().title(), "WebCode");
    /// ```
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The rows, in the order of the document or catalog.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let table = Table::read("code,message\n7,door jammed\n", Format::Csv)?.into_clean()?;
    /// assert_eq!(table.rows().len(), 1);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The type of the codes; for a document, the one that the reader found.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let table = Table::read("code,message\n7,door jammed\n", Format::Csv)?.into_clean()?;
    /// assert_eq!(table.code_type().name(), "u32");
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn code_type(&self) -> CodeType {
        self.code_type
    }

    /// The names of the columns besides code, aliases, name, message and description.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let table = Table::read("code,message,floor\n7,door jammed,2\n", Format::Csv)?.into_clean()?;
    /// assert_eq!(table.columns(), ["floor"]);
    /// # Ok::<(), error_catalog::ReadError>(())
    /// ```
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// Whether the table has a field that is not a column. There can be thousands of
    /// columns, which come last.
    pub(crate) fn has(&self, field: Field) -> bool {
        let is_column = |field: &&Field| matches!(field, Field::Column(_));
        self.fields.iter().take_while(|field| !is_column(field)).any(|each| *each == field)
    }

    /// The place of a column, which the table gets if it does not have it.
    pub(crate) fn column_of(&mut self, name: &str) -> usize {
        let place = self.columns.iter().position(|column| column == name);
        place.unwrap_or_else(|| {
            let place = self.columns.len();
            self.columns.push(name.to_owned());
            self.fields.push(Field::Column(place));
            for row in &mut self.rows {
                row.values.widen(self.columns.len());
            }
            place
        })
    }

    /// Adds the messages as a column, too.
    pub(crate) fn name_messages(&mut self, name: &str) {
        let place = self.column_of(name);
        for row in &mut self.rows {
            row.values.set(place, &row.message);
        }
    }

    pub(crate) fn column_type(&self, index: usize) -> ColumnType {
        self.column_types.get(index).copied().unwrap_or_default()
    }
}

fn value_texts<C: ErrorCatalog>(row: usize) -> Values {
    let values = C::COLUMNS.iter().map(|column| column.value(row).unwrap_or_default().to_owned());
    Values::new(C::COLUMNS.len(), values.enumerate())
}

/// A field that a table has for each of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Code,
    Aliases,
    Name,
    Message,
    Description,
    Kind,
    Retryable,
    Retired,
    /// The column that [`Table::columns`] names at this index.
    Column(usize),
}

impl Field {
    /// The fields that a table has, with this many columns at the end.
    pub(crate) fn list(has: impl Fn(Self) -> bool, columns: usize) -> Vec<Self> {
        let fields = [
            Self::Code,
            Self::Aliases,
            Self::Name,
            Self::Message,
            Self::Description,
            Self::Kind,
            Self::Retryable,
            Self::Retired,
        ];
        let fields = fields.into_iter().filter(|field| has(*field));
        fields.chain((0..columns).map(Self::Column)).collect()
    }

    /// The heading in a written document. A column has its own.
    pub(crate) const fn heading(self) -> &'static str {
        match self {
            Self::Code => "Code",
            Self::Aliases => "Aliases",
            Self::Name => "Name",
            Self::Message => "Message",
            Self::Description => "Description",
            Self::Kind => "Kind",
            Self::Retryable => "Retryable",
            Self::Retired => "Retired",
            Self::Column(_) => "",
        }
    }
}

/// The aliases in a text as a written document or a vendor's has it. A backslash is one,
/// unless a comma or another backslash follows.
pub(crate) fn split_aliases(text: &str) -> Vec<String> {
    if let Some(aliases) = json_aliases(text) {
        return aliases;
    }
    let (mut aliases, mut alias) = (Vec::new(), String::new());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            ',' => aliases.push(std::mem::take(&mut alias)),
            '\\' => {
                alias.push(characters.next_if(|next| matches!(next, ',' | '\\')).unwrap_or('\\'));
            }
            _ => alias.push(character),
        }
    }
    aliases.push(alias);
    let aliases = aliases.iter().map(|alias| alias.trim().to_owned());
    aliases.filter(|alias| !alias.is_empty()).collect()
}

/// The aliases in an array of JSON.
fn json_aliases(text: &str) -> Option<Vec<String>> {
    let items: Vec<&RawValue> = serde_json::from_str(text).ok()?;
    let item = |item: &RawValue| match item.get() {
        text if text.starts_with('"') => serde_json::from_str(text).ok(),
        text if text.starts_with(['[', '{']) => None,
        text => Some(text.to_owned()),
    };
    items.into_iter().map(item).collect()
}

/// The line of a row in a document, as the beginning of a message about the row.
pub(crate) fn line_prefix(line: Option<usize>) -> String {
    line.map(|line| format!("line {line}: ")).unwrap_or_default()
}
