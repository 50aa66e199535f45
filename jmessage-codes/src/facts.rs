//! The facts of an entry that are not texts or codes.

use crate::kind::Kind;

/// A variant's position, its kind, and whether it is retired, in one number: a table
/// has them for each row, and its bytes count where it is downloaded.
#[derive(Clone, Copy)]
pub(crate) struct Facts(u32);

const KIND_BITS: u32 = 5;
const RETIRED: u32 = 1 << KIND_BITS;
const POSITION_AT: u32 = KIND_BITS + 1;

impl Facts {
    pub(crate) const fn new(position: u32) -> Self {
        // No compiler gets this far: it takes a minute for 100,000 rows.
        assert!(position < 1 << (u32::BITS - POSITION_AT), "too many codes");
        Self(position << POSITION_AT).with_kind(Kind::Unknown)
    }

    pub(crate) const fn with_kind(self, kind: Kind) -> Self {
        let others = self.0 & !(RETIRED - 1);
        Self(others | kind as u32)
    }

    pub(crate) const fn retired(self) -> Self {
        Self(self.0 | RETIRED)
    }

    pub(crate) const fn position(self) -> u32 {
        self.0 >> POSITION_AT
    }

    pub(crate) const fn kind(self) -> Kind {
        Kind::from_number(self.0 & (RETIRED - 1))
    }

    pub(crate) const fn is_retired(self) -> bool {
        self.0 & RETIRED != 0
    }
}
