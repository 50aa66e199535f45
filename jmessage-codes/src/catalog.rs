//! The trait that `#[derive(ErrorCatalog)]` implements, and the types in its signatures that refer
//! to the trait. Their impls are in `error` and `coded`.

use crate::code::CatalogCode;
use crate::codes::{Aliases, Codes};
use crate::column::Column;
use crate::derived::Derived;
use crate::handles::{Entries, Entry, Url};
use crate::kind::Kind;
use crate::variants::Variants;

/// A table of error codes: an enum with a variant for each code.
///
/// Only [`#[derive(ErrorCatalog)]`](derive@crate::ErrorCatalog) implements it. The derive also
/// gives the enum `const` methods of these names, so you need to import the trait only in code that
/// is generic over catalogs, and for [`try_from_code`](Self::try_from_code) and
/// [`COLUMNS`](Self::COLUMNS). The bounds are final: a catalog is always `Copy` and `Eq`, and no
/// further bound will be added.
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
    note = "add `#[derive(ErrorCatalog)]` to the enum and `#[code(CODE, \"message\")]` to its variants",
    note = "an enum with `#[catalog(code_enum = NAME)]` is not a catalog itself: require `Coded` \
            instead and call `error_code()`"
)]
pub trait ErrorCatalog:
    Coded<Catalog = Self> + Derived + Copy + Eq + Send + Sync + 'static
{
    /// The type of the codes: an integer, or `&'static str`.
    type Code: CatalogCode;

    /// The name of the enum.
    const NAME: &'static str;

    /// The table: an entry for each variant in declaration order, without the
    /// `other` variant.
    const ENTRIES: Entries<Self>;

    /// The columns that `#[catalog(column(…))]` adds, in declaration order.
    const COLUMNS: &'static [Column] = &[];

    /// Whether the codes are displayed in hexadecimal.
    #[doc(hidden)]
    const __HEX: bool = false;

    #[doc(hidden)]
    const __CODE_COLUMN: Codes<Self::Code> = Codes::NONE;

    #[doc(hidden)]
    const __ALIAS_COLUMN: Aliases<Self::Code> = Aliases::NONE;

    /// The variant for a code, or `None` if the table does not list it. Takes
    /// constant time and does not allocate.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// /// All integers that a catalog lists.
    /// fn listed<C: ErrorCatalog<Code = u32>>(numbers: &[u32]) -> Vec<C> {
    ///     numbers.iter().filter_map(|number| C::from_code(*number)).collect()
    /// }
    ///
    /// assert_eq!(listed::<WebCode>(&[1, 880103]), [WebCode::UserNotExist]);
    /// # }
    /// ```
    ///
    /// If you have a `Self::Code`, [`to_query`](CatalogCode::to_query) makes the argument of it:
    /// `C::from_code(code.to_query())`.
    fn from_code(code: <Self::Code as CatalogCode>::Query<'_>) -> Option<Self>;

    /// The variant for a code. For an unlisted code this is the `other` variant, which keeps it.
    /// Takes constant time and does not allocate.
    ///
    /// It is `From` and `TryFrom` in one, for code that is generic over catalogs.
    ///
    /// # Errors
    ///
    /// Fails if the table does not list the code and has no `other` variant.
    ///
    /// ```
    /// use jmessage_codes::{ErrorCatalog, TryFromCodeError};
    ///
    /// /// A number from the wire.
    /// fn receive<C: ErrorCatalog<Code = u32>>(number: u32) -> Result<C, TryFromCodeError<C>> {
    ///     C::try_from_code(number)
    /// }
    ///
    /// #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
    /// enum Door {
    ///     #[code(7, "door jammed")]
    ///     Jammed,
    /// }
    ///
    /// assert_eq!(receive(7), Ok(Door::Jammed));
    /// assert!(receive::<Door>(8).is_err());
    /// # #[cfg(feature = "web")]
    /// assert!(receive::<jmessage_codes::WebCode>(881999).is_ok());
    /// ```
    #[inline]
    fn try_from_code(
        code: <Self::Code as CatalogCode>::Query<'_>,
    ) -> Result<Self, TryFromCodeError<Self>> {
        Self::from_code(code).ok_or(TryFromCodeError { code: Self::Code::__of_query(code) })
    }

    /// All variants with this message, in declaration order, the retired ones after the others;
    /// empty if there are none. The message must match byte for byte. Takes constant time apart
    /// from reading the message once, and does not allocate.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// fn is_known<C: ErrorCatalog>(message: &str) -> bool {
    ///     !C::from_message(message).is_empty()
    /// }
    ///
    /// assert!(is_known::<WebCode>("user not exist"));
    /// assert!(!is_known::<WebCode>("User not exist"));
    /// # }
    /// ```
    fn from_message(message: &str) -> Variants<Self>;

    /// This variant's entry in [`ENTRIES`](Self::ENTRIES), or `None` for an
    /// unlisted code.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// fn is_listed<C: ErrorCatalog>(code: C) -> bool {
    ///     code.entry().is_some()
    /// }
    ///
    /// assert!(is_listed(WebCode::UserNotExist));
    /// assert!(!is_listed(WebCode::from(881999)));
    /// # }
    /// ```
    fn entry(self) -> Option<Entry<Self>>;

    /// The code; the first one if the variant has several.
    ///
    /// `variant as u32` is not the code but the index of the variant, counted from 0, unless the
    /// enum has explicit discriminants.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// fn number<C: ErrorCatalog<Code = u32>>(code: C) -> u32 {
    ///     code.code()
    /// }
    ///
    /// assert_eq!(number(WebCode::UserNotExist), 880103);
    /// # }
    /// ```
    fn code(self) -> Self::Code;

    /// The name of the variant.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// fn tag<C: ErrorCatalog>(code: C) -> String {
    ///     format!("{}::{}", C::NAME, code.name())
    /// }
    ///
    /// assert_eq!(tag(WebCode::UserNotExist), "WebCode::UserNotExist");
    /// # }
    /// ```
    fn name(self) -> &'static str;

    /// The vendor's message.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// fn line<C: ErrorCatalog>(code: C) -> String {
    ///     format!("{}: {}", code.code(), code.message())
    /// }
    ///
    /// assert_eq!(line(WebCode::UserNotExist), "880103: user not exist");
    /// # }
    /// ```
    fn message(self) -> &'static str;

    /// What the code means; the message if the table has no description.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// fn reply<C: ErrorCatalog>(code: C) -> &'static str {
    ///     code.description()
    /// }
    ///
    /// assert_eq!(reply(WebCode::UserNotExist), "User does not exist");
    /// # }
    /// ```
    fn description(self) -> &'static str;

    /// The kind of the code, from `#[code(…, kind = NAME)]`. Without that, it is [`Kind::Ok`] for
    /// a success code, otherwise [`Kind::Unknown`].
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// fn status<C: ErrorCatalog>(code: C) -> u16 {
    ///     code.kind().http_status()
    /// }
    ///
    /// assert_eq!(status(WebCode::UserNotExist), 404);
    /// # }
    /// ```
    fn kind(self) -> Kind;

    /// Whether this code means success.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// fn failures<C: ErrorCatalog>(codes: &[C]) -> usize {
    ///     codes.iter().filter(|code| !code.is_success()).count()
    /// }
    ///
    /// assert_eq!(failures(&[WebCode::Success, WebCode::UserNotExist]), 1);
    /// # }
    /// ```
    fn is_success(self) -> bool;

    /// Whether the same request may succeed later, from `#[code(…, retryable = true)]` or
    /// `= false`. Without that, the kind decides; see [`Kind::is_retryable`].
    ///
    /// Wait before you retry, and give up after a few attempts.
    ///
    /// ```
    /// use jmessage_codes::ErrorCatalog;
    ///
    /// #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
    /// enum Chat {
    ///     #[code(1, "too fast", kind = ResourceExhausted)]
    ///     TooFast,
    ///     #[code(2, "the group is full", kind = ResourceExhausted, retryable = false)]
    ///     GroupFull,
    /// }
    ///
    /// /// Works with every catalog.
    /// fn advice<C: ErrorCatalog>(code: C) -> &'static str {
    ///     if code.is_retryable() { "try again later" } else { "do not try again" }
    /// }
    ///
    /// assert_eq!(advice(Chat::TooFast), "try again later");
    /// assert_eq!(advice(Chat::GroupFull), "do not try again");
    /// ```
    fn is_retryable(self) -> bool;

    /// Whether the vendor no longer lists the code. Lookups still find it.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// fn current<C: ErrorCatalog>() -> Vec<C> {
    ///     C::ENTRIES.variants().filter(|code| !code.is_retired()).collect()
    /// }
    ///
    /// assert!(current::<WebCode>().len() < WebCode::ENTRIES.len());
    /// # }
    /// ```
    fn is_retired(self) -> bool;

    /// The codes of the variant after the first, which [`code`](Self::code) returns.
    ///
    /// ```
    /// use jmessage_codes::ErrorCatalog;
    ///
    /// #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
    /// enum Door {
    ///     #[code(7 | 70 | 700, "door jammed")]
    ///     Jammed,
    /// }
    ///
    /// assert_eq!(Door::Jammed.code(), 7);
    /// assert_eq!(Door::Jammed.aliases(), [70, 700]);
    /// ```
    fn aliases(self) -> &'static [Self::Code];

    /// The URL that explains the code, from `#[catalog(url = "…")]`; `None` without that key.
    ///
    /// An enum with the key has a method of the same name that returns the [`Url`] itself.
    ///
    /// ```
    /// use jmessage_codes::ErrorCatalog;
    ///
    /// fn link<C: ErrorCatalog>(code: C) -> String {
    ///     code.url().map_or_else(String::new, |url| url.to_string())
    /// }
    ///
    /// #[derive(Clone, Copy, PartialEq, Eq, ErrorCatalog)]
    /// #[catalog(url = "https://errors.example/{code}")]
    /// enum Door {
    ///     #[code(7, "door jammed")]
    ///     Jammed,
    /// }
    ///
    /// assert_eq!(link(Door::Jammed), "https://errors.example/7");
    /// ```
    #[inline]
    fn url(self) -> Option<Url<Self>> {
        if Self::__URL.is_empty() { None } else { Some(Url { variant: self }) }
    }

    /// `Ok(())` for a success code, otherwise `Err(self)`.
    ///
    /// # Errors
    ///
    /// Returns `self` unless the code means success.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{ErrorCatalog, WebCode};
    ///
    /// fn check<C: ErrorCatalog>(codes: &[C]) -> Result<(), C> {
    ///     codes.iter().try_for_each(|code| code.into_result())
    /// }
    ///
    /// assert_eq!(check(&[WebCode::Success]), Ok(()));
    /// assert_eq!(check(&[WebCode::Success, WebCode::UserNotExist]), Err(WebCode::UserNotExist));
    /// # }
    /// ```
    fn into_result(self) -> Result<(), Self>;
}

/// A code that the catalog `C` does not list.
///
/// This is the error of `TryFrom` and [`try_from_code`](ErrorCatalog::try_from_code), and of
/// `FromStr` if the codes are strings. It neither allocates nor borrows.
///
/// ```
/// use jmessage_codes::ErrorCatalog;
///
/// #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
/// enum Door {
///     #[code(7, "door jammed")]
///     Jammed,
/// }
///
/// let error = Door::try_from(8).err().ok_or("listed")?;
/// assert_eq!(error.code(), Some(8));
/// assert_eq!(error.to_string(), "code 8 is not listed in `Door`");
/// # Ok::<(), &str>(())
/// ```
pub struct TryFromCodeError<C: ErrorCatalog> {
    pub(crate) code: Option<C::Code>,
}

/// Something with an error code: a catalog, or an error with data.
///
/// Every catalog implements it, and `#[catalog(code_enum = NAME)]` implements it for an error
/// whose variants hold data, so one function serves both:
///
/// ```
/// use jmessage_codes::{Coded, ErrorCatalog};
///
/// #[derive(Debug, ErrorCatalog)]
/// #[catalog(code_enum = AppCode)]
/// enum AppError {
///     #[code(1001, "read failed")]
///     Read { path: String },
/// }
///
/// fn log_line(error: &impl Coded) -> String {
///     let code = error.error_code();
///     format!("{} {}", code.code(), code.message())
/// }
///
/// assert_eq!(log_line(&AppError::Read { path: "a.txt".to_owned() }), "1001 read failed");
/// # #[cfg(feature = "web")]
/// assert_eq!(log_line(&jmessage_codes::WebCode::UserNotExist), "880103 user not exist");
/// ```
///
/// Implement it for an error that passes on the errors of one catalog.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no error code",
    label = "neither a catalog nor an enum with `#[catalog(code_enum = NAME)]`"
)]
#[cfg_attr(
    not(feature = "alloc"),
    diagnostic::on_unimplemented(
        note = "`Box` and `Arc` need the feature `alloc` of `jmessage-codes`"
    )
)]
pub trait Coded {
    /// The catalog that lists the code.
    type Catalog: ErrorCatalog;

    /// The code, as a variant of the catalog.
    ///
    /// ```
    /// # #[cfg(feature = "web")] {
    /// use jmessage_codes::{Coded, ErrorCatalog};
    ///
    /// fn status(error: &impl Coded) -> u16 {
    ///     error.error_code().kind().http_status()
    /// }
    /// # use jmessage_codes::WebCode;
    /// assert_eq!(status(&WebCode::UserNotExist), 404);
    /// # }
    /// ```
    fn error_code(&self) -> Self::Catalog;
}
