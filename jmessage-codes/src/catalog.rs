//! The trait that `#[derive(ErrorCatalog)]` implements.

use crate::{CatalogCode, Column, Entry, Kind};

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
