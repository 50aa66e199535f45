//! What has an error code.

use crate::catalog::ErrorCatalog;

/// Something with an error code: a catalog, or an error with data.
///
/// Every catalog has it, and `#[catalog(code_enum = NAME)]` implements it for an error
/// whose variants hold data. So one function serves both:
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
pub trait Coded {
    /// The catalog that lists the code.
    type Catalog: ErrorCatalog;

    /// The code, as a variant of the catalog.
    fn error_code(&self) -> Self::Catalog;
}

impl<C: ErrorCatalog> Coded for C {
    type Catalog = C;

    fn error_code(&self) -> C {
        *self
    }
}
