use std::fmt::Display;

use jmessage_codes::{Coded, ErrorCatalog};

/// Logs any error with its code. Thanks to the bound, integers are logged as numbers.
pub fn log<E>(error: &E)
where
    E: Coded<Catalog: ErrorCatalog<Code: tracing::Value>> + Display,
{
    let code = error.error_code();
    tracing::error!(code = code.code(), name = code.name(), "{error}");
}
