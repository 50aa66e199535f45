//! Entries without the types of their catalogs.

use core::fmt::{self, Debug, Display, Formatter};
use core::hash::{Hash, Hasher};

use crate::any_table::{Of, Table, Text};
use crate::catalog::ErrorCatalog;
use crate::column::Column;
use crate::handles::Entry;
use crate::kind::Kind;

/// A type-erased entry, for code that handles entries of several catalogs.
///
/// Every [`Entry`] converts into one.
///
/// ```
/// use jmessage_codes::AnyEntry;
///
/// fn log(entry: impl Into<AnyEntry>) -> String {
///     let entry = entry.into();
///     format!("{} {entry}", entry.catalog())
/// }
///
/// # #[cfg(feature = "web")]
/// # {
/// use jmessage_codes::WebCode;
///
/// let entry = WebCode::UserNotExist.entry().ok_or("unlisted")?;
/// assert_eq!(log(entry), "WebCode 880103 UserNotExist: user not exist");
/// # }
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy)]
pub struct AnyEntry {
    table: &'static Table,
    row: usize,
}

impl AnyEntry {
    pub(crate) const fn new(table: &'static Table, row: usize) -> Self {
        Self { table, row }
    }

    /// The name of the catalog.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{AnyCatalog, WebCode};
    ///
    /// let entry = AnyCatalog::of::<WebCode>().find("880103").ok_or("unlisted")?;
    /// assert_eq!(entry.catalog(), "WebCode");
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub const fn catalog(self) -> &'static str {
        self.table.name
    }

    /// The index of the entry in the catalog, counted from 0.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{AnyCatalog, WebCode};
    ///
    /// let entry = AnyCatalog::of::<WebCode>().find("880103").ok_or("unlisted")?;
    /// let again = AnyCatalog::of::<WebCode>().entries().nth(entry.index());
    /// assert_eq!(again, Some(entry));
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub const fn index(self) -> usize {
        self.row
    }

    /// The code; the first one if the variant has several.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{AnyCatalog, WebCode};
    ///
    /// let entry = AnyCatalog::of::<WebCode>().find("880103").ok_or("unlisted")?;
    /// assert_eq!(entry.code(), "880103");
    /// assert_eq!(entry.code().to_string(), "880103");
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub const fn code(self) -> AnyCode {
        AnyCode { entry: self, index: 0 }
    }

    /// The further codes of the variant.
    ///
    /// ```
    /// use jmessage_codes::{AnyCatalog, ErrorCatalog};
    ///
    /// #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
    /// enum Door {
    ///     #[code(7 | 70, "door jammed")]
    ///     Jammed,
    /// }
    ///
    /// let entry = AnyCatalog::of::<Door>().find("7").ok_or("unlisted")?;
    /// assert!(entry.aliases().any(|alias| alias == "70"));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn aliases(self) -> impl DoubleEndedIterator<Item = AnyCode> + ExactSizeIterator + use<> {
        (1..(self.table.codes)(self.row)).map(move |index| AnyCode { entry: self, index })
    }

    /// The name of the variant.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{AnyCatalog, WebCode};
    ///
    /// let entry = AnyCatalog::of::<WebCode>().find("880103").ok_or("unlisted")?;
    /// assert_eq!(entry.name(), "UserNotExist");
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        (self.table.text)(self.row, Text::Name)
    }

    /// The vendor's message.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{AnyCatalog, WebCode};
    ///
    /// let entry = AnyCatalog::of::<WebCode>().find("880103").ok_or("unlisted")?;
    /// assert_eq!(entry.message(), "user not exist");
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn message(self) -> &'static str {
        (self.table.text)(self.row, Text::Message)
    }

    /// What the code means; the message if the table has no description.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{AnyCatalog, WebCode};
    ///
    /// let entry = AnyCatalog::of::<WebCode>().find("880103").ok_or("unlisted")?;
    /// assert_eq!(entry.description(), "User does not exist");
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn description(self) -> &'static str {
        (self.table.text)(self.row, Text::Description)
    }

    /// The kind of the code.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{AnyCatalog, Kind, WebCode};
    ///
    /// let entry = AnyCatalog::of::<WebCode>().find("880103").ok_or("unlisted")?;
    /// assert_eq!(entry.kind(), Kind::NotFound);
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn kind(self) -> Kind {
        (self.table.kind)(self.row)
    }

    /// Whether this code means success.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{AnyCatalog, WebCode};
    ///
    /// let entry = AnyCatalog::of::<WebCode>().find("880103").ok_or("unlisted")?;
    /// assert!(!entry.is_success());
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn is_success(self) -> bool {
        self.kind() == Kind::Ok
    }

    /// Whether the same request may succeed later. If the row does not say,
    /// [its kind](Kind::is_retryable) decides.
    ///
    /// ```
    /// use jmessage_codes::{AnyCatalog, ErrorCatalog};
    ///
    /// #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
    /// enum Door {
    ///     #[code("7F", "door jammed", kind = Unavailable, retryable = false)]
    ///     Jammed,
    /// }
    ///
    /// let entry = AnyCatalog::of::<Door>().find("7F").ok_or("unlisted")?;
    /// assert!(!entry.is_retryable());
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn is_retryable(self) -> bool {
        (self.table.is_retryable)(self.row)
    }

    /// Whether the vendor no longer lists the code. Lookups still find it.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{AnyCatalog, WebCode};
    ///
    /// let entry = AnyCatalog::of::<WebCode>().find("880103").ok_or("unlisted")?;
    /// assert!(!entry.is_retired());
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn is_retired(self) -> bool {
        (self.table.is_retired)(self.row)
    }

    /// The URL that explains the code, from `#[catalog(url = "…")]`; `None` without that key.
    ///
    /// ```
    /// use jmessage_codes::{AnyCatalog, ErrorCatalog};
    ///
    /// #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
    /// #[catalog(url = "https://errors.example/{code}")]
    /// enum Door {
    ///     #[code("7F", "door jammed")]
    ///     Jammed,
    /// }
    ///
    /// let entry = AnyCatalog::of::<Door>().find("7F").ok_or("no such code")?;
    /// let url = entry.url().ok_or("no URL")?;
    /// assert_eq!(url.to_string(), "https://errors.example/7F");
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn url(self) -> Option<impl Display + use<>> {
        let display = self.table.display_url?;
        Some(AnyUrl { display, row: self.row })
    }

    /// The columns that the catalog adds, as text: the name and the value of each, in
    /// declaration order.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{AnyCatalog, WebCode};
    ///
    /// let entry = AnyCatalog::of::<WebCode>().find("880103").ok_or("unlisted")?;
    /// for (name, value) in entry.columns() {
    ///     println!("{name}: {value}");
    /// }
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn columns(
        self,
    ) -> impl DoubleEndedIterator<Item = (&'static str, &'static str)> + ExactSizeIterator + use<>
    {
        let value = move |column: &Column| column.value(self.row).unwrap_or_default();
        self.table.columns.iter().map(move |column| (column.name(), value(column)))
    }

    /// The value of the column with this name, as the table writes it: the content of a string
    /// literal, or the tokens of any other expression. `None` if there is no such column.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{AnyCatalog, WebCode};
    ///
    /// let entry = AnyCatalog::of::<WebCode>().find("880103").ok_or("unlisted")?;
    /// assert_eq!(entry.column("description_zh"), Some("用户不存在"));
    /// assert_eq!(entry.column("no_such_column"), None);
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn column(self, name: &str) -> Option<&'static str> {
        self.table.columns.iter().find(|column| column.name() == name)?.value(self.row)
    }
}

impl<C: ErrorCatalog> From<Entry<C>> for AnyEntry {
    fn from(entry: Entry<C>) -> Self {
        Self { table: Of::<C>::TABLE, row: entry.index() }
    }
}

/// Two entries are equal if they are the same row of the same enum.
impl PartialEq for AnyEntry {
    fn eq(&self, other: &Self) -> bool {
        self.row == other.row && (self.table.id)() == (other.table.id)()
    }
}

impl Eq for AnyEntry {}

impl Hash for AnyEntry {
    fn hash<H: Hasher>(&self, state: &mut H) {
        ((self.table.id)(), self.row).hash(state);
    }
}

/// The same as for an [`Entry`].
impl Debug for AnyEntry {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        (self.table.debug)(self.row, formatter)
    }
}

/// The same as for an [`Entry`]: `880103 UserNotExist: user not exist`.
impl Display for AnyEntry {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}: {}", self.code(), self.name(), self.message())
    }
}

/// The URL of an [`AnyEntry`].
struct AnyUrl {
    display: fn(usize, &mut Formatter<'_>) -> fmt::Result,
    row: usize,
}

impl Display for AnyUrl {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        (self.display)(self.row, formatter)
    }
}

/// A code of an [`AnyEntry`].
///
/// It is displayed the way the catalog displays its codes, and compared with text the way the
/// catalog parses codes.
///
/// ```
/// # #[cfg(feature = "web")] {
/// use jmessage_codes::{AnyCatalog, WebCode};
///
/// let code = AnyCatalog::of::<WebCode>().find("880103").ok_or("unlisted")?.code();
/// assert_eq!(code.to_string(), "880103");
/// assert_eq!(code, "880103");
/// assert_ne!(code, "user not exist");
/// # }
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct AnyCode {
    entry: AnyEntry,
    index: usize,
}

impl PartialEq<str> for AnyCode {
    fn eq(&self, text: &str) -> bool {
        (self.entry.table.is_code)(self.entry.row, self.index, text)
    }
}

impl PartialEq<&str> for AnyCode {
    fn eq(&self, text: &&str) -> bool {
        *self == **text
    }
}

impl Debug for AnyCode {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(self, formatter)
    }
}

impl Display for AnyCode {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        (self.entry.table.display_code)(self.entry.row, self.index, formatter)
    }
}
