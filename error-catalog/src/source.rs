//! From a table to the source of its enum.

mod below;
mod codes;
pub(crate) mod columns;
pub(crate) mod doc_comment;
mod error;
pub(crate) mod identifier;
mod kind_columns;
pub(crate) mod name;
pub(crate) mod parse;
pub(crate) mod write_variant;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use jmessage_codes::Kind;

pub(crate) use self::below::is_below;
use self::codes::{EnumCodes, codes_of};
use self::columns::EnumColumn;
pub use self::error::ImportError;
use self::identifier::type_problem;
use self::kind_columns::KindColumns;
use self::name::Names;
pub use self::parse::{NoSuchEnum, SourceEnum, SourceError, SourceFile};
use self::write_variant::{Layout, Variant};
use crate::code_type::{CodeKey, CodeType};
use crate::table::{Field, Origin, Row, Table, Values};

/// rustc's time for `derive(Debug)` and thiserror grows with the square of the variants. A larger
/// enum gets impls instead.
const DERIVE_UP_TO: usize = 1_000;

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
/// #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ErrorCatalog, thiserror::Error)]
/// #[error("{} ({})", self.description(), self.code())]
/// #[catalog(code = i32, column(zh: &str))]
/// #[allow(clippy::doc_markdown, clippy::enum_variant_names, clippy::unreadable_literal)]
/// #[non_exhaustive]
/// #[rustfmt::skip]
/// pub enum Broker {
///     /// `0`: No error
///     #[doc(alias = "0")] #[code(0, "none", "No error", success, zh = "成功")] None,
///     /// `-1`: The broker failed
///     #[doc(alias = "-1")] #[code(-1, "unknown server error", "The broker failed", zh = "未知错误")] UnknownServerError,
///     /// A code that the table does not list
///     #[code(other, "unlisted", "A code that the table does not list", zh = "")] Other(jmessage_codes::Unlisted<Self>),
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
    kind: Option<String>,
    retryable: Option<String>,
    other: Option<String>,
    has_no_other: bool,
    has_no_thiserror: bool,
    comment: Option<String>,
}

/// The enum that an import writes.
pub(crate) struct Plan {
    /// The rows with their facts; its columns are those of the enum.
    pub(crate) table: Table,
    columns: Vec<EnumColumn>,
}

impl Import {
    /// Writes an enum of this name.
    ///
    /// ```
    /// use error_catalog::{Format, Import, Table};
    ///
    /// let table = Table::read("code,message\n7,door jammed\n", Format::Csv)?.into_clean()?;
    /// let source = Import::new("Door").write(&table)?;
    /// assert!(source.contains("pub enum Door {"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            code_type: None,
            merges_aliases: false,
            columns: Vec::new(),
            successes: Vec::new(),
            kind: None,
            retryable: None,
            other: None,
            has_no_other: false,
            has_no_thiserror: false,
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
    /// The default is `u32`, or `i32` if a code is negative, or a wider type if that does
    /// not hold every code: a vendor adds larger ones. It is `str` if a code has a letter or
    /// a leading zero.
    ///
    /// ```
    /// use error_catalog::{CodeType, Format, Import, Table};
    ///
    /// let table = Table::read("code,message\n7,door jammed\n", Format::Csv)?.into_clean()?;
    /// let source = Import::new("Door").code_type(CodeType::I16).write(&table)?;
    /// assert!(source.contains("code = i16"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn code_type(mut self, code_type: CodeType) -> Self {
        self.code_type = Some(code_type);
        self
    }

    /// Makes one variant of rows that differ only in their code.
    ///
    /// ```
    /// use error_catalog::{Format, Import, Table};
    ///
    /// let table = Table::read("code,message\n7,door jammed\n8,door jammed\n", Format::Csv)?.into_clean()?;
    /// let source = Import::new("Door").merge_aliases().write(&table)?;
    /// assert!(source.contains("#[code(7 | 8, "));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn merge_aliases(mut self) -> Self {
        self.merges_aliases = true;
        self
    }

    /// Makes this column of the table a column of the enum: `NAME`, or `NAME:TYPE`.
    ///
    /// The type is `str`, `bool` or an integer type. By default it is `bool` if every cell
    /// is `true`, `false`, `yes`, `no`, `y` or `n`, an integer type if every cell is an integer
    /// without leading zeros, and otherwise `str`. Choose `str` if the vendor may add other
    /// values, such as `maybe`.
    ///
    /// ```
    /// use error_catalog::{Format, Import, Table};
    ///
    /// let table = Table::read("code,message,floor\n7,door jammed,2\n", Format::Csv)?.into_clean()?;
    /// let source = Import::new("Door").column("floor").write(&table)?;
    /// assert!(source.contains("column(floor: "));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn column(mut self, name: impl Into<String>) -> Self {
        self.columns.push(name.into());
        self
    }

    /// Marks the row with this code as a success.
    ///
    /// ```
    /// use error_catalog::{Format, Import, Table};
    ///
    /// let table = Table::read("code,message\n0,ok\n", Format::Csv)?.into_clean()?;
    /// let source = Import::new("Door").success("0").write(&table)?;
    /// assert!(source.contains("success"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn success(mut self, code: impl Into<String>) -> Self {
        self.successes.push(code.into());
        self
    }

    /// Takes the kinds of the variants from this column of the table: HTTP statuses, or gRPC
    /// codes by number or name. Numbers are gRPC codes if none is above 16.
    ///
    /// `OK` of gRPC marks a success. An empty cell gives no kind, and neither does a status such
    /// as 200, with which some vendors answer errors.
    ///
    /// ```
    /// use error_catalog::{Format, Import, Table};
    ///
    /// let table = Table::read("code,message,http\n7,no door,404\n", Format::Csv)?.into_clean()?;
    /// let source = Import::new("Door").kind("http").write(&table)?;
    /// assert!(source.contains("kind = NotFound"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn kind(mut self, column: impl Into<String>) -> Self {
        self.kind = Some(column.into());
        self
    }

    /// Takes from this column of the table whether the same request may succeed later: `true` or
    /// `false`, `yes` or `no`. For an empty cell, the kind decides.
    ///
    /// ```
    /// use error_catalog::{Format, Import, Table};
    ///
    /// let table = Table::read("code,message,again\n7,jammed,yes\n", Format::Csv)?.into_clean()?;
    /// let source = Import::new("Door").retryable("again").write(&table)?;
    /// assert!(source.contains("retryable = true"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn retryable(mut self, column: impl Into<String>) -> Self {
        self.retryable = Some(column.into());
        self
    }

    /// Writes the impls of `Display` and `Error` without thiserror.
    ///
    /// ```
    /// use error_catalog::{Format, Import, Table};
    ///
    /// let table = Table::read("code,message\n7,door jammed\n", Format::Csv)?.into_clean()?;
    /// let source = Import::new("Door").no_thiserror().write(&table)?;
    /// assert!(source.contains("impl core::error::Error for Door"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn no_thiserror(mut self) -> Self {
        self.has_no_thiserror = true;
        self
    }

    /// Names the variant that keeps unlisted codes. Enums of integer codes have one in any case,
    /// called `Other` unless a row has that name.
    ///
    /// ```
    /// use error_catalog::{Format, Import, Table};
    ///
    /// let table = Table::read("code,message\n7,door jammed\n", Format::Csv)?.into_clean()?;
    /// let source = Import::new("Door").other("Unlisted").write(&table)?;
    /// assert!(source.contains("Unlisted(jmessage_codes::Unlisted<Self>)"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn other(mut self, name: impl Into<String>) -> Self {
        self.other = Some(name.into());
        self
    }

    /// Leaves out the variant for unlisted codes. Adding it later breaks the users of the enum.
    ///
    /// ```
    /// use error_catalog::{Format, Import, Table};
    ///
    /// let table = Table::read("code,message\n7,door jammed\n", Format::Csv)?.into_clean()?;
    /// let source = Import::new("Door").no_other().write(&table)?;
    /// assert!(!source.contains("Other"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn no_other(mut self) -> Self {
        self.has_no_other = true;
        self
    }

    /// Writes a comment of one line above the enum, such as a [`Record`](crate::Record).
    ///
    /// ```
    /// use error_catalog::{Format, Import, Table};
    ///
    /// let table = Table::read("code,message\n7,door jammed\n", Format::Csv)?.into_clean()?;
    /// let source = Import::new("Door").comment("From the manual.").write(&table)?;
    /// assert!(source.contains("// From the manual."));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn comment(mut self, comment: impl Into<String>) -> Self {
        self.comment = Some(comment.into());
        self
    }

    /// Returns the source of the enum. A row is a doc comment and one line, which rustfmt
    /// leaves alone.
    ///
    /// The names of the variants are those of the table, or its codes if they are words, or
    /// its messages. If several rows have the same name, the first keeps it and the others
    /// have the words that tell their texts apart, or their code, so that rows added at the end
    /// rename no variant.
    ///
    /// # Errors
    ///
    /// [`ImportError`] if the table has no row, if its codes do not fit the type,
    /// or if a setting names something that the table does not have.
    ///
    /// ```
    /// use error_catalog::{Format, Import, Table};
    ///
    /// let table = Table::read("code,message\n7,door jammed\n", Format::Csv)?.into_clean()?;
    /// let source = Import::new("Door").write(&table)?;
    /// assert!(source.contains("DoorJammed,"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn write(&self, table: &Table) -> Result<String, ImportError> {
        self.require_names()?;
        if table.rows.is_empty() {
            return Err(ImportError::NoRow);
        }
        let Plan { table, columns } = self.plan(table, None)?;
        let codes = EnumCodes::find(table.code_type, &table.rows)?;
        let is_integer = codes.code_type.is_integer();
        if self.other.is_some() && self.has_no_other {
            return Err(ImportError::OtherAndNone);
        }
        if self.other.is_some() && !is_integer {
            return Err(ImportError::OtherOfStrings);
        }
        self.require_successes(&table)?;
        self.require_kinds(&table.rows)?;
        let mut source = self.head(codes, &columns, table.rows.len());
        let mut names = Names::new(self.other.clone());
        for row in &table.rows {
            let literals = row.codes().map(|code| codes.literal(code));
            let mut variant = Variant::new(&table, row, names.name(row), literals);
            for (index, column) in columns.iter().enumerate() {
                variant.values.push((column.method.clone(), column.value(row, index)?));
            }
            push(&mut source, &variant);
        }
        let has_usual = is_integer && !self.has_no_other;
        let other = self.other.clone().or_else(|| has_usual.then(|| names.other()));
        if let Some(other) = &other {
            push(&mut source, &other_variant(other, &columns));
        }
        source.push_str("}\n");
        source.push_str(&self.impls(codes, table.rows.len(), other.as_deref()));
        Ok(source)
    }

    /// The table of the enum that an import of this document would write today. An existing enum
    /// decides the types of its columns, and the columns that it has are compared.
    ///
    /// [`write`](Self::write) prints these rows, and `check` and `update` compare them with those
    /// of the enum, so that nothing that an import uses is missing from a comparison.
    pub(crate) fn plan(
        &self,
        document: &Table,
        older: Option<&SourceEnum>,
    ) -> Result<Plan, ImportError> {
        let columns = EnumColumn::find(&self.columns, document, older)?;
        let facts = KindColumns::find(self.kind.as_deref(), self.retryable.as_deref(), document)?;
        let code_type = self.code_type.unwrap_or(document.code_type);
        let code_type = older.map_or(code_type, SourceEnum::code_type);
        let rows = document.rows.iter().map(|row| {
            let values = columns.iter().map(|column| column.cell(row).to_owned());
            let values = Values::new(columns.len(), values.enumerate().collect::<Vec<_>>());
            Ok(Row { values, ..facts.set(row.clone())? })
        });
        let mut rows: Vec<Row> = rows.collect::<Result<_, ImportError>>()?;
        if self.merges_aliases {
            rows = merged(rows, &columns);
        }
        self.mark_successes(&mut rows, code_type);
        let table = Table {
            title: self.name.clone(),
            origin: Origin::Import,
            code_type,
            fields: Field::list(
                |field| document.has(field) || field == Field::Retryable && facts.says_retryable(),
                columns.len(),
            ),
            columns: columns.iter().map(EnumColumn::name).collect(),
            column_types: columns.iter().map(|column| column.value_type).collect(),
            rows,
            declaration: None,
        };
        Ok(Plan { table, columns })
    }

    /// The source up to the first variant.
    fn head(&self, codes: EnumCodes, columns: &[EnumColumn], rows: usize) -> String {
        let comment = self.comment.iter().map(|comment| format!("// {comment}\n"));
        let comment: String = comment.collect();
        let is_small = rows <= DERIVE_UP_TO;
        let has_thiserror = is_small && !self.has_no_thiserror;
        let debug = if is_small { "Debug, " } else { "" };
        let thiserror = if has_thiserror { ", thiserror::Error" } else { "" };
        let mut source = format!(
            "use jmessage_codes::ErrorCatalog;\n\n\
             {comment}/// Error codes.\n\
             #[derive(Clone, Copy, {debug}PartialEq, Eq, Hash, ErrorCatalog{thiserror})]\n"
        );
        if has_thiserror {
            let format = codes.format();
            let _ = writeln!(source, "#[error({format}, self.description(), self.code())]");
        }
        // In one attribute: rustc allows at most 128.
        let code_type = (!matches!(codes.code_type, CodeType::U32 | CodeType::Str))
            .then(|| format!("code = {}", codes.code_type));
        let hex = codes.is_hex.then(|| "hex".to_owned());
        let columns = columns.iter().map(EnumColumn::declaration);
        let arguments: Vec<String> = code_type.into_iter().chain(hex).chain(columns).collect();
        if !arguments.is_empty() {
            let _ = writeln!(source, "#[catalog({})]", arguments.join(", "));
        }
        // The words and the names are the vendor's.
        source.push_str("#[allow(clippy::doc_markdown, clippy::enum_variant_names, clippy::unreadable_literal)]\n");
        let _ = writeln!(source, "#[non_exhaustive]\n#[rustfmt::skip]\npub enum {} {{", self.name);
        source
    }

    /// The impls that no derive makes.
    fn impls(&self, codes: EnumCodes, rows: usize, other: Option<&str>) -> String {
        let Self { name, .. } = self;
        let mut source = String::new();
        if rows > DERIVE_UP_TO {
            source.push_str(&impl_of("Debug", name, &debug_body(other)));
        }
        if rows > DERIVE_UP_TO || self.has_no_thiserror {
            let format = codes.format();
            let body = format!("write!(formatter, {format}, self.description(), self.code())");
            source.push_str(&impl_of("Display", name, &body));
            let _ = writeln!(source, "\nimpl core::error::Error for {name} {{}}");
        }
        source
    }

    fn mark_successes(&self, rows: &mut [Row], code_type: CodeType) {
        let key = |code: &str| CodeKey::new(code, Some(code_type));
        let successes: HashSet<CodeKey> = self.successes.iter().map(|code| key(code)).collect();
        for row in rows {
            if row.codes().any(|code| successes.contains(&key(code))) {
                (row.kind, row.unknown_kind) = (Some(Kind::Ok), None);
            }
        }
    }

    fn require_names(&self) -> Result<(), ImportError> {
        let other = self.other.as_ref().map(|name| ("a variant", name));
        for (what, name) in [("an enum", &self.name)].into_iter().chain(other) {
            if let Some(problem) = type_problem(name) {
                return Err(ImportError::NotAName { what, name: name.clone(), problem });
            }
        }
        Ok(())
    }

    fn require_successes(&self, table: &Table) -> Result<(), ImportError> {
        let key = |code: &str| CodeKey::new(code, Some(table.code_type));
        let all: HashSet<CodeKey> = codes_of(&table.rows).map(|(_, code)| key(code)).collect();
        match self.successes.iter().find(|success| !all.contains(&key(success))) {
            Some(success) => Err(ImportError::NoSuchCode(success.clone())),
            None => Ok(()),
        }
    }

    fn require_kinds(&self, rows: &[Row]) -> Result<(), ImportError> {
        let unknown = rows.iter().find_map(|row| Some((row.line, row.unknown_kind.clone()?)));
        let column = self.kind.clone().unwrap_or_else(|| Field::Kind.heading().to_owned());
        match unknown {
            Some((line, value)) => Err(ImportError::NoSuchKind { line, column, value }),
            None => Ok(()),
        }
    }
}

/// The rows; those that differ only in their code are merged into one.
fn merged(rows: Vec<Row>, columns: &[EnumColumn]) -> Vec<Row> {
    let mut merged: Vec<Row> = Vec::new();
    let mut places = HashMap::new();
    for row in rows {
        let texts = [row.name.trim(), &row.message, &row.description].map(str::to_owned);
        let values = columns.iter().enumerate();
        let values = values.map(|(index, column)| column.value_type.value(row.value(index)));
        let values: Vec<String> = values.map(Cow::into_owned).collect();
        let kind = (row.kind, row.unknown_kind.clone(), row.is_retryable());
        let facts = (texts, values, kind, row.is_retired);
        let place = *places.entry(facts).or_insert(merged.len());
        match merged.get_mut(place) {
            Some(first) => {
                let lines = row.codes().map(|code| (code.to_owned(), row.line));
                first.alias_lines.extend(lines);
                first.aliases.extend(row.codes().map(str::to_owned));
            }
            None => merged.push(row),
        }
    }
    merged
}

fn push(source: &mut String, variant: &Variant<'_>) {
    for line in variant.lines(Layout::IMPORT) {
        let _ = writeln!(source, "    {line}");
    }
}

fn other_variant(name: &str, columns: &[EnumColumn]) -> Variant<'static> {
    let values = columns.iter().map(|column| (column.method.clone(), column.empty_value()));
    Variant {
        codes: vec!["other".to_owned()],
        message: "unlisted",
        description: Some("A code that the table does not list"),
        is_success: false,
        is_retired: false,
        kind: None,
        retryable: None,
        values: values.collect(),
        name: name.to_owned(),
        field: "(jmessage_codes::Unlisted<Self>)",
    }
}

/// Writes the variant's name, and an unlisted code.
fn debug_body(other: Option<&str>) -> String {
    let name = "formatter.write_str(self.name())";
    match other {
        None => name.to_owned(),
        Some(other) => format!(
            "match self {{
            Self::{other}(code) => formatter.debug_tuple(\"{other}\").field(code).finish(),
            _ => {name},
        }}"
        ),
    }
}

fn impl_of(name: &str, of: &str, body: &str) -> String {
    format!(
        "
impl core::fmt::{name} for {of} {{
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {{
        {body}
    }}
}}
"
    )
}
