//! The columns that the derive generates for an enum, apart from its codes.

use crate::facts::Facts;
use crate::numbers::Numbers;
use crate::texts::{Descriptions, Texts};

/// Seals [`ErrorCatalog`](crate::ErrorCatalog), and has what only this crate and generated
/// code need.
///
/// Each column is a separate constant, so a program has only the columns that it uses. The
/// constants only refer to statics, since rustc computes a constant wherever it checks a function
/// that names it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not derive `ErrorCatalog`",
    label = "`ErrorCatalog` cannot be implemented by hand",
    note = "add `#[derive(ErrorCatalog)]` to the enum and `#[code(CODE, \"message\")]` to its variants"
)]
#[doc(hidden)]
pub trait Derived: Sized + 'static {
    /// How many rows there are, without `other`.
    const __ROWS: usize;

    /// The variants by position, followed by those that share a message, side by side.
    ///
    /// There is no other array of the enum: rustc takes quadratic time to check one.
    const __BY_POSITION: &'static [Self];

    /// The position of each row.
    const __POSITIONS: Numbers;

    /// The facts of each row, such as its kind.
    const __FACT_COLUMN: Facts;

    /// The name of each variant.
    const __NAME_COLUMN: Texts;

    /// The message of each row.
    const __MESSAGE_COLUMN: Texts;

    /// The description of each row.
    const __DESCRIPTION_COLUMN: Descriptions;

    /// The parts of the codes' URLs; empty if they have none.
    const __URL: &'static [UrlPart] = &[];
}

/// A part of the URLs of a table.
#[derive(Clone, Copy, Debug)]
pub enum UrlPart {
    /// A text that is the same in all URLs.
    Text(&'static str),
    /// The code.
    Code,
    /// The name of the variant.
    Name,
}
