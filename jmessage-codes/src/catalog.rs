//! The trait that `#[derive(ErrorCatalog)]` implements, and its entries. They refer to
//! each other, so they are in one file.

use core::fmt;

use crate::code::CatalogCode;
use crate::code::sealed::Sealed;
use crate::facts::Facts;
use crate::hex::Hex;
use crate::kind::Kind;

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
    const ENTRIES: &'static [Entry<Self>];

    /// The columns that `#[catalog(column(…))]` adds, in declaration order.
    const COLUMNS: &'static [Column] = &[];

    /// Whether the codes are displayed in hexadecimal.
    #[doc(hidden)]
    const __HEX: bool = false;

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

    /// All variants with this message, in declaration order; empty if there are
    /// none. The messages must be equal to the byte. Takes constant time beyond
    /// reading the message once, and does not allocate.
    fn from_message(message: &str) -> &'static [Self];

    /// This variant's entry in [`ENTRIES`](Self::ENTRIES), or `None` for an
    /// unlisted code.
    fn entry(self) -> Option<&'static Entry<Self>>;

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

    /// `Ok(())` for a success code, otherwise `Err(self)`.
    ///
    /// # Errors
    ///
    /// `self`, unless the code means success.
    fn into_result(self) -> Result<(), Self>;
}

/// Seals [`ErrorCatalog`], and has what only this crate and generated code need.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not derive `ErrorCatalog`",
    label = "`ErrorCatalog` cannot be implemented by hand",
    note = "add `#[derive(ErrorCatalog)]` to the enum and `#[code(CODE, \"message\")]` to its variants"
)]
pub trait Derived: Sized + 'static {
    /// The variants by position. Behind them are, side by side, those that share a
    /// message.
    ///
    /// There is no other array of the enum: rustc takes quadratic time to check one.
    const VARIANTS: &'static [Self];
}

/// An entry of a catalog: a variant with its codes and texts.
///
/// ```
/// # #[cfg(feature = "web")] {
/// use jmessage_codes::WebCode;
///
/// let entry = WebCode::UserNotExist.entry().unwrap();
/// assert_eq!(entry.code(), 880103);
/// assert_eq!(entry.to_string(), "880103 UserNotExist: user not exist");
/// # }
/// ```
#[derive(Clone, Copy)]
pub struct Entry<C: ErrorCatalog> {
    // They have the position of the variant and not the variant: rustc takes quadratic
    // time to check an array with values of an enum, so there is only one.
    facts: Facts,
    code: Shown<C>,
    // Most rows have none, and a thin pointer keeps an entry in 64 bytes.
    aliases: Option<&'static &'static [C::Code]>,
    name: &'static str,
    pub(crate) message: &'static str,
    description: &'static str,
}

impl<C: ErrorCatalog> Entry<C> {
    // rustc compiles a short call for each row fastest, so the rare parts of a row
    // have methods of their own.
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(
        position: u32,
        code: C::Code,
        name: &'static str,
        message: &'static str,
        description: &'static str,
    ) -> Self {
        let (facts, code) = (Facts::new(position), Shown(code));
        Self { facts, code, aliases: None, name, message, description }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __aliases(mut self, aliases: &'static &'static [C::Code]) -> Self {
        self.aliases = Some(aliases);
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __kind(mut self, kind: Kind) -> Self {
        self.facts = self.facts.with_kind(kind);
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __retired(mut self) -> Self {
        self.facts = self.facts.retired();
        self
    }

    pub(crate) const fn position(&self) -> u32 {
        self.facts.position()
    }

    pub(crate) const fn as_code(&self) -> &Shown<C> {
        &self.code
    }

    /// The code at index 0, then the aliases.
    #[doc(hidden)]
    #[must_use]
    pub const fn __code(&self, index: usize) -> Option<C::Code> {
        let aliases = self.aliases();
        if index == 0 {
            Some(self.code.0)
        } else if index <= aliases.len() {
            Some(aliases[index - 1])
        } else {
            None
        }
    }

    /// The variant.
    #[must_use]
    pub const fn variant(&self) -> C {
        // The derive writes a variant at each position.
        C::VARIANTS[self.position() as usize]
    }

    /// The code; the first one if the variant has several.
    #[must_use]
    pub const fn code(&self) -> C::Code {
        self.code.0
    }

    /// The further codes of the variant.
    #[must_use]
    pub const fn aliases(&self) -> &'static [C::Code] {
        match self.aliases {
            Some(aliases) => aliases,
            None => &[],
        }
    }

    /// The name of the variant.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The vendor's message.
    #[must_use]
    pub const fn message(&self) -> &'static str {
        self.message
    }

    /// What the code means; the message if the table has no description.
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.description
    }

    /// The kind of answer.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.facts.kind()
    }

    /// Whether this code means success.
    #[must_use]
    pub const fn is_success(&self) -> bool {
        matches!(self.kind(), Kind::Ok)
    }

    /// Whether the vendor no longer lists the code. Lookups still find it.
    #[must_use]
    pub const fn is_retired(&self) -> bool {
        self.facts.is_retired()
    }
}

// By hand, since deriving would require `C: Debug`.
impl<C: ErrorCatalog> fmt::Debug for Entry<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Entry")
            .field("code", &self.code)
            .field("aliases", &ShownAll::<C>(self.aliases()))
            .field("name", &self.name)
            .field("message", &self.message)
            .field("description", &self.description)
            .field("kind", &self.kind())
            .field("retired", &self.is_retired())
            .finish_non_exhaustive()
    }
}

/// The code, the variant's name and the message: `880103 UserNotExist: user not exist`.
impl<C: ErrorCatalog> fmt::Display for Entry<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}: {}", self.code, self.name, self.message)
    }
}

/// A column that `#[catalog(column(…))]` adds to a catalog, as text.
///
/// Use it to print any catalog with all its columns. If you know the catalog, call
/// the column's method, which returns the value in its own type.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    name: &'static str,
    values: &'static [&'static str],
}

impl Column {
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(name: &'static str, values: &'static [&'static str]) -> Self {
        Self { name, values }
    }

    /// The name of the column.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The values as text, one for each entry in the same order: the content of a
    /// string literal, or the tokens of any other expression.
    #[must_use]
    pub const fn values(&self) -> &'static [&'static str] {
        self.values
    }
}

/// A code that is displayed as the catalog `C` writes it.
pub(crate) struct Shown<C: ErrorCatalog>(pub(crate) C::Code);

impl<C: ErrorCatalog> Clone for Shown<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: ErrorCatalog> Copy for Shown<C> {}

impl<C: ErrorCatalog> fmt::Display for Shown<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match hex::<C>(self.0) {
            Some(hex) => formatter.pad(hex.as_str()),
            None => fmt::Display::fmt(&self.0, formatter),
        }
    }
}

impl<C: ErrorCatalog> fmt::Debug for Shown<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match hex::<C>(self.0) {
            Some(hex) => formatter.write_str(hex.as_str()),
            None => fmt::Debug::fmt(&self.0, formatter),
        }
    }
}

/// Several codes, for debugging.
pub(crate) struct ShownAll<C: ErrorCatalog>(pub(crate) &'static [C::Code]);

impl<C: ErrorCatalog> fmt::Debug for ShownAll<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.0.iter().map(|code| Shown::<C>(*code))).finish()
    }
}

fn hex<C: ErrorCatalog>(code: C::Code) -> Option<Hex> {
    let (bits, width) = code.to_bits().filter(|_| C::__HEX)?;
    Some(Hex::new(bits, width))
}
