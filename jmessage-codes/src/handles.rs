//! The handles for a row, for all rows and for the URL of a row. Their methods, which need `C` to
//! be a catalog, are in `entry`, `entries` and `url`.

use core::marker::PhantomData;

/// An entry of a catalog: a variant with its codes and texts.
///
/// It is a small `Copy` handle to a row of the table.
///
/// ```
/// # #[cfg(feature = "web")] {
/// use jmessage_codes::WebCode;
///
/// let entry = WebCode::UserNotExist.entry().ok_or("unlisted")?;
/// assert_eq!(entry.code(), 880103);
/// assert_eq!(entry.to_string(), "880103 UserNotExist: user not exist");
/// assert_eq!(entry.column("description_zh"), Some("用户不存在"));
/// # }
/// # Ok::<(), &str>(())
/// ```
pub struct Entry<C> {
    pub(crate) row: u32,
    // Has the same auto traits whatever `C` is.
    pub(crate) catalog: PhantomData<fn() -> C>,
}

/// The entries of a catalog, in declaration order: the type of
/// [`ENTRIES`](crate::ErrorCatalog::ENTRIES).
///
/// ```
/// # #[cfg(feature = "web")] {
/// use jmessage_codes::{ErrorCatalog, WebCode};
///
/// let mut is_seen = [false; WebCode::ENTRIES.len()];
/// for entry in WebCode::ENTRIES {
///     is_seen[entry.index()] = true;
/// }
/// assert!(is_seen.iter().all(|seen| *seen));
/// let first = WebCode::ENTRIES.get(0);
/// assert_eq!(first.map(|entry| entry.name()), Some("Success"));
/// assert!(WebCode::ENTRIES.variants().any(|code| code == WebCode::UserNotExist));
/// # }
/// ```
pub struct Entries<C>(pub(crate) PhantomData<fn() -> C>);

/// The URL that explains a code of the catalog `C`. Returned by `url()` if the catalog has
/// `#[catalog(url = "…")]`.
///
/// It is displayed and serialized as the URL, without allocation. In codes and names, characters
/// with a meaning in a URL are percent-encoded.
///
/// ```
/// use jmessage_codes::{Coded, ErrorCatalog};
///
/// #[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
/// #[catalog(url = "https://errors.example/{code}#{name}")]
/// enum State {
///     #[code("HY/000", "general error")]
///     General,
/// }
///
/// assert_eq!(State::General.url().to_string(), "https://errors.example/HY%2F000#General");
///
/// /// The `type` of problem details (RFC 9457), of any error.
/// fn problem_type<E: Coded>(error: &E) -> String {
///     error.error_code().url().map_or("about:blank".to_owned(), |url| url.to_string())
/// }
///
/// assert_eq!(problem_type(&State::General), "https://errors.example/HY%2F000#General");
/// # #[cfg(feature = "web")]
/// assert_eq!(problem_type(&jmessage_codes::WebCode::UserNotExist), "about:blank");
/// ```
pub struct Url<C> {
    pub(crate) variant: C,
}
