//! Catalogs and entries with their types erased.

use core::fmt::{Debug, Display};
use core::iter;

use crate::{CatalogCode, Entry, ErrorCatalog};

/// An entry of some catalog: what [`Entry`] tells, for code that holds entries
/// of several catalogs.
///
/// Every `Entry` is one. The trait is sealed.
///
/// ```
/// use jmessage_codes::AnyEntry;
///
/// fn log(entry: &dyn AnyEntry) -> String {
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
pub trait AnyEntry: Debug + Display + Send + Sync + sealed::Sealed {
    /// The name of the catalog.
    fn catalog(&self) -> &'static str;

    /// The code, which can be printed.
    fn code(&self) -> &dyn Display;

    /// The variant's identifier.
    fn name(&self) -> &'static str;

    /// The vendor's message.
    fn message(&self) -> &'static str;

    /// What the code means; the message where the table says no more.
    fn description(&self) -> &'static str;

    /// Whether this code is no error.
    fn is_success(&self) -> bool;
}

mod sealed {
    use crate::{Entry, ErrorCatalog};

    pub trait Sealed {}

    impl<C: ErrorCatalog> Sealed for Entry<C> {}
}

impl<C: ErrorCatalog> AnyEntry for Entry<C> {
    fn catalog(&self) -> &'static str {
        C::NAME
    }

    fn code(&self) -> &dyn Display {
        self.as_code()
    }

    fn name(&self) -> &'static str {
        self.name()
    }

    fn message(&self) -> &'static str {
        self.message()
    }

    fn description(&self) -> &'static str {
        self.description()
    }

    fn is_success(&self) -> bool {
        self.is_success()
    }
}

/// A catalog without its type, for a logger, say, that holds several.
///
/// Costs a name and two function pointers; a lookup is the catalog's own.
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
#[derive(Clone, Copy, Debug)]
pub struct AnyCatalog {
    name: &'static str,
    find: fn(&str) -> Option<&'static dyn AnyEntry>,
    entry: fn(usize) -> Option<&'static dyn AnyEntry>,
}

impl AnyCatalog {
    /// The view of a catalog.
    #[must_use]
    pub const fn of<C: ErrorCatalog>() -> Self {
        Self { name: C::NAME, find: find::<C>, entry: entry::<C> }
    }

    /// The enum's own name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The entry of a code given as text: `"880203"`, `"-1"`, `"23505"`.
    ///
    /// `None` for what is no code of this catalog, and for one that it does not
    /// list. Takes constant time beyond reading the text, and does not allocate.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<&'static dyn AnyEntry> {
        (self.find)(code)
    }

    /// The entries in declaration order.
    pub fn entries(&self) -> impl Iterator<Item = &'static dyn AnyEntry> + use<> {
        let entry = self.entry;
        let mut index = 0..;
        iter::from_fn(move || entry(index.next()?))
    }
}

fn find<C: ErrorCatalog>(code: &str) -> Option<&'static dyn AnyEntry> {
    let code = <C::Code as CatalogCode>::parse_query(code)?;
    Some(C::from_code(code)?.entry()?)
}

fn entry<C: ErrorCatalog>(index: usize) -> Option<&'static dyn AnyEntry> {
    Some(C::ENTRIES.get(index)?)
}
