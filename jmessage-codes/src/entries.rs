//! What all entries of a catalog can do.

use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::ops::Range;

use crate::catalog::ErrorCatalog;
use crate::handles::{Entries, Entry};

impl<C: ErrorCatalog> Entries<C> {
    #[doc(hidden)]
    pub const __ALL: Self = Self(PhantomData);

    /// The number of entries.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// const COUNT: usize = WebCode::ENTRIES.len();
    /// assert_eq!(COUNT, WebCode::ENTRIES.iter().count());
    /// # }
    /// ```
    #[must_use]
    pub const fn len(self) -> usize {
        C::__ROWS
    }

    /// Always `false`: a catalog has at least one entry.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// assert!(!WebCode::ENTRIES.is_empty());
    /// # }
    /// ```
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The entry at an index, counted from 0; `None` past the last.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// let first = WebCode::ENTRIES.get(0).ok_or("empty")?;
    /// assert_eq!(first.variant(), WebCode::Success);
    /// assert!(WebCode::ENTRIES.get(WebCode::ENTRIES.len()).is_none());
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub const fn get(self, index: usize) -> Option<Entry<C>> {
        if index < self.len() { Some(Entry::__new(index)) } else { None }
    }

    /// Iterates over the entries.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// let mut retired = WebCode::ENTRIES.iter().filter(|entry| entry.is_retired());
    /// assert!(retired.any(|entry| entry.code() == 880303));
    /// # }
    /// ```
    #[must_use]
    pub fn iter(self) -> EntriesIter<C> {
        EntriesIter { rows: 0..self.len(), catalog: PhantomData }
    }

    /// Iterates over the variants, without the `other` variant.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// assert_eq!(WebCode::ENTRIES.variants().next(), Some(WebCode::Success));
    /// # }
    /// ```
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
