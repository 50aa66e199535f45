//! The trait that `#[derive(ErrorCatalog)]` implements.

use crate::{CatalogCode, Column, Entry};

/// What an enum must be to be a catalog: `Copy + Eq + Send + Sync + 'static`.
///
/// Implemented for every type that is all of these. It exists so that the
/// compiler can say which derives an enum lacks, and say it once.
#[diagnostic::on_unimplemented(
    message = "the catalog `{Self}` must be `Copy` and `Eq`",
    label = "add `#[derive(Clone, Copy, PartialEq, Eq)]`"
)]
pub trait CatalogEnum: Copy + Eq + Send + Sync + 'static {}

#[diagnostic::do_not_recommend]
impl<E: Copy + Eq + Send + Sync + 'static> CatalogEnum for E {}

/// A table of error codes, as an enum with one variant for each code.
///
/// Implemented by [`#[derive(ErrorCatalog)]`](derive@crate::ErrorCatalog). The
/// derive also gives the enum inherent methods of the same names, most of them
/// `const`, so that the trait needs importing only in code that is generic over
/// catalogs:
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
pub trait ErrorCatalog: Copy + Eq + Send + Sync + 'static {
    /// The type of the codes: an integer, or `&'static str`.
    type Code: CatalogCode;

    /// The enum's own name.
    const NAME: &'static str;

    /// The table: an entry for each variant in declaration order, without the
    /// `other` variant.
    const ENTRIES: &'static [Entry<Self>];

    /// The columns that `#[catalog(column(…))]` added to the table, in
    /// declaration order.
    const COLUMNS: &'static [Column] = &[];

    /// The variant that a code stands for; `None` for a code that is not
    /// listed. Takes constant time.
    fn from_code(code: <Self::Code as CatalogCode>::Query<'_>) -> Option<Self>;

    /// All variants that bear a message, in declaration order; empty where
    /// none does. Compares to the byte. Takes constant time beyond reading the
    /// message once, and does not allocate.
    fn from_message(message: &str) -> &'static [Self];

    /// This variant's entry in [`ENTRIES`](Self::ENTRIES); `None` for an
    /// unlisted code.
    fn entry(self) -> Option<&'static Entry<Self>>;

    /// The code; where several codes mean this variant, the first.
    fn code(self) -> Self::Code;

    /// The variant's identifier.
    fn name(self) -> &'static str;

    /// The vendor's message.
    fn message(self) -> &'static str;

    /// What the code means; the message where the table says no more.
    fn description(self) -> &'static str;

    /// Whether this code is no error.
    fn is_success(self) -> bool;

    /// `Ok` for a code that is no error, and otherwise this variant as the
    /// error.
    ///
    /// # Errors
    ///
    /// `self`, unless [`is_success`](Self::is_success).
    fn into_result(self) -> Result<(), Self>;
}
