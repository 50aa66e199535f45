//! What an entry can do.

use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

use crate::catalog::ErrorCatalog;
use crate::column::Column;
use crate::handles::{Entry, Url};
use crate::kind::Kind;
use crate::texts::Descriptions;

impl<C: ErrorCatalog> Entry<C> {
    /// A table has a row for each entry, and after them one for `other`, of which only the
    /// texts and the facts are read.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    #[allow(clippy::cast_possible_truncation, reason = "no table has so many rows")]
    pub const fn __new(row: usize) -> Self {
        Self { row: row as u32, catalog: PhantomData }
    }

    /// The index of the entry in [`ENTRIES`](ErrorCatalog::ENTRIES), counted from 0.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// let entry = WebCode::UserNotExist.entry().ok_or("unlisted")?;
    /// assert_eq!(WebCode::ENTRIES.get(entry.index()), Some(entry));
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn index(self) -> usize {
        self.row as usize
    }

    /// The variant.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::WebCode;
    ///
    /// let entry = WebCode::UserNotExist.entry().ok_or("unlisted")?;
    /// assert_eq!(entry.variant(), WebCode::UserNotExist);
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn variant(self) -> C {
        // The derive writes a variant at each position.
        C::__BY_POSITION[C::__POSITIONS.get(self.index())]
    }

    /// The code; the first one if the variant has several.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::WebCode;
    ///
    /// let entry = WebCode::UserNotExist.entry().ok_or("unlisted")?;
    /// assert_eq!(entry.code(), 880103);
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn code(self) -> C::Code {
        C::__CODE_COLUMN.get(self.index())
    }

    /// The further codes of the variant.
    ///
    /// ```
    /// use jmessage_codes::ErrorCatalog;
    ///
    /// #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
    /// enum Door {
    ///     #[code(7 | 70, "door jammed")]
    ///     Jammed,
    /// }
    ///
    /// let entry = Door::Jammed.entry().ok_or("unlisted")?;
    /// assert_eq!(entry.aliases(), [70]);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub const fn aliases(self) -> &'static [C::Code] {
        C::__ALIAS_COLUMN.of(self.index())
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
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::WebCode;
    ///
    /// let entry = WebCode::UserNotExist.entry().ok_or("unlisted")?;
    /// assert_eq!(entry.name(), "UserNotExist");
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn name(self) -> &'static str {
        C::__NAME_COLUMN.get(self.index())
    }

    /// The vendor's message.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::WebCode;
    ///
    /// let entry = WebCode::UserNotExist.entry().ok_or("unlisted")?;
    /// assert_eq!(entry.message(), "user not exist");
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn message(self) -> &'static str {
        C::__MESSAGE_COLUMN.get(self.index())
    }

    /// What the code means; the message if the table has no description.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::WebCode;
    ///
    /// let entry = WebCode::UserNotExist.entry().ok_or("unlisted")?;
    /// assert_eq!(entry.description(), "User does not exist");
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn description(self) -> &'static str {
        match C::__DESCRIPTION_COLUMN {
            Descriptions::Own(texts) => texts.get(self.index()),
            Descriptions::Some(texts) if !C::__FACT_COLUMN.message_describes(self.index()) => {
                texts.get(self.index())
            }
            _ => self.message(),
        }
    }

    /// The kind of the code.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{Kind, WebCode};
    ///
    /// let entry = WebCode::UserNotExist.entry().ok_or("unlisted")?;
    /// assert_eq!(entry.kind(), Kind::NotFound);
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn kind(self) -> Kind {
        C::__FACT_COLUMN.kind(self.index())
    }

    /// Whether this code means success.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::WebCode;
    ///
    /// let entry = WebCode::UserNotExist.entry().ok_or("unlisted")?;
    /// assert!(!entry.is_success());
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_success(self) -> bool {
        matches!(self.kind(), Kind::Ok)
    }

    /// Whether the same request may succeed later. If the row does not say,
    /// [its kind](Kind::is_retryable) decides.
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
        C::__FACT_COLUMN.is_retryable(self.index())
    }

    /// Whether the vendor no longer lists the code. Lookups still find it.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::WebCode;
    ///
    /// let entry = WebCode::UserNotExist.entry().ok_or("unlisted")?;
    /// assert!(!entry.is_retired());
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_retired(self) -> bool {
        C::__FACT_COLUMN.is_retired(self.index())
    }

    /// The URL that explains the code, from `#[catalog(url = "…")]`; `None` without that key.
    ///
    /// ```
    /// use jmessage_codes::ErrorCatalog;
    ///
    /// #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
    /// #[catalog(url = "https://errors.example/{code}")]
    /// enum Door {
    ///     #[code(7, "door jammed")]
    ///     Jammed,
    /// }
    ///
    /// let links = Door::ENTRIES.iter().filter_map(|entry| Some(entry.url()?.to_string()));
    /// assert_eq!(links.collect::<Vec<_>>(), ["https://errors.example/7"]);
    /// ```
    #[must_use]
    pub fn url(self) -> Option<Url<C>> {
        self.variant().url()
    }

    /// The columns that the catalog adds, as text: the name and the value of each, in
    /// declaration order.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::WebCode;
    ///
    /// let entry = WebCode::UserNotExist.entry().ok_or("unlisted")?;
    /// for (name, value) in entry.columns() {
    ///     println!("{name}: {value}");
    /// }
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn columns(
        self,
    ) -> impl DoubleEndedIterator<Item = (&'static str, &'static str)> + ExactSizeIterator + use<C>
    {
        let value = move |column: &Column| column.value(self.index()).unwrap_or_default();
        C::COLUMNS.iter().map(move |column| (column.name(), value(column)))
    }

    /// The value of the column with this name, as the table writes it: the content of a string
    /// literal, or the tokens of any other expression. `None` if there is no such column.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::WebCode;
    ///
    /// let entry = WebCode::UserNotExist.entry().ok_or("unlisted")?;
    /// assert_eq!(entry.column("description_zh"), Some("用户不存在"));
    /// assert_eq!(entry.column("no_such_column"), None);
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn column(self, name: &str) -> Option<&'static str> {
        let column = C::COLUMNS.iter().find(|column| column.name() == name)?;
        column.value(self.index())
    }
}

// By hand, since a derive would require the same traits of `C`.

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
