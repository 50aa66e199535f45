use std::fmt::Display;

use jmessage_codes::{Coded, ErrorCatalog};

/// Logs any error with its number as a number, or its text as a text: the bound on the code
/// does it.
pub fn log<E>(error: &E)
where
    E: Coded<Catalog: ErrorCatalog<Code: tracing::Value>> + Display,
{
    let code = error.error_code();
    tracing::error!(code = code.code(), name = code.name(), "{error}");
}
