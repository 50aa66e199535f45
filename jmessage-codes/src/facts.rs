//! The facts of an entry that are not texts or codes.

use crate::kind::Kind;

/// A byte for each row: its kind, whether it is retired, whether its description is its message,
/// and whether `retryable` differs from what the kind says. The derive writes the same bits.
#[derive(Clone, Copy, Debug)]
pub struct Facts(&'static [u8]);

const KIND: u8 = 0b1_1111;
const RETIRED: u8 = 1 << 5;
const MESSAGE_DESCRIBES: u8 = 1 << 6;
/// A row without `retryable = …` does not have this bit, so a table of such rows needs no bytes.
const RETRIED_UNLIKE_KIND: u8 = 1 << 7;

impl Facts {
    /// For a table whose rows all have the usual facts.
    pub const USUAL: Self = Self(&[]);

    /// The bytes by row.
    #[must_use]
    pub const fn new(bytes: &'static [u8]) -> Self {
        Self(bytes)
    }

    const fn of(self, row: usize) -> u8 {
        if row < self.0.len() { self.0[row] } else { Kind::Unknown as u8 }
    }

    pub(crate) const fn kind(self, row: usize) -> Kind {
        Kind::from_grpc_code((self.of(row) & KIND) as i32)
    }

    pub(crate) const fn is_retired(self, row: usize) -> bool {
        self.of(row) & RETIRED != 0
    }

    pub(crate) const fn is_retryable(self, row: usize) -> bool {
        self.kind(row).is_retryable() != (self.of(row) & RETRIED_UNLIKE_KIND != 0)
    }

    pub(crate) const fn message_describes(self, row: usize) -> bool {
        self.of(row) & MESSAGE_DESCRIBES != 0
    }
}
