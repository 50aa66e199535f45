//! The trait that `#[derive(ErrorCatalog)]` implements, and its entries. They refer to
//! each other, so they are in one file.

use core::hash::{Hash, Hasher};
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::ops::Range;

use crate::code::CatalogCode;
use crate::codes::{Aliases, Codes};
use crate::column::Column;
use crate::derived::Derived;
use crate::kind::Kind;
use crate::texts::Descriptions;
use crate::variants::Variants;

/// A table of error codes: an enum with a variant for each code.
///
/// Only [`#[derive(ErrorCatalog)]`](derive@crate::ErrorCatalog) implements it. The
/// derive also gives the enum methods of the same names, most of them `const`, so
/// you need to import the trait only in code that is generic over catalogs:
///
/// ```
/// use jmessage_codes::ErrorCatalog;
///
/// fn legend<C: ErrorCatalog>() -> String {
///     C::ENTRIES.iter().map(|entry| format!("{entry}\n")).collect()
/// }
///
/// # #[cfg(feature = "web")]
/// assert!(legend::<jmessage_codes::WebCode>().contains("880103 UserNotExist: user not exist"));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an error catalog",
    label = "not an error catalog",
    note = "add `#[derive(ErrorCatalog)]` to the enum and `#[code(CODE, \"message\")]` to its variants"
)]
pub trait ErrorCatalog: Derived + Copy + Eq + Send + Sync + 'static {
    /// The type of the codes: an integer, or `&'static str`.
    type Code: CatalogCode;

    /// The name of the enum.
    const NAME: &'static str;

    /// The table: an entry for each variant in declaration order, without the
    /// `other` variant.
    const ENTRIES: Entries<Self>;

    /// The columns that `#[catalog(column(…))]` adds, in declaration order.
    const COLUMNS: &'static [Column] = &[];

    /// Whether the codes are displayed in hexadecimal.
    #[doc(hidden)]
    const __HEX: bool = false;

    #[doc(hidden)]
    const __CODES: Codes<Self::Code> = Codes::NONE;

    #[doc(hidden)]
    const __ALIASES: Aliases<Self::Code> = Aliases::NONE;

    /// The variant for a code, or `None` if the table does not list it. Takes
    /// constant time and does not allocate.
    fn from_code(code: <Self::Code as CatalogCode>::Query<'_>) -> Option<Self>;

    /// The variant for a code; for an unlisted code the one that keeps it, or `None`
    /// if there is no `other` variant.
    #[doc(hidden)]
    #[inline]
    fn __from_code_or_other(code: <Self::Code as CatalogCode>::Query<'_>) -> Option<Self> {
        Self::from_code(code)
    }

    /// All variants with this message, in declaration order, the retired ones after
    /// the others; empty if there are none. The messages must be equal to the byte.
    /// Takes constant time beyond reading the message once, and does not allocate.
    fn from_message(message: &str) -> Variants<Self>;

    /// This variant's entry in [`ENTRIES`](Self::ENTRIES), or `None` for an
    /// unlisted code.
    fn entry(self) -> Option<Entry<Self>>;

    /// The code; the first one if the variant has several.
    fn code(self) -> Self::Code;

    /// The name of the variant.
    fn name(self) -> &'static str;

    /// The vendor's message.
    fn message(self) -> &'static str;

    /// What the code means; the message if the table has no description.
    fn description(self) -> &'static str;

    /// The kind of answer: that of `#[code(…, kind = NAME)]`. Without one it is
    /// [`Kind::Ok`] for a success code, otherwise [`Kind::Unknown`].
    fn kind(self) -> Kind;

    /// Whether this code means success.
    fn is_success(self) -> bool;

    /// Whether the same request may succeed later: `#[code(…, retryable = true)]` or
    /// `= false` says so. Without it the kind decides, see [`Kind::is_retryable`].
    ///
    /// Wait before you retry, and stop after some tries.
    ///
    /// ```
    /// use jmessage_codes::ErrorCatalog;
    ///
    /// #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
    /// enum Chat {
    ///     #[code(1, "too fast", kind = ResourceExhausted)]
    ///     TooFast,
    ///     #[code(2, "the group is full", kind = ResourceExhausted, retryable = false)]
    ///     GroupFull,
    /// }
    ///
    /// /// Works with every catalog.
    /// fn advice<C: ErrorCatalog>(code: C) -> &'static str {
    ///     if code.is_retryable() { "try again later" } else { "do not try again" }
    /// }
    ///
    /// assert_eq!(advice(Chat::TooFast), "try again later");
    /// assert_eq!(advice(Chat::GroupFull), "do not try again");
    /// ```
    fn is_retryable(self) -> bool;

    /// `Ok(())` for a success code, otherwise `Err(self)`.
    ///
    /// # Errors
    ///
    /// `self`, unless the code means success.
    fn into_result(self) -> Result<(), Self>;
}

/// An entry of a catalog: a variant with its codes and texts.
///
/// It is a small `Copy` handle on a row of the table.
///
/// ```
/// # #[cfg(feature = "web")] {
/// use jmessage_codes::WebCode;
///
/// let entry = WebCode::UserNotExist.entry().unwrap();
/// assert_eq!(entry.code(), 880103);
/// assert_eq!(entry.to_string(), "880103 UserNotExist: user not exist");
/// assert_eq!(entry.column("description_zh"), Some("用户不存在"));
/// # }
/// ```
pub struct Entry<C: ErrorCatalog> {
    row: u32,
    // Has the same auto traits whatever `C` is.
    catalog: PhantomData<fn() -> C>,
}

impl<C: ErrorCatalog> Entry<C> {
    /// The rows of a table are those of its entries, and after them that of `other`, of
    /// which only the texts and the facts are read.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    #[allow(clippy::cast_possible_truncation, reason = "no table has so many rows")]
    pub const fn __new(row: usize) -> Self {
        Self { row: row as u32, catalog: PhantomData }
    }

    /// The place of the entry in [`ENTRIES`](ErrorCatalog::ENTRIES), counted from 0.
    #[inline]
    #[must_use]
    pub const fn index(self) -> usize {
        self.row as usize
    }

    /// The variant.
    #[inline]
    #[must_use]
    pub const fn variant(self) -> C {
        // The derive writes a variant at each position.
        C::__VARIANTS[C::__POSITIONS.get(self.index())]
    }

    /// The code; the first one if the variant has several.
    #[inline]
    #[must_use]
    pub const fn code(self) -> C::Code {
        C::__CODES.get(self.index())
    }

    /// The further codes of the variant.
    #[must_use]
    pub const fn aliases(self) -> &'static [C::Code] {
        C::__ALIASES.of(self.index())
    }

    /// The code at index 0, then the aliases.
    #[doc(hidden)]
    #[must_use]
    pub const fn __code(self, index: usize) -> Option<C::Code> {
        let aliases = self.aliases();
        if index == 0 {
            Some(self.code())
        } else if index <= aliases.len() {
            Some(aliases[index - 1])
        } else {
            None
        }
    }

    /// The name of the variant.
    #[inline]
    #[must_use]
    pub const fn name(self) -> &'static str {
        C::__NAMES.get(self.index())
    }

    /// The vendor's message.
    #[inline]
    #[must_use]
    pub const fn message(self) -> &'static str {
        C::__MESSAGES.get(self.index())
    }

    /// What the code means; the message if the table has no description.
    #[inline]
    #[must_use]
    pub const fn description(self) -> &'static str {
        match C::__DESCRIPTIONS {
            Descriptions::Own(texts) => texts.get(self.index()),
            Descriptions::Some(texts) if !C::__FACTS.message_describes(self.index()) => {
                texts.get(self.index())
            }
            _ => self.message(),
        }
    }

    /// The kind of answer.
    #[inline]
    #[must_use]
    pub const fn kind(self) -> Kind {
        C::__FACTS.kind(self.index())
    }

    /// Whether this code means success.
    #[inline]
    #[must_use]
    pub const fn is_success(self) -> bool {
        matches!(self.kind(), Kind::Ok)
    }

    /// Whether the same request may succeed later: what the row says, otherwise what
    /// [its kind](Kind::is_retryable) says.
    ///
    /// ```
    /// use jmessage_codes::{Entry, ErrorCatalog};
    ///
    /// #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
    /// enum Locker {
    ///     #[code(17, "full", kind = ResourceExhausted)]
    ///     Full,
    ///     #[code(18, "door jammed", kind = Unavailable, retryable = false)]
    ///     Jammed,
    /// }
    ///
    /// let retryable = Locker::ENTRIES.iter().filter(|entry| entry.is_retryable());
    /// assert_eq!(retryable.map(Entry::name).collect::<Vec<_>>(), ["Full"]);
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_retryable(self) -> bool {
        C::__FACTS.is_retryable(self.index())
    }

    /// Whether the vendor no longer lists the code. Lookups still find it.
    #[inline]
    #[must_use]
    pub const fn is_retired(self) -> bool {
        C::__FACTS.is_retired(self.index())
    }

    /// The columns that the catalog adds, as text: the name and the value of each, in
    /// declaration order.
    #[must_use]
    pub fn columns(
        self,
    ) -> impl DoubleEndedIterator<Item = (&'static str, &'static str)> + ExactSizeIterator + use<C>
    {
        let value = move |column: &Column| column.value(self.index()).unwrap_or_default();
        C::COLUMNS.iter().map(move |column| (column.name(), value(column)))
    }

    /// The value of the column with this name, as text; `None` if there is no such column.
    #[must_use]
    pub fn column(self, name: &str) -> Option<&'static str> {
        let column = C::COLUMNS.iter().find(|column| column.name() == name)?;
        column.value(self.index())
    }
}

// By hand, since deriving would require the same of `C`.

impl<C: ErrorCatalog> Clone for Entry<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: ErrorCatalog> Copy for Entry<C> {}

impl<C: ErrorCatalog> PartialEq for Entry<C> {
    fn eq(&self, other: &Self) -> bool {
        self.row == other.row
    }
}

impl<C: ErrorCatalog> Eq for Entry<C> {}

impl<C: ErrorCatalog> Hash for Entry<C> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.row.hash(state);
    }
}

/// The entries of a catalog, in declaration order: the type of
/// [`ENTRIES`](ErrorCatalog::ENTRIES).
///
/// ```
/// # #[cfg(feature = "web")] {
/// use jmessage_codes::{ErrorCatalog, WebCode};
///
/// const COUNT: usize = WebCode::ENTRIES.len();
/// assert_eq!(COUNT, 98);
/// for entry in WebCode::ENTRIES {
///     println!("{entry}");
/// }
/// let first = WebCode::ENTRIES.get(0);
/// assert_eq!(first.map(|entry| entry.name()), Some("Success"));
/// assert!(WebCode::ENTRIES.variants().any(|code| code == WebCode::UserNotExist));
/// # }
/// ```
pub struct Entries<C: ErrorCatalog>(PhantomData<fn() -> C>);

impl<C: ErrorCatalog> Entries<C> {
    #[doc(hidden)]
    pub const __ALL: Self = Self(PhantomData);

    /// How many entries there are.
    #[must_use]
    pub const fn len(self) -> usize {
        C::__ROWS
    }

    /// Whether there is no entry. A catalog always has one.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The entry at a place, counted from 0, or `None` after the last.
    #[must_use]
    pub const fn get(self, index: usize) -> Option<Entry<C>> {
        if index < self.len() { Some(Entry::__new(index)) } else { None }
    }

    /// The entries, one by one.
    #[must_use]
    pub fn iter(self) -> EntriesIter<C> {
        EntriesIter { rows: 0..self.len(), catalog: PhantomData }
    }

    /// The variants, without the `other` variant.
    #[must_use]
    pub fn variants(self) -> impl DoubleEndedIterator<Item = C> + ExactSizeIterator + use<C> {
        self.iter().map(Entry::variant)
    }
}

impl<C: ErrorCatalog> Clone for Entries<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: ErrorCatalog> Copy for Entries<C> {}

impl<C: ErrorCatalog> IntoIterator for Entries<C> {
    type Item = Entry<C>;
    type IntoIter = EntriesIter<C>;

    fn into_iter(self) -> EntriesIter<C> {
        self.iter()
    }
}

impl<C: ErrorCatalog> IntoIterator for &Entries<C> {
    type Item = Entry<C>;
    type IntoIter = EntriesIter<C>;

    fn into_iter(self) -> EntriesIter<C> {
        self.iter()
    }
}

/// The iterator over [`Entries`].
pub struct EntriesIter<C: ErrorCatalog> {
    rows: Range<usize>,
    catalog: PhantomData<fn() -> C>,
}

impl<C: ErrorCatalog> Clone for EntriesIter<C> {
    fn clone(&self) -> Self {
        Self { rows: self.rows.clone(), catalog: PhantomData }
    }
}

impl<C: ErrorCatalog> Iterator for EntriesIter<C> {
    type Item = Entry<C>;

    fn next(&mut self) -> Option<Entry<C>> {
        self.rows.next().map(Entry::__new)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rows.size_hint()
    }

    fn nth(&mut self, count: usize) -> Option<Entry<C>> {
        self.rows.nth(count).map(Entry::__new)
    }
}

impl<C: ErrorCatalog> DoubleEndedIterator for EntriesIter<C> {
    fn next_back(&mut self) -> Option<Entry<C>> {
        self.rows.next_back().map(Entry::__new)
    }
}

impl<C: ErrorCatalog> ExactSizeIterator for EntriesIter<C> {}

impl<C: ErrorCatalog> FusedIterator for EntriesIter<C> {}
