//! From a table to the source of its enum.

use std::collections::HashMap;
use std::fmt::Write;

use thiserror::Error;

pub(crate) mod name;

use self::name::{Names, column_identifier, is_identifier, is_keyword, own_name};
use crate::integer::{self, Integer};
use crate::{Row, Table};

/// `derive(Debug)` takes rustc time that grows with the square of the variants;
/// from here on the enum gets an `impl` instead.
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
    code_type: Option<String>,
    merges_aliases: bool,
    columns: Vec<String>,
    successes: Vec<String>,
    other: Option<String>,
}

impl Import {
    /// The writer of an enum of this name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            code_type: None,
            merges_aliases: false,
            columns: Vec::new(),
            successes: Vec::new(),
            other: None,
        }
    }

    /// Takes this type for the codes: an integer type, or `str`.
    ///
    /// Otherwise it is the smallest integer type that holds every code, or `str`
    /// where a code has a letter or a leading zero.
    #[must_use]
    pub fn code_type(mut self, code_type: impl Into<String>) -> Self {
        self.code_type = Some(code_type.into());
        self
    }

    /// Makes one variant of rows that differ in nothing but their code.
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

    /// Marks the row of this code as a success.
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

    /// The enum's source. Each row stands in one line, which rustfmt is told to
    /// leave as it is.
    ///
    /// The variants are named by the table's names, or else by its messages. Of
    /// several rows with one name the first keeps it and the others have their
    /// code behind it, so that rows which are added at the end rename none.
    ///
    /// # Errors
    ///
    /// What the table or the wishes do not allow.
    pub fn write(&self, table: &Table) -> Result<String, ImportError> {
        let names = [&self.name].into_iter().chain(&self.other);
        if let Some(name) = names.into_iter().find(|name| !is_identifier(name) || is_keyword(name))
        {
            return Err(ImportError::NotAName(name.clone()));
        }
        if table.rows.is_empty() {
            return Err(ImportError::NoRow);
        }
        let rows = self.merged(table);
        let code_type = self.find_code_type(&rows)?;
        let columns = self.find_columns(table)?;
        self.require_successes(&rows)?;
        let mut source = self.head(&code_type, &columns, rows.len());
        let mut names = Names::new(self.other.clone());
        for row in &rows {
            let name = names.name(row);
            let arguments = self.arguments(table, row, &code_type, &columns);
            let _ = writeln!(source, "    #[code({arguments})] {name},");
        }
        if let Some(other) = &self.other {
            let code_type = code_type.integer().ok_or(ImportError::OtherOfStrings)?;
            source.push_str(
                "    #[code(other, \"unlisted\", \"A code that the table does not list\"",
            );
            for (_, column) in &columns {
                let _ = write!(source, ", {column} = \"\"");
            }
            let _ = writeln!(source, ")] {other}({code_type}),");
        }
        source.push_str("}\n");
        if rows.len() > DERIVE_DEBUG_UP_TO {
            source.push_str(&debug_impl(&self.name));
        }
        Ok(source)
    }

    /// What stands above the variants.
    fn head(&self, code_type: &CodeType, columns: &[(usize, String)], rows: usize) -> String {
        let debug = if rows > DERIVE_DEBUG_UP_TO { "" } else { "Debug, " };
        let mut head = format!(
            "use jmessage_codes::ErrorCatalog;\n\n\
             /// Error codes.\n\
             #[derive(Clone, Copy, {debug}PartialEq, Eq, ErrorCatalog)]\n"
        );
        if let Some(integer) = code_type.integer().filter(|integer| *integer != "u32") {
            let _ = writeln!(head, "#[catalog(code = {integer})]");
        }
        for (_, column) in columns {
            let _ = writeln!(head, "#[catalog(column({column}: &str))]");
        }
        let _ =
            writeln!(head, "#[allow(missing_docs)]\n#[rustfmt::skip]\npub enum {} {{", self.name);
        head
    }

    /// What stands between the parentheses of `#[code(…)]`.
    fn arguments(
        &self,
        table: &Table,
        row: &Row,
        code_type: &CodeType,
        columns: &[(usize, String)],
    ) -> String {
        let codes: Vec<String> = codes(row).map(|code| code_type.literal(code)).collect();
        let mut arguments = format!("{}, {:?}", codes.join(" | "), row.message);
        // Left out, the description is the message.
        if table.has_descriptions && row.description != row.message {
            let _ = write!(arguments, ", {:?}", row.description);
        }
        if codes_are_among(row, &self.successes) {
            arguments.push_str(", success");
        }
        for (index, column) in columns {
            let value = row.values.get(*index).map_or("", String::as_str);
            let _ = write!(arguments, ", {column} = {value:?}");
        }
        arguments
    }

    /// The rows, those put together that differ in nothing but their code.
    fn merged(&self, table: &Table) -> Vec<Row> {
        if !self.merges_aliases {
            return table.rows.clone();
        }
        let mut merged: Vec<Row> = Vec::new();
        let mut places = HashMap::new();
        for row in &table.rows {
            let texts =
                (own_name(row), row.message.clone(), row.description.clone(), row.values.clone());
            let place = *places.entry(texts).or_insert(merged.len());
            match merged.get_mut(place) {
                Some(first) => first.aliases.extend(codes(row).map(str::to_owned)),
                None => merged.push(row.clone()),
            }
        }
        merged
    }

    fn find_columns(&self, table: &Table) -> Result<Vec<(usize, String)>, ImportError> {
        let mut columns: Vec<(usize, String)> = Vec::new();
        for name in &self.columns {
            let place = table.columns.iter().position(|column| column == name);
            let no_column = || ImportError::NoSuchColumn {
                name: name.clone(),
                columns: table.columns.join(", "),
            };
            let identifier = column_identifier(name);
            let no_name = || ImportError::NotAName(name.clone());
            columns.push((place.ok_or_else(no_column)?, identifier.ok_or_else(no_name)?));
        }
        Ok(columns)
    }

    fn require_successes(&self, rows: &[Row]) -> Result<(), ImportError> {
        let is_there = |success: &&String| codes_of(rows).any(|(_, code)| code == success.as_str());
        match self.successes.iter().find(|success| !is_there(success)) {
            Some(success) => Err(ImportError::NoSuchCode(success.clone())),
            None => Ok(()),
        }
    }

    fn find_code_type(&self, rows: &[Row]) -> Result<CodeType, ImportError> {
        let integers: Option<Vec<Integer>> =
            codes_of(rows).map(|(_, code)| integer::any(code)).collect();
        let code_type = match (self.code_type.as_deref(), integers) {
            (Some("str" | "&str" | "&'static str"), _) | (None, None) => CodeType::Text,
            (Some(name), _) => CodeType::Integer(
                IntegerType::from_name(name)
                    .ok_or_else(|| ImportError::NoCodeType(name.to_owned()))?,
            ),
            (None, Some(integers)) => {
                IntegerType::smallest(&integers).map_or(CodeType::Text, CodeType::Integer)
            }
        };
        code_type.require(rows)?;
        Ok(code_type)
    }
}

/// Why a table cannot be written as an enum.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The table has no row.
    #[error("the table has no row")]
    NoRow,
    /// No enum, variant or column can have this name.
    #[error("{0:?} cannot be the name of an enum, a variant or a column")]
    NotAName(String),
    /// The codes cannot be of this type.
    #[error("codes cannot be {0:?}; name an integer type or str")]
    NoCodeType(String),
    /// A code is not of the type.
    #[error("{}code {code:?} does not fit {code_type}", place(*line))]
    DoesNotFit {
        /// The line of the row.
        line: Option<usize>,
        /// The code.
        code: String,
        /// The type.
        code_type: &'static str,
    },
    /// A number stands twice, in two ways of writing.
    #[error("{}code {code:?} is the same number as {first:?}", place(*line))]
    SameNumber {
        /// The line of the second row.
        line: Option<usize>,
        /// The code in it.
        code: String,
        /// The code in the first row.
        first: String,
    },
    /// The table has no such column.
    #[error("no column {name:?}; the further columns are: {columns}")]
    NoSuchColumn {
        /// The column that was asked for.
        name: String,
        /// The columns of the table.
        columns: String,
    },
    /// No row has the code that was named as a success.
    #[error("no row has the code {0:?}")]
    NoSuchCode(String),
    /// A catalog of strings cannot keep an unlisted code.
    #[error("codes that are strings cannot be kept by a variant for unlisted codes")]
    OtherOfStrings,
}

fn place(line: Option<usize>) -> String {
    line.map(|line| format!("line {line}: ")).unwrap_or_default()
}

/// The row's code and its aliases.
fn codes(row: &Row) -> impl Iterator<Item = &str> {
    std::iter::once(&row.code).chain(&row.aliases).map(String::as_str)
}

fn codes_of(rows: &[Row]) -> impl Iterator<Item = (&Row, &str)> {
    rows.iter().flat_map(|row| codes(row).map(move |code| (row, code)))
}

fn codes_are_among(row: &Row, successes: &[String]) -> bool {
    codes(row).any(|code| successes.iter().any(|success| success == code))
}

enum CodeType {
    Integer(IntegerType),
    Text,
}

impl CodeType {
    fn integer(&self) -> Option<&'static str> {
        match self {
            Self::Integer(integer) => Some(integer.name),
            Self::Text => None,
        }
    }

    /// Integers stay in the base that the document writes them in.
    fn literal(&self, code: &str) -> String {
        match self {
            Self::Integer(_) => code.to_owned(),
            Self::Text => format!("{code:?}"),
        }
    }

    /// That all codes are of the type, and no two of them the same.
    fn require(&self, rows: &[Row]) -> Result<(), ImportError> {
        let Self::Integer(code_type) = self else { return Ok(()) };
        let mut seen: HashMap<Integer, &str> = HashMap::new();
        for (row, code) in codes_of(rows) {
            let number = integer::any(code).filter(|number| code_type.holds(*number));
            let number = number.ok_or_else(|| ImportError::DoesNotFit {
                line: row.line,
                code: code.to_owned(),
                code_type: code_type.name,
            })?;
            if let Some(first) = seen.insert(number, code) {
                return Err(ImportError::SameNumber {
                    line: row.line,
                    code: code.to_owned(),
                    first: first.to_owned(),
                });
            }
        }
        Ok(())
    }
}

#[derive(Clone, Copy)]
struct IntegerType {
    name: &'static str,
    low: Integer,
    high: Integer,
}

macro_rules! integer_types {
    ($($unsigned:ident $signed:ident)*) => {
        /// The smaller first.
        static INTEGER_TYPES: [IntegerType; 12] = [$(
            IntegerType {
                name: stringify!($unsigned),
                low: Integer::Natural(0),
                high: Integer::Natural($unsigned::MAX as u128),
            },
            IntegerType {
                name: stringify!($signed),
                low: Integer::Negative($signed::MIN as i128),
                high: Integer::Natural($signed::MAX as u128),
            },
        )*];
    };
}

integer_types!(u8 i8 u16 i16 u32 i32 u64 i64 u128 i128 usize isize);

impl IntegerType {
    fn from_name(name: &str) -> Option<Self> {
        INTEGER_TYPES.iter().copied().find(|integer| integer.name == name)
    }

    fn smallest(numbers: &[Integer]) -> Option<Self> {
        let holds_all = |integer: &IntegerType| numbers.iter().all(|number| integer.holds(*number));
        INTEGER_TYPES.iter().copied().find(holds_all)
    }

    fn holds(&self, number: Integer) -> bool {
        (self.low..=self.high).contains(&number)
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
