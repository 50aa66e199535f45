//! A row of a table.

use jmessage_codes::Kind;

use crate::column_type::boolean;

/// One row of a [`Table`](crate::Table).
///
/// ```
/// use error_catalog::Table;
/// use jmessage_codes::{ErrorCatalog, Kind};
///
/// #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
/// #[catalog(url = "https://errors.example/{code}")]
/// enum Door {
///     #[code(7, "door jammed", kind = Unavailable, retired)]
///     Jammed,
/// }
///
/// let table = Table::of::<Door>();
/// let row = table.rows().first().ok_or("empty")?;
/// assert_eq!(row.kind(), Some(Kind::Unavailable));
/// assert_eq!((row.is_retryable(), row.is_retired()), (Some(true), true));
/// assert_eq!(row.url(), Some("https://errors.example/7"));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub(crate) line: Option<usize>,
    pub(crate) code: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) name: String,
    pub(crate) message: String,
    pub(crate) description: String,
    /// The kind, which is [`Kind::Ok`] for a success; `None` if nothing says it.
    pub(crate) kind: Option<Kind>,
    /// The text of a cell that should be a kind but is not.
    pub(crate) unknown_kind: Option<String>,
    /// Whether the same request may succeed later; `None` if the kind decides.
    pub(crate) retryable: Option<bool>,
    pub(crate) is_retired: bool,
    /// The URL that explains the code, if the enum has one.
    pub(crate) url: Option<String>,
    /// Whether the name is already that of a variant.
    pub(crate) keeps_name: bool,
    pub(crate) values: Values,
    /// The columns whose values are expressions, whose texts only rustc knows.
    pub(crate) expressions: Vec<usize>,
    /// The aliases that have a row of their own in the document, each with its line.
    pub(crate) alias_lines: Vec<(String, Option<usize>)>,
    /// The `#[cfg(…)]` of the variant in a source file; empty if it is always there.
    pub(crate) condition: String,
}

impl Row {
    /// The line of the document in which the row begins, counted from 1; `None`
    /// in the table of a catalog.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let table = Table::read("code,message\n7,door jammed\n", Format::Csv)?.into_clean()?;
    /// let row = table.rows().first().ok_or("empty")?;
    /// assert_eq!(row.line(), Some(2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// The code as the document writes it, without blanks around it.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let table = Table::read("code,message\n7,door jammed\n", Format::Csv)?.into_clean()?;
    /// let row = table.rows().first().ok_or("empty")?;
    /// assert_eq!(row.code(), "7");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Further codes with the same meaning.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let table = Table::read("code,aliases,message\n7,8,door jammed\n", Format::Csv)?.into_clean()?;
    /// let row = table.rows().first().ok_or("empty")?;
    /// assert_eq!(row.aliases(), ["8"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// The name; empty if the table has no names.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let table = Table::read("code,name,message\n7,Jammed,door jammed\n", Format::Csv)?.into_clean()?;
    /// let row = table.rows().first().ok_or("empty")?;
    /// assert_eq!(row.name(), "Jammed");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The message.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let table = Table::read("code,message\n7,door jammed\n", Format::Csv)?.into_clean()?;
    /// let row = table.rows().first().ok_or("empty")?;
    /// assert_eq!(row.message(), "door jammed");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The description; empty if the table has no descriptions.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let table = Table::read("code,message,description\n7,jammed,It is stuck\n", Format::Csv)?.into_clean()?;
    /// let row = table.rows().first().ok_or("empty")?;
    /// assert_eq!(row.description(), "It is stuck");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn description(&self) -> &str {
        &self.description
    }

    /// The kind; `None` in the table of a document, which has no kinds.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        self.kind
    }

    /// Whether the same request may succeed later. If the row does not say it, the kind decides;
    /// `None` without a kind.
    #[must_use]
    pub fn is_retryable(&self) -> Option<bool> {
        self.retryable.or_else(|| Some(self.kind?.is_retryable()))
    }

    /// Whether the vendor no longer lists the code.
    #[must_use]
    pub fn is_retired(&self) -> bool {
        self.is_retired
    }

    /// The URL that explains the code, from `#[catalog(url = "…")]`.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// The texts in the columns that [`Table::columns`](crate::Table::columns) names, in the same order.
    ///
    /// ```
    /// use error_catalog::{Format, Table};
    ///
    /// let table = Table::read("code,message,floor\n7,door jammed,2\n", Format::Csv)?.into_clean()?;
    /// let row = table.rows().first().ok_or("empty")?;
    /// assert_eq!(row.values(), ["2"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn values(&self) -> Vec<&str> {
        (0..self.values.width).map(|index| self.value(index)).collect()
    }

    /// The code, then the aliases.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.code).chain(&self.aliases).map(String::as_str)
    }

    /// Sets the message, the description, the kind, or one of these columns.
    pub(crate) fn set(&mut self, columns: &[String], name: &str, text: &str) {
        match name {
            "message" => text.clone_into(&mut self.message),
            "description" => text.clone_into(&mut self.description),
            "retryable" => self.retryable = boolean(text),
            "kind" => {
                self.kind = kind_called(text);
                self.unknown_kind = self.kind.is_none().then(|| text.to_owned());
            }
            name => {
                if let Some(index) = columns.iter().position(|column| column == name) {
                    self.expressions.retain(|expression| *expression != index);
                    self.values.set(index, text);
                }
            }
        }
    }

    pub(crate) fn set_value(&mut self, column: usize, text: &str) {
        self.values.set(column, text);
    }

    /// The line in which the document has this code of the row.
    pub(crate) fn line_of(&self, code: &str) -> Option<usize> {
        let alias = self.alias_lines.iter().find(|(alias, _)| alias == code);
        alias.map_or(self.line, |(_, line)| *line)
    }

    /// The text in the column that [`Table::columns`](crate::Table::columns) names at this index.
    pub(crate) fn value(&self, index: usize) -> &str {
        let texts = &self.values.texts;
        let place = texts.binary_search_by_key(&index, |(column, _)| *column).ok();
        place.and_then(|place| texts.get(place)).map_or("", |(_, text)| text)
    }
}

/// A row's texts in the columns that [`Table::columns`](crate::Table::columns) names.
///
/// Documents can have thousands of columns that are empty in most rows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Values {
    /// The number of columns.
    width: usize,
    /// The texts that are not empty, each with its column, in order.
    texts: Vec<(usize, String)>,
}

impl Values {
    /// The table has more columns.
    pub(super) fn widen(&mut self, width: usize) {
        self.width = width;
    }

    pub(super) fn set(&mut self, column: usize, text: &str) {
        self.texts.retain(|(each, _)| *each != column);
        let place = self.texts.partition_point(|(each, _)| *each < column);
        if !text.is_empty() {
            self.texts.insert(place, (column, text.to_owned()));
        }
    }

    pub(crate) fn new(width: usize, texts: impl IntoIterator<Item = (usize, String)>) -> Self {
        let mut texts: Vec<(usize, String)> =
            texts.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        texts.sort_by_key(|(column, _)| *column);
        Self { width, texts }
    }
}

/// The kind with this name in Rust.
pub(crate) fn kind_called(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| format!("{kind:?}") == name)
}
