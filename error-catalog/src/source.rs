//! From a table to the source of its enum.

pub(crate) mod codes;
mod error;
pub(crate) mod name;
pub(crate) mod parse;
pub(crate) mod variant;

use std::collections::HashMap;
use std::fmt::Write;

use self::codes::codes_of;
pub use self::error::ImportError;
use self::name::{Names, column_identifier, is_identifier, is_keyword, own_name};
pub use self::parse::{NoSuchEnum, SourceEnum, SourceError, SourceFile};
use self::variant::{Variant, text_literal};
use crate::code_type::CodeType;
use crate::table::{Row, Table};

/// rustc's time for `derive(Debug)` grows with the square of the variants. An
/// enum with more than these gets an `impl` instead.
const DERIVE_DEBUG_UP_TO: usize = 1_000;

/// Writes the enum that a table describes.
///
/// ```
/// use error_catalog::{Format, Import, Table};
///
/// let document = "\
/// code,message,description,zh
/// 0,none,No error,成功
/// -1,unknown server error,The broker failed,未知错误
/// ";
/// let table = Table::read(document, Format::Csv)?.into_clean()?;
/// let source = Import::new("Broker").column("zh").success("0").write(&table)?;
/// assert_eq!(source, r#"use jmessage_codes::ErrorCatalog;
///
/// /// Error codes.
/// #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
/// #[catalog(code = i8)]
/// #[catalog(column(zh: &str))]
/// #[allow(missing_docs)]
/// #[rustfmt::skip]
/// pub enum Broker {
///     #[code(0, "none", "No error", success, zh = "成功")] None,
///     #[code(-1, "unknown server error", "The broker failed", zh = "未知错误")] UnknownServerError,
/// }
/// "#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Import {
    name: String,
    code_type: Option<CodeType>,
    merges_aliases: bool,
    columns: Vec<String>,
    successes: Vec<String>,
    other: Option<String>,
    comment: Option<String>,
}

impl Import {
    /// Writes an enum of this name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            code_type: None,
            merges_aliases: false,
            columns: Vec::new(),
            successes: Vec::new(),
            other: None,
            comment: None,
        }
    }

    /// Gives the enum another name.
    pub(crate) fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets the type of the codes.
    ///
    /// The default is the smallest integer type that holds every code, or `str` if
    /// a code has a letter or a leading zero.
    #[must_use]
    pub fn code_type(mut self, code_type: CodeType) -> Self {
        self.code_type = Some(code_type);
        self
    }

    /// Makes one variant of rows that differ only in their code.
    #[must_use]
    pub fn merge_aliases(mut self) -> Self {
        self.merges_aliases = true;
        self
    }

    /// Makes this column of the table a column of the enum.
    #[must_use]
    pub fn column(mut self, name: impl Into<String>) -> Self {
        self.columns.push(name.into());
        self
    }

    /// Marks the row with this code as a success.
    #[must_use]
    pub fn success(mut self, code: impl Into<String>) -> Self {
        self.successes.push(code.into());
        self
    }

    /// Adds a variant of this name that keeps unlisted codes.
    #[must_use]
    pub fn other(mut self, name: impl Into<String>) -> Self {
        self.other = Some(name.into());
        self
    }

    /// Writes a comment of one line above the enum, such as a [`Record`](crate::Record).
    #[must_use]
    pub fn comment(mut self, comment: impl Into<String>) -> Self {
        self.comment = Some(comment.into());
        self
    }

    /// Returns the source of the enum. Each row is one line, which rustfmt leaves
    /// alone.
    ///
    /// The names of the variants are the table's names, or else its messages. If
    /// several rows have the same name, the first keeps it and the others append
    /// their code, so that rows added at the end rename no variant.
    ///
    /// # Errors
    ///
    /// [`ImportError`] if the table has no row, if its codes do not fit the type,
    /// or if a setting names something that the table does not have.
    pub fn write(&self, table: &Table) -> Result<String, ImportError> {
        self.require_names()?;
        if table.rows.is_empty() {
            return Err(ImportError::NoRow);
        }
        let rows = self.merged(table);
        let code_type = codes::find_type(self.code_type.or(table.code_type), &rows)?;
        let columns = self.find_columns(table)?;
        self.require_successes(&rows)?;
        let mut source = self.head(code_type, &columns, rows.len());
        let mut names = Names::new(self.other.clone());
        for row in &rows {
            let codes = row.codes().map(|code| codes::literal(code_type, code));
            let variant = Variant {
                is_success: self.is_success(row),
                values: columns
                    .iter()
                    .map(|(index, name)| (name.clone(), text_literal(row.value(*index))))
                    .collect(),
                ..Variant::new(table, row, names.name(row), codes)
            };
            let _ = writeln!(source, "    {variant}");
        }
        if let Some(other) = &self.other {
            if !code_type.is_integer() {
                return Err(ImportError::OtherOfStrings);
            }
            let variant = other_variant(other, &columns);
            let _ = writeln!(source, "    {variant}");
        }
        source.push_str("}\n");
        if rows.len() > DERIVE_DEBUG_UP_TO {
            source.push_str(&debug_impl(&self.name));
        }
        Ok(source)
    }

    /// The source up to the first variant.
    fn head(&self, code_type: CodeType, columns: &[(usize, String)], rows: usize) -> String {
        let debug = if rows > DERIVE_DEBUG_UP_TO { "" } else { "Debug, " };
        let comment = self.comment.iter().map(|comment| format!("// {comment}\n"));
        let comment: String = comment.collect();
        let mut source = format!(
            "use jmessage_codes::ErrorCatalog;\n\n\
             {comment}/// Error codes.\n\
             #[derive(Clone, Copy, {debug}PartialEq, Eq, ErrorCatalog)]\n"
        );
        if !matches!(code_type, CodeType::U32 | CodeType::Str) {
            let _ = writeln!(source, "#[catalog(code = {code_type})]");
        }
        // In one attribute: rustc stops at 128 of them.
        let declarations = columns.iter().map(|(_, column)| format!("column({column}: &str)"));
        let declarations = declarations.collect::<Vec<_>>().join(", ");
        if !declarations.is_empty() {
            let _ = writeln!(source, "#[catalog({declarations})]");
        }
        let _ =
            writeln!(source, "#[allow(missing_docs)]\n#[rustfmt::skip]\npub enum {} {{", self.name);
        source
    }

    /// The rows, of which those are one that differ only in their code.
    pub(crate) fn merged(&self, table: &Table) -> Vec<Row> {
        if !self.merges_aliases {
            return table.rows.clone();
        }
        let mut rows: Vec<Row> = Vec::new();
        let mut places = HashMap::new();
        for row in &table.rows {
            let texts =
                (own_name(row), row.message.clone(), row.description.clone(), row.values.clone());
            let place = *places.entry(texts).or_insert(rows.len());
            match rows.get_mut(place) {
                Some(first) => first.aliases.extend(row.codes().map(str::to_owned)),
                None => rows.push(row.clone()),
            }
        }
        rows
    }

    /// The columns that were asked for: where the table has them, and their names
    /// as identifiers.
    fn find_columns(&self, table: &Table) -> Result<Vec<(usize, String)>, ImportError> {
        let mut columns: Vec<(usize, String)> = Vec::new();
        for name in &self.columns {
            let place = table.columns.iter().position(|column| column == name);
            let no_column =
                || ImportError::NoSuchColumn { name: name.clone(), columns: table.columns.clone() };
            let identifier = column_identifier(name);
            let no_name = || ImportError::NotAName(name.clone());
            columns.push((place.ok_or_else(no_column)?, identifier.ok_or_else(no_name)?));
        }
        Ok(columns)
    }

    /// Whether a row is marked as a success.
    pub(crate) fn is_success(&self, row: &Row) -> bool {
        row.codes().any(|code| self.successes.iter().any(|each| each == code))
    }

    fn require_names(&self) -> Result<(), ImportError> {
        let mut names = [&self.name].into_iter().chain(&self.other);
        match names.find(|name| !is_identifier(name) || is_keyword(name)) {
            Some(name) => Err(ImportError::NotAName(name.clone())),
            None => Ok(()),
        }
    }

    fn require_successes(&self, rows: &[Row]) -> Result<(), ImportError> {
        let has_row = |success: &&String| codes_of(rows).any(|(_, code)| code == success.as_str());
        match self.successes.iter().find(|success| !has_row(success)) {
            Some(success) => Err(ImportError::NoSuchCode(success.clone())),
            None => Ok(()),
        }
    }
}

fn other_variant(name: &str, columns: &[(usize, String)]) -> Variant<'static> {
    Variant {
        codes: "other".to_owned(),
        message: "unlisted",
        description: Some("A code that the table does not list"),
        is_success: false,
        values: columns.iter().map(|(_, column)| (column.clone(), text_literal(""))).collect(),
        is_one_line: true,
        name: format!("{name}(jmessage_codes::Unlisted<Self>)"),
    }
}

fn debug_impl(name: &str) -> String {
    format!(
        "
impl core::fmt::Debug for {name} {{
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {{
        formatter.write_str(self.name())
    }}
}}
"
    )
}
