//! Catalogs and entries without their types.

use core::fmt::{Debug, Display};
use core::iter;

use crate::catalog::{Entry, ErrorCatalog};
use crate::convert::parse_code;
use crate::kind::Kind;

/// An entry of any catalog, for code that has entries of several catalogs.
///
/// Every [`Entry`] implements it, and nothing else can.
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

    /// The code, for printing.
    fn code(&self) -> &dyn Display;

    /// The name of the variant.
    fn name(&self) -> &'static str;

    /// The vendor's message.
    fn message(&self) -> &'static str;

    /// What the code means; the message if the table has no description.
    fn description(&self) -> &'static str;

    /// The kind of answer.
    fn kind(&self) -> Kind;

    /// Whether this code means success.
    fn is_success(&self) -> bool;

    /// Whether the vendor no longer lists the code. Lookups still find it.
    fn is_retired(&self) -> bool;
}

mod sealed {
    use crate::catalog::{Entry, ErrorCatalog};

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

    fn kind(&self) -> Kind {
        self.kind()
    }

    fn is_success(&self) -> bool {
        self.is_success()
    }

    fn is_retired(&self) -> bool {
        self.is_retired()
    }
}

/// A catalog without its type, so that a program, such as a logger, can have a list
/// of several catalogs.
///
/// It consists of a name and two function pointers, and uses the catalog's own
/// lookup.
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
    /// The catalog `C` without its type.
    #[must_use]
    pub const fn of<C: ErrorCatalog>() -> Self {
        Self { name: C::NAME, find: find_entry::<C>, entry: nth_entry::<C> }
    }

    /// The name of the enum.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The entry for a code given as text, such as `"880203"`, `"-1"` or `"23505"`.
    ///
    /// `None` if the text is not a code or the catalog does not list it. Takes
    /// constant time beyond reading the text, and does not allocate.
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

fn find_entry<C: ErrorCatalog>(code: &str) -> Option<&'static dyn AnyEntry> {
    let code = parse_code::<C>(code)?;
    Some(C::from_code(code)?.entry()?)
}

fn nth_entry<C: ErrorCatalog>(index: usize) -> Option<&'static dyn AnyEntry> {
    Some(C::ENTRIES.get(index)?)
}
