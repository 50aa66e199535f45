//! What a vendor's crate does with the derive: tables of its own, and a macro for tables of its
//! users.
#![no_std]
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, clippy::pedantic)]

#[doc(hidden)]
pub use codes as __codes;
use codes::{AnyCatalog, ErrorCatalog, Unlisted, assert_disjoint};

/// What to do about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Send the request again.
    Repeat,
    /// Tell the user.
    Tell,
}

/// The errors of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog, thiserror::Error)]
#[error("{} ({})", self.description(), self.code())]
#[catalog(crate = codes, code = i32, serde)]
#[catalog(column(
    /// What to do.
    operation: Operation = Operation::Tell
))]
#[non_exhaustive]
pub enum Service {
    /// Nothing went wrong.
    #[code(0, "ok", success)]
    Ok,
    /// The service is down
    /// for maintenance.
    #[code(-0x8000_0000 | 11, "down", operation = Operation::Repeat)]
    Down,
    /// A code that this table does not list.
    #[code(other, "unlisted", operation = Operation::Repeat)]
    Other(Unlisted<Self>),
}

/// The errors of the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(crate = codes, code = i32, range = 0..=99)]
pub enum Client {
    /// Nothing went wrong.
    #[code(0, "ok", success)]
    Ok,
    /// No answer in time.
    #[code(1, "timeout")]
    Timeout,
}

/// The states of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCatalog)]
#[catalog(crate = codes, serde)]
pub enum State {
    /// Digits only, with leading zeros.
    #[code("00000", "ok", success)]
    Ok,
    /// Two rows with one key.
    #[code("23505" | "2350F", "unique violation")]
    UniqueViolation,
}

/// What a call of the service returns if it fails.
#[derive(Debug, ErrorCatalog)]
#[catalog(crate = codes, code_enum = FailureCode, code = u16, serde)]
#[catalog(column(
    /// What to do.
    operation: Operation = Operation::Tell
))]
#[non_exhaustive]
pub enum Failure<'a, Cause> {
    /// No answer in time.
    #[doc(alias = "1")]
    #[code(1, "timeout", operation = Operation::Repeat)]
    Timeout {
        /// How long the client waited.
        seconds: u32,
    },
    #[allow(missing_docs)]
    #[code(2, "refused", "The [service] <refused>")]
    Refused(Service, &'a str),
    /// Something else failed.
    #[code(3, "")]
    Caused(Cause),
}

assert_disjoint!(Service, Client; except success);

/// All catalogs of this crate.
pub const CATALOGS: [AnyCatalog; 3] =
    [AnyCatalog::of::<Service>(), AnyCatalog::of::<Client>(), AnyCatalog::of::<State>()];

/// A table of a user's own, who need not depend on what this crate depends on.
#[macro_export]
macro_rules! plugin_codes {
    ($visibility:vis $name:ident { $($code:literal $variant:ident $message:literal;)* }) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, $crate::__codes::ErrorCatalog)]
        #[catalog(crate = $crate::__codes, code = u64)]
        $visibility enum $name {
            $(#[code($code, $message)] $variant,)*
        }
    };
}
