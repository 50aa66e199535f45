//! The columns that a catalog adds, as text.

use core::fmt;
use core::hash::{Hash, Hasher};

use crate::texts::Texts;

/// A column that `#[catalog(column(…))]` adds to a catalog, as text.
///
/// Use it to print any catalog with all its columns. If you know the catalog, call
/// the column's method, which returns the value in its own type.
#[derive(Clone, Copy)]
pub struct Column {
    name: &'static str,
    rows: usize,
    values: Texts,
}

impl Column {
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(name: &'static str, rows: usize, values: Texts) -> Self {
        Self { name, rows, values }
    }

    /// The name of the column.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// let names: Vec<&str> = WebCode::COLUMNS.iter().map(|column| column.name()).collect();
    /// assert_eq!(names, ["description_zh", "description_en", "is_done", "advice"]);
    /// # }
    /// ```
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The value of the entry with this [index](crate::Entry::index), as text: the content of
    /// a string literal, or the tokens of any other expression. `None` if there is no such
    /// entry.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// let chinese = WebCode::COLUMNS.first().ok_or("no column")?;
    /// let entry = WebCode::UserNotExist.entry().ok_or("unlisted")?;
    /// assert_eq!(chinese.value(entry.index()), Some("用户不存在"));
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub const fn value(&self, index: usize) -> Option<&'static str> {
        if index < self.rows { Some(self.values.get(index)) } else { None }
    }

    /// The values as text, one for each entry in the same order.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// let chinese = WebCode::COLUMNS.first().ok_or("no column")?;
    /// assert_eq!(chinese.values().next(), Some("请求成功"));
    /// assert_eq!(chinese.values().len(), WebCode::ENTRIES.len());
    /// # }
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn values(
        &self,
    ) -> impl DoubleEndedIterator<Item = &'static str> + ExactSizeIterator + Clone + use<> {
        let values = self.values;
        (0..self.rows).map(move |row| values.get(row))
    }
}

/// Two columns are equal if they have the same name and the same values.
impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.values().eq(other.values())
    }
}

impl Eq for Column {}

impl Hash for Column {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl fmt::Debug for Column {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Column").field("name", &self.name).finish_non_exhaustive()
    }
}
