//! The source of an enum.

use std::fmt::Write;

use super::codes::EnumCodes;
use super::columns::EnumColumn;
use super::error::ImportError;
use super::identifier::type_problem;
use super::import::Import;
use super::name::Names;
use super::plan::Plan;
use super::write_variant::{Layout, Variant};
use crate::code_type::CodeType;
use crate::table::{Field, Row, Table};

/// rustc's time for `derive(Debug)` and thiserror grows with the square of the variants. A larger
/// enum gets impls instead.
const DERIVE_UP_TO: usize = 1_000;

impl Import {
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

    /// The source up to the first variant.
    fn head(&self, codes: EnumCodes, columns: &[EnumColumn], rows: usize) -> String {
        let comment = self.comment.iter().map(|comment| format!("// {comment}\n"));
        let comment: String = comment.collect();
        let debug = if is_small(rows) { "Debug, " } else { "" };
        let has_thiserror = self.has_thiserror(rows);
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
        if !is_small(rows) {
            source.push_str(&impl_of("Debug", name, &debug_body(other)));
        }
        if !self.has_thiserror(rows) {
            let format = codes.format();
            let body = format!("write!(formatter, {format}, self.description(), self.code())");
            source.push_str(&impl_of("Display", name, &body));
            let _ = writeln!(source, "\nimpl core::error::Error for {name} {{}}");
        }
        source
    }

    fn has_thiserror(&self, rows: usize) -> bool {
        is_small(rows) && !self.has_no_thiserror
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

    fn require_kinds(&self, rows: &[Row]) -> Result<(), ImportError> {
        let unknown = rows.iter().find_map(|row| Some((row.line, row.unknown_kind.clone()?)));
        let column = self.kind.clone().unwrap_or_else(|| Field::Kind.heading().to_owned());
        match unknown {
            Some((line, value)) => Err(ImportError::NoSuchKind { line, column, value }),
            None => Ok(()),
        }
    }
}

fn is_small(rows: usize) -> bool {
    rows <= DERIVE_UP_TO
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
