//! Catalogs and entries without their types.

use core::any::TypeId;
use core::fmt::{self, Debug, Display, Formatter};
use core::hash::{Hash, Hasher};
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::ops::Range;

use crate::catalog::{Entry, ErrorCatalog};
use crate::code::CatalogCode;
use crate::column::Column;
use crate::convert::parse_code;
use crate::kind::Kind;
use crate::shown::Shown;

/// What a program knows of a catalog without its type.
struct Table {
    name: &'static str,
    rows: usize,
    columns: &'static [Column],
    id: fn() -> TypeId,
    find: fn(&str) -> Option<usize>,
    text: fn(usize, Text) -> &'static str,
    kind: fn(usize) -> Kind,
    is_retryable: fn(usize) -> bool,
    is_retired: fn(usize) -> bool,
    /// How many codes a row has.
    codes: fn(usize) -> usize,
    is_code: fn(usize, usize, &str) -> bool,
    display_code: fn(usize, usize, &mut Formatter<'_>) -> fmt::Result,
    debug: fn(usize, &mut Formatter<'_>) -> fmt::Result,
}

#[derive(Clone, Copy)]
enum Text {
    Name,
    Message,
    Description,
}

/// The table of the catalog `C`.
struct Of<C>(PhantomData<C>);

impl<C: ErrorCatalog> Of<C> {
    const TABLE: &'static Table = &Table {
        name: C::NAME,
        rows: C::__ROWS,
        columns: C::COLUMNS,
        id: TypeId::of::<C>,
        find: Self::find,
        text: Self::text,
        kind: |row| Self::entry(row).kind(),
        is_retryable: |row| Self::entry(row).is_retryable(),
        is_retired: |row| Self::entry(row).is_retired(),
        codes: |row| Self::entry(row).aliases().len() + 1,
        is_code: Self::is_code,
        display_code: Self::display_code,
        debug: |row, formatter| Debug::fmt(&Self::entry(row), formatter),
    };

    fn entry(row: usize) -> Entry<C> {
        Entry::__new(row)
    }

    fn find(code: &str) -> Option<usize> {
        let code = parse_code::<C>(code)?;
        Some(C::from_code(code)?.entry()?.index())
    }

    fn text(row: usize, text: Text) -> &'static str {
        let entry = Self::entry(row);
        match text {
            Text::Name => entry.name(),
            Text::Message => entry.message(),
            Text::Description => entry.description(),
        }
    }

    fn is_code(row: usize, index: usize, text: &str) -> bool {
        let code = Self::entry(row).__code(index).zip(parse_code::<C>(text));
        code.is_some_and(|(code, query)| code.__is(query))
    }

    fn display_code(row: usize, index: usize, formatter: &mut Formatter<'_>) -> fmt::Result {
        match Self::entry(row).__code(index) {
            Some(code) => Display::fmt(&Shown::<C>(code), formatter),
            None => Ok(()),
        }
    }
}

/// A catalog without its type, so that a program, such as a logger, can have a list
/// of several catalogs.
///
/// It uses the catalog's own lookup.
///
/// ```
/// use jmessage_codes::{AnyCatalog, ErrorCatalog};
///
/// #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
/// enum Door {
///     #[code("7F", "door jammed")]
///     Jammed,
/// }
///
/// const CATALOGS: &[AnyCatalog] = &[
///     AnyCatalog::of::<Door>(),
/// #   #[cfg(feature = "web")]
///     AnyCatalog::of::<jmessage_codes::WebCode>(),
/// ];
///
/// fn explain(code: &str) -> Option<String> {
///     let entry = CATALOGS.iter().find_map(|catalog| catalog.find(code))?;
///     Some(format!("{}: {}", entry.catalog(), entry.message()))
/// }
///
/// assert_eq!(explain("7F").unwrap(), "Door: door jammed");
/// # #[cfg(feature = "web")]
/// assert_eq!(explain("880103").unwrap(), "WebCode: user not exist");
/// assert_eq!(explain("1"), None);
/// ```
#[derive(Clone, Copy)]
pub struct AnyCatalog {
    table: &'static Table,
}

impl AnyCatalog {
    /// The catalog `C` without its type.
    #[must_use]
    pub const fn of<C: ErrorCatalog>() -> Self {
        Self { table: Of::<C>::TABLE }
    }

    /// The name of the enum.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.table.name
    }

    /// The entry for a code given as text, such as `"880203"`, `"-1"` or `"23505"`.
    ///
    /// `None` if the text is not a code or the catalog does not list it. Takes
    /// constant time beyond reading the text, and does not allocate.
    #[must_use]
    pub fn find(self, code: &str) -> Option<AnyEntry> {
        let row = (self.table.find)(code)?;
        Some(AnyEntry { table: self.table, row })
    }

    /// The entries in declaration order.
    #[must_use]
    pub const fn entries(self) -> AnyEntries {
        AnyEntries { table: self.table, rows: 0..self.table.rows }
    }
}

impl Debug for AnyCatalog {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("AnyCatalog").field("name", &self.name()).finish_non_exhaustive()
    }
}

/// The entries of an [`AnyCatalog`].
#[derive(Clone)]
pub struct AnyEntries {
    table: &'static Table,
    rows: Range<usize>,
}

impl Iterator for AnyEntries {
    type Item = AnyEntry;

    fn next(&mut self) -> Option<AnyEntry> {
        let row = self.rows.next()?;
        Some(AnyEntry { table: self.table, row })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rows.size_hint()
    }

    fn nth(&mut self, count: usize) -> Option<AnyEntry> {
        let row = self.rows.nth(count)?;
        Some(AnyEntry { table: self.table, row })
    }
}

impl DoubleEndedIterator for AnyEntries {
    fn next_back(&mut self) -> Option<AnyEntry> {
        let row = self.rows.next_back()?;
        Some(AnyEntry { table: self.table, row })
    }
}

impl ExactSizeIterator for AnyEntries {}

impl FusedIterator for AnyEntries {}

impl Debug for AnyEntries {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.clone()).finish()
    }
}

/// An entry of any catalog, for code that has entries of several catalogs.
///
/// Every [`Entry`] becomes one.
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
/// let entry = WebCode::UserNotExist.entry().unwrap();
/// assert_eq!(log(entry), "WebCode 880103 UserNotExist: user not exist");
/// # }
/// ```
#[derive(Clone, Copy)]
pub struct AnyEntry {
    table: &'static Table,
    row: usize,
}

impl AnyEntry {
    /// The name of the catalog.
    #[must_use]
    pub const fn catalog(self) -> &'static str {
        self.table.name
    }

    /// The place of the entry in the catalog, counted from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self.row
    }

    /// The code; the first one if the variant has several.
    #[must_use]
    pub const fn code(self) -> AnyCode {
        AnyCode { entry: self, index: 0 }
    }

    /// The further codes of the variant.
    #[must_use]
    pub fn aliases(self) -> impl DoubleEndedIterator<Item = AnyCode> + ExactSizeIterator + use<> {
        (1..(self.table.codes)(self.row)).map(move |index| AnyCode { entry: self, index })
    }

    /// The name of the variant.
    #[must_use]
    pub fn name(self) -> &'static str {
        (self.table.text)(self.row, Text::Name)
    }

    /// The vendor's message.
    #[must_use]
    pub fn message(self) -> &'static str {
        (self.table.text)(self.row, Text::Message)
    }

    /// What the code means; the message if the table has no description.
    #[must_use]
    pub fn description(self) -> &'static str {
        (self.table.text)(self.row, Text::Description)
    }

    /// The kind of answer.
    #[must_use]
    pub fn kind(self) -> Kind {
        (self.table.kind)(self.row)
    }

    /// Whether this code means success.
    #[must_use]
    pub fn is_success(self) -> bool {
        self.kind() == Kind::Ok
    }

    /// Whether the same request may succeed later: what the row says, otherwise what
    /// [its kind](Kind::is_retryable) says.
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
    /// let entry = AnyCatalog::of::<Door>().find("7F").unwrap();
    /// assert!(!entry.is_retryable());
    /// ```
    #[must_use]
    pub fn is_retryable(self) -> bool {
        (self.table.is_retryable)(self.row)
    }

    /// Whether the vendor no longer lists the code. Lookups still find it.
    #[must_use]
    pub fn is_retired(self) -> bool {
        (self.table.is_retired)(self.row)
    }

    /// The columns that the catalog adds, as text: the name and the value of each, in
    /// declaration order.
    #[must_use]
    pub fn columns(
        self,
    ) -> impl DoubleEndedIterator<Item = (&'static str, &'static str)> + ExactSizeIterator + use<>
    {
        let value = move |column: &Column| column.value(self.row).unwrap_or_default();
        self.table.columns.iter().map(move |column| (column.name(), value(column)))
    }

    /// The value of the column with this name, as text; `None` if there is no such column.
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

/// Entries are the same if they are of one enum, whatever its name.
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

/// As an [`Entry`].
impl Debug for AnyEntry {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        (self.table.debug)(self.row, formatter)
    }
}

/// As an [`Entry`]: `880103 UserNotExist: user not exist`.
impl Display for AnyEntry {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}: {}", self.code(), self.name(), self.message())
    }
}

/// A code of an [`AnyEntry`].
///
/// It is displayed as the catalog displays its codes, and compared with a text as the
/// catalog reads one.
///
/// ```
/// # #[cfg(feature = "web")] {
/// use jmessage_codes::{AnyCatalog, WebCode};
///
/// let code = AnyCatalog::of::<WebCode>().find("880103").unwrap().code();
/// assert_eq!(code.to_string(), "880103");
/// assert_eq!(code, "880103");
/// assert_ne!(code, "user not exist");
/// # }
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
