//! How an enum is written: the options of the caller.

use crate::code_type::CodeType;

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
    pub(super) name: String,
    pub(super) code_type: Option<CodeType>,
    pub(super) merges_aliases: bool,
    pub(super) columns: Vec<String>,
    pub(super) successes: Vec<String>,
    pub(super) kind: Option<String>,
    pub(super) retryable: Option<String>,
    pub(super) other: Option<String>,
    pub(super) has_no_other: bool,
    pub(super) has_no_thiserror: bool,
    pub(super) comment: Option<String>,
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
    /// The default is the [type of the table's codes](crate::Table::code_type).
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
    /// `OK` of gRPC marks a success. An empty cell gives no kind, and neither does a status such as
    /// 200, which some vendors send with errors.
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

    /// Names the variant that keeps unlisted codes. Enums of integer codes have one even without
    /// this, called `Other` unless a row has that name.
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
}
