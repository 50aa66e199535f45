//! Catalogs without their types.

use core::fmt::{self, Debug, Formatter};
use core::iter::FusedIterator;
use core::ops::Range;

use crate::any_entry::AnyEntry;
use crate::any_table::{Of, Table};
use crate::catalog::ErrorCatalog;

/// A type-erased catalog. A program such as a logger can keep several of them in a list.
///
/// It uses the catalog's own lookups.
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
/// assert_eq!(explain("7F").as_deref(), Some("Door: door jammed"));
/// # #[cfg(feature = "web")]
/// assert_eq!(explain("880103").as_deref(), Some("WebCode: user not exist"));
/// assert_eq!(explain("1"), None);
/// ```
#[derive(Clone, Copy)]
pub struct AnyCatalog {
    table: &'static Table,
}

impl AnyCatalog {
    /// The catalog `C` without its type.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{AnyCatalog, WebCode};
    ///
    /// const CATALOGS: [AnyCatalog; 1] = [AnyCatalog::of::<WebCode>()];
    /// assert_eq!(CATALOGS[0].name(), "WebCode");
    /// # }
    /// ```
    #[must_use]
    pub const fn of<C: ErrorCatalog>() -> Self {
        Self { table: Of::<C>::TABLE }
    }

    /// The name of the enum.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{AnyCatalog, WebCode};
    ///
    /// assert_eq!(AnyCatalog::of::<WebCode>().name(), "WebCode");
    /// # }
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.table.name
    }

    /// The entry for a code given as text, such as `"880203"`, `"-1"` or `"23505"`.
    ///
    /// `None` if the text is not a code or the catalog does not list it. Takes
    /// constant time beyond reading the text, and does not allocate.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{AnyCatalog, WebCode};
    ///
    /// let catalog = AnyCatalog::of::<WebCode>();
    /// let entry = catalog.find("880103").ok_or("unlisted")?;
    /// assert_eq!(entry.name(), "UserNotExist");
    /// assert!(catalog.find("881999").is_none() && catalog.find("a").is_none());
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn find(self, code: &str) -> Option<AnyEntry> {
        let row = (self.table.find)(code)?;
        Some(AnyEntry::new(self.table, row))
    }

    /// The entries in declaration order.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{AnyCatalog, WebCode};
    ///
    /// for entry in AnyCatalog::of::<WebCode>().entries() {
    ///     println!("{entry}");
    /// }
    /// # }
    /// ```
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
        Some(AnyEntry::new(self.table, row))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rows.size_hint()
    }

    fn nth(&mut self, count: usize) -> Option<AnyEntry> {
        let row = self.rows.nth(count)?;
        Some(AnyEntry::new(self.table, row))
    }
}

impl DoubleEndedIterator for AnyEntries {
    fn next_back(&mut self) -> Option<AnyEntry> {
        let row = self.rows.next_back()?;
        Some(AnyEntry::new(self.table, row))
    }
}

impl ExactSizeIterator for AnyEntries {}

impl FusedIterator for AnyEntries {}

impl Debug for AnyEntries {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.clone()).finish()
    }
}
