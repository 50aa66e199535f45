//! The entries of a catalog.

use core::fmt;

use crate::hex::{Shown, ShownAll};
use crate::{ErrorCatalog, Kind};

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
    // Where the variant is: rustc takes quadratic time to check an array with values
    // of an enum, so there is only one.
    pub(crate) position: u32,
    code: Shown<C>,
    aliases: &'static [C::Code],
    name: &'static str,
    pub(crate) message: &'static str,
    description: &'static str,
    kind: Kind,
    retired: bool,
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
        Self {
            position,
            code: Shown(code),
            aliases: &[],
            name,
            message,
            description,
            kind: Kind::Unknown,
            retired: false,
        }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __aliases(mut self, aliases: &'static [C::Code]) -> Self {
        self.aliases = aliases;
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __retired(mut self) -> Self {
        self.retired = true;
        self
    }

    pub(crate) const fn as_code(&self) -> &Shown<C> {
        &self.code
    }

    /// The code at index 0, then the aliases.
    #[doc(hidden)]
    #[must_use]
    pub const fn __code(&self, index: usize) -> Option<C::Code> {
        if index == 0 {
            Some(self.code.0)
        } else if index <= self.aliases.len() {
            Some(self.aliases[index - 1])
        } else {
            None
        }
    }

    /// The variant.
    #[must_use]
    pub const fn variant(&self) -> C {
        // The derive writes a variant at each position.
        C::VARIANTS[self.position as usize]
    }

    /// The code; the first one if the variant has several.
    #[must_use]
    pub const fn code(&self) -> C::Code {
        self.code.0
    }

    /// The further codes of the variant.
    #[must_use]
    pub const fn aliases(&self) -> &'static [C::Code] {
        self.aliases
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
        self.kind
    }

    /// Whether this code means success.
    #[must_use]
    pub const fn is_success(&self) -> bool {
        matches!(self.kind, Kind::Ok)
    }

    /// Whether the vendor no longer lists the code. Lookups still find it.
    #[must_use]
    pub const fn is_retired(&self) -> bool {
        self.retired
    }
}

// By hand, since deriving would require `C: Debug`.
impl<C: ErrorCatalog> fmt::Debug for Entry<C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Entry")
            .field("code", &self.code)
            .field("aliases", &ShownAll::<C>(self.aliases))
            .field("name", &self.name)
            .field("message", &self.message)
            .field("description", &self.description)
            .field("kind", &self.kind)
            .field("retired", &self.retired)
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
