//! String codes that a catalog may not list.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

use crate::catalog::ErrorCatalog;

/// A string code that the catalog `C` may not list, as a text of the type `T`.
///
/// A catalog of strings has no variant for unlisted codes, since it would have to own the text.
/// Use this type for a field that must keep every code. `T` is any text: `String`, `&str`,
/// `Arc<str>` or a string of a fixed size. The field is displayed and serialized as the text.
///
/// ```
/// use jmessage_codes::{ErrorCatalog, MaybeListed};
///
/// #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
/// enum State {
///     #[code("23505", "unique violation")]
///     UniqueViolation,
/// }
///
/// struct DatabaseError {
///     state: MaybeListed<State, String>,
/// }
///
/// let error = DatabaseError { state: MaybeListed::new("23505".to_owned()) };
/// assert_eq!(error.state.listed(), Some(State::UniqueViolation));
///
/// let error = DatabaseError { state: MaybeListed::new("XX999".to_owned()) };
/// assert_eq!(error.state.listed(), None);
/// assert_eq!(error.state.code(), "XX999");
/// ```
pub struct MaybeListed<C, T> {
    text: T,
    // Has the same auto traits whatever `C` is.
    catalog: PhantomData<fn() -> C>,
}

impl<C, T> MaybeListed<C, T> {
    /// Keeps a text as the code.
    ///
    /// ```
    /// use jmessage_codes::{ErrorCatalog, MaybeListed};
    ///
    /// #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
    /// enum State {
    ///     #[code("23505", "unique violation")]
    ///     UniqueViolation,
    /// }
    ///
    /// const STATE: MaybeListed<State, &str> = MaybeListed::new("XX999");
    /// assert_eq!(STATE.to_string(), "XX999");
    /// ```
    #[must_use]
    pub const fn new(text: T) -> Self {
        Self { text, catalog: PhantomData }
    }
}

impl<C, T> MaybeListed<C, T> {
    /// The text, as it was given.
    ///
    /// ```
    /// use jmessage_codes::{ErrorCatalog, MaybeListed};
    ///
    /// #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
    /// enum State {
    ///     #[code("23505", "unique violation")]
    ///     UniqueViolation,
    /// }
    ///
    /// let state: MaybeListed<State, String> = MaybeListed::new("XX999".to_owned());
    /// assert_eq!(state.into_inner(), "XX999".to_owned());
    /// ```
    #[must_use]
    pub fn into_inner(self) -> T {
        self.text
    }
}

impl<C: ErrorCatalog<Code = &'static str>, T: From<&'static str>> MaybeListed<C, T> {
    /// Keeps the code of a variant.
    ///
    /// ```
    /// use jmessage_codes::{ErrorCatalog, MaybeListed};
    ///
    /// #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
    /// enum State {
    ///     #[code("23505", "unique violation")]
    ///     UniqueViolation,
    /// }
    ///
    /// let state = MaybeListed::<_, String>::from_listed(State::UniqueViolation);
    /// assert_eq!(state, State::UniqueViolation);
    /// assert_eq!(state, "23505");
    /// ```
    #[must_use]
    pub fn from_listed(variant: C) -> Self {
        Self::new(T::from(variant.code()))
    }
}

impl<C: ErrorCatalog<Code = &'static str>, T: AsRef<str>> MaybeListed<C, T> {
    /// The variant for the code, or `None` if the catalog does not list it. Takes
    /// constant time and does not allocate.
    ///
    /// ```
    /// use jmessage_codes::{ErrorCatalog, MaybeListed};
    ///
    /// #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
    /// enum State {
    ///     #[code("23505", "unique violation")]
    ///     UniqueViolation,
    /// }
    ///
    /// let states = ["23505", "XX999"].map(MaybeListed::<State, &str>::new);
    /// assert_eq!(states.map(|state| state.listed()), [Some(State::UniqueViolation), None]);
    /// ```
    #[must_use]
    pub fn listed(&self) -> Option<C> {
        C::from_code(self.code())
    }
}

impl<C, T: AsRef<str>> MaybeListed<C, T> {
    /// The code, listed or not.
    ///
    /// ```
    /// use jmessage_codes::{ErrorCatalog, MaybeListed};
    ///
    /// #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
    /// enum State {
    ///     #[code("23505", "unique violation")]
    ///     UniqueViolation,
    /// }
    ///
    /// let state: MaybeListed<State, String> = "XX999".to_owned().into();
    /// assert_eq!(state.code(), "XX999");
    /// ```
    #[must_use]
    pub fn code(&self) -> &str {
        self.text.as_ref()
    }
}

impl<C, T> From<T> for MaybeListed<C, T> {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}

impl<C, T: AsRef<str>> AsRef<str> for MaybeListed<C, T> {
    fn as_ref(&self) -> &str {
        self.code()
    }
}

impl<C, T: AsRef<str>> fmt::Display for MaybeListed<C, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.code())
    }
}

// By hand, since a derive would require the same traits of `C`.

impl<C, T: Clone> Clone for MaybeListed<C, T> {
    fn clone(&self) -> Self {
        Self::new(self.text.clone())
    }
}

impl<C, T: Copy> Copy for MaybeListed<C, T> {}

impl<C, T: fmt::Debug> fmt::Debug for MaybeListed<C, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("MaybeListed").field(&self.text).finish()
    }
}

impl<C, T: PartialEq> PartialEq for MaybeListed<C, T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<C, T: Eq> Eq for MaybeListed<C, T> {}

/// Whether this is the code, listed or not.
impl<C, T: AsRef<str>> PartialEq<str> for MaybeListed<C, T> {
    fn eq(&self, code: &str) -> bool {
        self.code() == code
    }
}

/// Whether this is the code, listed or not.
impl<C, T: AsRef<str>> PartialEq<&str> for MaybeListed<C, T> {
    fn eq(&self, code: &&str) -> bool {
        self.code() == *code
    }
}

/// Whether this is one of the variant's codes.
impl<C: ErrorCatalog<Code = &'static str>, T: AsRef<str>> PartialEq<C> for MaybeListed<C, T> {
    fn eq(&self, variant: &C) -> bool {
        self.listed() == Some(*variant)
    }
}

impl<C, T: PartialOrd> PartialOrd for MaybeListed<C, T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.text.partial_cmp(&other.text)
    }
}

impl<C, T: Ord> Ord for MaybeListed<C, T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl<C, T: Hash> Hash for MaybeListed<C, T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

#[cfg(feature = "serde")]
impl<C, T: AsRef<str>> serde::Serialize for MaybeListed<C, T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

#[cfg(feature = "serde")]
impl<'de, C, T: serde::Deserialize<'de>> serde::Deserialize<'de> for MaybeListed<C, T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::new)
    }
}
