//! The rows of a catalog.

use core::fmt;

use crate::ErrorCatalog;

/// One row of a catalog: a variant, its codes and its texts.
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
///
/// The second parameter is the catalog's code type; it need not be written.
#[derive(Clone, Copy)]
pub struct Entry<C, Code: 'static = <C as ErrorCatalog>::Code> {
    variant: C,
    code: Code,
    aliases: &'static [Code],
    name: &'static str,
    message: &'static str,
    description: &'static str,
    success: bool,
}

// Asking nothing of the catalog where it can be helped, so that an enum that
// cannot be one is told so once, and not at every mention of its entries.
impl<C, Code> Entry<C, Code> {
    // What the derive writes: a call for each row is what rustc compiles
    // fastest, and the rare parts of a row stay out of all others.
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(
        variant: C,
        code: Code,
        name: &'static str,
        message: &'static str,
        description: &'static str,
    ) -> Self {
        Self { variant, code, aliases: &[], name, message, description, success: false }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __aliases(mut self, aliases: &'static [Code]) -> Self {
        self.aliases = aliases;
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __success(mut self) -> Self {
        self.success = true;
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __variant(&self) -> &C {
        &self.variant
    }

    pub(crate) const fn as_code(&self) -> &Code {
        &self.code
    }

    /// The code, then the aliases.
    #[doc(hidden)]
    #[must_use]
    pub const fn __code(&self, rank: usize) -> Option<Code>
    where
        Code: Copy,
    {
        if rank == 0 {
            Some(self.code)
        } else if rank <= self.aliases.len() {
            Some(self.aliases[rank - 1])
        } else {
            None
        }
    }

    /// The variant.
    #[must_use]
    pub const fn variant(&self) -> C
    where
        C: Copy,
    {
        self.variant
    }

    /// The code; where several codes mean this variant, the first.
    #[must_use]
    pub const fn code(&self) -> Code
    where
        Code: Copy,
    {
        self.code
    }

    /// The further codes that mean the same variant.
    #[must_use]
    pub const fn aliases(&self) -> &'static [Code] {
        self.aliases
    }

    /// The variant's identifier.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The vendor's message.
    #[must_use]
    pub const fn message(&self) -> &'static str {
        self.message
    }

    /// What the code means; the message where the table says no more.
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.description
    }

    /// Whether this code is no error.
    #[must_use]
    pub const fn is_success(&self) -> bool {
        self.success
    }
}

// By hand, since deriving would ask `Debug` of the catalog.
impl<C, Code: fmt::Debug> fmt::Debug for Entry<C, Code> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Entry")
            .field("code", &self.code)
            .field("aliases", &self.aliases)
            .field("name", &self.name)
            .field("message", &self.message)
            .field("description", &self.description)
            .field("success", &self.success)
            .finish_non_exhaustive()
    }
}

/// The code, the variant's name and the message: `880103 UserNotExist: user not exist`.
impl<C, Code: fmt::Display> fmt::Display for Entry<C, Code> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}: {}", self.code, self.name, self.message)
    }
}

/// A column that `#[catalog(column(…))]` added to a catalog, as text.
///
/// For printing any catalog whole; a program that knows the catalog calls the
/// column's own method, which gives the value in its own type.
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

    /// The column's name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The values as the table writes them, one for each entry in the same
    /// order: the text of a string literal, the tokens of any other expression.
    #[must_use]
    pub const fn values(&self) -> &'static [&'static str] {
        self.values
    }
}
