//! What `expand` or `fallback` fills into the surface.

use proc_macro2::TokenStream;

/// The bodies of the inherent methods, and some values.
pub(crate) struct Bodies {
    pub(crate) from_code: TokenStream,
    pub(crate) from_message: TokenStream,
    pub(crate) entry: TokenStream,
    pub(crate) code: TokenStream,
    pub(crate) name: TokenStream,
    pub(crate) message: TokenStream,
    pub(crate) description: TokenStream,
    pub(crate) kind: TokenStream,
    pub(crate) is_success: TokenStream,
    pub(crate) is_retryable: TokenStream,
    pub(crate) is_retired: TokenStream,
    pub(crate) aliases: TokenStream,
    pub(crate) into_result: TokenStream,
    /// One for each column.
    pub(crate) columns: Vec<TokenStream>,
    /// The conversion from any code, if there is an `other` variant.
    pub(crate) from_any_code: TokenStream,
    /// The entry of the code `code`.
    pub(crate) entry_of_code: TokenStream,
    /// The conversion from `error`, the enum with the data, if there is one.
    pub(crate) from_data: TokenStream,
    /// The constants of the hidden supertrait.
    pub(crate) facts: TokenStream,
    /// The hidden constants that depend on the code type.
    pub(crate) codes: TokenStream,
    /// The elements of `COLUMNS`.
    pub(crate) column_list: Vec<TokenStream>,
}
